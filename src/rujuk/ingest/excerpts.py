"""What feeds know of captures that came another way: publication dates, and that a summary is not the article."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rujuk.ingest.tables.feeds import EXCERPT
from rujuk.model.report import Notice
from rujuk.model.text import Page

FEED = "feed"


def share_dates(pages: Sequence[Page]) -> tuple[list[Page], list[Notice]]:
    """Return the pages, each with the feeds' dates for its address, without the summaries of pages that are there whole.

    The order of the pages is kept, and does not change what is shared. A summary that gives way is noted.
    """
    dates: dict[str, set[tuple[str, str]]] = defaultdict(set)
    whole = set()
    for page in pages:
        if page.canonical_url:
            dates[page.canonical_url].update(date for date in page.dates if date[0] == FEED)
            if EXCERPT not in page.fields:
                whole.add(page.canonical_url)
    kept, notices = [], []
    for page in pages:
        if EXCERPT in page.fields and page.canonical_url in whole:
            notices.append(
                Notice(page.name, "ingest", "excerpt", "a whole capture of its address is there", "note")
            )
        else:
            kept.append(_dated(page, dates.get(page.canonical_url or "", ())))
    return kept, notices


def _dated(page: Page, found: Iterable[tuple[str, str]]) -> Page:
    dates = tuple(sorted({*page.dates, *found}))
    return page if dates == page.dates else replace(page, dates=dates)
