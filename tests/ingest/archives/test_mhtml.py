"""Pages saved with their parts."""

from pathlib import Path

import pytest
from fuzz.archives import HTML, mhtml

from ingested import read


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
