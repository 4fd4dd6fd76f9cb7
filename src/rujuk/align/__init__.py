"""A story's documents to alignments: claims that assert the same thing, and how they differ."""

from rujuk.align.align import align

__all__ = ["align"]
