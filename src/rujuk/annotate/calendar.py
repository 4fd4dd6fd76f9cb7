"""Calendar arithmetic for expressions of time: intervals of days and moments, and their TIMEX3 values."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rujuk.model.annotations import Granularity

QUARTER, HALF = 3, 6
"""Months of a quarter and of half a year."""

THIRDS = {"START": 0, "MID": 1, "END": 2}


@dataclass(frozen=True, slots=True)
class Interval:
    """An inclusive interval of days or moments ("2026-03-03", "2026-03-03T14:20"), its granularity and TIMEX3 value."""

    start: str
    end: str
    granularity: Granularity
    timex: str


UNRESOLVED = Interval("", "", "vague", "")


def day(at: date) -> Interval:
    """Return one day."""
    return Interval(at.isoformat(), at.isoformat(), "day", at.isoformat())


def days(first: date, last: date) -> Interval:
    """Return the days from first to last; TIMEX3 writes their ends."""
    return Interval(first.isoformat(), last.isoformat(), "day", f"{first.isoformat()}/{last.isoformat()}")


def week(at: date) -> Interval:
    """Return the ISO week, Monday to Sunday, that holds a day."""
    year, number, weekday = at.isocalendar()
    monday = at - timedelta(weekday - 1)
    sunday = min(monday, date.max - timedelta(6)) + timedelta(6)
    return Interval(monday.isoformat(), sunday.isoformat(), "week", f"{year:04d}-W{number:02d}")


def month(year: int, number: int) -> Interval:
    """Return one month."""
    return months(year, number, year, number)


def months(year: int, number: int, last_year: int, last: int) -> Interval:
    """Return the months from the first to the last."""
    end = f"{last_year:04d}-{last:02d}-{calendar.monthrange(last_year, last)[1]:02d}"
    timex = f"{year:04d}-{number:02d}"
    if (year, number) != (last_year, last):
        timex = f"{timex}/{last_year:04d}-{last:02d}"
    return Interval(f"{year:04d}-{number:02d}-01", end, "month", timex)


def quarter(year: int, number: int) -> Interval:
    """Return one quarter of a year, 1-4."""
    return replace(
        months(year, number * QUARTER - 2, year, number * QUARTER),
        granularity="quarter",
        timex=f"{year:04d}-Q{number}",
    )


def half(year: int, number: int) -> Interval:
    """Return one half of a year, 1-2."""
    return replace(months(year, number * HALF - 5, year, number * HALF), timex=f"{year:04d}-H{number}")


def years(first: int, last: int, timex: str = "") -> Interval:
    """Return the years from first to last."""
    written = timex or (f"{first:04d}" if first == last else f"{first:04d}/{last:04d}")
    return Interval(f"{first:04d}-01-01", f"{last:04d}-12-31", "year", written)


def moment(at: date, hour: int, minute: int | None) -> Interval:
    """Return a clock time of a day; without minutes, the moment is the full hour and the granularity the hour."""
    if hour == 24:
        at, hour = (at + timedelta(1) if at < date.max else at), 0
    start = f"{at.isoformat()}T{hour:02d}:{minute or 0:02d}"
    return Interval(start, start, "hour" if minute is None else "minute", start)


def part(at: date, code: str, hours: str) -> Interval:
    """Return a part of a day ("TMO") that lies between two clock times ("05:00-10:59")."""
    start, end = hours.split("-")
    stamp = at.isoformat()
    return Interval(f"{stamp}T{start}", f"{stamp}T{end}", "part", f"{stamp}{code}")


def third(interval: Interval, edge: str) -> Interval:
    """Return the first, middle or last third of an interval of whole days; the TIMEX3 value stays the whole's."""
    first, last = date.fromisoformat(interval.start), date.fromisoformat(interval.end)
    if interval.granularity == "year" and first.year == last.year:
        begin = 4 * THIRDS[edge] + 1
        return replace(
            months(first.year, begin, first.year, begin + 3), granularity="year", timex=interval.timex
        )
    count = (last - first).days + 1
    begin, finish = count * THIRDS[edge] // 3, count * (THIRDS[edge] + 1) // 3 - 1
    start, end = first + timedelta(begin), first + timedelta(max(begin, finish))
    return replace(interval, start=start.isoformat(), end=end.isoformat())


def shifted(at: date, unit: str, count: int) -> Interval:
    """Return the day, week, month, quarter or year (unit D, W, M, Q, Y) that lies `count` units from a day's own.

    Raises OverflowError or ValueError outside of the years 1-9999.
    """
    if unit == "D":
        return day(at + timedelta(count))
    if unit == "W":
        return week(at + timedelta(7 * count))
    if unit == "Y":
        return years(valid_year(at.year + count), at.year + count)
    if unit == "Q":
        index = at.year * 4 + (at.month - 1) // QUARTER + count
        return quarter(valid_year(index // 4), index % 4 + 1)
    index = at.year * 12 + at.month - 1 + count
    return month(valid_year(index // 12), index % 12 + 1)


def valid_year(year: int) -> int:
    """Return the year; raises ValueError outside of 1-9999."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year {year} is outside of 1-9999")
    return year


def nearest_year(anchor: date, number: int, on: int, ahead: bool) -> int:
    """Return the year that brings a day of a month nearest to the anchor; `ahead` looks to the future only."""

    def distance(year: int) -> tuple[int, int]:
        there = date(year, number, min(on, calendar.monthrange(year, number)[1]))
        gap = (there - anchor).days
        return (int(ahead and gap < -31), abs(gap))

    around = [year for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999]
    return min(around, key=distance)


def year_of_day(anchor: date, number: int, on: int, shift: int | None, *, ahead: bool) -> int:
    """Return the year of a day without one: the last before (shift -1) or first after (1) the anchor, else the nearest."""
    if not shift:
        return nearest_year(anchor, number, on, ahead)
    past = (
        (number, on) <= (anchor.month, anchor.day) if shift < 0 else (number, on) < (anchor.month, anchor.day)
    )
    if shift < 0:
        return anchor.year - (not past)
    return anchor.year + past


def month_year(anchor: date, number: int, ahead: bool) -> int:
    """Return the year of a month named without one: the coming one where the text looks ahead, else the nearest.

    Reports look back more than forward: up to eight months back (and three ahead) are taken as the nearest.
    """
    back = (anchor.month - number) % 12
    if ahead:
        return anchor.year if number >= anchor.month else min(anchor.year + 1, 9999)
    if back <= 8:
        return anchor.year if number <= anchor.month else max(anchor.year - 1, 1)
    return anchor.year if number > anchor.month else min(anchor.year + 1, 9999)


def weekday_on(anchor: date, weekday: int, weeks: int = 0) -> date:
    """Return the last such weekday (1-7) on or before the anchor, or that many weeks from it."""
    return anchor - timedelta((anchor.isoweekday() - weekday) % 7) + timedelta(7 * weeks)
