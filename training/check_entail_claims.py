"""Measure what entailment weights are worth to the same-fact model, on the labelled events; nothing is shipped by it.

    RUJUK_DATA=... python -m training.check_entail_claims FOLDER

Pairs of parts of two articles whose probability is in the unsure band, the least sure first and at most 25 an article,
get a second opinion: the pair model's log odds, the larger and the smaller probability of entailment of the two directions
and the mean probability of contradiction, in a logistic regression. Each event is scored by pair and second models fitted
on the others; what the second one is fitted on comes from pair models that saw neither that event nor the one scored. "Refitted"
is the second opinion without entailment, odds alone: what merely drawing the line anew would give.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from os import environ
from pathlib import Path

import numpy as np
from evals.events import events, fact_places
from evals.statements import score_disagreements, score_pairs

from rujuk.align.align import alignments_of, sorted_claims
from rujuk.align.config import AlignConfig
from rujuk.align.score import PairModel
from rujuk.lang.base import load_all
from training.entail_reader import Entailment
from training.labelled_parts import PENALTY, Bundle, _labels, bundle, fit, held, pairs_of
from training.logistic import logistic

BAND = (0.2, 0.8)
MOST = 25  # pairs an article
SURE = 0.7  # probability of contradiction from which facts are counted

Key = tuple[int, int]


@dataclass
class Known:
    """An event's compared pairs: feature vectors, labels with weights, and what entailment said of those asked."""

    own: Bundle
    entailment: Entailment
    vectors: dict[Key, tuple[float, ...]]
    labels: Mapping[Key, tuple[float, float]]
    told: dict[Key, tuple[float, float, float]] = field(default_factory=dict)

    def probabilities(self, model: PairModel) -> dict[Key, float]:
        found = model.probabilities(list(self.vectors.values()))
        return dict(zip(self.vectors, map(float, found), strict=True))

    def unsure(self, probabilities: Mapping[Key, float]) -> list[Key]:
        """The pairs that get a second opinion, the least sure first."""
        article = [item.claim.article_id for item in self.own.parts]
        band = [key for key, value in probabilities.items() if BAND[0] <= value <= BAND[1]]
        counts: Counter[str] = Counter()
        chosen = []
        for left, right in sorted(band, key=lambda key: (abs(probabilities[key] - 0.5), key)):
            sides = {article[left], article[right]}
            if len(sides) == 2 and all(counts[side] < MOST for side in sides):
                counts.update(sides)
                chosen.append((left, right))
        return chosen

    def rows(self, keys: Sequence[Key], probabilities: Mapping[Key, float], *, asking: bool) -> np.ndarray:
        odds = [np.log(probabilities[key] / (1 - probabilities[key])) for key in keys]
        if not asking:
            return np.column_stack([odds, np.ones(len(keys))])
        self.ask([key for key in keys if key not in self.told])
        told = np.array([self.told[key] for key in keys]).reshape(-1, 3)
        return np.column_stack([odds, told, np.ones(len(keys))])

    def ask(self, keys: Sequence[Key]) -> None:
        """Larger and smaller probability of entailment of the two directions, mean probability of contradiction."""
        texts = [item.claim.text for item in self.own.parts]
        there = self.entailment.probabilities([(texts[left], texts[right]) for left, right in keys])
        back = self.entailment.probabilities([(texts[right], texts[left]) for left, right in keys])
        for key, a, b in zip(keys, there, back, strict=True):
            self.told[key] = (float(max(a[0], b[0])), float(min(a[0], b[0])), float((a[2] + b[2]) / 2))


def read(own: Bundle, entailment: Entailment) -> Known:
    """An event's pairs with their features and labels."""
    vectors = pairs_of(own)
    facts = {
        name: [held(place, own.parts) for place in places] for name, places in fact_places(own.event).items()
    }
    return Known(own, entailment, vectors, _labels(facts, own))


@dataclass
class Seconded:
    """A pair model whose unsure pairs have the second opinion's probability, found again by their features."""

    model: PairModel
    said: Mapping[tuple[float, ...], float]

    def probabilities(self, vectors: Sequence[tuple[float, ...]]) -> np.ndarray:
        base = self.model.probabilities(vectors)
        rows = [tuple(map(float, vector)) for vector in vectors]
        return np.array([self.said.get(row, value) for row, value in zip(rows, base, strict=True)])


def second(others: Sequence[Known], *, asking: bool) -> np.ndarray:
    """The weights of the second opinion, fitted on these events."""
    rows, labels, weights = [], [], []
    for known in others:
        base = known.probabilities(fit([each.own for each in others if each is not known]))
        keys = [key for key in known.unsure(base) if key in known.labels]
        rows.append(known.rows(keys, base, asking=asking))
        labels += [known.labels[key][0] for key in keys]
        weights += [known.labels[key][1] for key in keys]
    return logistic(np.concatenate(rows)[:, :-1], np.array(labels), np.array(weights), PENALTY)


