"""WARC files to pages: the answers of a web archive that hold a page, each checked against its length and digests."""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import compat32
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

from rujuk.ingest.capture.pages import page_of
from rujuk.ingest.capture.table import Item, Table
from rujuk.ingest.capture.unpack import PIECE, BombError, DamageError, Gunzip, dechunked, decoded
from rujuk.ingest.tables.feeds import read_feed
from rujuk.model.report import Dropped, Notice
from rujuk.model.text import Page, PageKind

KINDS: Mapping[str, PageKind] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "text",
}
FEEDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml",
        "application/feed+json",
    }
)
NOT_PAGES = re.compile(r"^[a-z]+://[^/]+/(?:robots|ads|humans|security)\.txt$", re.IGNORECASE)
START = re.compile(rb"(?:^|\n)(?=WARC/[01]\.\d)")
CAPTURES = frozenset({"response", "resource"})
MAX_LISTED = 8
"""Kinds of passed-over records that a message names."""


@dataclass(slots=True)
class Tally:
    """What a web archive held: the pages' number so far, and the records that are no page, by what they are."""

    pages: int = 0
    records: int = 0
    damages: int = 0
    passed: Counter[str] = field(default_factory=Counter)

    def told(self) -> str:
        """Return the passed-over records by kind, the most frequent first."""
        most = sorted(self.passed.items(), key=lambda item: (-item[1], item[0]))[:MAX_LISTED]
        return f"{self.passed.total()} of {self.records} records: " + ", ".join(f"{k} {n}" for k, n in most)


@dataclass(frozen=True, slots=True)
class Answer:
    """One capture's own bytes and what the record says of them."""

    body: bytes
    media_type: str
    charset: str
    status: int
    url: str
    captured_at: str
    modified: str


def read_warc(stream: BinaryIO, table: Table) -> Iterator[Item]:
    """Yield the pages of a WARC or WARC.gz file, a drop for each damaged record, and one word on what was passed over.

    Read are `response` and `resource` records with status 200 that hold HTML, text or a feed. Every gzip member and
    every digest is checked here: a library that is merely asked for records reads a cut archive without an error.
    """
    tally = Tally()
    packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    try:
        yield from _packed(stream, table, tally) if packed else _plain(stream, table, tally)
    except BombError as error:
        yield Dropped(table.path, "ingest", "archive_bomb", str(error))
    if tally.damages > table.config.max_damages:
        detail = f"damaged in more than {table.config.max_damages} places; the rest was not read"
        yield Dropped(table.path, "ingest", "truncated", detail)
    if not tally.records:
        yield Dropped(table.path, "ingest", "unreadable", "no WARC record was found")
    elif not tally.pages:
        yield Dropped(table.path, "ingest", "no_articles", f"no page among them: {tally.told()}")
    elif tally.passed:
        yield Notice(table.path, "ingest", "passed_over", tally.told(), "note")


def _packed(stream: BinaryIO, table: Table, tally: Tally) -> Iterator[Item]:
    """Yield the items of each gzip member, so that a damaged one loses no other."""
    gunzip = Gunzip(stream, table.budget, table.config)
    while gunzip.next_member() and tally.damages <= table.config.max_damages:
        before = gunzip.damage
        yield from _held(_records(gunzip, table, tally), gunzip, table, tally)
        while gunzip.read():
            pass
        damage = gunzip.damage or before
        if damage:
            tally.damages += 1
            yield Dropped(
                f"{table.path}@{gunzip.members}",
                "ingest",
                "truncated",
                f"gzip member {gunzip.members}: {damage}",
            )


def _held(items: Iterator[Item], gunzip: Gunzip, table: Table, tally: Tally) -> Iterator[Item]:
    """Yield the items of a member; what is wrong inside of a damaged one is told by its damage alone."""
    try:
        yield from items
    except OSError as error:
        tally.damages += 1
        while gunzip.read():
            pass
        if not gunzip.damage:
            yield Dropped(f"{table.path}@{gunzip.members}", "ingest", "bad_record", str(error)[:200])


def _plain(stream: BinaryIO, table: Table, tally: Tally) -> Iterator[Item]:
    """Yield the items of a file that is not compressed; after a broken record the next one is looked for."""
    at = _next_start(stream, 0)
    if at:
        yield Dropped(f"{table.path}@0", "ingest", "bad_record", f"{at} bytes are no WARC record")
    while at is not None and tally.damages <= table.config.max_damages:
        stream.seek(at)
        last = [at]
        try:
            yield from _records(stream, table, tally, last)
            return
        except OSError as error:
            tally.damages += 1
            yield Dropped(f"{table.path}@{last[0]}", "ingest", "bad_record", str(error)[:200])
        at = _next_start(stream, last[0] + 1)


def _next_start(stream: BinaryIO, at: int) -> int | None:
    """Return where the next record begins at or after a position, or None."""
    stream.seek(at)
    kept = b"\n" if at == 0 else b""
    at -= len(kept)
    while piece := stream.read(PIECE):
        kept += piece
        match = START.search(kept)
        if match:
            return at + match.end()
        at += max(0, len(kept) - 16)
        kept = kept[-16:]
    return None


def _records(stream: Any, table: Table, tally: Tally, last: list[int] | None = None) -> Iterator[Item]:
    start = last[0] if last else 0
    for record in ArchiveIterator(stream, parse_http=False, stream_detect=False, max_header_len=65_536):
        tally.records += 1
        if last:
            last[0] = start + record.stream_pos
        yield from _record(record, table, tally)


