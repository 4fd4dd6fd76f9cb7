"""Weeks, months, quarters, years, decades and centuries: what a found expression of one means."""

from dataclasses import replace
from datetime import date, timedelta

from rujuk.annotate import calendar
from rujuk.annotate.time_anchors import Anchors, Value, by_unit, full_year, unit_code, unresolved
from rujuk.annotate.time_grammar import Found

DECADE = (10, "Y")


def read_month(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "month"."""
    number = found.month()
    if number is None:
        return None
    year, anchor = full_year(found.get("year")), "text"
    if year is None:
        if anchors.published is None:
            return unresolved(f"XXXX-{number:02d}", "DATE")
        shift = found.word("shift", found.dates.shifts)
        year, anchor = _month_year(anchors.published, number, shift, anchors.ahead), anchors.origin
    return _edged(found, Value(calendar.month(year, number), "DATE", anchor))


def _month_year(anchor: date, number: int, shift: int | None, ahead: bool) -> int:
    if shift == -1:
        return anchor.year - (number >= anchor.month)
    if shift == 1:
        return anchor.year + (number <= anchor.month)
    if shift == 0:
        return anchor.year
    return calendar.month_year(anchor, number, ahead)


def _edged(found: Found, value: Value) -> Value:
    edge = found.coded("edge", found.dates.edges)
    if not edge:
        return value
    interval = calendar.third(value.interval, edge)
    return replace(value, interval=interval, flags=(*value.flags, f"mod_{edge.lower()}"))


def read_month_range(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "month_range"."""
    first, last = found.month(), found.month("month2")
    if first is None or last is None:
        return None
    year = full_year(found.get("year2")) or full_year(found.get("year"))
    anchor = "text"
    if year is None:
        if anchors.published is None:
            return unresolved(f"XXXX-{first:02d}/XXXX-{last:02d}", "DATE")
        year, anchor = calendar.month_year(anchors.published, last, anchors.ahead), anchors.origin
    begin = full_year(found.get("year")) or (year - 1 if first > last else year)
    if (begin, first) >= (year, last):
        return None
    return Value(calendar.months(begin, first, year, last), "DATE", anchor)


def read_year(found: Found, _: Anchors) -> Value | None:
    """Return the value of a rule of kind "year"."""
    if found.rule.name == "era":
        return _era(found)
    year = full_year(found.get("year"))
    return None if year is None else _edged(found, Value(calendar.years(year, year), "DATE", "text"))


def _era(found: Found) -> Value | None:
    """Return a year of a named era; before our era there is no interval ("BC0221")."""
    number = found.number("era_year")
    if not number:
        return None
    if found.word("era", found.dates.eras) == -1:
        return unresolved(f"BC{number:04d}", "DATE")
    return Value(calendar.years(number, number), "DATE", "text")


def read_year_range(found: Found, _: Anchors) -> Value | None:
    """Return the value of a rule of kind "year_range"."""
    first, text = full_year(found.get("year")), found.get("year2")
    if first is None or not text.isdigit():
        return None
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    return Value(calendar.years(first, last), "DATE", "text") if first < last else None


def read_decade(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "decade"."""
    text = found.get("decade")
    first = int(text)
    if len(text) == 2:
        now = anchors.published.year if anchors.published else 2000
        first += 1900 if first + 2000 > now else 2000
    if found.rule.name == "full" and first % 100 == 0:
        return Value(calendar.years(first, first + 9, f"{first // 10:03d}"), "DATE", "text")
    return Value(calendar.years(first, first + 9, f"{first // 10:03d}"), "DATE", "text")


def read_century(found: Found, _: Anchors) -> Value | None:
    """Return the value of a rule of kind "century"."""
    number = found.number("century")
    if not number:
        return None
    if found.word("era", found.dates.eras) == -1:
        return unresolved(f"BC{number - 1:02d}", "DATE")
    first = calendar.valid_year((number - 1) * 100 + 1)
    return Value(calendar.years(first, calendar.valid_year(first + 99), f"{number - 1:02d}"), "DATE", "text")


def read_quarter(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "quarter"."""
    if found.get("quarter_shift"):
        return by_unit(anchors, "Q", found.word("shift", found.dates.shifts) or 0)
    number = found.word("ordinal", found.dates.ordinals)
    year, anchor = full_year(found.get("year")), "text"
    if number is None:
        return None
    if year is None:
        if anchors.published is None:
            return unresolved(f"XXXX-{'H' if found.get('half') else 'Q'}{number}", "DATE")
        shift = found.word("shift", found.dates.shifts) or 0
        year, anchor = anchors.published.year + shift, anchors.origin
    if found.get("half"):
        return Value(calendar.half(year, number), "DATE", anchor) if number <= 2 else None
    return Value(calendar.quarter(year, number), "DATE", anchor)


def read_shifted(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "shifted"."""
    unit = unit_code(found.coded("unit", found.dates.units))
    shift = found.word("shift", found.dates.shifts) or 0
    if unit[1] in ("H", "MIN", "S") or (found.rule.name == "plain" and unit == (1, "D")):
        return None
    if unit == DECADE and anchors.published and anchors.origin == "published":
        first = calendar.valid_year(anchors.published.year // 10 * 10 + 10 * shift)
        return Value(calendar.years(first, first + 9, f"{first // 10:03d}"), "DATE", anchors.origin)
    value = by_unit(anchors, unit[1], shift * unit[0])
    if unit[1] == "W" and found.get("edge"):
        edge = found.coded("edge", found.dates.edges)
        weekend = edge == "END"
        return _weekend(value) if weekend and value.interval.start else _edged_or_plain(found, value)
    return _edged_or_plain(found, value)


def _edged_or_plain(found: Found, value: Value) -> Value:
    return _edged(found, value) if value.interval.start else value


def _weekend(value: Value) -> Value:
    """Return Saturday and Sunday of a week."""
    end = date.fromisoformat(value.interval.end)
    start = (end - timedelta(1)).isoformat()
    return replace(value, interval=replace(value.interval, start=start, timex=f"{value.interval.timex}-WE"))
