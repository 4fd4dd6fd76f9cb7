"""Web archives, zip archives, workbooks, feeds and saved pages to pages; every damage to its reason."""

import datetime as dt
import gzip
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import brotli
import pytest
from fuzz.archives import HTML, RSS, answer, chunked, mhtml, packed, record, wacz, workbook, zipped

from rujuk.ingest import ingest
from rujuk.ingest.config import IngestConfig
from rujuk.model.report import REASONS, Dropped, Notice
from rujuk.model.text import Page

OTHER = HTML.replace(b"example/1", b"example/2")


def read(path: Path, data: bytes, **options: Any) -> tuple[list[Page], list[str], list[str]]:
    """Return the pages, the reasons of the drops and those of the notices."""
    path.write_bytes(data)
    items = list(ingest([path], **options))
    drops = [item.reason for item in items if isinstance(item, Dropped)]
    notices = [item.reason for item in items if isinstance(item, Notice)]
    assert {*drops, *notices} <= REASONS.keys()
    return [item for item in items if isinstance(item, Page)], drops, notices


def urls(pages: list[Page]) -> list[str | None]:
    return [page.canonical_url for page in pages]


class TestWarc:
    @pytest.mark.parametrize(
        "block",
        [
            answer(),
            answer(gzip.compress(HTML), Content_Encoding="gzip"),
            answer(brotli.compress(HTML), Content_Encoding="br"),
            answer(chunked(HTML), Transfer_Encoding="chunked"),
            answer(chunked(gzip.compress(HTML)), Transfer_Encoding="chunked", Content_Encoding="gzip"),
            answer(HTML, Transfer_Encoding="chunked", Content_Encoding="gzip"),
        ],
    )
    @pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
    def test_an_answer_is_the_page_itself(self, tmp_path: Path, name: str, block: bytes) -> None:
        warc = record(block)
        pages, drops, notices = read(tmp_path / name, warc if name == "a.warc" else packed([warc]))
        (tmp_path / "a.html").write_bytes(HTML)
        (plain,) = ingest([tmp_path / "a.html"])
        assert isinstance(plain, Page)
        assert (drops, notices) == ([], [])
        assert [(page.data, page.id) for page in pages] == [(plain.data, plain.id)]
        assert (pages[0].url, pages[0].captured_at) == ("https://karsa.example/1", "2026-04-15T03:00:00Z")

    def test_the_charset_of_the_answer_counts(self, tmp_path: Path) -> None:
        block = answer("<p>日本</p>".encode("shift_jis"), "text/html; charset=Shift_JIS")
        (page,), _, _ = read(tmp_path / "a.warc", record(block))
        assert page.data.decode() == "<p>日本</p>"

    def test_last_modified_is_a_date_of_the_archive(self, tmp_path: Path) -> None:
        (page,), _, _ = read(
            tmp_path / "a.warc", record(answer(Last_Modified="Wed, 15 Apr 2026 02:00:00 GMT"))
        )
        assert page.dates == (("archive", "Wed, 15 Apr 2026 02:00:00 GMT"),)

    def test_pictures_give_one_drop(self, tmp_path: Path) -> None:
        warc = [record(answer(b"\xff\xd8\xff", "image/jpeg")) for _ in range(50)]
        assert read(tmp_path / "a.warc.gz", packed(warc)) == ([], ["no_articles"], [])

    def test_what_is_passed_over_is_said_once(self, tmp_path: Path) -> None:
        warc = [
            record(answer()),
            record(answer(status=404)),
            record(b"x", "request"),
            record(answer(b"x", "image/png")),
        ]
        pages, drops, notices = read(tmp_path / "a.warc", b"".join(warc))
        assert (len(pages), drops, notices) == (1, [], ["passed_over"])

    def test_a_feed_in_an_archive_gives_its_entries(self, tmp_path: Path) -> None:
        pages, drops, _ = read(tmp_path / "a.warc", record(answer(RSS, "application/rss+xml")))
        assert (urls(pages), drops) == (["https://karsa.example/1", "https://karsa.example/2"], [])

    @pytest.mark.parametrize("cut", [1, 9, 40, 200])
    def test_a_cut_gzip_is_found_and_loses_nothing_else(self, tmp_path: Path, cut: int) -> None:
        warc = packed([record(answer()), record(answer(OTHER))])[:-cut]
        pages, drops, _ = read(tmp_path / "a.warc.gz", warc)
        assert "truncated" in drops
        assert urls(pages)[0] == "https://karsa.example/1"

    def test_a_damaged_member_loses_no_other(self, tmp_path: Path) -> None:
        middle = bytearray(packed([record(answer())]))
        middle[60:80] = bytes(20)
        warc = packed([record(answer())]) + bytes(middle) + packed([record(answer(OTHER))])
        pages, drops, _ = read(tmp_path / "a.warc.gz", warc)
        assert "truncated" in drops
        assert urls(pages) == ["https://karsa.example/1", "https://karsa.example/2"]

    def test_a_cut_file_is_found(self, tmp_path: Path) -> None:
        pages, drops, _ = read(tmp_path / "a.warc", (record(answer()) * 2)[:-60])
        assert (len(pages), drops) == (1, ["truncated"])

    @pytest.mark.parametrize("kind", ["WARC_Block_Digest", "WARC_Payload_Digest"])
    def test_a_wrong_digest_is_found(self, tmp_path: Path, kind: str) -> None:
        wrong = record(answer(), **{kind: "sha1:" + "A" * 32})
        pages, drops, _ = read(tmp_path / "a.warc", wrong + record(answer(OTHER)))
        assert (urls(pages), drops) == (["https://karsa.example/2"], ["digest_mismatch"])

    @pytest.mark.parametrize("junk", [b"junk junk\r\n" * 3, b"WARC/1.0\r\nContent-Length: -7\r\n\r\nabc"])
    def test_after_a_broken_record_the_next_is_found(self, tmp_path: Path, junk: bytes) -> None:
        pages, drops, _ = read(
            tmp_path / "a.warc", record(answer()) + junk + b"\r\n\r\n" + record(answer(OTHER))
        )
        assert urls(pages) == ["https://karsa.example/1", "https://karsa.example/2"]
        assert set(drops) <= {"bad_record"}

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b"\x1f\x8b\x08junk", "unreadable"),
            (b"no archive", "unreadable"),
            (record(answer(gzip.compress(bytes(60_000_000)), Content_Encoding="gzip")), "archive_bomb"),
            (record(answer(b"x", Content_Encoding="zstd")), "unreadable"),
            (record(answer(b"1\r\nx\r\n" + b"f" * 30 + b"\r\n", Transfer_Encoding="chunked")), "unreadable"),
            (record(answer(b"99999999\r\nx", Transfer_Encoding="chunked")), "unreadable"),
            (packed([record(answer(bytes(40_000_000)))]), "archive_bomb"),
        ],
    )
    def test_bad_archives_have_a_reason(self, tmp_path: Path, data: bytes, reason: str) -> None:
        name = "a.warc.gz" if data[:2] == b"\x1f\x8b" else "a.warc"
        pages, drops, _ = read(tmp_path / name, data)
        assert (pages, reason in drops) == ([], True)

    def test_junk_ends(self, tmp_path: Path) -> None:
        data = record(answer()) + b"WARC/1.0\r\n" * 30_000
        pages, drops, _ = read(tmp_path / "a.warc", data, config=IngestConfig(max_damages=5))
        assert (len(pages), drops) == (1, ["bad_record"] * 6 + ["truncated"])


