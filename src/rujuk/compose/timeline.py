"""The dated points of a story."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rujuk.compose.order import lead_claim
from rujuk.model.annotations import Document, Granularity, TimeValue
from rujuk.model.dossier import TimelineEntry
from rujuk.model.statement import Claim, Statement
from rujuk.model.text import Span

DATED: frozenset[Granularity] = frozenset({"month", "week", "day", "part", "hour", "minute", "second"})
"""Granularities that are points on a line of days; years and quarters are background, durations no points."""

Times = Mapping[tuple[str, str], list[TimeValue]]


def timeline(statements: Sequence[Statement], documents: Sequence[Document]) -> tuple[TimelineEntry, ...]:
    """Return an entry for each time that a statement's own words give, once per statement and value, sorted.

    Where one statement has a day and an hour of that day, only the finer stays.
    """
    times = _times_by_part(documents)
    entries = [entry for statement in statements for entry in _entries(statement, times)]
    return tuple(sorted(entries))


def _times_by_part(documents: Sequence[Document]) -> Times:
    found: dict[tuple[str, str], list[TimeValue]] = defaultdict(list)
    for document in documents:
        for time in document.times:
            if time.start_at and time.granularity in DATED and time.timex_type in {"DATE", "TIME"}:
                found[time.span.article_id, time.span.part].append(time)
    return {key: sorted(values, key=lambda time: time.span.start) for key, values in found.items()}


def _entries(statement: Statement, times: Times) -> list[TimelineEntry]:
    lead = lead_claim(statement)
    first: dict[tuple[str, str], TimelineEntry] = {}
    for claim in (lead, *sorted(statement.claims)):
        for time in _times_of(claim, times):
            entry = TimelineEntry(
                time.start_at, time.end_at, time.granularity, statement.id, claim.id, time.span
            )
            first.setdefault((time.start_at, time.end_at), entry)
    return [entry for entry in first.values() if not any(_finer(other, entry) for other in first.values())]


def _times_of(claim: Claim, times: Times) -> Iterator[TimeValue]:
    values = times.get((claim.article_id, claim.part), [])
    for span in claim.spans:
        yield from _inside(span, values)


def _inside(span: Span, values: list[TimeValue]) -> Iterator[TimeValue]:
    at = bisect_left(values, span.start, key=lambda time: time.span.start)
    while at < len(values) and values[at].span.start < span.end:
        if values[at].span.end <= span.end:
            yield values[at]
        at += 1


def _finer(other: TimelineEntry, entry: TimelineEntry) -> bool:
    """Return whether the other entry's interval lies inside this one's day, part of a day or hour, and is shorter."""
    same = (other.start_at, other.end_at) == (entry.start_at, entry.end_at)
    if same or entry.granularity not in {"day", "part", "hour"}:
        return False
    after = other.start_at[: len(entry.start_at)] >= entry.start_at
    return after and other.end_at[: len(entry.end_at)] <= entry.end_at
