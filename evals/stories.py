"""Stories: B-cubed F1 of `cluster` on the report half of the labelled Indonesian stories, look-alikes among them.

The halves are split by story id (look-alikes by URL); weights and thresholds are fitted on the other half only.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import numpy as np

from evals.events import as_articles, rows
from evals.reading import annotated
from rujuk.cluster import cluster
from rujuk.model.annotations import Document
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
def labels_of(data: Path) -> Mapping[str, str | None]:
    """Return the story of each labelled URL, None for a look-alike."""
    path = data / "stories-id-2025-06" / "labels.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    return {item["url"]: item["story"] for item in map(json.loads, lines)}


def chosen_rows(data: Path, urls: Container[str] | None) -> list[dict[str, str]]:
    """Return the first row of each of these URLs, or of every URL with a body of 300 characters."""
    chosen: dict[str, dict[str, str]] = {}
    for (_, url), row in sorted(rows(data).items()):
        if url in urls if urls is not None else len(row["isi_berita"]) >= 300:
            chosen.setdefault(url, row)
    return list(chosen.values())


@cache
def labelled(data: Path) -> Labelled:
    """Return the labelled articles as our own stages read them."""
    return _read(data, chosen_rows(data, labels_of(data)))


@cache
def stream(data: Path) -> Labelled:
    """Return every article of the two days, the labelled ones among them."""
    return _read(data, chosen_rows(data, None))


def _read(data: Path, chosen: list[dict[str, str]]) -> Labelled:
    labels = labels_of(data)
    documents = tuple(annotated(item, "lead") for item in as_articles(chosen))
    articles = [item.article for item in documents]
    keys = {item.id: labels[url] or f"x{url}" for item in articles if (url := str(item.url)) in labels}
    halves = {article: half_of(key) for article, key in keys.items()}
    return Labelled(documents, lead_vectors(articles, Tools()), keys, halves)


def b_cubed(
    groups: Mapping[str, str], gold: Labelled, half: str, only: Collection[str] | None = None
) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 over one half's articles, and the share of its look-alikes left alone.

    Look-alikes are stories of one article, and left alone where no other labelled article is with them. `only` counts these
    articles of the half alone; groups and stories are still those of all its articles.
    """
    ids = [item for item, own in gold.half.items() if own == half and item in groups]
    counted = [item for item in ids if only is None or item in only]
    by_group, by_story = _sets(ids, groups), _sets(ids, gold.story)
    both = {item: len(by_group[groups[item]] & by_story[gold.story[item]]) for item in counted}
    precision = sum(both[item] / len(by_group[groups[item]]) for item in counted) / len(counted)
    recall = sum(both[item] / len(by_story[gold.story[item]]) for item in counted) / len(counted)
    whole = _sets([item for item in gold.half if item in groups], groups)
    alone = [item for item in counted if gold.story[item].startswith("x")]
    left = sum(len(whole[groups[item]]) == 1 for item in alone) / max(1, len(alone))
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1, "alone": left}


def _sets(ids: Sequence[str], of: Mapping[str, str]) -> dict[str, set[str]]:
    return sets_of({item: of[item] for item in ids})


def sets_of(of: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the items of each group."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item, key in of.items():
        found[key].add(item)
    return found


def run(data: Path) -> dict[str, float]:
    """Return B-cubed F1 on the report half and the share of its look-alikes left alone."""
    gold = labelled(data)
    groups = {item: story.id for story in cluster(gold.documents, gold.vectors) for item in story.article_ids}
    scores = b_cubed(groups, gold, "report")
    return {"b_cubed_f1": scores["f1"], "lookalikes_left_alone": scores["alone"]}
