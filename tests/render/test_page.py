"""The page as a whole: everything is on it, every link lands, nothing is loaded, nothing hostile comes alive."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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
from rujuk.model.statement import Claim, Element, Elements
from rujuk.render import render
from rujuk.render.statements import value
from rujuk.render.wording import wording

HOSTILE = '<script>alert("x")</script><img src=http://jahat.example/x onerror=alert(1)> {{ 7*7 }} {% raw %} &amp; </style> \x00\u2028'


def tree(made: Dossier, language: str = "id") -> Any:
    return html.document_fromstring(render(made, language=language))


def words(node: Any) -> str:
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
    def test_nothing_is_loaded_and_nothing_runs(self, build: Callable[[], Dossier], language: str) -> None:
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

    def test_the_policy_forbids_everything_but_inline_style(
        self, build: Callable[[], Dossier], language: str
    ) -> None:
        (policy,) = tree(build(), language).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")

    def test_links_stay_on_the_page_or_lead_to_the_web_safely(
        self, build: Callable[[], Dossier], language: str
    ) -> None:
        for link in tree(build(), language).xpath("//a"):
            href = link.get("href")
            if not href.startswith("#"):
                assert re.match(r"https?://", href)
                assert link.get("rel") == "noopener noreferrer nofollow"

    def test_every_anchor_is_there_once(self, build: Callable[[], Dossier], language: str) -> None:
        page = tree(build(), language)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))
        assert {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")} <= set(ids)
        assert {name for value in page.xpath("//@aria-labelledby") for name in value.split()} <= set(ids)

    def test_every_statement_claim_quotation_and_article_has_its_place(
        self, build: Callable[[], Dossier], language: str
    ) -> None:
        made = build()
        ids = set(tree(made, language).xpath("//@id"))
        assert {f"s-{item.id}" for item in made.statements} <= ids
        assert {f"c-{one.id}" for item in made.statements for one in item.claims} <= ids
        assert {f"q-{item.id}" for item in made.quotations} <= ids
        assert {f"a-{item.id}" for item in made.articles} <= ids

    def test_the_page_can_be_written_and_is_the_same_each_time(
        self, build: Callable[[], Dossier], language: str
    ) -> None:
        assert render(build(), language=language).encode("utf-8") == render(
            build(), language=language
        ).encode("utf-8")

    def test_the_page_says_its_language(self, build: Callable[[], Dossier], language: str) -> None:
        assert tree(build(), language).get("lang") == language

    def test_the_head_comes_first(self, build: Callable[[], Dossier], language: str) -> None:
        assert render(build(), language=language).lstrip().startswith("<!doctype html>")


def test_hostile_text_is_shown_as_text() -> None:
    page = tree(hostile())
    shown = words(page)
    assert shown.count('<script>alert("x")</script>') > 15
    assert "{{ 7*7 }} {% raw %} &amp; </style>" in shown
    assert page.xpath("//h1")[0].text_content().startswith("<script>")


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_claim_is_marked_in_its_sentence(language: str) -> None:
    made = ferry()
    page = tree(made, language)
    for item in made.statements:
        for one in item.claims:
            (node,) = page.xpath(f"//*[@id='c-{one.id}']")
            assert [mark.text for mark in node.xpath(".//mark")] == [span.text for span in one.spans]
            assert words(node.xpath(".//p[@class='sentence']")[0]) == " ".join(one.sentence.text.split())
            assert f"{one.spans[0].start}–{one.spans[0].end}" in words(node)


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, alphabet=st.characters()), st.text(alphabet=st.characters()), st.text())
def test_any_text_makes_a_page_that_loads_nothing(text: str, title: str, url: str) -> None:
    of = article(title or None, title, text, url=url, byline=url, published_at=title)
    alone = of.span(0, len(of.text))
    said = statement("single", [Claim((alone,), alone, "hedged", title, (url,), Elements())], [])
    page = render(dossier([document(of)], [said]))
    assert "\x00" not in page.encode("utf-8").decode("utf-8")
    parsed: Any = html.document_fromstring(page)
    assert not parsed.xpath("//script | //img | //iframe | //form | //*[@onload]")
    assert f"s-{said.id}" in parsed.xpath("//@id")


def test_a_status_is_said_in_words() -> None:
    shown = words(tree(ferry()))
    for expected in (
        "4 laporan, 2 asal independen",
        "3 laporan, 1 asal: Kantor Berita Rantau",
        "Kabar Selat ← Kantor Berita Rantau",
    ):
        assert expected in shown


def test_a_denied_claim_never_stands_without_its_mark() -> None:
    page = tree(ferry())
    told = [node for node in page.xpath("//*[@class='said']") if "kemudi rusak" in words(node)]
    assert [words(node).split()[0] for node in told] == ["dugaan", "dugaan"]
    (denial,) = [node for node in page.xpath("//li[starts-with(@id, 'c-')]") if "membantah" in words(node)]
    assert words(denial.xpath(".//span[@class='modal denied']")[0]) == "bantahan"


def test_a_statement_stands_in_its_sentence_with_its_own_words_set_off() -> None:
    page = tree(ferry())
    told = {
        words(node): [core.text for core in node.xpath(".//*[@class='core']")]
        for node in page.xpath("//*[@class='said']")
    }
    assert told["Menurut Kantor Berita Rantau, kapal itu mengangkut 151 orang."] == [
        "kapal itu mengangkut 151 orang"
    ]
    sentence = "Kantor Berita Rantau melaporkan kapal ditarik ke dermaga pada Rabu (4/3/2026)."
    assert told[sentence] == ["kapal ditarik ke dermaga pada Rabu (4/3/2026)"]


def test_statements_of_one_article_and_sentence_stand_together() -> None:
    of = article("Warta Nusa", "Hujan", "Hujan turun sejak pagi dan sungai meluap.")
    pieces = ("Hujan turun sejak pagi", "sungai meluap")
    both = [statement("single", [claim(of, piece)], []) for piece in pieces]
    page = tree(dossier([document(of)], both))
    (section,) = page.xpath("//section[@aria-labelledby='singles']")
    (sentence,) = section.xpath(".//p[@class='said']")
    assert [core.text for core in sentence.xpath("./*[@class='core']")] == [*pieces]
    assert {f"s-{item.id}" for item in both} <= set(section.xpath(".//article//@id"))


def test_an_endless_sentence_is_cut_around_the_claim() -> None:
    of = article("Warta Nusa", "Hujan", f"{'dan ' * 900}hujan turun sejak pagi{' lalu' * 900}")
    page = tree(dossier([document(of)], [statement("relayed", [claim(of, "hujan turun sejak pagi")], [])]))
    (told,) = page.xpath("//section[@aria-labelledby='summary']//p[@class='said']")
    assert words(told).startswith("… dan dan")
    assert words(told).endswith("lalu lalu …")
    assert len(words(told)) < 600


def test_indirect_words_never_stand_without_their_cue() -> None:
    (quote,) = [node for node in tree(ferry()).xpath("//blockquote") if "kemudi kapal rusak" in words(node)]
    assert "membantah" in words(quote)


def test_the_same_words_stand_once_with_all_their_articles() -> None:
    page = tree(ferry())
    quotes = [node for node in page.xpath("//blockquote") if "Semua penumpang" in words(node)]
    assert len(quotes) == 1
    (under,) = quotes[0].xpath("following-sibling::div[1]")
    assert [chip.text for chip in under.xpath(".//a[@class='chip']")] == ["A", "B"]


def test_a_disputed_statement_in_the_summary_shows_its_values() -> None:
    page = tree(ferry())
    (section,) = page.xpath("//section[@aria-labelledby='summary']")
    for item in section.xpath(".//li"):
        if item.xpath(".//*[contains(@class, 'disputed')]"):
            assert len(item.xpath(".//p[@class='versus']//b")) == 2


def test_a_copy_names_who_took_from_whom() -> None:
    (section,) = tree(ferry()).xpath("//section[@aria-labelledby='reuse']")
    assert "F (Suara Pesisir) mengambil dari B (Kabar Selat)" in words(section)
    assert [chip.text for chip in section.xpath(".//p[1]//a[@class='chip']")] == ["B", "F"]
    for left, right in [[words(node) for node in pair] for pair in section.xpath(".//div[@class='pair']")]:
        assert (left[0], right[0]) == ("B", "F")
        assert left[1:] == right[1:]


def test_origins_that_contradict_each_other_do_not_add_up() -> None:
    (section,) = tree(ferry()).xpath("//section[@aria-labelledby='differ']")
    assert "2 laporan" in words(section)
    assert "asal independen" not in words(section)


def test_outlets_without_a_name_are_told_apart() -> None:
    of = [article(None, f"Judul {number}", "Hujan turun sejak pagi.") for number in range(2)]
    said = statement(
        "relayed",
        [claim(own, "Hujan turun") for own in of],
        [origin("x", "agency", *((own, f"{own.path} < x") for own in of))],
    )
    page = words(tree(dossier([document(own) for own in of], [said])))
    assert "media tidak dikenal (A) ← x" in page
    assert "media tidak dikenal (B)" in page


def test_an_outlet_that_others_rest_on_is_no_own_reporting() -> None:
    a, b = (article(outlet, outlet, "Hujan turun sejak pagi.") for outlet in ("Warta Nusa", "Kabar Selat"))
    for of, expected in (((a,), "Warta Nusa (atas nama sendiri)"), ((a, b), "Warta Nusa (media)")):
        said = statement(
            "relayed",
            [claim(a, "Hujan turun"), claim(b, "Hujan turun")],
            [origin("Warta Nusa", "outlet", *((own, own.title) for own in of))],
        )
        assert expected in words(tree(dossier([document(a), document(b)], [said])))


def test_a_figure_that_grows_is_shown_in_the_order_of_publication() -> None:
    texts = ((9, "2026-01-02"), (5, "2026-01-01"))
    of = {
        number: article(
            f"Media {number}",
            f"Korban {number}",
            f"Korban tewas {number} orang di lokasi itu.",
            published_at=at,
        )
        for number, at in texts
    }
    claims = {number: claim(own, f"Korban tewas {number} orang") for number, own in of.items()}
    grows = gap("number", ("9 orang", [claims[9]]), ("5 orang", [claims[5]]), develops=True)
    said = statement("developing", [claims[9], claims[5]], [], gaps=[grows])
    page = tree(dossier([document(own) for own in of.values()], [said]))
    assert [words(node) for node in page.xpath("//p[@class='value']")] == ["5 orang", "9 orang"]
    assert "5 orang → 9 orang" in words(page)


def test_what_was_not_analysed_is_said() -> None:
    (section,) = tree(ferry()).xpath("//section[@aria-labelledby='missing']")
    assert "Bahasa “jv” belum didukung" in words(section)
    assert "2 kali" in words(section)


def test_the_order_of_manifest_keys_does_not_show() -> None:
    turned = dict(reversed(MANIFEST.items()))
    assert render(replace(ferry(), manifest=turned)) == render(ferry())


def test_a_dossier_of_nothing_but_one_article_is_a_page() -> None:
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
def test_value(text: str, element: Element, expected: str) -> None:
    assert value(text, element, wording("id")) == expected
