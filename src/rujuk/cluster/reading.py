"""One document of a story as the search for reuse reads it: words, seeds, quoted stretches, what it cites."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rujuk.cluster.copies import Seeds, Words, seeds, split_words
from rujuk.lang.base import codes, load
from rujuk.lang.origins import Origins
from rujuk.model.annotations import Citation, Document, Quotation
from rujuk.model.text import Span
from rujuk.outlets.base import Outlet, Outlets

Voice = tuple[str, ...]
"""The words of a name, in lower case."""
Channel = Literal["press_release", "press_conference"]
"""How words reached all outlets at once."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its words, its n-gram seeds, the words that stand in direct quotations, and its cited outlets.

    `quotations` are the direct ones, `spoken` all that have a speaker, each with its words. `agencies` and `bodies` are names of what
    it says it rests on, by a key that is equal for the same one; `voices` the words of all names that it lets speak or rests on,
    with each the name itself, and `channels` what the text says of how their words came. `figures` are the values by unit and what they count,
    `headline` those of the title by unit, `details` the values of the body that have two telling digits; `sentences` are those of the body.
    """

    document: Document
    words: Words
    grams: Seeds
    quoted: frozenset[int]
    quotations: tuple[tuple[Quotation, tuple[str, ...]], ...]
    spoken: tuple[tuple[Quotation, tuple[str, ...]], ...]
    outlets: dict[str, Citation]
    agencies: dict[str, str]
    bodies: dict[str, str]
    voices: dict[Voice, str]
    channels: dict[Voice, frozenset[Channel]]
    figures: dict[tuple[str, str], set[float]]
    headline: dict[str, set[float]]
    details: frozenset[float]
    sentences: tuple[Span, ...]

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
        voices=_voices(document),
        channels=_channels(document),
        figures=_figures(document),
        headline=_headline(document),
        details=frozenset(
            item.value
            for item in document.quantities
            if item.span.part == "body" and telling_digits(item.value)
        ),
        sentences=tuple(span for span in document.sentences if span.part == "body"),
    )


def _voices(document: Document) -> dict[Voice, str]:
    """Return the persons, bodies and agencies that a document lets speak or rests on; no places, and no mere "the judge"."""
    said = (name for item in document.quotations for name in (item.speaker, item.affiliation) if name)
    names = [item.name for item in said if item.name != item.name.casefold()]
    names += [item.name for item in document.citations if item.kind in ("agency", "body")]
    places = {
        split_words(form).folded
        for entity in document.entities
        if entity.kind == "LOC"
        for form in (entity.name, *entity.aliases)
    }
    found = {split_words(name).folded: name for name in sorted(names)}
    return {words: name for words, name in found.items() if words and words not in places}


def _channels(document: Document) -> dict[Voice, frozenset[Channel]]:
    """Return for each voice how its words came, where a sentence that gives them says so ("kata X dalam siaran pers")."""
    language = document.article.language
    if language not in codes():
        return {}
    told = [_channels_told(span.text, load(language).origins) for span in document.sentences]
    found: dict[Voice, set[Channel]] = {}
    for name, place in _named(document):
        held = (
            own for span, own in zip(document.sentences, told, strict=True) if own and span.overlaps(place)
        )
        for own in held:
            found.setdefault(split_words(name).folded, set()).update(own)
    return {voice: frozenset(own) for voice, own in found.items()}


def _named(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the names that a document lets speak or rests on, with where it does."""
    for item in document.quotations:
        yield from ((name.name, item.span) for name in (item.speaker, item.affiliation) if name)
    yield from ((item.name, item.span) for item in document.citations if item.kind in ("agency", "body"))


def _channels_told(sentence: str, origins: Origins) -> frozenset[Channel]:
    words = f" {' '.join(split_words(sentence).folded)} "
    phrases: dict[Channel, tuple[str, ...]] = {
        "press_release": origins.releases,
        "press_conference": origins.briefings,
    }
    return frozenset(kind for kind, own in phrases.items() if any(f" {phrase} " in words for phrase in own))


def _figures(document: Document) -> dict[tuple[str, str], set[float]]:
    """Return the values of a document by unit and the first word of what they count; bare numbers are left out."""
    found: dict[tuple[str, str], set[float]] = {}
    for item in document.quantities:
        if item.unit:
            found.setdefault((item.unit, item.counted.partition(" ")[0]), set()).add(item.value)
    return found


def _headline(document: Document) -> dict[str, set[float]]:
    """Return the values that the title gives, by unit; plain counts are one unit."""
    found: dict[str, set[float]] = {}
    for item in document.quantities:
        if item.span.part == "title":
            found.setdefault(item.unit, set()).add(item.value)
    return found


def telling_digits(value: float) -> int:
    """Return how many digits of a value tell more than its size: 281200000 has three, 30 and 1000 none, 442 two."""
    digits = "".join(filter(str.isdigit, f"{abs(value):.10g}".partition("e")[0]))
    return max(0, len(digits.strip("0")) - 1)


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
