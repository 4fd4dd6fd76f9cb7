"""Groups by the mean of their scores; an article alone by the two members that are most like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.cluster.grouping import group

FOLLOW_UP = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (0, 3): 0.1, (1, 3): 0.9, (2, 3): 0.8}
LOOK_ALIKE = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9, (0, 3): 0.1, (1, 3): 0.9, (2, 3): 0.5}
TWO_GROUPS = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.7, (0, 3): 0.6, (1, 2): 0.6, (1, 3): 0.7}
CASES = {
    "two members vouch for a follow-up": (FOLLOW_UP, 0.8, [[0, 1, 2, 3]]),
    "one member vouches for nobody": (LOOK_ALIKE, 0.8, [[0, 1, 2], [3]]),
    "the mean of all would refuse the follow-up": (FOLLOW_UP, None, [[0, 1, 2], [3]]),
    "groups join by their mean": (TWO_GROUPS, 0.8, [[0, 1, 2, 3]]),
    "one score decides for two alone": ({(0, 1): 0.75}, 0.8, [[0], [1], [2], [3]]),
}


@pytest.mark.parametrize(("scores", "alone_at", "expected"), CASES.values(), ids=CASES.keys())
def test_who_joins(scores, alone_at, expected) -> None:
    assert group(4, scores, 0.65, alone_at) == expected


pairs = st.dictionaries(
    st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1),
    max_size=15,
)


@given(pairs, st.floats(0.1, 1), st.floats(0.1, 1))
def test_every_position_is_in_one_group_whatever_the_scores(scores, join_at, alone_at) -> None:
    found = group(6, scores, join_at, alone_at)
    assert sorted(at for members in found for at in members) == list(range(6))
    assert found == group(6, dict(reversed(list(scores.items()))), join_at, alone_at)


@given(pairs, st.floats(0.1, 1))
def test_nobody_joins_without_a_score_that_reaches_a_cut(scores, cut) -> None:
    low = {pair: score * cut * 0.99 for pair, score in scores.items()}
    assert group(6, low, cut, cut) == [[at] for at in range(6)]
