"""The verb against a server on this computer: what it captures, what it refuses, and how it behaves."""

import gzip
import io
import json
import socket
import threading
import zlib
from pathlib import Path
from typing import Any

import brotli
import pytest

from fetch.conftest import CERTIFICATE, PAGE, Run, Site, answer, moved
from rujuk.fetch import FetchConfig, Fetched, fetch
from rujuk.model.errors import ConfigError, InputError

OUTSIDE = "http://10.0.0.7/rahasia"


def reasons(found: Fetched) -> list[str]:
    return [drop.reason for drop in found.drops]


def one_drop(found: Fetched) -> tuple[str, str]:
    (drop,) = found.drops
    assert drop.stage == "fetch"
    return drop.reason, drop.detail


# what is captured


def test_a_page_is_captured_and_asked_for_by_its_own_name(site: Site, run: Run, out: Path) -> None:
    site.answers["/a"] = answer(PAGE)
    found = run(site.url("/a"))
    (capture,) = found.captures
    assert (capture.asked, capture.url, capture.links) == (site.url("/a"), site.url("/a"), None)
    assert found.drops == ()
    assert site.paths == ["/robots.txt", "/a"]
    head = site.requests[1].decode()
    assert f"Host: warta.example:{site.port}\r\n" in head
    assert "User-Agent: rujuk/" in head
    assert out.exists()


def test_redirects_are_followed_by_hand_and_captured_too(site: Site, run: Run) -> None:
    site.answers |= {
        "/a": moved("/b c?d=é"),
        "/b%20c?d=%C3%A9": moved(site.url("/e", "lain.example"), "301 x"),
        "/e": answer(PAGE),
    }
    (capture,) = run(site.url("/a")).captures
    assert capture.url == site.url("/e", "lain.example")
    assert site.paths == ["/robots.txt", "/a", "/b%20c?d=%C3%A9", "/robots.txt", "/e"]


def test_cookies_are_neither_kept_nor_sent(site: Site, run: Run) -> None:
    site.answers |= {
        "/a": answer("", "Location: /b", "Set-Cookie: s=1; Path=/", status="302 x"),
        "/b": answer(PAGE),
    }
    assert len(run(site.url("/a"), site.url("/b?2")).captures) == 1
    assert [request for request in site.requests if b"cookie" in request.lower()] == []


def test_the_same_address_twice_is_asked_once(site: Site, run: Run) -> None:
    site.answers["/a"] = answer(PAGE)
    assert len(run(site.url("/a"), site.url("/a")).captures) == 1
    assert site.paths == ["/robots.txt", "/a"]


def test_a_continue_before_the_answer_is_passed_over(site: Site, run: Run) -> None:
    site.answers["/a"] = b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n" + answer(PAGE)
    assert len(run(site.url("/a")).captures) == 1


# what is refused


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        (answer("x", status="404 Not Found"), "404"),
        (answer("x", status="500 Oh"), "500"),
        (answer("", status="204 No Content"), "204"),
        (answer("", status="302 Found"), "302"),
    ],
)
def test_what_is_not_ok_is_a_status(body: bytes, detail: str, site: Site, run: Run, out: Path) -> None:
    site.answers["/a"] = body
    reason, told = one_drop(run(site.url("/a")))
    assert reason == "http_status"
    assert detail in told
    assert not out.exists()
    assert [*out.parent.iterdir()] == []


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "application/octet-stream", "video/mp4"])
def test_what_no_reader_knows_is_not_taken(kind: str, site: Site, run: Run) -> None:
    site.answers["/a"] = answer(b"\x89PNG", kind=kind)
    assert one_drop(run(site.url("/a"))) == ("unknown_kind", kind)


@pytest.mark.parametrize(
    "to", [OUTSIDE, "http://[::1]/", "http://169.254.169.254/latest/meta-data", "http://localhost.:22/"]
)
def test_a_redirect_to_a_private_address_is_refused(to: str, site: Site, run: Run) -> None:
    site.answers["/a"] = moved(to)
    assert one_drop(run(site.url("/a"), allow_addresses=("127.0.0.1/32",)))[0] in {
        "private_address",
        "unreachable",
    }


