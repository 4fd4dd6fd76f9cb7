"""The page as a whole: everything is on it, every link lands, nothing is loaded, nothing hostile comes alive."""

import re
from dataclasses import replace

import pytest
from lxml import html

from render.builders import (
    MANIFEST,
    article,
    cited,
    claim,
    document,
    dossier,
    gap,
    origin,
    quotation,
    reuse,
    statement,
)
from render.ferry import ferry
from rujuk.model.dossier import Dossier
from rujuk.render import render
from rujuk.render.statements import value
from rujuk.render.wording import wording

HOSTILE = '<script>alert("x")</script><img src=http://jahat.example/x onerror=alert(1)> {{ 7*7 }} {% raw %} &amp; </style> \x00\u2028'


def tree(dossier: Dossier, language: str = "id"):
    return html.document_fromstring(render(dossier, language=language))


def words(node) -> str:
    return " ".join(node.text_content().split())


def hostile() -> Dossier:
    """Return a dossier in which every text that an outlet can choose is an attack."""
    a = article(
        HOSTILE,
        HOSTILE,
        f"{HOSTILE} satu.\n{HOSTILE} dua.",
        byline=HOSTILE,
        url="javascript:alert(1)",
        language='id" onload="x',
        published_at=HOSTILE,
    )
    b = article(
        "Kabar Selat", HOSTILE, f"{HOSTILE} satu.\n{HOSTILE} dua.", url='https://x.example/"><script>'
    )
    claims = [
        claim(a, f"{HOSTILE} satu", speaker=HOSTILE, via=(HOSTILE,)),
        claim(b, f"{HOSTILE} dua", modality="denied"),
    ]
    said = statement(
        "disputed",
        claims,
        [origin(HOSTILE, "agency", (a, HOSTILE), (b, HOSTILE))],
        gaps=[gap("place", (HOSTILE, claims[:1]), ("x", claims[1:]))],
        why=[HOSTILE],
    )
    spoken = quotation(a, a.text.split("\n")[0], HOSTILE, speaker="alert", role="script", via=[HOSTILE])
    documents = [document(a, quotations=[spoken], citations=[cited(a, "onerror", HOSTILE)]), document(b)]
    made = dossier(documents, [said], [reuse(a, b, HOSTILE, "verbatim")])
    return replace(made, title=HOSTILE, manifest={HOSTILE: [HOSTILE, {HOSTILE: HOSTILE}]})


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("build", [ferry, hostile], ids=["ferry", "hostile"])
class TestEveryPage:
    def test_nothing_is_loaded_and_nothing_runs(self, build, language):
        page = tree(build(), language)
        for tag in (
            "script",
            "img",
            "iframe",
            "object",
            "embed",
            "form",
            "link",
            "base",
            "video",
            "audio",
            "source",
        ):
            assert not page.xpath(f"//{tag}"), tag
        attributes = {name for node in page.iter() for name in node.attrib}
        assert not {name for name in attributes if name.startswith("on")} | attributes & {
            "src",
            "srcset",
            "action",
            "style",
        }
        assert len(page.xpath("//style")) == 1
        assert "url(" not in page.xpath("//style")[0].text
        assert "@import" not in page.xpath("//style")[0].text

    def test_the_policy_forbids_everything_but_inline_style(self, build, language):
        (policy,) = tree(build(), language).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")

    def test_links_stay_on_the_page_or_lead_to_the_web_safely(self, build, language):
        for link in tree(build(), language).xpath("//a"):
            href = link.get("href")
            if not href.startswith("#"):
                assert re.match(r"https?://", href)
                assert link.get("rel") == "noopener noreferrer nofollow"

    def test_every_anchor_is_there_once(self, build, language):
        page = tree(build(), language)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= set(ids)
        assert {name for value in page.xpath("//@aria-labelledby") for name in value.split()} <= set(ids)

    def test_every_statement_claim_quotation_and_article_has_its_place(self, build, language):
        made = build()
        ids = set(tree(made, language).xpath("//@id"))
        assert {f"s-{item.id}" for item in made.statements} <= ids
        assert {f"c-{one.id}" for item in made.statements for one in item.claims} <= ids
        assert {f"q-{item.id}" for item in made.quotations} <= ids
        assert {f"a-{item.id}" for item in made.articles} <= ids

    def test_the_page_can_be_written_and_is_the_same_each_time(self, build, language):
        assert render(build(), language=language).encode("utf-8") == render(
            build(), language=language
        ).encode("utf-8")

    def test_the_page_says_its_language(self, build, language):
        assert tree(build(), language).get("lang") == language

    def test_the_head_comes_first(self, build, language):
        assert render(build(), language=language).lstrip().startswith("<!doctype html>")


