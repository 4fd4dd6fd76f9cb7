"""How likely two reports of a statement depend on each other, from what they share; and how many independent ones to expect.

In the spirit of Dong, Berti-Équille and Srivastava, "Integrating conflicting data: the role of source dependence" (VLDB 2009): what
only two reports have in common speaks for dependence, what all have does not, and a report that depends on earlier ones adds
its chance of not doing so. The weights are fitted by `training/fit_dependence.py` on generated stories whose descent is known.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rujuk.model.dependence import DependenceModel, fitted
from rujuk.model.statement import Dependence

MOST = 0.98
"""Chance of two articles beyond which more says no more; scales a sign to -1..1."""
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
    """Two reports, the tokens of the text that they share in this statement, and the chance that their whole articles depend.

    `articles` is None where nobody reckoned it.
    """

    left: Voice
    right: Voice
    shared: frozenset[str]
    articles: float | None = None


def same_owner(pair: Pair) -> float:
    """Return 1 where both reports are of one known owner."""
    return float(pair.left.known and pair.left.owner == pair.right.owner)


def copied(pair: Pair) -> float:
    """Return 1 where they share a stretch of text or an original."""
    return float(not pair.shared.isdisjoint({"copied", "same_original", "nameless_original"}))


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


def whole_articles(pair: Pair) -> float:
    """Return how far the chance that the two articles rest on one original lies from even odds, -1 to 1 in steps of its logit; 0 unknown."""
    if pair.articles is None:
        return 0.0
    chance = min(MOST, max(1 - MOST, pair.articles))
    return math.log(chance / (1 - chance)) / math.log(MOST / (1 - MOST))


Feature = Callable[[Pair], float]
FEATURES: tuple[Feature, ...] = (
    same_owner, copied, same_words, same_quotation, same_origin, other_origin, perhaps_same_origin, names_the_other, rare_words,
    whole_articles,
)  # fmt: skip


@cache
def report_model() -> DependenceModel:
    """Return the fitted model; raises ConfigError where it was fitted on other features than this version's."""
    return fitted("reports", tuple(feature.__name__ for feature in FEATURES))


def signs_of(pair: Pair) -> dict[str, float]:
    """Return the values of FEATURES of a pair by name."""
    return {feature.__name__: feature(pair) for feature in FEATURES}


def judge(pair: Pair, model: DependenceModel) -> tuple[float, tuple[str, ...]]:
    """Return the probability that two reports depend on each other, to 3 decimals, and the features that speak for it."""
    signs = signs_of(pair)
    found = tuple(name for name, value in signs.items() if model.weights[name] * value > 0)
    return round(model.chance(signs), 3), found


def expected(
    voices: Sequence[Voice],
    shared: Mapping[tuple[str, str], frozenset[str]],
    chances: Mapping[tuple[str, str], float],
    model: DependenceModel,
) -> tuple[float, tuple[Dependence, ...]]:
    """Return how many independent reports to expect, to 2 decimals, and for each report its strongest tie to an earlier one.

    `voices` are in the order of publication; each adds the probability that it depends on none before it. `shared` holds the
    tokens of the text that two articles share, `chances` those that whole articles depend, both by their ids in string order.
    """
    total = 0.0
    ties: list[Dependence] = []
    for number, voice in enumerate(voices):
        alone, best = 1.0, None
        for earlier in voices[max(0, number - LOOKED_BACK) : number]:
            low, high = sorted((earlier, voice), key=lambda one: one.article_id)
            key = low.article_id, high.article_id
            pair = Pair(low, high, shared.get(key, frozenset()), chances.get(key))
            probability, reasons = judge(pair, model)
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
