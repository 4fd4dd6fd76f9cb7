"""The headline above a flattened text, and galleries, which have none of their own."""

from collections.abc import Callable

import pytest

from clean.body.test_text import BODY, TITLE
from rujuk.clean.article import Cleaned
from rujuk.model.report import Dropped
from rujuk.model.text import Article, Page

Read = Callable[..., Article]
DATE = "Rabu, 15 April 2026 10:31 WIB"
NAMED = f"FOTO: {TITLE}"
CREDITED = "Feri terbakar di Selat Wantuli pada Selasa malam. Foto: Gita Paramitha"
SHOWN = [
    f"{told} (Foto: Gita Paramitha)"
    for told in (
        "Perahu hias melintas di Teluk Wantuli saat pawai laut.",
        "Penonton memenuhi dermaga sejak Minggu pagi di Labuan Tiro.",
        "Anak-anak menari di atas perahu milik Desa Sorea.",
        "Pawai ditutup dengan doa bersama di pantai.",
    )
]
PARADE = "Pawai Perahu Hias Meriahkan Teluk Wantuli"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        # tags under a headline are repeated in menus, and all of their words stand in the body
        (("Selat Wantuli", "Nasional", TITLE, DATE, "Selat Wantuli", "Daud Lameru"), TITLE),
        (("Rusdi Lambata", TITLE, DATE, "Rusdi Lambata"), TITLE),
        (("Daerah", NAMED, DATE, "Selat Wantuli"), NAMED),
        (("Daerah", TITLE, DATE, CREDITED), TITLE),
        ((TITLE, CREDITED, "Gita Paramitha", DATE), TITLE),
        ((TITLE, NAMED, "Gita Paramitha", DATE), TITLE),
    ],
)
def test_the_headline_beside_what_resembles_it(text: Read, above: tuple[str, ...], title: str) -> None:
    article = text("\n".join(("Beranda", *above, BODY)))
    assert (article.title, article.text) == (title, BODY)
    assert title not in article.captions.split("\n")


class TestGallery:
    def test_its_captions_are_its_text_and_it_has_the_headline_above_them(self, text: Read) -> None:
        article = text("\n".join(("Beranda", "Daerah", PARADE, DATE, "Bagikan", *SHOWN, "Indeks")))
        assert (article.title, article.text) == (PARADE, "\n".join(SHOWN))
        assert article.captions == ""

    @pytest.mark.parametrize("gap", [12, 40])
    def test_captions_far_from_it_are_those_of_other_stories(self, text: Read, gap: int) -> None:
        menu = [f"Rubrik {number}" for number in range(gap)]
        other = "Warga Sorea memanen padi. (Foto: Yusuf Arkana)"
        for lines in ((PARADE, DATE, *SHOWN, *menu, other), (other, *menu, PARADE, DATE, *SHOWN)):
            article = text("\n".join(lines))
            assert (article.title, article.text, article.captions) == (PARADE, "\n".join(SHOWN), other)

    def test_two_pictures_are_none(self, clean_page: Callable[[Page], Cleaned]) -> None:
        page = Page("a.txt", None, "text", "\n".join((PARADE, DATE, *SHOWN[:2])).encode(), "0")
        assert clean_page(page)[0] == Dropped("a.txt", "clean", "no_body", "under 20 words of running text")


@pytest.mark.parametrize(
    ("line", "is_caption"),
    [
        ("Feri yang terbakar ditarik ke Pelabuhan Labuan Tiro © KarsaMedia/Gita Paramitha", True),
        ("Nakhoda Daud Lameru di Pelabuhan Labuan Tiro (Foto: Gita Paramitha)", True),
        ("Feri itu dibuat pada 2009 dan diperiksa tiap tahun, menurut dokumen kapal.", False),
        ("Foto yang beredar itu (dok. warga) memperlihatkan api di geladak atas.", False),
    ],
)
def test_captions_between_the_paragraphs(text: Read, line: str, is_caption: bool) -> None:
    first, *rest = BODY.split("\n")
    article = text("\n".join((TITLE, DATE, first, line, *rest)))
    assert (line in article.captions.split("\n")) == is_caption
    assert article.text == (BODY if is_caption else "\n".join((first, line, *rest)))