def _record(record: WarcRecord, table: Table, tally: Tally) -> Iterator[Item]:
    headers = {name.casefold(): value for name, value in record.headers.astuples()}
    kind = headers.get("warc-type", "").casefold()
    name = table.name(tally.records)
    if kind not in CAPTURES:
        tally.passed[kind or "no type"] += 1
        return
    limit = table.config.max_file_bytes
    size = record.content_length
    if size > limit:
        yield Dropped(name, "ingest", "too_large", f"{size} bytes; the limit is {limit}")
        return
    block = record.reader.read(size) if size else b""
    if len(block) < size:
        yield Dropped(name, "ingest", "truncated", f"{len(block)} of {size} bytes of the record are there")
        return
    try:
        answer, raw = _answer(block, headers, limit)
    except DamageError as error:
        yield Dropped(name, "ingest", "unreadable", str(error)[:200])
        return
    except BombError as error:
        yield Dropped(name, "ingest", "archive_bomb", str(error)[:200])
        return
    wrong = _wrong_digest(headers, block, raw, answer.body)
    if wrong:
        yield Dropped(name, "ingest", "digest_mismatch", wrong)
    elif answer.status != 200:
        tally.passed[f"status {answer.status}"] += 1
    else:
        if "warc-truncated" in headers:
            yield Notice(
                name, "ingest", "truncated", f"cut while it was captured: {headers['warc-truncated'][:40]}"
            )
        yield from _pages(answer, table, tally)


def _pages(answer: Answer, table: Table, tally: Tally) -> Iterator[Item]:
    kind = KINDS.get(answer.media_type)
    if kind and not NOT_PAGES.match(answer.url):
        tally.pages += 1
        yield from page_of(
            answer.body, kind, table, row=tally.records, charset=answer.charset, url=answer.url,
            captured_at=answer.captured_at, dates=(("archive", answer.modified),) if answer.modified else (),
        )  # fmt: skip
    elif answer.media_type in FEEDS and len(answer.body) <= table.config.max_feed_bytes:
        for item in read_feed(answer.body, table, first=tally.pages, captured_at=answer.captured_at):
            tally.pages += isinstance(item, Page)
            yield item
    else:
        tally.passed[answer.media_type or "no media type"] += 1


def _answer(block: bytes, headers: Mapping[str, str], limit: int) -> tuple[Answer, bytes]:
    """Return the capture in a record's block and the body as it came over the wire."""
    content = headers.get("content-type", "")
    url, captured = headers.get("warc-target-uri", "").strip("<> "), headers.get("warc-date", "")
    if "application/http" not in content.casefold():
        media_type, charset = _media_type(content)
        return Answer(block, media_type, charset, 200, url, captured, ""), block
    head, raw = _split(block)
    status_line, _, rest = head.partition(b"\n")
    http = BytesParser(policy=compat32).parsebytes(rest, headersonly=True)
    status = re.match(rb"HTTP/\d(?:\.\d)? {1,3}(\d{3})", status_line)
    if not status:
        raise DamageError("the record's block is no HTTP answer")
    get = {key.casefold(): str(value) for key, value in http.items()}.get
    body = raw
    # some crawlers keep the header after they took the chunks away
    if "chunked" in (get("transfer-encoding") or "").casefold() and re.match(
        rb"[0-9A-Fa-f]{1,8}[;\r\n ]", raw
    ):
        body = dechunked(raw)
    media_type, charset = _media_type(get("content-type") or "")
    encoding = get("content-encoding") or ""
    if encoding and int(status.group(1)) == 200:
        body = _unpacked(body, encoding, limit)
    modified = get("last-modified") or ""
    return Answer(body, media_type, charset, int(status.group(1)), url, captured, modified), raw


def _unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    """Return the body without its encoding; a crawler that unpacked it and kept the header is believed."""
    try:
        return decoded(body, encoding, limit)
    except DamageError:
        if body[:200].lstrip()[:1] == b"<":
            return body
        raise


def _split(block: bytes) -> tuple[bytes, bytes]:
    match = re.search(rb"\r?\n\r?\n", block)
    return (block[: match.start()], block[match.end() :]) if match else (block, b"")


def _media_type(value: str) -> tuple[str, str]:
    media_type, _, rest = value.partition(";")
    charset = re.search(r"""charset\s{0,4}=\s{0,4}["']?([\w.:-]{2,40})""", rest[:300], re.IGNORECASE)
    return media_type.strip().casefold()[:80], charset.group(1) if charset else ""


def _wrong_digest(headers: Mapping[str, str], block: bytes, raw: bytes, body: bytes) -> str:
    """Return which digest does not fit, or "". A payload's is believed of the body as sent, and of the unpacked one."""
    if not _fits(headers.get("warc-block-digest", ""), (block,)):
        return "WARC-Block-Digest does not fit the record"
    if not _fits(headers.get("warc-payload-digest", ""), (raw, body)):
        return "WARC-Payload-Digest does not fit the answer"
    return ""


def _fits(digest: str, given: tuple[bytes, ...]) -> bool:
    """Return whether a digest is that of one of the byte strings; one of an unknown kind says nothing."""
    name, _, value = digest.strip().partition(":")
    name = name.casefold().replace("-", "")
    if name not in {"sha1", "sha256", "md5", "sha512"} or not value:
        return True
    for data in given:
        found = hashlib.new(name, data, usedforsecurity=False).digest()
        if value.casefold() == found.hex() or value.upper().rstrip("=") == base64.b32encode(
            found
        ).decode().rstrip("="):
            return True
    return False
