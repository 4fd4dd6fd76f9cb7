"""What happened to each input: drops and notes are values with a stable reason, counted and kept."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb
from typing import Any, Literal

Level = Literal["drop", "warning", "note"]

REASONS: Mapping[str, str] = {
    "after_capture": "a publication date that the page gives is after the time of the capture; it was not used",
    "binary": "the file is not text: it holds NUL bytes or is of a known binary kind",
    "duplicate_capture": "the same capture, or another with the same words, was given before; it is kept once and counted",
    "empty": "the file or row has no characters",
    "error": "reading this item, or writing up this story, failed in a way nobody foresaw; the detail names the exception and its place in the code",
    "excerpt": "a feed's summary of an article that is there whole; only its date was taken",
    "extractors_disagree": "other extractors take other lines of the page for its body; the detail says whose were taken",
    "language_guess": "the language is unsure; a near one's pack was used",
    "no_body": "no running text was found among the lines of the page",
    "no_language_pack": "the text is in a language that Rujuk has no pack for, so it was not analysed",
    "not_surveyed": "looking for lines that the outlet's other captures hold too failed on this capture; it was cleaned without that",
    "no_text": "the row has neither `text` nor `html`",
    "recapture": "a later capture of the same URL has other content; it stands for the report, the earlier one is kept as its earlier version",
    "joined_page": "a page of a report that has several; its text stands in the one article that they were joined into",
    "missing_pages": "the report has further pages that were not captured",
    "part_capture": "all that the capture holds stands in a fuller one of the same report, which lists it",
    "repaired": "characters that cannot stand in a text (NUL, U+2028, lone surrogates) were replaced",
    "too_large": "the file or row is larger than the limit; the rest of the run goes on without it",
    "unknown_kind": "no reader knows files of this kind",
    "unread_date": "the printed or declared publication date could not be read",
    "unread_columns": "a table has columns that are not read, and none that is known to hold titles or dates",
    "unreadable": "the file could not be opened or decoded as what its name says",
    "unverified": "a dossier that its own articles do not bear out; it was not written",
    "archive_bomb": "the archive or compressed answer unpacks to more than the limits of size, ratio, members or nesting",
    "bad_record": "a part of a web archive is no record, or one whose head is broken",
    "digest_mismatch": "bytes of an archive are not those that its own digest was taken of",
    "passed_over": "records of a web archive that hold no page (pictures, requests, answers other than 200), or sheets without text, were passed over",
    "truncated": "the archive, or a part of it, is cut off or damaged; what stands before and after it was read",
    "bad_row": "the line of the table or JSONL file could not be parsed",
    "no_articles": "nothing to analyse was found in this input",
    "bad_response": "the server's answer is no HTTP, breaks off, or is compressed in a way that was not asked for",
    "bad_url": "this is no absolute http(s) address",
    "http_status": "the server answers that there is no such page, or that it cannot give it",
    "limit": "feeds and lists hold more addresses than the limit lets through; the rest was not asked",
    "private_address": "the address, or one it leads to, is not on the public internet; it was not connected to",
    "redirects": "the address leads in a circle, or further than the limit",
    "robots": "the site's robots.txt does not allow it, or could not be read",
    "timeout": "the answer did not come, or not whole, within its time",
    "unreachable": "the name could not be resolved, or the connection failed",
}
"""Every reason token with its meaning; docs/stages.md lists the same, and a test compares them."""


@dataclass(frozen=True, slots=True, order=True)
class Dropped:
    """An item that a stage could not use: `item` names it, `reason` is a token of REASONS, `detail` says what was wrong."""

    item: str
    stage: str
    reason: str
    detail: str = ""

    @staticmethod
    def of_fault(item: str, stage: str, error: Exception) -> "Dropped":
        """Return the drop of an item whose reading failed in a way nobody foresaw, with the exception and its place in the code."""
        last = extract_tb(error.__traceback__)[-1]
        place = f"{Path(last.filename).name}, line {last.lineno}"
        return Dropped(item, stage, "error", f"{type(error).__name__}: {error} ({place})")

    def to_dict(self) -> dict[str, Any]:
        """Return the drop as JSON data."""
        return {
            "level": "drop",
            "item": self.item,
            "stage": self.stage,
            "reason": self.reason,
            "detail": self.detail,
        }


@dataclass(frozen=True, slots=True, order=True)
class Notice:
    """Something a reader should know of an item that was kept: level "warning" or "note", a token of REASONS."""

    item: str
    stage: str
    reason: str
    detail: str = ""
    level: Level = "warning"

    def to_dict(self) -> dict[str, Any]:
        """Return the notice as JSON data."""
        return {
            "level": self.level,
            "item": self.item,
            "stage": self.stage,
            "reason": self.reason,
            "detail": self.detail,
        }


@dataclass(slots=True)
class Report:
    """The run's ledger: how many items each stage took and gave, and every drop and notice, sorted when written."""

    drops: list[Dropped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, items: Iterable[Dropped | Notice]) -> None:
        """Record drops and notices."""
        for item in items:
            (self.drops if isinstance(item, Dropped) else self.notices).append(item)  # type: ignore[arg-type]

    def lines(self) -> list[dict[str, Any]]:
        """Return the whole ledger as JSON data in a fixed order: counts, drops, notices."""
        counts = {"level": "count", "counts": dict(sorted(self.counts.items()))}
        return [
            counts,
            *(d.to_dict() for d in sorted(self.drops)),
            *(n.to_dict() for n in sorted(self.notices)),
        ]

    def reasons(self) -> dict[str, int]:
        """Return how many items were dropped for each reason, in the order of the tokens."""
        return dict(sorted(Counter(drop.reason for drop in self.drops).items()))
