"""Which person a pronoun, "-nya" or "politikus itu" stands for: the most salient one named before it.

A linear score over what speaks for each person named so far; its weights are fitted by `training/fit_coreference.py` and lie
in `coreference.json`. Nothing is looked at but the text before the word, so that a person named later never changes it.
"""

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import log1p
from pathlib import Path
from typing import NamedTuple

from rujuk.annotate.reading import Reading
from rujuk.annotate.tokens import Sentence, phrase_at, phrase_table
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Attribution, Mention, Quotation, Reference, ReferenceKind
from rujuk.model.text import Article, Part, Span

MODEL = Path(__file__).with_name("coreference.json")
FARTHEST = 12
"""Persons named before that are weighed; the right one was among the last five in all but 2 % of the fitted cases."""
REACH = 3
"""Sentences before a pronoun's own in which its person is looked for where nobody has spoken yet."""
OPENING = 25
"""Characters at the beginning of a sentence in which a name is most likely its subject."""


class Naming(NamedTuple):
    """A person's name where it stands: offset, number of its sentence, entity, and whether it is the first name there."""

    start: int
    sentence: int
    entity: str
    leads: bool
    opens: bool


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The persons named in one part of an article, in order, and where its sentences begin."""

    sentences: tuple[int, ...]
    names: tuple[Naming, ...]

    def sentence_of(self, place: int) -> int:
        """Return the number of the sentence that holds an offset."""
        return bisect_right(self.sentences, place) - 1


def scene(sentences: Iterable[Span], persons: Iterable[tuple[int, str]]) -> Scene:
    """Return the scene of sentences and persons, both of one part; a person is an offset and an entity's id."""
    starts = tuple(sorted(span.start for span in sentences))
    names, last = [], -1
    for start, entity in sorted(persons):
        number = bisect_right(starts, start) - 1
        opens = number >= 0 and start - starts[number] <= OPENING
        names.append(Naming(start, number, entity, number != last, opens))
        last = number
    return Scene(starts, tuple(names))


def features(told: Scene, place: int, latest: str | None) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the last persons named before an offset, nearest first, each with what speaks for them.

    `latest` is whom the last pronoun before stood for.
    """
    end = bisect_left(told.names, place, key=lambda name: name.start)
    here = told.sentence_of(place)
    window = told.names[max(0, end - 60) : end]
    counts = Counter(name.entity for name in window)
    seen: dict[str, Naming] = {}
    for name in reversed(window):
        seen.setdefault(name.entity, name)
    for rank, (entity, name) in enumerate(islice(seen.items(), FARTHEST)):
        yield (
            entity,
            {
                "distance": float(min(here - name.sentence, 6)),
                "here": float(here == name.sentence),
                "before": float(here - name.sentence == 1),
                "leads": float(name.leads),
                "opens": float(name.opens),
                "nearest": float(rank == 0),
                "often": log1p(counts[entity]),
                "latest": float(entity == latest),
                "first": float(entity == told.names[0].entity),
            },
        )


@cache
def weights() -> Mapping[str, float]:
    """Return the fitted weights by feature."""
    loaded: dict[str, float] = json.loads(MODEL.read_text(encoding="utf-8"))["weights"]
    return loaded


def antecedent(
    told: Scene, place: int, latest: str | None = None, fitted: Mapping[str, float] | None = None
) -> str | None:
    """Return the id of the person whom a word at an offset takes up, None where nobody was named before it."""
    own = weights() if fitted is None else fitted
    best = max(
        (
            (sum(own[key] * value for key, value in found.items()), -rank, entity)
            for rank, (entity, found) in enumerate(features(told, place, latest))
        ),
        default=None,
    )
    return best[2] if best else None


class Referring(NamedTuple):
    """A word, part of a word, or phrase that takes up somebody: its offsets and how it does."""

    start: int
    end: int
    kind: ReferenceKind


def resolve(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quotations: Sequence[Quotation],
    pack: LanguagePack,
) -> tuple[Reference, ...]:
    """Return every word and phrase of the sentences that takes up somebody named before it, sorted by part and offset.

    Pronouns that stand for one person, "-nya" behind what persons have ("istrinya"), a person's noun or office with a
    definite word ("politikus itu"), and words for one's own side ("pihaknya"), which stand for the body that a quotation's
    speaker speaks for. What nobody named before it fits is left out.
    """
    persons = [mention for mention in mentions if mention.label == "PER"]
    found: list[Reference] = []
    latest: dict[Part, str] = {}
    scenes = {part: _scene_of(part, sentences, persons) for part in {s.span.part for s in sentences}}
    for sentence in sentences:
        part = sentence.span.part
        for start, end, kind in referring(sentence, pack):
            span = article.span(start, end, part)
            person = _person(scenes[part], span, kind, latest.get(part))
            entity = (_spoken_for(span, quotations) if kind == "own_side" else None) or person
            if person is not None:
                latest[part] = person
            if entity is not None:
                found.append(Reference(span, entity, kind))
    return tuple(sorted(found))


def _scene_of(part: Part, sentences: Sequence[Sentence], persons: Sequence[Mention]) -> Scene:
    own = [(item.span.start, item.entity) for item in persons if item.span.part == part]
    return scene((sentence.span for sentence in sentences if sentence.span.part == part), own)


def _person(told: Scene, span: Span, kind: ReferenceKind, latest: str | None) -> str | None:
    """Return the person taken up; a possessive's owner must be named close by, for many have no owner that is named."""
    near = bisect_left(told.names, span.start, key=lambda name: name.start)
    if kind == "possessive" and (
        near == 0 or told.sentence_of(span.start) - told.names[near - 1].sentence > REACH
    ):
        return None
    return antecedent(told, span.start, latest)


