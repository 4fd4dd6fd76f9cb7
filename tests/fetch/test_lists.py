import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.fetch.lists import Link, links_of_document, links_of_text

BASE = "https://warta.example/feed/"


@pytest.mark.parametrize(
    ("document", "links"),
    [
        ('<?xml version="1.0"?><!-- x --><rss><channel><link>/</link><item><link> /a </link></item></channel></rss>', ["/a"]),
        ('<feed xmlns="http://www.w3.org/2005/Atom"><link href="/"/><entry><link rel="self" href="/s"/><link href="b"/></entry></feed>', ["/feed/b"]),
        ('<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel/><item><link>/a</link></item></rdf:RDF>', ["/a"]),
        ('<urlset><url><loc>/a</loc><image><loc>/gambar</loc></image></url><url><loc>/b</loc></url></urlset>', ["/a", "/b"]),
        ('{"version": "https://jsonfeed.org/version/1", "items": [{"url": "/a"}, {"url": 3}, 4]}', ["/a"]),
        ('<opml><body><outline text="x"><outline htmlUrl="/h"/></outline></body></opml>', ["/h"]),
        ("<rss><channel><item><link>/a</link></item><item><link>/b", ["/a", "/b"]),
        ("<rss><channel><item><link>/a</link></item><item><link>/a</link></item></channel></rss>", ["/a"]),
        ("<rss/>", []),
    ],
)  # fmt: skip
def test_pages_of_a_document(document: str, links: list[str]) -> None:
    found = links_of_document(document.encode(), BASE)
    assert found == [Link(f"https://warta.example{link}") for link in links]


@pytest.mark.parametrize(
    "document",
    [
        '<opml><outline xmlUrl="/f" htmlUrl="/h"/></opml>',
        "<sitemapindex><sitemap><loc>/f</loc></sitemap></sitemapindex>",
    ],
)
def test_lists_of_a_document(document: str) -> None:
    assert links_of_document(document.encode(), BASE) == [Link("https://warta.example/f", is_list=True)]


@pytest.mark.parametrize(
    "document",
    [
        "",
        "<html><a href='/a'>a</a></html>",
        "teks biasa",
        "{",
        '{"items": []}',
        "[" * 100_000,
        "{" * 100_000,
        "<",
        "<!DOCTYPE html><p>a",
    ],
)
def test_what_is_no_list(document: str) -> None:
    assert links_of_document(document.encode(), BASE) is None


def test_nothing_is_loaded_or_expanded() -> None:
    document = (
        '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        "<rss><channel><item><link>/x&f;&b;</link></item></channel></rss>"
    )
    found = links_of_document(document.encode(), BASE)
    assert found == [Link("https://warta.example/x")]


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<rss><item><link>", b'{"version": "jsonfeed.org", ', b"<opml>"]),
)
def test_no_bytes_break_it(data: bytes, head: bytes) -> None:
    found = links_of_document(head + data, BASE)
    assert found is None or all(isinstance(link, Link) for link in found)


def test_a_text_s_lines() -> None:
    assert [link.url for link in links_of_text("a\n\n # b\nc\r\n")] == ["a", "c"]