def average_precision(labels: np.ndarray, scores: np.ndarray) -> float:
    order = np.argsort(-scores, kind="stable")
    right = labels[order]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1) * right).sum() / max(1, right.sum()))


def score(known: Known, model: PairModel | Seconded) -> np.ndarray:
    """Same-fact pairs hit, missed, false; disagreements shown, right; hard ones known, found."""
    own = known.own
    claims = sorted_claims(own.documents, load_all(), AlignConfig())
    found = alignments_of(claims, own.documents, own.vectors, model, load_all(), AlignConfig())  # type: ignore[arg-type]
    return np.array(score_pairs(own.event, found) + score_disagreements(own.event, found))


def judged(known: Known, others: Sequence[Known]) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Counts by kind of model, and label, odds and second opinion of the event's unsure pairs that have a label."""
    model = fit([each.own for each in others])
    base = known.probabilities(model)
    keys = known.unsure(base)
    counts, chances = {"without": score(known, model)}, np.zeros(len(keys))
    for name, asking in (("refitted", False), ("with", True)):
        odds = known.rows(keys, base, asking=asking) @ second(others, asking=asking)
        chances = np.round(1 / (1 + np.exp(-odds)), 6)
        said = {
            tuple(map(float, known.vectors[key])): float(chance)
            for key, chance in zip(keys, chances, strict=True)
        }
        counts[name] = score(known, Seconded(model, said))
    band = zip(keys, chances, strict=True)
    return counts, np.array([(known.labels[k][0], base[k], c) for k, c in band if k in known.labels])


def contradictions(known: Known) -> list[tuple[str, float]]:
    """Of each labelled fact its kind (agree, soft, hard) and the largest mean probability that two reports of it conflict."""
    claims, found = known.own.parts, []
    places = fact_places(known.own.event)
    for fact in known.own.event.labels["facts"]:
        here = sorted({at for at in (held(place, claims) for place in places[fact["id"]]) if at >= 0})
        keys = [
            (a, b)
            for a, b in combinations(here, 2)
            if claims[a].claim.article_id != claims[b].claim.article_id
        ]
        known.ask([key for key in keys if key not in known.told])
        if keys:
            kind = fact["strength"] if fact["kind"] == "conflict" else fact["kind"]
            found.append((kind, max(known.told[key][2] for key in keys)))
    return found


def area(positive: Sequence[float], negative: Sequence[float]) -> float:
    """The share of pairs of a positive and a negative in which the positive is higher, ties half (area under the ROC)."""
    wins = [(one > other) + 0.5 * (one == other) for one in positive for other in negative]
    return sum(wins) / max(1, len(wins))


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    entailment = Entailment.load(Path(sys.argv[1]))
    every = [read(bundle(event), entailment) for event in events(Path(environ["RUJUK_DATA"]))]
    totals: dict[str, np.ndarray] = {}
    pooled = []
    for known in every:
        counts, band = judged(known, [each for each in every if each is not known])
        pooled.append(band)
        totals = {name: totals.get(name, 0) + count for name, count in counts.items()}
        tell(known.own.event.name, band, counts)
    tell("all", np.concatenate(pooled), totals)
    facts = [fact for known in every for fact in contradictions(known)]
    kinds = {kind: [value for name, value in facts if name == kind] for kind in ("agree", "soft", "hard")}
    for kind in ("soft", "hard"):
        print(
            f"{kind}: area {area(kinds[kind], kinds['agree']):.3f}; {[v >= SURE for v in kinds[kind]].count(True)}"
        )
    print(f"agree: {[value >= SURE for value in kinds['agree']].count(True)} of {len(kinds['agree'])}")


def tell(name: str, band: np.ndarray, counts: Mapping[str, np.ndarray]) -> None:
    labels, before, after = band.T
    print(f"{name}: {len(labels)} unsure pairs labelled, {labels.sum():.0f} the same; AP in the band without and with "
          f"{average_precision(labels, before):.3f} {average_precision(labels, after):.3f}")  # fmt: skip
    for kind, (hit, miss, false, *disputes) in counts.items():
        f1 = 2 * hit / max(1, 2 * hit + miss + false)
        told = f"P {hit / max(1, hit + false):.4f} R {hit / max(1, hit + miss):.4f} F1 {f1:.4f}"
        print(f"  {kind}: {told}; disagreements {[int(count) for count in disputes]}", flush=True)


if __name__ == "__main__":
    main()
