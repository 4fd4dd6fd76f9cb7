"""Which claims are compared: for each claim its nearest ones by vector in every other article, never all with all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.differ import counts_one_thing
from rujuk.align.features import contradictory, numbers_clash
from rujuk.lang.base import Packs

BLOCK = 512
"""Claims whose similarities to all others are held at a time: bounds the memory of a story of many thousand claims."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two claims by their place in the list of claims, left before right, and the probability that they assert one fact."""

    left: int
    right: int
    probability: float


def apart(left: ReadClaim, right: ReadClaim, packs: Packs, config: AlignConfig) -> bool:
    """Return whether two claims must not stand as one.

    That is a plain contradiction, other figures that no difference would show, or two headlines that share little but
    their story's words.
    """
    if contradictory(left, right, packs[left.language].words):
        return True
    if numbers_clash(left, right) and not counts_one_thing(left, right, packs):
        return True
    if left.claim.part != "title" or right.claim.part != "title":
        return False
    shared, both = {*left.stems} & {*right.stems}, {*left.stems} | {*right.stems}
    return len(shared) < config.headline_words * len(both)


class Ranks(NamedTuple):
    """The nearest claims of each claim: its place, the other's place, and the other's rank in its article's order, 0 the nearest."""

    claim: np.ndarray
    other: np.ndarray
    rank: np.ndarray

    def of(self, left: np.ndarray, right: np.ndarray, far: int) -> np.ndarray:
        """Return for each pair of places the rank of the right claim among those near the left one; `far` where it is not among them."""
        if not len(self.claim):
            return np.full(len(left), far)
        width = 1 + int(max(self.other.max(initial=0), right.max(initial=0)))
        keys, wanted = self.claim * width + self.other, left * width + right
        order = np.argsort(keys)
        at = np.minimum(np.searchsorted(keys, wanted, sorter=order), len(keys) - 1)
        found: np.ndarray = np.where(keys[order[at]] == wanted, self.rank[order[at]], far)
        return found

    def within(self, share: int) -> tuple[np.ndarray, np.ndarray]:
        """Return the pairs of claims, each once, left before right and sorted, of which one is among the first `share` of the other."""
        near = self.rank < share
        one, other = self.claim[near], self.other[near]
        width = 1 + int(max(one.max(initial=0), other.max(initial=0)))
        left, right = np.divmod(np.unique(np.minimum(one, other) * width + np.maximum(one, other)), width)
        return left, right


def ranks(claims: Sequence[ReadClaim], own: np.ndarray, config: AlignConfig) -> Ranks:
    """Return the nearest claims of each claim in every article; ties by place, so that order never matters."""
    columns = _groups(claims, config)
    found = []
    for start in range(0, len(claims), BLOCK):
        block = np.round(own[start : start + BLOCK] @ own.T, 4)
        found += [_nearest(start, block[:, members], members, config.neighbours) for members in columns]
    return Ranks(*(np.concatenate(side) for side in zip(*found, strict=True)))


def _groups(claims: Sequence[ReadClaim], config: AlignConfig) -> list[np.ndarray]:
    """Return the claims' places, article by article; a story of very many articles is one group."""
    groups: dict[str, list[int]] = {}
    for index, item in enumerate(claims):
        groups.setdefault(item.claim.article_id, []).append(index)
    if len(groups) > config.largest_story:
        return [np.arange(len(claims))]
    return [np.asarray(members) for members in groups.values()]


def _nearest(
    start: int, cosines: np.ndarray, members: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the nearest `count` of the members to each of the claims from `start` on, a claim itself left out: claim, other, rank."""
    claims = np.arange(start, start + len(cosines))
    away = np.where(members == claims[:, None], np.inf, -cosines)
    order = np.argsort(away, axis=1, kind="stable")[:, :count]
    rank = np.broadcast_to(np.arange(order.shape[1]), order.shape)
    kept = np.take_along_axis(away, order, axis=1) < np.inf
    return np.broadcast_to(claims[:, None], order.shape)[kept], members[order][kept], rank[kept]
