"""Tables to pages: JSONL, read a row at a time, and a JSON array; and what a row of any table is."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from rujuk.ingest.capture.characters import decode, decode_line
from rujuk.ingest.capture.pages import row_page
from rujuk.ingest.capture.table import Item, Table
from rujuk.ingest.capture.urls import own_address
from rujuk.ingest.tables.columns import TRUE, fields_of, find_columns
from rujuk.ingest.tables.feeds import is_json_feed, read_json_feed
from rujuk.model.report import Dropped, Notice

ARRAYS = ("articles", "rows", "data", "items", "results")
"""Keys under which a JSON object commonly keeps its rows."""
DECLARED = ("outlet", "title", "published_at", "author", "language")


def read_jsonl(stream: BinaryIO, table: Table) -> Iterator[Item]:
    """Yield a page for each line of JSON, a drop for each that cannot be read; blank lines are passed over."""
    limit = table.config.max_row_bytes
    number = 0
    for line_number, line in enumerate(_lines(stream, limit), 1):
        if not line.strip():
            continue
        number += 1
        if len(line) > limit:
            yield table.drop(number, "too_large", f"line {line_number} is over {limit} bytes")
            continue
        read = decode_line(line)
        if read.warning:
            yield Notice(table.name(number), "ingest", "repaired", f"line {line_number}: {read.warning}")
        row = _parse(read.text)
        if isinstance(row, str):
            yield table.drop(number, "bad_row", f"line {line_number}: {row}")
        else:
            yield from read_row(row, number, table)


def read_json(data: bytes, table: Table) -> Iterator[Item]:
    """Yield the pages of a JSON file: an array of rows, an object that holds one, or a single row."""
    read = decode(data, table.config, html=False)
    if read.warning:
        yield Notice(table.path, "ingest", "repaired", read.warning)
    try:
        value = json.loads(read.text)
    except (ValueError, RecursionError) as error:
        yield Dropped(table.path, "ingest", "unreadable", f"not JSON: {error}")
        return
    if is_json_feed(value):
        yield from read_json_feed(value, table)
        return
    if isinstance(value, dict):
        value = next((value[key] for key in ARRAYS if isinstance(value.get(key), list)), [value])
    if not isinstance(value, list):
        yield Dropped(table.path, "ingest", "unreadable", "JSON, but no array of rows")
        return
    for number, row in enumerate(value, 1):
        if isinstance(row, dict):
            yield from read_row(row, number, table)
        else:
            yield table.drop(number, "bad_row", f"item {number} of the array is no object")


def read_row(row: Mapping[str, Any], number: int, table: Table) -> Iterator[Item]:
    """Yield the page of one row, or the drop of a row without `text` and `html`."""
    fields = fields_of(row, table.columns)
    as_is = table.as_is or fields.get("as_is", "").strip().casefold() in TRUE
    if not (fields.get("text", "") if as_is else fields.get("text", "").strip()) and "html" not in fields:
        has_key = {"text", "html"} & find_columns(row.keys(), table.columns).keys()
        detail = (
            "its text is empty" if has_key else f"there are: {', '.join(map(str, row))[:300] or 'no fields'}"
        )
        yield table.drop(number, "no_text", detail)
        return
    yield row_page(
        fields,
        number,
        table,
        DECLARED,
        own=own_address(fields["html"]) if "html" in fields else None,
        captured_at=fields.get("captured_at"),
        as_is=as_is,
    )


def _parse(text: str) -> dict[str, Any] | str:
    """Return the object that a line of JSON holds, or what is wrong with it."""
    try:
        row = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        return str(error)[:200]
    return row if isinstance(row, dict) else "not a JSON object"


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Yield the lines of a stream; of one over the limit only limit + 1 bytes are kept."""
    while line := stream.readline(limit + 1):
        yield line
        rest = line if len(line) > limit else b"\n"
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(limit)
