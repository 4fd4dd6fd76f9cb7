"""Reports of what happened abroad that name no source: they may rest on what the others of their story rest on."""

from dataclasses import replace

import pytest

from align.reading import read
from rujuk.lang.base import load as load_pack
from rujuk.outlets.base import load
from rujuk.weigh.afar import is_afar

OUTLETS = load()
PACK = load_pack("id")
HOME = OUTLETS.by_name("ANTARA")


@pytest.mark.parametrize(
    ("title", "text", "afar"),
    [
        ("Kereta anjlok di Madrid", "Sebuah kereta anjlok di Madrid, Spanyol, Senin.", True),
        ("Kereta anjlok di Bandung", "Sebuah kereta anjlok di Bandung, Jawa Barat, Senin.", False),
        (
            "WNI selamat dari kereta di Madrid",
            "Warga Indonesia selamat dari kereta yang anjlok di Madrid.",
            False,
        ),
        ("Kereta anjlok", "Sebuah kereta anjlok, Senin.", False),
        ("Pernikahan Retno", "Retno, yang pulang dari Spanyol, menikah, Senin.", False),
        ("Rupiah melemah", "Rupiah melemah ke 16.000 per dolar AS, dolar AS menguat, Senin.", False),
    ],
    ids=["abroad", "at home", "both", "no place", "where somebody has been", "a currency"],
)
def test_where_a_report_tells_of(title: str, text: str, afar: bool) -> None:
    document = read("a", text, title=title, language="id")
    assert is_afar(document, HOME, PACK) is afar
    assert not is_afar(document, None, PACK)


def test_an_outlet_of_that_country_is_at_home() -> None:
    document = read("a", "Sebuah kereta anjlok di Madrid, Spanyol, Senin.", language="id")
    assert HOME is not None
    assert not is_afar(document, replace(HOME, country="ES"), PACK)
    assert not is_afar(document, replace(HOME, country=""), PACK)
