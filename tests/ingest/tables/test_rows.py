"""Rows of JSONL, JSON and CSV to pages; every kind of wrong row to its reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from ingested import drops, fields, items_of, pages
from rujuk.ingest import ingest
from rujuk.ingest.config import IngestConfig
from rujuk.model.errors import ConfigError
from rujuk.model.report import Notice

ROW = {
    "text": "Api membakar pasar lama di Wantuli.",
    "url": "https://karsa.example/1",
    "outlet": "Karsa",
    "title": "Pasar Terbakar",
}


class TestRows:
    def test_a_row_declares_what_it_knows(self, tmp_path: Path) -> None:
        (page,) = items_of(
            tmp_path / "a.jsonl", json.dumps({**ROW, "url": "https://KARSA.example/1?utm_source=x#a"})
        )
        assert (page.path, page.row, page.kind) == ("a.jsonl", 1, "row")
        assert page.url == "https://KARSA.example/1?utm_source=x#a"
        assert page.canonical_url == "https://karsa.example/1"
        assert dict(page.fields) == {"outlet": "Karsa", "title": "Pasar Terbakar"}

    def test_shuffled_rows_keep_their_ids(self, tmp_path: Path) -> None:
        rows = [json.dumps({**ROW, "text": f"Teks nomor {n}."}) for n in range(5)]
        one = {page.id for page in pages(items_of(tmp_path / "a.jsonl", "\n".join(rows)))}
        other = {page.id for page in pages(items_of(tmp_path / "a.jsonl", "\n".join(rows[::-1])))}
        assert one == other
        assert len(one) == 5

    def test_rujuks_own_lines_are_rows(self, tmp_path: Path) -> None:
        line = {
            **ROW,
            "outlet": {"id": "karsa", "name": "Karsa"},
            "byline": None,
            "published_at": "2026-04-15",
        }
        (page,) = items_of(tmp_path / "articles.jsonl", json.dumps(line))
        assert page.fields["outlet"] == "Karsa"

    @pytest.mark.parametrize(
        ("line", "reason"),
        [
            ("{", "bad_row"),
            ("[1]", "bad_row"),
            ("[" * 100_000, "bad_row"),
            ('{"text": ' + "9" * 5_000 + "}", "bad_row"),
            ('{"title": "x"}', "no_text"),
            ('{"text": "  "}', "no_text"),
            ('{"text": null, "html": ""}', "no_text"),
            (json.dumps({"text": "x" * 2_000}), "too_large"),
        ],
    )
    def test_a_bad_line_is_dropped_and_the_rest_goes_on(self, tmp_path: Path, line: str, reason: str) -> None:
        good = json.dumps(ROW)
        config = IngestConfig(max_row_bytes=1_000 if reason == "too_large" else 200_000)
        items = items_of(tmp_path / "a.jsonl", f"{good}\n{line}\n\n{good}\n", config=config)
        assert drops(items) == [("a.jsonl#2", reason)]
        assert [page.row for page in pages(items)] == [1, 3]

    def test_a_bad_line_is_named_by_its_number(self, tmp_path: Path) -> None:
        (_, drop) = items_of(tmp_path / "a.jsonl", json.dumps(ROW) + "\n\n{\n")
        assert drop.detail.startswith("line 3:")

    def test_line_separators_inside_a_row_do_not_end_it(self, tmp_path: Path) -> None:
        text = "Satu.\u2028Dua.\x85Tiga."
        (page,) = items_of(tmp_path / "a.jsonl", json.dumps({"text": text}, ensure_ascii=False))
        assert fields(page)["text"] == text

    def test_lone_surrogates_do_not_end_the_run(self, tmp_path: Path) -> None:
        (page,) = items_of(tmp_path / "a.jsonl", '{"text": "a\\ud800b"}')
        assert page.id

    def test_standard_input_holds_rows(self) -> None:
        (page,) = pages(list(ingest(["-"], stdin=json.dumps(ROW).encode())))
        assert (page.path, page.row) == ("-", 1)
        assert drops(list(ingest(["-"], stdin=b""))) == [("-", "no_articles")]

    @pytest.mark.parametrize("form", [[ROW], {"articles": [ROW]}, ROW])
    def test_json_files(self, tmp_path: Path, form: Any) -> None:
        (page,) = items_of(tmp_path / "a.json", json.dumps(form))
        assert fields(page)["title"] == "Pasar Terbakar"

    def test_as_is_for_all_or_for_one_row(self, tmp_path: Path) -> None:
        rows = "\n".join(json.dumps({**ROW, "as_is": value}) for value in (True, False, "true"))
        assert [page.as_is for page in pages(items_of(tmp_path / "a.jsonl", rows))] == [True, False, True]
        assert all(page.as_is for page in pages(items_of(tmp_path / "a.jsonl", rows, as_is=True)))

    def test_text_as_is_may_be_blank(self, tmp_path: Path) -> None:
        assert len(pages(items_of(tmp_path / "a.jsonl", '{"text": "\\n"}', as_is=True))) == 1


class TestTables:
    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_common_column_names(self, tmp_path: Path, delimiter: str, mark: bytes) -> None:
        names = ["sumber", "url", "judul", "author", "tanggal_publikasi", "isi_berita"]
        cells = [
            "karsa.example",
            "https://karsa.example/1",
            "Judul",
            "Andi",
            "15 April 2026",
            '"Baris satu.\nBaris ""dua""."',
        ]
        data = mark + (delimiter.join(names) + "\r\n" + delimiter.join(cells) + "\r\n").encode()
        (page,) = items_of(tmp_path / "a.csv", data)
        assert fields(page)["text"] == 'Baris satu.\nBaris "dua".'
        assert dict(page.fields) == {
            "outlet": "karsa.example", "title": "Judul", "published_at": "15 April 2026", "author": "Andi",
        }  # fmt: skip

    def test_news_watch_columns(self, tmp_path: Path) -> None:
        data = "title,publish_date,author,content,keyword,category,source,link\nJ,2026-04-15,A,Isi.,k,c,karsa,https://karsa.example/1\n"
        (page,) = items_of(tmp_path / "a.csv", data)
        assert fields(page)["text"] == "Isi."
        assert (page.url, page.fields["outlet"]) == ("https://karsa.example/1", "karsa")

    def test_passim_columns(self, tmp_path: Path) -> None:
        (page,) = items_of(tmp_path / "a.jsonl", '{"id": "7", "series": "karsa", "text": "Isi."}')
        assert page.fields["outlet"] == "karsa"

    def test_a_map_of_ones_own(self, tmp_path: Path) -> None:
        (page,) = items_of(
            tmp_path / "a.csv", "kop,naskah\nJudul,Isi.\n", columns={"title": "kop", "text": "naskah"}
        )
        assert fields(page) == {"title": "Judul", "text": "Isi."}

    def test_a_map_of_unknown_fields_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="published_at"):
            items_of(tmp_path / "a.csv", "a\n1\n", columns={"teks": "a"})

    def test_rows_of_all_kinds_of_wrong(self, tmp_path: Path) -> None:
        config = IngestConfig(max_row_bytes=100)
        items = items_of(
            tmp_path / "a.csv", f"judul,isi\nA,Isi.\nB\nC,x,y\nD,{'z' * 200}\n\nE,Isi.\n", config=config
        )
        assert drops(items) == [("a.csv#2", "no_text"), ("a.csv#3", "bad_row"), ("a.csv#4", "too_large")]
        assert [fields(page)["title"] for page in pages(items)] == ["A", "E"]

    def test_a_quote_that_is_never_closed(self, tmp_path: Path) -> None:
        config = IngestConfig(max_row_bytes=20_000)
        items = items_of(tmp_path / "a.csv", 'judul,isi\nA,Isi.\nB,"' + "kata\n" * 100_000, config=config)
        assert [fields(page)["title"] for page in pages(items)] == ["A"]
        assert {reason for _, reason in drops(items)} <= {"bad_row", "too_large"}
        assert drops(items)

    def test_a_table_in_windows_1252(self, tmp_path: Path) -> None:
        items = items_of(tmp_path / "a.csv", "judul,isi\nA,“Isi.”\n".encode("cp1252"))
        assert fields(pages(items)[0])["text"] == "“Isi.”"
        assert [item.reason for item in items if isinstance(item, Notice)] == ["repaired"]
