"""What kind of origin a speaker is: an eyewitness by what he is called, a body whose word is a measurement."""

import pytest

from rujuk.lang.base import load
from rujuk.model.annotations import Attribution, Quotation
from rujuk.weigh.kinds import body_kind, speaker_kind
from weigh.builders import Report, article, document

WORDS = {
    "salah seorang penumpang kapal": "witness",
    "pedagang kain": "witness",
    "warga Desa Rejosari": "witness",
    "Ketua Warga Rejosari": "person",
    "saksi ahli": "person",
    "Kepala Dinas Perhubungan": "person",
    "wakil warga dalam rapat": "witness",
}


@pytest.mark.parametrize(("role", "kind"), WORDS.items())
def test_a_role_tells_an_eyewitness(role: str, kind: str) -> None:
    own = article(Report("a", words=f"{role} berkata"))
    said = Attribution(own.span(0, len(role)), None, role)
    quotation = Quotation(said.span, said.span, "direct", None, said, said, None, ())
    assert speaker_kind("Sari Wening", [quotation], document(Report("a")), load("id")) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Bursa Efek Indonesia", "data"), ("bei", "data"), ("Kementerian Pelayaran", "body"), ("USGS", "data")],
)
def test_an_exchange_or_a_sensor_network_gives_data(name: str, kind: str) -> None:
    assert body_kind(name, load("id")) == kind
    assert body_kind(name, None) == "body"


def test_a_noun_of_a_body_with_a_capital_is_no_person() -> None:
    assert speaker_kind("Polisi", [], document(Report("a")), load("id")) == "body"
    assert speaker_kind("Investigators", [], document(Report("a")), load("en")) == "body"
    assert speaker_kind("Wening", [], document(Report("a")), load("en")) == "person"


def test_a_description_of_people_is_a_witness_and_without_a_pack_a_body() -> None:
    assert speaker_kind("warga", [], document(Report("a")), load("id")) == "witness"
    assert speaker_kind("warga", [], document(Report("a")), None) == "body"
    assert speaker_kind("resident of the village", [], document(Report("a")), load("en")) == "witness"
