"""What is done to one page, one article or one story, as plain functions that can run in any process.

Packs, outlets and encoders are loaded once a process and kept: they are read-only.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from rujuk.align import align, compare
from rujuk.annotate import annotate
from rujuk.clean import clean, survey
from rujuk.clean.lines.recurrence import NOTHING_KNOWN, Recurrence
from rujuk.cluster import reuse, reuse_and_dependences
from rujuk.compose import compose
from rujuk.encoder.base import Encoder
from rujuk.encoder.labels import Labelled
from rujuk.lang import base as lang
from rujuk.model.annotations import Depth, Document
from rujuk.model.dossier import Dossier, verify
from rujuk.model.report import Dropped, Notice
from rujuk.model.story import Story
from rujuk.model.text import Article, Page, newest_versions
from rujuk.outlets import base as outlets
from rujuk.pipeline.faults import attempt
from rujuk.weigh import tolls, weigh

QUERY = "query: "


@dataclass(frozen=True, slots=True)
class Tools:
    """What every item of a run is worked with: further outlet packs, another encoder, threads an encoder may use."""

    outlets: tuple[Path, ...] = ()
    encoder: Path | None = None
    threads: int = 2


@cache
def load_outlets(extra: tuple[Path, ...]) -> outlets.Outlets:
    """Return the outlet packs of a run."""
    return outlets.load(extra)


@cache
def load_encoder(path: Path | None, threads: int) -> Encoder:
    """Return the encoder of a run."""
    return Encoder.load(path, threads=threads)


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture with what the others of its outlet say of its lines."""

    page: Page
    recurrence: Recurrence


def survey_pages(pages: Sequence[Page], tools: Tools) -> tuple[list[Capture], tuple[Notice, ...]]:
    """Return the captures of a run, in their order, each with what the others of its outlet say of its lines, and notices."""
    told, notices = survey(pages, packs=lang.load_all(), outlets=load_outlets(tools.outlets))
    return [Capture(page, told.get(page.id, NOTHING_KNOWN)) for page in pages], notices


def clean_page(capture: Capture, tools: Tools) -> tuple[Article | Dropped, tuple[Notice, ...]]:
    """Return what `clean` makes of a capture; an error nobody foresaw becomes a drop, so that the rest goes on."""
    packs, known = lang.load_all(), load_outlets(tools.outlets)
    done = attempt(
        capture.page.name,
        "clean",
        lambda: clean(capture.page, packs=packs, outlets=known, recurrence=capture.recurrence),
    )
    return (done, ()) if isinstance(done, Dropped) else done


def annotate_article(article: Article, tools: Tools, depth: Depth) -> Document | Dropped:
    """Return the article's annotation at the given depth, or the drop that keeps one bad article from ending the run."""
    packs, known, labeller = lang.load_all(), load_outlets(tools.outlets), _labeller(tools)
    return attempt(
        article.path,
        "annotate",
        lambda: annotate(article, packs=packs, outlets=known, depth=depth, labeller=labeller),
    )


def _labeller(tools: Tools) -> Callable[[Sequence[str]], Sequence[Sequence[Labelled]]] | None:
    """Return what labels names, with the prefix of `_meaning`: a sentence's vector is then there already."""
    encoder = load_encoder(tools.encoder, tools.threads)
    if not encoder.kinds:
        return None
    return lambda texts: encoder.read(texts, prefix=QUERY).labels


def lead_vectors(articles: Sequence[Article], tools: Tools) -> dict[str, np.ndarray]:
    """Return the vector of each article's title and lead, by article id."""
    leads = [article.lead for article in articles]
    vectors = load_encoder(tools.encoder, tools.threads).vectors(leads, prefix="passage: ")
    return {article.id: vector for article, vector in zip(articles, vectors, strict=True)}


def lead_means(tools: Tools) -> Mapping[str, np.ndarray]:
    """Return what the lead vectors of each language have in common."""
    return load_encoder(tools.encoder, tools.threads).means


