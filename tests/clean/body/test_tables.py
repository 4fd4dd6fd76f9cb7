"""Tables among the paragraphs of a web page: which are part of the report, and what their rows become."""

import pytest

from clean.body.test_webpage import LEAD, REST, blind, paragraphs, read
from rujuk.clean.body.tables import take_tables
from rujuk.clean.lines.line import Line

ROWS = (("Pasar", "Harga", "Selisih"), ("Lande", "14.500", "250"), ("Sorea", "13.900", "-"))
JOINED = ["Pasar | Harga | Selisih", "Lande | 14.500 | 250", "Sorea | 13.900 | -"]


def table(rows: tuple[tuple[str, ...], ...], cell: str = "<td>{}</td>", head: str = "<table>") -> str:
    inner = "".join(f"<tr>{''.join(cell.format(text) for text in row)}</tr>" for row in rows)
    return f"{head}<tbody>{inner}</tbody></table>"


@pytest.mark.parametrize(
    ("markup", "is_body"),
    [
        (table(ROWS), True),
        (table(ROWS, head="<table class='wp-block-table'>"), True),
        (f"<figure>{table(ROWS)}</figure>", True),
        (f"<div class='card'>{table(ROWS)}</div>", False),
        (table(ROWS, cell="<td><p>{}</p></td>"), True),
        (table(ROWS, cell="<td><a href=/x>{}</a></td>"), False),
        (table(ROWS, head="<table class='related-news'>"), False),
        (table(ROWS[:1]), False),
        (table(tuple(row[:1] for row in ROWS)), False),
        (f"<div><div><div>{table(ROWS)}</div></div></div>", False),
        (table((*ROWS, ("Baca juga: Harga Cabai Turun di Pasar Wantuli", "x", "y"))), False),
    ],
    ids=["plain", "named", "in a figure", "in a card", "paragraphs in cells", "links", "other stories", "one row", "one column", "far off", "pointer"],
)  # fmt: skip
@pytest.mark.parametrize("at", ["between", "at the end"])
def test_a_table_where_the_paragraphs_stand(markup: str, is_body: bool, at: str) -> None:
    first, last = (REST[:1], REST[1:]) if at == "between" else (REST, ())
    page, _ = read(f"<article>{paragraphs(LEAD, *first)}{markup}{paragraphs(*last)}</article>")
    found = [line for line in page.body if " | " in line]
    assert found == (JOINED if is_body else [])
    if is_body:
        assert page.body == [LEAD, *first, *JOINED, *last]
        assert all("/tr[" in path for path, line in zip(page.paths, page.body, strict=True) if line in found)


def test_a_table_above_the_text_is_none_of_it() -> None:
    page, _ = read(f"<article>{table(ROWS)}{paragraphs(LEAD, *REST)}</article>")
    assert page.body == [LEAD, *REST]


def test_a_page_laid_out_in_a_table_stays_paragraphs() -> None:
    cells = f"<tr><td>{paragraphs(LEAD, *REST)}</td><td>Iklan baris</td></tr><tr><td>Kontak</td><td>Peta</td></tr>"
    page, _ = read(f"<table><tbody>{cells}</tbody></table>", blind(chance=1))
    assert LEAD in page.body


def test_lines_without_a_place_stay_as_they_are() -> None:
    lines = [Line(LEAD), Line("14.500", "other")]
    assert take_tables(lines, [True, False]) == (lines, [True, False])
    assert take_tables(lines, [False, False]) == (lines, [False, False])


def test_what_the_element_around_the_whole_text_is_called_is_of_no_consequence() -> None:
    page, _ = read(f"<article class='card'>{paragraphs(LEAD, *REST)}{table(ROWS)}</article>", blind(chance=1))
    assert page.body[-3:] == JOINED
