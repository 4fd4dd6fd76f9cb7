"""CSV to pages, a row at a time; a quotation mark that is never closed costs its own row and no other."""

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

from rujuk.ingest.capture.characters import UTF8, is_utf8, mark_of
from rujuk.ingest.capture.table import Item, Table
from rujuk.ingest.config import IngestConfig
from rujuk.ingest.tables.columns import find_columns, unread
from rujuk.ingest.tables.rows import read_row
from rujuk.model.report import Dropped, Notice

DELIMITERS = (",", ";", "\t")


class _Lines:
    """Lines as the csv reader takes them, with a copy of those of the row that it is at: `first` to `number` of the file."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.rest = lines
        self.record = io.StringIO(newline="")  # one buffer: as strings short lines take ten times their size
        self.first, self.number = 1, 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.rest, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.record.write(line)
        self.number += 1
        return line

    def next_record(self) -> None:
        """Say that a row begins with the next line."""
        self.record = io.StringIO(newline="")
        self.first = self.number + 1

    def back_to(self, cells: int, delimiter: str) -> int:
        """Go back to the first line after the row's own first one that is a whole row; return how many were passed over."""
        self.record.seek(0)
        self.record.readline()
        self.rest, self.ended = chain(self.record, self.rest), False
        passed = 0
        for line in self.rest:
            if _is_row(line, cells, delimiter):
                self.rest = chain([line], self.rest)
                break
            passed += 1
        self.number = self.first + passed
        return passed


def _is_row(line: str, cells: int, delimiter: str) -> bool:
    if line.count(delimiter) < cells - 1 or not line.endswith(("\n", "\r")):
        return False
    try:
        return len(next(csv.reader([line], delimiter=delimiter, strict=True))) == cells
    except (csv.Error, StopIteration):
        return False


def read_csv(stream: BinaryIO, table: Table) -> Iterator[Item]:
    """Yield a page for each row of a CSV file whose first row names the columns.

    The delimiter is the one of comma, semicolon and tab that the header holds most of.
    """
    encoding, warning = _encoding(stream, table.config)
    if warning:
        yield Notice(table.path, "ingest", "repaired", warning)
    limit = table.config.max_field_factor * table.config.max_row_bytes
    # a process-wide setting of the csv module: larger than any row we keep, so that one long row ends no file
    csv.field_size_limit(max(csv.field_size_limit(), limit))
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    lines = _bounded(text, limit)
    header = next(lines, "").removeprefix("\ufeff")
    delimiter = max(DELIMITERS, key=header.count)
    yield from _rows(_Lines(chain([header], lines)), delimiter, table)
    text.detach()


def _bounded(text: io.TextIOWrapper, limit: int) -> Iterator[str]:
    """Yield lines; of one over the limit only its beginning, which is too large for a row all the same."""
    while line := text.readline(limit):
        is_cut = len(line) == limit and not line.endswith("\n")
        yield line + "\n" if is_cut else line
        while len(line) == limit and not line.endswith("\n"):
            line = text.readline(limit)


def _rows(lines: _Lines, delimiter: str, table: Table) -> Iterator[Item]:
    names = [name.strip() for name in _next(lines, csv.reader(lines, delimiter=delimiter)) or ()]
    found = find_columns(names, table.columns)
    if "text" not in found and "html" not in found:
        detail = (
            f"no column with text or html among: {', '.join(names)[:300]}; name it with --columns text=..."
        )
        yield Dropped(table.path, "ingest", "unreadable", detail)
        return
    if said := unread(names, table.columns):
        yield Notice(table.path, "ingest", "unread_columns", said)
    number = 0
    reader = csv.reader(lines, delimiter=delimiter)
    while not lines.ended:
        cells = _next(lines, reader)
        if cells is None and lines.number < lines.first:
            return
        number += cells != []
        if cells is None or lines.ended:
            passed = lines.back_to(len(names), delimiter)
            detail = (
                f"line {lines.first}: a quotation mark is never closed; {passed} lines below it are no rows"
            )
            yield table.drop(number, "bad_row", detail)
            reader = csv.reader(lines, delimiter=delimiter)
        elif cells:
            yield from _row(names, cells, number, table)


def _next(lines: _Lines, reader: Iterator[list[str]]) -> list[str] | None:
    """Return the cells of the next row, None at the end or where it cannot be read."""
    lines.next_record()
    try:
        return next(reader, None)
    except csv.Error:
        return None


def _row(names: list[str], cells: list[str], number: int, table: Table) -> Iterator[Item]:
    if sum(map(len, cells)) > table.config.max_row_bytes:
        yield table.drop(number, "too_large", f"over {table.config.max_row_bytes} characters")
    elif len(cells) > len(names) and any(cell.strip() for cell in cells[len(names) :]):
        yield table.drop(number, "bad_row", f"{len(cells)} cells under {len(names)} column names")
    else:
        yield from read_row(dict(zip(names, cells, strict=False)), number, table)


def _encoding(stream: BinaryIO, config: IngestConfig) -> tuple[str, str]:
    """Return the character set of a seekable stream and a warning or "", and leave the stream at its start."""
    marked = mark_of(stream.read(4))
    stream.seek(0)
    if marked and marked not in UTF8:
        return marked, ""
    valid = is_utf8(iter(partial(stream.read, config.sniff_bytes), b""))
    stream.seek(len(codecs.BOM_UTF8) if marked else 0)
    return ("utf-8", "") if valid else ("cp1252", "not UTF-8, read as windows-1252")