class TestZips:
    def test_members_come_as_from_files(self, tmp_path: Path) -> None:
        inner = zipped({"c.jsonl": json.dumps({"text": "Isi."}).encode()})
        data = zipped(
            {"b/a.html": HTML, "../../b.txt": b"teks", "n.zip": inner, ".x.txt": b"x", "p.png": b"x"}
        )
        pages, drops, _ = read(tmp_path / "a.zip", data)
        assert [page.path for page in pages] == ["a.zip!b.txt", "a.zip!b/a.html", "a.zip!n.zip!c.jsonl"]
        assert drops == ["unknown_kind"]

    def test_nesting_ends(self, tmp_path: Path) -> None:
        data = zipped({"a.txt": b"teks"})
        for _ in range(3):
            data = zipped({"a.txt": b"teks", "z.zip": data})
        pages, drops, _ = read(tmp_path / "a.zip", data)
        assert (len(pages), drops) == (2, ["archive_bomb"])

    @pytest.mark.parametrize(
        ("config", "data"),
        [
            (IngestConfig(), zipped({"a.txt": bytes(30_000_000)})),
            (IngestConfig(max_members=2), zipped({f"{n}.txt": b"x" for n in range(3)})),
            (IngestConfig(max_unpacked_bytes=50), zipped({f"{n}.txt": b"x" * 30 for n in range(3)})),
        ],
    )
    def test_bombs_are_refused(self, tmp_path: Path, config: IngestConfig, data: bytes) -> None:
        assert read(tmp_path / "a.zip", data, config=config) == ([], ["archive_bomb"], [])

    @pytest.mark.parametrize("name", ["a.zip", "a.xlsx", "a.wacz"])
    def test_a_cut_archive_is_unreadable(self, tmp_path: Path, name: str) -> None:
        assert read(tmp_path / name, zipped({"a.txt": b"teks"})[:-30]) == ([], ["unreadable"], [])

    def test_a_damaged_member_loses_no_other(self, tmp_path: Path) -> None:
        data = zipped({"a.txt": b"satu " * 9, "b.txt": b"dua " * 9})
        at = data.index(b"a.txt") + 5
        pages, drops, _ = read(tmp_path / "a.zip", data[:at] + bytes(4) + data[at + 4 :])
        assert ([page.path for page in pages], drops) == (["a.zip!b.txt"], ["truncated"])

    def test_wacz(self, tmp_path: Path) -> None:
        warc = packed([record(answer())])
        pages, drops, notices = read(tmp_path / "a.wacz", wacz(warc))
        assert (urls(pages), drops, notices) == (["https://karsa.example/1"], [], [])
        assert pages[0].path == "a.wacz!archive/data.warc.gz"

    def test_a_wrong_digest_of_a_wacz_is_said(self, tmp_path: Path) -> None:
        pages, drops, notices = read(
            tmp_path / "a.wacz", wacz(packed([record(answer())]), "sha256:" + "0" * 64)
        )
        assert (len(pages), drops, notices) == (1, [], ["digest_mismatch"])

    def test_a_compressed_file(self, tmp_path: Path) -> None:
        rows = b'{"text": "satu"}\n{"text": "dua"}\n'
        pages, drops, _ = read(tmp_path / "a.jsonl.gz", gzip.compress(rows))
        assert ([page.path for page in pages], drops) == (["a.jsonl"] * 2, [])
        pages, drops, _ = read(tmp_path / "a.html.gz", gzip.compress(HTML)[:-20])
        assert (pages, drops) == ([], ["truncated"])
        assert read(tmp_path / "a.txt.gz", gzip.compress(bytes(30_000_000)))[1] == ["archive_bomb"]


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


