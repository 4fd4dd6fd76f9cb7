"""The stretch of a text that shows best why it was found."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.lang.base import Packs
from rujuk.model.text import Article, Span
from rujuk.store.query import Match, Term, find_terms

WIDTH = 240
"""Characters of a snippet at most: about two sentences of a news report."""
LEAD = 60
"""Characters shown before the first mark, so that it is read in its sentence."""


@dataclass(frozen=True, slots=True)
class Region:
    """A span of an article, `whole`, in which a snippet may stand.

    `speaker` says whose words they are, and `modality` how a claim says them ("denied"), where that is known.
    """

    article: Article
    whole: Span
    speaker: str | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a region and the places in it that answer the query, all within the stretch."""

    region: Region
    span: Span
    marks: tuple[Span, ...]


def snippet(regions: Sequence[Region], terms: Sequence[Term], packs: Packs) -> Snippet:
    """Return the stretch that holds the most different terms, of the first such region; `regions` is not empty."""
    windows = [_window(region, terms, packs) for region in regions]
    best = max(range(len(regions)), key=lambda at: (len({match.term for match in windows[at]}), -at))
    return _cut(regions[best], windows[best])


def _window(region: Region, terms: Sequence[Term], packs: Packs) -> tuple[Match, ...]:
    return densest(find_terms(region.whole.text, terms, packs.get(region.article.language)))


def densest(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Return the run of matches within a snippet's width that holds the most different terms, the first of such runs."""
    best, most, first = (0, 0), 0, 0
    inside: Counter[int] = Counter()
    for last, match in enumerate(matches):
        inside[match.term] += 1
        while match.end - matches[first].start > WIDTH - LEAD and first < last:
            inside[matches[first].term] -= 1
            first += 1
        different = len(+inside)
        if different > most:
            best, most = (first, last + 1), different
    return tuple(matches[best[0] : best[1]])


def _cut(region: Region, window: Sequence[Match]) -> Snippet:
    """Return the stretch around a run of matches, whole words where they are not too long."""
    text = region.whole.text
    start = 0
    if window and window[0].start > LEAD:
        start = _word_start(text, window[0].start - LEAD, window[0].start)
    end = min(len(text), start + WIDTH)
    if end < len(text):
        end = _word_end(text, max([start + 1, *(match.end for match in window)]), end)
    cut = sorted({(max(start, match.start), min(end, match.end)) for match in window})
    marks = tuple(_span(region, one, other) for one, other in cut if one < other)
    return Snippet(region, _span(region, start, end), marks)


def _span(region: Region, start: int, end: int) -> Span:
    """Return characters [start, end) of the region as a span of the article."""
    offset = region.whole.start
    return region.article.span(offset + start, offset + end, region.whole.part)


def _word_start(text: str, low: int, high: int) -> int:
    """Return the first place after a space in [low, high], or `low` where there is none."""
    return next((at + 1 for at in range(low, high) if text[at].isspace()), low)


def _word_end(text: str, low: int, high: int) -> int:
    """Return the last place before a space in [low, high], or `high` where there is none."""
    return next((at for at in range(high, low, -1) if text[at].isspace()), high)
