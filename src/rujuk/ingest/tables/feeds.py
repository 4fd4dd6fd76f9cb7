"""RSS, Atom and JSON Feed files to pages, an entry each; OPML lists, which hold no article, to a drop."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, BinaryIO

import feedparser

from rujuk.ingest.capture.pages import page_of, row_page
from rujuk.ingest.capture.table import Item, Table
from rujuk.model.report import Dropped, Notice
from rujuk.model.text import Page

JSON_FEED = "https://jsonfeed.org/version/"
DECLARED = ("outlet", "title", "author", "language")
EXCERPT = "excerpt"
"""The field of a page that is a feed's summary of an article and not the article."""
_ROOT = re.compile(rb"<(?:[a-z]{1,10}:)?(rss|feed|rdf|opml|html)\b", re.IGNORECASE)
_WIDE = re.compile(rb"\0")
_OUTLINES = re.compile(rb"\bxmlurl\s{0,4}=", re.IGNORECASE)


def root_of(head: bytes) -> str:
    """Return the first known root element of an XML file: rss, feed, rdf, opml, html, or ""."""
    match = _ROOT.search(_WIDE.sub(b"", head))
    return match.group(1).decode().casefold() if match else ""


def read_xml(stream: BinaryIO, table: Table) -> Iterator[Item]:
    """Yield what an XML file holds: a feed's entries, a page; of OPML or other XML a drop."""
    data = stream.read(table.config.max_feed_bytes + 1)
    root = root_of(data[: table.config.sniff_bytes])
    if root == "html":
        yield from page_of(data + stream.read(), "html", table)
    elif root == "opml":
        detail = f"an OPML list of {len(_OUTLINES.findall(data))} feeds; `rujuk fetch` fetches what they list"
        yield Dropped(table.path, "ingest", "no_articles", detail)
    elif not root:
        yield Dropped(table.path, "ingest", "unknown_kind", "XML, but neither a feed nor a page")
    elif len(data) > table.config.max_feed_bytes:
        yield Dropped(table.path, "ingest", "too_large", f"over {table.config.max_feed_bytes} bytes of feed")
    else:
        found = False
        for item in read_feed(data, table):
            found = found or isinstance(item, Page)
            yield item
        if not found:
            yield Dropped(table.path, "ingest", "no_articles", "a feed without an entry that could be read")


def read_feed(data: bytes, table: Table, *, first: int = 0, captured_at: str = "") -> Iterator[Item]:
    """Yield a page for each entry of a feed that has a text; its date is a candidate of origin "feed".

    An entry that has only a summary is a page whose field `excerpt` is set. Broken XML is read as far as it goes.
    """
    try:
        # always as a stream: given bytes, feedparser takes short ones for an address and goes to the network
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
        AssertionError,
        OverflowError,
    ) as error:
        yield Dropped(table.path, "ingest", "unreadable", f"the feed cannot be read: {type(error).__name__}")
        return
    broken = feed.get("bozo_exception")
    if feed.get("bozo") and not isinstance(broken, feedparser.CharacterEncodingOverride):
        yield Notice(table.path, "ingest", "repaired", f"broken XML, read as far as it goes: {broken}"[:200])
    about = feed.get("feed") or {}
    shared = {"outlet": _text(about.get("title")), "language": _text(about.get("language"))}
    for number, entry in enumerate(feed.get("entries") or (), first + 1):
        yield from _entry_page(_fields(entry, shared), _date(entry), number, table, captured_at)


def read_json_feed(value: Mapping[str, Any], table: Table) -> Iterator[Item]:
    """Yield a page for each item of a JSON Feed."""
    shared = {"outlet": _text(value.get("title")), "language": _text(value.get("language"))}
    items = value.get("items")
    for number, item in enumerate(items if isinstance(items, list) else (), 1):
        if not isinstance(item, dict):
            yield table.drop(number, "bad_row", f"item {number} of the feed is no object")
            continue
        whole = {"text": _text(item.get("content_text")), "html": _text(item.get("content_html"))}
        short = {"text": _text(item.get("summary")), EXCERPT: "true"}
        author = item.get("authors") or item.get("author")
        names = [
            _text(one.get("name"))
            for one in (author if isinstance(author, list) else [author])
            if isinstance(one, dict)
        ]
        fields = {
            **shared, "title": _text(item.get("title")), "url": _text(item.get("url")),
            "author": ", ".join(filter(None, names)), **(whole if any(whole.values()) else short),
        }  # fmt: skip
        yield from _entry_page(fields, _text(item.get("date_published")), number, table, "")


def is_json_feed(value: Any) -> bool:
    """Return whether JSON data says that it is a JSON Feed."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith(JSON_FEED)


def _entry_page(
    fields: dict[str, str], published: str, number: int, table: Table, captured_at: str
) -> Iterator[Item]:
    fields = {key: text for key, text in fields.items() if text.strip()}
    if "text" not in fields and "html" not in fields:
        yield table.drop(number, "no_text", "the entry has neither content nor summary")
        return
    yield row_page(
        fields,
        number,
        table,
        (*DECLARED, EXCERPT),
        captured_at=captured_at or None,
        as_is=table.as_is,
        dates=(("feed", published),) if published else (),
    )


def _fields(entry: Mapping[str, Any], shared: Mapping[str, str]) -> dict[str, str]:
    contents = [_text(part.get("value")) for part in entry.get("content") or () if isinstance(part, Mapping)]
    whole = max(contents, key=len, default="")
    fields = {
        **shared,
        "title": _text(entry.get("title")),
        "url": _text(entry.get("link")),
        "author": _text(entry.get("author")),
    }
    # markup in both: RSS escapes it, Atom may hold it
    return (
        {**fields, "html": whole}
        if whole.strip()
        else {**fields, "html": _text(entry.get("summary")), EXCERPT: "true"}
    )


def _date(entry: Mapping[str, Any]) -> str:
    """Return an entry's date as ISO 8601 with the zone that it was written with, else as written."""
    written = _text(entry.get("published") or entry.get("updated")).strip()
    try:
        return parsedate_to_datetime(written).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return written


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def parsed_json(text: str) -> Any:
    """Return JSON data; raises ValueError, also where it is nested too deep."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
