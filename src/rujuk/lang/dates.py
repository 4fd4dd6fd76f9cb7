"""How a language writes dates, clock times, durations and vague times: its words, and its grammar as templates."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    r"""Words with their values, and the patterns in which they stand.

    Word lists: an entry in lower case is read in any case, an entry with a capital only capitalised or in capitals
    ("Minggu" the Sunday beside "minggu" the week). `months` 1-12 (`short_months` are read only beside a day or a year),
    `weekdays` 1-7 from Monday, `day_parts` to a TIMEX3 code, `day_part_hours` to "HH:MM-HH:MM", `zones` to their
    offset, `units` to a TIMEX3 unit, with a number of them where the word means several ("10Y"; H hours, MIN minutes,
    S seconds), `single_units` the same for words that hold "one" ("sehari"), `relative_days` to days from the anchor,
    `shifts` and `ordinals` to a number, `edges` to START, MID or END, `references` to PAST_REF, PRESENT_REF or
    FUTURE_REF, `eras` to -1 (before) or 1, `hijri_months` 1-12, `named_days` to "MM-DD", "HMM-DD" in the Hijri year,
    "<MM-DD" in the year before the one said ("malam Tahun Baru 2025"), or "E-2" for days from Easter, and after "=" the name by which `holidays` knows the day (empty, or its country and language there),
    `vague_numbers` words for "some", `vague_durations` to a TIMEX3 value, `halves` words for a half.

    `pieces` and `rules` are regular expressions in which a space stands for any short blank and {name} for a piece or a
    word list; a trailing digit or letter after an underscore only keeps group names apart ({day2}, {part_b}).
    Every repetition is bounded. `rules` go by kind (what the values mean), then by name; names with a meaning of their
    own are date: iso, lone_brackets (only near the anchor), after_cue (a day of the month); weekday: week, nearby;
    shifted: plain; ago, ahead, after, before, duration: half, half_alone, range, pair; set: times_units. `weekday_before_stop` is a
    pattern after which a weekday belongs to the name of a place; `year_before_stop` and `year_after_stop` are patterns beside which a bare number is no year; `age_before` and `age_after` those beside which years are an age.
    `needs` gives for a kind of rules the words of which one stands in whatever they read, so that they are not tried elsewhere.
    `future_cues` are words that turn a date without a year towards the future. `attribution_cues` are words of sentences
    whose last date, after a comma, says when something was said, and not when the story goes on.
    """

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    day_parts: Mapping[str, str]
    day_part_hours: Mapping[str, str]
    zones: Mapping[str, str]
    units: Mapping[str, str]
    single_units: Mapping[str, str]
    relative_days: Mapping[str, int]
    shifts: Mapping[str, int]
    ordinals: Mapping[str, int]
    edges: Mapping[str, str]
    references: Mapping[str, str]
    eras: Mapping[str, int]
    hijri_months: Mapping[str, int]
    named_days: Mapping[str, str]
    holidays: Mapping[str, str]
    vague_numbers: tuple[str, ...]
    vague_durations: Mapping[str, str]
    halves: tuple[str, ...]
    month_first: bool
    future_cues: tuple[str, ...]
    attribution_cues: tuple[str, ...]
    weekday_before_stop: str
    year_before_stop: str
    year_after_stop: str
    age_before: str
    age_after: str
    needs: Mapping[str, str]
    pieces: Mapping[str, str]
    rules: Mapping[str, Mapping[str, str]]
