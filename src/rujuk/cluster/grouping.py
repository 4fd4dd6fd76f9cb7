"""Average-linkage grouping over sparse scores: the two groups most alike are joined until none are alike enough."""

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]


def group(size: int, scores: Mapping[Pair, float], join_at: float) -> list[list[int]]:
    """Return the groups of positions 0..size-1, each sorted, in order of their first member.

    The likeness of two groups is the mean score over all pairs between them, pairs without a score counting as 0.
    Deterministic: among equals, the groups with the lowest members are joined first.
    """
    members = {at: [at] for at in range(size)}
    links: dict[int, dict[int, float]] = {at: {} for at in range(size)}
    for (low, high), score in sorted(scores.items()):
        links[low][high] = links[high][low] = score
    heap = [(-score, low, high, 1, 1) for (low, high), score in scores.items() if score >= join_at]
    heapq.heapify(heap)
    while heap:
        _, low, high, low_size, high_size = heapq.heappop(heap)
        still = low in members and high in members
        if still and len(members[low]) == low_size and len(members[high]) == high_size:
            _join(low, high, members, links)
            _push(heap, low, members, links, join_at)
    return [sorted(members[at]) for at in sorted(members)]


def _join(low: int, high: int, members: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    members[low] += members.pop(high)
    for other, total in links.pop(high).items():
        del links[other][high]
        if other != low:
            links[low][other] = links[other][low] = links[low].get(other, 0.0) + total


def _push(
    heap: list[tuple[float, int, int, int, int]],
    at: int,
    members: dict[int, list[int]],
    links: dict[int, dict[int, float]],
    join_at: float,
) -> None:
    for other, total in links[at].items():
        mean = round(total / (len(members[at]) * len(members[other])), 9)
        if mean >= join_at:
            low, high = min(at, other), max(at, other)
            heapq.heappush(heap, (-mean, low, high, len(members[low]), len(members[high])))
