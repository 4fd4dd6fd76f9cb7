"""Sentences of two texts that say the same, in the same order, in whatever words."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from rujuk.model.text import Span

MOST = 400
"""Sentences of one text that are compared; bounds the time on a text of thousands."""


def aligned_sentences(
    left: Sequence[Span],
    right: Sequence[Span],
    vectors: Callable[[Sequence[str]], npt.NDArray[np.generic]],
    least_cosine: float,
) -> list[tuple[int, int]]:
    """Return pairs of positions that are each other's nearest, at least `least_cosine` alike, longest run in one order."""
    if not left or not right:
        return []
    first, second = (
        np.asarray(vectors([span.text for span in spans[:MOST]]), dtype=np.float32) for spans in (left, right)
    )
    cosines = np.round(first @ second.T, 4)
    to_right, to_left = cosines.argmax(axis=1), cosines.argmax(axis=0)
    mutual = [
        (i, int(j)) for i, j in enumerate(to_right) if to_left[j] == i and cosines[i, j] >= least_cosine
    ]
    return longest_in_order(mutual)


def longest_in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose right positions rise with their left ones; the pairs are sorted by left."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for at, (_, right) in enumerate(pairs):
        place = bisect_left(ends, right)
        before.append(holders[place - 1] if place else -1)
        ends[place : place + 1] = [right]
        holders[place : place + 1] = [at]
    run: list[tuple[int, int]] = []
    at = holders[-1] if holders else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]
