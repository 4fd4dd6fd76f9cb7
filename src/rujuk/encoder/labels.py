"""Scores of pieces to labelled characters: exact offsets in the text as it was given.

A piece is what the tokenizer makes of a text; a unit is a run of letters and digits or one other character, and is
labelled by the first piece that begins in it. Whole arrays are worked on, no piece by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rujuk.model.errors import EncoderError

OUTSIDE = "O"
NONE: Mapping[str, str] = MappingProxyType({})
JOINING = "-–—,;:"
"""Marks that end no name: of "Sembada-lah" the encoder may label "Sembada-"."""


class Labelled(NamedTuple):
    """A stretch of a text with its kind; offsets are code points of the text, half-open."""

    start: int
    end: int
    kind: str


class Pieces(NamedTuple):
    """A text cut up: token numbers, each token's first and last character, and which tokens stand for characters.

    Offsets count from the start of the text, its prefix left out; tokens of the prefix are no characters.
    """

    ids: NDArray[np.int64]
    offsets: NDArray[np.int64]
    real: NDArray[np.bool_]


class Kinds(NamedTuple):
    """What the columns of the scores stand for: the kind of each (-1 is none) and whether it begins a name.

    `doubt` is what a column's scores are raised by before they are held against the others'; `doubted` gives the kind of
    which a name is that wholly falls by it, by the kind it was of. Other names that fall are none.
    """

    names: tuple[str, ...]
    kind: NDArray[np.int64]
    begins: NDArray[np.bool_]
    doubt: NDArray[np.float32]
    doubted: Mapping[str, str]


def read_kinds(labels: Sequence[str], doubt: float = 0.0, doubted: Mapping[str, str] = NONE) -> Kinds:
    """The columns of these labels ("O", "B-PER", "I-PER" …); raises EncoderError where one is of another form.

    Args:
        labels: one a column of the scores.
        doubt: what "O" is raised by, in logits: how much surer than of "no name" a network must be of a name.
        doubted: of which kind a name is that falls by the doubt, by the kind it would be of.
    """
    names: list[str] = []
    kind, begins = [], []
    for label in labels:
        part, _, name = label.partition("-")
        if label != OUTSIDE and (part not in ("B", "I") or not name):
            raise EncoderError(f"an encoder's labels are O, B-KIND and I-KIND, not {label!r}")
        if name and name not in names:
            names.append(name)
        kind.append(names.index(name) if name else -1)
        begins.append(part == "B")
    raised = np.where(np.array(kind) < 0, np.float32(doubt), np.float32(0))
    return Kinds(tuple(names), np.array(kind, np.int64), np.array(begins, bool), raised, doubted)


def unit_starts(text: str, pieces: Pieces) -> NDArray[np.int64]:
    """Indices of the pieces that begin a unit."""
    real = np.flatnonzero(pieces.real)
    starts, ends = pieces.offsets[real, 0], pieces.offsets[real, 1]
    letter = np.fromiter(map(str.isalnum, text), bool, len(text))
    before = np.roll(ends, 1)
    inner = starts == before
    if len(real):
        inner[0] = False
    inside = np.minimum(starts, len(text) - 1)
    inner &= letter[inside] & letter[np.maximum(inside - 1, 0)]
    firsts: NDArray[np.int64] = real[~inner]
    return firsts


def read_labels(text: str, pieces: Pieces, scores: NDArray[np.float32], kinds: Kinds) -> tuple[Labelled, ...]:
    """The labelled stretches of a text, in order and apart from each other.

    Args:
        text: what was cut into `pieces`.
        scores: one row a piece, one column a label.
    """
    firsts = unit_starts(text, pieces)
    if not len(firsts):
        return ()
    rows = scores[firsts]
    found = _stretches(text, pieces, firsts, best_columns(rows, kinds), kinds)
    if not found or not kinds.doubt.any():
        return found
    sure = _stretches(text, pieces, firsts, best_columns(rows + kinds.doubt, kinds), kinds)
    return tuple(_doubted(found, sure, kinds))


def _doubted(found: Sequence[Labelled], sure: Sequence[Labelled], kinds: Kinds) -> Iterator[Labelled]:
    """Yield the stretches of which a part of the same kind stands the doubt, whole; others as what their kind becomes."""
    for each in found:
        near = [one for one in sure if one.start < each.end and each.start < one.end]
        if any(one.kind == each.kind for one in near):
            yield each
        elif each.kind in kinds.doubted and not near:
            yield each._replace(kind=kinds.doubted[each.kind])


def _stretches(
    text: str, pieces: Pieces, firsts: NDArray[np.int64], best: NDArray[np.int64], kinds: Kinds
) -> tuple[Labelled, ...]:
    """The stretches that the columns of the units tell; `firsts` are the pieces that begin a unit."""
    kind = kinds.kind[best]
    # An "I" that continues nothing of its kind begins a name itself.
    opens = (kind >= 0) & (kinds.begins[best] | (kind != np.concatenate(([-1], kind[:-1]))))
    closes = (kind >= 0) & np.concatenate((opens[1:] | (kind[1:] != kind[:-1]), [True]))
    ends = _unit_ends(pieces, firsts)
    found = zip(pieces.offsets[firsts[opens], 0], ends[closes], kind[opens], strict=True)
    trimmed = (_trimmed(text, int(start), int(end), kinds.names[number]) for start, end, number in found)
    return tuple(each for each in trimmed if each.start < each.end)


def best_columns(scores: NDArray[np.float32], kinds: Kinds) -> NDArray[np.int64]:
    """The column of each row under which no name goes on that was not begun, where the scores add up to most.

    Args:
        scores: one row a unit, one column a label; what a row's scores have in common does not count.
    """
    best: NDArray[np.int64] = scores.argmax(axis=1)
    goes_on = (kinds.kind[best] >= 0) & ~kinds.begins[best]
    follows = np.concatenate(([-1], kinds.kind[best][:-1])) == kinds.kind[best]
    if not (goes_on & ~follows).any():
        return best
    return _best_path(scores, kinds)


def _best_path(scores: NDArray[np.float32], kinds: Kinds) -> NDArray[np.int64]:
    """The best columns among those that may follow each other (Viterbi); few sentences need it."""
    goes_on = (kinds.kind >= 0) & ~kinds.begins
    barred = np.where(goes_on & (kinds.kind[:, None] != kinds.kind), -np.inf, 0.0)
    total = scores[0] + np.where(goes_on, -np.inf, 0.0)
    steps = []
    for row in scores[1:]:
        reached = total[:, None] + barred
        steps.append(reached.argmax(axis=0))
        total = reached.max(axis=0) + row
    path = [int(total.argmax())]
    for step in reversed(steps):
        path.append(int(step[path[-1]]))
    return np.array(path[::-1], np.int64)


def _unit_ends(pieces: Pieces, firsts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Where each unit's last piece ends."""
    real = np.flatnonzero(pieces.real)
    at = np.searchsorted(real, firsts)
    last = np.concatenate((at[1:], [len(real)])) - 1
    ends: NDArray[np.int64] = pieces.offsets[real[last], 1]
    return ends


def _trimmed(text: str, start: int, end: int, kind: str) -> Labelled:
    """Without what a piece holds beside the name: space, an opening mark before it, a mark that joins it to what follows."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in JOINING):
        end -= 1
    if text[start:end].endswith(")") and "(" not in text[start:end]:
        end -= 1
    return Labelled(start, end, kind)
