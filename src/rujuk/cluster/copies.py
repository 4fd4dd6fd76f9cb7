"""Stretches of words that two texts share: seeds of equal word n-grams, chained into local alignments.

The seed-and-chain form is that of passim (Smith, Cordell and Dillon 2013), without its final Smith-Waterman: news copies are
hours old, not scanned pages, so that seeds lie close and a bounded gap joins them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

WORD = re.compile(r"\w+")
REPEATS = 8
"""A seed that one text holds more often is a refrain or hostile; it starts nothing, which keeps the time linear."""
BASE = np.uint64(0x9E3779B97F4A7C15)
"""Odd, so that multiplying by it loses no bit of 64."""

Places = npt.NDArray[np.intp]


@dataclass(frozen=True)
class Words:
    """The words of one text in lower case, and on demand the offsets where they stand."""

    text: str
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.folded)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Return where each word starts."""
        return tuple(match.start() for match in WORD.finditer(self.text))

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Return where each word ends."""
        return tuple(match.end() for match in WORD.finditer(self.text))


def split_words(text: str) -> Words:
    """Return the words of a text."""
    return Words(text, tuple(map(str.casefold, WORD.findall(text))))


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """The word n-grams of a text by a hash of 64 bits: `keys` sorted, `places` the first word of each, equal ones in any order.

    Two texts' equal keys are proposals: what is told to be shared was compared word by word.
    """

    words: tuple[str, ...]
    size: int
    keys: npt.NDArray[np.uint64]
    places: Places


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch that two texts share: first and last word on each side, and the positions of the equal words.

    `left_words` and `right_words` are the positions in each text of the words that are equal.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    left_words: frozenset[int]
    right_words: frozenset[int]


def seeds(words: Words, size: int) -> Seeds:
    """Return the n-grams of `size` words; those that occur more than REPEATS times are left out.

    A rolling polynomial over the words' hashes, whole arrays at a time: one pass of the text, no n-gram is ever built.
    """
    count = max(0, len(words) - size + 1)
    hashes = np.fromiter(map(hash, words.folded), np.int64, len(words)).view(np.uint64)
    rolled = hashes[:count].copy()
    for step in range(1, size if count else 1):
        rolled *= BASE
        rolled += hashes[step : step + count]
    places = rolled.argsort()
    keys = rolled[places]
    if count > REPEATS and (keys[REPEATS:] == keys[:-REPEATS]).any():
        often = (keys.searchsorted(keys, "right") - keys.searchsorted(keys)) > REPEATS
        keys, places = keys[~often], places[~often]
    return Seeds(words.folded, size, keys, places)


def shared_passages(left: Seeds, right: Seeds, gap: int, least: int) -> list[Passage]:
    """Return the stretches of at least `least` equal words, in left order; words between seeds may differ up to `gap`."""
    size = left.size
    passages = (_passage(chain, size) for chain in _chains(hits(left, right), gap + size))
    return _without_inner(passage for passage in passages if len(passage.left_words) >= least)


def hits(left: Seeds, right: Seeds) -> list[tuple[int, int]]:
    """Return the pairs of places where both texts have the same words, sorted."""
    first, last = right.keys.searchsorted(left.keys), right.keys.searchsorted(left.keys, "right")
    proposed = (
        (int(left.places[at]), int(place))
        for at in np.flatnonzero(last > first)
        for place in right.places[first[at] : last[at]]
    )
    return sorted(
        (i, j) for i, j in proposed if left.words[i : i + left.size] == right.words[j : j + left.size]
    )


def _chains(hits: Sequence[tuple[int, int]], reach: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the hits in chains that run forward on both sides with steps of at most `reach`."""
    running: list[list[tuple[int, int]]] = []
    for i, j in hits:
        still = [chain for chain in running if i - chain[-1][0] <= reach]
        yield from (chain for chain in running if i - chain[-1][0] > reach)
        near = [chain for chain in still if chain[-1][0] < i and 0 < j - chain[-1][1] <= reach]
        if near:
            best = min(near, key=lambda chain: (abs((i - chain[-1][0]) - (j - chain[-1][1])), chain[0]))
            best.append((i, j))
        else:
            still.append([(i, j)])
        running = still
    yield from running


def _passage(chain: Sequence[tuple[int, int]], size: int) -> Passage:
    return Passage(
        (chain[0][0], chain[-1][0] + size - 1),
        (chain[0][1], chain[-1][1] + size - 1),
        frozenset(i + step for i, _ in chain for step in range(size)),
        frozenset(j + step for _, j in chain for step in range(size)),
    )


def _without_inner(passages: Iterable[Passage]) -> list[Passage]:
    """Return the passages of which no words are claimed by a longer one on either side."""
    kept: list[Passage] = []
    for passage in sorted(passages, key=lambda item: (-len(item.left_words), item.left, item.right)):
        clash = any(
            passage.left_words & other.left_words or passage.right_words & other.right_words for other in kept
        )
        if not clash:
            kept.append(passage)
    return sorted(kept, key=lambda item: (item.left, item.right))
