"""What the captures of a run are to each other: pages of one report, the same again, a part of another, versions."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from rujuk.clean import clean, gather
from rujuk.lang.base import load_all
from rujuk.model.dossier import unsourced
from rujuk.model.report import Notice
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

URL = "https://kabarteluk.example/berita/feri-terbakar-selat-wantuli"
TITLE = "Feri Terbakar di Selat Wantuli, Tujuh Orang Masih Dicari"
ONE = (
    "LABUAN TIRO – Sebuah feri yang membawa 48 penumpang terbakar di Selat Wantuli pada Selasa malam, dan tujuh orang masih dicari.",
    "“Api muncul dari ruang mesin dan cepat sekali menjalar ke geladak atas,” kata Nakhoda Daud Lameru kepada para wartawan.",
    "Kapal nelayan yang sedang melintas menolong penumpang pertama sebelum petugas datang dari pelabuhan.",
)
TWO = (
    "Kepala Kantor SAR Wantuli Rusdi Lambata mengatakan pencarian dilanjutkan pada Rabu pagi dengan empat kapal dan satu helikopter.",
    "Menurut dia, gelombang setinggi dua meter membuat regu penyelam harus menunggu sampai siang.",
)
THREE = (
    "Pemilik kapal, Perusahaan Layar Tiro, belum menjawab pertanyaan tentang surat kelaikan yang habis masa berlakunya.",
    "Feri itu terakhir diperiksa dua tahun lalu di galangan Meruas, kata seorang pegawai syahbandar.",
)
OTHER = "Warga Dusun Lande Memanen Kopi Lebih Awal karena Hujan"


def capture(
    name: str,
    *paragraphs: str,
    url: str = URL,
    own: str | None = None,
    title: str = TITLE,
    head: str = "",
    pager: str = "",
    at: str | None = None,
) -> Page:
    """Return a capture of a web page; `own` is the address that it gives as its own."""
    text = "".join(f"<p>{item}</p>" for item in paragraphs)
    data = f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><article>{text}</article>{pager}</body></html>"
    return Page(
        name,
        None,
        "html",
        data.encode(),
        f"{name}{len(data)}",
        url=url,
        canonical_url=own or url,
        captured_at=at,
    )


@pytest.fixture(scope="module")
def gathered() -> Callable[..., tuple[tuple[Article, ...], tuple[Notice, ...]]]:
    outlets = load()

    def run(*pages: Page) -> tuple[tuple[Article, ...], tuple[Notice, ...]]:
        results = [clean(page, packs=load_all(), outlets=outlets)[0] for page in pages]
        articles = [item for item in results if isinstance(item, Article)]
        assert len(articles) == len(pages)
        return gather(articles, {page.id: page for page in pages}, packs=load_all())

    return run


Gathered = Callable[..., tuple[tuple[Article, ...], tuple[Notice, ...]]]


def body(*parts: Sequence[str]) -> str:
    return "\n".join(line for part in parts for line in part)


def reasons(notices: Sequence[Notice]) -> list[str]:
    return [item.reason for item in notices]


ADDRESSES = {
    "parameter": ("?page=2", "?page=3"),
    "parameter in Indonesian": ("?halaman=2", "?halaman=3"),
    "path word": ("/halaman/2", "/halaman/3"),
    "bare number": ("/2", "/3"),
    "paragraph count": ("/10", "/20"),
    "page in a path": ("/page/2/", "/page/3/"),
}


class TestPages:
    @pytest.mark.parametrize("tails", ADDRESSES.values(), ids=ADDRESSES)
    def test_pages_of_one_report_are_joined_in_their_order(
        self, tails: tuple[str, str], gathered: Gathered
    ) -> None:
        pages = (
            capture("c.html", *THREE, url=URL + tails[1]),
            capture("a.html", *ONE),
            capture("b.html", *TWO, url=URL + tails[0]),
        )
        (article,), notices = gathered(*pages)
        assert article.text == body(ONE, TWO, THREE)
        assert [item.path for item in article.captures] == ["a.html", "b.html", "c.html"]
        assert (article.url, article.canonical_url, article.path) == (URL, URL, "a.html")
        assert reasons(notices) == ["joined_page"] * 3

    def test_every_character_points_to_the_capture_it_stands_in(self, gathered: Gathered) -> None:
        pages = (capture("a.html", *ONE), capture("b.html", *TWO, url=f"{URL}?page=2"))
        (article,), _ = gathered(*pages)
        texts = {page.path: page.data.decode() for page in pages}
        assert not list(unsourced(article))
        for line in article.text.split("\n"):
            start = article.text.index(line)
            (giver,) = article.captures_of(article.span(start, start + len(line)))
            assert line in texts[giver.path]
        (titled,) = article.captures_of(article.span(0, 4, "title"))
        assert titled.path == "a.html"
        across = article.span(article.text.index(TWO[0]) - 5, article.text.index(TWO[0]) + 5)
        assert [item.path for item in article.captures_of(across)] == ["a.html", "b.html"]

    def test_paragraphs_keep_the_path_in_the_page_they_are_from(self, gathered: Gathered) -> None:
        pages = (capture("a.html", *ONE), capture("b.html", *TWO, url=f"{URL}?page=2"))
        (article,), _ = gathered(*pages)
        told = {article.text[item.start : item.end]: item.path for item in article.paragraphs}
        assert told[ONE[1]].endswith("/p[2]")
        assert told[TWO[0]].endswith("/p[1]")

    @pytest.mark.parametrize(
        "page",
        [
            {"own": URL, "url": f"{URL}?page=2"},
            {"head": f'<link rel="prev" href="{URL}">'},
            {"head": f'<link href="{URL}?page=3" rel="next">', "url": f"{URL}?page=2"},
            {"pager": "<div>Halaman 2 dari 2</div>"},
        ],
        ids=["given address", "link to the page before", "link to the next page", "printed"],
    )
    def test_the_number_is_read_where_the_own_address_has_none(
        self, page: dict[str, str], gathered: Gathered
    ) -> None:
        found, _ = gathered(capture("a.html", *ONE), capture("b.html", *TWO, **{"own": URL, **page}))
        assert [item.text for item in found] == [body(ONE, TWO)]

    def test_a_lead_that_is_printed_again_is_furniture(self, gathered: Gathered) -> None:
        (article,), _ = gathered(
            capture("a.html", *ONE), capture("b.html", ONE[0], *TWO, url=f"{URL}?page=2")
        )
        assert article.text == body(ONE, TWO)
        assert [line.text for line in article.furniture if line.label == "repeat"] == [ONE[0]]

    def test_a_headline_with_a_page_number_is_the_same_headline(self, gathered: Gathered) -> None:
        found, _ = gathered(
            capture("a.html", *ONE),
            capture("b.html", *TWO, url=f"{URL}?page=2", title=f"{TITLE} - Halaman 2"),
        )
        assert [item.title for item in found] == [TITLE]

    @pytest.mark.parametrize("tail", ["?page=2", "/2"])
    def test_another_headline_is_another_report(self, tail: str, gathered: Gathered) -> None:
        found, _ = gathered(capture("a.html", *ONE), capture("b.html", *TWO, url=URL + tail, title=OTHER))
        assert len(found) == 2
        assert all(item.revises is None and not item.captures for item in found)

    def test_a_bare_number_alone_is_part_of_an_address(self, gathered: Gathered) -> None:
        (article,), notices = gathered(capture("a.html", *ONE, url=f"{URL}/2"))
        assert article.canonical_url == f"{URL}/2"
        assert notices == ()

    def test_a_bare_number_counts_pages_where_the_pager_leads_to_them(self, gathered: Gathered) -> None:
        pager = "".join(f"<a href='{URL}/{number}'>{number}</a> " for number in (1, 2, 3))
        pages = (("2.html", TWO, "/2"), ("3.html", THREE, "/3"))
        articles, notices = gathered(
            *(
                capture(name, *text, url=URL + tail, pager=f"<div>Halaman {pager}</div>")
                for name, text, tail in pages
            )
        )
        assert [(item.canonical_url, item.text) for item in articles] == [(URL, body(TWO, THREE))]
        assert [n.detail for n in notices if n.reason == "missing_pages"] == [
            f"{URL}: of 3 pages there is no capture of 1"
        ]

    @pytest.mark.parametrize(
        "pager", ["", "<div>Halaman 1 2 3</div>", f"<a href='{URL}/1'>1</a> <a href='{URL}/3'>3</a>"]
    )
    def test_without_such_a_pager_it_does_not(self, pager: str, gathered: Gathered) -> None:
        articles, _ = gathered(
            capture("2.html", *TWO, url=URL + "/2", pager=pager),
            capture("3.html", *THREE, url=URL + "/3", pager=pager),
        )
        assert sorted(item.canonical_url or "" for item in articles) == [f"{URL}/2", f"{URL}/3"]

    def test_missing_pages_are_said(self, gathered: Gathered) -> None:
        (article,), notices = gathered(
            capture("a.html", *ONE), capture("c.html", *THREE, url=f"{URL}?page=3")
        )
        assert article.text == body(ONE, THREE)
        assert [item.detail for item in notices if item.reason == "missing_pages"] == [
            f"{URL}: of 3 pages there is no capture of 2"
        ]
        _, alone = gathered(capture("a.html", *ONE, head=f'<link rel="next" href="{URL}?page=2">'))
        assert reasons(alone) == ["missing_pages"]

    @pytest.mark.parametrize(
        ("pager", "last"),
        [
            (f'<div>Halaman <a href="{URL}?page=2">2</a> <a href="{URL}?page=3">3</a></div>', 3),
            (f'<a href="{URL.partition("example")[2]}?halaman=2">Selanjutnya</a>', 2),
            ("<p>Simak berita selengkapnya di halaman selanjutnya.</p>", 2),
            ("<p>Halaman 1 2 3 Selanjutnya</p>", 3),
            (f'<a href="{URL}?page=all">Semua</a> <a href="{URL}-2?page=2">lain</a> <a href="{URL}?page=2#komentar">2</a>', 0),
        ],
        ids=["links", "a link without a host", "a word", "a row of numbers", "other links"],
    )  # fmt: skip
    def test_a_page_that_points_to_further_ones_is_not_the_whole(
        self, pager: str, last: int, gathered: Gathered
    ) -> None:
        (article,), notices = gathered(capture("a.html", *ONE, pager=pager))
        assert article.text == body(ONE)
        assert [item.detail.partition(": ")[2][:10] for item in notices] == (
            [f"of {last} pages"] if last else []
        )

    def test_a_link_to_the_next_report_is_no_page(self, gathered: Gathered) -> None:
        _, notices = gathered(
            capture(
                "a.html", *ONE, head='<link rel="next" href="https://kabarteluk.example/berita/lain?page=2">'
            )
        )
        assert notices == ()

    @pytest.mark.parametrize("whole", ["?page=all", "?single=1", "?showpage=all"])
    def test_pages_are_parts_of_the_capture_of_all_pages(self, whole: str, gathered: Gathered) -> None:
        (article,), notices = gathered(
            capture("a.html", *ONE),
            capture("b.html", *TWO, url=f"{URL}?page=2"),
            capture("all.html", *ONE, *TWO, url=URL + whole),
        )
        assert article.path == "all.html"
        assert article.text == body(ONE, TWO)
        assert {(item.path, item.use) for item in article.captures} == {
            ("a.html", "part"),
            ("b.html", "part"),
        }
        assert [item.path for item in article.givers] == ["all.html"]
        assert reasons(notices) == ["part_capture"] * 2


class TestVersions:
    def test_the_same_words_in_another_page_are_counted(self, gathered: Gathered) -> None:
        (article,), notices = gathered(
            capture("a.html", *ONE, at="2026-04-15T11:00:00Z"),
            capture("b.html", *ONE, pager="<p>Baca juga: Tips Naik Feri</p>", at="2026-04-15T12:00:00Z"),
            capture(
                "c.html",
                *(line.replace("“", '"').replace("”", '"') for line in ONE),
                at="2026-04-15T13:00:00Z",
            ),
        )
        assert (article.path, article.copies, article.revises) == ("a.html", 3, None)
        assert {(item.path, item.use) for item in article.captures} == {
            ("b.html", "repeat"),
            ("c.html", "repeat"),
        }
        assert reasons(notices) == ["duplicate_capture"] * 2

    def test_one_other_number_is_another_version(self, gathered: Gathered) -> None:
        later = (ONE[0].replace("tujuh orang", "sembilan orang"), *ONE[1:])
        found, notices = gathered(
            capture("a.html", *ONE, at="2026-04-15T11:00:00Z"),
            capture("b.html", *later, at="2026-04-15T12:00:00Z"),
        )
        by_path = {item.path: item for item in found}
        assert by_path["b.html"].revises == by_path["a.html"].id
        assert by_path["a.html"].revises is None
        assert reasons(notices) == ["recapture"]

    def test_a_paragraph_taken_back_is_another_version(self, gathered: Gathered) -> None:
        found, _ = gathered(
            capture("a.html", *ONE, *TWO, at="2026-04-15T11:00:00Z"),
            capture("b.html", *ONE, TWO[0], at="2026-04-15T12:00:00Z"),
        )
        assert {item.path: item.revises is not None for item in found} == {"a.html": False, "b.html": True}

    def test_a_capture_that_breaks_off_is_a_part(self, gathered: Gathered) -> None:
        (article,), notices = gathered(
            capture("a.html", *ONE, *TWO, *THREE, at="2026-04-15T11:00:00Z"),
            capture("b.html", *ONE[:2], at="2026-04-15T12:00:00Z"),
        )
        assert article.path == "a.html"
        assert [(item.path, item.use) for item in article.captures] == [("b.html", "part")]
        assert reasons(notices) == ["part_capture"]

    def test_the_last_change_orders_versions_without_a_time_of_capture(self, gathered: Gathered) -> None:
        def changed(hour: int) -> str:
            return f'<meta property="article:modified_time" content="2026-04-15T{hour}:00:00+07:00">'

        later = (ONE[0].replace("tujuh orang", "sembilan orang"), *ONE[1:])
        found, _ = gathered(
            capture("z.html", *ONE, head=changed(11)), capture("a.html", *later, head=changed(15))
        )
        assert {item.path: item.revises is not None for item in found} == {"z.html": False, "a.html": True}

    def test_a_page_that_comes_again_makes_a_version_with_the_other_pages(self, gathered: Gathered) -> None:
        later = (ONE[0].replace("tujuh orang", "sembilan orang"), *ONE[1:])
        found, _ = gathered(
            capture("a.html", *ONE, at="2026-04-15T11:00:00Z"),
            capture("b.html", *TWO, url=f"{URL}?page=2", at="2026-04-15T11:01:00Z"),
            capture("c.html", *later, at="2026-04-15T15:00:00Z"),
        )
        by_first = {item.path: item for item in found}
        assert by_first["a.html"].text == body(ONE, TWO)
        assert by_first["c.html"].text == body(later, TWO)
        assert by_first["c.html"].revises == by_first["a.html"].id

    def test_an_address_that_pages_of_nothing_in_common_give_makes_no_versions(
        self, gathered: Gathered
    ) -> None:
        """A site's software may name its section as the address of every report in it."""
        section = "https://kabarteluk.example/berita/daerah"
        found, notices = gathered(
            capture("a.html", *ONE, own=section),
            capture("b.html", *THREE, own=section, url=f"{URL}-lain", title=OTHER),
        )
        assert len(found) == 2
        assert all(item.revises is None for item in found)
        assert notices == ()

    @pytest.mark.parametrize("title", [TITLE, OTHER], ids=["one headline", "shared words"])
    def test_two_addresses_of_one_report_are_versions(self, title: str, gathered: Gathered) -> None:
        found, _ = gathered(
            capture("a.html", *ONE),
            capture("b.html", *ONE[:2], *THREE, own=URL, url=f"{URL}/amp", title=title),
        )
        assert sum(item.revises is not None for item in found) == 1

    def test_pages_that_are_kept_as_they_are_stay_apart(self, gathered: Gathered) -> None:
        pages = [
            replace(
                capture(name, url=url),
                kind="row",
                data=json.dumps({"text": text, "title": TITLE}).encode(),
                as_is=True,
            )
            for name, url, text in (("a.jsonl", URL, ONE[0]), ("b.jsonl", f"{URL}?page=2", TWO[0]))
        ]
        found, notices = gathered(*pages)
        assert {item.text for item in found} == {ONE[0], TWO[0]}
        assert all(item.revises is None and not item.captures for item in found)
        assert notices == ()

    def test_captures_without_an_address_are_never_brought_together(self, gathered: Gathered) -> None:
        pages = [
            Page(name, None, "html", capture(name, *ONE).data, name, url=None, canonical_url=None)
            for name in ("a.html", "b.html")
        ]
        found, notices = gathered(*pages)
        assert len(found) == 2
        assert notices == ()

    def test_the_order_of_captures_changes_nothing(self, gathered: Gathered) -> None:
        pages = (
            capture("a.html", *ONE),
            capture("b.html", *TWO, url=f"{URL}?page=2"),
            capture("c.html", *ONE, pager="<p>Cetak</p>"),
            capture("d.html", ONE[0], *THREE),
        )
        first = gathered(*pages)
        assert all(gathered(*order) == first for order in permutations(pages))
