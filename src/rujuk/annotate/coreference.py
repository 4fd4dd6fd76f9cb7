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
from rujuk.model.annotations import Attribution, Mention
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


class Reference(NamedTuple):
    """A word or phrase that takes up a person: its span and the id of the entity."""

    span: Span
    entity: str


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


def resolve(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], pack: LanguagePack
) -> tuple[Reference, ...]:
    """Return every pronoun and noun phrase of the sentences that takes up a person, with whom, in the order given.

    Pronouns that stand for one person, words for one's own side ("pihaknya"), and a person's noun or office with a
    definite word ("politikus itu"). Possessives ("-nya") are left to whoever knows that the word before has an owner:
    ask `antecedent`.
    """
    persons = [mention for mention in mentions if mention.label == "PER"]
    found: list[Reference] = []
    latest: dict[Part, str] = {}
    scenes = {
        part: scene(
            (s.span for s in sentences if s.span.part == part),
            ((m.span.start, m.entity) for m in persons if m.span.part == part),
        )
        for part in {sentence.span.part for sentence in sentences}
    }
    for sentence in sentences:
        part = sentence.span.part
        for first, last in referring(sentence, pack):
            start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
            entity = antecedent(scenes[part], start, latest.get(part))
            if entity is not None:
                latest[part] = entity
                found.append(Reference(article.span(start, end, part), entity))
    return tuple(found)


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


def referring(sentence: Sentence, pack: LanguagePack) -> Iterator[tuple[int, int]]:
    """Yield first and last token (half-open) of each word or phrase that takes up one person."""
    joins, tokens = pack.joins, sentence.tokens
    single = {*joins.pronouns, *joins.own_side}
    index = 0
    while index < len(tokens):
        size = 1 if tokens[index].lower in single else _definite(sentence, index, pack)
        if size:
            yield index, index + size
        index += size or 1


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
