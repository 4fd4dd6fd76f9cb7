"""Examples varied as articles vary: other names of a kind, other casing, words that scrapers glued, longer texts."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rujuk.lang import base as lang
from rujuk.lang import gazetteer
from rujuk.outlets import base as outlets
from training.label_corpora import CORPORA, Example, Span

LARGE = 500_000
"""Inhabitants of a city whose name may stand for a place's: some 1,200 cities, those that news name."""


@dataclass(frozen=True)
class Shares:
    """Shares of the passes over a sentence that are varied in each way."""

    swap: float = 0.3  # of the sentences; about half of the names of each
    known: float = 0.5  # of the names put in: those of gazetteer, packs and outlets, not the corpora's own
    title: float = 0.05  # every word with a capital, as headlines have it
    upper: float = 0.03
    lower: float = 0.02
    glued: float = 0.08  # a space taken out, as scrapers do between lines
    long: float = 0.25  # of the sentences that stand in a text of several


@dataclass(frozen=True)
class Names:
    """Names by kind that may stand for another: `own` of the corpora, as often as there; `known` of lists."""

    own: Mapping[str, Sequence[str]]
    known: Mapping[str, Sequence[Sequence[str]]]

    def drawn(self, kind: str, known: float, draw: random.Random) -> str:
        if draw.random() < known:
            return draw.choice(draw.choice(self.known[kind]))
        return draw.choice(self.own[kind])


def read_names(data: Path, idner: Sequence[Example], nergrit: Sequence[Example]) -> Names:
    """Names of the two corpora; known ones of the packs, the gazetteer and, for persons, DBpedia."""
    kinds = dict(zip(CORPORA["nergrit"], ("PER", "ORG", "LOC"), strict=True))
    own: dict[str, list[str]] = {"PER": [], "ORG": [], "LOC": []}
    for example in [*idner, *nergrit]:
        for start, end, kind in example.spans:
            name = example.text[start:end]
            if name[0].isupper():
                own[kinds.get(kind, kind)].append(name)
    lines = (data / "gazetteer-dbpedia-id" / "person.txt").read_text(encoding="latin-1").splitlines()
    persons = [name for name in lines if re.fullmatch(r"[A-Z][a-z]+( [A-Z]\.?[a-z]*){1,2}", name)]
    packs = [lang.load(code).names for code in ("id", "en")]
    listed = sorted(
        {name for pack in packs for name in (*pack.organisations, *forms(pack.organisation_aliases))}
    )
    papers = sorted(outlets.load().names())
    known = {"PER": [persons], "ORG": [papers, listed], "LOC": list(places())}
    return Names(own, known)


def forms(groups: Sequence[str]) -> Iterator[str]:
    for group in groups:
        yield from group.split(" = ")


def places() -> Iterator[list[str]]:
    """Yield countries, regions and large cities, each sorted."""
    known = gazetteer.load()
    every = {place for found in known.by_name.values() for place in found}
    countries = {place.name for place in every if place.kind == "country"}
    yield sorted(countries | {name for name in lang.load("id").names.places if name[0].isupper()})
    yield sorted({place.name for place in every if place.kind in ("province", "regency", "town")})
    rows = (gazetteer.HERE / "cities.tsv").read_text(encoding="utf-8").splitlines()
    cities = (row.split("\t") for row in rows)
    yield sorted({row[-1] if len(row) > 5 else row[1] for row in cities if int(row[4]) >= LARGE})


def varied(example: Example, names: Names, shares: Shares, draw: random.Random) -> Example:
    if draw.random() < shares.swap:
        example = swapped(example, names, shares.known, draw)
    if draw.random() < shares.glued:
        example = glued(example, draw)
    at = draw.random()
    for share, change in ((shares.title, title), (shares.upper, str.upper), (shares.lower, str.lower)):
        if at < share:
            text = change(example.text)
            return replace(example, text=text) if len(text) == len(example.text) else example
        at -= share
    return example


def title(text: str) -> str:
    """Every word with a capital, as headlines have it."""
    return re.sub(r"(?<!\S)[a-z]", lambda found: found[0].upper(), text)


def swapped(example: Example, names: Names, known: float, draw: random.Random) -> Example:
    """The sentence with about half of its names replaced by others of their kind."""
    text, spans, at = "", [], 0
    for start, end, kind in example.spans:
        text += example.text[at:start]
        name = names.drawn(kind, known, draw) if draw.random() < 0.5 else example.text[start:end]
        spans.append((len(text), len(text) + len(name), kind))
        text, at = text + name, end
    return replace(example, text=text + example.text[at:], spans=tuple(spans))


def glued(example: Example, draw: random.Random) -> Example:
    """The sentence without one of the spaces before a capital; a name takes in the word that it is glued to.

    No space of a name is taken, and none between two names.
    """
    starts, ends = {s for s, _, _ in example.spans}, {e for _, e, _ in example.spans}
    free = [
        found.start()
        for found in re.finditer(r"(?<=[\w.,)\"]) (?=[A-Z])", example.text)
        if not any(s < found.start() < e for s, e, _ in example.spans)
        and not (found.start() in ends and found.end() in starts)
    ]
    if not free:
        return example
    at = draw.choice(free)
    word = re.search(r"\w*$", example.text[:at])
    begin = word.start() if word else at
    spans = tuple(
        (begin if start == at + 1 else start - (start > at), end - (end > at), kind)
        for start, end, kind in example.spans
    )
    return replace(example, text=example.text[:at] + example.text[at + 1 :], spans=spans)


def joined(examples: Sequence[Example]) -> Example:
    """One text of several of the same corpus, a space between them."""
    text, spans = "", list[Span]()
    for example in examples:
        text += " " if text else ""
        spans += [(start + len(text), end + len(text), kind) for start, end, kind in example.spans]
        text += example.text
    return Example(text, tuple(spans), examples[0].corpus)


def lengthened(
    examples: Sequence[Example], share: float, characters: tuple[int, int], draw: random.Random
) -> list[Example]:
    """The examples, a share of them put together into texts of so many characters (least, most)."""
    order = draw.sample(examples, len(examples))
    cut = round(len(order) * share)
    made, row, most = list(order[cut:]), list[Example](), draw.randint(*characters)
    for example in order[:cut]:
        if row and sum(len(each.text) + 1 for each in row) + len(example.text) > most:
            made.append(joined(row))
            row, most = [], draw.randint(*characters)
        row.append(example)
    return [*made, joined(row)] if row else made
