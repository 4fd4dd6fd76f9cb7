"""What pages say of themselves, in the forms that sites write it."""

import json
from typing import Any

import pytest

from rujuk.clean.config import CleanConfig
from rujuk.clean.markup.blocks import parse
from rujuk.clean.markup.metadata import Metadata, read_metadata

TITLE = 'Tim SAR: "Feri Itu Kelebihan Muatan"'
ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2026-04-12T17:05:00+08:00"}


def read(head: str = "", body: str = "") -> Metadata:
    tree = parse(f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return read_metadata(tree, CleanConfig())


def script(data: Any) -> str:
    text = data if isinstance(data, str) else json.dumps(data)
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [{"@type": "WebSite"}, ARTICLE],
        {"@graph": [{"@type": "Organization", "name": "Kabar Teluk"}, ARTICLE]},
        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Cerita Lain Sama Sekali"}, ARTICLE]},
        {**ARTICLE, "headline": TITLE.replace('"', "&quot;")},
        {**ARTICLE, "@type": ["Article", "NewsArticle"]},
        json.dumps(ARTICLE)[:-1] + ",}",
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[" + json.dumps(ARTICLE) + "//]]>",
        json.dumps(ARTICLE) + ";",
    ],
)  # fmt: skip
def test_the_article_among_json_ld(data: Any) -> None:
    found = read(script(data))
    assert found.headlines == (TITLE,)
    assert found.dates == (("json_ld", "2026-04-12T17:05:00+08:00"),)


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        ({"@type": "Person", "name": "Gita Paramitha"}, ("Gita Paramitha",)),
        ([{"name": "Gita Paramitha"}, {"name": "Sahrul"}], ("Gita Paramitha, Sahrul",)),
        (["Gita Paramitha", "Sahrul"], ("Gita Paramitha, Sahrul",)),
        ({"name": ["Gita Paramitha"]}, ("Gita Paramitha",)),
        ({"@type": "Organization", "name": "Karsa Media"}, ()),
        ({"@id": "#gita"}, ("Gita Paramitha",)),
        ([], ()),
        (7, ()),
    ],
)
def test_writers_in_json_ld(author: Any, expected: tuple[str, ...]) -> None:
    data = {
        "@graph": [
            {"@type": "Person", "@id": "#gita", "name": "Gita Paramitha"},
            {**ARTICLE, "author": author},
        ]
    }
    assert read(script(data)).authors == expected


def test_editors_apart() -> None:
    found = read(
        '<meta name="content_editor" content="Laras Wening">',
        '<div class="byline">Oleh <span itemprop="author">Gita Paramitha</span></div><p>Editor: <i itemprop="editor">Laras Wening</i></p>',
    )
    assert found.editors == ("Laras Wening",)
    assert "Gita Paramitha" in found.printed_authors


def test_a_credit_of_a_picture_is_no_writer() -> None:
    assert (
        read(
            "",
            '<figure><span class="author">Sahrul Anam</span></figure><span class="author">KARSA/SAHRUL</span>',
        ).printed_authors
        == ()
    )


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta name="content_PublishedDate" content="2026-04-12 17:05:00">', "", ("meta", "2026-04-12 17:05:00")),
        ('<meta property="article:published_time" content="2026-04-12">', "", ("meta", "2026-04-12")),
        ('<meta name="dcterms.created" content="2026-04-12">', "", ("meta", "2026-04-12")),
        ('<meta name="sailthru.date" content="2026-04-12">', "", ("meta", "2026-04-12")),
        ('<meta name="parsely-pub-date" content="2026-04-12">', "", ("meta", "2026-04-12")),
        ("", '<span itemprop="datePublished" content="2026-04-12">kemarin</span>', ("meta", "2026-04-12")),
        ("", '<time class="updated" datetime="2026-04-13"></time><time datetime="2026-04-12"></time>', ("time", "2026-04-12")),
        ('<meta property="article:modified_time" content="2026-04-13">', "", ("modified", "2026-04-13")),
    ],
)  # fmt: skip
def test_dates_of_tags(head: str, body: str, expected: tuple[str, str]) -> None:
    assert read(head, body).dates == (expected,)


def test_an_address_that_the_page_gives() -> None:
    assert read('<link rel="canonical" href="https://karsa.example/1">').addresses == (
        "https://karsa.example/1",
    )


def test_a_kicker_and_a_headline_meet_with_a_space() -> None:
    assert read("", "<h1><span>Kecelakaan</span><span>Feri Tenggelam</span></h1>").printed_headlines == (
        "Kecelakaan Feri Tenggelam",
    )
