"""Saved web pages: body, metadata, and markup of the hostile kind."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rujuk.clean import clean
from rujuk.clean.markup.blocks import parse, visible_blocks
from rujuk.lang.base import load_all
from rujuk.model.report import REASONS, Dropped
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

Read = Callable[..., Article]

LEAD = "WANTULI, KABARTELUK.EXAMPLE – Jembatan gantung di Desa Meruas putus pada Minggu sore ketika dilewati rombongan pelayat."
SECOND = "“Tali sebelah kiri lepas lebih dulu, lalu orang-orang jatuh ke sungai,” kata Kepala Desa Meruas, Abdul Kadir Lantong."
THIRD = "Sebelas orang dirawat di Puskesmas Meruas, dua di antaranya patah tulang, menurut dokter jaga Melati Sombo."
FOURTH = "Dinas Pekerjaan Umum menyatakan jembatan itu terakhir diperiksa tiga tahun lalu dan akan dibongkar pekan depan."
BODY = "\n".join((LEAD, SECOND, THIRD, FOURTH))
TITLE = "Jembatan Gantung Putus di Meruas, Sebelas Orang Dirawat"
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Kabar Teluk"},
        {
            "@type": ["NewsArticle"],
            "headline": TITLE,
            "datePublished": "2026-04-12T17:05:00+08:00",
            "author": [{"@type": "Person", "name": "Rahmat Lakina"}],
            "publisher": {"@type": "Organization", "name": "Kabar Teluk"},
        },
    ],
}


def page(head: str = "", body: str = "", *, paragraphs: str = "") -> str:
    """Return a page of an outlet that does not exist."""
    links = "".join(
        f'<li><a href="/{word}">{word}</a></li>' for word in ("Nusantara", "Bisnis", "Olahraga", "Budaya")
    )
    other = "".join(
        f'<li><a href="/{n}">Warga Desa {name} Menggelar Panen Raya Padi di Sawah Milik Bersama</a></li>'
        for n, name in enumerate(("Buton", "Sorea", "Lande"))
    )
    text = paragraphs or "".join(f"<p>{line}</p>" for line in BODY.split("\n"))
    return f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE} - Kabar Teluk</title>{head}</head><body>
    <nav><ul>{links}</ul></nav><main><h2>Nusantara</h2><h1>{TITLE}</h1><div class="info">Rahmat Lakina - Kabar Teluk<br>
    Minggu, 12 April 2026 17:05 WITA</div><figure><img src="x.jpg"><figcaption>Jembatan gantung sebelum putus</figcaption>
    </figure><div class="isi">{text}</div><p><strong>Baca juga:</strong> <a href="/9">Daftar Jembatan Tua di Kertaloka</a></p>
    {body}</main><aside><h3>Berita Terkait</h3><ul>{other}</ul></aside><footer>Hak cipta © 2026 Kabar Teluk</footer></body></html>"""


class TestPage:
    def test_the_body_and_nothing_else(self, html: Read) -> None:
        assert html(page()).text == BODY

    def test_paragraphs_keep_their_path_in_the_page(self, html: Read) -> None:
        article = html(page())
        told = [(article.text[item.start : item.end], item.path) for item in article.paragraphs]
        below = "/html[1]/body[1]/main[1]/div[2]"
        assert told == [(line, f"{below}/p[{n}]") for n, line in enumerate(BODY.split("\n"), 1)]

    def test_paragraphs_parted_by_breaks(self, html: Read) -> None:
        assert html(page(paragraphs="<br><br>".join(BODY.split("\n")))).text == BODY

    def test_a_lead_in_a_box_of_its_own(self, html: Read) -> None:
        rest = "".join(f"<p>{line}</p>" for line in BODY.split("\n")[1:])
        assert html(page(paragraphs=f"<div><b>{LEAD}</b></div><div>{rest}</div>")).text == BODY

    def test_printed_metadata(self, html: Read) -> None:
        article = html(page())
        assert (article.title, article.byline) == (TITLE, "Rahmat Lakina")
        assert article.published_at == "2026-04-12T17:05:00+08:00"
        assert article.captions == "Jembatan gantung sebelum putus"
        assert article.dateline == "WANTULI, KABARTELUK.EXAMPLE"
        assert (article.dateline_place, article.dateline_mark) == ("WANTULI", "KABARTELUK.EXAMPLE")

    def test_declared_metadata(self, html: Read) -> None:
        article = html(page(f'<script type="application/ld+json">{json.dumps(LD)}</script>'))
        assert (article.title, article.byline) == (TITLE, "Rahmat Lakina")
        assert article.outlet is not None
        assert article.outlet.name == "Kabar Teluk"
        assert article.published_at == "2026-04-12T17:05:00+08:00"
        assert [item.origin for item in article.date_candidates] == ["json_ld", "printed"]

    def test_meta_tags(self, html: Read) -> None:
        head = (
            '<meta property="og:site_name" content="Kabar Teluk"><meta name="author" content="Kabar Teluk">'
            '<meta property="article:published_time" content="2026-04-12T09:05:00Z">'
        )
        article = html(page(head))
        assert article.outlet is not None
        assert article.outlet.name == "Kabar Teluk"
        assert article.byline == "Rahmat Lakina"
        assert ("meta", "2026-04-12T09:05:00+00:00") in [
            (item.origin, item.value) for item in article.date_candidates
        ]

    def test_the_address_names_the_outlet(self, html: Read) -> None:
        article = html(page(), canonical_url="https://regional.kompas.com/baca/1")
        assert article.outlet is not None
        assert article.outlet.id == "kompas-com"

    def test_a_wrong_lang_attribute_does_not_decide(self, html: Read) -> None:
        assert html(page()).language == "id"

    def test_as_is_still_finds_the_body_of_markup(self, html: Read) -> None:
        assert html(page(), as_is=True).text == BODY

    def test_a_row_may_hold_markup(self, row: Read) -> None:
        article = row(html=page(), url="https://kabarteluk.example/1", title="Jembatan Putus")
        assert (article.text, article.title) == (BODY, "Jembatan Putus")
        assert article.url == "https://kabarteluk.example/1"

    @pytest.mark.parametrize(
        "broken",
        ["[", '{"@type": "NewsArticle", "datePublished": 3', "[" * 50_000, '{"@graph": [null, 3, "x"]}'],
    )
    def test_broken_json_is_passed_over(self, html: Read, broken: str) -> None:
        assert html(page(f'<script type="application/ld+json">{broken}</script>')).text == BODY

    def test_scripts_and_hidden_things_are_not_seen(self, html: Read) -> None:
        body = "<script>var teks = 'Ini kalimat yang sangat panjang sekali di dalam skrip dan bukan berita sama sekali.';</script>"
        article = html(page(body=f"{body}<style>p {{}}</style><template><p>{LEAD}</p></template>"))
        kept = [article.text, *(line.text for line in article.furniture)]
        assert not any("skrip" in line for line in kept)


