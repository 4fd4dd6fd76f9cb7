"""Workbooks to pages; every damage to its reason."""

import datetime as dt
import io
import json
import zipfile
from pathlib import Path

import pytest
from fuzz.archives import workbook, zipped

from ingested import read
from rujuk.ingest.config import IngestConfig


class TestSheets:
    def test_each_sheet_is_a_table(self, tmp_path: Path) -> None:
        rows = [["judul", "isi", "tanggal"], ["Satu", "Teks satu.", dt.datetime(2026, 4, 15, 10, 30)]]  # noqa: DTZ001
        watch = [
            ["title", "publish_date", "author", "content", "keyword", "category", "source", "link"],
            ["Dua", dt.date(2026, 4, 16), "Nara", "Teks dua.", "k", "c", "Karsa", "https://karsa.example/2"],
        ]
        data = workbook({"A": rows, "catatan": [["apa", "saja"]], "B": watch}, hidden=["B"])
        pages, drops, _ = read(tmp_path / "a.xlsx", data)
        assert drops == []
        assert [page.row for page in pages] == [1, 2]
        assert pages[0].fields == {"title": "Satu", "published_at": "2026-04-15 10:30"}
        assert pages[1].fields == {
            "outlet": "Karsa",
            "title": "Dua",
            "published_at": "2026-04-16",
            "author": "Nara",
        }

    def test_a_sheet_without_text_beside_others_is_said(self, tmp_path: Path) -> None:
        data = workbook(
            {"A": [["judul", "tanggal", "isi"], ["Satu", "1/4/2026", "Teks."]], "catatan": [["apa"]]}
        )
        pages, drops, notices = read(tmp_path / "a.xlsx", data)
        assert (len(pages), drops, notices) == (1, [], ["passed_over"])

    @pytest.mark.parametrize(
        ("cell", "told"),
        [
            (46088.4271, "2026-03-07 10:15"),
            (46088, "2026-03-07"),
            (2026, "2026"),
            (20260307, "20260307"),
            ("46088", "46088"),
        ],
    )
    def test_a_date_that_lost_its_form_is_one(self, cell: object, told: str, tmp_path: Path) -> None:
        data = workbook({"A": [["judul", "tanggal", "isi"], ["Satu", cell, "Teks."]]})
        (page,), _, _ = read(tmp_path / "a.xlsx", data)
        assert page.fields["published_at"] == told

    def test_other_numbers_stay(self, tmp_path: Path) -> None:
        data = workbook({"A": [["judul", "tanggal", "isi"], [46088, "1/4/2026", 46089]]})
        (page,), _, _ = read(tmp_path / "a.xlsx", data)
        assert (page.fields["title"], json.loads(page.data)["text"]) == ("46088", "46089")

    def test_a_header_without_titles_is_said(self, tmp_path: Path) -> None:
        data = workbook({"A": [["tajuk", "tanggal", "isi"], ["Satu", "1/4/2026", "Teks."]]})
        pages, drops, notices = read(tmp_path / "a.xlsx", data)
        assert (len(pages), drops, notices) == (1, [], ["unread_columns"])

    def test_passims_fields_work_unmapped(self, tmp_path: Path) -> None:
        (page,), _, _ = read(
            tmp_path / "a.xlsx", workbook({"A": [["id", "series", "text"], [7, "Karsa", "Isi."]]})
        )
        assert (page.fields, json.loads(page.data)) == (
            {"outlet": "Karsa"},
            {"outlet": "Karsa", "text": "Isi."},
        )

    def test_a_wrong_header_names_what_is_there(self, tmp_path: Path) -> None:
        assert read(tmp_path / "a.xlsx", workbook({"A": [["satu", "dua"], [1, 2]]}))[1] == ["unreadable"]

    @pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
    def test_a_damaged_part_makes_it_unreadable(self, tmp_path: Path, name: str) -> None:
        data = workbook({"A": [["isi"], ["Teks."]]})
        at = data.index(name.encode()) + len(name)
        assert read(tmp_path / "a.xlsx", data[:at] + b"\xff" * 30 + data[at + 30 :]) == (
            [],
            ["unreadable"],
            [],
        )

    def test_a_row_far_down_does_not_count_to_it(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(io.BytesIO(workbook({"A": [["isi"], ["Teks."]]}))) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        sheet = "xl/worksheets/sheet1.xml"
        parts[sheet] = parts[sheet].replace(b'<row r="2"', b'<row r="99999999999"')
        _, drops, notices = read(tmp_path / "a.xlsx", zipped(parts), config=IngestConfig(max_sheet_rows=100))
        assert (drops, notices) == ([], ["too_large"])
