from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import CONFIG, PACKS, bag, claims_of, read
from rujuk.align import pairs as module
from rujuk.align.features import FEATURES
from rujuk.align.pairs import candidate_pairs, score_pairs
from rujuk.align.score import PairModel, load_model

LINES = (
    "Banjir merusak rumah warga.", "Gempa merobohkan menara tua.", "Badai menumbangkan pohon besar.",
    "Bupati membuka pasar baru.", "Kapal itu kandas di karang.", "Api menghanguskan gudang kayu.",
)  # fmt: skip


def story(articles: int, lines: int = len(LINES)) -> list[str]:
    return [f"a{number:02d}" for number in range(articles) for _ in range(lines)]


def claims(articles: int, lines: int = len(LINES)):
    return claims_of(*(read(key, "\n".join(LINES[:lines])) for key in sorted({*story(articles, lines)})))


def test_each_claim_is_compared_with_its_nearest_of_every_article() -> None:
    own = claims(3)
    config = replace(CONFIG, neighbours=1)
    keys = [key for key, _ in candidate_pairs(own, bag, config)]
    across = {(a, b) for a, b in keys if own[a].claim.article_id != own[b].claim.article_id}
    assert across == {(a, b) for a in range(len(own)) for b in range(a + 6, len(own), 6)}


def test_pairs_come_left_before_right_in_ascending_order_and_once() -> None:
    keys = [key for key, _ in candidate_pairs(claims(3), bag, CONFIG)]
    assert keys == sorted({*keys})
    assert all(left < right for left, right in keys)


@pytest.mark.parametrize("neighbours", [1, 2, 4])
def test_so_many_neighbours_and_no_more(neighbours: int) -> None:
    own = claims(4)
    keys = [key for key, _ in candidate_pairs(own, bag, replace(CONFIG, neighbours=neighbours))]
    assert len(keys) <= len(own) * neighbours * 4
    assert all(any(place in key for key in keys) for place in range(len(own)))


def test_a_single_article_is_not_compared_and_no_vector_made() -> None:
    def refuse(texts: object) -> np.ndarray:
        raise AssertionError(texts)

    assert list(candidate_pairs(claims(1), refuse, CONFIG)) == []
    assert list(candidate_pairs([], refuse, CONFIG)) == []


def test_a_story_of_very_many_articles_is_compared_as_one() -> None:
    own = claims(4)
    few = {key for key, _ in candidate_pairs(own, bag, replace(CONFIG, neighbours=1, largest_story=3))}
    many = {key for key, _ in candidate_pairs(own, bag, replace(CONFIG, neighbours=1, largest_story=4))}
    assert len(few) <= len(own) < len(many)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    own = claims(3)
    whole = [(key, pair.rank, pair.cosine) for key, pair in candidate_pairs(own, bag, CONFIG)]
    monkeypatch.setattr(module, "BLOCK", 5)
    assert [(key, pair.rank, pair.cosine) for key, pair in candidate_pairs(own, bag, CONFIG)] == whole


def test_two_nearest_of_each_other_have_rank_0() -> None:
    own = claims(2)
    ranks = {key: pair.rank for key, pair in candidate_pairs(own, bag, CONFIG)}
    assert all(ranks[place, place + len(LINES)] == 0 for place in range(len(LINES)))


def test_pairs_are_scored_most_probable_first_ties_in_the_order_of_the_claims() -> None:
    flat = PairModel((0.0,) * len(FEATURES), 0.0)
    found = score_pairs(claims(2, 3), bag, flat, PACKS, CONFIG)
    assert {pair.probability for pair in found} == {0.5}
    assert [(pair.left, pair.right) for pair in found] == sorted((pair.left, pair.right) for pair in found)
    real = [pair.probability for pair in score_pairs(claims(2), bag, load_model(), PACKS, CONFIG)]
    assert real == sorted(real, reverse=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Pemerintah meneken pakta.", "Pemerintah tidak meneken pakta.", id="negated"),
        pytest.param("Kapal itu ditemukan.", "Kapal itu belum ditemukan.", id="not yet"),
    ],
)
def test_a_contradiction_has_probability_0(one: str, other: str) -> None:
    sure = PairModel((0.0,) * len(FEATURES), 9.0)
    (pair,) = score_pairs(claims_of(read("a1", one), read("b2", other)), bag, sure, PACKS, CONFIG)
    assert pair.probability == 0.0


@given(st.permutations(range(6)))
def test_the_order_of_the_texts_changes_no_similarity(order: list[int]) -> None:
    straight, shuffled = bag(LINES), bag([LINES[place] for place in order])
    assert np.array_equal(straight[order], shuffled)
