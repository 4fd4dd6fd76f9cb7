"""Stories: B-cubed F1 of `cluster` on the report half of the labelled Indonesian stories, look-alikes among them.

The halves are split by story id (look-alikes by URL); weights and thresholds are fitted on the other half only.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from evals.events import as_articles, rows
from rujuk.annotate import annotate
from rujuk.cluster import cluster
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.outlets.base import load as load_outlets
from rujuk.pipeline.work import Tools, lead_vectors


@dataclass(frozen=True)
class Labelled:
    """The labelled articles at lead depth with their vectors, and by article id the story ("x..." where alone) and the half."""

    documents: tuple[Document, ...]
    vectors: Mapping[str, np.ndarray]
    story: Mapping[str, str]
    half: Mapping[str, str]


def half_of(key: str) -> str:
    """Return "fit" or "report" for a story id or a URL."""
    return "fit" if sha256(key.encode()).digest()[0] % 2 else "report"


@cache
def labelled(data: Path) -> Labelled:
    """Return the labelled articles as our own stages read them."""
    path = data / "stories-id-2025-06" / "labels.jsonl"
    labels = {
        item["url"]: item["story"] for item in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    }
    chosen: dict[str, dict[str, str]] = {}
    for (_, url), row in sorted(rows(data).items()):
        if url in labels:
            chosen.setdefault(url, row)
    articles = [item for item in as_articles(list(chosen.values())) if item.url in labels]
    packs, outlets = load_all(), load_outlets()
    read = (annotate(article, packs=packs, outlets=outlets, depth="lead") for article in articles)
    documents = tuple(item for item in read if isinstance(item, Document))
    keys = {article.id: labels[str(article.url)] or f"x{article.url}" for article in articles}
    vectors = lead_vectors([item.article for item in documents], Tools())
    return Labelled(documents, vectors, keys, {item: half_of(key) for item, key in keys.items()})


def b_cubed(groups: Mapping[str, str], gold: Labelled, half: str) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 over the articles of one half, and the share of look-alikes left alone."""
    ids = [item.article.id for item in gold.documents if gold.half[item.article.id] == half]
    by_group, by_story = _sets(ids, groups), _sets(ids, gold.story)
    both = {item: len(by_group[groups[item]] & by_story[gold.story[item]]) for item in ids}
    precision = sum(both[item] / len(by_group[groups[item]]) for item in ids) / len(ids)
    recall = sum(both[item] / len(by_story[gold.story[item]]) for item in ids) / len(ids)
    whole = _sets(list(groups), groups)
    alone = [item for item in ids if gold.story[item].startswith("x")]
    left = sum(len(whole[groups[item]]) == 1 for item in alone) / len(alone)
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, "alone": left}


def _sets(ids: Sequence[str], of: Mapping[str, str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in ids:
        found[of[item]].add(item)
    return found


def run(data: Path) -> dict[str, float]:
    """Return B-cubed F1 on the report half and the share of its look-alikes left alone."""
    gold = labelled(data)
    groups = {item: story.id for story in cluster(gold.documents, gold.vectors) for item in story.article_ids}
    scores = b_cubed(groups, gold, "report")
    return {"b_cubed_f1": scores["f1"], "lookalikes_left_alone": scores["alone"]}
