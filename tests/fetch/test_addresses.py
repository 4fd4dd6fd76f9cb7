import socket
import threading
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.fetch.addresses import is_public, read_address, resolve
from rujuk.fetch.failure import Failure


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://Warta.Example/berita/1?a=b#atas", "https://warta.example/berita/1?a=b"),
        ("HTTP://warta.example:80", "http://warta.example/"),
        ("https://warta.example:8443/x", "https://warta.example:8443/x"),
        (" https://warta.example/é dan ü ", "https://warta.example/%C3%A9%20dan%20%C3%BC"),
        ("https://wärta.example/a%20b", "https://xn--wrta-loa.example/a%20b"),
        ("http://[2001:4860::1]/a", "http://[2001:4860::1]/a"),
        ("http://warta.example/?q=é", "http://warta.example/?q=%C3%A9"),
    ],
)
def test_an_address_is_read_into_ascii(text: str, url: str) -> None:
    assert read_address(text).url == url


@pytest.mark.parametrize(
    "text",
    [
        "", "warta.example", "ftp://warta.example/a", "file:///etc/passwd", "javascript:alert(1)", "http://",
        "http:///a", "http://user:pw@warta.example/", "http://user@warta.example/", "http://warta.example\\@lain.example/",
        "http://warta.example/a\r\nHost: lain.example", "http://warta.example/\x00", "http://warta.example:99999/",
        "http://[::1/", "http://war ta.example/", "http://warta.example/" + "a" * 5000, "http://" + "a" * 300 + ".example/",
        "http://warta.example/\udc80", "http://-/", "http://[fe80::1%25eth0]/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(text: str) -> None:
    with pytest.raises(Failure) as failure:
        read_address(text)
    assert failure.value.reason == "bad_url"


@given(
    st.text(max_size=80), st.sampled_from(["", "http://", "https://warta.example/", "http://warta.example:"])
)
def test_any_text_is_an_ascii_address_without_blanks_or_none(text: str, head: str) -> None:
    try:
        url = read_address(head + text).url
    except Failure:
        return
    assert url.isascii()
    assert url.isprintable()
    assert " " not in url
    assert read_address(url).url == url


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.1", "100.64.0.1",
        "192.0.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1",
        "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2001:0:0:0:0:0:80ff:fffe",
    ],
)  # fmt: skip
def test_numbers_that_are_not_public(number: str) -> None:
    assert not is_public(ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_numbers_that_are(number: str) -> None:
    assert is_public(ip_address(number))


@given(st.ip_addresses(v=4))
def test_ipv4_written_as_ipv6_is_as_public_as_it_is(number: IPv4Address) -> None:
    for wrapped in (0xFFFF << 32, int(IPv6Address("64:ff9b::"))):
        assert is_public(IPv6Address(wrapped | int(number))) == is_public(number)


def answers(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in numbers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_one_private_number_among_public_ones_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "8.8.8.8", "192.168.0.1")
    with pytest.raises(Failure, match=r"192\.168\.0\.1") as failure:
        resolve(read_address("http://warta.example/"), (), 5.0)
    assert failure.value.reason == "private_address"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "localhost"]
)
def test_every_way_to_write_this_computer_is_refused(host: str) -> None:
    with pytest.raises(Failure) as failure:
        resolve(read_address(f"http://{host}/"), (), 5.0)
    assert failure.value.reason == "private_address"


def test_an_allowed_network_is_let_through_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    address = read_address("http://warta.example/")
    answers(monkeypatch, "127.0.0.1")
    assert resolve(address, ("127.0.0.1/32",), 5.0) == ("127.0.0.1",)
    answers(monkeypatch, "127.0.0.2")
    with pytest.raises(Failure):
        resolve(address, ("127.0.0.1/32",), 5.0)


def test_a_name_that_does_not_resolve_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(Failure) as failure:
        resolve(read_address("http://warta.example/"), (), 5.0)
    assert failure.value.reason == "unreachable"


def test_a_resolver_that_does_not_answer_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(60) and [])
    with pytest.raises(Failure, match=r"warta\.example") as failure:
        resolve(read_address("http://warta.example/"), (), 0.05)
    over.set()
    assert failure.value.reason == "timeout"
