"""What tells two figures apart beside themselves: who died and who lives."""

import pytest

from align.reading import PACKS, claims_of, read
from rujuk.align.matters import other_fate, other_matter, other_of_kind, points_back


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sembilan orang meninggal.", "Ada sembilan orang yang saya angkut.", True),
        ("Per pukul 18.00, korban tewas sembilan orang.", "Nelayan itu menyelamatkan sembilan orang.", True),
        ("Sembilan orang meninggal.", "Sembilan orang mengalami luka-luka.", True),
        ("Sembilan orang meninggal.", "Sembilan penumpang tewas.", False),
        ("Sembilan orang meninggal.", "Jumlah itu menjadi sembilan orang.", False),
        ("Sembilan orang meninggal.", "Sembilan orang tertimbun longsor.", False),
        ("Sembilan orang meninggal.", "Petugas mengevakuasi sembilan jenazah.", False),
        ("Seorang nelayan meninggal.", "Nelayan itu pulang.", False),
        ("Sembilan prajurit tewas.", "Sembilan prajurit gugur di medan tugas.", False),
        ("Sembilan warga meninggal.", "Sembilan warga itu telah berpulang.", False),
    ],
)
def test_the_dead_and_the_living_are_not_one_fact(one: str, other: str, expected: bool) -> None:
    left, right = claims_of(read("a", one), read("b", other))
    assert other_fate(left, right, PACKS["id"]) is expected
    assert other_fate(right, left, PACKS["id"]) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rapat itu digelar di Desa Rejosari.", "Rapat itu digelar di Desa Balanga.", True),
        ("Rapat itu digelar di Desa Rejosari.", "Pesta itu digelar di Desa Rejosari.", False),
        ("Rapat itu digelar di Desa Rejosari.", "Rapat itu digelar di Kabupaten Balanga.", False),
        ("Laga itu digelar di San Francisco.", "Laga itu digelar di San Diego.", False),
        ("Laga itu digelar di Nusa Dua.", "Laga itu digelar di Nusa Penida.", False),
    ],
    ids=["two villages", "one village", "two kinds", "no kind", "islands whose first word is no kind"],
)
def test_two_places_of_one_kind(one: str, other: str, expected: bool) -> None:
    left, right = claims_of(read("a", one), read("b", other))
    assert other_of_kind(left, right, PACKS["id"]) is other_of_kind(right, left, PACKS["id"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Itu butuh Rp 5 miliar.", True),
        ("Pemerintah menyiapkan Rp 5 miliar tersebut.", True),
        ("Pemerintah menyiapkan Rp 5 miliar untuk jembatan.", False),
    ],
)
def test_a_sum_that_was_told_before(text: str, expected: bool) -> None:
    (item,) = claims_of(read("a", text))
    assert points_back(item.quantities[0], item, PACKS["id"]) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "Jembatan gantung warga desa itu dibangun Rp 5 miliar.",
            "Pasar ikan baru pelabuhan kota menelan Rp 7 miliar.",
            True,
        ),
        (
            "Jembatan gantung warga desa itu dibangun Rp 5 miliar.",
            "Jembatan gantung warga desa rampung Rp 7 miliar.",
            False,
        ),
        ("Sebanyak 11 orang tewas.", "Sebanyak 13 warga hilang.", False),
    ],
    ids=["two matters", "one matter", "too few words to tell"],
)
def test_two_sentences_of_other_matters(one: str, other: str, expected: bool) -> None:
    left, right = claims_of(read("a", one), read("b", other))
    assert other_matter(left, right, PACKS["id"]) is expected
