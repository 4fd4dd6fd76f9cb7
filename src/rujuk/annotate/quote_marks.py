"""Which quotation marks belong together: pairs by their form and their surroundings, in one pass over the text."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
BEFORE_OPENING = "([{-–—:,/"
CLOSED_BY = ",.?!…"
AFTER_CLOSING = ".,;:!?)]}-–—…/"
SINGLE = frozenset("'‘’‚‹›")


class Quoted(NamedTuple):
    """A quoted stretch: [start, end) with its marks, [inner_start, inner_end) without; `closed` unless the mark is missing."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


class Mark(NamedTuple):
    """A quotation mark and what its surroundings say: it can only open, only close, or either."""

    place: int
    opens: bool
    closes: bool
    at_line_start: bool


@lru_cache(maxsize=16)
def _pattern(pairs: tuple[str, ...], *, single: bool) -> re.Pattern[str]:
    chars = {char for pair in pairs for char in pair if (char in SINGLE) == single}
    extra = "''" if not single else ""
    options = [re.escape(char) for char in sorted(chars)] + ([re.escape(extra)] if extra else [])
    return re.compile("|".join(sorted(options, key=len, reverse=True)))


def quoted(text: str, start: int, end: int, pairs: tuple[str, ...], paragraphs: int) -> tuple[Quoted, ...]:
    """Return the quoted stretches of text[start:end], in order, none inside another.

    Double marks of any form pair with each other, whatever their direction says, unless their surroundings forbid it;
    a stretch may run over `paragraphs` lines. Single marks pair outside of these, on one line, where both are clear.
    """
    pairing = Pairing(text, paragraphs)
    pattern = _pattern(pairs, single=False)
    for number, line in enumerate(LINE.finditer(text, start, end)):
        pairing.line(number, _marks(text, line.start(), line.end(), pattern), line.end())
    doubles = pairing.finish()
    return _with_singles(text, start, end, doubles, _pattern(pairs, single=True))


def _marks(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Mark]:
    marks = []
    for found in pattern.finditer(text, start, end):
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        opens = (before.isspace() or before in BEFORE_OPENING) and not after.isspace()
        closes = not before.isspace() and (after.isspace() or after in AFTER_CLOSING)
        if before.isspace() and after.isspace():
            opens, closes = _between_spaces(text[start : found.start()][-3:], text[found.end() : end][:3])
        at_start = not text[start : found.start()].strip() if found.start() - start < 4 else False
        marks.append(Mark(found.start(), opens and not closes, closes and not opens, at_start))
    return marks


def _between_spaces(before: str, after: str) -> tuple[bool, bool]:
    """Return whether a mark with spaces on both sides opens or closes, by what stands beyond them; neither where that tells nothing.

    ". " kata" closes, and so does ", " kata"; ", " Kami" and ": " Kami" open.
    """
    last, following = before.rstrip()[-1:], after.lstrip()[:1]
    opens = bool(last) and last in ",:" and following.isupper()
    return opens, bool(last) and last in CLOSED_BY and following.islower()


