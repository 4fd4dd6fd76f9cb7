"""Days, months and years of the Hijri calendar: what a found expression of one means on the Gregorian calendar.

Reckoned by the tables of Umm al-Qura. Where the moon is sighted, a month may begin a day later: the intervals run to
that day too, and the value says so by the flag "reckoned".
"""

from dataclasses import replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from rujuk.annotate import calendar
from rujuk.annotate.calendar import Interval
from rujuk.annotate.time_anchors import Anchors, Value, full_year, unresolved
from rujuk.annotate.time_grammar import Found

RECKONED = ("reckoned",)
YEARS = range(1343, 1500)
"""Hijri years that the tables hold, without the last, whose end is not in them."""
LATE = timedelta(1)
"""How much later a month may begin where the moon is sighted."""


def read_hijri(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "hijri"."""
    month, on = found.word("hijri_month", found.dates.hijri_months), found.number("day")
    year, anchor = _hijri_year(found, anchors, month, on)
    if year is None:
        return unresolved("XXXX-XX" + ("-XX" if on else ""), "DATE")
    if year not in YEARS:
        return unresolved("XXXX", "DATE")
    if month is None:
        return _reckoned(first_day(year, 1, 1), first_day(year + 1, 1, 1) - timedelta(1), anchor)
    if on is not None:
        return _reckoned(first_day(year, month, on), first_day(year, month, on), anchor)
    following = first_day(year + month // 12, month % 12 + 1, 1)
    value = _reckoned(first_day(year, month, 1), following - timedelta(1), anchor)
    edge = found.coded("edge", found.dates.edges)
    return replace(value, interval=calendar.third(value.interval, edge)) if edge else value


def _hijri_year(found: Found, anchors: Anchors, month: int | None, on: int | None) -> tuple[int | None, str]:
    """Return the Hijri year: as printed, by the Gregorian year beside it, or the nearest to the publication."""
    printed = found.number("hijri_year")
    if printed:
        return printed, "text"
    gregorian = full_year(found.get("year"))
    if gregorian is not None:
        return _year_within(gregorian, month or 1, on or 1), "text"
    if anchors.published is None:
        return None, ""
    shift = found.word("shift", found.dates.shifts)
    return _nearest(anchors.published, month or 1, on or 1, shift), anchors.origin


def first_day(year: int, month: int, on: int) -> date:
    """Return the Gregorian day of a Hijri day. Raises ValueError or OverflowError where the tables have none."""
    day = Hijri(year, month, on).to_gregorian()
    return date(day.year, day.month, day.day)


def _year_within(gregorian: int, month: int, on: int) -> int | None:
    """Return the Hijri year whose day of this month falls into a Gregorian year, None where none does."""
    years = hijri_years(gregorian)
    return next((year for year in years if first_day(year, month, on).year == gregorian), None)


def hijri_years(gregorian: int) -> list[int]:
    """Return the Hijri years, of those in the tables, that may share a day with a Gregorian year."""
    around = round((gregorian - 622) * 33 / 32)
    return [year for year in range(around - 1, around + 3) if year in YEARS]


def _nearest(anchor: date, month: int, on: int, shift: int | None) -> int | None:
    """Return the Hijri year that brings a day nearest to the anchor; the last before it (shift -1), or the next (1)."""
    now = Gregorian(anchor.year, anchor.month, anchor.day).to_hijri().year
    days = [(first_day(year, month, on) - anchor, year) for year in (now - 1, now, now + 1) if year in YEARS]
    kept = [(gap, year) for gap, year in days if not shift or (gap < timedelta(0)) == (shift < 0)]
    return min(kept, key=lambda item: abs(item[0]))[1] if kept else None


def _reckoned(first: date, last: date, anchor: str) -> Value:
    """Return the days from first to last, to which the day after belongs too."""
    stamp = first.isoformat()
    timex = stamp if first == last else f"{stamp}/{last.isoformat()}"
    interval = Interval(stamp, (last + LATE).isoformat(), "day", timex)
    return Value(interval, "DATE", anchor, RECKONED)
