"""Why an article is in a story, or is not: each member's chance, taken apart into the features that made it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from types import MappingProxyType
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from rujuk.cluster.candidates import stack
from rujuk.cluster.features import fitted, fitted_across
from rujuk.cluster.judging import Bench, reasons
from rujuk.cluster.sketch import Sketch
from rujuk.cluster.stories import ClusterConfig, pairs_to_score, voices
from rujuk.model.annotations import Document
from rujuk.model.story import Story
from rujuk.model.text import newest_versions

Verdict = Literal["scored", "same_address", "same_text", "same_report", "series", "not_compared"]


@dataclass(frozen=True, slots=True)
class Told:
    """One feature of a pair: its value, the fitted weight, and what both add to the logit of the chance."""

    name: str
    value: float
    weight: float

    def to_dict(self) -> dict[str, Any]:
        """Return the feature as JSON data."""
        adds = round(self.value * self.weight, 4)
        return {"name": self.name, "value": round(self.value, 4), "weight": self.weight, "adds": adds}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The article beside one member of the story: the chance, 0..1, that both tell one event, and what it is made of.

    `verdict` says whether the score decided, one address, one text or two versions of one report (chance 1), two items of a
    daily series (0), or that the two were never compared, too far apart in meaning or time (0). Of one text or report no
    features are told.
    """

    article_id: str
    title: str
    verdict: Verdict
    chance: float
    features: tuple[Told, ...]
    constant: float

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as JSON data."""
        return {
            "article": self.article_id,
            "title": self.title,
            "verdict": self.verdict,
            "chance": self.chance,
            "constant": self.constant,
            "features": [item.to_dict() for item in self.features],
        }


@dataclass(frozen=True, slots=True)
class Why:
    """The decision on one article and one story, by the chances of the other members.

    `likeness` is the mean of the two highest (of a story of one, the one), at which an article alone joins from `alone_at`;
    `mean` that of all, at which a group that it came with joins from `join_at`, one of a running story from `nearly_at` (`grouping.Running`).
    """

    article_id: str
    story_id: str
    inside: bool
    likeness: float
    alone_at: float
    mean: float
    join_at: float
    nearly_at: float
    comparisons: tuple[Comparison, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the decision as JSON data."""
        return {
            "article": self.article_id,
            "story": self.story_id,
            "inside": self.inside,
            "likeness": self.likeness,
            "alone_at": self.alone_at,
            "mean": self.mean,
            "join_at": self.join_at,
            "nearly_at": self.nearly_at,
            "comparisons": [item.to_dict() for item in self.comparisons],
        }


def why(
    documents: Sequence[Document],
    vectors: Mapping[str, npt.NDArray[np.generic]],
    article_id: str,
    story: Story,
    *,
    means: Mapping[str, npt.NDArray[np.float32]] = MappingProxyType({}),
    config: ClusterConfig = ClusterConfig(),
) -> Why:
    """Return why an article is in a story of these documents, or not; members in the story's order.

    `documents`, `vectors` and `means` are those that `cluster` made the story from: how rare a word is depends on all of
    them. A member may owe its place to the group it came with.
    """
    ordered = sorted(documents, key=lambda item: (item.article.published_at or "~", item.article.id))
    newest = newest_versions(item.article for item in ordered)
    copies, sketches = voices(ordered, newest, config)
    place = {item.article.id: at for at, same in enumerate(copies) for item in same}
    place |= {old: place[new] for old, new in newest.items()}
    rows = stack(sketches, vectors, means)
    bench = Bench.of(sketches, rows, config.stream)
    near = set(pairs_to_score(sketches, rows, config))
    titles = {item.article.id: item.article.title for item in documents}
    found = []
    for member in story.article_ids:
        pair = min(place[article_id], place[member]), max(place[article_id], place[member])
        if member == article_id:
            continue
        if pair[0] == pair[1]:
            same: Verdict = "same_report" if newest[member] == newest[article_id] else "same_text"
            found.append(Comparison(member, titles[member], same, 1.0, (), 0.0))
            continue
        left, right = sketches[pair[0]], sketches[pair[1]]
        features, chance = reasons(bench, pair, config.series_headline)
        verdict = _verdict(left, right, chance) if pair in near else "not_compared"
        model = fitted() if left.language == right.language else fitted_across()
        told = tuple(Told(name, value, model.weights[name]) for name, value in features.items())
        final = 0.0 if verdict == "not_compared" else chance
        found.append(Comparison(member, titles[member], verdict, final, told, model.constant))
    chances = sorted((item.chance for item in found), reverse=True) or [1.0]
    likeness, mean = (round(fmean(own), 6) for own in (chances[:2], chances))
    inside, cuts = article_id in story.article_ids, fitted()
    joins = cuts.alone_at, mean, cuts.join_at, cuts.nearly_at
    return Why(article_id, story.id, inside, likeness, *joins, tuple(found))


def _verdict(left: Sketch, right: Sketch, chance: float) -> Verdict:
    """Return what decided a pair that was compared."""
    if left.url and left.url == right.url:
        return "same_address"
    return "series" if chance == 0 else "scored"
