"""What is seen of a line: its text, the place it stands in, and what is known of the lines around it.

Every function returns a table with a row for each line and a column for each name; the model names the columns it uses.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np
from numpy.typing import NDArray

from rujuk.clean.config import CleanConfig
from rujuk.clean.lines import Line, is_headline, is_sentence
from rujuk.clean.markup import FAR, INSIDE, MARKS, Place
from rujuk.clean.rules import Rules

Columns = Mapping[str, NDArray[np.float64]]
FURNITURE = frozenset({"ad", "share", "comment", "menu", "tags", "other", "end"}) | {"repeat", "teaser"}
FAR_EASTERN = "\u2e80"
"""From this character on a script puts no space between words; two characters are about one word."""
ITEM_WORDS = 6
"""Words from which a sentence speaks for the element it stands in."""
MANY_ENDS = 3
"""Marks of a page's end after which more say nothing new."""
SURE = 0.6
SURE_WORDS = 8
"""From this probability and so many words on a line is one that its neighbours are measured from."""
NOWHERE = 9.0
_TIME = re.compile(r"\d{1,2}[:.]\d\d|\b(?:19|20)\d\d\b")
_PARTS = re.compile(r"[|·›]")
_LETTERS = re.compile(r"\w{4,}")
_FAR_END = "。！？」"


@dataclass(frozen=True, slots=True)
class Context:
    """What a page says of itself that its lines are held against: headline and description, "" where it says none."""

    title: str = ""
    description: str = ""


def lengths(lines: Sequence[Line]) -> NDArray[np.float64]:
    """Return the words of each line; of scripts without spaces half the characters."""
    return np.array([_length(line.text) for line in lines], float)


