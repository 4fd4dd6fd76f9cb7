"""The name of a story's mountain, its province and its day stand in every report of it, and make no two reports one fact."""

from dataclasses import replace

import pytest

from align.reading import CONFIG, PACKS, bag, claims_of, read
from rujuk.align import align
from rujuk.align.align import sorted_claims
from rujuk.align.claims import ReadClaim
from rujuk.align.grounds import tells_nothing
from rujuk.align.worn import Worn, only_worn, worn_terms

ABOUT = "akibat erupsi Gunung Karsa di Kabupaten Teluk Lawe"
ERUPTED = "Gunung Karsa di Kabupaten Teluk Lawe kembali meletus."
FLIGHTS = f"Maskapai membatalkan penerbangan {ABOUT}."
AID = f"Bupati menyalurkan bantuan beras {ABOUT}."


def everywhere(*texts: str) -> frozenset[str]:
    """Return the stems of these texts: what is worn in a story in which each report has them."""
    return frozenset(stem for text in texts for stem in claim(text).stems)


def claim(text: str, language: str = "id") -> ReadClaim:
    """Return the first claim of a text."""
    return claims_of(read("a", text, language=language))[0]


WORN = everywhere("Gunung Karsa di Kabupaten Teluk Lawe mengalami erupsi, meletus.")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (FLIGHTS, AID, True),
        (ERUPTED, "Gunung Karsa meletus sejak pagi.", False),
        (FLIGHTS, f"Penerbangan dibatalkan {ABOUT}.", False),
        ("Bupati meninjau 40 rumah di Teluk Lawe.", "Sebanyak 40 tenda tiba di Teluk Lawe.", False),
        (FLIGHTS, "Pasar Sawitan terbakar.", False),
    ],
    ids=["one cause", "what the story is about", "more than that", "figures", "nothing in common"],
)
def test_only_worn(one: str, other: str, expected: bool) -> None:
    assert only_worn(claim(one), claim(other), WORN, PACKS) is expected
    assert only_worn(claim(other), claim(one), WORN, PACKS) is expected


def test_two_languages_have_but_names_in_common() -> None:
    other = claim("Mount Karsa erupted in Teluk Lawe.", "en")
    assert not only_worn(claim(AID), other, WORN, PACKS)
    assert only_worn(claim(AID), claim("Gubernur tiba di Teluk Lawe."), WORN, PACKS)


def test_where_nothing_is_worn_nothing_is_only_worn() -> None:
    assert not only_worn(claim(FLIGHTS), claim(AID), frozenset(), PACKS)


def between(one: str, other: str, wanted: str, worn: frozenset[str] = WORN) -> bool:
    """Return what `Worn` says of the parts of two sentences that begin so."""
    parts = sorted_claims([read("a", one), read("b", other)], PACKS, CONFIG, fine=True)
    left, right = (place for place, item in enumerate(parts) if item.claim.text.startswith(wanted))
    empty = [tells_nothing(item, PACKS[item.language]) for item in parts]
    return Worn.of(parts, empty, worn, PACKS).between(left, right)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Pesawat itu mendarat darurat di Teluk Lawe.",
            "Pilot mendarat darurat di Teluk Lawe karena hujan.",
            False,
        ),
        (
            "Pesawat itu mendarat darurat di Teluk Lawe.",
            "Bupati menyalurkan bantuan beras di Teluk Lawe.",
            True,
        ),
    ],
    ids=["of one act", "of two acts"],
)
def test_a_place_is_of_the_act_that_it_belongs_to(one: str, other: str, expected: bool) -> None:
    assert between(one, other, "di Teluk") is expected


def test_a_part_is_not_worn_where_nothing_is() -> None:
    assert not between(FLIGHTS, AID, "akibat", frozenset())


def story(size: int) -> list[str]:
    """Return so many reports of one eruption, each with an act of its own."""
    acts = (
        "Bupati menyalurkan bantuan beras",
        "Maskapai membatalkan penerbangan",
        "Relawan mendirikan dapur umum",
        "Sekolah meliburkan murid",
        "Petani memanen kebun lebih awal",
        "Dokter memeriksa pengungsi",
        "Polisi mengalihkan arus kendaraan",
        "Warga membersihkan atap rumah",
        "Nelayan menambatkan perahu",
        "Pedagang menutup kios",
    )
    return [f"{act} {ABOUT}." for act in acts[:size]]


def test_worn_are_words_of_most_articles_of_a_large_story() -> None:
    parts = claims_of(*(read(f"a{number}", text) for number, text in enumerate(story(10))))
    found = worn_terms(parts, CONFIG)
    assert found >= {"erups", "karsa", "lawe"}
    assert not found & {"bantu", "beras", "murid"}
    assert not worn_terms(parts, replace(CONFIG, crowded=11))


def test_reports_of_one_eruption_do_not_stand_in_one_statement_by_its_name() -> None:
    documents = [read(f"a{number}", text) for number, text in enumerate(story(10))]

    def largest(crowded: int) -> int:
        found = align(documents, bag, packs=PACKS, config=replace(CONFIG, crowded=crowded))
        return max(len({item.article_id for item in own.claims}) for own in found)

    assert largest(CONFIG.crowded) == 1
    assert largest(11) > 1
