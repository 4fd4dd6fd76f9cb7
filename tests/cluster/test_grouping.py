"""Groups by the mean of their scores; an article alone by the two members that are most like it."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.cluster.grouping import Running, group

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


INSIDE = {pair: 0.9 for three in ((0, 1, 2), (3, 4, 5)) for pair in combinations(three, 2)}
VOUCHED = {(0, 3): 0.85, (1, 4): 0.85, (2, 5): 0.5, (0, 4): 0.3, (1, 3): 0.3, (0, 5): 0.3, (2, 3): 0.3}
BRIDGE = {(0, 3): 0.85, (0, 4): 0.85, (0, 5): 0.85, (1, 3): 0.3, (2, 3): 0.3, (1, 4): 0.3}
DAYS = (1.0, 1.2, 1.9, 2.0, 2.2, 2.4)


@pytest.mark.parametrize(
    ("between", "moments", "count"),
    [
        (VOUCHED, DAYS, 1),
        (BRIDGE, DAYS, 2),
        (VOUCHED | {(2, 4): 0.0}, DAYS, 2),
        (VOUCHED, (*DAYS[:3], 3.0, 3.2, 3.4), 2),
        (VOUCHED, (*DAYS[:5], None), 2),
        ({pair: score / 2 for pair, score in VOUCHED.items()}, DAYS, 2),
    ],
    ids=[
        "it goes on",
        "one tells of both",
        "items of a series",
        "after a pause",
        "a time not known",
        "not sure",
    ],
)
def test_when_groups_are_a_running_story(between, moments, count) -> None:
    scores = INSIDE | between
    assert len(group(6, scores, 0.65, 0.8, Running(0.3, 0.8, moments))) == count
    assert len(group(6, scores, 0.65, 0.8)) == 2


def test_two_groups_of_two_are_no_running_story() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.85, (1, 3): 0.85}
    assert group(4, scores, 0.65, 0.8, Running(0.3, 0.8, DAYS)) == [[0, 1], [2, 3]]


@given(
    pairs, st.floats(0.1, 1), st.floats(0.1, 1), st.lists(st.none() | st.floats(0, 9), min_size=6, max_size=6)
)
def test_running_stories_too_do_not_depend_on_the_order(scores, at, vouched_at, moments) -> None:
    running = Running(at, vouched_at, moments)
    found = group(6, scores, 0.6, 0.7, running)
    assert sorted(place for members in found for place in members) == list(range(6))
    assert found == group(6, dict(reversed(list(scores.items()))), 0.6, 0.7, running)
