"""What a large story costs from its documents to its statements: CPU seconds and peak memory, encoder included.

    RUJUK_DATA=... python -m benchmarks.align

The articles of the labelled events and stories put into one story, then the made-up crowd of `benchmarks.weigh` (60 outlets that tell one event
in nearly the same words), read before the clock starts. Two threads; the aim is 30 s for 60 articles.
"""

import os
import resource
import time
from collections.abc import Sequence
from pathlib import Path

from evals.events import events
from evals.generated.pipeline import TOOLS, gather
from evals.reading import annotated
from evals.stories import as_articles, chosen_rows, labels_of

from benchmarks.weigh import crowd
from rujuk.align import align
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.pipeline.work import annotate_article, load_encoder

SIZE = 60


def real(data: Path, size: int) -> list[Document]:
    """Return so many articles, annotated: those of the labelled events, then those of the labelled stories."""
    first = [item for event in events(data) for item in event.articles.values()]
    more = as_articles(chosen_rows(data, labels_of(data)))
    found = {item.id: item for item in (*first, *more)}
    return [annotated(item) for item in list(found.values())[:size]]


def measure(name: str, documents: Sequence[Document]) -> None:
    """Print what aligning the documents costs."""
    encoder, began, wall = load_encoder(None, 2), time.process_time(), time.monotonic()
    statements = align(documents, lambda texts: encoder.vectors(texts, prefix="query: "), packs=load_all())
    spent, waited = time.process_time() - began, time.monotonic() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name}: {len(documents)} articles, {len(statements)} statements, {spent:.1f} s CPU, {waited:.1f} s, {peak} MB"
    )


def main() -> None:
    """Measure both stories."""
    measure("articles of several events", real(Path(os.environ["RUJUK_DATA"]), SIZE))
    texts = next(gather([crowd(SIZE)]))
    read = [annotate_article(item, TOOLS, "full") for item in texts.articles]
    measure("one event told by many", [item for item in read if isinstance(item, Document)])


if __name__ == "__main__":
    main()
