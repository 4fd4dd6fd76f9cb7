"""Headlines of web pages."""

import pytest

from rujuk.clean.body.title import choose_title
from rujuk.clean.lines.rules import rules_of
from rujuk.clean.markup.metadata import Metadata
from rujuk.lang.base import load_all
from rujuk.outlets.base import load

HEADLINE = "Feri Terbakar di Selat Wantuli, Tujuh Penumpang Dicari"


@pytest.mark.parametrize(
    "metadata",
    [
        Metadata(headlines=(HEADLINE,)),
        Metadata(headlines=(f"{HEADLINE} - Kompas.com",)),
        Metadata(headlines=(f"{HEADLINE} - Kompas.com Regional",)),
        Metadata(page_title=f"{HEADLINE} - Health :: Okezone Lifestyle"),
        Metadata(page_title=f"{HEADLINE} | Kabar Teluk", publishers=("Kabar Teluk",)),
        Metadata(headlines=(f"KapanLagi.com: {HEADLINE}",)),
        Metadata(headlines=(f"{HEADLINE} - Detik",), printed_headlines=("Berita", HEADLINE)),
        Metadata(printed_headlines=(HEADLINE,)),
    ],
)
def test_the_headline_and_no_section_or_outlet(metadata: Metadata) -> None:
    assert choose_title(metadata, rules_of(load_all()), load()) == HEADLINE


def test_a_dash_inside_a_headline_stays() -> None:
    title = "Dari Wantuli ke Wasambu - Perjalanan Terakhir Sebuah Feri"
    assert choose_title(Metadata(headlines=(title,)), rules_of(load_all()), load()) == title


def test_no_title_is_none() -> None:
    assert choose_title(Metadata(), rules_of(load_all()), load()) == ""
