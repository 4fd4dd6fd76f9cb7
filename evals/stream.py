"""Stories online: B-cubed F1 of `Stream` over the whole two-day stream in batches of 256, and how much order and batches show.

The report half of the labels, as in `stories`, but among all articles of the two days; `as_grouped_at_once` and `shuffled` are
B-cubed F1 of the online stories against those of `cluster` on the same articles, and of an arrival in any order at all.
"""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.stories import b_cubed, stream
from evals.stories_across import b_cubed as agreement
from rujuk.cluster import Stream, cluster
from rujuk.model.annotations import Document
from rujuk.model.story import Story
from rujuk.pipeline.work import Tools, lead_means

BATCH = 256


def run(data: Path) -> dict[str, float]:
    """Return F1 and look-alikes left alone on the report half, and the two agreements."""
    gold, means = stream(data), lead_means(Tools())
    ordered = sorted(gold.documents, key=lambda item: (item.article.published_at or "~", item.article.id))

    def online(documents: Sequence[Document]) -> dict[str, str]:
        own, told = Stream(means=means), dict[str, Story]()
        for start in range(0, len(documents), BATCH):
            change = own.add(documents[start : start + BATCH], gold.vectors)
            for key in change.gone:
                del told[key]
            told |= {item.id: item for item in change.stories}
        return groups_of(told.values())

    found = online(ordered)
    shuffled = [*ordered]
    random.Random(0).shuffle(shuffled)
    scores = b_cubed(found, gold, "report")
    return {
        "b_cubed_f1": scores["f1"],
        "lookalikes_left_alone": scores["alone"],
        "as_grouped_at_once": agreement(found, groups_of(cluster(ordered, gold.vectors, means=means))),
        "shuffled": agreement(online(shuffled), found),
    }


def groups_of(stories: Iterable[Story]) -> dict[str, str]:
    """Return the story of each article."""
    return {article: item.id for item in stories for article in item.article_ids}
