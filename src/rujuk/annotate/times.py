"""Expressions of time in an article: found by the pack's grammar, resolved against publication day and narrative."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from rujuk.annotate.ages import in_commas
from rujuk.annotate.numerals import look_up, plain_digits
from rujuk.annotate.time_anchors import Anchors, Value
from rujuk.annotate.time_grammar import Found, grammar, matches
from rujuk.annotate.time_values import read
from rujuk.annotate.units import read_unit
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import TimeValue
from rujuk.model.text import Article, Part, Span

AHEAD_REACH = 48
"""Characters before a date in which a word like "akan" turns it to the future; by reading June 2025 news."""
BESIDE: Mapping[str, int] = MappingProxyType({"clock": 14, "generic_part": 14, "weekday": 40})
"""Characters that may stand between a time and the day that follows and belongs to it; by reading June 2025 news."""
SAID_REACH = 400
"""Characters before a date at the end of its sentence that are searched for a word of speech."""
LAST_REACH = 6
"""Characters, all marks, that may stand before the first or after the last expression of a sentence."""
TOGETHER = 31
"""Days within which a text's full dates tell the year of those without one."""
MOST_NAMED = 32
"""Dated days kept for the weekdays that stand alone later."""
DAY_STAMP = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
IN_NAME_BEFORE = re.compile(r"(,|(?<!\w)[A-Z][a-z]{2,20})[^\S\n]$")
IN_NAME_AFTER = re.compile(r"[^\S\n]([A-Z][a-z]{2,20})(?!\w)")
"""What stands around the name of a month that is a person's ("Ratin Juni Atma"); by reading June 2025 news."""
LONGEST_MEASURE = 24
"""Characters after a bare number of four figures in which a measure may stand."""
COUNTED_TIMES = "times"
"""The unit whose word is beside a year for other reasons too ("Piala 2025 kali ini"): the pack's patterns say when."""
PERIODS = ("year", "month")
"""Kinds of rules whose values "a year later" counts from."""
NAMING = ("date", "weekday", "relative_day", "day_part")


def read_times(article: Article, sentences: Sequence[Span], pack: LanguagePack) -> tuple[TimeValue, ...]:
    """Return the expressions of time of these sentences, sorted by part and offset; none overlap.

    Relative ones hang on `article.published_at`; without it on the text's own full dates, and only where these leave no
    doubt. What cannot be resolved has an empty `start_at` and a TIMEX3 value with X ("XXXX-WXX-3").
    """
    anchors = _anchors(article, sentences, pack)
    times: list[TimeValue] = []
    texts = {part: plain_digits(article.part_text(part)) for part in {span.part for span in sentences}}
    for sentence in sorted(sentences, key=lambda span: (span.part, span.start)):
        own = anchors if sentence.part == "body" else replace(anchors, narrative=None, period=None)
        text = texts[sentence.part]
        for found, value in _read_sentence(text, sentence, pack, own):
            times.append(_time_value(article, sentence.part, found, value))
            own = _moved(own, found, value, text, sentence, pack)
        anchors = own if sentence.part == "body" else anchors
    return tuple(times)


def _time_value(article: Article, part: Part, found: Found, value: Value) -> TimeValue:
    zone = "" if value.timex_type == "DURATION" else found.get("zone")
    return TimeValue(
        span=article.span(found.start, found.end, part),
        start_at=value.interval.start,
        end_at=value.interval.end,
        granularity=value.interval.granularity,
        anchor=value.anchor,
        rule=f"{found.rule.kind}.{found.rule.name}",
        timex_type=value.timex_type,
        timex=value.interval.timex,
        zone=zone,
        flags=value.flags,
    )


