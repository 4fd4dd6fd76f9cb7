"""A page saved with all its parts in one file (MHTML) to a page."""

import email
import re
from collections.abc import Iterator
from datetime import UTC
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from email.policy import Compat32
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from rujuk.ingest.capture.pages import page_of
from rujuk.ingest.capture.table import Item, Table
from rujuk.model.report import Dropped, Notice

PARTS = {"text/html", "application/xhtml+xml"}
MAX_HEADER = 4_000
_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)


class _Bounded(Compat32):
    """The lenient policy with short headers: taking parameters off a header costs the square of its length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and value of a header, the value cut off."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:MAX_HEADER]


def read_mhtml(stream: BinaryIO, table: Table) -> Iterator[Item]:
    """Yield the page of an MHTML file: its main part, or where that is a set of frames, the parts in the frames.

    Content-Location (or Snapshot-Content-Location) is its address, the Date header the time of capture.
    """
    try:
        message = email.message_from_bytes(stream.read(), policy=_Bounded())
        parts = [
            part for part in message.walk() if part.get_content_type() in PARTS and not part.is_multipart()
        ]
        captured = _moment(message)
    except (RecursionError, ValueError, LookupError, AttributeError, TypeError) as error:
        yield Dropped(table.path, "ingest", "unreadable", f"no MHTML: {type(error).__name__}")
        return
    bodies = [(part, body) for part in parts if (body := _body(part)).strip()]
    if not bodies:
        yield Dropped(table.path, "ingest", "no_articles", "no part of it is a page")
        return
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        yield Notice(table.path, "ingest", "truncated", "it ends before its last part does")
    main = _main(bodies, str(message.get("Snapshot-Content-Location") or "").strip())
    framed = _FRAMES.search(main[1][:200_000]) and len(bodies) > 1
    kept = [item for item in bodies if item is not main] if framed else [main]
    for number, (part, body) in enumerate(kept, 1):
        yield from page_of(
            body, "html", table, row=number if framed else None, charset=_charset(part),
            url=_address(part, message, is_main=not framed), captured_at=captured,
        )  # fmt: skip


def _main(bodies: list[tuple[Message, bytes]], address: str) -> tuple[Message, bytes]:
    """Return the part that the file was saved for: the one at its address, else the first."""
    at = (
        item for item in bodies if address and str(item[0].get("Content-Location") or "").strip() == address
    )
    return next(at, bodies[0])


def _body(part: Message) -> bytes:
    try:
        body = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError):
        return b""
    return body if isinstance(body, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset() or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _address(part: Message, message: Message, *, is_main: bool) -> str | None:
    own = [part.get("Content-Location")]
    if is_main:
        own += [message.get("Snapshot-Content-Location"), message.get("Content-Location")]
    found = ("".join(str(value).split()) for value in own if value)
    return next((value for value in found if value.startswith(("http://", "https://"))), None)


def _moment(message: Message) -> str | None:
    try:
        moment = parsedate_to_datetime(str(message.get("Date") or ""))
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else moment.isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
