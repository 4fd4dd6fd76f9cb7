"""Days with a name ("Natal", "Nyepi", "Lebaran"): which day of the calendar they are, by decree, by the moon, or reckoned.

A day that a country's government decreed is that day. Where none was, a day of the Hijri calendar is reckoned by its
tables, and Easter and what hangs on it by the rule of the western churches.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter
from holidays import country_holidays

from rujuk.annotate import calendar
from rujuk.annotate.calendar import Interval
from rujuk.annotate.time_anchors import Anchors, Value, full_year, unresolved
from rujuk.annotate.time_grammar import Found
from rujuk.annotate.time_hijri import YEARS, first_day, hijri_years

BEFORE = "<"
RECKONED = ("reckoned",)
LATE = timedelta(1)
"""How much later a reckoned day may turn out to be where the moon is sighted, or the decree is still to come."""
DECREED_WITHIN = timedelta(3)
"""How far a decreed day may lie from the one that the tables of the Hijri calendar reckon."""
EASTERS = range(1583, 4100)
"""Years for which the rule of Easter holds."""


@dataclass(frozen=True, slots=True)
class _Code:
    """A pack's code for a day: "12-25", "<12-31" (in the year before the one said), "H10-01" (Hijri), "E-2" (days from Easter), each with "=" and a decreed day's name."""

    rule: str
    decreed: str

    @classmethod
    def of(cls, text: str) -> "_Code":
        rule, _, decreed = text.partition("=")
        return cls(rule, decreed)


def read_named_day(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "named_day"."""
    code = _Code.of(found.coded("named_day", found.dates.named_days))
    year, anchor = full_year(found.get("year")), "text"
    if year is None and anchors.published is None and not found.get("hijri_year"):
        rule = code.rule.removeprefix(BEFORE)
        fixed = rule[:1].isdigit()
        return unresolved(f"XXXX-{rule}" if fixed else "XXXX-XX-XX", "DATE")
    country = found.dates.holidays
    hijri = found.number("hijri_year")
    if hijri is not None:
        return _of_hijri_year(code, hijri, country)
    if year is None and anchors.published and found.get("in_year"):
        shift = found.word("shift", found.dates.shifts) or 0
        year, anchor = calendar.valid_year(anchors.published.year + shift), anchors.origin
    if year is not None:
        day = next(_days(code, year, country), None)
        return _value(*day, anchor) if day else unresolved(f"{year:04d}", "DATE")
    near = _nearest(found, anchors, code, country)
    return _value(*near, anchors.origin) if near else unresolved("XXXX-XX-XX", "DATE")


def _of_hijri_year(code: _Code, hijri: int, country: Mapping[str, str]) -> Value:
    """Return the day of a Hijri year ("Iduladha 1446 H"): the first that was decreed about the reckoned one, else that."""
    if not code.rule.startswith("H") or hijri not in YEARS:
        return unresolved("XXXX-XX-XX", "DATE")
    month, on = (int(number) for number in code.rule[1:].split("-"))
    reckoned = first_day(hijri, month, on)
    near = (day for day in _days(code, reckoned.year, country) if abs(day[0] - reckoned) <= DECREED_WITHIN)
    return _value(*min(near, default=(reckoned, True)), "text")


def _nearest(
    found: Found, anchors: Anchors, code: _Code, country: Mapping[str, str]
) -> tuple[date, bool] | None:
    """Return the day nearest to the publication; the last before it or the next, where the text says so."""
    anchor = anchors.published or date.min
    shift = found.word("shift", found.dates.shifts) or (1 if anchors.ahead else 0)
    around = [year for year in range(anchor.year - 1, anchor.year + 2) if 1 <= year <= 9999]
    days = [day for year in around for day in _days(code, year, country)]
    kept = [day for day in days if not shift or (day[0] < anchor) == (shift < 0)]
    return min(kept, key=lambda day: abs(day[0] - anchor)) if kept else None


def _value(day: date, reckoned: bool, anchor: str) -> Value:
    if not reckoned:
        return Value(calendar.day(day), "DATE", anchor)
    late = day + LATE if day < date.max else day
    return Value(
        Interval(day.isoformat(), late.isoformat(), "day", day.isoformat()), "DATE", anchor, RECKONED
    )


def _days(code: _Code, year: int, country: Mapping[str, str]) -> Iterator[tuple[date, bool]]:
    """Yield the days of a year that have this name, and whether each is only reckoned; a Hijri day may come twice."""
    decreed = (
        [day for name, day in _decreed(year, country["country"], country["language"]) if name == code.decreed]
        if country
        else []
    )
    if decreed:
        yield from ((day, False) for day in decreed)
    elif code.rule.startswith("H"):
        month, on = (int(number) for number in code.rule[1:].split("-"))
        days = (first_day(hijri, month, on) for hijri in hijri_years(year))
        yield from ((day, True) for day in days if day.year == year)
    elif code.rule.startswith("E"):
        if year in EASTERS:
            yield easter(year) + timedelta(int(code.rule[1:])), False
    elif code.rule.startswith(BEFORE):
        if year > 1:
            yield date.fromisoformat(f"{year - 1:04d}-{code.rule.removeprefix(BEFORE)}"), False
    elif code.rule:
        yield date.fromisoformat(f"{year:04d}-{code.rule}"), False


@lru_cache(maxsize=64)
def _decreed(year: int, country: str, language: str) -> tuple[tuple[str, date], ...]:
    """Return names and days that a country decreed for a year; those that are only estimated bear another name, and are none."""
    days = country_holidays(country, years=year, language=language)
    return tuple(sorted((part, day) for day, name in days.items() for part in name.split("; ")))
