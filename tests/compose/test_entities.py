"""Which names of several articles are one person, body or place, and what a dossier says of them."""

from itertools import permutations

import pytest

from annotate.reader import outlets
from builders import article
from rujuk.annotate import annotate
from rujuk.compose.entities import story_entities
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.dossier import StoryEntity


def read(number: int, text: str) -> Document:
    """Return the document of an article of an outlet of its own."""
    return annotate(
        article(f"{number:016x}", text, outlet=f"Kabar {number}"), packs=load_all(), outlets=outlets()
    )


def called(*texts: str) -> set[frozenset[str]]:
    """Return the forms of each entity of a story of these articles."""
    found = story_entities([read(number, text) for number, text in enumerate(texts)], load_all())
    return {frozenset(alias.text for alias in entity.aliases) for entity in found}


def one(entities: tuple[StoryEntity, ...], name: str) -> StoryEntity:
    """Return the entity of that name."""
    (found,) = [entity for entity in entities if entity.name == name]
    return found


ONE = {
    "short form elsewhere": (
        {"Rukmana Adiputra", "Adiputra"},
        "Bupati Rukmana Adiputra datang kemarin.",
        "Menurut Bupati Adiputra, banjir sudah surut.",
    ),
    "another spelling": (
        {"Sergei Antonov", "Sergey Antonov"},
        "Menteri Sergei Antonov datang kemarin.",
        "Menteri Sergey Antonov pulang pagi tadi.",
    ),
    "misspelt": (
        {"Tirta Wibisana", "Tirta Wibsana"},
        "Gubernur Tirta Wibisana datang kemarin.",
        "Gubernur Tirta Wibsana pulang pagi tadi.",
    ),
    "acronym explained by one": (
        {"Badan Pengelola Waduk", "BPW"},
        "Ia memimpin Badan Pengelola Waduk (BPW) sejak lama.",
        "Menurut warga, BPW lamban bekerja sejak lama.",
    ),
    "police by two names": (
        {"Polda Jabar", "Polda Jawa Barat"},
        "Kasus itu ditangani Polda Jabar sejak Senin.",
        "Kasus itu ditangani Polda Jawa Barat sejak Senin.",
    ),
    "country by two names": (
        {"Korut", "Korea Utara"},
        "Delegasi dari Korut tiba di ibu kota kemarin.",
        "Delegasi dari Korea Utara tiba di ibu kota kemarin.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("forms", "left", "right"), ONE.values(), ids=ONE.keys())
def test_joined_across_articles(forms: set[str], left: str, right: str) -> None:
    assert frozenset(forms) in called(left, right)
    assert frozenset(forms) in called(right, left)


def test_a_role_decides_which_of_two_a_short_name_means() -> None:
    found = called(
        "Gubernur Tirta Wibisana datang kemarin.",
        "Bupati Rina Wibisana pulang pagi tadi.",
        "Menurut Bupati Wibisana, banjir sudah surut.",
    )
    assert {frozenset({"Wibisana", "Rina Wibisana"}), frozenset({"Tirta Wibisana"})} <= found


def test_an_age_decides_whose_initials_they_are() -> None:
    texts = ("Tersangka AR (32) ditahan sejak Senin.", "Tersangka Ahmad Rizal (32) ditahan sejak Senin.")
    assert frozenset({"AR", "Ahmad Rizal"}) in called(*texts)
    assert frozenset({"AR"}) in called(texts[0].replace("32", "41"), texts[1])


APART = {
    "two of one family name": (
        "Gubernur Tirta Wibisana datang kemarin.",
        "Bupati Rina Wibisana pulang pagi tadi.",
    ),
    "two police regions": (
        "Kasus itu ditangani Polda Jabar sejak Senin.",
        "Kasus itu ditangani Polda Jateng sejak Senin.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right"), APART.values(), ids=APART.keys())
def test_not_joined_across_articles(left: str, right: str) -> None:
    assert all(len(forms) == 1 for forms in called(left, right))


def test_a_short_name_that_fits_two_stays_by_itself() -> None:
    found = called(
        "Gubernur Tirta Wibisana datang kemarin.",
        "Bupati Rina Wibisana pulang pagi tadi.",
        "Menurut Camat Wibisana, banjir sudah surut.",
    )
    assert {frozenset({"Wibisana"}), frozenset({"Tirta Wibisana"}), frozenset({"Rina Wibisana"})} <= found


def test_every_form_says_where_each_article_uses_it_first() -> None:
    texts = ("Bupati Rukmana Adiputra datang. Kata Adiputra, air surut.", "Kata Bupati Adiputra, air surut.")
    documents = [read(number, text) for number, text in enumerate(texts)]
    entity = one(story_entities(documents, load_all()), "Rukmana Adiputra")
    assert {alias.text: [span.article_id for span in alias.uses] for alias in entity.aliases} == {
        "Adiputra": [f"{0:016x}", f"{1:016x}"],
        "Rukmana Adiputra": [f"{0:016x}"],
    }
    assert "Bupati" in entity.roles
    assert all(span.text == alias.text for alias in entity.aliases for span in alias.uses)


def test_the_order_of_documents_changes_nothing() -> None:
    texts = (
        "Bupati Rukmana Adiputra datang. Kata Adiputra, air surut.",
        "Kata Bupati Adiputra, air di Kabupaten Bogor surut.",
        "Rukmana Adiputra tiba di Korut bersama Tirta Wibisana.",
    )
    documents = [read(number, text) for number, text in enumerate(texts)]
    assert len({story_entities(order, load_all()) for order in permutations(documents)}) == 1


def test_without_a_pack_nothing_is_listed() -> None:
    assert story_entities([read(0, "Bupati Rukmana Adiputra datang.")], {}) == ()


def test_a_place_carries_its_candidates() -> None:
    (entity,) = [
        entity
        for entity in story_entities([read(0, "Warga Kabupaten Bogor menunggu di sana.")], load_all())
        if entity.kind == "LOC"
    ]
    assert [(place.name, place.kind, place.within) for place in entity.places] == [
        ("Bogor", "regency", ("Jawa Barat", "Indonesia"))
    ]
