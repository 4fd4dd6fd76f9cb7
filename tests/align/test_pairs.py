from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import CONFIG, PACKS, bag, claims_of, read
from rujuk.align import pairs as module
from rujuk.align.pairs import Ranks, apart, ranks

LINES = (
    "Banjir merusak rumah warga.", "Gempa merobohkan menara tua.", "Badai menumbangkan pohon besar.",
    "Bupati membuka pasar baru.", "Kapal itu kandas di karang.", "Api menghanguskan gudang kayu.",
)  # fmt: skip


def claims(articles: int, lines: int = len(LINES)):
    return claims_of(*(read(f"a{number:02d}", "\n".join(LINES[:lines])) for number in range(articles)))


def ranked(own, **changes):
    found = ranks(own, bag([item.claim.text for item in own]), replace(CONFIG, **changes))
    keys = zip(found.claim.tolist(), found.other.tolist(), strict=True)
    return dict(zip(keys, found.rank.tolist(), strict=True))


def test_the_nearest_of_every_article_is_ranked() -> None:
    own = claims(3)
    keys = ranked(own, neighbours=1)
    across = {(a, b) for a, b in keys if own[a].claim.article_id != own[b].claim.article_id}
    assert across == {(a, b) for a in range(len(own)) for b in range(a % 6, len(own), 6) if a != b}


@pytest.mark.parametrize("neighbours", [1, 2, 4])
def test_so_many_neighbours_and_no_more(neighbours: int) -> None:
    own = claims(4)
    keys = ranked(own, neighbours=neighbours)
    assert len(keys) == len(own) * neighbours * 4
    assert {*keys.values()} == {*range(neighbours)}


def test_a_story_of_very_many_articles_is_one_crowd() -> None:
    own = claims(4)
    few = ranked(own, neighbours=1, largest_story=3)
    assert len(few) == len(own) < len(ranked(own, neighbours=1, largest_story=4))


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    own = claims(3)
    whole = ranked(own)
    monkeypatch.setattr(module, "BLOCK", 5)
    assert ranked(own) == whole


def test_a_pair_that_is_not_near_ranks_last_and_near_pairs_come_once() -> None:
    found = Ranks(*map(np.asarray, ([0, 0, 1, 2], [1, 2, 0, 0], [0, 1, 0, 0])))
    assert found.of(np.asarray([0, 2, 1]), np.asarray([2, 0, 2]), far=4).tolist() == [1, 0, 4]
    assert [side.tolist() for side in found.within(1)] == [[0, 0], [1, 2]]


def test_where_nothing_is_near_every_pair_ranks_last() -> None:
    assert ranked(claims(2), neighbours=0) == {}
    nothing = np.zeros(0, int)
    found = Ranks(nothing, nothing, nothing)
    assert found.of(np.asarray([0, 1]), np.asarray([1, 2]), far=4).tolist() == [4, 4]


def test_two_nearest_of_each_other_have_rank_0() -> None:
    found = ranked(claims(2))
    assert all(
        found[place, place + len(LINES)] == 0 == found[place + len(LINES), place] for place in range(6)
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("Pemerintah meneken pakta.", "Pemerintah tidak meneken pakta.", True, id="negated"),
        pytest.param("Kapal itu ditemukan.", "Kapal itu belum ditemukan.", True, id="not yet"),
        pytest.param("Sebanyak 11 orang tewas.", "Sebanyak 23 orang luka.", True, id="figures of two things"),
        pytest.param(
            "Sebanyak 11 orang tewas.", "Sebanyak 13 orang tewas.", False, id="figures of one thing"
        ),
        pytest.param("Kapal itu ditemukan.", "Kapal itu ditemukan.", False, id="the same"),
    ],
)
def test_apart(one: str, other: str, expected: bool) -> None:
    left, right = claims_of(read("a1", one), read("b2", other))
    assert apart(left, right, PACKS, CONFIG) is expected
    assert apart(right, left, PACKS, CONFIG) is expected


def test_two_headlines_that_share_only_their_story_are_apart() -> None:
    titles = ("Banjir Landa Nusakarya, Warga Mengungsi", "Banjir Landa Nusakarya, Jembatan Putus")
    left, right = claims_of(*(read(key, "", title=title) for key, title in zip("ab", titles, strict=True)))
    assert apart(left, right, PACKS, CONFIG)


@given(st.permutations(range(6)))
def test_the_order_of_the_texts_changes_no_similarity(order: list[int]) -> None:
    straight, shuffled = bag(LINES), bag([LINES[place] for place in order])
    assert np.array_equal(straight[order], shuffled)
