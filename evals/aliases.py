"""Whether two written names of one story are one, on pairs labelled by hand in June 2025 news.

A line of gold/aliases.jsonl is a story: pairs of names by url and offsets of the column isi_berita, their kind, and whether
they are the same. Pairs are names that share a word, a sound or initials, drawn by hash from what was read in articles of
several outlets; stretches that are no whole name were left out. Stories of the tune part were labelled first and their misses
looked at; those of the report part were labelled afterwards and their misses never. The names are given to the joining at these
offsets, among those read in the articles that the pairs name.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.labelled_news import GOLD, article, body_texts
from evals.reading import names_of
from rujuk.annotate.entities import join_names
from rujuk.annotate.name_reader import Name
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.tokens import read_sentence
from rujuk.compose.entities import joined
from rujuk.lang.base import load, load_all
from rujuk.model.annotations import Document

Place = tuple[str, int, int]


@dataclass(frozen=True)
class Verdict:
    """A labelled pair with what the joining says."""

    story: str
    left: Place
    right: Place
    same: bool
    joined: bool


def alias_scores(data: Path, part: str) -> dict[str, float]:
    """Return precision and recall of the pairs of a part that are one."""
    found = list(verdicts(data, part))
    right = sum(item.same and item.joined for item in found)
    made = sum(item.joined for item in found)
    wanted = sum(item.same for item in found)
    return {"alias_precision": right / made if made else 1.0, "alias_recall": right / wanted}


def verdicts(data: Path, part: str) -> Iterator[Verdict]:
    """Yield every pair of a part with what the joining says."""
    texts = body_texts(data / "news-multi-outlet-2025-06")
    for line in (GOLD / "aliases.jsonl").read_text(encoding="utf-8").splitlines():
        story = json.loads(line)
        if story["part"] == part:
            yield from _story(story, texts)


def _story(story: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[Verdict]:
    labelled: dict[str, dict[tuple[int, int], str]] = {}
    for pair in story["pairs"]:
        for side in (pair["left"], pair["right"]):
            labelled.setdefault(side["url"], {})[side["start"], side["end"]] = pair["kind"]
    documents = [_document(url, texts[url], names) for url, names in sorted(labelled.items())]
    entity = _entities(documents)
    for pair in story["pairs"]:
        left, right = ((side["url"], side["start"], side["end"]) for side in (pair["left"], pair["right"]))
        yield Verdict(story["story"], left, right, pair["same"], entity[left] == entity[right])


def _document(url: str, text: str, given: Mapping[tuple[int, int], Any]) -> Document:
    """Return an article with the names read in it, those given in place of what overlaps them."""
    pack = load("id")
    own = article(url, text, None)
    sentences = [read_sentence(span) for span in read_sentences(own, "body", pack.sentences)]
    names = [name for name in names_of(sentences, pack) if not _overlaps(name, given)]
    names += [
        Name("body", start, end, text[start:end], kind, None, True) for (start, end), kind in given.items()
    ]
    names.sort(key=lambda name: name.start)
    mentions, entities = join_names(own, names, pack)
    return Document(own, "full", (own.span(0, len(text)),), mentions, entities, (), (), (), (), ())


def _overlaps(name: Name, given: Iterable[tuple[int, int]]) -> bool:
    return any(name.start < end and start < name.end for start, end in given)


def _entities(documents: Iterable[Document]) -> dict[Place, int]:
    """Return the number of the story's entity at each mention."""
    own = list(documents)
    number = {
        member: n
        for n, (parts, _) in enumerate(joined(own, load_all()))
        for node in parts
        for member in node.members
    }
    return {
        (d.article.id, m.span.start, m.span.end): number[d.article.id, m.entity]
        for d in own
        for m in d.mentions
    }
