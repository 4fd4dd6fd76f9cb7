"""What of an article decides whether it tells the same event as another: a small sketch, read off title and lead once."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from rujuk.lang.base import codes, load
from rujuk.lang.stems import content_stems
from rujuk.lang.words import Words
from rujuk.model.annotations import Document, Quantity
from rujuk.model.moments import DAY_LENGTH, read_moment
from rujuk.model.text import Part

WORD = re.compile(r"\w\w+")
DAY_GRAINS = frozenset({"day", "part", "hour", "minute", "second"})
WHOLE = 20_000
"""Characters of an article that are read at most; a longer one is a collection, not a report."""

FINENESS = 2**32
"""Weights are whole multiples of one part in this many: sums of two million of them are exact, and the order of the items shows in no digit."""

WIDEST = 100
"""A count of more digits than this is a reading error; it is not compared."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """One article as sets: words of title, of title and lead, of the whole; words of names, numbers with unit, event days.

    Each of the first three holds the one before.
    `moment` is the publication in days since 1970, None where it is not known; `slots` are what its numbers count; `issue` is
    the day of publication where the title names it ("Harga emas hari ini", "IHSG 18 Juni 2025"), as a day's issue of a series does.
    """

    id: str
    language: str
    outlet: str
    url: str
    moment: float | None
    title: frozenset[str]
    words: frozenset[str]
    whole: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    slots: Mapping[str, frozenset[str]]
    days: frozenset[str]
    issue: str = ""


def sketch(document: Document, lead_characters: int) -> Sketch:
    """Return the sketch of a document; `lead_characters` of the body count as its lead."""
    article = document.article
    title = frozenset(fold_words(article.title, article.language))
    words = title | frozenset(fold_words(article.text[:lead_characters], article.language))
    names = (
        word
        for entity in document.entities
        for form in (entity.name, *entity.aliases)
        for word in fold_words(form, article.language)
    )
    numbers = [item for item in document.quantities if item.value < 10.0**WIDEST]
    return Sketch(
        id=article.id,
        language=article.language,
        outlet=article.outlet.key if article.outlet else "",
        url=article.canonical_url or "",
        moment=read_day(article.published_at),
        title=title,
        words=words,
        whole=words | frozenset(fold_words(article.text[:WHOLE], article.language)),
        names=frozenset(names),
        numbers=frozenset(_number(item) for item in numbers),
        slots=_slots(numbers),
        days=frozenset(day for _, day in _days(document)),
        issue=_issue(document),
    )


def _days(document: Document) -> Iterator[tuple[Part, str]]:
    """Yield the days that a document names, with the part where it does."""
    for item in document.times:
        if item.granularity in DAY_GRAINS and len(item.start_at) >= DAY_LENGTH:
            yield item.span.part, item.start_at[:DAY_LENGTH]


def _issue(document: Document) -> str:
    published = (document.article.published_at or "")[:DAY_LENGTH]
    return published if ("title", published) in _days(document) else ""


def fold_words(text: str, language: str) -> Iterable[str]:
    """Return the telling words of a text: light stems where the language has a pack, and everything with a digit."""
    words: list[str] = WORD.findall(text.casefold())
    section = words_of(language)
    if section is None:
        return words
    return [*content_stems(text, section), *(word for word in words if not word.isalpha())]


@cache
def words_of(language: str) -> Words | None:
    """Return the everyday words of a language, or None for one without a pack."""
    return load(language).words if language in codes() else None


def read_day(published_at: str | None) -> float | None:
    """Return a publication time in days since 1970; a day without a time counts as its noon, None as None."""
    moment = read_moment(published_at)
    return None if moment is None else (moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() / 86400


def _number(quantity: Quantity) -> str:
    return f"{quantity.value:g} {quantity.unit}"


def _slots(numbers: Sequence[Quantity]) -> Mapping[str, frozenset[str]]:
    """Return the values by what they measure: unit and head of the counted words."""
    slots: dict[str, set[str]] = {}
    for item in numbers:
        if item.unit or item.counted:
            slots.setdefault(f"{item.unit} {item.counted.partition(' ')[0]}", set()).add(f"{item.value:g}")
    return {slot: frozenset(values) for slot, values in slots.items()}


class Weights(dict[str, float]):
    """What items weigh; one that is in no article weighs 1."""

    def __missing__(self, item: str) -> float:
        return 1.0


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling a word, name or number is: 0 where all articles have it, 1 where one has; by inverse document frequency.

    A set smaller than `at_least` is taken as a part of a stream of that many, or five reports of one event would have no
    rare word among them.
    """

    weights: Weights

    def of(self, item: str) -> float:
        """Return the weight of one item, in 0..1."""
        return self.weights[item]

    def total(self, items: Iterable[str]) -> float:
        """Return the summed weights; the order of the items does not show (`rounded`)."""
        return sum(map(self.weights.__getitem__, items), 0.0)


def rounded(weight: float) -> float:
    """Return a weight as what may be summed in any order."""
    return round(weight * FINENESS) / FINENESS


def rarity(sets: Sequence[frozenset[str]], at_least: int) -> Rarity:
    """Return the rarity of the items of these sets among them."""
    size = max(len(sets), at_least) + 1
    counts = Counter(item for items in sets for item in items)
    of_number = {number: rounded(math.log(size / number) / math.log(size)) for number in {*counts.values()}}
    return Rarity(Weights((item, of_number[number]) for item, number in counts.items()))
