"""What labels tell of a name beside its kind, in the document and as corpora count names; names and labels are made up."""

import pytest

from annotate.reader import article, outlets
from annotate.test_name_union import MARKED, marks
from rujuk.annotate.document import annotate
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import load
from rujuk.model.annotations import Document


def read(*lines: str) -> Document:
    """The document of these sentences, whose labels are marked in them."""
    labels = {MARKED.sub(r"\1", line): marks(line) for line in lines}

    def labeller(texts: list[str]) -> list[list[Labelled]]:
        return [labels[text] for text in texts]

    page = article(" ".join(labels))
    return annotate(page, packs={"id": load("id")}, outlets=outlets(), labeller=labeller)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "apart", "places"),
    [
        pytest.param(
            "Kemarin Jepang menolak usul itu.", [], [("Jepang", "LOC")], id="a country that acts"
        ),
        pytest.param(
            "Rapat digelar di [Jepang|LOC].", [("Jepang", "LOC")], [("Jepang", "LOC")], id="a country as a place"
        ),
        pytest.param("Utusan [Moskow|PER] pulang.", [], [("Moskow", "LOC")], id="a city taken for a person acts"),
        pytest.param(
            "Kata [Badan Pangan Sembada (BPS)|ORG] kemarin.",
            [("Badan Pangan Sembada (BPS)", "ORG")],
            [("Badan Pangan Sembada", "ORG"), ("BPS", "ORG")],
            id="a body and its short form",
        ),
        pytest.param(
            "Kata [Kongres Umum Seruni (GNC)|ORG] kemarin.",
            [("Kongres Umum Seruni (GNC)", "ORG")],
            [("Kongres Umum Seruni", "ORG"), ("GNC", "ORG")],
            id="a short form of other letters, which the label takes in",
        ),
        pytest.param(
            "Kata [Badan Pangan Sembada|ORG] ([BPS|ORG]) kemarin.",
            [("Badan Pangan Sembada (BPS)", "ORG")],
            [("Badan Pangan Sembada", "ORG"), ("BPS", "ORG")],
            id="a short form that the text defines, labelled apart",
        ),
        pytest.param(
            "Kata [Damar Wicaksono|PER] ([Golkar|ORG]) kemarin.",
            [("Damar Wicaksono", "PER"), ("Golkar", "ORG")],
            [("Damar Wicaksono", "PER"), ("Golkar", "ORG")],
            id="a person and the party",
        ),
        pytest.param(
            "Mereka tiba di [kota Sembada|LOC].", [("kota Sembada", "LOC")], [("Sembada", "LOC")], id="a common noun"
        ),
        pytest.param(
            "Walrus dipamerkan di [akuarium Jepang|LOC].", [], [("Jepang", "LOC")], id="a thing of a country"
        ),
        pytest.param(
            "Mereka tiba di [wilayah Jepang|LOC].", [("wilayah Jepang", "LOC")], [("Jepang", "LOC")], id="a country's ground"
        ),
        pytest.param(
            "Seperti [dilansir Sembadny|LOC], hujan turun.", [("Sembadny", "LOC")], [("Sembadny", "LOC")], id="no common noun"
        ),
        pytest.param(
            "JAKARTA, KABAR SEMBADA - Hujan turun.", [("JAKARTA", "LOC")], [("JAKARTA", "LOC")], id="the place of a dateline"
        ),
        pytest.param(
            "Korban dibawa ke [Rumah Sakit Sembada|LOC].",
            [("Rumah Sakit Sembada", "LOC")],
            [("Rumah Sakit Sembada", "LOC")],
            id="a body's house",
        ),
    ],
)  # fmt: skip
def test_names_as_corpora_count_them(
    line: str, apart: list[tuple[str, str]], places: list[tuple[str, str]]
) -> None:
    document = read(line)
    assert [(span.text, kind) for span, kind in document.names("acts_apart")] == apart
    assert [(span.text, kind) for span, kind in document.names("places")] == places


def test_a_place_that_acts_is_one_entity_with_the_place() -> None:
    document = read("Kemarin Jepang menolak usul itu.", "Rapat digelar di [Jepang|LOC].")
    assert [mention.label for mention in document.mentions] == ["GPE", "LOC"]
    assert [(entity.name, entity.kind) for entity in document.entities] == [("Jepang", "LOC")]
    assert document.entities[0].places[0].kind == "country"


def test_a_name_told_by_another_sentence_acts_where_no_label_touches_it() -> None:
    lines = ("Rapat digelar di [Korea Utara|LOC].", "Kemarin Korea Utara menolak usul itu.")
    assert [mention.label for mention in read(*lines).mentions] == ["LOC", "GPE"]


def test_a_body_keeps_its_entity_where_its_house_is_meant() -> None:
    document = read(
        "Korban dibawa ke [Rumah Sakit Sembada|LOC].", "[Rumah Sakit Sembada|ORG] menolak bicara."
    )
    assert [mention.label for mention in document.mentions] == ["LOC", "ORG"]
    assert len(document.entities) == 1


def test_a_short_form_is_an_alias_of_the_one_entity() -> None:
    document = read("Kata [Kongres Umum Seruni (GNC)|ORG] kemarin.")
    (entity,) = document.entities
    assert (entity.name, entity.aliases) == ("Kongres Umum Seruni", ("GNC", "Kongres Umum Seruni"))


def test_rules_alone_tell_no_place_that_acts() -> None:
    page = article("Kemarin Jepang menolak usul itu.")
    document = annotate(page, packs={"id": load("id")}, outlets=outlets())
    assert [(mention.span.text, mention.label) for mention in document.mentions] == [("Jepang", "LOC")]
