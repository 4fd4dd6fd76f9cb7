"""Fit the pair model of `align` on the labelled events ("may fit") and write src/rujuk/align/model.json.

    RUJUK_DATA=... python -m training.fit_align

Positive pairs are claims that hold anchors of one fact. Negative pairs are claims that hold anchors of different facts or
of a `distinct` pair, and, at a lower weight since the labels are not exhaustive, an anchored claim against another claim of
an article whose own anchor of that fact is known. Logistic regression with an L2 penalty by Newton's method: 20 numbers.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from evals.events import Event, Place, events, fact_places, share
from evals.reading import annotated

from rujuk.align.claims import ReadClaim, read_claims
from rujuk.align.config import AlignConfig
from rujuk.align.features import FEATURES, vector_of
from rujuk.align.pairs import candidate_pairs
from rujuk.align.score import MODEL, PairModel
from rujuk.encoder.base import Encoder
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from training.logistic import logistic

PENALTY = 1.0
UNLABELLED = 0.3
"""Weight of a negative that the labels only imply."""


@dataclass
class Bundle:
    """An event with its documents, claims, and labelled pairs: feature vector, label, weight."""

    event: Event
    documents: tuple[Document, ...]
    claims: list[ReadClaim]
    examples: list[tuple[tuple[float, ...], float, float]] = field(default_factory=list)

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """Return the vectors of texts."""
        return encoder().vectors(texts, prefix="query: ")


@cache
def encoder() -> Encoder:
    """Return the bundled encoder."""
    return Encoder.load()


def bundle(event: Event) -> Bundle:
    """Return an event read by our stages, with its labelled pairs."""
    packs = load_all()
    documents = tuple(
        annotated(article) for article in sorted(set(event.articles.values()), key=lambda article: article.id)
    )
    claims = [item for document in documents for item in read_claims(document, packs, AlignConfig())]
    claims.sort(key=lambda item: (item.claim.article_id, item.claim.part, item.claim.spans))
    own = Bundle(event, documents, claims)
    own.examples = examples(own)
    return own


def examples(own: Bundle) -> list[tuple[tuple[float, ...], float, float]]:
    """Return the labelled pairs of an event."""
    facts = {
        name: [held(place, own.claims) for place in places] for name, places in fact_places(own.event).items()
    }
    labels = _labels(facts, own)
    pairs = dict(candidate_pairs(own.claims, own.vectors, AlignConfig()))
    return [(vector_of(pair), *labels[key]) for key, pair in pairs.items() if key in labels]


def held(place: Place, claims: Sequence[ReadClaim]) -> int:
    """Return the claim that holds most of an anchor, -1 if none does."""
    shares = [share(place, item.claim) for item in claims]
    best = max(shares, default=0)
    return shares.index(best) if best else -1


def _labels(facts: Mapping[str, Sequence[int]], own: Bundle) -> dict[tuple[int, int], tuple[float, float]]:
    article = [item.claim.article_id for item in own.claims]
    members = {name: {index for index in found if index >= 0} for name, found in facts.items()}
    labels: dict[tuple[int, int], tuple[float, float]] = {}
    for anchored in members.values():
        reached = {article[index] for index in anchored}
        for index in anchored:
            for other, where in enumerate(article):
                if where in reached and where != article[index]:
                    labels.setdefault(_key(index, other), (0.0, UNLABELLED))
    _different(members, labels)
    for anchored in members.values():
        labels |= {_key(a, b): (1.0, 1.0) for a in anchored for b in anchored if a < b}
    return labels


def _different(members: Mapping[str, set[int]], labels: dict[tuple[int, int], tuple[float, float]]) -> None:
    names = sorted(members)
    for position, one in enumerate(names):
        for other in names[position + 1 :]:
            labels |= {_key(a, b): (0.0, 1.0) for a in members[one] for b in members[other] if a != b}


def _key(left: int, right: int) -> tuple[int, int]:
    return (left, right) if left < right else (right, left)


def fit(bundles: Sequence[Bundle]) -> PairModel:
    """Return the model fitted on the labelled pairs of these events, each event weighing the same."""
    rows, labels, weights = [], [], []
    for own in bundles:
        total = sum(weight for _, _, weight in own.examples) or 1.0
        for vector, label, weight in own.examples:
            rows.append(vector)
            labels.append(label)
            weights.append(weight / total * 1000)
    found = logistic(np.asarray(rows), np.asarray(labels), np.asarray(weights), PENALTY)
    return PairModel(tuple(round(float(value), 4) for value in found[:-1]), round(float(found[-1]), 4))


def main() -> int:
    """Fit on all events and write the model."""
    bundles = [bundle(event) for event in events(Path(os.environ["RUJUK_DATA"]))]
    model = fit(bundles)
    names = [feature.__name__ for feature in FEATURES]
    data = {
        "fitted_on": "claims-id-2025-06, development events: " + ", ".join(own.event.name for own in bundles),
        "pairs": sum(len(own.examples) for own in bundles),
        "intercept": model.intercept,
        "weights": dict(zip(names, model.weights, strict=True)),
    }
    MODEL.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(data, indent=2), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
