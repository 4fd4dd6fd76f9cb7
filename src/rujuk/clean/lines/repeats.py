"""Bodies that repeat themselves: a page captured with its text twice, a teaser above it, one paragraph holding the others."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice, pairwise

from rujuk.clean.characters import words_of
from rujuk.clean.lines.line import Line, is_sentence

REPEATED = 40
"""Characters from which a line that occurs again is a repetition and not a phrase of speech."""
BLOCK = 2
"""Sentences of that length from which lines that follow each other twice are one text twice, whatever else is among them."""
PROSE = 0.6
"""Share of the characters of such lines that stand in sentences."""
HELD = 0.8
"""Share of a line from which lines that stand in it one after the other are all of it."""
MANY = 20
"""Lines with one beginning that are looked at: more are a list."""
OFTEN = 3
"""Occurrences from which quoted words that stand alone between other sentences are a refrain: pull quotes stand there twice."""
QUOTES = frozenset("\"“‘'«„")
_CUT = re.compile(r"(?:[\s.…]*(?:\.{3}|…)|\s*\[(?:\.{3}|…))[\s\])]*$")
TAIL = 12
"""Characters at the end of a line in which the dots stand that it breaks off with."""
Index = dict[str, list[int]]
Keyed = tuple[Line, str]
"""A line and its key."""


def label_repeats(lines: Sequence[Line]) -> None:
    """Label the lines that say again what a page's body says elsewhere: "repeat", and "teaser" for beginnings that break off.

    Of two runs of lines that are one text the first stays, of a line and those it consists of the latter. A refrain stays: a
    sentence that comes again alone, between other sentences, in the same element as they, or in text without markup three
    times and in quotation marks.
    """
    keyed = [(line, "".join(line.said)) for line in _free(lines)]
    _label_teasers(keyed)
    _label_nesting(lines)
    _label_nesting(_free(lines))
    _label_holders([(line, key) for line, key in keyed if line.label is None])
    _label_blocks([(line, key) for line, key in keyed if line.label is None])
    _label_single(_free(lines))


def _free(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.label is None]


def _key(text: str) -> str:
    """Return the letters and digits of a line, in lower case: copies of a text differ in marks and spaces."""
    return "".join(words_of(text))


def _is_long(line: Line) -> bool:
    return len(line.text) >= REPEATED and is_sentence(line.text)


def _label_teasers(free: Sequence[Keyed]) -> None:
    """Label lines that end in dots and are the beginning of another line."""
    long = [(line, key) for line, key in free if len(line.text) >= REPEATED]
    beginnings: dict[str, dict[str, None]] = defaultdict(dict)
    for _, key in long:
        beginnings[key[: REPEATED // 2]][key] = None
    for line, _ in long:
        if _CUT.search(line.text[-TAIL:]):
            own = _key(line.text[:-TAIL] + _CUT.sub("", line.text[-TAIL:]))
            others = islice(beginnings[own[: REPEATED // 2]], MANY)
            if any(len(other) > len(own) and other.startswith(own) for other in others):
                line.label = "teaser"


def _label_nesting(lines: Sequence[Line]) -> None:
    """Label lines that hold the two lines below them (nested captures); what is glued between them may have a label."""
    texts = [line.text for line in lines]
    for line, below, further in zip(lines, texts[1:], [*texts[2:], ""], strict=False):
        if line.label is None and _nests(line.text, below, further):
            line.label = "repeat"


def _nests(line: str, below: str, further: str) -> bool:
    """Return whether a line holds the lines below it, whatever stands glued before and between them."""
    at = line.find(below) if len(below) >= REPEATED and line != below else -1
    if at < 0:
        return False
    rest = line[at + len(below) :].strip()
    if at == 0 and (not rest or rest.startswith(further[:REPEATED] or rest[:1])):
        return True
    return len(further) >= REPEATED and further[:REPEATED] in rest


def _label_holders(free: Sequence[Keyed]) -> None:
    """Label lines that consist of other lines, which stand one after the other anywhere in the page."""
    keys = [key for _, key in free]
    by_beginning: Index = defaultdict(list)
    for index, (line, key) in enumerate(free):
        if len(line.text) >= REPEATED:
            by_beginning[key[: REPEATED // 2]].append(index)
    for index, (line, key) in enumerate(free):
        if len(line.text) < BLOCK * REPEATED:
            continue
        starts = by_beginning[key[: REPEATED // 2]][:MANY]
        if any(_held(keys, start, key) >= HELD * len(key) for start in starts if start != index):
            line.label = "repeat"


def _held(keys: Sequence[str], start: int, whole: str) -> int:
    """Return how many characters of a line the lines from `start` on cover, 0 where it is fewer than two lines."""
    covered = count = 0
    while start < len(keys) and keys[start] and whole.startswith(keys[start], covered):
        covered, count, start = covered + len(keys[start]), count + 1, start + 1
    return covered if count >= BLOCK else 0


def _label_blocks(free: Sequence[Keyed]) -> None:
    """Label runs of lines that stand in the page before in the same order, with the short lines among them."""
    keys = [key for _, key in free]
    first: dict[str, int] = {}
    index = 0
    while index < len(free):
        start = first.setdefault(keys[index], index)
        length = _run(keys, start, index) if start < index else 0
        run = [line for line, _ in free[index : index + length]]
        if _is_prose(run):
            for line in run:
                line.label = "repeat"
        index += max(1, length)


def _is_prose(run: Sequence[Line]) -> bool:
    """Return whether a run is text: menus stand on a page twice too."""
    long = [len(line.text) for line in run if _is_long(line)]
    return len(long) >= BLOCK and sum(long) >= PROSE * sum(len(line.text) for line in run)


def _run(keys: Sequence[str], start: int, again: int) -> int:
    """Return how many lines from `again` on are those from `start` on; the two runs do not overlap."""
    length = 0
    while (
        again + length < len(keys) and start + length < again and keys[start + length] == keys[again + length]
    ):
        length += 1
    return length


def _label_single(free: Sequence[Line]) -> None:
    """Label sentences that come again alone, unless they are a refrain."""
    places: Index = defaultdict(list)
    for index, line in enumerate(free):
        if _is_long(line):
            places[line.text].append(index)
    for found in places.values():
        if len(found) > 1 and not _is_refrain(found, free):
            for index in found[1:]:
                free[index].label = "repeat"


def _is_refrain(found: Sequence[int], free: Sequence[Line]) -> bool:
    """Return whether sentences stand between the occurrences, and their elements or number say that it is meant."""
    apart = all(any(_is_long(line) for line in free[one + 1 : other]) for one, other in pairwise(found))
    places = [free[index].place for index in found]
    around = {place.parent for place in places if place}
    if around:
        side = [
            free[index + step].place for index in found for step in (-1, 1) if 0 <= index + step < len(free)
        ]
        return apart and len(around) == 1 and all(place and place.parent in around for place in side)
    return apart and len(found) >= OFTEN and free[found[0]].text[0] in QUOTES
