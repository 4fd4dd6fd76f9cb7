"""Which person a pronoun or a definite noun takes up."""

import pytest

from annotate.reader import article, only_quotation, outlets
from rujuk.annotate import annotate
from rujuk.annotate.coreference import antecedent, scene
from rujuk.lang.base import load_all

ONE = "Bupati Rukmana Adiputra datang ke posko pada pagi hari."
TWO = f"{ONE} Gubernur Tirta Wibisana tiba sesudahnya."


def resolved(text: str, title: str = "") -> list[tuple[str, str]]:
    """Return each word or phrase that takes up a person, with the person's full name."""
    document = annotate(article(text, title=title), packs=load_all(), outlets=outlets())
    names = {entity.id: entity.name for entity in document.entities}
    return [(item.span.text, names[item.entity]) for item in document.references]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ONE} Ia menemui warga.", [("Ia", "Rukmana Adiputra")]),
        (f"{ONE} Beliau menemui warga.", [("Beliau", "Rukmana Adiputra")]),
        (f"{ONE} Menurut warga, politikus itu ramah.", [("politikus itu", "Rukmana Adiputra")]),
        (f"{ONE} Warga menyambut bupati tersebut.", [("bupati tersebut", "Rukmana Adiputra")]),
        (f"{ONE} Ia berjanji pihaknya akan membantu.", [("Ia", "Rukmana Adiputra"), ("pihaknya", "Rukmana Adiputra")]),
        (f"{TWO} Ia menemui warga.", [("Ia", "Tirta Wibisana")]),
        ("Ia menemui warga. Bupati Rukmana Adiputra datang.", []),
        ("Warga menunggu lama. Pria itu pulang.", []),
        (f"{ONE} Warga menyukai seorang politikus.", []),
        (f"{ONE} Istrinya ikut serta.", [("nya", "Rukmana Adiputra")]),
        (f"{ONE} Warga mengadu kepadanya.", [("nya", "Rukmana Adiputra")]),
        (f"{ONE} Kuasa hukumnya membantah.", [("nya", "Rukmana Adiputra")]),
        (f"{ONE} Akhirnya hujan reda, jumlahnya sedikit, katanya.", []),
        (f"{ONE} Hujan turun. Jalan putus. Sawah rusak. Warga lain sibuk. Rumahnya terendam.", []),
        (
            "Kepala Dinas Kesehatan Garut Rukmana Adiputra mengatakan pihaknya telah menyiapkan posko.",
            [("pihaknya", "Dinas Kesehatan Garut")],
        ),
    ],
)  # fmt: skip
def test_references(text: str, expected: list[tuple[str, str]]) -> None:
    assert resolved(text) == expected


def test_a_speaker_who_is_a_pronoun_is_the_person_named_just_before() -> None:
    text = "Kebijakan itu disusun oleh Rukmana Adiputra. Ia mengatakan bahwa bantuan segera tiba."
    speaker = only_quotation(text).speaker
    assert speaker is not None
    assert speaker.name == "Rukmana Adiputra"


def test_a_headline_and_the_body_are_told_apart() -> None:
    assert resolved("Warga menunggu lama. Ia pulang.", title="Rukmana Adiputra Tiba") == []


def test_who_is_named_later_changes_nothing() -> None:
    spans = [article("Satu. Dua. Tiga.").span(*place) for place in ((0, 5), (6, 10), (11, 16))]
    before = [(0, "a"), (6, "b")]
    assert antecedent(scene(spans, before), 8) == antecedent(scene(spans, [*before, (12, "c")]), 8)


def test_thousands_of_persons_and_pronouns_are_read() -> None:
    own = article("a. " * 5000)
    spans = [own.span(3 * number, 3 * number + 2) for number in range(5000)]
    told = scene(spans, [(3 * number, f"{number}") for number in range(5000)])
    assert {antecedent(told, 3 * number + 1) for number in range(5000)} == {
        f"{number}" for number in range(5000)
    }
