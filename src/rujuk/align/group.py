"""Bringing together the claims that assert the same fact, from the probabilities of pairs."""

from collections.abc import Callable, Sequence

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.pairs import ScoredPair

Apart = Callable[[ReadClaim, ReadClaim], bool]
Scores = dict[tuple[int, int], float]


def group(
    claims: Sequence[ReadClaim],
    pairs: Sequence[ScoredPair],
    config: AlignConfig,
    apart: Apart = lambda _left, _right: False,
) -> list[tuple[int, ...]]:
    """Return groups of claims, by their places in the list: every claim is in exactly one; groups and members sorted.

    Average-linkage clustering over the compared pairs, most probable first; a pair that was not compared counts as 0.
    Two claims for which `apart` holds never come into one group, however many others join them. Two claims of one article come together only where they were compared and are likely enough themselves.
    """
    scores = {(pair.left, pair.right): pair.probability for pair in pairs}
    groups: dict[int, tuple[int, ...]] = {index: (index,) for index in range(len(claims))}
    for pair in pairs:
        if pair.probability < config.joins:
            break
        one, other = groups[pair.left], groups[pair.right]
        if (
            one != other
            and not _blocked(one, other, claims, apart)
            and _may_join(one, other, claims, scores, config)
        ):
            joined = tuple(sorted((*one, *other)))
            groups.update(dict.fromkeys(joined, joined))
    return sorted(set(groups.values()))


def _blocked(one: Sequence[int], other: Sequence[int], claims: Sequence[ReadClaim], apart: Apart) -> bool:
    return any(apart(claims[left], claims[right]) for left in one for right in other)


def _may_join(
    one: Sequence[int], other: Sequence[int], claims: Sequence[ReadClaim], scores: Scores, config: AlignConfig
) -> bool:
    total, count = 0.0, 0
    for left in one:
        for right in other:
            score = scores.get((min(left, right), max(left, right)), 0.0)
            if claims[left].claim.article_id != claims[right].claim.article_id:
                total, count = total + score, count + 1
            elif score < config.joins_within:
                return False
    return total >= config.average * count
