"""Names of a story: other names of one person, and for which body a person speaks."""

from annotate.reader import article
from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.weigh.called import bodies_of, of_posts, other_names, roles, written_names
from weigh.builders import outlets

PACKS = load_all()


def read(text: str) -> Document:
    return annotate(article(text), packs=PACKS, outlets=outlets())


OFFICE = "Jembatan itu ambruk, kata Kepala Dinas Perhubungan Garut, Wirya Utama."
ALIAS = "Jembatan itu ambruk, kata Wirya Utama (Gus Iwir). Iwir lalu pulang."
PLAIN = "Jembatan itu ambruk subuh, kata Iwir."


def test_another_name_of_one_report_is_one_in_all() -> None:
    documents = [read(ALIAS), read(PLAIN)]
    written = written_names(documents, ["Iwir"], outlets())
    assert other_names(documents, written) == {"iwir": "Wirya Utama"}
    assert other_names(documents[1:], written) == {}


def test_a_person_is_of_the_body_of_the_office_that_any_report_gives() -> None:
    documents = [read(OFFICE), read(PLAIN)]
    bodies = bodies_of(roles(documents), [PACKS["id"]])
    found = of_posts(documents, bodies)
    assert found["wirya utama"].startswith("dinas perhubungan")
    assert "iwir" not in found


def test_a_person_of_two_bodies_is_of_neither() -> None:
    documents = [read(OFFICE), read(OFFICE.replace("Perhubungan", "Kesehatan"))]
    assert of_posts(documents, bodies_of(roles(documents), [PACKS["id"]])) == {}
