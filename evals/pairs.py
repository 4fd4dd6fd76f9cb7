"""Scores of `rujuk pairs`: do the parts that hold two anchors of one fact score above those of two facts?

Each development event is scored by a model fitted on the others and on the samples, and cut at the score that is best on the
other development events; pairs whose facts share a sentence are left out. `peer` rows are plain cosines of the same parts.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from training.fit_parts import Examples, examples, fit

from evals.events import events, made_up_events
from rujuk.align.parts import NAMES

SHIPPED = 0.5
DRAWS, SEED = 1000, 7

Scored = tuple[np.ndarray, np.ndarray]


def run(data: Path) -> dict[str, float]:
    """Return average precision and F1 at three cuts over the development events, with a bootstrap interval over pairs."""
    own = [examples(event) for event in events(data)]
    scored = leave_one_out(own, [examples(event) for event in made_up_events()])
    labels, scores = (np.concatenate(side) for side in zip(*scored, strict=True))
    passed = np.concatenate([crossed(index, scored) for index in range(len(scored))])
    low, high = _interval(labels, passed)
    plain = [(item.labels, item.rows[:, NAMES.index("centred_meaning")]) for item in own]
    hits = passed & (labels > 0)
    return {
        "average_precision": average_precision(labels, scores),
        "f1": f1(labels, passed),
        "f1_low_peer": low,
        "f1_high_peer": high,
        "precision": hits.sum() / max(1, passed.sum()),
        "recall": hits.sum() / max(1.0, labels.sum()),
        "f1_at_half": f1(labels, scores >= SHIPPED),
        "f1_cosine_peer": f1(labels, np.concatenate([crossed(i, plain) for i in range(len(plain))])),
    }


def leave_one_out(own: Sequence[Examples], always: Sequence[Examples]) -> list[Scored]:
    """Return labels and scores of each event, by a model fitted on the other ones and on those of `always`."""
    found = []
    for item in own:
        model = fit([*(other for other in own if other is not item), *always])
        found.append((item.labels, np.where(item.compared, model.probabilities(item.rows), 0.0)))
    return found


def average_precision(labels: np.ndarray, scores: np.ndarray) -> float:
    """Return the mean of the precision at each pair of one fact, pairs in order of score."""
    ordered = labels[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ordered) / np.arange(1, len(ordered) + 1)
    return float(precision @ ordered / max(1.0, ordered.sum()))


def best_cut(labels: np.ndarray, scores: np.ndarray) -> float:
    """Return the score from which up to call pairs one fact gives the best F1."""
    order = np.argsort(-scores, kind="stable")
    f1 = 2 * np.cumsum(labels[order]) / (np.arange(1, len(order) + 1) + labels.sum())
    return float(scores[order][int(np.argmax(f1))])


def crossed(index: int, scored: Sequence[Scored]) -> np.ndarray:
    """Return which pairs of an event pass the cut that is best on the others."""
    others = [pair for place, pair in enumerate(scored) if place != index]
    cut = best_cut(*(np.concatenate(side) for side in zip(*others, strict=True)))
    passed: np.ndarray = scored[index][1] >= cut
    return passed


def f1(labels: np.ndarray, passed: np.ndarray) -> float:
    """Return F1 of the pairs that pass."""
    return float(2 * (passed * labels).sum() / max(1.0, passed.sum() + labels.sum()))


def _interval(labels: np.ndarray, passed: np.ndarray) -> tuple[float, float]:
    """Return the middle 95 % of F1 over samples of pairs drawn with replacement."""
    draw = np.random.default_rng(SEED)
    picks = (draw.integers(0, len(labels), len(labels)) for _ in range(DRAWS))
    low, high = np.quantile([f1(labels[pick], passed[pick]) for pick in picks], [0.025, 0.975])
    return float(low), float(high)
