"""WARC files to pages; every damage to its reason."""

import gzip
from pathlib import Path

import brotli
import pytest
from fuzz.archives import HTML, RSS, answer, chunked, packed, record

from ingested import read, urls
from rujuk.ingest import ingest
from rujuk.ingest.config import IngestConfig
from rujuk.model.text import Page

OTHER = HTML.replace(b"example/1", b"example/2")


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
