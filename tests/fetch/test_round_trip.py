"""Fetched, stored and read again: a page's article is the one that the saved page gives, however the server sent it."""

import gzip
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from fuzz.archives import RSS, chunked
from warcio.archiveiterator import ArchiveIterator

from fetch.conftest import PAGE, Run, Site, answer, moved
from ingested import drops, pages
from project import CAPTURES, OUTLETS
from rujuk.clean import clean
from rujuk.ingest import ingest
from rujuk.lang.base import load_all
from rujuk.model.report import Report
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load
from rujuk.pipeline.run import articles
from rujuk.pipeline.settings import Settings

NAME = "2026-04-15-karsa-kmp-arung-selendra.html"
SAVED = CAPTURES / NAME


def cleaned(page: Page) -> Article:
    article, notices = clean(page, packs=load_all(), outlets=load([OUTLETS]))
    assert isinstance(article, Article)
    assert notices == ()
    return article


def article_of(page: Page, alike: Article) -> Article:
    """Return the page's article with the path and address of another: all else is to be the same."""
    article = cleaned(page)
    return replace(article, path=alike.path, url=alike.url)


def deflated(data: bytes) -> bytes:
    return zlib.compress(data)[2:-4]


def sent(body: bytes, *headers: str, kind: str = "text/html") -> bytes:
    """Return a whole response without a length, as the headers say it is sent."""
    return "\r\n".join(["HTTP/1.1 200 OK", f"Content-Type: {kind}", *headers, "", ""]).encode() + body


DATA = SAVED.read_bytes()
CHUNKED = "Transfer-Encoding: chunked"
WAYS = {
    "with a length": answer(DATA),
    "to the end": sent(DATA),
    "chunked": sent(chunked(DATA), CHUNKED),
    "gzip": sent(gzip.compress(DATA), "Content-Encoding: gzip"),
    "two members": sent(gzip.compress(DATA[:500]) + gzip.compress(DATA[500:]), "Content-Encoding: x-gzip"),
    "zlib": sent(zlib.compress(DATA), "Content-Encoding: deflate"),
    "deflate": sent(deflated(DATA), "Content-Encoding: deflate"),
    "brotli": sent(brotli.compress(DATA), "Content-Encoding: br"),
    "identity": sent(DATA, "Content-Encoding: identity"),
    "chunked gzip": sent(chunked(gzip.compress(DATA)), CHUNKED, "Content-Encoding: gzip"),
    "chunked brotli": sent(chunked(brotli.compress(DATA)), CHUNKED, "Content-Encoding: br"),
    "chunked deflate": sent(chunked(deflated(DATA)), CHUNKED, "Content-Encoding: deflate"),
    "brotli in gzip": sent(gzip.compress(brotli.compress(DATA)), "Content-Encoding: br, gzip"),
    "chunks with extensions and trailers": sent(
        b"%x;nama=isi\r\n%s\r\n0\r\nX-Selesai: ya\r\n\r\n" % (len(DATA), DATA), CHUNKED
    ),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
def test_an_article_is_the_same_fetched_and_saved(way: bytes, site: Site, run: Run, out: Path) -> None:
    site.answers["/a"] = way
    assert run(site.url("/a")).drops == ()
    (page,) = pages(list(ingest([out])))
    (saved,) = pages(list(ingest([SAVED])))
    assert page.data == saved.data
    assert page.sha256 == saved.sha256
    assert page.url == site.url("/a")
    assert page.captured_at
    alike = cleaned(saved)
    assert alike.text
    assert article_of(page, alike) == alike


def test_the_whole_run_takes_both_for_one_capture(site: Site, run: Run, out: Path) -> None:
    site.answers["/a"] = WAYS["chunked gzip"]
    run(site.url("/a"))
    report = Report()
    found = articles([out, SAVED], Settings(outlets=(OUTLETS,)), report=report)
    assert [item.copies for item in found] == [2]
    assert report.drops == []


@pytest.mark.parametrize("charset", ["windows-1252", "utf-16-le", "utf-8"])
def test_the_charset_of_the_answer_is_kept(charset: str, site: Site, run: Run, out: Path) -> None:
    text = "<html><title>Pasar</title><p>“Api padam,” kata Sari Wulandari.</p></html>"
    site.answers["/a"] = answer(text.encode(charset), kind=f"text/html; charset={charset}")
    run(site.url("/a"))
    (page,) = pages(list(ingest([out])))
    assert page.data.decode() == text


def test_redirects_are_in_the_file_and_are_no_pages(site: Site, run: Run, out: Path) -> None:
    site.answers |= {"/a": moved("/b", "301 Moved"), "/b": moved("/c", "307 Away"), "/c": answer(DATA)}
    run(site.url("/a"))
    with out.open("rb") as stream:
        kinds = [
            (record.rec_type, record.http_headers.get_statuscode() if record.rec_type == "response" else "")
            for record in ArchiveIterator(stream)
        ]
    assert [status for kind, status in kinds if kind == "response"] == ["301", "307", "200"]
    (page,) = pages(list(ingest([out])))
    assert (page.url, page.canonical_url) == (site.url("/c"), cleaned(page).canonical_url)
    (saved,) = pages(list(ingest([SAVED])))
    assert cleaned(page).id == cleaned(saved).id


def test_a_feed_gives_its_pages_the_date(site: Site, run: Run, out: Path) -> None:
    feed = RSS.replace(b"https://karsa.example", f"http://warta.example:{site.port}".encode())
    site.answers |= {
        "/feed": answer(feed, kind="application/rss+xml"),
        "/1": answer(PAGE),
        "/2": answer(PAGE.replace("Kertajaya", "Rejosari")),
    }
    assert len(run(site.url("/feed")).captures) == 3
    found = pages(list(ingest([out])))
    assert {page.url for page in found} == {site.url("/1"), site.url("/2")}
    assert ("feed", "2026-04-15T10:00:00+07:00") in [date for page in found for date in page.dates]


def members(data: bytes) -> list[bytes]:
    """Return the records of a WARC.gz file, unpacked."""
    found = []
    while data:
        engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        found.append(engine.decompress(data) + engine.flush())
        data = engine.unused_data
    return found


def damaged(records: Sequence[bytes], old: bytes, new: bytes) -> bytes:
    """Return the records as a WARC.gz file, with bytes changed in the first that has them; the gzip itself is sound."""
    records = list(records)
    at = next(number for number, record in enumerate(records) if old in record)
    records[at] = records[at].replace(old, new, 1)
    return b"".join(gzip.compress(record) for record in records)


def test_a_change_to_a_capture_is_found_and_loses_no_other(site: Site, run: Run, out: Path) -> None:
    site.answers |= {"/a": answer(PAGE), "/b": answer(PAGE.replace("Kertajaya", "Rejosari"))}
    run(site.url("/a"), site.url("/b"))
    out.write_bytes(damaged(members(out.read_bytes()), b"Pasar Rejosari terbakar", b"Pasar Rejosari selamat"))
    items = list(ingest([out]))
    assert [page.url for page in pages(items)] == [site.url("/a")]
    assert [reason for _, reason in drops(items)] == ["digest_mismatch"]
