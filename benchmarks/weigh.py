"""What weighing adds to a story of 60 articles; CPU time, the least of three rounds.

    python -m benchmarks.weigh

Generated stories of one event told by many outlets (`evals/generated`), read and aligned before the clock starts.
"""

import time
from collections.abc import Sequence
from dataclasses import replace

from evals.generated.pipeline import TOOLS, gather
from evals.generated.stories import Generated, Told, generate

from rujuk.align import align
from rujuk.cluster import reuse
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment
from rujuk.model.story import Reuse
from rujuk.pipeline.work import annotate_article, load_encoder, load_outlets
from rujuk.weigh import weigh

SIZES = (6, 20, 60)


def crowd(size: int) -> Generated:
    """Return a story that so many outlets tell: a generated one, again and again under made-up outlets."""
    story = next(item for number in range(100) if len((item := generate("develop", number)).articles) > 5)
    told = [
        replace(story.articles[number % len(story.articles)], outlet=f"Situs {number}", hour=6 + number % 17)
        for number in range(size)
    ]
    return replace(story, articles=tuple(_varied(item, number) for number, item in enumerate(told)))


def _varied(told: Told, number: int) -> Told:
    """Return the article without one of its sentences, so that no two captures hold the same words."""
    if len(told.lines) < 4:
        return told
    left_out = 2 + number % (len(told.lines) - 2)
    return replace(told, lines=tuple(line for at, line in enumerate(told.lines) if at != left_out))


def prepared(story: Generated) -> tuple[list[Document], tuple[Alignment, ...], Sequence[Reuse]]:
    """Return documents, alignments and reuse of a story."""
    encoder = load_encoder(None, 2)
    (texts,) = gather([story])
    found = [annotate_article(article, TOOLS, "full") for article in texts.articles]
    documents = [item for item in found if isinstance(item, Document)]

    def vectors(sentences: Sequence[str]) -> object:
        return encoder.vectors(sentences, prefix="query: ")

    edges = reuse(documents, vectors, outlets=load_outlets(TOOLS.outlets))  # type: ignore[arg-type]
    return documents, align(documents, vectors, packs=load_all()), edges  # type: ignore[arg-type]


def seconds(documents: Sequence[Document], alignments: Sequence[Alignment], edges: Sequence[Reuse]) -> float:
    """Return the CPU time of weighing, the least of three rounds."""
    times = []
    for _ in range(3):
        began = time.process_time()
        weigh(alignments, documents, edges, outlets=load_outlets(TOOLS.outlets), packs=load_all())
        times.append(time.process_time() - began)
    return min(times)


def main() -> None:
    """Print how long weighing takes by the number of articles."""
    print("articles  statements  reuse edges  CPU seconds")
    for size in SIZES:
        documents, alignments, edges = prepared(crowd(size))
        spent = seconds(documents, alignments, edges)
        print(f"{len(documents):8}  {len(alignments):10}  {len(edges):11}  {spent:11.2f}")


if __name__ == "__main__":
    main()
