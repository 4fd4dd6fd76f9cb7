"""Made-up web archives, workbooks, feeds and saved pages, written byte by byte."""

import base64
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

import openpyxl

HTML = (
    b'<html><head><title>Pasar Terbakar</title><link rel="canonical" href="https://karsa.example/1"></head>'
    b"<body><p>Api membakar pasar lama di Wantuli.</p></body></html>"
)


def digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


def record(block: bytes, kind: str = "response", url: str = "https://karsa.example/1", **more: str) -> bytes:
    content = (
        "application/http; msgtype=response" if kind == "response" else more.pop("content_type", "text/html")
    )
    headers = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2026-04-15T03:00:00Z",
        "Content-Type": content,
        "WARC-Block-Digest": digest(block),
        **{name.replace("_", "-"): value for name, value in more.items()},
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def answer(body: bytes = HTML, content_type: str = "text/html", status: int = 200, **more: str) -> bytes:
    headers = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in more.items())
    return f"HTTP/1.1 {status} X\r\nContent-Type: {content_type}\r\n{headers}\r\n".encode() + body


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 50] for at in range(0, len(body), 50)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def packed(records: Sequence[bytes]) -> bytes:
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def zipped(members: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def wacz(warc: bytes, wanted: str | None = None) -> bytes:
    found = wanted or "sha256:" + hashlib.sha256(warc).hexdigest()
    listed = {"resources": [{"path": "archive/data.warc.gz", "hash": found}]}
    return zipped(
        {
            "archive/data.warc.gz": warc,
            "datapackage.json": json.dumps(listed).encode(),
            "pages/pages.jsonl": b"{}\n",
        }
    )


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]], hidden: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def mhtml(body: bytes = HTML, charset: str = "utf-8") -> bytes:
    return (
        b"From: <Saved by Browser>\r\nSnapshot-Content-Location: https://karsa.example/1?utm_source=x\r\n"
        b"Date: Wed, 15 Apr 2026 10:00:00 +0700\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="batas"\r\n\r\n'
        b"--batas\r\nContent-Type: text/html; charset="
        + charset.encode()
        + b"\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://karsa.example/1?utm_source=x\r\n\r\n" + base64.encodebytes(body) + b"\r\n"
        b"--batas\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--batas--\r\n"
    )


RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Karsa</title><language>id</language>
<item><title>Pasar Terbakar</title><link>https://karsa.example/1</link><pubDate>Wed, 15 Apr 2026 10:00:00 +0700</pubDate>
<description>Ringkasan.</description><content:encoded><![CDATA[<p>Api membakar pasar lama di Wantuli.</p>]]></content:encoded></item>
<item><title>Jalan Rusak</title><link>https://karsa.example/2</link><description>Jalan di Wantuli rusak berat.</description></item>
</channel></rss>"""
