"""Expressions of time in an article: found by the pack's grammar, resolved against publication day and narrative."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from rujuk.annotate.time_grammar import Found, grammar, matches
from rujuk.annotate.time_values import Anchors, Value, read
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import TimeValue
from rujuk.model.text import Article, Part, Span

AHEAD_REACH = 48
"""Characters before a date in which a word like "akan" turns it to the future; by reading June 2025 news."""
BESIDE = 14
"""Characters that may stand between a clock time and the day it belongs to, where the day follows."""
NAMING = ("date", "weekday", "relative_day", "day_part")


def read_times(article: Article, sentences: Sequence[Span], pack: LanguagePack) -> tuple[TimeValue, ...]:
    """Return the expressions of time of these sentences, sorted by part and offset; none overlap.

    Relative ones hang on `article.published_at`; without it on the text's own full dates, and only where these leave no
    doubt. What cannot be resolved has an empty `start_at` and a TIMEX3 value with X ("XXXX-WXX-3").
    """
    anchors = _anchors(article, sentences, pack)
    times: list[TimeValue] = []
    narrative: date | None = None
    for sentence in sorted(sentences, key=lambda span: (span.part, span.start)):
        started = narrative if sentence.part == "body" else None
        for found, value in _read_sentence(article, sentence, pack, replace(anchors, narrative=started)):
            times.append(_time_value(article, sentence.part, found, value))
            if sentence.part == "body":
                narrative = _named_day(found, value) or narrative
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
    article: Article, sentence: Span, pack: LanguagePack, anchors: Anchors
) -> Iterator[tuple[Found, Value]]:
    text = article.part_text(sentence.part)
    candidates = list(matches(pack, text, sentence.start, sentence.end))
    done = sentence.start
    for index, found in enumerate(candidates):
        if found.start < done or not _plausible(found, text, pack):
            continue
        ahead = _looks_ahead(text[max(sentence.start, found.start - AHEAD_REACH) : found.start], pack)
        near = _day_beside(candidates[index + 1 :], found, text, anchors)
        value = read(found, replace(anchors, ahead=ahead, near=near))
        if value is not None:
            yield found, value
            done = found.end
            anchors = replace(anchors, narrative=_named_day(found, value) or anchors.narrative)


def _looks_ahead(before: str, pack: LanguagePack) -> bool:
    """Return whether the words before, back to the last mark, look to the future."""
    clause = max(before.rfind(mark) for mark in ',;."”“:')
    return grammar(pack).ahead.search(before, clause + 1) is not None


def _day_beside(later: Sequence[Found], clock: Found, text: str, anchors: Anchors) -> date | None:
    """Return the day that follows a clock time or part of the day at once ("pukul 10.00 WIB, Selasa (17/6)")."""
    if clock.rule.kind not in ("clock", "generic_part"):
        return None
    for found in later:
        if found.start > clock.end + BESIDE:
            return None
        if found.start >= clock.end and found.rule.kind in NAMING and "." not in text[clock.end : found.start]:
            value = read(found, anchors)
            return _named_day(found, value) if value else None
    return None


def _named_day(found: Found, value: Value) -> date | None:
    """Return the day that an expression names, where it is one that a narrative goes on from."""
    if found.rule.kind not in (*NAMING, "ago", "after", "before") or not value.interval.start:
        return None
    if value.interval.granularity not in ("day", "part", "hour", "minute"):
        return None
    return date.fromisoformat(value.interval.start[:10])


def _plausible(found: Found, text: str, pack: LanguagePack) -> bool:
    """Return whether the characters around allow the reading: a bare number as a year, years as no age."""
    rules, kind = grammar(pack), found.rule.kind
    before, after = text[max(0, found.start - 40) : found.start], text[found.end : found.end + 24]
    if kind in ("year", "year_range", "decade") and text[found.start].isdigit():
        return not (rules.year_before.search(before) or rules.year_after.search(after))
    if kind == "duration" and found.coded("unit", pack.dates.units) in ("Y", "M"):
        bracketed = before.endswith("(") and after.startswith(")")
        return not (bracketed or rules.age_before.search(before) or rules.age_after.search(after))
    return True


def _anchors(article: Article, sentences: Sequence[Span], pack: LanguagePack) -> Anchors:
    """Return what relative expressions hang on: the publication day, else the day the text's full dates agree on."""
    day, moment = _published(article.published_at)
    if day is not None:
        return Anchors(day, moment, None, "published", ())
    named = _full_dates(article, sentences, pack)
    return Anchors(_clear_day(named), None, None, "text" if named else "none", named)


def _published(text: str | None) -> tuple[date | None, datetime | None]:
    """Return the day and, where it is known, the moment of publication, on the clock it was printed by."""
    try:
        there = datetime.fromisoformat((text or "").strip()).replace(tzinfo=None)
    except ValueError:
        return None, None
    return there.date(), there if "T" in (text or "") or ":" in (text or "") else None


def _full_dates(article: Article, sentences: Sequence[Span], pack: LanguagePack) -> tuple[date, ...]:
    """Return the days that the text gives in full, in its own order."""
    nothing = Anchors(None, None, None, "none", ())
    days = []
    for sentence in sorted(sentences, key=lambda span: (span.part, span.start)):
        for found, value in _read_sentence(article, sentence, pack, nothing):
            if found.rule.kind == "date" and value.interval.start and not value.flags:
                days.append(date.fromisoformat(value.interval.start[:10]))
    return tuple(days)


def _clear_day(named: Sequence[date]) -> date | None:
    """Return the full date that stands most often in a text without publication day, None where two stand as often."""
    ranked = Counter(named).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
