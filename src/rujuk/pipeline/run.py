"""The stages in their order: inputs to articles, documents, stories and dossiers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from rujuk.clean import gather
from rujuk.cluster import cluster
from rujuk.engine.pool import processes_for, run
from rujuk.ingest import ingest
from rujuk.ingest.excerpts import share_dates
from rujuk.lang import base as lang
from rujuk.model.annotations import Document
from rujuk.model.dossier import Dossier
from rujuk.model.report import Dropped, Notice, Report
from rujuk.model.story import Story, story_id
from rujuk.model.text import Article, Page
from rujuk.pipeline.manifest import articles_hash, manifest_of
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import (
    Job,
    Tools,
    annotate_article,
    clean_page,
    lead_means,
    lead_vectors,
    score_claims,
    survey_pages,
    trace_reuse,
    write_up,
)

WORTH_PAGES = 200
WORTH_STORIES = 40
"""Items from which a pool of processes pays: starting one costs about two seconds with its encoder and packs."""

Inputs = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Flow:
    """A run's settings with what they mean for each stage, and the ledger it writes to."""

    settings: Settings
    report: Report

    @property
    def tools(self) -> Tools:
        """Return what items are worked with in this process."""
        return Tools(self.settings.outlets, self.settings.encoder)

    def pool(self, items: int, worth: int) -> tuple[int, Tools]:
        """Return the number of processes for so many items, and the tools each of them uses."""
        processes = processes_for(items, self.settings.processes, worth=worth)
        return processes, replace(self.tools, threads=1 if processes > 1 else 2)


def articles(
    inputs: Inputs, settings: Settings = Settings(), *, report: Report | None = None
) -> tuple[Article, ...]:
    """Return the cleaned articles of files, folders or "-" (rows on standard input), sorted by id.

    Captures with the same words are one article that counts them, pages of one report are joined. Drops and notices go to `report`.
    Raises InputError for an input that does not exist.
    """
    flow = Flow(settings, report if report is not None else Report())
    pages = list(_pages(inputs, flow))
    told, excerpts = share_dates(pages)
    kept, folded = _fold(told)
    flow.report.add([*excerpts, *folded])
    processes, tools = flow.pool(len(kept), WORTH_PAGES)
    found: list[Article] = []
    captures, said = survey_pages([page for page, _ in kept], tools)
    flow.report.add(said)
    for result, notices in run(partial(clean_page, tools=tools), captures, processes=processes):
        flow.report.add(notices)
        _keep(result, found, flow.report)
    counts = {page.id: count for page, count in kept}
    counted = [replace(item, copies=counts[item.id]) for item in found]
    done, said = gather(counted, {page.id: page for page, _ in kept}, packs=lang.load_all())
    flow.report.add(said)
    flow.report.add(_speech_notices(done))
    flow.report.counts.update(pages=len(pages), articles=len(done))
    return done


def documents(
    inputs: Inputs, settings: Settings = Settings(), *, report: Report | None = None
) -> tuple[Document, ...]:
    """Return the fully annotated articles of the inputs, sorted by article id."""
    flow = Flow(settings, report if report is not None else Report())
    return tuple(annotate_all(articles(inputs, settings, report=flow.report), flow))


def annotate_all(found: Sequence[Article], flow: Flow) -> Iterator[Document]:
    """Yield the full annotation of each article in turn; articles that cannot be annotated go to the report."""
    processes, tools = flow.pool(len(found), WORTH_PAGES)
    for result in run(partial(annotate_article, tools=tools, depth="full"), found, processes=processes):
        if isinstance(result, Dropped):
            flow.report.add([result])
        else:
            yield result


def stories(
    inputs: Inputs, settings: Settings = Settings(), *, report: Report | None = None
) -> tuple[Story, ...]:
    """Return the stories that the inputs tell, with the reuse between their articles, sorted by id."""
    flow = Flow(settings, report if report is not None else Report())
    found = articles(inputs, settings, report=flow.report)
    jobs = plan(found, flow)
    processes, tools = flow.pool(len(jobs), WORTH_STORIES)
    done = []
    for story, drops in run(partial(trace_reuse, tools=tools), jobs, processes=processes):
        flow.report.add(drops)
        done.append(story)
    return tuple(done)


def pairs(
    inputs: Inputs, settings: Settings = Settings(), *, report: Report | None = None
) -> Iterator[dict[str, Any]]:
    """Yield every pair of claims that the stories' statements are made from, as JSON data, story by story by id."""
    flow = Flow(settings, report if report is not None else Report())
    jobs = plan(articles(inputs, settings, report=flow.report), flow)
    processes, tools = flow.pool(len(jobs), WORTH_STORIES)
    for told, drops in run(partial(score_claims, tools=tools), jobs, processes=processes):
        flow.report.add(drops)
        yield from told


