"""Bad input of every kind beside a good report: a reason each, the report kept, and memory that does not grow with it."""

import gzip
import json
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from fuzz.archives import HTML, RSS, answer, chunked, mhtml, packed, record, wacz, workbook, zipped

from project import OUTLETS
from reports import WAVES
from rujuk.model.report import REASONS, Report
from rujuk.pipeline.run import articles
from rujuk.pipeline.settings import Settings

PAGE = f"<html><head><title>Ombak di Sukamulya</title></head><body><article><p>{WAVES}</p></article></body></html>"
ROWS = f"judul,isi\nOmbak,{WAVES.replace(',', ' ')}\n".encode()
CP1252 = WAVES.replace("Lima", "“Lima”").encode("cp1252")
MEGABYTES = 1_000_000
LONG = 200 * MEGABYTES
BOMB = bytes(60 * MEGABYTES)
LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 20) for n in range(8))
    + b"]><rss><channel><item><title>&i;</title></item></channel></rss>"
)
EXTERNAL = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title><link>https://karsa.example/1</link></item></channel></rss>'


def warc(*blocks: bytes) -> bytes:
    return b"".join(map(record, blocks))


SMALL = {
    # truncated and corrupt archives
    "cut.warc.gz": (packed([record(answer(HTML))])[:-30], "truncated"),
    "cut.warc": (warc(answer(HTML))[:-60], "truncated"),
    "corrupt.warc.gz": (bytes(8) + packed([record(answer())])[8:], "unreadable"),
    "junk.warc": (b"WARC/1.1\r\nContent-Length: -1\r\n\r\n" + warc(answer())[:200], "unreadable"),
    "changed.warc": (warc(answer()).replace(b"membakar", b"merambat"), "digest_mismatch"),
    "noise.warc.gz": (gzip.compress(b"bukan arsip"), "unreadable"),
    "cut.zip": (zipped({"a.html": HTML})[:-20], "unreadable"),
    "cut.wacz": (wacz(packed([record(answer())]))[:-20], "unreadable"),
    "cut.xlsx": (workbook({"A": [["isi"], ["x"]]})[:-20], "unreadable"),
    "cut.html.gz": (gzip.compress(PAGE.encode())[:-9], "truncated"),
    "cut.mhtml": (mhtml()[:-200], "truncated"),
    # bombs: by ratio, by nesting, in an answer, in a workbook
    "bomb.zip": (zipped({"a.html": BOMB}), "archive_bomb"),
    "bomb.html.gz": (gzip.compress(BOMB), "archive_bomb"),
    "bomb.warc.gz": (packed([record(answer(BOMB))]), "archive_bomb"),
    "gzip.warc": (warc(answer(gzip.compress(BOMB), Content_Encoding="gzip")), "archive_bomb"),
    "brotli.warc": (warc(answer(brotli.compress(BOMB), Content_Encoding="br")), "archive_bomb"),
    "deflate.warc": (warc(answer(zlib.compress(BOMB), Content_Encoding="deflate")), "archive_bomb"),
    "twice.warc": (
        warc(answer(gzip.compress(gzip.compress(BOMB)), Content_Encoding="gzip, gzip")),
        "archive_bomb",
    ),
    "bomb.xlsx": (zipped({"xl/workbook.xml": BOMB}), "archive_bomb"),
    "bomb.wacz": (wacz(packed([record(answer(BOMB))])), "archive_bomb"),
    "nest.zip": (zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({"d.txt": b"x"})})})}), "archive_bomb"),
    # NUL bytes
    "nul.html": (PAGE.replace("<p>", "<p>\0").encode(), "repaired"),
    "nul.txt": (b"\0" * 5000, "binary"),
    "nul.jsonl": (b'{"text": "a\0b", "title": "Pasar Kertajaya"}\n', "bad_row"),
    "nul.csv": (ROWS.replace(b"Lima ", b"Lima\0"), "repaired"),
    # mixed encodings
    "mixed.html": (PAGE.encode() + b"<p>" + CP1252 + b"</p>", "repaired"),
    "mixed.txt": (WAVES.encode() + b"\n" + CP1252, "repaired"),
    "mixed.csv": (ROWS + b"Api," + CP1252.replace(b",", b" ") + b"\n", "repaired"),
    "mixed.jsonl": (b'{"text": "' + CP1252.replace(b'"', b"") + b'"}\n', "repaired"),
    # frames and scripts
    "frames.html": (b"<frameset>" * 2_000 + b"<frame src=x>", "no_body"),
    "frames.mhtml": (mhtml(b"<frameset><frameset><frame src=x></frameset></frameset>"), "no_body"),
    "inline.html": (b"<iframe><html><body>" * 2_000 + b"<p>x</p>", "no_body"),
    "deep.html": (b"<div>" * 100_000 + b"x", "no_body"),
    "script.html": (b"<html><script>" + b"var teks = 'Ini bukan berita sama sekali.';" * 900 + b"</script>", "no_body"),
    "noscript.html": (b"<noscript>Nyalakan JavaScript.</noscript><div id=app></div>", "no_body"),
    # feeds with broken XML
    "cut.rss": (RSS[:-300], "repaired"),
    "tags.rss": (RSS.replace(b"</title>", b"</tittle>"), "repaired"),
    "laughs.rss": (LAUGHS, "no_articles"),
    "noise.xml": (b"<<<>>>&&&;", "unknown_kind"),
    "other.xml": (b"<daftar/>", "unknown_kind"),
    "broken.json": (b'{"version": "https://jsonfeed.org/version/1.1", "items": [', "unreadable"),
    # tables with a wrong header, rows that end early
    "header.csv": (b"satu,dua\n1,2\n", "unreadable"),
    "headless.csv": (b"Pasar Terbakar,Api membakar pasar.\n", "unreadable"),
    "header.xlsx": (workbook({"A": [["satu", "dua"], [1, 2]]}), "unreadable"),
    "quote.csv": (b'judul,isi\nA,"x' + b"kata\n" * 1_000, "bad_row"),
    # archives without a page
    "images.warc": (warc(*[answer(b"\xff\xd8\xff", "image/jpeg")] * 40), "no_articles"),
    "images.warc.gz": (packed([record(answer(b"\x89PNG", "image/png"))] * 40), "no_articles"),
    "images.zip": (zipped({"a.jpg": b"\xff\xd8\xff"}), "unknown_kind"),
    "chunks.warc": (warc(answer(chunked(HTML)[:-40], Transfer_Encoding="chunked")), "unreadable"),
}  # fmt: skip


