"""Inputs to pages: files, folders and standard input, in the order given, folders sorted."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from rujuk.ingest.archives.mhtml import read_mhtml
from rujuk.ingest.archives.warc import read_warc
from rujuk.ingest.archives.zips import read_wacz, read_zip
from rujuk.ingest.capture.characters import is_binary
from rujuk.ingest.capture.pages import page_of
from rujuk.ingest.capture.table import Budget, Item, Table
from rujuk.ingest.capture.unpack import BombError, Gunzip, spooled
from rujuk.ingest.config import IngestConfig
from rujuk.ingest.tables.columns import check_columns
from rujuk.ingest.tables.delimited import read_csv
from rujuk.ingest.tables.feeds import read_xml
from rujuk.ingest.tables.rows import read_json, read_jsonl
from rujuk.ingest.tables.sheets import read_xlsx
from rujuk.model.errors import InputError
from rujuk.model.report import Dropped
from rujuk.model.text import Page, PageKind

PAGES: Mapping[str, PageKind] = {".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}
Reader = Callable[[BinaryIO, Table], Iterator[Item]]
STREAMED: Mapping[str, Reader] = {
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": read_csv,
}
WHOLE: Mapping[str, Reader] = {
    ".json": lambda stream, table: read_json(stream.read(), table),
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".xml": read_xml,
    ".rss": read_xml,
    ".atom": read_xml,
    ".rdf": read_xml,
    ".opml": read_xml,
}
"""Kinds that are read whole, and so only up to a size."""
ARCHIVES: Mapping[str, Reader] = {
    ".warc": read_warc,
    ".xlsx": read_xlsx,
    ".xlsm": read_xlsx,
}
PACKED = (".zip", ".wacz", ".gz")
KINDS = (*PAGES, *STREAMED, *WHOLE, *ARCHIVES, *PACKED)


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
        return Table(path, columns or {}, as_is, config, budget=Budget(config.max_unpacked_bytes))

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
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            yield from _read_stream(stream, size, table)
    except OSError as error:
        yield Dropped(table.path, "ingest", "unreadable", error.strerror or str(error))


def _read_stream(stream: BinaryIO, size: int, table: Table) -> Iterator[Item]:
    """Yield what a seekable stream holds, by the ending of its path and then by its first bytes."""
    suffix = _suffix(table.path)
    refused = _refused(stream.read(table.config.sniff_bytes), size, suffix, table)
    stream.seek(0)
    reader = STREAMED.get(suffix) or WHOLE.get(suffix) or ARCHIVES.get(suffix)
    if refused:
        yield refused
    elif reader:
        yield from reader(stream, table)
    elif suffix == ".gz":
        yield from _read_gz(stream, table)
    elif suffix in PACKED:
        unpack = read_zip if suffix == ".zip" else read_wacz
        yield from unpack(stream, table, _read_stream)
    else:
        yield from page_of(stream.read(), PAGES[suffix], table)


def _suffix(path: str) -> str:
    """Return the ending that says how a file is read; a `.warc.gz` is a `.warc`, which unpacks itself."""
    path = path.lower()
    return ".warc" if path.endswith(".warc.gz") else PurePosixPath(path.rpartition("!")[2]).suffix


def _read_gz(stream: BinaryIO, table: Table) -> Iterator[Item]:
    """Yield what a single compressed file holds; one that is cut off is read as far as it goes where rows allow that."""
    inner = replace(table, path=table.path[:-3])
    if _suffix(inner.path) not in KINDS or _suffix(inner.path) in {".gz", ".zip", ".wacz"}:
        yield Dropped(
            table.path, "ingest", "unknown_kind", f"a compressed file of none of: {', '.join(KINDS)}"
        )
        return
    member = Gunzip(stream, table.budget, table.config)
    try:
        with spooled(member.read_all, table.config) as copy:
            size = copy.seek(0, os.SEEK_END)
            copy.seek(0)
            if member.damage:
                yield Dropped(table.path, "ingest", "truncated", member.damage)
            if not member.damage or _suffix(inner.path) in STREAMED:
                yield from _read_stream(copy, size, inner)
    except BombError as error:
        yield Dropped(table.path, "ingest", "archive_bomb", str(error))


def _refused(head: bytes, size: int, suffix: str, table: Table) -> Dropped | None:
    """Return why a file is not read, or None."""
    config = table.config
    if suffix not in KINDS:
        return Dropped(table.path, "ingest", "unknown_kind", f"readable are: {', '.join(KINDS)}")
    if not head.strip(b" \t\r\n\xef\xbb\xbf"):
        return Dropped(table.path, "ingest", "empty") if size <= config.sniff_bytes else None
    if suffix in ARCHIVES or suffix in PACKED:
        return None
    if suffix not in STREAMED and size > config.max_file_bytes:
        return Dropped(
            table.path, "ingest", "too_large", f"{size} bytes; the limit is {config.max_file_bytes}"
        )
    # the parts of MHTML may be sent as they are, pictures with them
    if suffix not in {".mhtml", ".mht"} and is_binary(head, config):
        return Dropped(table.path, "ingest", "binary")
    return None
