"""A whole file or a row to one page: characters decoded, own address and hash read off."""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from rujuk.ingest.capture.characters import decode
from rujuk.ingest.capture.table import Item, Table
from rujuk.ingest.capture.urls import canonical, own_address
from rujuk.model.report import Dropped, Notice
from rujuk.model.text import Page, PageKind


def page_of(
    data: bytes,
    kind: PageKind,
    table: Table,
    *,
    row: int | None = None,
    charset: str = "",
    url: str | None = None,
    captured_at: str | None = None,
    dates: tuple[tuple[str, str], ...] = (),
) -> Iterator[Item]:
    """Yield one page of text or HTML, before it a notice where its characters had to be guessed.

    `charset` is what the transport says (HTTP, MIME). The hash is of `data` as given, so that a page is the same
    capture alone and in an archive. Without characters it is a drop.
    """
    name = table.path if row is None else table.name(row)
    if not data.strip(b" \t\r\n\xef\xbb\xbf"):
        yield Dropped(name, "ingest", "empty")
        return
    read = decode(data, table.config, html=kind == "html", charset=charset)
    if read.warning:
        yield Notice(name, "ingest", "repaired", read.warning)
    own = own_address(read.text) if kind == "html" else None
    yield Page(
        path=table.path,
        row=row,
        kind=kind,
        data=read.text.encode("utf-8", "surrogatepass"),
        sha256=sha256(data).hexdigest(),
        url=url or None,
        canonical_url=own or canonical(url),
        captured_at=captured_at or None,
        as_is=table.as_is,
        dates=dates,
    )


def canonical_bytes(fields: Mapping[str, str]) -> bytes:
    """Return the fields as JSON in one fixed form: what a row's hash is taken of, and what `clean` reads."""
    text = json.dumps(dict(sorted(fields.items())), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def row_page(
    fields: Mapping[str, str],
    number: int,
    table: Table,
    declared: Sequence[str],
    *,
    own: str | None = None,
    captured_at: str | None = None,
    as_is: bool = False,
    dates: tuple[tuple[str, str], ...] = (),
) -> Page | Dropped:
    """Return the page of a row's or entry's fields, or the drop of one over the limit.

    `own` is the address that its HTML gives as its own, for fields without a `url`; `declared` names the fields that `clean`
    is told as the row's own words.
    """
    data = canonical_bytes(fields)
    if len(data) > table.config.max_row_bytes:
        return table.drop(number, "too_large", f"over {table.config.max_row_bytes} bytes")
    url = fields.get("url")
    return Page(
        path=table.path,
        row=number,
        kind="row",
        data=data,
        sha256=sha256(data).hexdigest(),
        url=url,
        canonical_url=canonical(url) or own,
        captured_at=captured_at,
        fields={key: fields[key] for key in declared if key in fields},
        as_is=as_is,
        dates=dates,
    )