def read(folder: Path) -> tuple[list[str], Report, int]:
    """Return the titles of the articles in a folder, the report, and the largest memory that Python held meanwhile."""
    report = Report()
    tracemalloc.start()
    try:
        found = articles([folder], Settings(outlets=(OUTLETS,)), report=report)
        return [article.title for article in found], report, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def told_of(report: Report, name: str) -> set[str]:
    """Return the reasons given for a file or anything in it."""
    bare = name.removesuffix(".gz") if name.endswith((".html.gz", ".txt.gz")) else name
    items = [*report.drops, *report.notices]
    return {item.reason for item in items if item.item.startswith((name, bare))}


@pytest.mark.parametrize("name", SMALL)
def test_each_has_its_reason_and_nothing_else_is_lost(name: str, tmp_path: Path) -> None:
    data, reason = SMALL[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.html").write_text(PAGE, encoding="utf-8")
    titles, report, most = read(tmp_path)
    assert "Ombak di Sukamulya" in titles
    assert reason in told_of(report, name), [*report.drops, *report.notices]
    assert {item.reason for item in (*report.drops, *report.notices)} <= REASONS.keys()
    assert most < 150 * MEGABYTES


def sparse(path: Path, head: bytes, tail: bytes = b"") -> None:
    """Write a file of LONG bytes that takes next to nothing on disk."""
    with path.open("wb") as stream:
        stream.write(head)
        stream.seek(LONG - len(tail))
        stream.write(tail)
        stream.truncate(LONG)


def whole(path: Path, head: bytes, piece: bytes, tail: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(head)
        for _ in range(LONG // MEGABYTES):
            stream.write((piece * (MEGABYTES // len(piece) + 1))[:MEGABYTES])
        stream.write(tail)


def a_page(folder: Path) -> None:
    sparse(folder / "long.html", PAGE.encode())


def a_text(folder: Path) -> None:
    sparse(folder / "long.txt", WAVES.encode())


def a_record(folder: Path) -> None:
    block = answer(PAGE.encode())
    head = (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://karsa.example/1\r\nWARC-Date: 2026-04-15T03:00:00Z\r\n"
        b"Content-Type: application/http\r\nContent-Length: "
    )
    tail = b"\r\n\r\n" + record(answer(HTML))
    size = LONG - len(head) - len(tail) - len(b"%d\r\n\r\n" % LONG)
    sparse(folder / "long.warc", head + b"%d\r\n\r\n" % size + block, tail)


def a_row(folder: Path) -> None:
    tail = b'"}\n' + json.dumps({"text": WAVES, "title": "Sesudahnya"}).encode() + b"\n"
    whole(folder / "long.jsonl", b'{"text": "', b"kata ", tail)


def a_cell(folder: Path) -> None:
    whole(folder / "long.csv", b'judul,isi\nA,"', b"kata " * 200 + b"\n", b'"\n' + ROWS.partition(b"\n")[2])


def a_feed(folder: Path) -> None:
    sparse(folder / "long.rss", RSS)


@pytest.mark.parametrize("make", [a_page, a_text, a_record, a_row, a_cell, a_feed])
def test_two_hundred_megabytes_are_refused_unread(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "zz.html").write_text(PAGE, encoding="utf-8")
    titles, report, most = read(tmp_path)
    assert "Ombak di Sukamulya" in titles
    assert {item.reason for item in report.drops} & {"too_large", "bad_row"}
    assert most < 120 * MEGABYTES


@pytest.mark.parametrize(("make", "title"), [(a_record, "Pasar Terbakar"), (a_row, "Sesudahnya")])
def test_what_stands_after_it_is_read(make: Callable[[Path], None], title: str, tmp_path: Path) -> None:
    make(tmp_path)
    titles, report, _ = read(tmp_path)
    assert title in titles or "no_body" in {drop.reason for drop in report.drops}


def test_no_file_is_read_for_an_entity(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_bytes(EXTERNAL)
    report = Report()
    found = articles([tmp_path], report=report)
    assert all("root:" not in article.title + article.text for article in found)
