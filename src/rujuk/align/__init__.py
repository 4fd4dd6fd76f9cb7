"""A story's documents to alignments: claims that assert the same thing, and how they differ."""

from rujuk.align.align import align
from rujuk.align.compare import ScoredClaims, compare

__all__ = ["ScoredClaims", "align", "compare"]