def test_hostile_text_is_shown_as_text():
    page = tree(hostile())
    shown = words(page)
    assert shown.count('<script>alert("x")</script>') > 15
    assert "{{ 7*7 }} {% raw %} &amp; </style>" in shown
    assert page.xpath("//h1")[0].text_content().startswith("<script>")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_claim_is_marked_in_its_sentence(language):
    made = ferry()
    page = tree(made, language)
    for item in made.statements:
        for one in item.claims:
            (node,) = page.xpath(f"//*[@id='c-{one.id}']")
            assert [mark.text for mark in node.xpath(".//mark")] == [span.text for span in one.spans]
            assert words(node.xpath(".//p[@class='sentence']")[0]) == " ".join(one.sentence.text.split())
            assert f"{one.spans[0].start}–{one.spans[0].end}" in words(node)


def test_a_status_is_said_in_words():
    shown = words(tree(ferry()))
    for expected in (
        "4 laporan, 2 asal independen",
        "3 laporan, 1 asal: Kantor Berita Rantau",
        "Kabar Selat ← Kantor Berita Rantau",
    ):
        assert expected in shown


def test_a_denied_claim_never_stands_without_its_mark():
    page = tree(ferry())
    for node in page.xpath("//*[contains(@class, 'said')]"):
        if "kemudi rusak" in words(node):
            assert words(node).startswith("diduga")
    assert "dibantah" in words(page)


def test_indirect_words_never_stand_without_their_cue():
    (quote,) = [node for node in tree(ferry()).xpath("//blockquote") if "kemudi kapal rusak" in words(node)]
    assert "membantah" in words(quote)


def test_the_same_words_stand_once_with_all_their_articles():
    page = tree(ferry())
    quotes = [node for node in page.xpath("//blockquote") if "Semua penumpang" in words(node)]
    assert len(quotes) == 1
    (under,) = quotes[0].xpath("following-sibling::div[1]")
    assert [chip.text for chip in under.xpath(".//a[@class='chip']")] == ["A", "B"]


def test_a_disputed_statement_in_the_summary_shows_its_values():
    page = tree(ferry())
    (section,) = page.xpath("//section[@aria-labelledby='summary']")
    for item in section.xpath(".//li"):
        if item.xpath(".//*[contains(@class, 'disputed')]"):
            assert len(item.xpath(".//p[@class='versus']//b")) == 2


def test_what_was_not_analysed_is_said():
    (section,) = tree(ferry()).xpath("//section[@aria-labelledby='missing']")
    assert "Bahasa “jv” belum didukung" in words(section)
    assert "2 kali" in words(section)


def test_the_order_of_manifest_keys_does_not_show():
    turned = dict(reversed(MANIFEST.items()))
    assert render(replace(ferry(), manifest=turned)) == render(ferry())


def test_a_dossier_of_nothing_but_one_article_is_a_page():
    page = tree(dossier([document(article(None, "", "x"), analysed=False)], []))
    assert "Tanpa judul" in words(page)
    assert page.xpath("//section[@aria-labelledby='differ']//p[@class='empty']")


@pytest.mark.parametrize(
    ("text", "element", "expected"),
    [
        ("2026-03-03", "date", "Selasa, 3 Maret 2026"),
        ("2026-03-03/2026-03-04", "date", "Selasa, 3 Maret 2026 – Rabu, 4 Maret 2026"),
        ("04.30", "time", "04.30"),
        ("12000 orang", "number", "12.000 orang"),
        ("1500 orang", "number", "1500 orang"),
        ("± 6.5 magnitude", "number", "± 6,5 magnitude"),
        ("15000–20000 IDR", "number", "15.000–20.000 IDR"),
        ("1.2e+07 IDR", "number", "1.2e+07 IDR"),
        ("2026-03-03", "name", "2026-03-03"),
    ],
)
def test_value(text, element, expected):
    assert value(text, element, wording("id")) == expected
