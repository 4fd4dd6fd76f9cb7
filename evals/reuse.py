"""Reuse: which pairs of articles share text, an original or a quotation, on the labelled events; and who took from whom.

A labelled pair is a copy (`from` one article) or two articles of one common source (statement, agency, report). Labels are not
exhaustive, so precision is a lower bound. Development part: the numbers of ReuseConfig were set on the same labels.
"""

from collections import defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path

from evals.events import Event, events
from evals.reading import annotated
from rujuk.cluster import reuse
from rujuk.encoder.base import Encoder
from rujuk.model.annotations import Document
from rujuk.model.story import Reuse
from rujuk.outlets.base import load as load_outlets

Pair = frozenset[str]


@cache
def documents_of(event_name: str, data: Path) -> tuple[Document, ...]:
    """Return the fully annotated articles of one event."""
    event = next(item for item in events(data) if item.name == event_name)
    return tuple(annotated(item) for item in event.articles.values())


def labelled_pairs(event: Event) -> tuple[set[Pair], dict[Pair, str]]:
    """Return the pairs of article ids that reuse, and for copies the id of the one taken from."""
    ids = {key: article.id for key, article in event.articles.items()}
    pairs: set[Pair] = set()
    taken: dict[Pair, str] = {}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for item in event.labels["reuse"]:
        if item["from"] in ids:
            pair = frozenset((ids[item["from"]], ids[item["to"]]))
            pairs.add(pair)
            taken[pair] = ids[item["from"]]
        else:
            groups[item["from"]].append(ids[item["to"]])
    pairs |= {frozenset(pair) for group in groups.values() for pair in combinations(group, 2)}
    return pairs, taken


def edges_of(event: Event, encoder: Encoder, data: Path) -> tuple[Reuse, ...]:
    """Return the edges that `reuse` finds among an event's articles."""
    return reuse(documents_of(event.name, data), encoder.vectors, outlets=load_outlets())


def run(data: Path) -> dict[str, float]:
    """Return F1 over pairs, and the share of labelled copies found whose direction is right where one is given."""
    encoder = Encoder.load()
    hit = found = wanted = 0
    right: list[bool] = []
    for event in events(data):
        gold, taken = labelled_pairs(event)
        edges = edges_of(event, encoder, data)
        mine = {frozenset((edge.left, edge.right)) for edge in edges}
        mine -= _implied(gold) - gold
        hit, found, wanted = hit + len(mine & gold), found + len(mine), wanted + len(gold)
        right += [
            _taken_from(edge) == taken[pair]
            for edge in edges
            if (pair := _pair(edge)) in taken and edge.direction
        ]
    return {
        "pair_f1": 2 * hit / max(1, found + wanted),
        "direction": sum(right) / len(right) if right else 0.0,
    }


def _implied(gold: set[Pair]) -> set[Pair]:
    """Return the pairs that labelled ones join: two copies of one article are unlabelled between each other, not strangers."""
    return {frozenset(one ^ other) for one, other in combinations(gold, 2) if len(one & other) == 1}


def _pair(edge: Reuse) -> Pair:
    return frozenset((edge.left, edge.right))


def _taken_from(edge: Reuse) -> str:
    return edge.left if edge.direction == "left>right" else edge.right
