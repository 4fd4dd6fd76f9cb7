"""What expressions of time hang on, and what reading one gives."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from rujuk.annotate import calendar
from rujuk.annotate.calendar import UNRESOLVED, Interval

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative expressions hang on: the publication day and moment, and the last day the narrative named.

    `origin` is "published", "text" (the day was taken from the text's own dates) or "none". `named` holds the full
    dates that the text gives; `ahead` says that the words before look to the future; `near` is a day named beside;
    `period` is the year or month that was named after the narrative's last day; `repeated` says that the expression goes on
    a set ("setiap Senin dan Kamis").
    """

    published: date | None
    moment: datetime | None
    narrative: date | None
    origin: str
    named: tuple[date, ...]
    ahead: bool = False
    near: date | None = None
    period: Interval | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """The reading of an expression, before it is tied to its span."""

    interval: Interval
    timex_type: TimexType
    anchor: str = ""
    flags: tuple[str, ...] = ()


def unresolved(timex: str, timex_type: TimexType) -> Value:
    """Return a value without an interval."""
    return Value(replace(UNRESOLVED, timex=timex), timex_type)


PIVOT = 69
"""The least year of two digits that is one of the 1900s."""


def full_year(text: str) -> int | None:
    """Return the year that four or two digits write, None for no digits; of two, 69 and more are of the 1900s, as in POSIX."""
    if not text.isascii() or not text.isdigit():
        return None
    if len(text) == 4:
        return int(text)
    return int(text) + (1900 if int(text) >= PIVOT else 2000)


def unit_code(code: str) -> tuple[int, str]:
    """Return how many of which TIMEX3 unit a pack's code means ("10Y")."""
    digits = code.rstrip("DWMQYHINS")
    return int(digits or 1), code[len(digits) :]


def by_unit(anchors: Anchors, unit: str, count: int) -> Value:
    """Return the day, week, month, quarter or year so many units from the one of the publication."""
    if anchors.published is None or anchors.origin != "published":
        patterns = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
        return unresolved(patterns[unit], "DATE")
    return Value(calendar.shifted(anchors.published, unit, count), "DATE", anchors.origin)
