"""XLSX workbooks to pages: each sheet a table whose first filled row names the columns."""

import datetime as dt
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

import openpyxl
from openpyxl.utils.datetime import from_excel

from rujuk.ingest.capture.table import Item, Table
from rujuk.ingest.capture.unpack import BombError, check_bounds
from rujuk.ingest.tables.columns import find_columns, unread
from rujuk.ingest.tables.rows import read_row
from rujuk.model.report import Dropped, Notice

BAD = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, OSError, EOFError, LookupError, SyntaxError,
    OverflowError, RecursionError, NotImplementedError, zipfile.BadZipFile, zlib.error, RuntimeError,
)  # fmt: skip
"""What openpyxl raises on damaged workbooks: it trusts that a file is as Excel writes it."""
DATED = ("published_at", "captured_at")
DAYS = (18_264, 73_051)
"""Numbers of days that are dates, from 1950 to 2100: cells that lost their form keep them."""


def read_xlsx(stream: BinaryIO, table: Table) -> Iterator[Item]:
    """Yield a page for each row of each sheet, hidden ones too; rows count on through the sheets. Dates become ISO 8601."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            check_bounds(stream, table)
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True, keep_links=False)
            names = book.sheetnames
        except BombError as error:
            yield Dropped(table.path, "ingest", "archive_bomb", str(error)[:200])
            return
        except BAD as error:
            yield Dropped(table.path, "ingest", "unreadable", f"no XLSX workbook: {error}"[:200])
            return
        found, number = False, 0
        seen: list[str] = []  # headers of sheets without text
        for name in names:
            for item in _sheet(book, name, number, table, seen):
                number = item if isinstance(item, int) else number
                if not isinstance(item, int):
                    found = True
                    yield item
        if not found:
            headers = "; ".join(seen)[:300]
            detail = f"no sheet has a column with text or html: {headers}; name it with --columns text=..."
            yield Dropped(table.path, "ingest", "unreadable", detail)
        elif seen:
            detail = f"sheets without a column with text or html: {'; '.join(seen)[:300]}"
            yield Notice(table.path, "ingest", "passed_over", detail, "note")


def _sheet(book: Any, name: str, number: int, table: Table, seen: list[str]) -> Iterator[Item | int]:
    """Yield the items of one sheet, before each row its number; a header without text is noted in `seen`."""
    config = table.config
    try:
        sheet = book[name]
        if not hasattr(sheet, "reset_dimensions"):
            return
        sheet.reset_dimensions()
        rows = islice(
            sheet.iter_rows(values_only=True, max_col=config.max_sheet_columns), config.max_sheet_rows + 1
        )
        header: list[str] = []
        dated: frozenset[int] = frozenset()
        for count, cells in enumerate(rows):
            if count == config.max_sheet_rows:
                yield Notice(
                    table.path, "ingest", "too_large", f"sheet {name[:40]!r}: only {count} rows were read"
                )
            values = [_cell(value, is_date=index in dated) for index, value in enumerate(cells)]
            if not any(value.strip() for value in values) or count == config.max_sheet_rows:
                continue
            if not header:
                header = [value.strip() for value in values]
                known = find_columns(filter(None, header), table.columns)
                if "text" not in known and "html" not in known:
                    seen.append(f"{name[:40]}: {', '.join(header)[:200]}")
                    return
                if said := unread(header, table.columns):
                    yield Notice(table.path, "ingest", "unread_columns", f"sheet {name[:40]!r}: {said}")
                dated = frozenset(header.index(known[field]) for field in DATED if field in known)
                continue
            number += 1
            yield number
            yield from _row(header, values, number, table)
    except BAD as error:
        yield Dropped(table.path, "ingest", "unreadable", f"sheet {name[:40]!r}: {error}"[:200])


def _row(header: Sequence[str], values: Sequence[str], number: int, table: Table) -> Iterator[Item]:
    named = {name: value for name, value in zip(header, values, strict=False) if name}
    yield from read_row(named, number, table)


def _cell(value: Any, *, is_date: bool = False) -> str:
    """Return a cell as text; in a column of dates a number is one, as Excel counts days from 1900 on."""
    if value is None:
        return ""
    if is_date and isinstance(value, int | float) and DAYS[0] <= value <= DAYS[1]:
        value = from_excel(value)
    if isinstance(value, dt.datetime):
        return (
            value.date().isoformat()
            if value.time() == dt.time()
            else value.isoformat(sep=" ", timespec="minutes")
        )
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
