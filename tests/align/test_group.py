from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import CONFIG, claims_of, read
from rujuk.align.claims import ReadClaim
from rujuk.align.group import group
from rujuk.align.pairs import ScoredPair

PER_ARTICLE, ARTICLES = 3, 4
SENTENCES = ("Banjir merusak rumah warga.", "Gempa merobohkan menara tua.", "Badai menumbangkan pohon besar.")
CLAIMS = claims_of(*(read(f"a{number}", "\n".join(SENTENCES)) for number in range(ARTICLES)))
A1, A2, A3, B1, B2, B3, C1, C2, C3, D1 = range(10)


def scored(*pairs: tuple[int, int, float]) -> list[ScoredPair]:
    return sorted(
        (ScoredPair(*pair) for pair in pairs), key=lambda pair: (-pair.probability, pair.left, pair.right)
    )


def joined(*pairs: tuple[int, int, float], claims: Sequence[ReadClaim] = CLAIMS) -> set[tuple[int, ...]]:
    return {own for own in group(claims, scored(*pairs), CONFIG) if len(own) > 1}


def test_the_claims_are_as_these_tests_think() -> None:
    assert [item.claim.article_id for item in CLAIMS] == [
        f"a{number}" for number in range(ARTICLES) for _ in range(PER_ARTICLE)
    ]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param([], set(), id="nothing compared"),
        pytest.param([(A1, B1, 0.9)], {(A1, B1)}, id="a likely pair"),
        pytest.param([(A1, B1, CONFIG.joins)], {(A1, B1)}, id="as likely as needed"),
        pytest.param([(A1, B1, CONFIG.joins - 0.01)], set(), id="too unlikely"),
        pytest.param([(A1, B1, 0.95), (A2, B2, 0.9)], {(A1, B1), (A2, B2)}, id="two facts"),
        pytest.param([(A1, B1, 0.9), (B1, C1, 0.9), (A1, C1, 0.9)], {(A1, B1, C1)}, id="three articles"),
        pytest.param([(A1, B1, 0.95), (B1, C1, 0.9)], {(A1, B1, C1)}, id="one pair not compared, mean high enough"),
        pytest.param([(A1, B1, 0.9), (B1, C1, 0.9), (B1, D1, 0.9)], {(A1, B1, C1)}, id="two pairs not compared, mean too low"),
        pytest.param([(A1, B1, 0.95), (A2, B1, 0.9)], {(A1, A2, B1)}, id="two of one article that are like a third"),
        pytest.param([(A1, B1, 0.95), (A2, B2, 0.95), (A2, B1, 0.9)], {(A1, A2, B1, B2)}, id="two of each"),
        pytest.param([(A1, A2, 0.9)], set(), id="only one article"),
    ],
)  # fmt: skip
def test_group(pairs: list[tuple[int, int, float]], expected: set[tuple[int, ...]]) -> None:
    assert joined(*pairs) == expected


def test_claims_that_are_apart_never_come_into_one_group() -> None:
    def apart(left: ReadClaim, right: ReadClaim) -> bool:
        return {CLAIMS.index(left), CLAIMS.index(right)} == {A1, C1}

    pairs = scored((A1, B1, 0.9), (B1, C1, 0.9), (A1, C1, 0.9))
    assert [own for own in group(CLAIMS, pairs, CONFIG, apart) if len(own) > 1] == [(A1, B1)]


PLACES = [*combinations(range(len(CLAIMS)), 2)]
SCORES = st.dictionaries(st.sampled_from(PLACES), st.floats(0, 1), max_size=40)


@given(SCORES)
def test_every_claim_is_in_exactly_one_group(scores: dict[tuple[int, int], float]) -> None:
    found = group(CLAIMS, scored(*((*key, value) for key, value in scores.items())), CONFIG)
    assert sorted(place for own in found for place in own) == [*range(len(CLAIMS))]
    assert found == sorted(found)
    assert all(own == tuple(sorted(own)) for own in found)


@given(SCORES)
def test_a_group_of_several_is_of_several_articles(scores: dict[tuple[int, int], float]) -> None:
    for own in group(CLAIMS, scored(*((*key, value) for key, value in scores.items())), CONFIG):
        assert len(own) == 1 or len({CLAIMS[place].claim.article_id for place in own}) > 1


@given(SCORES)
def test_a_group_holds_a_pair_that_joins_it(scores: dict[tuple[int, int], float]) -> None:
    for own in group(CLAIMS, scored(*((*key, value) for key, value in scores.items())), CONFIG):
        if len(own) > 1:
            for place in own:
                keys = [(min(place, other), max(place, other)) for other in own if other != place]
                assert any(scores.get(key, 0.0) > 0 for key in keys)


@given(
    st.lists(st.integers(0, PER_ARTICLE - 1), min_size=2, max_size=ARTICLES),
    st.randoms(use_true_random=False),
)
def test_the_order_of_equally_likely_pairs_of_one_fact_never_matters(told: list[int], random: Random) -> None:
    fact = [article * PER_ARTICLE + place for article, place in enumerate(told)]
    pairs = [ScoredPair(left, right, 0.9) for left, right in combinations(fact, 2)]
    shuffled = random.sample(pairs, len(pairs))
    assert group(CLAIMS, shuffled, CONFIG) == group(CLAIMS, pairs, CONFIG)
    assert tuple(fact) in group(CLAIMS, shuffled, CONFIG)
