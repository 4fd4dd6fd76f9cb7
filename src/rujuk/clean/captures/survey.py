"""Before any capture is cleaned: which of its lines stand on other captures of the same outlet.

A line that a reader meets on one page after the other is the outlet's and no report's. What is the report's recurs too: in recaptures, on
the pages of a long report, in paragraphs that reports of one event hand on. So captures that share sentences say nothing of
each other, and a sentence is never counted, however often it stands there.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from rujuk.clean.captures.paging import Habits, habits_of, read_address
from rujuk.clean.characters import lines_of, normalise, one_line
from rujuk.clean.config import CleanConfig
from rujuk.clean.content import content_of
from rujuk.clean.facts.outlet import Publisher, find_outlet, starts_with_dateline
from rujuk.clean.lines.line import is_sentence
from rujuk.clean.lines.recurrence import NOTHING_KNOWN, Recurrence, key_of
from rujuk.lang.base import Packs
from rujuk.model.errors import of_one_item
from rujuk.model.report import Notice
from rujuk.model.text import Page
from rujuk.outlets.base import Outlets

MOST_LINES = 5_000
"""Lines of a capture that are looked at; news pages have under 2,000."""
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one capture by their fingerprints, each with its characters, and what pages of one report have in common."""

    id: str
    report: str
    lines: Mapping[bytes, str]


def survey(
    pages: Sequence[Page], *, packs: Packs, outlets: Outlets, config: CleanConfig = CleanConfig()
) -> tuple[dict[str, Recurrence], tuple[Notice, ...]]:
    """Return by page id what the other captures of its outlet say of a page's lines, where there are unrelated ones, and notices.

    Each page is held against the same few captures of its outlet (those of the lowest ids), so that memory is bounded for each outlet
    and the order of the pages is of no consequence. Not looked at: web pages, whose elements say it better, pages that
    are to be kept as they are, and captures that neither their address nor their row gives an outlet. A capture that cannot be looked
    at for an error nobody foresaw is told nothing and tells nothing; it has the notice `not_surveyed`.
    """
    habits = habits_of(packs)
    each = _OneByOne()
    by_outlet: dict[str, list[Page]] = defaultdict(list)
    for page in pages:
        key = each.tried(page, lambda one: _outlet_of(one, outlets))
        if key:
            by_outlet[key].append(page)
    found: dict[str, Recurrence] = {}
    for group in by_outlet.values():
        chosen = heapq.nsmallest(config.survey_captures, group, key=lambda page: page.id)
        sheets = [sheet for page in chosen if (sheet := each.tried(page, lambda one: sheet_of(one, habits)))]
        if len(sheets) > 1:
            says = partial(_Reference(sheets).says_of, habits=habits, outlets=outlets, config=config)
            told = ((page.id, each.tried(page, says)) for page in group)
            found |= {page_id: recurrence for page_id, recurrence in told if recurrence and recurrence.known}
    return found, tuple(sorted(each.notices.values()))


@dataclass(slots=True)
class _OneByOne:
    """What is asked of captures one after the other: where one fails it has a notice, by its id, and the rest goes on."""

    notices: dict[str, Notice] = field(default_factory=dict)

    def tried(self, page: Page, asked: Callable[[Page], Found]) -> Found | None:
        """Return the answer for a capture, None where it failed now or before."""
        if page.id in self.notices:
            return None
        try:
            return asked(page)
        except Exception as error:
            if not of_one_item(error):
                raise
            said = f"{type(error).__name__}: {error}"
            self.notices[page.id] = Notice(page.name, "clean", "not_surveyed", said)
            return None


def _outlet_of(page: Page, outlets: Outlets) -> str:
    """Return what captures of one outlet have in common, "" where a page is not looked at."""
    if page.as_is or page.kind == "html":
        return ""
    declared, _, is_html = content_of(page)
    address = page.url or page.canonical_url
    _, reference = find_outlet(Publisher(address, one_line(declared.get("outlet", ""))), outlets)
    return "" if is_html or reference is None else reference.key


def sheet_of(page: Page, habits: Habits) -> Sheet:
    """Return the lines of a capture that is no web page."""
    _, text, _ = content_of(page)
    lines = lines_of(normalise(text))[:MOST_LINES]
    address = page.canonical_url or page.url or ""
    place = read_address(address, habits)
    report = (place.tail[0] or place.base) if address else ""
    return Sheet(page.id, report, {key_of(line): line for line in lines})


class _Reference:
    """The captures that those of an outlet are held against: which of them hold a line, a bit for each."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = sheets
        self.holders: dict[bytes, int] = defaultdict(int)
        for number, sheet in enumerate(sheets):
            for key in sheet.lines:
                self.holders[key] |= 1 << number

    def says_of(self, page: Page, habits: Habits, outlets: Outlets, config: CleanConfig) -> Recurrence:
        """Return which lines of a capture the unrelated ones hold."""
        sheet = sheet_of(page, habits)
        unrelated = self._unrelated(sheet, config)
        whole = unrelated.bit_count()
        if not whole:
            return NOTHING_KNOWN
        counts = {key: (self.holders.get(key, 0) & unrelated).bit_count() for key in sheet.lines}
        some = frozenset(_of_the_outlet(sheet, counts, outlets))
        least = max(config.most_least, config.most_share * whole)
        return Recurrence(True, some, frozenset(key for key in some if counts[key] >= least))

    def _unrelated(self, sheet: Sheet, config: CleanConfig) -> int:
        """Return the bits of the captures that are of another report, as far as addresses and sentences tell."""
        sentences = {key: len(text) for key, text in sheet.lines.items() if is_sentence(text)}
        if not sentences:
            return 0
        shared = [0] * len(self.sheets)
        for key, length in sentences.items():
            for number in _bits(self.holders.get(key, 0)):
                shared[number] += length
        limit = config.kin_share * sum(sentences.values())
        return sum(
            1 << number
            for number, other in enumerate(self.sheets)
            if other.id != sheet.id
            and (not sheet.report or other.report != sheet.report)
            and shared[number] < limit
        )


def _bits(mask: int) -> Iterable[int]:
    """Yield the numbers of the bits that are set."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _of_the_outlet(sheet: Sheet, counts: Mapping[bytes, int], outlets: Outlets) -> Iterable[bytes]:
    """Yield the lines that other captures hold: no sentences, and no datelines, which open reports."""
    for key, text in sheet.lines.items():
        if counts[key] and not is_sentence(text) and not starts_with_dateline(text, outlets):
            yield key
