"""How likely two articles of one story rest on one original: a fitted logistic over few signs that can each be told.

The signs are those by which a reader tells it: words taken over, a quotation given alike, one person or body that both let
speak, sentences that say the same in the same order; and against it figures that differ and days between the two.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rujuk.cluster.reading import Reading, Voice
from rujuk.cluster.sentences import aligned_sentences
from rujuk.cluster.sketch import read_moment

VectorsOf = Callable[[Sequence[str]], npt.NDArray[np.generic]]

MUCH_COPIED = 0.2
"""Share of the shorter text from which more copied words tell nothing more; scales a sign to 0..1."""
MUCH_ALIGNED = 8
"""Aligned sentences that count as much; scales a sign to 0..1."""
SENTENCE_COSINE = 0.92
"""Cosine of two sentences that say the same; .86 to .92 tell the labelled pairs apart equally well."""
UNKNOWN_GAP = 0.5
"""Days between two articles of which one is not dated."""
WIDEST_GAP = 1.5
"""Days beyond which a longer gap tells nothing more about one statement."""
LEAST_LIKE = 0.3
"""Share of equal word pairs that two quotations have by chance: half of unrelated pairs have less than .1, few more than this."""


@dataclass(frozen=True, slots=True, order=True)
class Dependence:
    """The chance that two articles, `left` < `right` by id, rest on one original, and the signs that it is made of."""

    left: str
    right: str
    chance: float
    signs: tuple[tuple[str, float], ...]


def remembered(vectors: VectorsOf) -> VectorsOf:
    """Return the same vectors, each text asked for once: a sentence is compared with those of every other article."""
    known: dict[str, npt.NDArray[np.generic]] = {}

    def of(texts: Sequence[str]) -> npt.NDArray[np.generic]:
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, vectors(new), strict=True))
        return np.stack([known[text] for text in texts])

    return of


def signs_of(
    left: Reading, right: Reading, copied: float, quotation: float, vectors: VectorsOf
) -> dict[str, float]:
    """Return the signs of a pair by name, 0..1 (the gap up to 1.5 days).

    `copied` is the share of equal words outside of quotations, `quotation` the likeness of the two most alike quotations.
    """
    voice = float(bool(shared_voices(left, right)))
    one, other = (item.sentences for item in (left, right))
    aligned = len(aligned_sentences(one, other, vectors, SENTENCE_COSINE))
    return {
        "copied": min(1.0, copied / MUCH_COPIED),
        "quotation": max(0.0, quotation - LEAST_LIKE) / (1 - LEAST_LIKE),
        "voice": voice,
        "figures_clash": float(_clash(left, right)),
        "voice_days": voice * _gap(left, right),
        "aligned": min(1.0, math.log1p(aligned) / math.log1p(MUCH_ALIGNED)),
    }


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
    """Return the days between two publications, at most `WIDEST_GAP`."""
    times = [read_moment(item.document.article.published_at) for item in (left, right)]
    if times[0] is None or times[1] is None:
        return UNKNOWN_GAP
    return min(WIDEST_GAP, abs(times[0] - times[1]))
