"""The state of reading names in one sentence, and the names it finds."""

from dataclasses import dataclass, field
from typing import NamedTuple

from rujuk.annotate.lexicon import Lexicon, Phrases
from rujuk.annotate.tokens import Token, phrase_at
from rujuk.model.annotations import Label, MentionLabel
from rujuk.model.text import Part, Span


class Name(NamedTuple):
    """A name where it stands, with the stretch of title or role before it; `sure` says that its kind is not a guess.

    `sense` is what a document says of the name where that is not its kind: GPE of a place that acts, LOC of a body's house.
    `called` says that an encoder takes a name in brackets for the short form of the name before it, `head` where the
    common noun begins that it takes in with a place ("kota" of "kota Sembada"), -1 where there is none.
    """

    part: Part
    start: int
    end: int
    text: str
    label: Label
    role: tuple[int, int] | None
    sure: bool
    sense: MentionLabel | None = None
    called: bool = False
    head: int = -1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an article's running text says of its words: seen in lower case, seen with a capital inside a sentence.

    `places` are the places that a first reading found by their heads and prepositions, as a phrase table.
    """

    lower: frozenset[str]
    capital: frozenset[str]
    places: Phrases


@dataclass(slots=True)
class Reader:
    """Runs over the tokens of one sentence; `due` is where a title began after which a person's name is due."""

    tokens: tuple[Token, ...]
    span: Span
    lexicon: Lexicon
    speech: frozenset[str]
    after_cue: frozenset[str]
    relays: frozenset[str]
    verb_prefixes: tuple[str, ...]
    evidence: Evidence
    index: int = 0
    due: int | None = None
    names: list[Name] = field(default_factory=list)


def word_at(reader: Reader, index: int) -> Token | None:
    """Return the token at an index where it is a word, else None."""
    if index < len(reader.tokens) and reader.tokens[index].is_word:
        return reader.tokens[index]
    return None


def known_at(reader: Reader, index: int) -> tuple[int, Label] | None:
    """Return how many tokens the longest name takes that the pack or this article's first reading knows here, and its kind."""
    found = reader.lexicon.known_at(reader.tokens, index)
    place = phrase_at(reader.tokens, index, reader.evidence.places) if reader.tokens[index].is_capital else 0
    return (place, "LOC") if place > (found[0] if found else 0) else found


def span_text(span: Span, start: int, end: int) -> str:
    """Return characters of a part that lie in this span, by offsets of the part, with plain single spaces."""
    return " ".join(span.text[start - span.start : end - span.start].split())
