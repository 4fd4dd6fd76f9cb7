"""The features of many pairs at once: what `features` tells of one pair, as a column of numbers for all of them.

A story of many articles has a hundred thousand pairs. Most have no figure, time or name in common to look at: what a part has at
all is looked up once a part, and only pairs where both sides have it are held against each other one by one.
"""

from collections.abc import Callable, Mapping, Sequence
from math import log

import numpy as np

from rujuk.align.claims import ReadClaim
from rujuk.align.features import (
    Feature,
    Pair,
    around,
    counts_differ,
    lengths,
    letters,
    nearest,
    numbers,
    other_names,
    places,
    polarity,
    speakers,
    substance,
    times,
    words,
)

PLAIN = (
    nearest,
    words,
    letters,
    around,
    other_names,
    numbers,
    counts_differ,
    times,
    lengths,
    substance,
    speakers,
    polarity,
    places,
)
"""Features of a pair of claims that hold for parts too."""


def plain_columns(
    parts: Sequence[ReadClaim],
    left: np.ndarray,
    right: np.ndarray,
    rank: np.ndarray,
    weights: Mapping[str, float],
) -> list[np.ndarray]:
    """Return a column of values for each of PLAIN, in their order, for the pairs of the parts at `left` and at `right`.

    `rank` and `weights` are those of the pairs (`features.Pair`). Each value is what the feature gives of the pair, to rounding.
    """
    sizes = np.asarray([len(item.stems) for item in parts])
    small = np.minimum(sizes[left], sizes[right]) + 1
    logs = np.asarray([log(1 + size) for size in range(int(sizes.max(initial=0)) + 1)])
    denied = np.asarray([bool(item.negated) or item.claim.modality == "denied" for item in parts])
    place = np.asarray([item.place for item in parts])
    pairs = _Pairs(parts, left, right)
    counted = np.asarray([bool(item.quantities) for item in parts])
    grams = [item.grams for item in parts]
    return [
        1.0 / (1 + rank),
        pairs.overlap([frozenset(item.stems) for item in parts], weights, smaller=True),
        pairs.overlap(grams, dict.fromkeys(frozenset().union(*grams), 1.0), smaller=True),
        pairs.overlap([frozenset(item.context) for item in parts], weights, smaller=False),
        pairs.where(np.asarray([bool(item.mentions) for item in parts]), other_names),
        pairs.where(counted, numbers),
        pairs.where(counted, counts_differ),
        pairs.where(np.asarray([any(time.start_at for time in item.times) for item in parts]), times),
        small / (np.maximum(sizes[left], sizes[right]) + 1),
        logs[small - 1],
        pairs.where(np.asarray([item.claim.speaker is not None for item in parts]), speakers),
        denied[left] != denied[right],
        np.abs(place[left] - place[right]),
    ]


class _Pairs:
    """Parts, and the pairs of them that are compared."""

    def __init__(self, parts: Sequence[ReadClaim], left: np.ndarray, right: np.ndarray) -> None:
        self._parts, self._left, self._right = parts, left, right

    def where(self, has: np.ndarray, feature: Callable[[Pair], Feature]) -> np.ndarray:
        """Return the values of a feature that is 0 but where both parts have what it looks at."""
        found = np.zeros(len(self._left))
        both = np.flatnonzero(has[self._left] & has[self._right])
        for at, a, b in zip(
            both.tolist(), self._left[both].tolist(), self._right[both].tolist(), strict=True
        ):
            found[at] = feature(Pair(self._parts[a], self._parts[b], 0, {})).value
        return found

    def overlap(
        self, sets: Sequence[frozenset[str]], weights: Mapping[str, float], *, smaller: bool
    ) -> np.ndarray:
        """Return the weight of what the two sets of each pair share, as a share of the lesser one's, or of both together.

        Sets that several parts have in common, as those of one sentence, are held against each other once.
        """
        distinct = {own: number for number, own in enumerate(dict.fromkeys(sets))}
        kinds = np.asarray([distinct[own] for own in sets])
        codes, back = np.unique(kinds[self._left] * len(sets) + kinds[self._right], return_inverse=True)
        one, other = np.divmod(codes, len(sets))
        shared = np.asarray(_shared([*distinct], one.tolist(), other.tolist(), weights))
        whole = np.asarray([sum(weights[key] for key in sorted(own)) for own in distinct])
        size = np.minimum(whole[one], whole[other]) if smaller else whole[one] + whole[other] - shared
        values: np.ndarray = np.clip(shared / np.where(size > 0, size, 1.0), 0.0, 1.0)
        return values[back]


def _shared(
    sets: Sequence[frozenset[str]], one: Sequence[int], other: Sequence[int], weights: Mapping[str, float]
) -> list[float]:
    """Return the weight of what the sets at these places share, pair by pair; added up by number, so that no run adds otherwise."""
    numbered = {key: at for at, key in enumerate(sorted(frozenset().union(*sets)))}
    own = [frozenset(numbered[key] for key in item) for item in sets]
    weight = [weights[key] for key in numbered]
    return [sum(map(weight.__getitem__, own[a] & own[b])) for a, b in zip(one, other, strict=True)]
