"""Reach of citations on labelled June 2025 news: how far each outlet, agency, document or body covers the text.

112 citations of 74 articles, labelled by offsets before any output on them was seen; the rules were written by whoever had
labelled both halves, errors were read in `tune` alone. Labelled is each named outlet, agency, document or body that a claim
is taken from (laws, "berbagai sumber", the outlet's own name, and persons are none), at its name, with the run of sentences
for which a careful reader takes it as the place the outlet has its report from: "article" where the report as a whole is a
retelling of it (the only credit, with the news of the lead), else up to another credit, a note of the outlet ("Sebagai
informasi", "Sebelumnya"), or, where it is only named with somebody's words, up to where others speak. The articles were
drawn by hash among those with a word of relaying or of documents; 27 more among agencies in brackets, "demikian dilansir", and the
outlets that the first draw held few of.

- `found`: labelled citations that were read; the scores below count the others as wrong;
- `kind`: the share whose reach is of the labelled kind: one sentence, a passage, the article;
- `sentences_f1`: mean over citations of the F1 of covered sentences; `uncovered`, reversed so that higher is better, as
  `covered`: the share of labelled sentences that are covered (too narrow a reach lets one report count as two origins);
- `not_beyond`: the share of covered sentences that are labelled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evals.labelled_news import Labelled, labelled, sentences
from evals.reading import annotated, outlets
from rujuk.lang.base import load
from rujuk.model.annotations import Citation
from rujuk.model.text import Article, OutletRef, Span


@dataclass(frozen=True)
class Judged:
    """One labelled citation: its kind and the numbers of the sentences it covers, as labelled and as read."""

    kind: str
    wanted: frozenset[int]
    made_kind: str
    made: frozenset[int]

    @property
    def f1(self) -> float:
        """Return the balanced F of the covered sentences."""
        return 2 * len(self.wanted & self.made) / max(1, len(self.wanted) + len(self.made))


def run(data: Path, part: str = "report") -> dict[str, float]:
    """Return the scores on the labels of a part."""
    found = [item for _, _, item in judged(data, part)]
    shared = sum(len(item.wanted & item.made) for item in found)
    return {
        "found": _share([bool(item.made) for item in found]),
        "kind": _share([item.kind == item.made_kind for item in found]),
        "sentences_f1": sum(item.f1 for item in found) / max(1, len(found)),
        "covered": shared / max(1, sum(len(item.wanted) for item in found)),
        "not_beyond": shared / max(1, sum(len(item.made) for item in found)),
    }


def judged(data: Path, part: str) -> Iterator[tuple[Labelled, dict[str, Any], Judged]]:
    """Yield each labelled citation with what was read at its name."""
    pack = load("id")
    for item in labelled(data, "reach"):
        if item.part != part:
            continue
        own = published(item.article)
        spans = sentences(own, pack)
        citations = [cite for cite in annotated(own).citations if cite.span.part == "body"]
        for gold in item.items:
            yield item, gold, judge(gold, citations, spans)


def published(article: Article) -> Article:
    """Return the article as its outlet's, so that what it calls itself is no citation."""
    host = article.url.split("/")[2].removeprefix("www.") if article.url else ""
    outlet = outlets().by_domain(host)
    return replace(article, outlet=OutletRef(outlet.name, outlet.id)) if outlet else article


def judge(gold: dict[str, Any], citations: Sequence[Citation], spans: Sequence[Span]) -> Judged:
    """Return a label and what was read there; nothing is covered where no citation shares a character with the name."""
    start, end = gold["reach"]
    wanted = covered(start, end, spans)
    here = (cite for cite in citations if cite.span.start < gold["end"] and gold["start"] < cite.span.end)
    cite = next(here, None)
    if cite is None:
        return Judged(gold["kind"], wanted, "", frozenset())
    made = covered(cite.reach.start, cite.reach.end, spans)
    whole = len(made) == len(spans)
    kind = "article" if whole else "sentence" if len(made) == 1 else "passage"
    return Judged(gold["kind"], wanted, kind, made)


def covered(start: int, end: int, spans: Sequence[Span]) -> frozenset[int]:
    """Return the numbers of the sentences half of which lie in [start, end)."""
    return frozenset(
        number
        for number, span in enumerate(spans)
        if 2 * (min(end, span.end) - max(start, span.start)) >= span.end - span.start
    )


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / max(1, len(flags))