def dossiers(
    inputs: Inputs, settings: Settings = Settings(), *, report: Report | None = None
) -> tuple[Dossier, ...]:
    """Return one dossier a story of the inputs, each checked against its articles, sorted by id."""
    flow = Flow(settings, report if report is not None else Report())
    return tuple(write_all(articles(inputs, settings, report=flow.report), flow))


def write_all(found: Sequence[Article], flow: Flow) -> Iterator[Dossier]:
    """Yield the dossiers of the articles' stories, sorted by story id; what fails goes to the report."""
    jobs = plan(found, flow)
    processes, tools = flow.pool(len(jobs), WORTH_STORIES)
    for dossier, drops in run(partial(write_up, tools=tools), jobs, processes=processes):
        flow.report.add(drops)
        if dossier is not None:
            flow.report.counts.update(dossiers=1, statements=len(dossier.statements))
            yield dossier


def plan(found: Sequence[Article], flow: Flow) -> list[Job]:
    """Return the stories of the articles as jobs, sorted by story id; all in one where the settings ask for it."""
    told = _one_story(found) if flow.settings.one_story else _cluster(found, flow)
    flow.report.counts.update(stories=len(told))
    by_id = {article.id: article for article in found}
    parts = [tuple(by_id[article_id] for article_id in story.article_ids) for story in told]
    texts = articles_hash(found)
    jobs = [
        Job(s, own, manifest_of(own, texts, flow.settings, flow.tools))
        for s, own in zip(told, parts, strict=True)
    ]
    return sorted(jobs, key=lambda job: job.story.id)


def _cluster(found: Sequence[Article], flow: Flow) -> tuple[Story, ...]:
    return gather_stories(found, flow)[2] if found else ()


def gather_stories(
    found: Sequence[Article], flow: Flow
) -> tuple[list[Document], dict[str, np.ndarray], tuple[Story, ...]]:
    """Return the articles' leads, their vectors, and the stories that both make; what fails goes to the report."""
    processes, tools = flow.pool(len(found), WORTH_PAGES)
    leads: list[Document] = []
    for result in run(partial(annotate_article, tools=tools, depth="lead"), found, processes=processes):
        _keep(result, leads, flow.report)
    vectors = lead_vectors([document.article for document in leads], flow.tools)
    return leads, vectors, cluster(leads, vectors, means=lead_means(flow.tools))


def _one_story(found: Sequence[Article]) -> tuple[Story, ...]:
    if not found:
        return ()
    first = min(found, key=lambda article: (article.published_at or "~", article.id))
    ids = tuple(sorted(article.id for article in found))
    return (Story(story_id(first.id), first.title or first.path, ids, ()),)


def _pages(inputs: Inputs, flow: Flow) -> Iterator[Page]:
    """Yield the pages of the inputs; drops and notices of reading them go to the report."""
    settings = flow.settings
    for item in ingest(inputs, columns=settings.columns, as_is=settings.as_is):
        if isinstance(item, Page):
            yield item
        else:
            flow.report.add([item])


def _fold(pages: Iterable[Page]) -> tuple[list[tuple[Page, int]], list[Notice]]:
    """Return each different capture once with how often it came, sorted by id, and a note for each that came again."""
    groups: dict[str, list[Page]] = {}
    for page in pages:
        groups.setdefault(page.id, []).append(page)
    kept, notes = [], []
    for _, same in sorted(groups.items()):
        same.sort(key=lambda page: (page.path, page.row or 0))
        kept.append((same[0], len(same)))
        notes += [
            Notice(page.name, "ingest", "duplicate_capture", f"same as {same[0].name}", "note")
            for page in same[1:]
        ]
    return kept, notes


def _keep(result: Any, kept: list[Any], report: Report) -> None:
    """Put a result among the kept ones, or into the report where it is a drop."""
    if isinstance(result, Dropped):
        report.add([result])
    else:
        kept.append(result)


def _speech_notices(found: Iterable[Article]) -> Iterator[Notice]:
    """Yield a warning for each article whose language has no pack: it is kept, and said not to be analysed."""
    known = lang.codes()
    for article in found:
        if article.language not in known:
            detail = f"{article.language}; there are packs for {', '.join(known)}"
            yield Notice(article.path, "annotate", "no_language_pack", detail)