class TestFeeds:
    @pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.atom"])
    def test_entries_are_pages_with_a_date(self, tmp_path: Path, name: str) -> None:
        (whole, short), drops, notices = read(tmp_path / name, RSS)
        assert (drops, notices) == ([], [])
        assert whole.dates == (("feed", "2026-04-15T10:00:00+07:00"),)
        assert whole.fields == {"outlet": "Karsa", "title": "Pasar Terbakar", "language": "id"}
        assert "membakar" in json.loads(whole.data)["html"]
        assert (short.fields["excerpt"], short.canonical_url, short.dates) == (
            "true",
            "https://karsa.example/2",
            (),
        )

    def test_a_broken_feed_is_read_as_far_as_it_goes(self, tmp_path: Path) -> None:
        pages, _, notices = read(tmp_path / "a.xml", RSS[: RSS.index(b"<item><title>Jalan") + 40])
        assert (urls(pages)[0], notices) == ("https://karsa.example/1", ["repaired"])

    def test_json_feed(self, tmp_path: Path) -> None:
        item = {
            "id": "1",
            "url": "https://karsa.example/1",
            "content_text": "Isi.",
            "date_published": "2026-04-15T10:00:00+07:00",
        }
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Karsa", "items": [item, 3]}
        (page,), drops, _ = read(tmp_path / "a.json", json.dumps(feed).encode())
        assert (page.fields, page.dates, drops) == (
            {"outlet": "Karsa"},
            (("feed", item["date_published"]),),
            ["bad_row"],
        )

    @pytest.mark.parametrize(
        ("data", "reason"),
        [
            (b'<opml><body><outline xmlUrl="https://karsa.example/rss"/></body></opml>', "no_articles"),
            (b"<daftar><butir/></daftar>", "unknown_kind"),
            (b"<rss><channel></channel></rss>", "no_articles"),
            (b"<rss><channel><item><title>x</title></item></channel></rss>", "no_articles"),
        ],
    )
    def test_xml_without_an_article_has_a_reason(self, tmp_path: Path, data: bytes, reason: str) -> None:
        pages, drops, _ = read(tmp_path / "a.xml", data)
        assert (pages, drops[-1]) == ([], reason)


