"""The verb: documents at lead depth become stories, every document in exactly one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from rujuk.cluster.candidates import Rows, candidates, stack
from rujuk.cluster.features import fitted
from rujuk.cluster.grouping import Pair, Running, group
from rujuk.cluster.judging import Bench, judge
from rujuk.cluster.naming import named, told
from rujuk.cluster.sketch import Sketch, read_day, sketch
from rujuk.cluster.topics import with_topics
from rujuk.model.annotations import Document
from rujuk.model.story import Story
from rujuk.model.text import LEAD, newest_versions


@dataclass(frozen=True, slots=True)
class ClusterConfig:
    """Numbers of `cluster` beside the fitted ones in model.json."""

    # Characters of the body that count as its lead: as many as the vector is made of.
    lead_characters: int = LEAD
    # Days between two publications beyond which no pair is looked at; a story is "the same few days". Not fitted: the labels
    # span two days. An article without a date is compared with all.
    window: float = 4.0
    # Nearest neighbours by meaning that are scored for each article, inside the window.
    neighbours: int = 100
    # Least centred cosine of a neighbour; not fitted. Two unrelated reports have about 0 (NTREX: 99 in 100 below .27).
    floor: float = 0.1
    # Likeness of two headlines from which other days and other numbers make them items of a series (daily prices): a rule, since
    # the fit half holds two such pairs. At .4 it tears the growing toll of the samples' ferry fire apart; daily prices share nearly all words.
    series_headline: float = 0.65
    # A name that at most this many articles have makes them candidates.
    rare: int = 12
    # Days, and rare names in common, within which two articles are compared beyond the window: charges, a suspect, a victim who dies. Not fitted; on
    # GVC, which nothing is fitted on, one to three names and 14 to 365 days give the same (.944 to .969, no false join).
    far: float = 30.0
    far_names: int = 3
    # Articles that a set is taken to be drawn from at least, for the rarity of words; about half a day of six outlets.
    stream: int = 1000
    # Mean centred cosine of the stories of one topic the middle of what joins the two ferry fires of the samples and
    # nothing else there (.2 to .6). Not fitted.
    topic: float = 0.4


def cluster(
    documents: Sequence[Document],
    vectors: Mapping[str, npt.NDArray[np.generic]],
    *,
    means: Mapping[str, npt.NDArray[np.float32]] = MappingProxyType({}),
    config: ClusterConfig = ClusterConfig(),
) -> tuple[Story, ...]:
    """Return the stories that these documents tell, sorted by id; a document alone is a story.

    `documents` are at depth "lead" or "full"; `vectors` holds, by article id, the L2-normalised vector of title and first
    400 characters; an article without one is compared by rare names and address only. `means` are the encoder's mean
    vectors by language, without which articles of two languages seldom meet. Earlier versions of a report are not compared
    and go where its last one goes. `reuse` is left empty; `topic` is given with `means` (see `topics`).
    """
    ordered = sorted(documents, key=lambda item: (item.article.published_at or "~", item.article.id))
    newest = newest_versions(item.article for item in ordered)
    copies, sketches = voices(ordered, newest, config)
    rows = stack(sketches, vectors, means)
    scores = pair_chances(sketches, rows, config)
    groups = grouped(scores, [item.moment for item in sketches])
    earlier: dict[str, list[Document]] = defaultdict(list)
    for item in ordered:
        if newest[item.article.id] != item.article.id:
            earlier[newest[item.article.id]].append(item)
    stories = [_story([item for at in members for item in copies[at]], earlier) for members in groups]
    stories = with_topics(
        stories, groups, rows, centred=bool(means), join_at=config.topic, neighbours=config.neighbours
    )
    return tuple(sorted(stories, key=lambda item: item.id))


def grouped(scores: Mapping[Pair, float], moments: Sequence[float | None]) -> list[list[int]]:
    """Return the positions by story, from the chances of pairs and the times of publication in days, by the fitted cuts."""
    cuts = fitted()
    running = Running(cuts.nearly_at, cuts.vouched_at, moments)
    return group(len(moments), scores, cuts.join_at, cuts.alone_at, running)


def voices(
    ordered: Sequence[Document], newest: Mapping[str, str], config: ClusterConfig
) -> tuple[list[list[Document]], list[Sketch]]:
    """Return what is compared: documents of one text together, and a sketch of each; earlier versions are left out."""
    last = [item for item in ordered if newest[item.article.id] == item.article.id]
    copies = fold_copies(last, config.window)
    return copies, [sketch(same[0], config.lead_characters) for same in copies]


def fold_copies(ordered: Sequence[Document], window: float) -> list[list[Document]]:
    """Return the documents with those of equal title and text together, as long as they follow within the window.

    One text posted five hundred times is compared once.
    """
    groups: list[list[Document]] = []
    latest: dict[str, list[Document]] = {}
    for item in ordered:
        text = item.article.text_sha256
        same = latest.get(text)
        if same is not None and _days_between(same[-1], item) <= window:
            same.append(item)
        else:
            latest[text] = [item]
            groups.append(latest[text])
    return groups


def _days_between(first: Document, second: Document) -> float:
    """Return the days between two publications, 0 where one is not known."""
    times = read_day(first.article.published_at), read_day(second.article.published_at)
    return 0.0 if times[0] is None or times[1] is None else abs(times[0] - times[1])


def pair_chances(sketches: Sequence[Sketch], rows: Rows, config: ClusterConfig) -> dict[Pair, float]:
    """Return the chance that they tell one event for every pair of positions worth scoring."""
    pairs = pairs_to_score(sketches, rows, config)
    bench = Bench.of(sketches, rows, config.stream)
    return dict(zip(pairs, judge(bench, pairs, config.series_headline), strict=True))


def pairs_to_score(sketches: Sequence[Sketch], rows: Rows, config: ClusterConfig) -> list[Pair]:
    """Return the pairs of positions worth scoring, sorted."""
    return candidates(
        sketches,
        rows,
        neighbours=config.neighbours,
        floor=config.floor,
        window=config.window,
        rare=config.rare,
        far=config.far,
        far_names=config.far_names,
    )


def _story(members: Sequence[Document], earlier: Mapping[str, Sequence[Document]]) -> Story:
    old = (version for item in members for version in earlier.get(item.article.id, ()))
    return named((told(item.article) for item in members), (told(item.article) for item in old))
