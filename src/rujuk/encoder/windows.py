"""A text longer than the network reads, cut into windows that overlap, and their scores put together again.

A network sees names worse the longer a text is. Of 554 names in eight texts of 25 made-up sentences in random order, windows
of 256 tokens lost 28 that are found in their sentence alone, windows of 128 with the same overlap 8, of 96 with 48 five.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WIDEST = 128
"""Tokens of a window in which labels of a longer text are read."""
OVERLAP = 64
"""Tokens that two windows share: a name at a seam is read with 32 tokens, some 20 words, around it."""


class Window(NamedTuple):
    """Tokens of one run: the frame (opening mark and prefix, closing mark) around the text's tokens start..end."""

    ids: NDArray[np.int64]
    start: int
    end: int


def windows(ids: NDArray[np.int64], opening: int, most: int) -> Iterator[Window]:
    """Yield the windows of a text, first to last; one that has no more than `most` tokens is a window itself.

    Args:
        ids: tokens of the whole text; the last is the closing mark.
        opening: tokens before the text's own: the opening mark and the prefix.
        most: tokens of a run.
    """
    if len(ids) <= most:
        yield Window(ids, 0, len(ids))
        return
    room = max(1, most - opening - 1)
    shared = min(OVERLAP, room // 2)
    last = len(ids) - 1
    for start in range(opening, max(opening + 1, last - shared), room - shared):
        end = min(start + room, last)
        yield Window(np.concatenate((ids[:opening], ids[start:end], ids[-1:])), start, end)


def joined(
    found: Sequence[tuple[Window, NDArray[np.float32]]], opening: int, length: int
) -> NDArray[np.float32]:
    """One row of scores a token of the text, each from the window in which the token stands farther from an edge."""
    if len(found) == 1:
        return found[0][1]
    scores = np.zeros((length, found[0][1].shape[1]), np.float32)
    for number, (window, rows) in enumerate(found):
        # Half of what two windows share belongs to each; before the first there is none.
        begin = window.start if number == 0 else (window.start + found[number - 1][0].end) // 2
        shift = begin - window.start + opening
        scores[begin : window.end] = rows[shift : shift + window.end - begin]
    return scores