def _read_sentence(
    text: str, sentence: Span, pack: LanguagePack, anchors: Anchors
) -> Iterator[tuple[Found, Value]]:
    candidates = list(matches(pack, text, sentence.start, sentence.end))
    done = sentence.start
    joiners = {"", *pack.numbers.between_joiners, *pack.numbers.pair_joiners}
    last: Value | None = None
    for index, found in enumerate(candidates):
        if found.start < done or not _plausible(found, text, sentence, pack):
            continue
        ahead = _looks_ahead(text[max(sentence.start, found.start - AHEAD_REACH) : found.start], pack)
        beside = _days_beside(candidates, index, text, anchors)
        near = beside[0] if beside else None
        repeated = _is_set_of_weekdays(last) and text[done : found.start].strip(" ,") in joiners
        own = replace(anchors, ahead=ahead, near=near, named=(*anchors.named, *beside), repeated=repeated)
        value = read(found, own)
        if value is not None:
            last = value
            yield found, value
            done = found.end
            anchors = _moved(anchors, found, value, text, sentence, pack)


def _is_set_of_weekdays(value: Value | None) -> bool:
    """Return whether an expression is a set of weekdays ("setiap Senin"), which another weekday may go on."""
    return value is not None and value.timex_type == "SET" and value.interval.timex.startswith("XXXX-WXX-")


def _moved(
    anchors: Anchors, found: Found, value: Value, text: str, sentence: Span, pack: LanguagePack
) -> Anchors:
    """Return the anchors after an expression: the narrative goes on from the day it names, unless it says when somebody spoke."""
    there = _named_day(found, value)
    if there is None and found.rule.kind in PERIODS and value.interval.start:
        return replace(anchors, period=value.interval)
    if there is None:
        return anchors
    named = (
        (*anchors.named[-MOST_NAMED:], there)
        if found.rule.kind == "date" and not value.flags
        else anchors.named
    )
    spoken = _says_when_said(found, text, sentence, pack) and anchors.narrative is not None
    if spoken:
        return replace(anchors, named=named)
    return replace(anchors, named=named, narrative=there, period=None)


def _says_when_said(found: Found, text: str, sentence: Span, pack: LanguagePack) -> bool:
    """Return whether a date stands after a comma at the end of a sentence that attributes words to somebody."""
    before = text[max(sentence.start, found.start - SAID_REACH) : found.start].rstrip()
    rest = text[found.end : min(sentence.end, found.end + LAST_REACH + 1)]
    last = len(rest) <= LAST_REACH and not rest.strip(" .\"”')")
    return last and before.endswith(",") and grammar(pack).attribution.search(before) is not None


def _looks_ahead(before: str, pack: LanguagePack) -> bool:
    """Return whether the words before, back to the last mark, look to the future."""
    clause = max(before.rfind(mark) for mark in ',;."”“:')
    return grammar(pack).ahead.search(before, clause + 1) is not None


def _days_beside(candidates: Sequence[Found], index: int, text: str, anchors: Anchors) -> tuple[date, ...]:
    """Return the days that follow a clock time at once ("pukul 10.00 WIB, Selasa (17/6)"), or a weekday before long."""
    found = candidates[index]
    reach = BESIDE.get(found.rule.kind)
    if reach is None:
        return ()
    for place in range(index + 1, len(candidates)):
        other = candidates[place]
        if other.start > found.end + reach:
            break
        if other.start >= found.end and other.rule.kind in (*NAMING, "date_range"):
            between = text[found.end : other.start]
            if found.rule.kind == "weekday" and other.rule.kind not in ("date", "date_range"):
                continue
            value = read(other, anchors)
            return _days_of(value) if value and "." not in between else ()
    return ()


def _days_of(value: Value) -> tuple[date, ...]:
    """Return the first days, a week at most, of an interval."""
    if not value.interval.start:
        return ()
    first, last = (date.fromisoformat(end[:10]) for end in (value.interval.start, value.interval.end))
    return tuple(first + timedelta(count) for count in range(min((last - first).days + 1, 7)))


def _named_day(found: Found, value: Value) -> date | None:
    """Return the day that an expression names, where it is one that a narrative goes on from."""
    if (
        found.rule.kind not in (*NAMING, "ago", "after", "before", "last_night", "next_day")
        or not value.interval.start
    ):
        return None
    if value.interval.granularity not in ("day", "part", "hour", "minute"):
        return None
    return date.fromisoformat(value.interval.start[:10])


