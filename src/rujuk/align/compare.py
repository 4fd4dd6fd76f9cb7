"""Every pair of claims that `align` scores, with what the score is made of: for whoever doubts a statement or fits the model."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rujuk.align.align import sorted_claims
from rujuk.align.config import AlignConfig
from rujuk.align.features import details_of
from rujuk.align.pairs import Vectors, apart, candidate_pairs
from rujuk.align.score import load_model
from rujuk.lang.base import Packs
from rujuk.model.annotations import Document
from rujuk.model.statement import Claim


@dataclass(frozen=True, slots=True)
class ScoredClaims:
    """Two claims, the probability, 0..1, that they assert one fact, and each feature's value, detail and weight.

    `apart` says that a rule keeps them apart (a plain contradiction, figures that clash, headlines): the score is 0 then,
    whatever the features add up to.
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
    """Yield every pair of claims of a story's documents that `align` compares, in the order of their claims."""
    claims, model = sorted_claims(documents, packs, config), load_model()
    for (left, right), pair in candidate_pairs(claims, vectors, config):
        told = details_of(pair)
        score = float(model.probabilities([[value for value, _ in told.values()]])[0])
        kept = apart(claims[left], claims[right], packs, config)
        features = tuple(
            (name, value, detail, weight)
            for (name, (value, detail)), weight in zip(told.items(), model.weights, strict=True)
        )
        yield ScoredClaims(claims[left].claim, claims[right].claim, 0.0 if kept else score, kept, features)


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
