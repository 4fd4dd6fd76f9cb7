"""Which pairs of articles are worth scoring: near by meaning, or sharing rare names or an address, and near in time."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from rujuk.cluster.sketch import Sketch

BLOCK = 1024
"""Rows of one block of the similarity matrix; bounds memory to a few MB a thousand articles."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rows:
    """The articles' vectors: as they come, and without what their language has in common, both of length 1 (or zero)."""

    plain: Vectors
    centred: Vectors


def stack(
    sketches: Sequence[Sketch],
    vectors: Mapping[str, npt.NDArray[np.generic]],
    means: Mapping[str, npt.NDArray[np.float32]],
    width: int | None = None,
) -> Rows:
    """Return the articles' vectors as rows; an article without one gets zeros and is near to nothing.

    `width` is that of the vectors unless it is given.
    """
    width = width or max((vector.shape[0] for vector in vectors.values()), default=1)
    rows = np.zeros((len(sketches), width), dtype=np.float32)
    for at, item in enumerate(sketches):
        if item.id in vectors:
            rows[at] = vectors[item.id]
    return Rows(rows, centre([item.language for item in sketches], rows, means))


def likenesses(rows: Vectors, pairs: Sequence[tuple[int, int]]) -> npt.NDArray[np.float64]:
    """Return the cosine of each pair of rows, rounded to four places so that no processor's last digits decide."""
    low, high = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    cosines: npt.NDArray[np.float64] = (
        np.einsum("ij,ij->i", rows[low], rows[high]).astype(np.float64).round(4)
    )
    return cosines


def centre(languages: Sequence[str], plain: Vectors, means: Mapping[str, npt.NDArray[np.float32]]) -> Vectors:
    """Return the rows without the mean of their language; a language without one loses the mean of all that have one."""
    if not means or not len(plain):
        return plain
    other = np.mean(list(means.values()), axis=0)
    rows: Vectors = plain - np.stack([means.get(code, other) for code in languages])
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    known = plain.any(axis=1, keepdims=True) & (lengths > 0)
    return np.where(known, rows / np.where(lengths > 0, lengths, 1), 0).astype(np.float32)


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
    rows: Rows,
    *,
    neighbours: int,
    floor: float,
    window: float,
    rare: int,
    far: float,
    far_names: int,
) -> list[tuple[int, int]]:
    """Return the sorted pairs of positions worth scoring; `window` in days, `rare` in articles that have a name.

    Two that share `far_names` rare names may lie `far` days apart: a victim's, a suspect's and a street's name come back with the charges.
    """
    times = np.array([np.nan if item.moment is None else item.moment for item in sketches], dtype=np.float64)
    found = set(near_pairs(rows.centred, times, neighbours, floor, window))
    shared = Counter(linked_pairs([item.names for item in sketches], rare))
    linked = {*shared, *linked_pairs([frozenset({item.url} - {""}) for item in sketches], len(sketches))}
    for low, high in linked:
        days = far if shared[low, high] >= far_names else window
        if not abs(times[low] - times[high]) > days:
            found.add((low, high))
    return sorted(found)
