"""Days, weekdays, parts of the day and clock times: what a found expression of one means."""

from dataclasses import replace
from datetime import date, timedelta

from rujuk.annotate import calendar
from rujuk.annotate.calendar import Interval
from rujuk.annotate.time_anchors import Anchors, Value, full_year, unresolved
from rujuk.annotate.time_grammar import Found

LONE_DAYS = 100
"""A bracketed day and month without year and weekday is a date only this near to the anchor; else it is a fraction."""
NOON = 12
NAMED_DAYS = 15
"""A weekday alone means the dated day of that weekday which the text named before, if this near to the publication."""


def read_date(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "date"."""
    month, on = _month_and_day(found)
    if month is None and found.rule.name == "after_cue":
        return _day_of_month(anchors, on)
    if month is None or on is None:
        return None
    year = full_year(found.get("year"))
    anchor = "text"
    if year is None:
        if anchors.published is None:
            return unresolved(f"XXXX-{month:02d}-{on:02d}", "DATE")
        shift = found.word("shift", found.dates.shifts)
        year = calendar.year_of_day(anchors.published, month, on, shift, ahead=anchors.ahead)
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


def _near(there: date, published: date | None) -> bool:
    return published is not None and abs((there - published).days) <= LONE_DAYS


def _day_of_month(anchors: Anchors, on: int | None) -> Value | None:
    near = anchors.narrative or anchors.published
    if on is None or near is None:
        return unresolved(f"XXXX-XX-{on or 0:02d}", "DATE")
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
    if hour == 12 and not low <= 12 <= high:  # 12 p.m. is noon, "jam 12 malam" is not
        return 24 if high >= 22 else 0 if low == 0 else 12
    return hour + 12 if not low <= hour <= high and low <= hour + 12 <= high else hour


def _until(found: Found, interval: Interval, there: date) -> Interval:
    """Return the interval up to a second clock time, where one stands ("pukul 10.00-12.00")."""
    last = found.number("hour2")
    if last is None:
        return interval
    end = calendar.moment(there, last, found.number("minute2") or 0)
    return replace(interval, end=end.end, timex=f"{interval.timex}/{end.timex}")


def read_date_range(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "date_range"."""
    month, first, last = found.month(), found.number("day"), found.number("day2")
    if month is None or first is None or last is None:
        return None
    last_month = found.month("month2") or month
    year = full_year(found.get("year2")) or full_year(found.get("year"))
    if year is None:
        if anchors.published is None:
            return unresolved(f"XXXX-{month:02d}-{first:02d}/XXXX-{last_month:02d}-{last:02d}", "DATE")
        year = calendar.nearest_year(anchors.published, last_month, last, anchors.ahead)
    first_year = full_year(found.get("year")) if found.get("year2") and found.get("year") else None
    start = date(first_year or (year - 1 if month > last_month else year), month, first)
    end = date(year, last_month, last)
    if end <= start:
        return None
    anchor = anchors.origin if not (found.get("year") or found.get("year2")) else "text"
    return Value(calendar.days(start, end), "DATE", anchor, _misnamed(found, start, end))


def _misnamed(found: Found, start: date, end: date) -> tuple[str, ...]:
    """Return the flag of a range whose printed weekdays are not those of its ends ("Senin-Selasa (1-2/6)")."""
    named = [
        (found.word("weekday", found.dates.weekdays), start),
        (found.word("weekday2", found.dates.weekdays), end),
    ]
    wrong = any(weekday is not None and weekday != there.isoweekday() for weekday, there in named)
    return ("weekday_mismatch",) if wrong else ()


def read_weekday(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "weekday"."""
    weekday = found.word("weekday", found.dates.weekdays)
    if weekday is None:
        return None
    part = found.coded("part", found.dates.day_parts)
    if anchors.repeated and found.rule.name == "plain":
        return unresolved(f"XXXX-WXX-{weekday}{part}", "SET")
    there = _weekday_day(found, anchors, weekday)
    if there is None:
        return unresolved(f"XXXX-WXX-{weekday}{part}", "DATE")
    if found.rule.name == "eve":
        return Value(calendar.part(there - timedelta(1), part, _hours(found)), "TIME", anchors.origin)
    guessed = anchors.origin == "text" and there not in anchors.named
    return _on_day(found, there, anchors.origin, ("anchored_in_text",) if guessed else ())


def _weekday_day(found: Found, anchors: Anchors, weekday: int) -> date | None:
    anchor = anchors.published
    if anchor is None or anchors.origin != "published":
        near = [day for day in anchors.named if day.isoweekday() == weekday]
        return near[-1] if near else _before_the_only_day(found, anchors, weekday)
    shift = found.word("shift", found.dates.shifts)
    named = _named_weekday(anchors, weekday, anchor)
    if named and shift is None and found.rule.name == "plain":
        return named
    if found.rule.name == "week":
        monday = anchor - timedelta(anchor.weekday())
        return monday + timedelta(weekday - 1 + 7 * (shift or 0))
    if found.rule.name == "nearby":
        return _closest(anchor, weekday)
    if shift is None and _is_told_ahead(anchors, weekday):
        return anchors.narrative
    if shift == 0:
        return anchor + timedelta(weekday - anchor.isoweekday())  # "Jumat ini" is of this week
    last = calendar.weekday_on(anchor, weekday)
    if shift == 1 or (anchors.ahead and shift is None):
        return last + timedelta(7)
    if shift == -1 and last == anchor:
        return last - timedelta(7)
    return last


def _is_told_ahead(anchors: Anchors, weekday: int) -> bool:
    """Return whether the text has just come to a day ahead that is this weekday ("besok, Kamis")."""
    there, anchor = anchors.narrative, anchors.published
    return there is not None and anchor is not None and there > anchor and there.isoweekday() == weekday


def _before_the_only_day(found: Found, anchors: Anchors, weekday: int) -> date | None:
    """Return the last such weekday before the one full date that a text without publication day gives, if it is unadorned."""
    if (
        anchors.published is None
        or {*anchors.named} != {anchors.published}
        or anchors.ahead
        or found.get("shift")
    ):
        return None
    return calendar.weekday_on(anchors.published, weekday) if found.rule.name == "plain" else None


def _named_weekday(anchors: Anchors, weekday: int, anchor: date) -> date | None:
    """Return the day of that weekday which the text has given a date before, near the publication."""
    near = [
        day for day in anchors.named if day.isoweekday() == weekday and abs((day - anchor).days) <= NAMED_DAYS
    ]
    return near[-1] if near else None


def _closest(anchor: date, weekday: int) -> date:
    last = calendar.weekday_on(anchor, weekday)
    return last if (anchor - last).days <= 3 else last + timedelta(7)


def read_weekday_range(found: Found, _: Anchors) -> Value | None:
    """Return the value of a rule of kind "weekday_range": without dates it mostly says when something is open."""
    first = found.word("weekday", found.dates.weekdays)
    last = found.word("weekday2", found.dates.weekdays)
    if first is None or last is None:
        return None
    return unresolved(f"XXXX-WXX-{first}/XXXX-WXX-{last}", "DATE")


def read_relative_day(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "relative_day"."""
    offset = found.word("relative", found.dates.relative_days)
    if offset is None:
        return None
    if anchors.published is None or anchors.origin != "published":
        return unresolved("XXXX-XX-XX" + found.coded("part", found.dates.day_parts), "DATE")
    return _on_day(found, anchors.published + timedelta(offset), anchors.origin)


def read_last_night(_: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "last_night"."""
    if anchors.published is None or anchors.origin != "published":
        return unresolved("XXXX-XX-XXTNI", "TIME")
    there = anchors.published - timedelta(1)
    return Value(calendar.part(there, "TNI", "18:00-23:59"), "TIME", anchors.origin)


def read_day_part(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "day_part"."""
    if found.get("same"):
        return _in_narrative(found, anchors)
    if anchors.published is None or anchors.origin != "published":
        return unresolved("XXXX-XX-XX" + found.coded("part", found.dates.day_parts), "TIME")
    return _on_day(found, anchors.published, anchors.origin)


def read_generic_part(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "generic_part"."""
    if found.rule.name == "noon":
        return _in_narrative(found, anchors, NOON)
    if anchors.near:
        return _in_narrative(found, anchors)
    return unresolved("XXXX-XX-XX" + (found.coded("part", found.dates.day_parts) or "TNI"), "TIME")


def read_clock(found: Found, anchors: Anchors) -> Value | None:
    """Return the value of a rule of kind "clock"."""
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
    there = (
        anchors.near or anchors.narrative or (anchors.published if anchors.origin == "published" else None)
    )
    anchor = "narrative" if anchors.near or anchors.narrative else anchors.origin
    if hour is None:
        code = found.coded("part", found.dates.day_parts)
        if there is None:
            return unresolved(f"XXXX-XX-XX{code}", "TIME")
        return Value(calendar.part(there, code, _hours(found)), "TIME", anchor)
    groups = found.match.groupdict()
    minute = 30 if groups.get("half_past") or groups.get("half_to") else found.number("minute")
    clock = _clock_hour(found, hour)
    if groups.get("half_to"):  # "setengah tujuh", half before seven
        clock = clock - 1 if clock > 0 else 12
    if there is None:
        return unresolved(f"XXXX-XX-XXT{clock:02d}:{minute or 0:02d}", "TIME")
    return Value(_until(found, calendar.moment(there, clock, minute), there), "TIME", anchor)
