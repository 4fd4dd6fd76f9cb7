"""Generated stories through the whole pipeline: text in, statements out; the truth stays outside."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from evals.generated.stories import Generated, Line, Told
from evals.generated.words import OUTLETS
from rujuk.align import align
from rujuk.cluster import reuse_and_dependences
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Claim
from rujuk.model.story import Story, story_id
from rujuk.model.text import Article
from rujuk.pipeline.run import articles
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import (
    QUERY,
    Job,
    Tools,
    annotate_article,
    load_encoder,
    load_outlets,
    write_up,
)
from rujuk.weigh.reports import Reports, open_reports

TOOLS = Tools(outlets=(OUTLETS,), threads=1)


@dataclass(frozen=True)
class Texts:
    """A generated story as cleaned articles, and which article is which."""

    story: Generated
    articles: tuple[Article, ...]
    told: dict[str, Told]

    def line(self, claim: Claim) -> Line:
        """Return the line of the generator that a claim stands in."""
        told = self.told[claim.article_id]
        if claim.part == "title":
            return told.lines[0]
        at = 0
        for line in told.lines[1:]:
            at += len(line.text) + 1
            if claim.spans[0].start < at:
                return line
        raise ValueError(f"no line of {told.outlet} holds {claim.text!r}")

    def root(self, claim: Claim, fact: int) -> str:
        """Return the true origin of a claim for a fact, "" where it tells another; a headline has what the body below it has."""
        if claim.part == "body":
            line = self.line(claim)
            return line.root if line.fact == fact else ""
        lines = self.told[claim.article_id].lines
        return next((line.root for line in lines[1:] if line.fact == fact), lines[0].root)

    def fact(self, claims: Sequence[Claim]) -> int | None:
        """Return the fact that most articles of these claims tell in their bodies; None where they tell none."""
        lines = {(claim.article_id, self.line(claim)) for claim in claims if claim.part == "body"}
        facts = Counter(line.fact for _, line in lines if line.fact is not None)
        if facts:
            return min(facts, key=lambda fact: (-facts[fact], fact))
        return 0 if any(claim.part == "title" for claim in claims) else None


@dataclass(frozen=True)
class Read:
    """A generated story with the dossier made of its texts."""

    texts: Texts
    dossier: Dossier


def row(story: Generated, told: Told) -> dict[str, Any]:
    """Return a generated article as the row of a table: what a reader of the page would have."""
    return {
        "url": url(story, told), "outlet": told.outlet, "title": told.lines[0].text, "text": told.text, "as_is": True,
        "published_at": f"2026-02-10T{told.hour:02}:00:00+07:00" if story.dated else "",
    }  # fmt: skip


def url(story: Generated, told: Told) -> str:
    """Return the address of a generated article."""
    return f"https://{told.domain}/berita/{story.name}"


def gather(stories: Sequence[Generated]) -> Iterator[Texts]:
    """Yield each story as the articles that our own stages make of its texts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        rows = (row(story, told) for story in stories for told in story.articles)
        path.write_text("".join(json.dumps(item) + "\n" for item in rows), encoding="utf-8")
        found = articles([path], Settings(outlets=(OUTLETS,), processes=1))
    by_url = {str(article.url): article for article in found}
    for story in stories:
        own = {by_url[url(story, told)].id: told for told in story.articles}
        kept = sorted((by_url[url(story, told)] for told in story.articles), key=lambda item: item.id)
        yield Texts(story, tuple(kept), own)


def read(stories: Sequence[Generated]) -> Iterator[Read]:
    """Yield each story with the dossier that the pipeline makes of its articles."""
    for texts in gather(stories):
        ids = tuple(article.id for article in texts.articles)
        job = Job(Story(story_id(ids[0]), texts.story.name, ids, ()), texts.articles, {})
        dossier, drops = write_up(job, TOOLS)
        if dossier is None:
            raise ValueError(f"{texts.story.name}: {drops}")
        yield Read(texts, dossier)


Chances = dict[tuple[str, str], float]
"""How likely two whole articles rest on one original, by their ids in string order."""


def weighed(texts: Texts) -> tuple[list[Reports], Chances]:
    """Return the reports of each statement of a story, opened, before they are counted, and the chances of its articles."""
    results = [annotate_article(article, TOOLS, "full") for article in texts.articles]
    documents = [item for item in results if isinstance(item, Document)]
    known, encoder = load_outlets(TOOLS.outlets), load_encoder(None, TOOLS.threads)

    def vectors(sentences: Sequence[str]) -> np.ndarray:
        return encoder.vectors(sentences, prefix=QUERY)

    edges, pairs = reuse_and_dependences(documents, vectors, outlets=known)
    packs = load_all()
    own = open_reports(align(documents, vectors, packs=packs), documents, edges, known, packs)[1]
    return own, {(pair.left, pair.right): pair.chance for pair in pairs}
