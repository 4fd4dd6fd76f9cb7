"""Stretches of words that two texts share: seeds of equal word n-grams, chained into local alignments.

The seed-and-chain form is that of passim (Smith, Cordell and Dillon 2013), without its final Smith-Waterman: news copies are
hours old, not scanned pages, so that seeds lie close and a bounded gap joins them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+")
REPEATS = 8
"""A seed that one text holds more often is a refrain or hostile; it starts nothing, which keeps the time linear."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text in lower case, with the offsets where they stand."""

    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.folded)


def split_words(text: str) -> Words:
    """Return the words of a text."""
    found = [(match.group().casefold(), *match.span()) for match in WORD.finditer(text)]
    return Words(
        tuple(word for word, _, _ in found),
        tuple(start for _, start, _ in found),
        tuple(end for _, _, end in found),
    )


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch that two texts share: first and last word on each side, and the positions of the equal words.

    `left_words` and `right_words` are the positions in each text of the words that are equal.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    left_words: frozenset[int]
    right_words: frozenset[int]


def seeds(words: Words, size: int) -> dict[tuple[str, ...], list[int]]:
    """Return where each n-gram of `size` words stands; those that occur more than REPEATS times are left out."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(words) - size + 1):
        found[words.folded[at : at + size]].append(at)
    return {gram: places for gram, places in found.items() if len(places) <= REPEATS}


def shared_passages(
    left: dict[tuple[str, ...], list[int]],
    right: dict[tuple[str, ...], list[int]],
    size: int,
    gap: int,
    least: int,
) -> list[Passage]:
    """Return the stretches of at least `least` equal words, in left order; words between seeds may differ up to `gap`."""
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    common = [gram for gram in few if gram in many]
    hits = sorted((i, j) for gram in common for i in left[gram] for j in right[gram])
    passages = (_passage(chain, size) for chain in _chains(hits, gap + size))
    return _without_inner(passage for passage in passages if len(passage.left_words) >= least)


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
