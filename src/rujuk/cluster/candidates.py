"""Which pairs of articles are worth scoring: near by meaning, or sharing rare names or an address, and near in time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from rujuk.cluster.sketch import Sketch

BLOCK = 1024
"""Rows of one block of the similarity matrix; bounds memory to a few MB a thousand articles."""

Vectors = npt.NDArray[np.float32]


def stack(sketches: Sequence[Sketch], vectors: Mapping[str, npt.NDArray[np.generic]]) -> Vectors:
    """Return the articles' vectors as rows; an article without one gets zeros and is near to nothing."""
    width = max((vector.shape[0] for vector in vectors.values()), default=1)
    rows = np.zeros((len(sketches), width), dtype=np.float32)
    for at, item in enumerate(sketches):
        if item.id in vectors:
            rows[at] = vectors[item.id]
    return rows


def near_pairs(
    rows: Vectors, times: npt.NDArray[np.float64], neighbours: int, floor: float, window: float
) -> Iterator[tuple[int, int]]:
    """Yield pairs (low, high) of rows of which one is among the other's nearest `neighbours` inside the time window.

    Unknown times are NaN: they are inside of every window.
    """
    for start in range(0, len(rows), BLOCK):
        cosines = np.round(rows[start : start + BLOCK] @ rows.T, 4)
        gaps = np.abs(times[start : start + BLOCK, None] - times[None, :])
        cosines[gaps > window] = -1
        for offset, line in enumerate(cosines):
            at = start + offset
            line[at] = -1
            best = np.argsort(-line, kind="stable")[:neighbours]
            yield from ((min(at, int(b)), max(at, int(b))) for b in best if line[b] >= floor)


def linked_pairs(keys: Sequence[frozenset[str]], most: int) -> Iterator[tuple[int, int]]:
    """Yield pairs of articles that share a key which at most `most` articles have."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(keys):
        for key in sorted(own):
            holders[key].append(at)
    for key in sorted(holders):
        if len(holders[key]) <= most:
            yield from combinations(holders[key], 2)


def candidates(
    sketches: Sequence[Sketch],
    rows: Vectors,
    *,
    neighbours: int,
    floor: float,
    window: float,
    rare: int,
) -> list[tuple[int, int]]:
    """Return the sorted pairs of positions worth scoring; `window` in days, `rare` in articles that have a name."""
    times = np.array([np.nan if item.moment is None else item.moment for item in sketches], dtype=np.float64)
    found = set(near_pairs(rows, times, neighbours, floor, window))
    linked = set(linked_pairs([item.names for item in sketches], rare))
    linked |= set(linked_pairs([frozenset({item.url} - {""}) for item in sketches], len(sketches)))
    found |= {pair for pair in linked if not abs(times[pair[0]] - times[pair[1]]) > window}
    return sorted(found)
