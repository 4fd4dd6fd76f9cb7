"""From what a rule found to its value: the reader of each kind of rule."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rujuk.annotate import time_days, time_distances, time_hijri, time_named, time_periods
from rujuk.annotate.time_anchors import Anchors, Value
from rujuk.annotate.time_grammar import Found

Reader = Callable[[Found, Anchors], Value | None]


def read(found: Found, anchors: Anchors) -> Value | None:
    """Return what an expression means, None where it is none after all."""
    try:
        return READERS[found.rule.kind](found, anchors)
    except (ValueError, OverflowError):  # the 31st of February, or outside of the years 1-9999
        return None


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "date": time_days.read_date,
        "date_range": time_days.read_date_range,
        "weekday": time_days.read_weekday,
        "weekday_range": time_days.read_weekday_range,
        "relative_day": time_days.read_relative_day,
        "last_night": time_days.read_last_night,
        "next_day": time_distances.read_next_day,
        "day_part": time_days.read_day_part,
        "generic_part": time_days.read_generic_part,
        "clock": time_days.read_clock,
        "month": time_periods.read_month,
        "month_range": time_periods.read_month_range,
        "year": time_periods.read_year,
        "year_range": time_periods.read_year_range,
        "decade": time_periods.read_decade,
        "century": time_periods.read_century,
        "hijri": time_hijri.read_hijri,
        "named_day": time_named.read_named_day,
        "quarter": time_periods.read_quarter,
        "shifted": time_periods.read_shifted,
        "ago": time_distances.read_ago,
        "ahead": time_distances.read_ahead,
        "after": time_distances.read_after,
        "before": time_distances.read_before,
        "same": time_distances.read_same,
        "duration": time_distances.read_duration,
        "set": time_distances.read_set,
        "reference": time_distances.read_reference,
    }
)
