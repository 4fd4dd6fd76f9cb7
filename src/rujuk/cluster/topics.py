"""A looser level above stories: stories of one subject, whatever happened in each.

Two fires of two ferries are two stories and one topic. A topic is for browsing; nothing is counted or compared by it.
"""

from collections.abc import Sequence

import numpy as np

from rujuk.cluster.candidates import Rows, Vectors, near_pairs
from rujuk.cluster.grouping import group
from rujuk.model.story import Story, topic_id


def with_topics(
    stories: Sequence[Story],
    places: Sequence[Sequence[int]],
    rows: Rows,
    *,
    centred: bool,
    join_at: float,
    neighbours: int,
) -> list[Story]:
    """Return the stories with the topic of each, in the same order.

    `places` are the rows of each story's articles. Stories are grouped by average linkage over the cosines of their mean
    vectors, centred by language: without `centred` vectors all are near, and each story is a topic of its own. A topic is
    named by the lowest id of its stories.
    """
    if not centred or len(stories) < 2:
        return [story.of_topic(topic_id(story.id)) for story in stories]
    means = _means(places, rows.centred)
    unknown = np.full(len(stories), np.nan)
    pairs = sorted(set(near_pairs(means, unknown, neighbours, join_at / 2, np.inf)))
    scores = {(i, j): round(float(means[i] @ means[j]), 4) for i, j in pairs}
    topics = [""] * len(stories)
    for members in group(len(stories), scores, join_at):
        name = topic_id(min(stories[at].id for at in members))
        for at in members:
            topics[at] = name
    return [story.of_topic(topic) for story, topic in zip(stories, topics, strict=True)]


def _means(places: Sequence[Sequence[int]], rows: Vectors) -> Vectors:
    """Return the mean vector of each story, of length 1; zero where no article has one."""
    means = np.stack([rows[list(own)].mean(axis=0) for own in places])
    lengths = np.linalg.norm(means, axis=1, keepdims=True)
    return np.asarray(means / np.where(lengths > 0, lengths, 1), dtype=np.float32)