def _spoken_for(span: Span, quotations: Sequence[Quotation]) -> str | None:
    """Return the body that the speaker of the words around a span stands for, None where no body is told."""
    for quotation in quotations:
        if quotation.content.part == span.part and quotation.span.contains(span):
            told = quotation.affiliation
            return told.entity if told else None
    return None


def salient(reading: Reading, number: int, span: Span) -> Attribution | None:
    """Return the person that a pronoun in sentence `number` most likely stands for, out of the sentences just before it."""
    near = [
        n for n in range(max(0, number - REACH), number + 1) if reading.sentences[n].span.part == span.part
    ]
    persons = [item for n in near for item in reading.mentions[n] if item.label == "PER"]
    told = scene(
        (reading.sentences[n].span for n in near), ((item.span.start, item.entity) for item in persons)
    )
    entity = antecedent(told, span.start)
    return Attribution(span, entity, reading.entities[entity].name) if entity else None


def referring(sentence: Sentence, pack: LanguagePack) -> Iterator[Referring]:
    """Yield each word, ending or phrase of a sentence that takes up one person, in order."""
    tokens, index = sentence.tokens, 0
    while index < len(tokens):
        size = _definite(sentence, index, pack)
        if size:
            yield Referring(tokens[index].start, tokens[index + size - 1].end, "definite")
        elif (word := _word(sentence, index, pack)) is not None:
            yield word
        index += size or 1


def _word(sentence: Sentence, index: int, pack: LanguagePack) -> Referring | None:
    """Return the one word, or its ending, that takes up somebody here."""
    joins, token = pack.joins, sentence.tokens[index]
    if token.lower in joins.own_side:
        return Referring(token.start, token.end, "own_side")
    if token.lower in joins.pronouns:
        return Referring(token.start, token.end, "pronoun")
    for ending in joins.possessives:
        if token.lower.endswith(ending) and _possessed(sentence, index, ending, pack):
            return Referring(token.end - len(ending), token.end, "possessive")
    return None


def _possessed(sentence: Sentence, index: int, ending: str, pack: LanguagePack) -> bool:
    """Return whether a word without its ending, alone or with the word before ("anak buah"), is something persons have.

    A word that is doubled ("adik-adik") counts as the word alone.
    """
    tokens = sentence.tokens
    bare = tokens[index].lower.removesuffix(ending)
    half, _, other = bare.partition("-")
    bare = half if half == other else bare
    before = tokens[index - 1].lower if index else ""
    return bare in pack.joins.possessed or f"{before} {bare}" in pack.joins.possessed


def _definite(sentence: Sentence, index: int, pack: LanguagePack) -> int:
    """Return how many tokens "politikus itu" or "menteri luar negeri tersebut" takes here, or 0."""
    tokens = sentence.tokens
    size = phrase_at(tokens, index, _nouns(pack)) if tokens[index].text[0].islower() else 0
    closed = size and index + size < len(tokens) and tokens[index + size].lower in pack.joins.definites
    return size + 1 if closed else 0


@cache
def _nouns(pack: LanguagePack) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the nouns for persons and the offices of a pack as a phrase table."""
    return phrase_table([*pack.joins.person_nouns, *pack.names.roles])
