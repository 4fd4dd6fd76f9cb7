"""What a found expression of time means: a reader for each kind of rule, from its groups and the anchors to a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Literal

from rujuk.annotate import calendar
from rujuk.annotate.calendar import UNRESOLVED, Interval
from rujuk.annotate.time_grammar import Found

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

LONE_DAYS = 100
"""A bracketed day and month without year and weekday is a date only this near to the anchor; else it is a fraction."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """What relative expressions hang on: the publication day and moment, and the last day the narrative named.

    `origin` is "published", "text" (the day was taken from the text's own dates) or "none". `named` holds the full
    dates that the text gives; `ahead` says that the words before look to the future; `near` is a day named beside.
    """

    published: date | None
    moment: datetime | None
    narrative: date | None
    origin: str
    named: tuple[date, ...]
    ahead: bool = False
    near: date | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """The reading of an expression, before it is tied to its span."""

    interval: Interval
    timex_type: TimexType
    anchor: str = ""
    flags: tuple[str, ...] = ()


Reader = Callable[[Found, Anchors], Value | None]


def read(found: Found, anchors: Anchors) -> Value | None:
    """Return what an expression means, None where it is none after all."""
    try:
        return READERS[found.rule.kind](found, anchors)
    except (ValueError, OverflowError):  # the 31st of February, or outside of the years 1-9999
        return None


# ---- days


def _date(found: Found, anchors: Anchors) -> Value | None:
    month, on = _month_and_day(found)
    if month is None and found.rule.name == "after_cue":
        return _day_of_month(found, anchors, on)
    if month is None or on is None:
        return None
    year = _full_year(found.get("year"))
    anchor = "text"
    if year is None:
        if anchors.published is None:
            return _unresolved(f"XXXX-{month:02d}-{on:02d}", "DATE")
        shift = found.word("shift", found.dates.shifts)
        year = calendar.nearest_year(_pushed(anchors.published, shift), month, on, anchors.ahead)
        anchor = anchors.origin
    there = date(calendar.valid_year(year), month, on)
    if found.rule.name == "lone_brackets" and not _near(there, anchors.published):
        return None
    weekday = found.word("weekday", found.dates.weekdays)
    wrong = weekday is not None and weekday != there.isoweekday()
    return _on_day(found, there, anchor, ("weekday_mismatch",) if wrong else ())


def _month_and_day(found: Found) -> tuple[int | None, int | None]:
    month, on = found.month(), found.number("day")
    if found.dates.month_first and found.get("month_number") and found.rule.name != "iso":
        month, on = on, month
    return month, on


def _full_year(text: str) -> int | None:
    if not text.isascii() or not text.isdigit():
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _pushed(anchor: date, shift: int | None) -> date:
    """Return the anchor half a year earlier or later where the text says "lalu" or "mendatang"."""
    if not shift:
        return anchor
    return anchor + timedelta(150 * shift)


def _near(there: date, published: date | None) -> bool:
    return published is not None and abs((there - published).days) <= LONE_DAYS


def _day_of_month(found: Found, anchors: Anchors, on: int | None) -> Value | None:
    near = anchors.narrative or anchors.published
    if on is None or near is None:
        return _unresolved(f"XXXX-XX-{on or 0:02d}", "DATE")
    return Value(calendar.day(near.replace(day=on)), "DATE", "narrative")


def _on_day(found: Found, there: date, anchor: str, flags: tuple[str, ...] = ()) -> Value:
    """Return the day, or the clock time or part of it that the expression goes on to name."""
    hour = found.number("hour")
    if hour is not None:
        interval = calendar.moment(there, _clock_hour(found, hour), found.number("minute"))
        return Value(_until(found, interval, there), "TIME", anchor, flags)
    code = found.coded("part", found.dates.day_parts)
    if code:
        return Value(calendar.part(there, code, _hours(found)), "TIME", anchor, flags)
    return Value(calendar.day(there), "DATE", anchor, flags)


def _hours(found: Found) -> str:
    return found.coded("part", found.dates.day_part_hours) or "00:00-23:59"


def _clock_hour(found: Found, hour: int) -> int:
    """Return the hour of 24 that a part of the day makes of an hour of 12 ("jam 8 malam" is 20)."""
    if not found.get("part") or hour > 12:
        return hour
    start, end = _hours(found).split("-")
    low, high = int(start[:2]), int(end[:2])
    if hour == 12 and high >= 22:
        return 24
    if hour == 12 and high <= 5:
        return 0
    return hour + 12 if not low <= hour <= high and low <= hour + 12 <= high else hour


def _until(found: Found, interval: Interval, there: date) -> Interval:
    """Return the interval up to a second clock time, where one stands ("pukul 10.00-12.00")."""
    last = found.number("hour2")
    if last is None:
        return interval
    end = calendar.moment(there, last, found.number("minute2") or 0)
    return replace(interval, end=end.end, timex=f"{interval.timex}/{end.timex}")


def _date_range(found: Found, anchors: Anchors) -> Value | None:
    month, first, last = found.month(), found.number("day"), found.number("day2")
    if month is None or first is None or last is None:
        return None
    last_month = found.month("month2") or month
    year = _full_year(found.get("year2")) or _full_year(found.get("year"))
    if year is None:
        if anchors.published is None:
            return _unresolved(f"XXXX-{month:02d}-{first:02d}/XXXX-{last_month:02d}-{last:02d}", "DATE")
        year = calendar.nearest_year(anchors.published, last_month, last, anchors.ahead)
    first_year = _full_year(found.get("year")) if found.get("year2") and found.get("year") else None
    start = date(first_year or (year - 1 if month > last_month else year), month, first)
    end = date(year, last_month, last)
    if end <= start:
        return None
    return Value(calendar.days(start, end), "DATE", anchors.origin if not found.get("year") else "text")


def _weekday(found: Found, anchors: Anchors) -> Value | None:
    weekday = found.word("weekday", found.dates.weekdays)
    if weekday is None:
        return None
    there = _weekday_day(found, anchors, weekday)
    if there is None:
        return _unresolved(f"XXXX-WXX-{weekday}" + found.coded("part", found.dates.day_parts), "DATE")
    return _on_day(found, there, anchors.origin)


def _weekday_day(found: Found, anchors: Anchors, weekday: int) -> date | None:
    anchor = anchors.published
    if anchor is None or anchors.origin != "published":
        near = [day for day in anchors.named if day.isoweekday() == weekday]
        return near[-1] if near else None
    shift = found.word("shift", found.dates.shifts)
    if found.rule.name == "week":
        monday = anchor - timedelta(anchor.weekday())
        return monday + timedelta(weekday - 1 + 7 * (shift or 0))
    if found.rule.name == "nearby":
        return _closest(anchor, weekday)
    last = calendar.weekday_on(anchor, weekday)
    if shift == 1 or (anchors.ahead and shift is None):
        return last + timedelta(7)
    if shift == -1 and last == anchor:
        return last - timedelta(7)
    return last


def _closest(anchor: date, weekday: int) -> date:
    last = calendar.weekday_on(anchor, weekday)
    return last if (anchor - last).days <= 3 else last + timedelta(7)


def _weekday_range(found: Found, anchors: Anchors) -> Value | None:
    first = found.word("weekday", found.dates.weekdays)
    last = found.word("weekday2", found.dates.weekdays)
    if first is None or last is None:
        return None
    if anchors.published is None or anchors.origin != "published":
        return _unresolved(f"XXXX-WXX-{first}/XXXX-WXX-{last}", "DATE")
    end = calendar.weekday_on(anchors.published, last)
    start = calendar.weekday_on(end, first)
    return Value(calendar.days(start, end), "DATE", anchors.origin) if start < end else None


def _relative_day(found: Found, anchors: Anchors) -> Value | None:
    if found.rule.name == "last_night":
        return _part_of(anchors, -1, "TNI", "18:00-23:59")
    offset = found.word("relative", found.dates.relative_days)
    if offset is None:
        return None
    if anchors.published is None or anchors.origin != "published":
        return _unresolved("XXXX-XX-XX" + found.coded("part", found.dates.day_parts), "DATE")
    return _on_day(found, anchors.published + timedelta(offset), anchors.origin)


def _part_of(anchors: Anchors, offset: int, code: str, hours: str) -> Value:
    if anchors.published is None or anchors.origin != "published":
        return _unresolved(f"XXXX-XX-XX{code}", "TIME")
    there = anchors.published + timedelta(offset)
    return Value(calendar.part(there, code, hours), "TIME", anchors.origin)


def _day_part(found: Found, anchors: Anchors) -> Value | None:
    if found.get("same"):
        return _in_narrative(found, anchors)
    if anchors.published is None or anchors.origin != "published":
        return _unresolved("XXXX-XX-XX" + found.coded("part", found.dates.day_parts), "TIME")
    return _on_day(found, anchors.published, anchors.origin)


def _generic_part(found: Found, anchors: Anchors) -> Value | None:
    if anchors.near:
        return _in_narrative(found, anchors)
    return _unresolved("XXXX-XX-XX" + (found.coded("part", found.dates.day_parts) or "TNI"), "TIME")


def _clock(found: Found, anchors: Anchors) -> Value | None:
    hour = found.number("hour")
    if hour is None:
        spoken = found.amount()
        if not isinstance(spoken, int) or not 0 < spoken <= 12:
            return None
        hour = spoken
    bare = not (found.get("minute") or found.get("part") or found.get("zone"))
    if bare and found.match.group()[:1].islower() and found.number("hour2") is None and hour == 24:
        return None  # "jam 24" counts hours
    return _in_narrative(found, anchors, hour)


def _in_narrative(found: Found, anchors: Anchors, hour: int | None = None) -> Value:
    """Return a clock time or part of the day, on the day named beside it, else the narrative's, else the publication's."""
    there = anchors.near or anchors.narrative or (anchors.published if anchors.origin == "published" else None)
    anchor = "narrative" if anchors.near or anchors.narrative else anchors.origin
    if hour is None:
        code = found.coded("part", found.dates.day_parts)
        if there is None:
            return _unresolved(f"XXXX-XX-XX{code}", "TIME")
        return Value(calendar.part(there, code, _hours(found)), "TIME", anchor)
    minute = 30 if found.match.groupdict().get("half_past") else found.number("minute")
    clock = _clock_hour(found, hour)
    if there is None:
        return _unresolved(f"XXXX-XX-XXT{clock:02d}:{minute or 0:02d}", "TIME")
    return Value(_until(found, calendar.moment(there, clock, minute), there), "TIME", anchor)


# ---- months, years and longer


def _month(found: Found, anchors: Anchors) -> Value | None:
    number = found.month()
    if number is None:
        return None
    year, anchor = _full_year(found.get("year")), "text"
    if year is None:
        if anchors.published is None:
            return _unresolved(f"XXXX-{number:02d}", "DATE")
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


def _month_range(found: Found, anchors: Anchors) -> Value | None:
    first, last = found.month(), found.month("month2")
    if first is None or last is None:
        return None
    year = _full_year(found.get("year2")) or _full_year(found.get("year"))
    anchor = "text"
    if year is None:
        if anchors.published is None:
            return _unresolved(f"XXXX-{first:02d}/XXXX-{last:02d}", "DATE")
        year, anchor = calendar.month_year(anchors.published, last, anchors.ahead), anchors.origin
    begin = _full_year(found.get("year")) or (year - 1 if first > last else year)
    if (begin, first) >= (year, last):
        return None
    return Value(calendar.months(begin, first, year, last), "DATE", anchor)


def _year(found: Found, _: Anchors) -> Value | None:
    year = _full_year(found.get("year"))
    return None if year is None else _edged(found, Value(calendar.years(year, year), "DATE", "text"))


def _year_range(found: Found, _: Anchors) -> Value | None:
    first, text = _full_year(found.get("year")), found.get("year2")
    if first is None or not text.isdigit():
        return None
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    return Value(calendar.years(first, last), "DATE", "text") if first < last else None


def _decade(found: Found, anchors: Anchors) -> Value | None:
    text = found.get("decade")
    first = int(text)
    if len(text) == 2:
        now = anchors.published.year if anchors.published else 2000
        first += 1900 if first + 2000 > now else 2000
    if found.rule.name == "full" and first % 100 == 0:
        return Value(calendar.years(first, first + 9, f"{first // 10:03d}"), "DATE", "text")
    return Value(calendar.years(first, first + 9, f"{first // 10:03d}"), "DATE", "text")


def _century(found: Found, _: Anchors) -> Value | None:
    number = found.number("century")
    if not number:
        return None
    first = calendar.valid_year((number - 1) * 100 + 1)
    return Value(calendar.years(first, calendar.valid_year(first + 99), f"{number - 1:02d}"), "DATE", "text")


def _quarter(found: Found, anchors: Anchors) -> Value | None:
    if found.get("quarter_shift"):
        return _by_unit(anchors, "Q", found.word("shift", found.dates.shifts) or 0)
    number = found.word("ordinal", found.dates.ordinals)
    year, anchor = _full_year(found.get("year")), "text"
    if number is None:
        return None
    if year is None:
        if anchors.published is None:
            return _unresolved(f"XXXX-{'H' if found.get('half') else 'Q'}{number}", "DATE")
        shift = found.word("shift", found.dates.shifts) or 0
        year, anchor = anchors.published.year + shift, anchors.origin
    if found.get("half"):
        return Value(calendar.half(year, number), "DATE", anchor) if number <= 2 else None
    return Value(calendar.quarter(year, number), "DATE", anchor)


def _shifted(found: Found, anchors: Anchors) -> Value | None:
    unit = _unit(found.coded("unit", found.dates.units))
    shift = found.word("shift", found.dates.shifts) or 0
    if unit[1] in ("H", "MIN", "S") or found.rule.name == "plain" and unit == (1, "D"):
        return None
    value = _by_unit(anchors, unit[1], shift * unit[0])
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


def _by_unit(anchors: Anchors, unit: str, count: int) -> Value:
    if anchors.published is None or anchors.origin != "published":
        patterns = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}
        return _unresolved(patterns[unit], "DATE")
    return Value(calendar.shifted(anchors.published, unit, count), "DATE", anchors.origin)


# ---- so long ago, so long after


def _unit(code: str) -> tuple[int, str]:
    """Return how many of which TIMEX3 unit a pack's code means ("10Y")."""
    digits = code.rstrip("DWMQYHINS")
    return int(digits or 1), code[len(digits) :]


def _unit_of(found: Found) -> tuple[int, str]:
    code = found.coded("unit", found.dates.units) or found.coded("single", found.dates.single_units)
    return _unit(code)


def _amount(found: Found) -> int | float | None:
    if found.get("single"):
        return 1
    if found.rule.name == "half_alone":
        return 0.5
    amount = found.amount()
    return amount + 0.5 if amount is not None and found.rule.name == "half" else amount


def _ago(found: Found, anchors: Anchors) -> Value | None:
    return _away(found, anchors, -1, anchors.published if anchors.origin == "published" else None)


def _ahead(found: Found, anchors: Anchors) -> Value | None:
    return _away(found, anchors, 1, anchors.published if anchors.origin == "published" else None)


def _after(found: Found, anchors: Anchors) -> Value | None:
    if found.get("next_day"):
        if anchors.narrative is None:
            return _unresolved("XXXX-XX-XX", "DATE")
        return Value(calendar.day(anchors.narrative + timedelta(1)), "DATE", "narrative")
    return _away(found, replace(anchors, moment=None, origin="narrative"), 1, anchors.narrative)


def _before(found: Found, anchors: Anchors) -> Value | None:
    return _away(found, replace(anchors, moment=None, origin="narrative"), -1, anchors.narrative)


def _away(found: Found, anchors: Anchors, sign: int, anchor: date | None) -> Value | None:
    times, unit = _unit_of(found)
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if found.get("vague"):
        return _unresolved(reference, "DATE")
    amount = _amount(found)
    if amount is None:
        return None
    if anchor is None:
        return _unresolved(reference, "DATE")
    if unit in ("H", "MIN", "S"):
        return _moment_away(anchors, sign * amount, unit, anchor)
    whole, rest = divmod(amount * times, 1)
    count = sign * int(whole)
    try:
        if rest and unit == "Y":
            interval = calendar.shifted(anchor, "M", sign * round(12 * amount * times))
        else:
            interval = calendar.shifted(anchor, unit, count)
    except (ValueError, OverflowError):
        return _unresolved(reference, "DATE")
    return Value(interval, "DATE", anchors.origin)


def _moment_away(anchors: Anchors, amount: float, unit: str, anchor: date) -> Value:
    if anchors.moment is None:
        return Value(calendar.day(anchor), "TIME", anchors.origin, ("clock_unknown",))
    minutes = amount * {"H": 60, "MIN": 1, "S": 1 / 60}[unit]
    there = anchors.moment + timedelta(minutes=minutes)
    return Value(calendar.moment(there.date(), there.hour, there.minute), "TIME", anchors.origin)


def _same(found: Found, anchors: Anchors) -> Value | None:
    if anchors.narrative is None:
        return None
    code = _same_unit(found)
    return Value(calendar.shifted(anchors.narrative, code, 0), "DATE", "narrative")


def _same_unit(found: Found) -> str:
    first = found.match.group().split()[0].lower()
    return _unit(found.dates.units.get(first, "D"))[1]


# ---- durations, sets and words


def _duration(found: Found, _: Anchors) -> Value | None:
    if found.get("vague_duration"):
        timex = found.coded("vague_duration", found.dates.vague_durations)
        return _lasting(timex)
    times, unit = _unit_of(found)
    if found.get("vague"):
        return _lasting(_period("X", times, unit))
    amount = _amount(found)
    if amount is None:
        return None
    timex = _period(amount, times, unit)
    if found.rule.name == "range":
        last = found.amount("num2")
        timex = f"{timex}/{_period(last, times, unit)}" if last is not None else timex
    if found.rule.name == "pair":
        timex = _pair(timex, found)
    return _lasting(timex)


def _lasting(timex: str) -> Value:
    return Value(replace(UNRESOLVED, granularity="duration", timex=timex), "DURATION")


def _period(amount: float | str, times: int, unit: str) -> str:
    """Return a TIMEX3 duration; halves of hours, days and years go over to the smaller unit, ten years are a decade."""
    decades = {10: "DE", 100: "CE"}
    if unit == "Y" and times in decades:
        return f"P{_plain(amount)}{decades[times]}"
    if not isinstance(amount, str):
        amount = amount * times
        smaller = {"H": (60, "MIN"), "D": (24, "H"), "Y": (12, "M")}
        if amount == 0.5 and unit in smaller:
            scale, unit = smaller[unit]
            amount = scale // 2
    if unit == "Q" and not isinstance(amount, str):
        amount, unit = amount * 3, "M"
    clock = {"H": "H", "MIN": "M", "S": "S"}
    return f"PT{_plain(amount)}{clock[unit]}" if unit in clock else f"P{_plain(amount)}{unit}"


def _plain(amount: float | str) -> str:
    if isinstance(amount, str):
        return amount
    return str(int(amount)) if amount == int(amount) else str(amount)


def _pair(timex: str, found: Found) -> str:
    second = found.number("num3")
    times, unit = _unit(found.coded("unit2", found.dates.units))
    tail = _period(second or 0, times, unit)
    if timex.startswith("PT") and tail.startswith("PT"):
        return timex + tail[2:]
    return timex + tail[1:]


def _set(found: Found, _: Anchors) -> Value | None:
    weekday = found.word("weekday", found.dates.weekdays)
    part = found.coded("part", found.dates.day_parts)
    month = found.month()
    if weekday is not None:
        timex = f"XXXX-WXX-{weekday}{part}"
    elif month is not None:
        on = found.number("day")
        timex = f"XXXX-{month:02d}" + (f"-{on:02d}" if on else "")
    elif part:
        timex = f"XXXX-XX-XX{part}"
    else:
        times, unit = _unit_of(found)
        name = "num2" if found.rule.name == "times_units" else "num"
        counted = None if found.get("single") else found.amount(name)
        timex = _period(counted if counted is not None else 1, times, unit)
    return Value(replace(UNRESOLVED, timex=timex), "SET")


def _reference(found: Found, _: Anchors) -> Value | None:
    return _unresolved(found.coded("reference", found.dates.references), "DATE")


def _unresolved(timex: str, timex_type: TimexType) -> Value:
    return Value(replace(UNRESOLVED, timex=timex), timex_type)


READERS: Mapping[str, Reader] = MappingProxyType({
    "date": _date, "date_range": _date_range, "weekday": _weekday, "weekday_range": _weekday_range,
    "relative_day": _relative_day, "day_part": _day_part, "generic_part": _generic_part, "clock": _clock,
    "month": _month, "month_range": _month_range, "year": _year, "year_range": _year_range, "decade": _decade,
    "century": _century, "quarter": _quarter, "shifted": _shifted, "ago": _ago, "ahead": _ahead, "after": _after,
    "before": _before, "same": _same, "duration": _duration, "set": _set, "reference": _reference,
})  # fmt: skip