@dataclass(frozen=True, slots=True)
class Job:
    """One story to be written up: its articles, the manifest that goes with it."""

    story: Story
    articles: tuple[Article, ...]
    manifest: Mapping[str, Any]


def trace_reuse(job: Job, tools: Tools) -> tuple[Story, tuple[Dropped, ...]]:
    """Return the job's story with the reuse between its articles, and what could not be read: an article, or all reuse."""
    if len(job.articles) == 1:
        return job.story, ()
    documents, drops = _documents(job, tools)
    known, vectors = load_outlets(tools.outlets), _meaning(tools)
    edges = attempt(job.story.id, "cluster", lambda: reuse(documents, vectors, outlets=known))
    if isinstance(edges, Dropped):
        return job.story, (*drops, edges)
    return replace(job.story, reuse=edges), drops


def score_claims(job: Job, tools: Tools) -> tuple[list[dict[str, Any]], tuple[Dropped, ...]]:
    """Return the job's scored pairs of claims as JSON data, and what could not be read: an article, or the whole story."""
    documents, drops = _documents(job, tools)
    packs, vectors = lang.load_all(), _meaning(tools)
    told = attempt(job.story.id, "align", lambda: [*compare(documents, vectors, packs=packs)])
    if isinstance(told, Dropped):
        return [], (*drops, told)
    return [{"story": job.story.id, **pair.to_dict()} for pair in told], drops


def write_up(job: Job, tools: Tools) -> tuple[Dossier | None, tuple[Dropped, ...]]:
    """Return the dossier of one story, checked against its articles, and what was dropped on the way.

    A dossier that its articles do not bear out is not returned: its faults are the drop's detail. Neither is one whose
    writing fails; the story's id is the drop's item, and other stories go on.
    """
    documents, drops = _documents(job, tools)
    if not documents:
        return None, drops
    done = attempt(job.story.id, "compose", lambda: _verified(_dossier(job, documents, tools), job))
    return (None, (*drops, done)) if isinstance(done, Dropped) else (done, drops)


def _verified(dossier: Dossier, job: Job) -> Dossier | Dropped:
    """Return the dossier, or the drop of one that its articles do not bear out."""
    faults = verify(dossier, job.articles)
    return Dropped(job.story.id, "verify", "unverified", "; ".join(faults[:3])) if faults else dossier


def _documents(job: Job, tools: Tools) -> tuple[list[Document], tuple[Dropped, ...]]:
    results = [annotate_article(article, tools, "full") for article in job.articles]
    documents = [item for item in results if isinstance(item, Document)]
    return documents, tuple(item for item in results if isinstance(item, Dropped))


def _dossier(job: Job, documents: Sequence[Document], tools: Tools) -> Dossier:
    known = load_outlets(tools.outlets)
    vectors = _meaning(tools)
    edges, pairs = reuse_and_dependences(documents, vectors, outlets=known)
    ids = tuple(sorted(item.article.id for item in documents))
    story = replace(job.story, article_ids=ids, reuse=edges)
    voices = _voices(documents)
    alignments = align(voices, vectors, packs=lang.load_all())
    chances = {(pair.left, pair.right): pair.chance for pair in pairs}
    statements = weigh(alignments, documents, edges, outlets=known, packs=lang.load_all(), chances=chances)
    counted = tolls(voices, packs=lang.load_all())
    return compose(story, statements, documents, packs=lang.load_all(), manifest=job.manifest, tolls=counted)


def _voices(documents: Sequence[Document]) -> list[Document]:
    """Return the documents that are compared: an earlier version of another one neither supports nor disputes anything."""
    newest = newest_versions(document.article for document in documents)
    return [document for document in documents if newest[document.article.id] == document.article.id]


def _meaning(tools: Tools) -> Callable[[Sequence[str]], np.ndarray]:
    def vectors(texts: Sequence[str]) -> np.ndarray:
        return load_encoder(tools.encoder, tools.threads).vectors(texts, prefix=QUERY)

    return vectors
