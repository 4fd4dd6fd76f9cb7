"""Bringing together the parts that tell one fact, from the probabilities of pairs."""

from collections.abc import Callable, Sequence
from functools import cache

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.pairs import ScoredPair

Apart = Callable[[ReadClaim, ReadClaim], bool]
Scores = dict[tuple[int, int], float]
Group = tuple[int, ...]


def group(
    parts: Sequence[ReadClaim],
    pairs: Sequence[ScoredPair],
    config: AlignConfig,
    apart: Apart = lambda _left, _right: False,
) -> list[Group]:
    """Return groups of parts, by their places in the list: every part is in exactly one; groups and members sorted.

    Average-linkage clustering over the pairs of two articles, most probable first; a pair that was not compared counts as 0. Parts
    of one article are never compared with each other: they come together where the other articles' parts are like both. Two
    parts of two articles for which `apart` holds never come into one group, however many others join them.
    """
    linkage = _Linkage(parts, pairs, config, apart)
    for pair in sorted(pairs, key=lambda pair: (-pair.probability, pair.left, pair.right)):
        if pair.probability < config.joins:
            break
        linkage.join(pair.left, pair.right)
    return sorted(set(linkage.groups.values()))


class _Linkage:
    """The groups so far, by member; two groups that may not join are asked about once only."""

    def __init__(
        self, parts: Sequence[ReadClaim], pairs: Sequence[ScoredPair], config: AlignConfig, apart: Apart
    ) -> None:
        self.groups: dict[int, Group] = {index: (index,) for index in range(len(parts))}
        self._articles = [item.claim.article_id for item in parts]
        self._scores: Scores = {(pair.left, pair.right): pair.probability for pair in pairs}
        self._average = config.average
        self._refused: set[tuple[Group, Group]] = set()
        self._apart = cache(lambda left, right: apart(parts[left], parts[right]))

    def join(self, left: int, right: int) -> None:
        """Make the groups of two parts one where they may be."""
        one, other = sorted((self.groups[left], self.groups[right]))
        if one == other or (one, other) in self._refused:
            return
        if not self._alike(one, other):
            self._refused.add((one, other))
            return
        joined = tuple(sorted((*one, *other)))
        self.groups.update(dict.fromkeys(joined, joined))

    def _alike(self, one: Group, other: Group) -> bool:
        """Return whether no two members are apart and the mean over the pairs of two articles is high enough."""
        total, count = 0.0, 0
        for left in one:
            for right in other:
                if self._articles[left] == self._articles[right]:
                    continue
                key = (left, right) if left < right else (right, left)
                total, count = total + self._scores.get(key, 0.0), count + 1
        if not count or total < self._average * count:
            return False
        return not any(
            self._apart(*sorted((left, right)))
            for left in one
            for right in other
            if self._across(left, right)
        )

    def _across(self, left: int, right: int) -> bool:
        return self._articles[left] != self._articles[right]
