"""Which claims are compared: for each claim its nearest ones by vector in every other article, never all with all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.differ import counts_one_thing
from rujuk.align.features import contradictory, numbers_clash
from rujuk.lang.base import Packs

Vectors = Callable[[Sequence[str]], np.ndarray]

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


def ranks(claims: Sequence[ReadClaim], own: np.ndarray, config: AlignConfig) -> dict[tuple[int, int], int]:
    """Return for each claim and each of its nearest claims of an article the place in that article's order, 0 the nearest."""
    columns = _groups(claims, config)
    found: dict[tuple[int, int], int] = {}
    for start in range(0, len(claims), BLOCK):
        block = np.round(own[start : start + BLOCK] @ own.T, 4)
        for members in columns:
            for row in range(len(block)):
                _add_nearest(found, start + row, block[row], members, config.neighbours)
    return found


def _groups(claims: Sequence[ReadClaim], config: AlignConfig) -> list[np.ndarray]:
    """Return the claims' places, article by article; a story of very many articles is one group."""
    groups: dict[str, list[int]] = {}
    for index, item in enumerate(claims):
        groups.setdefault(item.claim.article_id, []).append(index)
    if len(groups) > config.largest_story:
        return [np.arange(len(claims))]
    return [np.asarray(members) for members in groups.values()]


def _add_nearest(
    found: dict[tuple[int, int], int], index: int, cosines: np.ndarray, members: np.ndarray, count: int
) -> None:
    """Record the nearest claims among `members`, the claim itself left out; ties by place, so that order never matters."""
    others = members[members != index]
    order = np.lexsort((others, -cosines[others]))[:count]
    for rank, place in enumerate(order):
        found[index, int(others[place])] = rank
