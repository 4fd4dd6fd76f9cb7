"""The capture file, read back by warcio itself and against its own bytes."""

import gzip
import re
import uuid
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from fetch.conftest import PAGE, Run, Site, answer, moved

CHUNKED = (
    b"HTTP/1.1 200 OK\r\nserver:   Warta \r\nContent-type: text/html\r\nX-Twice: 1\r\nx-twice: 2\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>Ka\r\n6;x=y\r\nbar</p>\r\n0\r\n\r\n".replace(
        b"6;x=y\r\nbar", b"7;x=y\r\nbar"
    )
)


def test_request_and_response_are_the_bytes_that_went_over_the_wire(site: Site, run: Run, out: Path) -> None:
    site.answers |= {"/a": moved("/b"), "/b": CHUNKED}
    assert run(site.url("/a")).drops == ()
    data = gzip.decompress(out.read_bytes())
    assert data.count(CHUNKED + b"\r\n\r\n") == 1
    assert data.count(moved("/b") + b"\r\n\r\n") == 1
    for request in site.requests[1:]:
        assert data.count(request + b"\r\n\r\n") == 1


def test_another_program_reads_what_was_captured(site: Site, run: Run, out: Path) -> None:
    zipped = answer(gzip.compress(PAGE.encode()), "Content-Encoding: gzip")
    site.answers |= {"/a": moved("/b"), "/b": CHUNKED, "/c": zipped}
    run(site.url("/a"), site.url("/c"))
    read = []
    with out.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            head = record.rec_headers
            assert head.protocol == "WARC/1.1"
            assert uuid.UUID(head["WARC-Record-ID"].strip("<>").removeprefix("urn:uuid:"))
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z", head["WARC-Date"])
            if record.rec_type == "response":
                assert head["WARC-IP-Address"] == "127.0.0.1"
                assert head["WARC-Payload-Digest"]
                read.append((head["WARC-Target-URI"], record.content_stream().read()))
    assert read == [
        (site.url("/a"), b""),
        (site.url("/b"), b"<p>Kabar</p>"),
        (site.url("/c"), PAGE.encode()),
    ]


def test_every_record_has_its_kind_and_its_pair(site: Site, run: Run, out: Path) -> None:
    site.answers["/a"] = answer(PAGE)
    run(site.url("/a"), agent="warung/2.0 (redaksi@warung.example)")
    with out.open("rb") as stream:
        records = [
            (record.rec_type, record.rec_headers, record.content_stream().read())
            for record in ArchiveIterator(stream)
        ]
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request"]
    assert records[2][1]["WARC-Concurrent-To"] == records[1][1]["WARC-Record-ID"]
    assert b"warung/2.0 (redaksi@warung.example)" in records[0][2]
    assert b"robots: obey" in records[0][2]


def test_the_file_passes_warcio_s_own_check(site: Site, run: Run, out: Path) -> None:
    site.answers |= {"/a": moved("/b"), "/b": CHUNKED}
    run(site.url("/a"))
    check = Checker(type("Command", (), {"inputs": [str(out)], "verbose": False}))
    check.process_all()
    assert check.exit_value == 0


def test_each_record_is_compressed_on_its_own(site: Site, run: Run, out: Path) -> None:
    site.answers["/a"] = answer(PAGE)
    run(site.url("/a"))
    assert out.read_bytes().count(b"\x1f\x8b\x08") >= 3


def test_two_ways_to_one_page_write_it_once(site: Site, run: Run, out: Path) -> None:
    site.answers |= {"/a": moved("/c"), "/b": moved("/c"), "/c": answer(PAGE)}
    assert len(run(site.url("/a"), site.url("/b")).captures) == 2
    with out.open("rb") as stream:
        urls = [
            record.rec_headers["WARC-Target-URI"]
            for record in ArchiveIterator(stream)
            if record.rec_type == "response"
        ]
    assert sorted(urls) == [site.url("/a"), site.url("/b"), site.url("/c")]
