"""Tables of a report: results, prices, schedules that stand where its paragraphs stand, each row a line."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from rujuk.clean.lines.line import Line

PLAIN = 0.5
"""Share of a table's characters that are links up to which it is no list of links."""
BETWEEN = " | "
"""What stands between the cells of a row: names of two cells are no one name."""
TOLD = frozenset({None, "other", "date", "menu"})
"""Labels that a cell may have by its words alone: bare numbers, days and places resemble pagers and sections."""
_TABLE = "/table["
_CELL = re.compile(
    r"(?P<table>(?P<around>.*)/table\[\d+\])(?P<row>(?:/(?:tbody|thead|tfoot)\[\d+\])?/tr\[\d+\])/t[dh]\[\d+\].*"
)


def take_tables(lines: Sequence[Line], likely: Sequence[bool]) -> tuple[list[Line], list[bool]]:
    """Return the lines and which of them are likely, with a likely line for each row of the tables that belong to the body.

    Such a table stands after the body's first line, in the element that holds most of the body or in one right inside it, has rows and columns,
    hardly any links, and no name around it that says that it holds something else.
    """
    if not any(_TABLE in line.path for line in lines):
        return list(lines), list(likely)
    chosen = [line for line, is_likely in zip(lines, likely, strict=True) if is_likely and line.label is None]
    if not chosen:
        return list(lines), list(likely)
    home = _home(chosen)
    found, kept, begun = [], [], False
    pairs = zip(lines, likely, strict=True)
    for table, group in groupby(pairs, key=lambda pair: _table_in(pair[0], home)):
        members = list(group)
        rows = _rows([line for line, _ in members], home) if table and begun else []
        begun = begun or any(is_likely and line.label is None for line, is_likely in members)
        found += rows or [line for line, _ in members]
        kept += [True] * len(rows) if rows else [is_likely for _, is_likely in members]
    return found, kept


def _home(chosen: Sequence[Line]) -> str:
    """Return the path of the element that holds most words of a body right in it or in its paragraphs."""
    words: Counter[str] = Counter()
    for line in chosen:
        is_bare = line.place is not None and line.place.tag in {"div", "section", "article", "td"}
        words[line.path if is_bare else _around(line.path)] += line.length
    return words.most_common(1)[0][0]


def _around(path: str) -> str:
    return path.rpartition("/")[0]


def _table_in(line: Line, home: str) -> str:
    """Return the path of the table that a line stands in, where that is in the element `home` or right inside it, else ""."""
    match = _CELL.fullmatch(line.path) if _TABLE in line.path else None
    return match["table"] if match and home in {match["around"], _around(match["around"])} else ""


def _rows(cells: Sequence[Line], home: str) -> list[Line]:
    """Return a line for each row of a table, [] where it is none of the body."""
    rows = [list(row) for _, row in groupby(cells, key=_row_of)]
    size = sum(len(line.text) for line in cells)
    linked = sum(line.linked * len(line.text) for line in cells)
    is_ours = all(line.label in TOLD and not _is_named(line, home) for line in cells)
    is_wide = sum(len(row) > 1 for row in rows) * 2 > len(rows) > 1
    return [_joined(row) for row in rows] if is_wide and is_ours and linked <= PLAIN * size else []


def _is_named(line: Line, home: str) -> bool:
    """Return whether an element between a line and the body's own says that it holds comments, offers or the page's frame."""
    inside = line.path.count("/") - home.count("/")
    return line.place is not None and min(line.place.hints[1:]) < inside


def _row_of(line: Line) -> str:
    match = _CELL.fullmatch(line.path)
    return match["table"] + match["row"] if match else line.path


def _joined(row: Sequence[Line]) -> Line:
    return Line(BETWEEN.join(line.text for line in row), None, _row_of(row[0]), place=row[0].place)
