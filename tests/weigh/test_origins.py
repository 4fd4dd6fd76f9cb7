"""What one article says it rests on."""

from dataclasses import replace

import pytest

from annotate.reader import article, outlets
from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.text import OutletRef
from rujuk.weigh.names import fold
from rujuk.weigh.origins import cited_origins, open_desk


def origins(text: str, outlet: OutletRef = OutletRef("", "Kabar Sembada")) -> tuple[str, ...]:
    page = replace(article(text), outlet=outlet)
    return cited_origins(annotate(page, packs=load_all(), outlets=outlets()), outlets())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Kapal tiba pagi tadi,” kata Wirya Sembada, dikutip Antara.", ("ANTARA", "Wirya Sembada")),
        ("Kapal tiba pagi tadi, kata warga. Kapal itu kosong, kata seorang nelayan.", ()),
        ("Kapal itu tiba kemarin.", ()),
    ],
)
def test_named_origins_and_none_that_is_only_described(text: str, wanted: tuple[str, ...]) -> None:
    assert origins(text) == wanted


def test_another_outlet_of_the_owner_is_an_origin_and_the_own_one_is_none() -> None:
    own = OutletRef("detik", "detikcom")
    assert origins("Kapal tiba, dilansir CNN Indonesia.", own) == ("CNN Indonesia",)
    assert origins("Kapal tiba, dilansir detikcom.", own) == ()


def test_names_that_the_pack_knows_for_one_body_are_one() -> None:
    text = "Gempa terasa di laut, kata @infoBMKG. Gempa itu dangkal, kata Badan Meteorologi, Klimatologi, dan Geofisika."
    page = article(text)
    desk = open_desk(
        [annotate(page, packs=load_all(), outlets=outlets())],
        ["@infoBMKG", "Badan Meteorologi, Klimatologi, dan Geofisika"],
        outlets(),
        load_all(),
    )
    full = fold("Badan Meteorologi, Klimatologi, dan Geofisika")
    assert desk.names[fold("@infoBMKG")] == full
    assert desk.names[full] == full