class TestMhtml:
    def test_the_main_part_is_the_page(self, tmp_path: Path) -> None:
        (page,), drops, _ = read(tmp_path / "a.mhtml", mhtml())
        assert (page.data, page.canonical_url, page.row, drops) == (HTML, "https://karsa.example/1", None, [])
        assert page.captured_at == "2026-04-15T03:00:00+00:00"

    def test_the_charset_of_the_part_counts(self, tmp_path: Path) -> None:
        (page,), _, _ = read(tmp_path / "a.mht", mhtml("<p>日本</p>".encode("euc_jp"), "euc-jp"))
        assert page.data.decode() == "<p>日本</p>"

    @pytest.mark.parametrize(
        "data", [b"teks saja", b"MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx", mhtml(b" ")]
    )
    def test_without_a_page_it_is_no_article(self, tmp_path: Path, data: bytes) -> None:
        assert read(tmp_path / "a.mhtml", data) == ([], ["no_articles"], [])

    def test_frames_are_pages(self, tmp_path: Path) -> None:
        part = b"--batas\r\nContent-Type: text/html\r\nContent-Location: https://karsa.example/2\r\n\r\n<p>Isi.</p>\r\n"
        data = mhtml(b"<frameset><frame src=x></frameset>").replace(
            b"--batas\r\nContent-Type: image", part + b"--batas\r\nContent-Type: image"
        )
        (page,), _, _ = read(tmp_path / "a.mhtml", data)
        assert (page.data, page.canonical_url, page.row) == (b"<p>Isi.</p>", "https://karsa.example/2", 1)

    def test_parts_in_parts_without_end_are_unreadable(self, tmp_path: Path) -> None:
        parts = (
            b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(5_000)
        )
        assert read(tmp_path / "a.mhtml", b"".join(parts)) == ([], ["unreadable"], [])


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(tmp_path: Path, charset: str) -> None:
    (page,), _, notices = read(tmp_path / "a.html", "<p>Pulau “besar” di Wantuli</p>".encode(charset))
    assert (page.data.decode(), notices) == ("<p>Pulau “besar” di Wantuli</p>", [])


def test_the_character_set_of_an_xml_declaration(tmp_path: Path) -> None:
    data = '<?xml version="1.0" encoding="Shift_JIS"?><html><p>日本</p></html>'.encode("shift_jis")
    (page,), _, _ = read(tmp_path / "a.xhtml", data)
    assert "日本" in page.data.decode()
