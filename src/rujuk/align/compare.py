"""Every pair of parts of a story's sentences, with the chance that both tell one fact and what it is made of.

Finer than statements: `align` groups parts at a high threshold, keeps some apart by rule, and makes claims of them that can be
read alone; here the smallest parts of sentences are held against each other, so that a reader, or another program, may set a threshold of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rujuk.align.align import sorted_claims
from rujuk.align.config import AlignConfig
from rujuk.align.pairs import apart
from rujuk.align.parts import NAMES, PARTS, part_pairs
from rujuk.align.score import load_model
from rujuk.lang.base import Packs
from rujuk.model.annotations import Document
from rujuk.model.statement import Claim
from rujuk.model.vectors import Vectors


@dataclass(frozen=True, slots=True)
class ScoredClaims:
    """Two parts of sentences, the probability, 0..1, that they tell one fact, and each feature's value, detail and weight.

    `apart` says that a rule would keep them from standing as one statement (a plain contradiction, figures that clash,
    headlines): the score is of the fact told, whichever value each gives.
    """

    left: Claim
    right: Claim
    score: float
    apart: bool
    features: tuple[tuple[str, float, str, float], ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the pair as JSON data, claims by their place in their article's part."""
        return {
            "a": _place(self.left),
            "b": _place(self.right),
            "score": self.score,
            "apart": self.apart,
            "features": [
                {"name": name, "value": round(value, 4), "weight": weight, "detail": detail}
                for name, value, detail, weight in self.features
            ],
        }


def compare(
    documents: Sequence[Document], vectors: Vectors, *, packs: Packs, config: AlignConfig = AlignConfig()
) -> Iterator[ScoredClaims]:
    """Yield the pairs of parts of two documents that may tell one fact, in the order of their parts.

    Every two parts are compared in a story of up to `most_pairs` pairs, in a larger one those that are near by vector; a pair
    whose probability is below `least_told` is left out.
    """
    parts, model = sorted_claims(documents, packs, config, fine=True), load_model(PARTS, NAMES)
    pairs = part_pairs(parts, vectors, config)
    scores = model.probabilities(pairs.rows)
    for pair, score in zip(pairs, scores.tolist(), strict=True):
        if score >= config.least_told:
            left, right = parts[pair.left], parts[pair.right]
            told = zip(pair.told(), model.weights, strict=True)
            features = tuple((name, value, detail, weight) for (name, value, detail), weight in told)
            yield ScoredClaims(left.claim, right.claim, score, apart(left, right, packs, config), features)


def _place(claim: Claim) -> dict[str, Any]:
    """Return where a claim stands: from its first character to its last, and its pieces where it is discontinuous."""
    return {
        "article": claim.article_id,
        "part": claim.part,
        "start": claim.spans[0].start,
        "end": claim.spans[-1].end,
        "pieces": [[span.start, span.end] for span in claim.spans],
        "text": claim.text,
    }
