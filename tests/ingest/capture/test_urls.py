"""Canonical URLs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.ingest.capture.urls import canonical, own_address


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://Berita.Example/Baca/Satu#komentar", "https://berita.example/Baca/Satu"),
        ("https://berita.example/baca/1?utm_source=a&id=7&fbclid=x", "https://berita.example/baca/1?id=7"),
        ("https://berita.example/baca/1?id=7&page=2", "https://berita.example/baca/1?id=7&page=2"),
        ("https://berita.example:443/baca/1", "https://berita.example/baca/1"),
        ("https://berita.example:8080/baca/1", "https://berita.example:8080/baca/1"),
        (
            "https://berita.example/baca/feri-terbakar-di-wantuli/amp",
            "https://berita.example/baca/feri-terbakar-di-wantuli",
        ),
        ("https://berita.example/amp", "https://berita.example/amp"),
        ("https://berita.example/baca/1?amp=1", "https://berita.example/baca/1"),
        ("  https://berita.example/?p=12 ", "https://berita.example/?p=12"),
        ("https://berita.example/", None),
        ("ftp://berita.example/a", None),
        ("/baca/1", None),
        ("http://[::1/a", None),
        ("https://berita.example:abc/a", None),
        ("", None),
        (None, None),
    ],
)
def test_canonical(url: str | None, expected: str | None) -> None:
    assert canonical(url) == expected


@given(st.text())
def test_canonical_twice_is_once(text: str) -> None:
    for url in (text, f"https://berita.example/{text}"):
        once = canonical(url)
        assert once is None or canonical(once) == once


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<link rel="canonical" href="https://berita.example/baca/1?utm_medium=x">', "https://berita.example/baca/1"),
        ("<meta property='og:url' content='https://berita.example/baca?id=1&amp;b=2'>", "https://berita.example/baca?id=1&b=2"),
        ('<link rel="canonical" href="https://berita.example/"><meta property="og:url" content="https://berita.example/b">', "https://berita.example/b"),
        ('<link rel="canonical" href="/baca/1">', None),
        ('<meta property="og:url:x" content="https://berita.example/b">', None),
        ("<link " * 10_000, None),
    ],
)  # fmt: skip
def test_a_page_names_its_own_address(html: str, expected: str | None) -> None:
    assert own_address(html) == expected
