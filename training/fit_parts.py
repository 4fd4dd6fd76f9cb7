"""Fit the model of `rujuk.align.parts` on the labelled events and the made-up samples, and write src/rujuk/align/parts.json.

    RUJUK_DATA=... python -m training.fit_parts

Examples are pairs of anchors of two articles, by the parts that hold them: of one fact, or of two facts that share no sentence.
The labels of `claims-id-2025-06` ("may fit") and of samples/ count alike. Logistic regression on standardised features
with an L2 penalty; the scale is put into the weights: 25 numbers. No seed: nothing is drawn.
"""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from evals.events import Event, anchor_pairs, events, made_up_events
from evals.reading import annotated

from rujuk.align.align import sorted_claims
from rujuk.align.config import AlignConfig
from rujuk.align.parts import NAMES, PARTS, part_pairs
from rujuk.align.score import PairModel
from rujuk.lang.base import load_all
from training.labelled_parts import encoder, held
from training.logistic import logistic

PENALTY = 15.0
"""Of 5, 15 and 50 the best F1 leaving one development event out, by less than .01."""


@dataclass(frozen=True)
class Examples:
    """An event's labelled pairs: a row of features, 1.0 for one fact, and whether the pair was compared at all."""

    name: str
    rows: np.ndarray
    labels: np.ndarray
    compared: np.ndarray


def examples(event: Event) -> Examples:
    """Return the labelled pairs of an event as our stages read it."""
    articles = sorted({*event.articles.values()}, key=lambda article: article.id)
    config = AlignConfig()
    parts = sorted_claims([annotated(article) for article in articles], load_all(), config, fine=True)
    pairs = part_pairs(parts, lambda texts: encoder().vectors(texts, prefix="query: "), config)
    found = {(pair.left, pair.right): pair for pair in pairs}
    labelled = list(anchor_pairs(event))
    at = {place: held(place, parts) for left, right, _ in labelled for place in (left, right)}
    keys = [(min(at[left], at[right]), max(at[left], at[right])) for left, right, _ in labelled]
    rows = [found[key].vector() if key in found else (0.0,) * len(NAMES) for key in keys]
    labels = [float(same) for *_, same in labelled]
    return Examples(event.name, np.asarray(rows), np.asarray(labels), np.asarray([k in found for k in keys]))


def fit(chosen: Sequence[Examples]) -> PairModel:
    """Return the model fitted on these events."""
    rows = np.concatenate([own.rows[own.compared] for own in chosen])
    labels = np.concatenate([own.labels[own.compared] for own in chosen])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    found = logistic((rows - mean) / spread, labels, np.ones(len(rows)), PENALTY)
    weights = found[:-1] / spread
    intercept = float(found[-1] - weights @ mean)
    return PairModel(tuple(round(float(value), 4) for value in weights), round(intercept, 4))


def main() -> int:
    """Fit on all events and write the model."""
    chosen = [examples(event) for event in (*events(Path(os.environ["RUJUK_DATA"])), *made_up_events())]
    model = fit(chosen)
    data = {
        "fitted_on": "claims-id-2025-06, development events, and samples: "
        + ", ".join(own.name for own in chosen),
        "pairs": int(sum(own.compared.sum() for own in chosen)),
        "intercept": model.intercept,
        "weights": dict(zip(NAMES, model.weights, strict=True)),
    }
    PARTS.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(data, indent=2), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
