"""What is seen of a line: its text, the place it stands in, and what is known of the lines around it.

Every function returns a column for each name, with a number for each line; the model names the columns it uses, and
those of the text that cost time are made only where they are asked for.
"""

import re
import string
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from rujuk.clean.characters import words_of
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.line import Line, is_sentence
from rujuk.clean.lines.rules import Rules
from rujuk.clean.markup.blocks import FAR, INSIDE, MARKS, Place

Column = NDArray[np.float64]
Columns = Mapping[str, Column]
FURNITURE = frozenset({"ad", "share", "comment", "menu", "tags", "other", "end"}) | {"repeat", "teaser"}
ITEM_WORDS = 6
"""Words from which a sentence speaks for the element it stands in."""
MANY_ENDS = 3
"""Marks of a page's end after which more say nothing new."""
SURE = 0.6
SURE_WORDS = 8
"""From this probability and so many words on a line is one that its neighbours are measured from."""
NOWHERE = 9.0
HEAD = 300
"""Characters of a line that are looked at for digits and for words that the page's description has."""
LONGEST_FOLD = 3
"""Characters that one becomes at most in lower case."""
LONG = 4
"""Characters of words that a line and the description may share."""
_TIME = re.compile(r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
_SHAPE = bytes.maketrans(string.ascii_uppercase.encode() + string.digits.encode(), b"A" * 26 + b"0" * 10)
"""ASCII with one letter for all capitals and one for all digits: they are counted ten times as fast as by a pattern."""
_FAR_END = ("。", "！", "？", "」")


@dataclass(frozen=True, slots=True)
class Context:
    """What a page says of itself that its lines are held against: headline and description, "" where it says none."""

    title: str = ""
    description: str = ""


def lengths(lines: Sequence[Line]) -> Column:
    """Return the words of each line; of scripts without spaces half the characters."""
    return np.array([line.length for line in lines], float)


def ends_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does, in any script."""
    return text.endswith(_FAR_END) or is_sentence(text)


def columns_of(
    lines: Sequence[Line],
    context: Context,
    rules: Rules,
    config: CleanConfig,
    names: Collection[str] | None = None,
) -> dict[str, Column]:
    """Return what is seen of lines: of their text, and of their places where they have some, else of the lines around.

    `names` are the columns that are asked for; None is all of them. Others may be among the answer.
    """
    columns = text_columns(lines, context, rules, config, names)
    if all(line.place is not None for line in lines):
        return {**columns, **place_columns(lines, context)}
    return {**columns, **neighbour_columns(lines)}


def text_columns(
    lines: Sequence[Line],
    context: Context,
    rules: Rules,
    config: CleanConfig,
    names: Collection[str] | None = None,
) -> dict[str, Column]:
    """Return what the characters of the lines show."""
    words = lengths(lines)
    logs = np.log1p(words)
    ends = np.cumsum([line.label in {"end", "comment"} for line in lines])
    counts = np.array([line.words for line in lines], float)
    shapes = [_shape(line.text) for line in lines]
    capitals = np.array([shape.capitals for shape in shapes], float)
    found = {
        "words": logs,
        "words_over_8": np.maximum(0.0, logs - np.log1p(8)),
        "words_over_20": np.maximum(0.0, logs - np.log1p(20)),
        "words_of_60": np.minimum(1.0, words / 60),
        "position": np.arange(len(lines)) / max(1, len(lines)),
        "after_end": np.minimum(MANY_ENDS, ends),
        "capitals": capitals / np.maximum(1, counts),
        "plain_words": np.log1p(counts - capitals),
        "digits": np.array([shape.digits for shape in shapes]),
        "described": _described(lines, context.description),
    }
    looks: dict[str, Callable[[Line], float]] = {
        **_LOOKS,
        "caption_words": lambda line: (
            len(line.text) <= config.max_rule_length and rules.captions.matches(line.text)
        ),
    }
    return found | {
        name: np.fromiter(map(look, lines), float, len(lines))
        for name, look in looks.items()
        if names is None or name in names
    }


_LOOKS: Mapping[str, Callable[[Line], float]] = {
    "sentence": lambda line: ends_sentence(line.text),
    "asks": lambda line: line.text.endswith(("?", "!")),
    "quotes": lambda line: line.text[:1] in "\"'“‘«„「",
    "related": lambda line: line.label == "related",
    "furniture": lambda line: line.label in FURNITURE,
    "captioned": lambda line: line.label == "caption",
    "credited": lambda line: line.label in {"credit", "byline"},
    "dated": lambda line: line.words < 14 and _TIME.search(line.text) is not None,
    "parted": lambda line: "|" in line.text or "·" in line.text or "›" in line.text,
    "trails_off": lambda line: line.text.endswith(("...", "…")),
    "commas": lambda line: min(line.text.count(","), 4) / 4,
}
"""What one line shows by itself."""


class _Shape(NamedTuple):
    """How many words of a line have a capital first, and which share of the characters at its start are digits."""

    capitals: int
    digits: float


def _shape(text: str) -> _Shape:
    head = max(1, min(HEAD, len(text)))
    if text.isascii():
        shape = text.encode().translate(_SHAPE)
        return _Shape(shape.count(b" A") + shape.startswith(b"A"), shape.count(b"0", 0, HEAD) / head)
    capitals = len([word for word in text.split() if word[0].isupper()])
    return _Shape(capitals, len(_DIGIT.findall(text[:HEAD])) / head)


def _described(lines: Sequence[Line], description: str) -> Column:
    """Return how much of each line's words and the description's are the same."""
    told = frozenset(_long(words_of(description)))
    if not told:
        return np.zeros(len(lines))
    return np.array([_share(line, told) for line in lines], float)


def _head(line: Line) -> list[str]:
    """Return the words at the start of a line."""
    return line.said if len(line.text) * LONGEST_FOLD <= HEAD else words_of(line.text.casefold()[:HEAD])


def _long(words: Iterable[str]) -> set[str]:
    return {word for word in words if len(word) >= LONG}


def _share(line: Line, told: frozenset[str]) -> float:
    if told.isdisjoint(line.said):  # most lines share none
        return 0.0
    words = _head(line)
    shared = len(told.intersection(words))
    return shared / (len(_long(words)) + len(told) - shared)


def neighbour_columns(lines: Sequence[Line]) -> dict[str, Column]:
    """Return what the lines around show where nothing is known of places: how dense sentences and furniture stand."""
    words = lengths(lines)
    sentences = np.array([ends_sentence(line.text) for line in lines], float)
    furniture = np.array([line.label is not None for line in lines], float)
    running = words * sentences * (words >= ITEM_WORDS) * (1 - furniture)
    whole = max(1.0, float(running.sum()))
    around = {reach: _windowed(np.ones(len(lines)), reach) for reach in (2, 6, 15)}
    return {
        "run_until": np.cumsum(running) / whole,
        "share_2": _windowed(running, 2) / whole,
        "share_15": _windowed(running, 15) / whole,
        "density_6": _windowed(running, 6) / np.maximum(1, _windowed(words, 6)),
        "sentences_6": _windowed(sentences, 6) / around[6],
        "words_6": np.log1p(_windowed(words, 6) / around[6]),
        "furniture_2": _windowed(furniture, 2) / around[2],
        "furniture_6": _windowed(furniture, 6) / around[6],
        "furniture_15": _windowed(furniture, 15) / around[15],
        "words_before": np.log1p(_shifted(words, 1)),
        "words_before_2": np.log1p(_shifted(words, 2)),
        "furniture_before": _shifted(furniture, 1),
        "furniture_before_2": _shifted(furniture, 2),
        "sentence_after": _shifted(sentences, -1),
        "furniture_after": _shifted(furniture, -1),
        "furniture_after_2": _shifted(furniture, -2),
    }


def place_columns(lines: Sequence[Line], context: Context) -> dict[str, Column]:
    """Return what the places of the lines in the page show; {} where they have none."""
    if any(line.place is None for line in lines):
        return {}
    places = [line.place for line in lines if line.place is not None]
    words = lengths(lines)
    linked = np.array([line.linked for line in lines])
    sentences = np.array([ends_sentence(line.text) for line in lines], float)
    running = words * (1 - linked) * sentences * (words >= ITEM_WORDS)
    title = next(
        (i for i, line in enumerate(lines) if context.title and line.text == context.title), len(lines)
    )
    tags = _tags(places)
    return {
        "linked": linked,
        "link_alone": (linked > 0.8) * (1 - sentences),
        **tags,
        "quoted": tags["in_quote"] * [place.hints[1] == FAR for place in places],
        **_hints(places),
        **_boxes(places, words, linked, running),
        "below_title": (np.arange(len(lines)) > title).astype(float),
    }


_TAGS = {
    "tag_p": {"p"},
    "tag_li": {"li"},
    "tag_heading": {"h2", "h3", "h4", "h5", "h6"},
    "tag_cell": {"td", "th", "tr", "dd", "dt"},
}
_KINDS = tuple(sorted({*INSIDE.values(), *MARKS}))


def _tags(places: Sequence[Place]) -> Columns:
    """Return what the tags of the places and of the elements around them say: many lines stand in the same ones."""
    keys = [(place.tag, place.inside) for place in places]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    names = (*_TAGS, *(f"in_{kind}" for kind in _KINDS))
    rows = [
        (*(tag in tags for tags in _TAGS.values()), *(kind in inside for kind in _KINDS))
        for tag, inside in numbers
    ]
    table = np.array(rows, float).reshape(-1, len(names))[[numbers[key] for key in keys]]
    return dict(zip(names, table.T, strict=True))


def _hints(places: Sequence[Place]) -> Columns:
    body, comments, offers, frame = np.array([place.hints for place in places], float).reshape(-1, 4).T
    found = {
        "named_body": body < FAR,
        "named_frame_near": frame <= 3,
        "named_comments": comments <= 1,
        "named_offers": offers <= 1,
        "named_frame": frame <= 1,
    }
    return {name: values.astype(float) for name, values in found.items()}


def _boxes(places: Sequence[Place], words: Column, linked: Column, running: Column) -> Columns:
    """Return the shares of the page's sentences that stand beside a line, further out, and in elements of its kind."""
    whole = max(1.0, float(running.sum()))
    found: dict[str, Column] = {}
    for name, keys in (
        ("beside", _numbers([place.parent for place in places])),
        ("around", _numbers([place.grand for place in places])),
    ):
        total = np.maximum(1.0, _summed(keys, words))
        sentences = _summed(keys, running)
        found[f"{name}_sentences"] = sentences / whole
        found[f"{name}_links"] = _summed(keys, words * linked) / total
        found[f"{name}_density"] = sentences / total
    found["kind_sentences"] = _summed(_numbers([place.kind for place in places]), running) / whole
    return found


def _numbers(keys: Sequence[int | str]) -> NDArray[np.intp]:
    """Return for each key its number among the different ones."""
    numbers: dict[int | str, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.intp)


def _summed(keys: NDArray[np.intp], values: Column) -> Column:
    """Return for each line the sum over the lines with the same key."""
    found: Column = np.bincount(keys, values).astype(np.float64)[keys]
    return found


def context_columns(lines: Sequence[Line], probabilities: Column) -> dict[str, Column]:
    """Return what the first reading of the other lines says of each: neighbours, where the mass of the body lies."""
    words = lengths(lines)
    mass = probabilities * words
    whole = max(1.0, float(mass.sum()))
    until = np.cumsum(mass) / whole
    before = until - mass / whole
    back, ahead = (_shifted(probabilities, step) for step in (1, -1))
    sure = ((probabilities > SURE) & (words >= SURE_WORDS)).tolist()
    gap_back, gap_ahead = _gaps(sure), _gaps(sure[::-1])[::-1]
    near = _windowed(mass)
    columns = {
        "own": np.log(np.clip(probabilities, 1e-4, None) / np.clip(1 - probabilities, 1e-4, None)),
        "line_before": back,
        "line_after": ahead,
        "lines_before": np.maximum(_shifted(probabilities, 2), _shifted(probabilities, 3)),
        "lines_after": np.maximum(_shifted(probabilities, -2), _shifted(probabilities, -3)),
        "between": back * ahead,
        "near_share": near / whole,
        "near_density": near / np.maximum(1.0, _windowed(words)),
        "depth": np.minimum(until, 1 - before),
        "within": ((before > 0.03) & (until < 0.97)).astype(float),
        "below_all": (before > 0.97).astype(float),
        "above_all": (until < 0.03).astype(float),
        "sure_before": np.exp(-gap_back / 2),
        "sure_after": np.exp(-gap_ahead / 2),
        "sure_around": np.exp(-np.maximum(gap_back, gap_ahead) / 2),
    }
    places = [line.place for line in lines if line.place is not None]
    if len(places) == len(lines):
        for name, keys in (
            ("beside", _numbers([place.parent for place in places])),
            ("around", _numbers([place.grand for place in places])),
            ("kind", _numbers([place.kind for place in places])),
        ):
            held = _summed(keys, mass)
            columns[f"{name}_share"] = held / whole
            columns[f"{name}_purity"] = held / np.maximum(1.0, _summed(keys, words))
    return columns


def _shifted(values: Column, step: int) -> Column:
    """Return the values of the lines `step` further up (or down), 0 beyond the page."""
    found = np.zeros_like(values)
    if step > 0:
        found[step:] = values[:-step]
    else:
        found[:step] = values[-step:]
    return found


def _windowed(values: Column, reach: int = 5) -> Column:
    """Return for each line the sum over the lines at most `reach` away."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    at = np.arange(len(values))
    ends = np.minimum(len(values), at + reach + 1)
    found: Column = sums[ends] - sums[np.maximum(0, at - reach)]
    return found


def _gaps(sure: Sequence[bool]) -> Column:
    """Return for each line how many stand between it and the last sure one."""
    found, gap = [], NOWHERE
    for is_sure in sure:
        found.append(gap)
        gap = 0.0 if is_sure else gap + 1
    return np.array(found)
