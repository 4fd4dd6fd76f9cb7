"""The labelled events as pairs of parts, those that the labels only imply among them: what second opinions are fitted on.

Positive pairs are parts that hold anchors of one fact. Negative pairs are parts that hold anchors of different facts, and, at a lower
weight since the labels are not exhaustive, an anchored part against another part of an article whose own anchor of that fact is
known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from evals.events import Event, Place, fact_places, share
from evals.reading import annotated

from rujuk.align.align import sorted_claims
from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.parts import part_pairs
from rujuk.align.score import PairModel
from rujuk.encoder.base import Encoder
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from training.logistic import logistic

PENALTY = 1.0
UNLABELLED = 0.3
"""Weight of a negative that the labels only imply."""


@dataclass
class Bundle:
    """An event with its documents, their parts, and labelled pairs: feature vector, label, weight."""

    event: Event
    documents: tuple[Document, ...]
    parts: list[ReadClaim]
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
    articles = sorted(set(event.articles.values()), key=lambda article: article.id)
    documents = tuple(annotated(article) for article in articles)
    own = Bundle(event, documents, sorted_claims(documents, load_all(), AlignConfig(), fine=True))
    own.examples = examples(own)
    return own


def pairs_of(own: Bundle) -> dict[tuple[int, int], tuple[float, ...]]:
    """Return the features of each compared pair of parts, by their places."""
    found = part_pairs(own.parts, own.vectors, AlignConfig())
    return {(pair.left, pair.right): pair.vector() for pair in found}


def examples(own: Bundle) -> list[tuple[tuple[float, ...], float, float]]:
    """Return the labelled pairs of an event."""
    facts = {
        name: [held(place, own.parts) for place in places] for name, places in fact_places(own.event).items()
    }
    labels = _labels(facts, own)
    return [(vector, *labels[key]) for key, vector in pairs_of(own).items() if key in labels]


def held(place: Place, parts: Sequence[ReadClaim]) -> int:
    """Return the part that holds most of an anchor, -1 if none does."""
    shares = [share(place, item.claim) for item in parts]
    best = max(shares, default=0)
    return shares.index(best) if best else -1


def _labels(facts: Mapping[str, Sequence[int]], own: Bundle) -> dict[tuple[int, int], tuple[float, float]]:
    article = [item.claim.article_id for item in own.parts]
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
