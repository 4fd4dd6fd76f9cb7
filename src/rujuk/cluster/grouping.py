"""Average-linkage grouping over sparse scores: the two groups most alike are joined until none are alike enough.

A plain average asks the same of one article beside one other, where a single score decides, as of two groups of ten, where a
hundred do. With a cut of its own an article alone joins where the two members most like it vouch for it: follow-ups of a long
story are like its other follow-ups, and a look-alike is like one article at most (decision 0032).
"""

import heapq
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

Pair = tuple[int, int]

LEAST = 3
"""Articles of the smaller of two groups that join as a running story's; of pairs of groups of two joined so in June 2025 half were wrong."""
PAUSE = 1.0
"""Days between the last article of one group and the first of another from which on they are no coverage that goes on: a day's press."""
SURE = 12
"""Nearly sure pairs that are remembered of two groups: where a dozen are all of one article, the groups stay two."""


class Running(NamedTuple):
    """How groups of a running story join below the cut of others.

    Two groups of LEAST articles and more whose publications leave no PAUSE join from a mean of `at` on, where two pairs without an
    article in common have `vouched_at` and no pair is ruled out (0). `moments` are the publications in days, None where not known.
    """

    at: float
    vouched_at: float
    moments: Sequence[float | None]


class Link(NamedTuple):
    """The scores between two groups: their sum, the highest and the one after it; the nearly sure pairs, and whether one is ruled out."""

    total: float
    first: float
    second: float
    sure: tuple[Pair, ...] = ()
    ruled_out: bool = False

    def and_also(self, other: "Link") -> "Link":
        """Return the link of groups of which parts are linked like this."""
        one, two, *_ = sorted((self.first, self.second, other.first, other.second), reverse=True)
        sure = tuple(sorted({*self.sure, *other.sure})[:SURE]) if self.sure or other.sure else ()
        return Link(self.total + other.total, one, two, sure, self.ruled_out or other.ruled_out)

    @property
    def vouched(self) -> bool:
        """Return whether two pairs are nearly sure that have no article in common: one that tells of both events vouches for neither."""
        return not self.ruled_out and any(
            {*one}.isdisjoint(other) for one, other in combinations(self.sure, 2)
        )


NONE = Link(0.0, 0.0, 0.0)


def group(
    size: int,
    scores: Mapping[Pair, float],
    join_at: float,
    alone_at: float | None = None,
    running: Running | None = None,
) -> list[list[int]]:
    """Return the groups of positions 0..size-1, each sorted, in order of their first member.

    The likeness of two groups is the mean score over all pairs between them, pairs without a score counting as 0; they join at
    `join_at`. With `alone_at`, that of one position and a group is the mean of the two highest scores between them (of two
    positions their score), and they join at `alone_at`. `running` says how groups join below `join_at`. Deterministic: among equals, the groups with the lowest members are
    joined first.
    """
    return _Grouping(size, scores, join_at, alone_at, running).run()


class _Grouping:
    """Groups being joined: members and links by the lowest position of each group."""

    def __init__(
        self,
        size: int,
        scores: Mapping[Pair, float],
        join_at: float,
        alone_at: float | None,
        running: Running | None,
    ) -> None:
        self._join_at, self._alone_at, self._running = join_at, alone_at, running
        vouched_at = running.vouched_at if running else 2.0
        self._members = {at: [at] for at in range(size)}
        self._links: dict[int, dict[int, Link]] = {at: {} for at in range(size)}
        for (low, high), score in sorted(scores.items()):
            self._links[low][high] = self._links[high][low] = Link(
                score, score, 0.0, ((low, high),) if score >= vouched_at else (), score == 0.0
            )
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
            if likeness >= cut or self._runs_on(at, other, link, likeness):
                low, high = (at, other) if at < other else (other, at)
                sizes = len(self._members[low]), len(self._members[high])
                heapq.heappush(self._heap, (-likeness, low, high, *sizes))

    def _runs_on(self, at: int, other: int, link: Link, likeness: float) -> bool:
        """Return whether two groups that are less alike than others join as a running story's."""
        running = self._running
        return (
            running is not None
            and likeness >= running.at
            and min(len(self._members[at]), len(self._members[other])) >= LEAST
            and link.vouched
            and self._goes_on(at, other, running.moments)
        )

    def _goes_on(self, at: int, other: int, moments: Sequence[float | None]) -> bool:
        """Return whether all publications of two groups are known and leave no pause between them."""
        one, two = ([moments[place] for place in self._members[group]] for group in (at, other))
        known, others = ([moment for moment in held if moment is not None] for held in (one, two))
        if len(known) < len(one) or len(others) < len(two):
            return False
        return max(min(known), min(others)) - min(max(known), max(others)) < PAUSE