def _length(text: str) -> int:
    words = text.count(" ") + 1
    return words if text.isascii() else max(words, sum(char >= FAR_EASTERN for char in text) // 2)


def ends_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does, in any script."""
    return text[-1:] in _FAR_END or is_sentence(text)


def text_columns(lines: Sequence[Line], context: Context, rules: Rules, config: CleanConfig) -> Columns:
    """Return what the characters of the lines show."""
    words = lengths(lines)
    logs = np.log1p(words)
    ends = np.cumsum([line.label in {"end", "comment"} for line in lines])
    counts = Counter(line.text for line in lines)
    rows = [_text_row(line, context, counts, rules, config) for line in lines]
    return {
        "words": logs,
        "words_over_8": np.maximum(0.0, logs - log1p(8)),
        "words_over_20": np.maximum(0.0, logs - log1p(20)),
        "words_of_60": np.minimum(1.0, words / 60),
        "position": np.arange(len(lines)) / max(1, len(lines)),
        "after_end": np.minimum(MANY_ENDS, ends),
        **_table(rows),
    }


def _table(rows: Sequence[Mapping[str, float]]) -> Columns:
    return {name: np.array([row[name] for row in rows], float) for name in rows[0]} if rows else {}


def _text_row(
    line: Line, context: Context, counts: Counter[str], rules: Rules, config: CleanConfig
) -> Mapping[str, float]:
    text = line.text
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    short = len(text) <= config.max_rule_length
    head = text[:300]
    return {
        "sentence": ends_sentence(text),
        "asks": text[-1:] in "?!",
        "quotes": text[:1] in "\"'“‘«„「",
        "capitals": capitals / max(1, len(words)),
        "plain_words": log1p(len(words) - capitals),
        "digits": sum(map(str.isdigit, head)) / max(1, len(head)),
        "repeated": min(3, counts[text] - 1),
        "related": line.label == "related",
        "furniture": line.label in FURNITURE,
        "captioned": line.label == "caption",
        "credited": line.label in {"credit", "byline"},
        "caption_words": short and rules.captions.search(text) is not None,
        "dated": len(words) < 14 and _TIME.search(text) is not None,
        "parted": _PARTS.search(text) is not None,
        "headline": is_headline(text, config),
        "described": _shared(head, context.description),
        "commas": min(text.count(","), 4) / 4,
    }


def _shared(text: str, other: str) -> float:
    if not other:
        return 0.0
    left, right = set(_LETTERS.findall(text.casefold())), set(_LETTERS.findall(other.casefold()))
    return len(left & right) / max(1, len(left | right))


def place_columns(lines: Sequence[Line], context: Context) -> Columns:
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
    return {
        "linked": linked,
        "link_alone": (linked > 0.8) * (1 - sentences),
        **_table([_place_row(place) for place in places]),
        **_boxes(places, words, linked, running),
        "below_title": (np.arange(len(lines)) > title).astype(float),
    }


def _place_row(place: Place) -> Mapping[str, float]:
    tag, inside = place.tag, place.inside
    body, comments, offers, frame = place.hints
    return {
        "tag_p": tag == "p",
        "tag_li": tag == "li",
        "tag_heading": tag in {"h2", "h3", "h4", "h5", "h6"},
        "tag_cell": tag in {"td", "th", "tr", "dd", "dt"},
        **{f"in_{kind}": kind in inside for kind in _KINDS},
        "named_body": body < FAR,
        "named_frame_near": frame <= 3,
        "named_comments": comments <= 1,
        "named_offers": offers <= 1,
        "named_frame": frame <= 1,
    }


_KINDS = tuple(sorted({*INSIDE.values(), *MARKS}))


def _boxes(
    places: Sequence[Place],
    words: NDArray[np.float64],
    linked: NDArray[np.float64],
    running: NDArray[np.float64],
) -> Columns:
    """Return the shares of the page's sentences that stand beside a line, further out, and in elements of its kind."""
    whole = max(1.0, float(running.sum()))
    found: dict[str, NDArray[np.float64]] = {}
    for name, keys in (
        ("beside", [place.parent for place in places]),
        ("around", [place.grand for place in places]),
    ):
        total = np.maximum(1.0, _summed(keys, words))
        sentences = _summed(keys, running)
        found[f"{name}_sentences"] = sentences / whole
        found[f"{name}_links"] = _summed(keys, words * linked) / total
        found[f"{name}_density"] = sentences / total
    found["kind_sentences"] = _summed([place.kind for place in places], running) / whole
    return found


def _summed(keys: Sequence[int | str], values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return for each line the sum over the lines with the same key."""
    sums: defaultdict[int | str, float] = defaultdict(float)
    for key, value in zip(keys, values.tolist(), strict=True):
        sums[key] += value
    return np.array([sums[key] for key in keys])


def context_columns(
    lines: Sequence[Line], probabilities: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
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
            ("beside", [place.parent for place in places]),
            ("around", [place.grand for place in places]),
            ("kind", [place.kind for place in places]),
        ):
            held = _summed(keys, mass)
            columns[f"{name}_share"] = held / whole
            columns[f"{name}_purity"] = held / np.maximum(1.0, _summed(keys, words))
    return columns


def _shifted(values: NDArray[np.float64], step: int) -> NDArray[np.float64]:
    """Return the values of the lines `step` further up (or down), 0 beyond the page."""
    found = np.zeros_like(values)
    if step > 0:
        found[step:] = values[:-step]
    else:
        found[:step] = values[-step:]
    return found


def _windowed(values: NDArray[np.float64], reach: int = 5) -> NDArray[np.float64]:
    """Return for each line the sum over the lines at most `reach` away."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    at = np.arange(len(values))
    ends = np.minimum(len(values), at + reach + 1)
    found: NDArray[np.float64] = sums[ends] - sums[np.maximum(0, at - reach)]
    return found


def _gaps(sure: Sequence[bool]) -> NDArray[np.float64]:
    """Return for each line how many stand between it and the last sure one."""
    found, gap = [], NOWHERE
    for is_sure in sure:
        found.append(gap)
        gap = 0.0 if is_sure else gap + 1
    return np.array(found)
