"""Inputs to pages: files, folders and standard input, in the order given, folders sorted."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from rujuk.ingest.characters import decode, is_binary
from rujuk.ingest.columns import check_columns
from rujuk.ingest.config import IngestConfig
from rujuk.ingest.rows import Item, Table, read_csv, read_json, read_jsonl
from rujuk.ingest.urls import own_address
from rujuk.model.errors import InputError
from rujuk.model.report import Dropped, Notice
from rujuk.model.text import Page, PageKind

PAGES: Mapping[str, PageKind] = {".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}
STREAMED: Mapping[str, Callable[[BinaryIO, Table], Iterator[Item]]] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
}
KINDS = (*PAGES, *STREAMED, ".json")


def ingest(
    inputs: Sequence[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    as_is: bool = False,
    stdin: bytes | None = None,
    config: IngestConfig = IngestConfig(),
) -> Iterator[Item]:
    """Return the pages of files, folders and "-" (JSONL rows on standard input), with a drop for all that is none.

    `columns` maps our fields to a table's column names. A page's `data` is UTF-8 whatever the file was written in;
    its `sha256` is that of the file's own bytes. Large tables are read as the iterator is consumed.
    Raises InputError for an input that does not exist, ConfigError for a column map that names no field of ours.
    """
    check_columns(columns or {})
    missing = [str(item) for item in inputs if str(item) != "-" and not Path(item).exists()]
    if missing:
        raise InputError(f"no such file or folder: {', '.join(missing)}")

    def table(path: str) -> Table:
        return Table(path, columns or {}, as_is, config)

    return _read_all(inputs, table, stdin)


def _read_all(
    inputs: Sequence[str | Path], table: Callable[[str], Table], stdin: bytes | None
) -> Iterator[Item]:
    for item in inputs:
        if str(item) == "-":
            stream = sys.stdin.buffer if stdin is None else BytesIO(stdin)
            yield from _or_nothing("-", read_jsonl(stream, table("-")))
        elif Path(item).is_dir():
            yield from _or_nothing(str(item), _read_folder(Path(item), table))
        else:
            yield from _read_file(Path(item), table(Path(item).name))


def _or_nothing(name: str, items: Iterator[Item]) -> Iterator[Item]:
    """Yield the items, and a drop of the whole input where there was no page among them."""
    found = False
    for item in items:
        found = found or isinstance(item, Page)
        yield item
    if not found:
        yield Dropped(name, "ingest", "no_articles", "no page or row that could be read")


def _read_folder(folder: Path, table: Callable[[str], Table]) -> Iterator[Item]:
    for path in _files(folder):
        yield from _read_file(path, table(path.relative_to(folder).as_posix()))


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in the order of their paths; hidden ones and linked folders are passed over."""
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if not name.startswith(".")]
    yield from sorted(found, key=lambda path: path.relative_to(folder).as_posix())


def _read_file(path: Path, table: Table) -> Iterator[Item]:
    suffix = path.suffix.lower()
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            refused = _refused(stream.read(table.config.sniff_bytes), size, suffix, table)
            stream.seek(0)
            if refused:
                yield refused
            elif suffix in STREAMED:
                yield from STREAMED[suffix](stream, table)
            elif suffix == ".json":
                yield from read_json(stream.read(), table)
            else:
                yield from _read_page(stream.read(), PAGES[suffix], table)
    except OSError as error:
        yield Dropped(table.path, "ingest", "unreadable", error.strerror or str(error))


def _refused(head: bytes, size: int, suffix: str, table: Table) -> Dropped | None:
    """Return why a file is not read, or None."""
    config = table.config
    if suffix not in KINDS:
        return Dropped(table.path, "ingest", "unknown_kind", f"readable are: {', '.join(KINDS)}")
    if not head.strip(b" \t\r\n\xef\xbb\xbf"):
        return Dropped(table.path, "ingest", "empty") if size <= config.sniff_bytes else None
    if suffix not in STREAMED and size > config.max_file_bytes:
        return Dropped(
            table.path, "ingest", "too_large", f"{size} bytes; the limit is {config.max_file_bytes}"
        )
    if is_binary(head, config):
        return Dropped(table.path, "ingest", "binary")
    return None


def _read_page(data: bytes, kind: PageKind, table: Table) -> Iterator[Item]:
    read = decode(data, table.config, html=kind == "html")
    if read.warning:
        yield Notice(table.path, "ingest", "repaired", read.warning)
    yield Page(
        path=table.path,
        row=None,
        kind=kind,
        data=read.text.encode("utf-8", "surrogatepass"),
        sha256=sha256(data).hexdigest(),
        canonical_url=own_address(read.text) if kind == "html" else None,
        as_is=table.as_is,
    )
