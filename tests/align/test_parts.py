"""Parts of sentences side by side: where they are cut, which are compared, what a whole story tells of a pair."""

from dataclasses import replace

import numpy as np
import pytest

from align.reading import CONFIG, PACKS, bag, read
from rujuk.align.align import sorted_claims
from rujuk.align.parts import NAMES, SIGNALS, part_pairs

FIRE = "Api membakar gudang kayu di Desa Lembah Teduh pada Senin malam.\nPolisi memeriksa dua orang saksi."
STORY = [read("a", FIRE), read("b", FIRE), read("c", "Bupati Nusakarya meninjau pasar dengan mobil dinas.")]


def parts(*documents):
    return sorted_claims(documents, PACKS, CONFIG, fine=True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Pesawat itu mendarat darurat di Bandara Tirta Wulan pada Selasa pagi.",
            ["Pesawat itu mendarat darurat", "di Bandara Tirta Wulan", "pada Selasa pagi"],
        ),
        (
            "Polisi menangkap tiga orang yang membawa senjata tajam dengan mobil sewaan.",
            ["Polisi menangkap tiga orang", "yang membawa senjata tajam", "dengan mobil sewaan"],
        ),
        ("Ia pergi ke pasar.", ["Ia pergi ke pasar"]),
        ("Warga kota dengan tenang mengantre.", ["Warga kota dengan tenang mengantre"]),
    ],
)
def test_a_sentence_is_cut_into_its_smallest_parts(sentence: str, expected: list[str]) -> None:
    assert [item.claim.text for item in parts(read("a", sentence))] == expected


def test_who_said_something_is_a_part() -> None:
    told = '"Api sudah padam sejak subuh," kata Kepala Dinas Damkar Nusakarya, Budi Sarwono.'
    assert any("kata Kepala Dinas" in item.claim.text for item in parts(read("a", told)))


def test_all_parts_of_two_articles_are_compared() -> None:
    own = parts(*STORY)
    keys = [(pair.left, pair.right) for pair in part_pairs(own, bag, CONFIG)]
    across = [
        (a, b)
        for a in range(len(own))
        for b in range(a + 1, len(own))
        if own[a].claim.article_id != own[b].claim.article_id
    ]
    assert keys == across


def test_in_a_large_story_only_near_parts_are_compared() -> None:
    own = parts(*STORY)
    found = part_pairs(own, bag, replace(CONFIG, most_pairs=1))
    assert 0 < len(found) < len(part_pairs(own, bag, CONFIG))
    same = [pair for pair in found if own[pair.left].claim.text == own[pair.right].claim.text]
    assert len(same) == len(parts(STORY[0]))


def test_a_signal_is_the_same_however_many_pairs_are_asked_for() -> None:
    own = parts(*STORY)
    every = {(pair.left, pair.right): pair.signals for pair in part_pairs(own, bag, CONFIG)}
    few = part_pairs(own, bag, replace(CONFIG, most_pairs=1))
    assert all(every[pair.left, pair.right] == pair.signals for pair in few)


def test_a_copy_stands_out_among_what_the_other_article_says() -> None:
    own = parts(*STORY[:2])
    for pair in part_pairs(own, bag, CONFIG):
        values = dict(zip(SIGNALS, pair.signals, strict=True))
        same = own[pair.left].claim.text == own[pair.right].claim.text
        assert (values["terms_stand_out"] > 0) == same


def test_an_article_alone_and_no_article_have_no_pairs() -> None:
    assert not part_pairs(parts(STORY[0]), bag, CONFIG)
    assert not part_pairs([], bag, CONFIG)


def test_parts_without_a_word_in_common_are_compared_without_a_warning() -> None:
    own = parts(read("a", "1 2 3 4 5."), read("b", "Hujan turun deras sekali."))
    with np.errstate(all="raise"):
        found = part_pairs(own, bag, CONFIG)
    assert all(len(pair.vector()) == len(NAMES) for pair in found)
    assert all(np.isfinite(pair.vector()).all() for pair in found)
