"""What a headline rests on."""

from dataclasses import replace

import pytest

from annotate.reader import article
from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.statement import Claim, Elements
from rujuk.model.text import OutletRef
from rujuk.weigh.headlines import follow
from rujuk.weigh.nodes import Trail
from rujuk.weigh.origins import open_desk
from weigh.builders import outlets

TITLE = "Kapal Barang Tenggelam di Perairan Sembada"
OFFICIAL = "“Kami masih mendata,” kata Bupati Garut, Wirya Utama."


def trail(*sentences: str, title: str = TITLE) -> Trail:
    """Return how the headline of an article of these sentences is sourced."""
    page = replace(article("\n".join(sentences)), title=title, outlet=OutletRef("warta-nusa", "Warta Nusa"))
    document = annotate(page, packs=load_all(), outlets=outlets())
    desk = open_desk([document], (), outlets(), load_all())
    span = page.span(0, len(title), "title")
    return follow(Claim((span,), span, "asserted", None, (), Elements()), desk)


@pytest.mark.parametrize(
    ("below", "names", "own"),
    [
        ("Pantauan Warta Nusa di lokasi, kapal barang tenggelam di perairan Sembada.", (), True),
        ("Kapal barang tenggelam di perairan Sembada, kata Marlina, nelayan setempat.", ("Marlina",), False),
        ("Kapal barang itu tenggelam di perairan Sembada.", (), False),
        # three words in common of five are enough, two are not
        ("Pantauan Warta Nusa di lokasi, sebuah kapal tenggelam di Sembada.", (), True),
        ("Pantauan Warta Nusa di lokasi, ombak di perairan Sembada tinggi.", (), False),
    ],
)
def test_a_headline_rests_on_what_the_sentence_below_rests_on(
    below: str, names: tuple[str, ...], own: bool
) -> None:
    found = trail(below, OFFICIAL)
    assert tuple(node.name for node in found.nodes) == names
    assert found.own is own
    assert found.claim.part == "title"


def test_a_headline_that_two_sentences_tell_as_well_follows_neither() -> None:
    seen = "Pantauan Warta Nusa di lokasi, kapal barang tenggelam di perairan Sembada."
    said = "Kapal barang tenggelam di perairan Sembada, kata Marlina, nelayan setempat."
    assert not trail(seen, said).own
    assert not trail(seen, said).nodes
