"""Files, folders, rows and standard input to pages; every kind of bad input to its reason."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from rujuk.ingest import ingest
from rujuk.ingest.config import IngestConfig
from rujuk.model.errors import ConfigError, InputError
from rujuk.model.report import REASONS, Dropped, Notice
from rujuk.model.text import Page

ROW = {
    "text": "Api membakar pasar lama di Wantuli.",
    "url": "https://karsa.example/1",
    "outlet": "Karsa",
    "title": "Pasar Terbakar",
}


def pages(items: Sequence[Any]) -> list[Page]:
    return [item for item in items if isinstance(item, Page)]


def drops(items: Sequence[Any]) -> list[tuple[str, str]]:
    found = [(item.item, item.reason) for item in items if isinstance(item, Dropped)]
    assert all(reason in REASONS for _, reason in found)
    return found


def read(path: Path, data: bytes | str, **options: Any) -> list[Any]:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(ingest([path], **options))


def fields(page: Page) -> dict[str, str]:
    found: dict[str, str] = json.loads(page.data)
    return found


class TestFiles:
    def test_a_text_file_is_one_page(self, tmp_path: Path) -> None:
        (page,) = read(tmp_path / "a.txt", "Satu baris.\n")
        assert (page.path, page.row, page.kind, page.data) == ("a.txt", None, "text", b"Satu baris.\n")

    def test_a_saved_page_brings_its_address(self, tmp_path: Path) -> None:
        (page,) = read(tmp_path / "a.html", '<link rel="canonical" href="https://karsa.example/1"><p>x</p>')
        assert (page.kind, page.url, page.canonical_url) == ("html", None, "https://karsa.example/1")

    @pytest.mark.parametrize(
        ("data", "text", "warned"),
        [
            (b"\xef\xbb\xbfpulau", "pulau", False),
            ("pulau “besar”".encode("utf-16"), "pulau “besar”", False),
            ("pulau “besar”".encode(), "pulau “besar”", False),
            ("pulau “besar”".encode("cp1252"), "pulau “besar”", True),
            (b"pulau \x81\x9d", "pulau \ufffd\ufffd", True),
        ],
    )
    def test_character_sets(self, tmp_path: Path, data: bytes, text: str, warned: bool) -> None:
        items = read(tmp_path / "a.txt", data)
        assert pages(items)[0].data.decode() == text
        assert [item.reason for item in items if isinstance(item, Notice)] == ["repaired"] * warned

    @pytest.mark.parametrize(
        ("charset", "written", "text", "warned"),
        [
            ("iso-8859-1", "cp1252", "“Ya”", False),
            ("iso-8859-1", "utf-8", "“Ya”", False),
            ("utf-8", "cp1252", "“Ya”", True),
            ("utf-16", "utf-8", "“Ya”", False),
            ("hex", "utf-8", "“Ya”", False),
            ("entah-apa", "utf-8", "“Ya”", False),
            ("shift_jis", "shift_jis", "日本", False),
        ],
    )
    def test_declared_character_sets(
        self, tmp_path: Path, charset: str, written: str, text: str, warned: bool
    ) -> None:
        items = read(tmp_path / "a.html", f'<meta charset="{charset}"><p>{text}</p>'.encode(written))
        assert f"<p>{text}</p>" in pages(items)[0].data.decode()
        assert any(isinstance(item, Notice) for item in items) == warned

    @pytest.mark.parametrize(
        ("name", "data", "reason"),
        [
            ("a.txt", b"", "empty"),
            ("a.txt", b" \n\t\r\n", "empty"),
            ("a.txt", b"\x89PNG\r\n\x1a\n....", "binary"),
            ("a.txt", b"%PDF-1.7 ....", "binary"),
            ("a.html", b"\0\x01\x02\0\0a" * 50, "binary"),
            ("a.docx", b"PK\x03\x04", "unknown_kind"),
            ("SOURCE.md", b"# x", "unknown_kind"),
            ("a.json", b"{", "unreadable"),
            ("a.json", b"3", "unreadable"),
            ("a.csv", b"satu,dua\n1,2\n", "unreadable"),
        ],
    )
    def test_bad_files_have_a_reason(self, tmp_path: Path, name: str, data: bytes, reason: str) -> None:
        assert drops(read(tmp_path / name, data)) == [(name, reason)]

    def test_a_few_nuls_are_no_binary(self, tmp_path: Path) -> None:
        assert len(pages(read(tmp_path / "a.txt", b"kata " * 50 + b"\0"))) == 1

    def test_a_large_file_is_refused(self, tmp_path: Path) -> None:
        items = read(tmp_path / "a.txt", b"kata " * 50, config=IngestConfig(max_file_bytes=100))
        assert drops(items) == [("a.txt", "too_large")]

    def test_a_missing_input_is_named_before_anything_is_read(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="tidak-ada"):
            ingest([tmp_path, tmp_path / "tidak-ada.txt"])


class TestFolders:
    def test_files_come_sorted_with_paths_of_their_own(self, tmp_path: Path) -> None:
        for name in ("b/2.txt", "b/1.txt", "a.txt", ".tersembunyi.txt", ".git/x.txt"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text("isi")
        assert [page.path for page in pages(list(ingest([tmp_path])))] == ["a.txt", "b/1.txt", "b/2.txt"]

    def test_a_folder_of_nothing_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "README.md").write_text("x")
        assert drops(list(ingest([tmp_path]))) == [
            ("README.md", "unknown_kind"),
            (str(tmp_path), "no_articles"),
        ]

    def test_the_same_capture_has_the_same_id_wherever_it_lies(self, tmp_path: Path) -> None:
        ids = []
        for folder in ("x", "y"):
            (tmp_path / folder).mkdir()
            (tmp_path / folder / "a.txt").write_text("isi")
            ids += [page.id for page in pages(list(ingest([tmp_path / folder])))]
        assert ids[0] == ids[1]


class TestRows:
    def test_a_row_declares_what_it_knows(self, tmp_path: Path) -> None:
        (page,) = read(
            tmp_path / "a.jsonl", json.dumps({**ROW, "url": "https://KARSA.example/1?utm_source=x#a"})
        )
        assert (page.path, page.row, page.kind) == ("a.jsonl", 1, "row")
        assert page.url == "https://KARSA.example/1?utm_source=x#a"
        assert page.canonical_url == "https://karsa.example/1"
        assert dict(page.fields) == {"outlet": "Karsa", "title": "Pasar Terbakar"}

    def test_shuffled_rows_keep_their_ids(self, tmp_path: Path) -> None:
        rows = [json.dumps({**ROW, "text": f"Teks nomor {n}."}) for n in range(5)]
        one = {page.id for page in pages(read(tmp_path / "a.jsonl", "\n".join(rows)))}
        other = {page.id for page in pages(read(tmp_path / "a.jsonl", "\n".join(rows[::-1])))}
        assert one == other
        assert len(one) == 5

    def test_rujuks_own_lines_are_rows(self, tmp_path: Path) -> None:
        line = {
            **ROW,
            "outlet": {"id": "karsa", "name": "Karsa"},
            "byline": None,
            "published_at": "2026-04-15",
        }
        (page,) = read(tmp_path / "articles.jsonl", json.dumps(line))
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
        items = read(tmp_path / "a.jsonl", f"{good}\n{line}\n\n{good}\n", config=config)
        assert drops(items) == [("a.jsonl#2", reason)]
        assert [page.row for page in pages(items)] == [1, 3]

    def test_a_bad_line_is_named_by_its_number(self, tmp_path: Path) -> None:
        (_, drop) = read(tmp_path / "a.jsonl", json.dumps(ROW) + "\n\n{\n")
        assert drop.detail.startswith("line 3:")

    def test_line_separators_inside_a_row_do_not_end_it(self, tmp_path: Path) -> None:
        text = "Satu.\u2028Dua.\x85Tiga."
        (page,) = read(tmp_path / "a.jsonl", json.dumps({"text": text}, ensure_ascii=False))
        assert fields(page)["text"] == text

    def test_lone_surrogates_do_not_end_the_run(self, tmp_path: Path) -> None:
        (page,) = read(tmp_path / "a.jsonl", '{"text": "a\\ud800b"}')
        assert page.id

    def test_standard_input_holds_rows(self) -> None:
        (page,) = pages(list(ingest(["-"], stdin=json.dumps(ROW).encode())))
        assert (page.path, page.row) == ("-", 1)
        assert drops(list(ingest(["-"], stdin=b""))) == [("-", "no_articles")]

    @pytest.mark.parametrize("form", [[ROW], {"articles": [ROW]}, ROW])
    def test_json_files(self, tmp_path: Path, form: Any) -> None:
        (page,) = read(tmp_path / "a.json", json.dumps(form))
        assert fields(page)["title"] == "Pasar Terbakar"

    def test_as_is_for_all_or_for_one_row(self, tmp_path: Path) -> None:
        rows = "\n".join(json.dumps({**ROW, "as_is": value}) for value in (True, False, "true"))
        assert [page.as_is for page in pages(read(tmp_path / "a.jsonl", rows))] == [True, False, True]
        assert all(page.as_is for page in pages(read(tmp_path / "a.jsonl", rows, as_is=True)))

    def test_text_as_is_may_be_blank(self, tmp_path: Path) -> None:
        assert len(pages(read(tmp_path / "a.jsonl", '{"text": "\\n"}', as_is=True))) == 1


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
        (page,) = read(tmp_path / "a.csv", data)
        assert fields(page)["text"] == 'Baris satu.\nBaris "dua".'
        assert dict(page.fields) == {
            "outlet": "karsa.example", "title": "Judul", "published_at": "15 April 2026", "author": "Andi",
        }  # fmt: skip

    def test_news_watch_columns(self, tmp_path: Path) -> None:
        data = "title,publish_date,author,content,keyword,category,source,link\nJ,2026-04-15,A,Isi.,k,c,karsa,https://karsa.example/1\n"
        (page,) = read(tmp_path / "a.csv", data)
        assert fields(page)["text"] == "Isi."
        assert (page.url, page.fields["outlet"]) == ("https://karsa.example/1", "karsa")

    def test_passim_columns(self, tmp_path: Path) -> None:
        (page,) = read(tmp_path / "a.jsonl", '{"id": "7", "series": "karsa", "text": "Isi."}')
        assert page.fields["outlet"] == "karsa"

    def test_a_map_of_ones_own(self, tmp_path: Path) -> None:
        (page,) = read(
            tmp_path / "a.csv", "kop,naskah\nJudul,Isi.\n", columns={"title": "kop", "text": "naskah"}
        )
        assert fields(page) == {"title": "Judul", "text": "Isi."}

    def test_a_map_of_unknown_fields_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(ConfigError, match="published_at"):
            read(tmp_path / "a.csv", "a\n1\n", columns={"teks": "a"})

    def test_rows_of_all_kinds_of_wrong(self, tmp_path: Path) -> None:
        config = IngestConfig(max_row_bytes=100)
        items = read(
            tmp_path / "a.csv", f"judul,isi\nA,Isi.\nB\nC,x,y\nD,{'z' * 200}\n\nE,Isi.\n", config=config
        )
        assert drops(items) == [("a.csv#2", "no_text"), ("a.csv#3", "bad_row"), ("a.csv#4", "too_large")]
        assert [fields(page)["title"] for page in pages(items)] == ["A", "E"]

    def test_a_quote_that_is_never_closed(self, tmp_path: Path) -> None:
        config = IngestConfig(max_row_bytes=20_000)
        items = read(tmp_path / "a.csv", 'judul,isi\nA,Isi.\nB,"' + "kata\n" * 100_000, config=config)
        assert [fields(page)["title"] for page in pages(items)] == ["A"]
        assert {reason for _, reason in drops(items)} <= {"bad_row", "too_large"}
        assert drops(items)

    def test_a_table_in_windows_1252(self, tmp_path: Path) -> None:
        items = read(tmp_path / "a.csv", "judul,isi\nA,“Isi.”\n".encode("cp1252"))
        assert fields(pages(items)[0])["text"] == "“Isi.”"
        assert [item.reason for item in items if isinstance(item, Notice)] == ["repaired"]
