"""Two bodies that give the same figures hand on one list, in every statement of their story."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from rujuk.lang.base import load_all
from rujuk.model.statement import Alignment, Elements, Statement
from rujuk.weigh import weigh
from weigh.builders import Report, alignment, claim, document, outlets

RELIEF = "Badan Penanggulangan Bencana Daerah Sembada"
FIRE = "Dinas Pemadam Kebakaran dan Penyelamatan Sembada"
HOSPITAL = "Rumah Sakit Sembada"


def given(report: Report, figures: Sequence[str]) -> Alignment:
    """Return the alignment of one report whose claim gives these figures."""
    own = claim(report)
    return Alignment((replace(own, elements=Elements(how_many=tuple(sorted(figures)))),), (), ())


def both(left: str, right: str, figures: Sequence[str], more: Sequence[str] | None = None) -> Statement:
    """Return what two bodies say of the victims in a story where they also give these figures of the loss."""
    victims = [Report("a", "warta-nusa", speaker=left), Report("b", "harian-lazuardi", speaker=right)]
    losses = [replace(item, words="Kerugian dihitung petugas sejak Senin pagi.") for item in victims]
    pairs = [given(losses[0], figures), given(losses[1], figures if more is None else more)]
    loss = Alignment(tuple(sorted(c for own in pairs for c in own.claims)), (), ())
    texts = [replace(item, words=f"{item.words}\n{losses[0].words}") for item in victims]
    told = alignment(victims)
    documents = [document(item) for item in texts]
    statements = weigh([told, loss], documents, [], outlets=outlets(), packs=load_all())
    return next(item for item in statements if item.lead in {c.id for c in told.claims})


@pytest.mark.parametrize(
    ("figures", "more", "independent"),
    [
        (["281200000 IDR"], None, 1),
        (["7  rumah", "11  keluarga", "30  jiwa"], None, 1),
        (["7  rumah", "11  keluarga", "30  jiwa"], ["7  rumah", "12  keluarga", "30  jiwa"], 2),
        (["7  rumah", "11  keluarga", "1  orang"], None, 2),
        (["300000000 IDR"], None, 2),
        (["281200000 IDR"], ["281300000 IDR"], 2),
        ([], None, 2),
    ],
    ids=["an exact sum", "three counts", "two of three", "two and a one", "a round sum", "other sums", "nothing"],
)  # fmt: skip
def test_bodies_with_the_same_figures_are_one_origin(
    figures: list[str], more: list[str] | None, independent: int
) -> None:
    found = both(RELIEF, FIRE, figures, more)
    assert found.independent == independent
    assert any("one list" in line for line in found.why) == (independent == 1)
    assert found.independent == both(FIRE, RELIEF, figures, more).independent
