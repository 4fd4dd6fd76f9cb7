"""How likely two articles of one story rest on one original: a fitted logistic over few signs that can each be told.

The signs are those by which a reader tells it: words taken over, a quotation given alike, one person or body that both let
speak, sentences that say the same in the same order, figures that the other articles of the story lack; and against it figures
that differ, in the headlines above all.
"""

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rujuk.cluster.reading import Reading, Voice, telling_digits
from rujuk.cluster.sentences import aligned_sentences
from rujuk.cluster.sketch import read_day

VectorsOf = Callable[[Sequence[str]], npt.NDArray[np.generic]]

MUCH_COPIED = 0.2
"""Share of the shorter text from which more copied words tell nothing more; scales a sign to 0..1."""
MUCH_ALIGNED = 8
"""Aligned sentences that count as much; scales a sign to 0..1."""
SENTENCE_COSINE = 0.92
"""Cosine of two sentences that say the same; .86 to .92 tell the labelled pairs apart equally well."""
ONE_OCCASION = 2.0
"""Days within which one voice in two articles may be one statement. Not fitted: the labels hold statements that are quoted up to
1.9 days later, and new ones of the same voice after half a day, so that within it the days tell nothing."""
LEAST_LIKE = 0.3
"""Share of equal word pairs that two quotations have by chance: half of unrelated pairs have less than .1, few more than this."""
MUCH_DETAIL = 4
"""Telling digits of shared figures that count as much; 4 to 6 do equally well."""


@dataclass(frozen=True, slots=True, order=True)
class Dependence:
    """The chance that two articles, `left` < `right` by id, rest on one original, and the signs that it is made of."""

    left: str
    right: str
    chance: float
    signs: tuple[tuple[str, float], ...]


def signs_of(
    left: Reading,
    right: Reading,
    copied: float,
    quotation: float,
    vectors: VectorsOf,
    commonness: Mapping[float, float],
) -> dict[str, float]:
    """Return the signs of a pair by name, 0..1.

    `copied` is the share of equal words outside of quotations, `quotation` the likeness of the two most alike quotations;
    `commonness` as `commonness_of` gives it.
    """
    one, other = (item.sentences for item in (left, right))
    aligned = len(aligned_sentences(one, other, vectors, SENTENCE_COSINE))
    return {
        "copied": min(1.0, copied / MUCH_COPIED),
        "quotation": max(0.0, quotation - LEAST_LIKE) / (1 - LEAST_LIKE),
        "voice": float(_gap(left, right) <= ONE_OCCASION and bool(shared_voices(left, right))),
        "figures_clash": float(_clash(left, right)),
        "aligned": min(1.0, math.log1p(aligned) / math.log1p(MUCH_ALIGNED)),
        "headlines_clash": float(_headlines_clash(left, right)),
        "details": _details(left, right, commonness),
    }


def commonness_of(readings: Sequence[Reading]) -> dict[float, float]:
    """Return for each figure that two articles give how likely a further one gives it too, 0..1.

    By Laplace's rule of succession over the story's other articles: among two articles nobody knows which figure is rare.
    """
    held = Counter(value for item in readings for value in item.details)
    return {value: max(1, count - 1) / len(readings) for value, count in held.items()}


def _details(left: Reading, right: Reading, commonness: Mapping[float, float]) -> float:
    """Return how many telling digits the figures have that both give and few others do, up to `MUCH_DETAIL`; 1 is much."""
    shared = left.details & right.details
    return min(1.0, math.fsum(telling_digits(v) * (1 - commonness.get(v, 0.0)) for v in shared) / MUCH_DETAIL)


def _headlines_clash(left: Reading, right: Reading) -> bool:
    """Return whether the headlines give figures of one unit, and nowhere the same: two counts of the dead, two states of a thing."""
    units = left.headline.keys() & right.headline.keys()
    return bool(units) and all(left.headline[unit].isdisjoint(right.headline[unit]) for unit in units)


def shared_voices(left: Reading, right: Reading) -> list[tuple[Voice, Voice]]:
    """Return the persons and bodies that both let speak or rest on, each as the two name it, sorted."""
    return sorted((a, b) for a in left.voices for b in right.voices if one_voice(a, b))


def one_voice(one: Voice, other: Voice) -> bool:
    """Return whether two names may be one's: every word of the shorter stands in the longer, in full or as an initial."""
    short, long = sorted((one, other), key=len)
    whole = any(len(word) > 1 and word in long for word in short)
    return whole and all(any(_agree(word, held) for held in long) for word in short)


def _agree(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _clash(left: Reading, right: Reading) -> bool:
    """Return whether both give figures for the same thing and not the same ones."""
    shared = left.figures.keys() & right.figures.keys()
    return any(left.figures[slot].isdisjoint(right.figures[slot]) for slot in shared)


def _gap(left: Reading, right: Reading) -> float:
    """Return the days between two publications, 0 where one is not known."""
    times = [read_day(item.document.article.published_at) for item in (left, right)]
    return 0.0 if times[0] is None or times[1] is None else abs(times[0] - times[1])