def test_a_redirect_to_this_computer_is_refused_though_a_public_host_sent_it(site: Site, out: Path) -> None:
    found = fetch([site.url("/a")], out, config=FetchConfig(delay=0.0, retries=0))
    assert reasons(found) == ["private_address"]
    assert site.requests == []


@pytest.mark.parametrize(
    "to", ["ftp://warta.example/", "javascript:alert(1)", "http://a@warta.example/", "http://[/"]
)
def test_a_redirect_to_what_is_no_address_is_refused(to: str, site: Site, run: Run) -> None:
    site.answers["/a"] = moved(to)
    assert reasons(run(site.url("/a"))) == ["bad_url"]


def test_a_name_bound_anew_after_the_check_is_not_followed(
    site: Site, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers |= {"/robots.txt": answer("", kind="text/plain"), "/a": answer(PAGE)}
    numbers = iter(["127.0.0.1", "10.0.0.7"])

    def rebound(_host: str, port: int, **_: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(numbers), port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    assert one_drop(run(site.url("/a"))) == ("private_address", "warta.example is 10.0.0.7")
    assert site.paths == ["/robots.txt"]


def test_a_name_is_resolved_once_a_request_and_the_number_is_connected_to(
    site: Site, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/a"] = answer(PAGE)
    asked: list[str] = []
    resolve = socket.getaddrinfo

    def counted(host: str, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        return resolve(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", counted)
    run(site.url("/a"))
    assert [host for host in asked if host != "127.0.0.1"] == ["warta.example", "warta.example"]


def test_a_site_whose_name_is_never_resolved_is_given_up_once(
    site: Site, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.answers["/a"] = answer(PAGE)
    over, asked = threading.Event(), []
    resolve = socket.getaddrinfo

    def stuck(host: str, *rest: Any, **more: Any) -> Any:
        asked.append(host)
        if host == "diam.example":
            over.wait(60)
            raise socket.gaierror(-3, "Temporary failure in name resolution")
        return resolve(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", stuck)
    silent = [site.url(f"/{number}", "diam.example") for number in range(3)]
    found = run(*silent, site.url("/a"), resolve_seconds=0.05)
    over.set()
    assert reasons(found) == ["timeout"] * 3
    assert len(found.captures) == 1
    assert asked.count("diam.example") == 1


def test_circles_and_long_ways_end(site: Site, run: Run) -> None:
    site.answers |= {"/a": moved("/b"), "/b": moved("/a"), "/self": moved("/self")}
    site.answers |= {f"/{number}": moved(f"/{number + 1}") for number in range(20)}
    found = run(site.url("/a"), site.url("/self"), site.url("/0"))
    assert reasons(found) == ["redirects"] * 3
    assert "/6" not in site.paths


@pytest.mark.parametrize(
    "text",
    ["ftp://warta.example/", "http://", "http://warta.example:x/", "://"],
)
def test_a_bad_address_is_a_drop(text: str, run: Run) -> None:
    assert reasons(run(text)) == ["bad_url"]


def test_a_closed_port_is_unreachable(run: Run) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert reasons(run(f"http://warta.example:{port}/a")) == ["unreachable"]


# robots.txt


RULES = "User-agent: *\nDisallow: /\n\nUser-agent: Rujuk\nDisallow: /tutup*\nAllow: /tutup/buka$\nCrawl-delay: 0.01\n"


def test_robots_txt_is_obeyed_and_read_once(site: Site, run: Run) -> None:
    pages = {path: answer(PAGE) for path in ("/a", "/tutup/1", "/tutup/buka")}
    site.answers |= {**pages, "/robots.txt": answer(RULES, kind="text/plain"), "/b": moved("/tutup/1")}
    found = run(*(site.url(path) for path in (*pages, "/b")))
    assert [capture.url for capture in found.captures] == [site.url("/a"), site.url("/tutup/buka")]
    assert reasons(found) == ["robots", "robots"]
    assert site.paths == ["/robots.txt", "/a", "/tutup/buka", "/b"]


@pytest.mark.parametrize(
    ("robots", "reason"),
    [
        (answer("", status="503 Busy"), "robots"),
        (b"", "unreachable"),
        (b"SSH-2.0\r\n", "bad_response"),
        (moved("/robots.txt"), "redirects"),
        (moved(OUTSIDE), "private_address"),
        (answer("", status="403 No"), None),
        (answer(b"\x00\xff" * 50, kind="application/octet-stream"), None),
    ],
)
def test_a_robots_txt_that_fails_closes_the_site_and_one_that_is_missing_opens_it(
    robots: bytes, reason: str | None, site: Site, run: Run
) -> None:
    site.answers |= {"/robots.txt": robots, "/a": answer(PAGE)}
    assert reasons(run(site.url("/a"))) == ([reason] if reason else [])


def test_a_crawl_delay_beyond_the_time_of_the_run_is_not_broken(site: Site, run: Run) -> None:
    site.answers |= {
        "/robots.txt": answer("User-agent: *\nCrawl-delay: 600", kind="text/plain"),
        "/a": answer(PAGE),
    }
    assert reasons(run(site.url("/a"), total_seconds=30.0)) == ["timeout"]
    assert site.paths == ["/robots.txt"]


def test_one_host_is_asked_one_thing_at_a_time(site: Site, run: Run) -> None:
    inside, most, lock = 0, 0, threading.Lock()

    def slowly(wire: Any) -> None:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        threading.Event().wait(0.01)
        with lock:
            inside -= 1
        wire.write(answer(PAGE))

    site.answers |= {f"/{number}": slowly for number in range(4)}
    site.answers |= {"/lewat": moved(site.url("/3")), "/robots.txt": slowly}
    found = run(*(site.url(f"/{number}") for number in range(3)), site.url("/lewat", "lain.example"))
    assert len(found.captures) == 4
    assert (
        most <= 2
    )  # two hosts side by side: the server cannot tell them apart, each is asked one thing at a time


# bounds


def drip(head: bytes) -> Any:
    def slowly(wire: Any) -> None:
        wire.write(head)
        for _ in range(1000):
            wire.write(b"x")
            threading.Event().wait(0.02)

    return slowly


@pytest.mark.parametrize(
    "head",
    [b"", b"HTTP/1.1 200 OK\r\nX-", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"],
    ids=["status", "head", "body"],
)
def test_a_server_that_drips_is_left_in_time(head: bytes, site: Site, run: Run) -> None:
    site.answers["/a"] = drip(head)
    assert reasons(run(site.url("/a"), response_seconds=0.3)) == ["timeout"]


def test_what_comes_after_the_time_of_the_run_is_not_asked(site: Site, run: Run) -> None:
    site.answers |= {"/a": drip(b""), "/b": answer(PAGE)}
    assert reasons(run(site.url("/a"), site.url("/b"), total_seconds=0.3)) == ["timeout", "timeout"]
    assert "/b" not in site.paths


def endless(wire: Any) -> None:
    wire.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        wire.write(b"x" * 10_000)


def endless_head(wire: Any) -> None:
    while True:
        wire.write(b"HTTP/1.1 100 Continue\r\n\r\n")


@pytest.mark.parametrize(
    "body",
    [endless, endless_head, answer("x" * 300_000)],
    ids=["endless", "endless head", "giant"],
)
def test_a_giant_is_left_at_its_limit(body: Any, site: Site, run: Run) -> None:
    site.answers["/a"] = body
    assert reasons(run(site.url("/a"), max_bytes=200_000)) == ["too_large"]


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_is_not_blown_up(layers: int, site: Site, run: Run) -> None:
    data = bytes(5_000_000)
    for _ in range(layers):
        data = gzip.compress(data)
    coding = ", ".join(["gzip"] * layers)
    site.answers["/a"] = answer(data, f"Content-Encoding: {coding}")
    assert reasons(run(site.url("/a"), max_decoded=1_000_000)) == ["too_large"]


def test_a_bomb_in_brotli_is_not_blown_up(site: Site, run: Run) -> None:
    site.answers["/a"] = answer(brotli.compress(bytes(5_000_000)), "Content-Encoding: br")
    assert reasons(run(site.url("/a"), max_decoded=1_000_000)) == ["too_large"]


@pytest.mark.parametrize(
    ("data", "coding"),
    [
        (gzip.compress(PAGE.encode()), "gzip"),
        (gzip.compress(PAGE[:20].encode()) + gzip.compress(PAGE[20:].encode()), "x-gzip"),
        (zlib.compress(PAGE.encode()), "deflate"),
        (zlib.compress(PAGE.encode())[2:-4], "deflate"),
        (brotli.compress(PAGE.encode()), "br"),
        (gzip.compress(brotli.compress(PAGE.encode())), "br, gzip"),
        (PAGE.encode(), "identity"),
    ],
)
def test_compressed_pages_are_taken_as_they_are(data: bytes, coding: str, site: Site, run: Run) -> None:
    site.answers["/a"] = answer(data, f"Content-Encoding: {coding}")
    assert len(run(site.url("/a")).captures) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"SSH-2.0-OpenSSH\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 900\r\n\r\n<p>pendek",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<p>",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n<p>",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n",
        answer(b"<p>bukan gzip</p>", "Content-Encoding: gzip"),
        answer(gzip.compress(PAGE.encode())[:-12], "Content-Encoding: gzip"),
        answer(PAGE, "Content-Encoding: br"),
        answer(brotli.compress(PAGE.encode())[:-3], "Content-Encoding: br"),
        answer(PAGE, "Content-Encoding: compress"),
        answer(PAGE, "Content-Encoding: gzip, gzip, gzip"),
    ],
)  # fmt: skip
def test_a_broken_answer_is_a_drop(body: bytes, site: Site, run: Run) -> None:
    site.answers["/a"] = body
    assert reasons(run(site.url("/a"))) == ["bad_response"]


def test_bytes_beyond_the_content_length_are_not_part_of_it(site: Site, run: Run) -> None:
    site.answers["/a"] = answer(PAGE) + b"<p>lebih</p>"
    (capture,) = run(site.url("/a")).captures
    assert capture.bytes == len(answer(PAGE))


def test_the_bytes_of_a_run_are_bounded(site: Site, run: Run) -> None:
    site.answers |= {"/a": answer(PAGE), "/b": answer(PAGE)}
    found = run(site.url("/a"), site.url("/b"), max_total_bytes=10)
    assert (len(found.captures), reasons(found)) == (1, ["too_large"])


@pytest.mark.parametrize(
    ("first", "captures"),
    [
        (answer("", "Retry-After: 1", status="503 Busy"), 1),
        (answer("", status="500 Oh"), 0),
        (b"", 1),
        (b"SSH-2.0\r\n", 0),
    ],
)
def test_a_busy_server_is_asked_once_more(first: bytes, captures: int, site: Site, run: Run) -> None:
    site.answers["/a"] = [first, answer(PAGE)]
    assert len(run(site.url("/a"), retries=1).captures) == captures


# TLS


def test_a_certificate_that_nobody_vouches_for_is_refused(secure_site: Site, run: Run) -> None:
    reason, detail = one_drop(run(secure_site.url("/a", scheme="https")))
    assert reason == "unreachable"
    assert "certificate" in detail


def test_no_tls_where_it_was_asked_for_is_unreachable(site: Site, run: Run) -> None:
    site.answers["/a"] = answer(PAGE)
    assert reasons(run(site.url("/a", scheme="https"))) == ["unreachable"]


def test_the_certificate_is_held_against_the_name_and_not_the_number(
    secure_site: Site, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    secure_site.answers["/a"] = answer(PAGE)
    found = run(secure_site.url("/a", scheme="https"), secure_site.url("/a", "lain.example", "https"))
    assert [capture.asked for capture in found.captures] == [secure_site.url("/a", scheme="https")]
    assert reasons(found) == ["unreachable"]


# lists


def test_a_feed_leads_to_its_pages(site: Site, run: Run) -> None:
    feed = f"<rss><channel><link>/</link><item><link>/a</link></item><item><link>{site.url('/b')}</link></item></channel></rss>"
    site.answers |= {
        "/feed": answer(feed, kind="application/rss+xml"),
        "/a": answer(PAGE),
        "/b": answer(PAGE),
    }
    found = run(site.url("/feed"))
    assert [(capture.asked, capture.links) for capture in found.captures] == [
        (site.url("/a"), None),
        (site.url("/b"), None),
        (site.url("/feed"), 2),
    ]


def test_an_opml_leads_to_feeds_and_they_to_pages_in_turn(site: Site, run: Run, tmp_path: Path) -> None:
    def feed(*paths: str) -> bytes:
        items = [{"url": site.url(path)} for path in paths]
        version = "https://jsonfeed.org/version/1.1"
        return answer(json.dumps({"version": version, "items": items}), kind="application/feed+json")

    opml = tmp_path / "feeds.opml"
    outlines = "".join(f'<outline xmlUrl="{site.url(path)}"/>' for path in ("/f1", "/f2"))
    opml.write_text(f"<opml><body>{outlines}</body></opml>", encoding="utf-8")
    site.answers |= {"/f1": feed("/1", "/2", "/3"), "/f2": feed("/4", "/1")}
    site.answers |= {f"/{number}": answer(PAGE) for number in range(1, 5)}
    found = run(str(opml), limit=2)
    pages = [capture.asked for capture in found.captures if capture.links is None]
    assert pages == [site.url("/1"), site.url("/4")]
    assert [notice.reason for notice in found.notices] == ["limit"]


def test_a_sitemap_index_leads_to_sitemaps(site: Site, run: Run) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    index = f"<sitemapindex {space}><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"
    news = f"<urlset {space}><url><loc>/a</loc></url></urlset>"
    site.answers |= {
        "/": answer(index, kind="text/xml"),
        "/news.xml": answer(news, kind="text/xml"),
        "/a": answer(PAGE),
    }
    assert [capture.links for capture in run(site.url("/")).captures] == [1, None, 1]


def test_a_list_is_read_line_by_line(site: Site, run: Run, tmp_path: Path) -> None:
    site.answers |= {"/a": answer(PAGE), "/b": answer(PAGE)}
    path = tmp_path / "daftar.txt"
    path.write_text(f"# berita\n\n{site.url('/a')}\nbukan alamat\n{site.url('/b')}\n", encoding="utf-8")
    found = run(str(path), limit=0)
    assert len(found.captures) == 2
    assert [(drop.item, drop.reason) for drop in found.drops] == [("bukan alamat", "bad_url")]


def test_a_list_comes_from_standard_input(site: Site, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers["/a"] = answer(PAGE)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(site.url("/a").encode())))
    assert len(run("-").captures) == 1


def test_a_page_that_a_feed_names_is_no_feed_however_it_looks(site: Site, run: Run) -> None:
    feed = "<rss><channel><item><link>/again</link></item></channel></rss>"
    site.answers |= {"/feed": answer(feed), "/again": answer(feed)}
    assert [capture.links for capture in run(site.url("/feed")).captures] == [None, 1]


def test_an_empty_list_is_a_drop(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kosong.txt"
    path.write_text("# nanti\n", encoding="utf-8")
    assert reasons(run(str(path))) == ["no_articles"]


# setup


def test_a_file_that_is_there_is_never_touched(site: Site, run: Run, out: Path) -> None:
    out.write_bytes(b"lama")
    with pytest.raises(InputError, match="there already"):
        run(site.url("/a"))
    assert out.read_bytes() == b"lama"
    assert site.requests == []


def test_a_file_that_comes_meanwhile_is_not_overwritten(site: Site, run: Run, out: Path) -> None:
    def other(wire: Any) -> None:
        out.write_bytes(b"lain")
        wire.write(answer(PAGE))

    site.answers["/a"] = other
    with pytest.raises(InputError, match="meanwhile"):
        run(site.url("/a"))
    assert out.read_bytes() == b"lain"
    assert [*out.parent.iterdir()] == [out]


@pytest.mark.parametrize("name", ["captures.warc", "captures", "captures.zip"])
def test_a_name_of_another_kind_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.warc\.gz"):
        fetch(["http://warta.example/"], tmp_path / name)


def test_an_input_that_is_neither_address_nor_file_is_refused(run: Run, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither"):
        run(str(tmp_path / "tidak-ada.txt"))
    big = tmp_path / "besar.txt"
    big.write_text("x" * 50, encoding="utf-8")
    with pytest.raises(InputError, match="no list"):
        run(str(big), max_list_bytes=10)


@pytest.mark.parametrize(
    "changes",
    [
        {"agent": "a\r\nX: y"},
        {"agent": " "},
        {"agent": "é"},
        {"delay": -1.0},
        {"hosts": 0},
        {"allow_addresses": ("x",)},
    ],
)
def test_a_config_that_cannot_be_used_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ConfigError):
        FetchConfig(**changes)


def test_this_computer_is_refused_by_default() -> None:
    assert FetchConfig().allow_addresses == ()
