"""Hundreds of reports of one statement: one origin where they are copies or take it from each other, whatever their number."""

import pytest

from rujuk.model.statement import Statement
from rujuk.weigh import weigh
from weigh.builders import Report, alignment, document, outlets

COPIES = 500
WORDS = "Lima perahu nelayan rusak dihantam ombak setinggi tiga meter di Pelabuhan Sukamulya."


def weighed(reports: list[Report]) -> Statement:
    (found,) = weigh([alignment(reports)], [document(item) for item in reports], (), outlets=outlets())
    return found


@pytest.mark.parametrize("outlet", [None, "Situs {}"], ids=["nobody knows whose", "an outlet each"])
def test_five_hundred_copies_have_one_origin(outlet: str | None) -> None:
    reports = [Report(f"r{at:03}", outlet and outlet.format(at), words=WORDS) for at in range(COPIES)]
    found = weighed(reports)
    assert len(found.article_ids) == COPIES
    assert (found.independent, found.status, found.disagreements) == (1, "relayed", ())


def test_outlets_that_cite_each_other_in_a_circle_are_one() -> None:
    names = ["warta-nusa", "harian-lazuardi", "suara-tanjung"]
    texts = ["Lima perahu rusak.", "Ombak merusak perahu warga.", "Perahu di teluk itu rusak."]
    shown = ["Warta Nusa", "Harian Lazuardi", "Suara Tanjung"]
    reports = [
        Report(name, name, via=(shown[(at + 1) % 3],), words=texts[at]) for at, name in enumerate(names)
    ]
    assert weighed(reports).independent == 1


def test_an_agency_that_cites_an_outlet_adds_nothing() -> None:
    reports = [
        Report("a", "warta-nusa", words="Lima perahu rusak."),
        Report("b", "kb-selat", via=("Warta Nusa",), words="Ombak merusak perahu warga."),
        Report("c", "harian-lazuardi", via=("Kantor Berita Selat",), words="Perahu di teluk itu rusak."),
    ]
    assert weighed(reports).independent == 1