def _plausible(found: Found, text: str, sentence: Span, pack: LanguagePack) -> bool:
    """Return whether the characters around allow the reading: a bare number as a year, years as no age, a month as no name,
    a word for a weekday and for a time of several days as the weekday where its capital tells them apart."""
    rules, kind = grammar(pack), found.rule.kind
    before, after = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 24]
    if kind in ("year", "year_range", "decade") and found.rule.name != "era" and text[found.start].isdigit():
        return not (
            rules.year_before.search(before) or rules.year_after.search(after) or _measures(found, text, pack)
        )
    if kind == "month" and (left := IN_NAME_BEFORE.search(before)) and (right := IN_NAME_AFTER.match(after)):
        return not {left[1].lower(), right[1].lower()}.isdisjoint(pack.words.function_words)
    if kind in ("weekday", "weekday_range") and rules.weekday_before.search(before):
        return False
    if kind == "weekday" and _begins(found, text, sentence):
        return not (
            (found.get("shift") or found.rule.name == "nearby")
            and look_up(found.get("weekday").lower(), pack.dates.units)
        )
    if kind == "duration" and found.coded("unit", pack.dates.units) in ("Y", "M"):
        bracketed = before.endswith("(") and after.startswith(")")
        return not (
            bracketed
            or in_commas(before, after)
            or rules.age_before.search(before)
            or rules.age_after.search(after)
        )
    return True


def _measures(found: Found, text: str, pack: LanguagePack) -> bool:
    """Return whether a measure in small letters follows a bare number of four figures ("2000 nits")."""
    unit = read_unit(text, found.end, found.end + LONGEST_MEASURE, pack.numbers)
    written = text[found.end : unit.end].strip() if unit else ""
    measures = unit is not None and unit.kind == "units" and unit.symbol != COUNTED_TIMES
    return measures and len(written) > 2 and written.islower()


def _begins(found: Found, text: str, sentence: Span) -> bool:
    """Return whether the expression begins its sentence, or a quotation that does."""
    before = text[sentence.start : found.start] if found.start - sentence.start <= LAST_REACH else "x"
    return not before.strip("\"“'‘ ")


def _anchors(article: Article, sentences: Sequence[Span], pack: LanguagePack) -> Anchors:
    """Return what relative expressions hang on: the publication day, else the day the text's full dates agree on."""
    day, moment = _published(article.published_at)
    if day is not None:
        return Anchors(day, moment, None, "published", ())
    named = _full_dates(article, sentences, pack)
    return Anchors(_clear_day(named), None, None, "text" if named else "none", named)


def _published(text: str | None) -> tuple[date | None, datetime | None]:
    """Return the day and, where it is known, the moment of publication, on the clock it was printed by."""
    stamp = DAY_STAMP.sub(_padded, (text or "").strip())
    try:
        there = datetime.fromisoformat(stamp).replace(tzinfo=None)
    except ValueError:
        return None, None
    return there.date(), there if "T" in stamp or ":" in stamp else None


def _padded(match: re.Match[str]) -> str:
    """Return a day whose month and day of one figure have got their zero ("2013-12-5")."""
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"


def _full_dates(article: Article, sentences: Sequence[Span], pack: LanguagePack) -> tuple[date, ...]:
    """Return the days that the text gives in full, in its own order."""
    nothing = Anchors(None, None, None, "none", ())
    days = []
    texts = {part: plain_digits(article.part_text(part)) for part in {span.part for span in sentences}}
    for sentence in sorted(sentences, key=lambda span: (span.part, span.start)):
        text = texts[sentence.part]
        for found, value in _read_sentence(text, sentence, pack, nothing):
            if found.rule.kind == "date" and value.interval.start and not value.flags:
                days.append(date.fromisoformat(value.interval.start[:10]))
    return tuple(days)


def _clear_day(named: Sequence[date]) -> date | None:
    """Return the full date that stands most often in a text without publication day; of several the last, if near together.

    From it come the years of dates that are printed without one, so that days of one month tell enough.
    """
    ranked = Counter(named).most_common(2)
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return max(named) if (max(named) - min(named)).days <= TOGETHER else None
    return ranked[0][0] if ranked else None