class Pairing:
    """The state of pairing double marks line by line: what is open, since which line, and what was left open before."""

    def __init__(self, text: str, paragraphs: int) -> None:
        """Begin with nothing open."""
        self.text = text
        self.paragraphs = paragraphs
        self.found: list[Quoted] = []
        self.open: int | None = None
        self.open_at_line_start = False
        self.line_number = 0
        self.last_line_end = 0
        self.dropped: int | None = None
        self.doubtful: tuple[int, int] | None = None

    def line(self, number: int, marks: Sequence[Mark], line_end: int) -> None:
        """Take the marks of one line, in order."""
        if self.open is not None and number - self.line_number >= self.paragraphs:
            self._leave_open()
        self.dropped = None
        for mark in marks:
            self._take(mark, number)
        if self.open is None or number == self.line_number:
            self.last_line_end = line_end

    def _take(self, mark: Mark, number: int) -> None:
        if self.open is None:
            self._take_closed(mark, number)
        elif mark.opens and (self.text[self.open] == self.text[mark.place] or mark.at_line_start):
            if mark.at_line_start:
                self._leave_open()
            else:
                self.dropped = self.open if self.dropped is None else self.dropped
            self._open(mark, number)
        else:
            self._close(self.open, mark.place)
            self.doubtful = None if mark.closes else (mark.place, self.line_number)
            self.open = None

    def _take_closed(self, mark: Mark, number: int) -> None:
        if not mark.closes:
            self._open(mark, number)
        elif self.dropped is not None:
            while self.found and self.found[-1].start >= self.dropped:
                self.found.pop()
            self._close(self.dropped, mark.place)
            self.dropped = None
        elif self.doubtful is not None and number - self.doubtful[1] < self.paragraphs:
            self._reopen(self.doubtful[0], mark.place)

    def _reopen(self, start: int, place: int) -> None:
        """Take a mark that was read as closing for the opening one, since another closing mark follows: one is missing before it."""
        if self.found and self.found[-1].inner_end == start:
            self.found.pop()
        self._close(start, place)
        self.doubtful = None

    def _open(self, mark: Mark, number: int) -> None:
        self.open, self.line_number, self.open_at_line_start = mark.place, number, mark.at_line_start

    def _close(self, start: int, place: int) -> None:
        inner = start + _width(self.text, start)
        if inner < place:
            self.found.append(Quoted(start, place + _width(self.text, place), inner, place, closed=True))

    def _leave_open(self) -> None:
        """Give up on a closing mark: a paragraph that a mark begins is quoted to its end, anything else is not."""
        if self.open is not None and self.open_at_line_start:
            inner = self.open + _width(self.text, self.open)
            if inner < self.last_line_end:
                self.found.append(
                    Quoted(self.open, self.last_line_end, inner, self.last_line_end, closed=False)
                )
        self.open = None

    def finish(self) -> list[Quoted]:
        """Return the stretches in order."""
        self._leave_open()
        return sorted(self.found)


def _width(text: str, place: int) -> int:
    return 2 if text.startswith("''", place) else 1


def _with_singles(
    text: str, start: int, end: int, doubles: Sequence[Quoted], pattern: re.Pattern[str]
) -> tuple[Quoted, ...]:
    found = list(doubles)
    edges = [(start, start), *((item.start, item.end) for item in doubles), (end, end)]
    for (_, gap_start), (gap_end, _) in pairwise(edges):
        for line in LINE.finditer(text, gap_start, max(gap_start, gap_end)):
            found += _singles(text, line.start(), line.end(), pattern)
    return tuple(sorted(found))


def _singles(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Quoted]:
    found: list[Quoted] = []
    opened: int | None = None
    for mark in _marks(text, start, end, pattern):
        if mark.opens:
            opened = mark.place
        elif mark.closes and opened is not None:
            if opened + 1 < mark.place:
                found.append(Quoted(opened, mark.place + 1, opened + 1, mark.place, closed=True))
            opened = None
    return found


def goes_on(text: str, stretch: Quoted) -> bool:
    """Return whether the sentence goes on with a word right after the closing mark."""
    after = text[stretch.end : stretch.end + 3].lstrip(" ")
    return bool(after) and after[0].isalnum()


def is_whole(text: str, stretch: Quoted, inner_start: int, inner_end: int) -> bool:
    """Return whether a stretch is a sentence of its own: it begins with a capital and a mark ends it, in or after."""
    first, last = text[inner_start], text[inner_end - 1]
    begins = first.isupper() or first.isdigit() or not first.isalnum()
    after = text[stretch.end : stretch.end + 2].lstrip(" ")[:1]
    ends = last in ",.?!…-–—" or after in ("", "\n", ",", ".", "?", "!") or not stretch.closed
    return begins and ends


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a stretch without white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
