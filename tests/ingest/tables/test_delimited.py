"""Quotation marks in CSV that are never closed: the row is said, the rows after it are read."""

from pathlib import Path

import pytest

from ingested import drops, fields, items_of, pages
from rujuk.ingest.config import IngestConfig
from rujuk.model.report import Notice

HEAD = "judul,isi\n"


@pytest.mark.parametrize(
    ("rows", "titles", "bad"),
    [
        ('A,"Isi,\nbaris ""dua""."\nB,Isi.\n', ["A", "B"], []),
        ('A,Isi.\nB,"Isi.\nC,Isi.\nD,Isi.\n', ["A", "C", "D"], [2]),
        ('A,"Isi.\nkata\nkata kata\nB,Isi.\n', ["B"], [1]),
        ('A,"Isi.\n', [], [1]),
        ('A,"Isi.', [], [1]),
        ('A,Isi.\nB,"Isi.\nC,"Isi.\nD,Isi.\n', ["A", "B", "D"], []),
        ('A,Isi.\n"', ["A"], [2]),
        ("A,Isi.\nB,Isi.", ["A", "B"], []),
        ("A,Isi.\n\n\nB,Isi.\n", ["A", "B"], []),
    ],
)
def test_an_open_quotation_mark_costs_its_own_row(
    tmp_path: Path, rows: str, titles: list[str], bad: list[int]
) -> None:
    items = items_of(tmp_path / "a.csv", HEAD + rows)
    assert [fields(page)["title"] for page in pages(items)] == titles
    assert [drop for drop in drops(items) if drop[1] == "bad_row"] == [(f"a.csv#{n}", "bad_row") for n in bad]


def test_the_drop_names_the_line_and_what_was_passed_over(tmp_path: Path) -> None:
    items = items_of(tmp_path / "a.csv", HEAD + 'A,Isi.\nB,"Isi.\nkata\nkata\nC,Isi.\n')
    (drop,) = (item for item in items if getattr(item, "reason", "") == "bad_row")
    assert drop.detail.startswith("line 3: ")
    assert "2 lines below it" in drop.detail


def test_a_cell_beyond_every_limit_costs_its_own_row(tmp_path: Path) -> None:
    config = IngestConfig(max_row_bytes=70_000)
    items = items_of(
        tmp_path / "a.csv", HEAD + 'A,"' + "kata\n" * 100_000 + '"\nB,Isi.\nC,Isi.\n', config=config
    )
    assert [fields(page)["title"] for page in pages(items)] == ["B", "C"]
    assert {reason for _, reason in drops(items)} in ({"bad_row"}, {"too_large"})


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_line_beyond_every_limit_costs_its_own_row(tmp_path: Path, quote: str) -> None:
    config = IngestConfig(max_row_bytes=1_000)
    items = items_of(
        tmp_path / "a.csv", f"{HEAD}A,{quote}{'kata ' * 5_000}{quote}\nB,Isi.\nC,Isi.\n", config=config
    )
    assert [fields(page)["title"] for page in pages(items)][-1] == "C"
    assert {reason for _, reason in drops(items)} <= {"bad_row", "too_large"}
    assert drops(items)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("judul,tanggal,isi,rubrik", []),
        ("id,series,text", []),
        ("Judul Berita;Tanggal Terbit;Isi Berita;Nama Media", []),
        (
            "tajuk,kapan,isi",
            [
                "no column is known as title or published_at; not read: tajuk, kapan; name it with --columns title=..."
            ],
        ),
        (
            "judul,kapan,isi",
            ["no column is known as published_at; not read: kapan; name it with --columns published_at=..."],
        ),
    ],
)
def test_columns_that_nobody_reads_are_said(tmp_path: Path, header: str, said: list[str]) -> None:
    cells = [f"sel {number}" for number in range(4)][: header.replace(";", ",").count(",") + 1]
    found = items_of(tmp_path / "a.csv", f"{header}\n{(';' if ';' in header else ',').join(cells)}\n")
    assert [item.detail for item in found if isinstance(item, Notice)] == said
    assert len(pages(found)) == 1
