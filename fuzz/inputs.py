"""Damaged inputs: a made-up capture of every kind, changed inside, packed, and changed outside."""

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable, Mapping

from fuzz.archives import HTML, RSS, answer, chunked, mhtml, packed, record, wacz, workbook, zipped

BODY = (
    "<p>WANTULI, KARSA.example - Api membakar pasar lama di Wantuli, Rabu (15/4/2026) pukul 10.30 WIB.</p>"
    "<p>“Kami masih mendata kerugian,” kata Kepala Dinas Nara Sadewa kepada wartawan di lokasi.</p>"
    "<p>Baca juga: <a href='/2'>Jalan rusak</a></p><p>Sebanyak 12 kios habis dan 3 orang terluka, menurut petugas.</p>"
)
PAGE = HTML.replace(b"<p>Api", BODY.encode() + b"<p>Api")
TEXT = BODY.replace("<p>", "").replace("</p>", "\n").encode()
ROW = json.dumps(
    {
        "text": TEXT.decode(),
        "title": "Pasar Terbakar",
        "tanggal": "15 April 2026",
        "url": "https://karsa.example/1",
    }
)
CSV = (
    b'judul,isi,tanggal,url\nPasar,"Api membakar\npasar lama di Wantuli.",15/04/2026,https://karsa.example/1\n'
    * 3
)
ATOM = (
    b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Karsa</title><entry><title>Pasar</title>'
    b'<link href="https://karsa.example/1"/><updated>2026-04-15T03:00:00Z</updated><content type="html">&lt;p>Api&lt;/p></content></entry></feed>'
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"url": "https://karsa.example/1", "content_html": BODY}],
    }
)
BOOK = workbook({"A": [["judul", "isi"], ["Pasar", "Api membakar pasar lama."]], "B": [["text"], ["Isi."]]})
TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"</", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"&#0;", b"&#x110000;", b"&lt;",
    b'"', b"'", b"\r\n\r\n", b"\n", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"-1", b"0", b"99999999999999999999", b"NaN",
    b"1e999", b"{", b"[", b"}", b"]", b",", b";", b"--batas", b"--batas--", b"WARC/1.0\r\n", b"Content-Length: 5\r\n", b"charset=utf-7",
    b"charset=hex", b"utf-16", b"gzip", b"br", b"chunked", b"<script>", b"<frameset>", b"<iframe>", b"<table><tr><td>", b"<div>",
    b"<!ENTITY a 'aaaaaaaaaa'>", b"&a;&a;", b"32/13/2026", b"2026-02-30T25:61:00+99:99", b"\x1f\x8b\x08", b"PK\x03\x04", b"PK\x05\x06",
    b"=?utf-8?b?=?=", b"%00", b"http://[", b"https://\xe2\x80\xae/", b"../../", b"WIB", b"Mon, 99 Foo 9999 99:99:99 +9999",
)  # fmt: skip

Draw = random.Random
Make = Callable[[Draw], bytes]


def damaged(data: bytes, draw: Draw, most: int = 6) -> bytes:
    """Return the data with up to `most` changes: bytes changed, cut out, doubled, tokens put in, ends cut, runs repeated."""
    found = bytearray(data)
    for _ in range(draw.randint(1, most)):
        _change(found, draw)
    return bytes(found[:400_000])


def _change(found: bytearray, draw: Draw) -> None:
    size = len(found)
    at, width = draw.randint(0, size), draw.choice((1, 2, 4, 16, 64, 300))
    what = draw.randrange(8)
    if what == 0 and size:
        found[min(at, size - 1)] = draw.randrange(256)
    elif what == 1 and size:
        found[min(at, size - 1)] ^= 1 << draw.randrange(8)
    elif what == 2:
        del found[at : at + width]
    elif what == 3:
        found[at:at] = found[at : at + width] * draw.choice((1, 2, 50))
    elif what == 4:
        del found[at : None if draw.random() < 0.3 else at + 1]
    elif what == 5:
        other = draw.randint(0, size)
        found[at:at] = found[other : other + width]
    elif what == 6:
        found[at:at] = draw.choice(TOKENS) * draw.choice((1, 1, 1, 3, 500))
    else:
        found[at : at + width] = draw.choice(TOKENS)


def _maybe(data: bytes, draw: Draw) -> bytes:
    return damaged(data, draw) if draw.random() < 0.7 else data


def _records(draw: Draw) -> list[bytes]:
    blocks = (
        answer(_maybe(PAGE, draw)), answer(gzip.compress(PAGE, mtime=0), Content_Encoding="gzip"),
        answer(chunked(PAGE), Transfer_Encoding="chunked"), answer(RSS, "application/rss+xml"),
    )  # fmt: skip
    chosen = [_maybe(block, draw) for block in draw.sample(blocks, 2)]
    found = [record(block) for block in chosen]
    return [_maybe(one, draw) for one in found]


def _rezipped(data: bytes, draw: Draw) -> bytes:
    """Return a zip archive with one of its members changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = draw.choice(sorted(members))
    members[name] = damaged(members[name], draw)
    return zipped(members)


def _book(draw: Draw) -> bytes:
    return _rezipped(BOOK, draw) if draw.random() < 0.7 else damaged(BOOK, draw)


def _zip(draw: Draw) -> bytes:
    inner = zipped({"x.html": _maybe(PAGE, draw)})
    data = zipped(
        {"a.html": _maybe(PAGE, draw), "b.txt": TEXT, "n.zip": inner, "c.warc.gz": packed(_records(draw))}
    )
    return _maybe(data, draw)


MAKERS: Mapping[str, Make] = {
    "html": lambda draw: damaged(PAGE, draw, 12),
    "txt": lambda draw: damaged(TEXT * draw.randint(1, 3), draw, 12),
    "mhtml": lambda draw: _maybe(mhtml(_maybe(PAGE, draw)), draw),
    "jsonl": lambda draw: damaged((ROW + "\n").encode() * 2, draw),
    "json": lambda draw: damaged(draw.choice((f"[{ROW}]", JSON_FEED)).encode(), draw),
    "csv": lambda draw: damaged(CSV, draw, 12),
    "xlsx": _book,
    "warc": lambda draw: _maybe(b"".join(_records(draw)), draw),
    "warc.gz": lambda draw: _maybe(packed(_records(draw)), draw),
    "wacz": lambda draw: _maybe(wacz(packed(_records(draw))), draw),
    "xml": lambda draw: damaged(draw.choice((RSS, ATOM)), draw, 12),
    "zip": _zip,
    "html.gz": lambda draw: _maybe(gzip.compress(_maybe(PAGE, draw), mtime=0), draw),
}
"""Every kind of input by its ending, with what makes a damaged one."""
KINDS = tuple(MAKERS)


def nth_input(seed: int, number: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of the nth input of a seed, the same on every machine."""
    draw = random.Random(f"{seed}:{number}")
    kind = KINDS[number % len(KINDS)]
    return kind, MAKERS[kind](draw)
