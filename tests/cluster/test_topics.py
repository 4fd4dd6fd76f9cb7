"""The level above stories: one subject, whatever happened in each."""

from itertools import permutations

import numpy as np
import pytest

from rujuk.cluster.candidates import Rows
from rujuk.cluster.topics import with_topics
from rujuk.model.story import Story

STORIES = [Story(f"{at:016x}", f"Cerita {at}", (f"{at:016x}",), ()) for at in range(4)]
ROWS = np.array([[1, 0, 0], [0.8, 0.6, 0], [0, 0, 1], [0, 0.9, 0.44]], np.float32)


def topics(stories, rows, *, centred=True, join_at=0.5):
    places = [[at] for at in range(len(stories))]
    found = with_topics(stories, places, Rows(rows, rows), centred=centred, join_at=join_at, neighbours=10)
    return {story.id: story.topic for story in found}


@pytest.mark.parametrize(("join_at", "count"), [(0.99, 4), (0.7, 3), (0.3, 2)])
def test_near_stories_share_a_topic(join_at: float, count: int) -> None:
    found = topics(STORIES, ROWS, join_at=join_at)
    assert len(set(found.values())) == count
    assert found[STORIES[0].id] != found[STORIES[2].id]


def test_the_order_of_stories_does_not_show() -> None:
    expected = topics(STORIES, ROWS)
    for order in permutations(range(4)):
        assert topics([STORIES[at] for at in order], ROWS[list(order)]) == expected


def test_without_centred_vectors_each_story_is_its_own() -> None:
    assert len(set(topics(STORIES, ROWS, centred=False).values())) == 4


def test_a_story_of_several_articles_stands_at_its_mean() -> None:
    rows = np.array([[1, 0, 0], [0, 1, 0], [0.7, 0.7, 0]], np.float32)
    found = with_topics(
        STORIES[:2], [[0, 1], [2]], Rows(rows, rows), centred=True, join_at=0.9, neighbours=10
    )
    assert found[0].topic == found[1].topic != ""
