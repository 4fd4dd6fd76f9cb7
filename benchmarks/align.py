"""What a large story costs from its documents to its statements: CPU seconds and peak memory, encoder included.

    RUJUK_DATA=... python -m benchmarks.align

For 60 and for 500 articles: real ones put into one story (those of the labelled events and stories first, then whatever the two days have, so
that it wrongly holds many events), the made-up crowd of `benchmarks.weigh` (outlets that tell one event in nearly the same words), and copies of one
report. Each story is read before the clock starts and runs in a process of its own, so that the peak is its own, reading included. Two threads; the
aims are 30 s for 60 articles, 5 minutes and 3 GB for 500.
"""

import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from evals.events import events
from evals.generated.pipeline import TOOLS, gather
from evals.reading import annotated
from evals.stories import as_articles, chosen_rows, labels_of

from benchmarks.weigh import crowd
from rujuk.align import align
from rujuk.cluster import reuse
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.text import Article, digest
from rujuk.pipeline.work import QUERY, annotate_article, load_encoder, load_outlets
from rujuk.weigh import weigh

SIZES = (60, 500)


def real(size: int) -> list[Document]:
    """Return so many articles, annotated: those of the labelled events, then of the labelled stories, then of both days."""
    data = Path(os.environ["RUJUK_DATA"])
    first = [item for event in events(data) for item in event.articles.values()]
    more = as_articles(chosen_rows(data, labels_of(data)))
    found = {item.id: item for item in (*first, *more)}
    if len(found) < size:
        found |= {item.id: item for item in as_articles(chosen_rows(data, None)[: 2 * size])}
    return [annotated(item) for item in islice(found.values(), size)]


def told(size: int) -> list[Document]:
    """Return one generated event told by so many outlets, annotated."""
    texts = next(gather([crowd(size)]))
    return _read([_with_own_line(item, number) for number, item in enumerate(texts.articles)])


def _with_own_line(article: Article, number: int) -> Article:
    """Return an article with a last line that no other has, so that none is another's copy."""
    line = f"Wartawan situs ke-{number} tiba di lokasi pukul {6 + number % 16}.{10 + number % 50} WIB."
    return replace(article, text=f"{article.text}\n{line}")


def copied(size: int) -> list[Document]:
    """Return so many articles of the same words under as many addresses, annotated."""
    first = next(gather([crowd(1)])).articles[0]
    return _read([replace(first, id=digest(f"{number}"), path=f"{number}.txt") for number in range(size)])


def _read(articles: Sequence[Article]) -> list[Document]:
    found = [annotate_article(item, TOOLS, "full") for item in articles]
    return [item for item in found if isinstance(item, Document)]


CASES: Mapping[str, Callable[[int], list[Document]]] = {
    "articles of many events": real,
    "one event told by many": told,
    "copies of one report": copied,
}


def measure(name: str, size: int) -> None:
    """Print what reuse, alignment and weighing of a story cost."""
    documents = CASES[name](size)
    encoder, outlets, packs = load_encoder(None, 2), load_outlets(TOOLS.outlets), load_all()
    began, wall = time.process_time(), time.monotonic()
    edges = reuse(documents, lambda texts: encoder.vectors(texts, prefix=QUERY), outlets=outlets)
    traced = time.monotonic() - wall
    alignments = align(documents, lambda texts: encoder.vectors(texts, prefix=QUERY), packs=packs)
    aligned = time.monotonic() - wall - traced
    statements = weigh(alignments, documents, edges, outlets=outlets, packs=packs)
    waited = time.monotonic() - wall
    spent, peak = time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    stages = f"reuse {traced:.1f}, align {aligned:.1f}, weigh {waited - traced - aligned:.1f}"
    print(
        f"{name}: {len(documents)} articles, {len(statements)} statements, {len(edges)} edges; {stages};"
        f" {spent:.1f} s CPU, {waited:.1f} s, {peak} MB",
        flush=True,
    )


def main() -> None:
    """Measure every story in a process of its own."""
    context = multiprocessing.get_context("spawn")
    for size in SIZES:
        for name in CASES:
            process = context.Process(target=measure, args=(name, size))
            process.start()
            process.join()


if __name__ == "__main__":
    main()
