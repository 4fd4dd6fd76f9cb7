"""Differences of parts: claims of many facts are held against each other where a part of each tells one fact."""

from dataclasses import replace

import pytest

from align.reading import CONFIG, PACKS, bag, claims_of, read
from rujuk.align.align import align, scored, sorted_claims
from rujuk.align.parts import NAMES, PARTS, part_pairs
from rujuk.align.pieces import holding
from rujuk.align.readings import Reading, attach, read_differences
from rujuk.align.score import load_model

LONG = """Gempa mengguncang Kabupaten Nusakarya pada Senin pagi, dengan pusat di laut pada kedalaman {} kilometer.
Warga Desa Lembah Teduh berlarian keluar rumah. Bupati meninjau pasar yang retak."""
SURE = replace(CONFIG, disputes=0.0)


def read_of(*texts: str, config=SURE):
    documents = [read(f"outlet{index}", text) for index, text in enumerate(texts)]
    claims = claims_of(*documents)
    parts = sorted_claims(documents, PACKS, config, fine=True)
    pairs = scored(part_pairs(parts, bag, config), load_model(PARTS, NAMES))
    return claims, read_differences(claims, parts, pairs, holding(claims, parts), {}, PACKS, config)


def test_parts_that_differ_name_the_claims_that_hold_them() -> None:
    claims, found = read_of(LONG.format(10), LONG.format(13))
    assert [item.told for item in found.values()] == [{"number": ("10 km", "13 km")}]
    assert all("kedalaman" in claims[index].claim.text for key in found for index in key)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG.format(10), LONG.format(10)),
        (LONG.format(10), LONG.format("sekitar 10")),
        (LONG.format(10), LONG.replace("Gempa mengguncang", "Diduga gempa mengguncang").format(13)),
        (LONG.format(10), ""),
    ],
    ids=["same", "about the same", "hedged", "empty"],
)
def test_what_may_both_be_true_or_is_not_asserted_is_no_difference(one: str, other: str) -> None:
    assert read_of(one, other)[1] == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Kabar itu diterima pada 11 Februari 2026.",
            "Unggahan itu dibuat di akun resmi pada 18 Februari 2026.",
        ),
        (
            "Hingga 17 Februari 2026, sebanyak 952 tiket kereta terjual.",
            "Hingga 18 Februari 2026, sebanyak 984 tiket kereta terjual.",
        ),
    ],
    ids=["a day alone", "counts up to other days, cut apart from them"],
)
def test_a_part_is_read_with_what_its_sentence_says(one: str, other: str) -> None:
    assert read_of(one, other)[1] == {}


def test_parts_that_are_not_surely_one_fact_are_left() -> None:
    assert read_of(LONG.format(10), LONG.format(13), config=replace(CONFIG, disputes=1.01))[1] == {}


def attached(groups, keys, *texts: str):
    claims = claims_of(*(read(f"outlet{index}", text) for index, text in enumerate(texts)))
    readings = {key: Reading(*key, 0.9, {"number": ("1", "2")}) for key in keys}
    return attach(groups, readings, claims, PACKS)


THREE = ("Api membakar gudang kayu.", "Kebakaran melanda gudang itu.", "Gudang kayu hangus terbakar.")


def test_a_claim_alone_is_put_to_a_group() -> None:
    assert attached([(0, 1), (2,)], [(1, 2)], *THREE) == [(0, 1, 2)]


def test_groups_are_not_joined_for_one_difference() -> None:
    groups = [(0, 1), (2, 3)]
    assert attached(groups, [(1, 2)], *THREE, "Api melalap bangunan gudang.") == groups


def test_groups_are_joined_for_several_differences_of_one_element() -> None:
    groups = [(0, 1), (2, 3)]
    assert attached(groups, [(1, 2), (0, 3)], *THREE, "Api melalap bangunan gudang.") == [(0, 1, 2, 3)]


def test_a_group_gets_no_second_claim_of_an_article() -> None:
    texts = (THREE[0], "Kebakaran melanda gudang itu.\nGudang kayu hangus terbakar.")
    assert attached([(0, 1), (2,)], [(0, 2)], *texts) == [(0, 1), (2,)]


def test_a_contradiction_in_words_is_not_put_to_a_group() -> None:
    texts = ("Harga beras naik tajam.", "Harga beras turun tajam.")
    assert attached([(0,), (1,)], [(0, 1)], *texts) == [(0,), (1,)]


def test_claims_whose_parts_differ_do_not_confirm_each_other() -> None:
    documents = [read(f"outlet{number}", LONG.format(number)) for number in (10, 13)]
    for item in align(documents, bag, packs=PACKS, config=SURE):
        if any("kedalaman" in claim.text for claim in item.claims):
            assert item.alike == ()
