"""The stories whose reuse is labelled, ours and the made-up ones of samples/, and how edges are held against the labels.

A labelled pair is a copy (`from` one article) or two articles of one common source (statement, agency, report). Labels are not
exhaustive, so precision is a lower bound.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from evals.events import events
from evals.reading import annotated, bundled
from rujuk.cluster import Dependence, dependences, reuse
from rujuk.model.annotations import Document
from rujuk.model.dependence import DependenceModel
from rujuk.model.story import Reuse
from rujuk.outlets.base import Outlets, load
from rujuk.pipeline.run import articles as read_articles
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import Tools, annotate_article

Pair = frozenset[str]
SAMPLES = Path(__file__).parents[1] / "samples"


@dataclass(frozen=True, eq=False)
class Case:
    """A story: its documents, the labelled pairs, of copies the one taken from, pairs that labels imply, all pairs' signs."""

    name: str
    made_up: bool
    documents: tuple[Document, ...]
    outlets: Outlets
    gold: frozenset[Pair]
    taken: Mapping[Pair, str]
    implied: frozenset[Pair]
    pairs: tuple[Dependence, ...]

    def edges(self, model: DependenceModel) -> tuple[Reuse, ...]:
        """Return the edges that `reuse` finds with this model."""
        return reuse(self.documents, _vectors, outlets=self.outlets, model=model)


def _vectors(texts: Sequence[str]) -> Any:
    return np.stack([_vector(text) for text in texts])


@cache
def _vector(text: str) -> Any:
    return bundled().vectors([text])[0]


@cache
def cases(data: Path | None) -> tuple[Case, ...]:
    """Return the labelled events of the data, where there is any, and the stories of samples/."""
    found = [
        _case(event.name, False, {key: annotated(item) for key, item in event.articles.items()},
              event.labels["reuse"], load())
        for event in (events(data) if data else ())
    ]  # fmt: skip
    return (*found, *_samples())


@cache
def _samples() -> tuple[Case, ...]:
    tools = Tools((SAMPLES / "outlets.toml",))
    settings = Settings(outlets=tools.outlets)
    read = [annotate_article(i, tools, "full") for i in read_articles([SAMPLES / "captures"], settings)]
    by_title = {item.article.title.strip(): item for item in read if isinstance(item, Document)}
    lines = (SAMPLES / "labels" / "bodies.jsonl").read_text(encoding="utf-8").splitlines()
    stories: defaultdict[str, dict[str, Document]] = defaultdict(dict)
    for item in map(json.loads, lines):
        stories[item["event"]][item["key"]] = by_title[item["title"].strip()]
    return tuple(
        _case(name, True, own, json.loads((SAMPLES / "labels" / f"{name}.json").read_text("utf-8"))["reuse"],
              load(tools.outlets))
        for name, own in sorted(stories.items())
    )  # fmt: skip


def _case(
    name: str,
    made_up: bool,
    own: Mapping[str, Document],
    labels: Sequence[Mapping[str, Any]],
    outlets: Outlets,
) -> Case:
    ids = {key: item.article.id for key, item in own.items()}
    pairs: set[Pair] = set()
    taken: dict[Pair, str] = {}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for item in labels:
        if item["from"] in ids:
            pair = frozenset((ids[item["from"]], ids[item["to"]]))
            pairs.add(pair)
            taken[pair] = ids[item["from"]]
        else:
            groups[item["from"]].append(ids[item["to"]])
    pairs |= {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}
    # Two copies of one article are unlabelled between each other, not strangers.
    implied = {frozenset(one ^ other) for one, other in combinations(pairs, 2) if len(one & other) == 1}
    documents = tuple(own[key] for key in sorted(own))
    signs = dependences(documents, _vectors, outlets=outlets)
    return Case(name, made_up, documents, outlets, frozenset(pairs), taken, frozenset(implied - pairs), signs)


def pair_scores(stories: Sequence[Case], models: Sequence[DependenceModel]) -> dict[str, float]:
    """Return over the pairs of these stories, each with its model: F1, precision, recall of edges, and right directions.

    `false_edges` is the share of unlabelled pairs that get an edge, `missed` that of labelled ones that get none.
    """
    hit = found = wanted = strangers = 0
    right: list[bool] = []
    for case, model in zip(stories, models, strict=True):
        edges = case.edges(model)
        mine = {frozenset((edge.left, edge.right)) for edge in edges} - case.implied
        hit, found, wanted = hit + len(mine & case.gold), found + len(mine), wanted + len(case.gold)
        strangers += len(case.pairs) - len(case.gold | case.implied)
        right += [
            (edge.left if edge.direction == "left>right" else edge.right) == case.taken[pair]
            for edge in edges
            if (pair := frozenset((edge.left, edge.right))) in case.taken and edge.direction
        ]
    return {
        "f1": 2 * hit / max(1, found + wanted),
        "precision": hit / max(1, found),
        "recall": hit / max(1, wanted),
        "direction": sum(right) / len(right) if right else 0.0,
        "false_edges": (found - hit) / max(1, strangers),
    }


def brier_ratio(stories: Sequence[Case], models: Sequence[DependenceModel]) -> float:
    """Return the Brier score of the pairs' chances over that of the constant which is right on average; lower is better."""
    told: list[tuple[float, float]] = []
    for case, model in zip(stories, models, strict=True):
        for item in case.pairs:
            pair = frozenset((item.left, item.right))
            if pair not in case.implied:
                told.append((model.chance(dict(item.signs)), float(pair in case.gold)))
    rate = sum(gold for _, gold in told) / len(told)
    return sum((chance - gold) ** 2 for chance, gold in told) / len(told) / (rate * (1 - rate))