class TestBlocks:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            ("<p>satu</p><p>dua</p>", ["satu", "dua"]),
            ("<div>satu<br>dua<div>tiga</div>empat</div>", ["satu", "dua", "tiga", "empat"]),
            ("<p>satu <b>tebal</b>\n baris</p>", ["satu tebal baris"]),
            ("<p>satu<script>x</script> dua</p>", ["satu dua"]),
            ("<ul><li>a<li>b</ul>", ["a", "b"]),
            ("satu<!-- dua -->tiga", ["satutiga"]),
            ("<p>a&nbsp;&amp;&nbsp;b</p>", ["a & b"]),
        ],
    )
    def test_a_line_for_each_block(self, markup: str, expected: list[str]) -> None:
        tree = parse(markup)
        assert tree is not None
        assert [block.text for block in visible_blocks(tree)] == expected

    def test_links_and_captions_are_told_apart(self) -> None:
        tree = parse(
            '<div><p>abcd<a href="x">efgh</a></p><figure><figcaption>Foto</figcaption></figure></div>'
        )
        assert tree is not None
        text, caption = visible_blocks(tree)
        assert (text.linked, text.label, caption.label) == (0.5, None, "caption")

    def test_paragraphs_side_by_side_share_a_parent(self) -> None:
        tree = parse("<main><div><p>a</p><p>b</p></div><div><p>c</p></div></main>")
        assert tree is not None
        first, second, third = (block.place for block in visible_blocks(tree))
        assert first.parent == second.parent != third.parent
        assert first.grand == second.grand == third.grand

    def test_a_block_knows_its_path(self) -> None:
        tree = parse("<div>a</div><div>b<br>c<p>d</p></div>")
        assert tree is not None
        paths = [block.place.path.removeprefix("/html[1]/body[1]") for block in visible_blocks(tree)]
        assert paths[1:] == ["/div[2]", "/div[2]", "/div[2]/p[1]"]


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 50_000,
        "<b>" * 50_000 + "x",
        "<p " + "a=b " * 50_000 + ">x</p>",
        "<ul><li>" * 20_000,
        "<table><tr><td>" * 10_000,
        "<title>" + "a | " * 20_000 + "</title><p>x</p>",
        "<?xml version='1.0' encoding='utf-16'?><p>x</p>",
        "<svg><script>" * 1_000,
        "<frameset><frame src=x></frameset>",
        "<script>document.write('x')</script>",
        "<p>\0\ufffe\x1b</p>",
        "<",
        "&#x110000; &#0; &#xd800;",
    ],
)
def test_hostile_markup_is_no_body(content: str) -> None:
    result, _ = clean(Page("a.html", None, "html", content.encode(), "0"), packs=load_all(), outlets=load())
    assert isinstance(result, Dropped)
    assert result.reason in REASONS


TAGS = st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<a href=x>", "</a>", "<br>", "<li>", "<table>", "<!--", "-->", "<script>", "</script>", "<h1>", "<article>", "<blockquote>", f"<p>{LEAD}</p>", f"<p>{SECOND}</p>", THIRD, "<meta property='og:title' content='a'>"])  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.one_of(TAGS, st.text(max_size=20)), max_size=40))
def test_any_markup_is_an_article_or_a_drop(pieces: list[str]) -> None:
    """Every word of the body stands in the page, and the same page gives the same article."""
    data = "".join(pieces).encode("utf-8", "replace")
    one, _ = clean(Page("a.html", None, "html", data, "0"), packs=load_all(), outlets=load())
    two, _ = clean(Page("a.html", None, "html", data, "0"), packs=load_all(), outlets=load())
    assert one == two
    if isinstance(one, Article):
        assert one.id == Page("a.html", None, "html", data, "0").id
        assert Article.from_dict(one.to_dict()) == one
