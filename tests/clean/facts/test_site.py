"""The rules of a page's outlet: which hold, and what they do to rows and to web pages."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rujuk.clean import clean
from rujuk.ingest.capture.pages import canonical_bytes
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page, PageKind
from rujuk.outlets.base import load

PACK = """
[[outlet]]
id = "wartanusa"
name = "Warta Nusa"
kind = "national"
country = "ID"
domains = ["warta-nusa.example"]

[[outlet.rules]]
from = 2021-03-01
until = 2023-01-01
seen = "made-up pages of 2021"
list_patterns = ['warta pilihan hari ini']
inline_patterns = ['◆ wn$']
desks = ["Meja Laut"]

[outlet.rules.line_patterns]
ad = ['kru warta nusa siaga .{3,80}']

[outlet.rules.elements]
caption = ["p.ket", "#foto"]
related = ["aside.lain"]
"""
LEAD = (
    "Sebuah kapal nelayan terbalik di perairan Wantuli pada Senin malam, dan lima awaknya diselamatkan warga."
)
LAST = "Kepala Desa Rejosari, Bagas Wiratama, mengatakan kapal itu dihantam ombak setinggi tiga meter."
AD = "Kru Warta Nusa siaga di Rejosari sepanjang pekan ini."
URL = "https://laut.warta-nusa.example/kapal-terbalik"
Read = Callable[..., Article]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    path = tmp_path / "a.toml"
    path.write_text(PACK, encoding="utf-8")
    outlets = load([path])

    def article_of(kind: PageKind, data: bytes, **changes: Any) -> Article:
        article, _ = clean(Page("a", None, kind, data, "0", **changes), packs=load_all(), outlets=outlets)
        assert isinstance(article, Article)
        return article

    return article_of


def row(read: Read, **fields: str) -> Article:
    own = {"title": "Kapal Terbalik", "text": f"{LEAD}\n{AD}\n{LAST}", **fields}
    return read("row", canonical_bytes(own), url=own.get("url"))


@pytest.mark.parametrize(
    ("fields", "applies"),
    [
        ({"url": URL, "published_at": "5 April 2021"}, True),
        ({"url": URL, "published_at": "2020-04-05"}, False),
        ({"url": URL, "published_at": "2023-01-01"}, False),
        ({"url": URL}, True),
        ({"url": URL + "/2020/04/05/a"}, False),
        ({"outlet": "Warta Nusa", "published_at": "2021-04-05"}, True),
        ({"outlet": "Karsa", "published_at": "2021-04-05"}, False),
        ({"published_at": "2021-04-05"}, False),
    ],
)
def test_a_rule_is_for_one_outlet_and_its_years(read: Read, fields: dict[str, str], applies: bool) -> None:
    assert (AD not in row(read, **fields).text) == applies


def test_the_time_of_the_capture_decides_before_that_of_publication(read: Read) -> None:
    fields = {"title": "Kapal", "text": f"{LEAD}\n{AD}\n{LAST}", "published_at": "2021-04-05", "url": URL}
    data = json.dumps(fields).encode()
    assert AD in read("row", data, url=URL, captured_at="2024-04-05T10:00:00Z").text
    assert AD not in read("row", data, url=URL, captured_at="2022-04-05T10:00:00Z").text


def test_what_a_rule_takes_off_is_kept_as_furniture(read: Read) -> None:
    text = f"{LEAD} \u25c6 WN\n{AD}\n{LAST}\nWarta Pilihan Hari Ini\nHarga Beras Naik Lagi di Wantuli"
    article = row(read, url=URL, text=text)
    assert article.text == f"{LEAD}\n{LAST}"
    assert ("ad", AD) in [(line.label, line.text) for line in article.furniture]
    related = [line.text for line in article.furniture if line.label == "related"]
    assert related == ["Warta Pilihan Hari Ini", "Harga Beras Naik Lagi di Wantuli"]


def test_a_desk_is_no_writer(read: Read) -> None:
    assert row(read, url=URL, author="Gita Paramitha - Meja Laut").byline == "Gita Paramitha"
    assert row(read, author="Gita Paramitha - Meja Laut").byline == "Gita Paramitha, Meja Laut"


HTML = f"""<html><head><title>Kapal Terbalik di Wantuli</title></head><body><article><h1>Kapal Terbalik di Wantuli</h1>
<p class="isi ket">Kapal nelayan yang terbalik itu ditarik warga ke tepi pantai Rejosari pada Selasa pagi.</p>
<p>{LEAD}</p><p>{LAST}</p><aside class="lain"><p>{LAST.replace("ombak", "angin")}</p></aside>
<div id="foto"><p>Warga Rejosari menonton kapal itu dari dermaga lama yang sudah tidak dipakai lagi.</p></div>
</article></body></html>""".replace("{", "").replace("}", "")


def test_elements_of_a_page_are_told_by_the_rules(read: Read) -> None:
    article = read("html", HTML.encode(), url=URL)
    assert article.text == f"{LEAD}\n{LAST}"
    assert article.captions.split("\n")[0].startswith("Kapal nelayan yang terbalik itu ditarik")
    assert "Warga Rejosari menonton" in article.captions
    assert LAST.replace("ombak", "angin") in [
        line.text for line in article.furniture if line.label == "related"
    ]


def test_another_outlets_page_is_read_without_them(read: Read) -> None:
    assert "ditarik warga" in read("html", HTML.encode(), url="https://karsa.example/kapal").text
    dated = HTML.replace(
        "<head>", '<head><meta property="article:published_time" content="2024-04-05T10:00:00+07:00">'
    )
    assert "ditarik warga" in read("html", dated.encode(), url=URL).text


def test_an_address_in_the_pages_own_tags_counts(read: Read) -> None:
    tagged = HTML.replace("<head>", f'<head><link rel="canonical" href="{URL}">')
    assert "ditarik warga" not in read("html", tagged.encode()).text
