"""How long, how often, how long ago: durations, sets, distances and vague words of time."""

from dataclasses import replace
from datetime import date, timedelta

from rujuk.annotate import calendar
from rujuk.annotate.calendar import UNRESOLVED
from rujuk.annotate.time_anchors import Anchors, Value, unit_code, unresolved
from rujuk.annotate.time_grammar import Found

SMALLER = "YQMWDH MIN S"
"""Units from years to seconds, each behind those it is smaller than: of "dua jam 15 menit" the second must be smaller."""


def _unit_of(found: Found) -> tuple[int, str]:
    code = found.coded("unit", found.dates.units) or found.coded("single", found.dates.single_units)
    return unit_code(code)


def _amount(found: Found) -> int | float | None:
    if found.get("single"):
        return 1
    if found.rule.name == "half_alone":
        return 0.5
    amount = found.amount()
    return amount + 0.5 if amount is not None and found.rule.name == "half" else amount


def read_ago(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "ago"."""
    return _away(found, anchors, -1, anchors.published if anchors.origin == "published" else None)


def read_ahead(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "ahead"."""
    return _away(found, anchors, 1, anchors.published if anchors.origin == "published" else None)


def read_after(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "after"."""
    return _away(found, replace(anchors, moment=None, origin="narrative"), 1, _told(found, anchors))


def read_next_day(_: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "next_day"."""
    if anchors.narrative is None:
        return unresolved("XXXX-XX-XX", "DATE")
    return Value(calendar.day(anchors.narrative + timedelta(1)), "DATE", "narrative")


def read_before(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "before"."""
    return _away(found, replace(anchors, moment=None, origin="narrative"), -1, _told(found, anchors))


def _told(found: Found, anchors: Anchors) -> date | None:
    """Return the day that "later" and "before" count from; years also count from a year, years and months from a month."""
    _, unit = _unit_of(found)
    period = anchors.period
    if period and (unit == "Y" or (unit == "M" and period.granularity == "month")):
        return date.fromisoformat(period.start)
    return anchors.narrative


def _falls(found: Found) -> bool:
    """Return whether two numbers are no range, since the second is not above the first: "menang 3-0 pekan lalu"."""
    first, last = found.amount(), found.amount("num2")
    return found.rule.name == "range" and first is not None and last is not None and first >= last


def _away(found: Found, anchors: Anchors, sign: int, anchor: date | None) -> Value | None:
    if _falls(found):
        return None
    times, unit = _unit_of(found)
    reference = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if found.get("vague"):
        return unresolved(reference, "DATE")
    amount = _amount(found)
    if amount is None:
        return None
    if anchor is None:
        return unresolved(reference, "DATE")
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
        return unresolved(reference, "DATE")
    return Value(interval, "DATE", anchors.origin)


def _moment_away(anchors: Anchors, amount: float, unit: str, anchor: date) -> Value:
    if anchors.moment is None:
        return Value(calendar.day(anchor), "TIME", anchors.origin, ("clock_unknown",))
    minutes = amount * {"H": 60, "MIN": 1, "S": 1 / 60}[unit]
    there = anchors.moment + timedelta(minutes=minutes)
    return Value(calendar.moment(there.date(), there.hour, there.minute), "TIME", anchors.origin)


def read_same(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "same"."""
    if anchors.narrative is None:
        return None
    code = _sameunit_code(found)
    return Value(calendar.shifted(anchors.narrative, code, 0), "DATE", "narrative")


def _sameunit_code(found: Found) -> str:
    first = found.match.group().split()[0].lower()
    return unit_code(found.dates.units.get(first, "D"))[1]


def read_duration(found: Found, _: Anchors) -> Value | None:
    """Return the value of a rule of kind "duration"."""
    if found.get("vague_duration"):
        timex = found.coded("vague_duration", found.dates.vague_durations)
        return _lasting(timex)
    times, unit = _unit_of(found)
    if found.get("vague"):
        return _lasting(_period("X", times, unit))
    amount = _amount(found)
    if amount is None or _falls(found):
        return None
    if found.rule.name == "product":
        amount *= found.amount("num2") or 1
    timex = _period(amount, times, unit)
    if found.rule.name == "range":
        last = found.amount("num2")
        timex = f"{timex}/{_period(last, times, unit)}" if last is not None else timex
    if found.rule.name == "pair":
        if SMALLER.find(unit) >= SMALLER.find(unit_code(found.coded("unit2", found.dates.units))[1]):
            return None
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
    second = found.amount("num2")
    times, unit = unit_code(found.coded("unit2", found.dates.units))
    tail = _period(second or 0, times, unit)
    if timex.startswith("PT") and tail.startswith("PT"):
        return timex + tail[2:]
    return timex + tail[1:]


def read_set(found: Found, _: Anchors) -> Value | None:
    """Return the value of a rule of kind "set"."""
    if found.rule.name in ("weekend", "day_of_month"):
        timex = "XXXX-WXX-WE" if found.rule.name == "weekend" else f"XXXX-XX-{found.number('day') or 0:02d}"
        return Value(replace(UNRESOLVED, timex=timex), "SET")
    weekday = found.word("weekday", found.dates.weekdays)
    part = found.coded("part", found.dates.day_parts)
    month = found.month()
    if weekday is not None:
        on = (weekday - 2) % 7 + 1 if found.rule.name == "eve" else weekday  # the night before that day
        timex = f"XXXX-WXX-{on}{part}"
    elif month is not None:
        of_month = found.number("day")
        timex = f"XXXX-{month:02d}" + (f"-{of_month:02d}" if of_month else "")
    elif part:
        timex = f"XXXX-XX-XX{part}"
    else:
        times, unit = (1, "D") if found.rule.name == "daily" else _unit_of(found)
        name = "num2" if found.rule.name == "times_units" else "num"
        counted = None if found.get("single") else found.amount(name)
        timex = _period(counted if counted is not None else 1, times, unit)
    return Value(replace(UNRESOLVED, timex=timex), "SET")


def read_reference(found: Found, _: Anchors) -> Value | None:
    """Return the value of a rule of kind "reference"."""
    return unresolved(found.coded("reference", found.dates.references), "DATE")
