"""How likely two reports of a statement depend on each other, from what they share; and how many independent ones to expect.

In the spirit of Dong, Berti-Équille and Srivastava, "Integrating conflicting data: the role of source dependence" (VLDB 2009): what
only two reports have in common speaks for dependence, what all have does not, and a report that depends on earlier ones adds
its chance of not doing so. The weights are fitted by `training/fit_dependence.py` on generated stories whose descent is known.
"""

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rujuk.model.errors import ConfigError
from rujuk.model.statement import Dependence

MODEL = Path(__file__).with_name("dependence.json")
LOOKED_BACK = 100
"""Earlier reports that one is compared with: a story of hundreds of copies must not cost the square of their number."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One report of a statement: its owner, the origins it states and those it may rest on, and words of its claims.

    `known` says whether the owner is known. `words` are the words of its claims that few reports of the story have.
    """

    article_id: str
    owner: str
    known: bool
    stated: frozenset[str]
    perhaps: frozenset[str]
    named: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, and the tokens of the text that they share in this statement."""

    left: Voice
    right: Voice
    shared: frozenset[str]


def same_owner(pair: Pair) -> float:
    """Return 1 where both reports are of one known owner."""
    return float(pair.left.known and pair.left.owner == pair.right.owner)


def copied(pair: Pair) -> float:
    """Return 1 where they share a stretch of text or an original."""
    return float(not pair.shared.isdisjoint({"copied", "same_original"}))


def same_words(pair: Pair) -> float:
    """Return 1 where they tell it in the same words."""
    return float("same_words" in pair.shared)


def same_quotation(pair: Pair) -> float:
    """Return 1 where they give the same quotation."""
    return float("same_quotation" in pair.shared)


def same_origin(pair: Pair) -> float:
    """Return 1 where both state an origin and it is the same."""
    return float(not pair.left.stated.isdisjoint(pair.right.stated))


def other_origin(pair: Pair) -> float:
    """Return 1 where both state an origin and none is the same."""
    both = bool(pair.left.stated and pair.right.stated)
    return float(both and pair.left.stated.isdisjoint(pair.right.stated))


def perhaps_same_origin(pair: Pair) -> float:
    """Return 1 where one of them states no origin, but may rest on one that the other states or may rest on."""
    if pair.left.stated and pair.right.stated:
        return 0.0
    left, right = (voice.stated | voice.perhaps for voice in (pair.left, pair.right))
    return float(not (left & right) <= {pair.left.owner, pair.right.owner})


def names_the_other(pair: Pair) -> float:
    """Return 1 where one of the articles cites the other's outlet or owner."""
    return float(pair.left.owner in pair.right.named or pair.right.owner in pair.left.named)


def rare_words(pair: Pair) -> float:
    """Return which share of the shorter's rare words both have: details, slips and odd wordings that hardly anybody else has."""
    fewest = min(len(pair.left.words), len(pair.right.words))
    return len(pair.left.words & pair.right.words) / fewest if fewest else 0.0


Feature = Callable[[Pair], float]
FEATURES: tuple[Feature, ...] = (
    same_owner, copied, same_words, same_quotation, same_origin, other_origin, perhaps_same_origin, names_the_other, rare_words,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DependenceModel:
    """A logistic model: a weight for each of FEATURES, and the intercept."""

    weights: tuple[float, ...]
    intercept: float

    def judge(self, pair: Pair) -> tuple[float, tuple[str, ...]]:
        """Return the probability that two reports depend on each other, to 3 decimals, and the features that speak for it."""
        values = [feature(pair) for feature in FEATURES]
        score = self.intercept + math.fsum(w * v for w, v in zip(self.weights, values, strict=True))
        found = [
            feature.__name__
            for feature, weight, value in zip(FEATURES, self.weights, values, strict=True)
            if weight * value > 0
        ]
        return round(1 / (1 + math.exp(-max(-40.0, min(40.0, score)))), 3), tuple(found)


@cache
def load_model(path: Path = MODEL) -> DependenceModel:
    """Return the fitted model; raises ConfigError where it was fitted on other features than this version's."""
    data = json.loads(path.read_text(encoding="utf-8"))
    names = [feature.__name__ for feature in FEATURES]
    if sorted(data["weights"]) != sorted(names):
        raise ConfigError(f"{path}: fitted on {sorted(data['weights'])}; this version has {sorted(names)}")
    return DependenceModel(tuple(data["weights"][name] for name in names), data["intercept"])


def expected(
    voices: Sequence[Voice], shared: Mapping[tuple[str, str], frozenset[str]], model: DependenceModel
) -> tuple[float, tuple[Dependence, ...]]:
    """Return how many independent reports to expect, to 2 decimals, and for each report its strongest tie to an earlier one.

    `voices` are in the order of publication; each adds the probability that it depends on none before it. `shared` holds the
    tokens of the text that two articles share, by their ids in string order.
    """
    total = 0.0
    ties: list[Dependence] = []
    for number, voice in enumerate(voices):
        alone, best = 1.0, None
        for earlier in voices[max(0, number - LOOKED_BACK) : number]:
            low, high = sorted((earlier, voice), key=lambda one: one.article_id)
            tokens = shared.get((low.article_id, high.article_id), frozenset())
            probability, reasons = model.judge(Pair(low, high, tokens))
            alone *= 1 - probability
            tie = Dependence(low.article_id, high.article_id, probability, reasons)
            if best is None or (tie.probability, best.left, best.right) > (
                best.probability,
                tie.left,
                tie.right,
            ):
                best = tie
        total += alone
        ties += [best] if best is not None else []
    return round(total, 2), tuple(sorted(ties))
