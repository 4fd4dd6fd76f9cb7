"""What the bundled gazetteer knows, and what it makes of a head before a name."""

from collections import Counter

import pytest

from rujuk.lang.gazetteer import load


def test_it_holds_every_country_province_and_regency_once() -> None:
    places = {place.id: place for found in load().by_name.values() for place in found}
    counted = Counter(place.kind for place in places.values())
    assert (counted["province"], counted["regency"] + counted["town"]) == (38, 514)
    assert counted["country"] > 240
    assert all(place.within for place in places.values() if place.kind != "country")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Indonesia", [("country", "ID")]),
        ("North Korea", [("country", "KP")]),
        ("Korut", [("country", "KP")]),
        ("Jabar", [("province", "ID")]),
        ("provinsi Jawa Barat", [("province", "ID")]),
        ("Kabupaten Bogor", [("regency", "ID")]),
        ("Kota Bogor", [("town", "ID")]),
        ("Wantuli", []),
        ("", []),
    ],
)
def test_names(name: str, expected: list[tuple[str, str]]) -> None:
    assert [(place.kind, place.country) for place in load().find(name)] == expected


def test_a_bare_name_keeps_every_candidate() -> None:
    assert {"regency", "town"} <= {place.kind for place in load().find("Bogor")}


def test_a_regency_of_a_new_province_lies_there() -> None:
    (place,) = load().find("Kabupaten Merauke")
    assert place.within == ("Papua Selatan", "Indonesia")
