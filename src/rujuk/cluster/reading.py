"""One document of a story as the search for reuse reads it: words, seeds, quoted stretches, what it cites."""

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.cluster.copies import Words, seeds, split_words
from rujuk.model.annotations import Citation, Document, Quotation
from rujuk.outlets.base import Outlet, Outlets


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its words, its n-gram seeds, the words that stand in direct quotations, and its cited outlets.

    `quotations` are the direct ones, `spoken` all that have a speaker, each with its words. `agencies` and `bodies` are names of what it says it rests on, by a key that is equal for the same one.
    """

    document: Document
    words: Words
    grams: dict[tuple[str, ...], list[int]]
    quoted: frozenset[int]
    quotations: tuple[tuple[Quotation, tuple[str, ...]], ...]
    spoken: tuple[tuple[Quotation, tuple[str, ...]], ...]
    outlets: dict[str, Citation]
    agencies: dict[str, str]
    bodies: dict[str, str]

    @property
    def id(self) -> str:
        """Return the id of the article."""
        return self.document.article.id


def read(document: Document, outlets: Outlets, seed: int) -> Reading:
    """Return the reading of a document."""
    words = split_words(document.article.text)
    direct = [item for item in document.quotations if item.kind != "indirect" and item.content.part == "body"]
    spoken = [item for item in document.quotations if item.speaker and item.content.part == "body"]
    cited = [(citation, _outlet(citation, outlets)) for citation in document.citations]
    return Reading(
        document=document,
        words=words,
        grams=seeds(words, seed),
        quoted=_inside(words, direct),
        quotations=tuple((item, split_words(item.content.text).folded) for item in direct),
        spoken=tuple((item, split_words(item.content.text).folded) for item in spoken),
        outlets={outlet.id: citation for citation, outlet in reversed(cited) if outlet},
        agencies={outlet.id: outlet.name for _, outlet in cited if outlet and outlet.kind == "wire"},
        bodies={
            citation.name.casefold(): citation.name
            for citation, outlet in cited
            if outlet is None and citation.kind in ("agency", "body")
        },
    )


def _outlet(citation: Citation, outlets: Outlets) -> Outlet | None:
    return outlets.get(citation.outlet_id) if citation.outlet_id else outlets.by_name(citation.name)


def _inside(words: Words, quotations: Sequence[Quotation]) -> frozenset[int]:
    """Return the positions of the words that stand in the contents of these quotations."""
    held: set[int] = set()
    ranges = sorted((item.content.start, item.content.end) for item in quotations)
    at = 0
    for start, end in ranges:
        while at < len(words) and words.starts[at] < start:
            at += 1
        while at < len(words) and words.ends[at] <= end:
            held.add(at)
            at += 1
    return frozenset(held)
