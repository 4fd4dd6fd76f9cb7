"""Average-linkage grouping over sparse scores: the two groups most alike are joined until none are alike enough.

A plain average asks the same of one article beside one other, where a single score decides, as of two groups of ten, where a
hundred do. With a cut of its own an article alone joins where the two members most like it vouch for it: follow-ups of a long
story are like its other follow-ups, and a look-alike is like one article at most (decision 0032).
"""

import heapq
from collections.abc import Mapping
from typing import NamedTuple

Pair = tuple[int, int]


class Link(NamedTuple):
    """The scores between two groups: their sum, the highest and the one after it."""

    total: float
    first: float
    second: float

    def and_also(self, other: "Link") -> "Link":
        """Return the link of groups of which parts are linked like this."""
        one, two, *_ = sorted((*self[1:], *other[1:]), reverse=True)
        return Link(self.total + other.total, one, two)


NONE = Link(0.0, 0.0, 0.0)


def group(
    size: int, scores: Mapping[Pair, float], join_at: float, alone_at: float | None = None
) -> list[list[int]]:
    """Return the groups of positions 0..size-1, each sorted, in order of their first member.

    The likeness of two groups is the mean score over all pairs between them, pairs without a score counting as 0; they join at
    `join_at`. With `alone_at`, that of one position and a group is the mean of the two highest scores between them (of two
    positions their score), and they join at `alone_at`. Deterministic: among equals, the groups with the lowest members are
    joined first.
    """
    return _Grouping(size, scores, join_at, alone_at).run()


class _Grouping:
    """Groups being joined: members and links by the lowest position of each group."""

    def __init__(
        self, size: int, scores: Mapping[Pair, float], join_at: float, alone_at: float | None
    ) -> None:
        self._join_at, self._alone_at = join_at, alone_at
        self._members = {at: [at] for at in range(size)}
        self._links: dict[int, dict[int, Link]] = {at: {} for at in range(size)}
        for (low, high), score in sorted(scores.items()):
            self._links[low][high] = self._links[high][low] = Link(score, score, 0.0)
        first = join_at if alone_at is None else alone_at
        self._heap = [(-score, low, high, 1, 1) for (low, high), score in scores.items() if score >= first]
        heapq.heapify(self._heap)

    def run(self) -> list[list[int]]:
        """Join until nothing is alike enough."""
        members = self._members
        while self._heap:
            _, low, high, *sizes = heapq.heappop(self._heap)
            if low in members and high in members and [len(members[low]), len(members[high])] == sizes:
                self._join(low, high)
                self._push(low)
        return [sorted(members[at]) for at in sorted(members)]

    def _join(self, low: int, high: int) -> None:
        self._members[low] += self._members.pop(high)
        own = self._links[low]
        for other, link in self._links.pop(high).items():
            del self._links[other][high]
            if other != low:
                own[other] = self._links[other][low] = own.get(other, NONE).and_also(link)

    def _push(self, at: int) -> None:
        size = len(self._members[at])
        for other, link in self._links[at].items():
            count = len(self._members[other])
            if self._alone_at is not None and 1 in (size, count):
                likeness, cut = round((link.first + link.second) / 2, 9), self._alone_at
            else:
                likeness, cut = round(link.total / (size * count), 9), self._join_at
            if likeness >= cut:
                low, high = (at, other) if at < other else (other, at)
                sizes = len(self._members[low]), len(self._members[high])
                heapq.heappush(self._heap, (-likeness, low, high, *sizes))
