"""Speakers who are told by whose they are: "Mark Weekly's sister said" are her words, not his."""

from collections.abc import Sequence

from rujuk.annotate.reading import Reading, token_index
from rujuk.annotate.roles import Speaker, attribution, part_span
from rujuk.annotate.tokens import Token, phrase_at
from rujuk.lang.names import APOSTROPHES
from rujuk.model.annotations import Attribution, Mention

LONGEST = 4
"""Words of what is somebody's ("next door neighbor")."""


def owned_speaker(reading: Reading, number: int, owner: Mention) -> Speaker | None:
    """Return who is told by whose they are, with a name that follows behind a comma ("Weekly's sister, Anna"); None where the name itself speaks."""
    end = _owned_end(reading, number, owner)
    if end is None:
        return None
    tokens = reading.sentences[number].tokens
    told = part_span(reading, owner.span.part, owner.span.start, tokens[end - 1].end)
    described, first = Attribution(told, None, told.text), token_index(tokens, owner.span.start)
    if end + 1 < len(tokens) and tokens[end].text == ",":
        named = reading.between(number, tokens[end + 1].start, tokens[end + 1].start + 200)
        if named and named[0].label == "PER" and named[0].span.start == tokens[end + 1].start:
            last = token_index(tokens, named[0].span.end)
            return Speaker(first, last, attribution(reading, named[0]), described, None, is_person=True)
    return Speaker(first, end, described, None, None, is_person=True)


def _owned_end(reading: Reading, number: int, owner: Mention) -> int | None:
    """Return the token behind what is an owner's ("Weekly's sister"), None where nothing is.

    Only a language whose clitics begin with an apostrophe has such owners.
    """
    tokens = reading.sentences[number].tokens
    at = token_index(tokens, owner.span.end)
    if at > 0 and tokens[at - 1].end > owner.span.end:
        marked = (
            tokens[at - 1].text[owner.span.end - tokens[at - 1].start :] in reading.pack.names.possessives
        )
    else:
        marked = _bare(reading, tokens, at, owner)
        at += 1
    if not marked:
        return None
    end = at
    while end < min(len(tokens), at + LONGEST) and _goes_on(reading, number, end):
        end += 1
    return end if end > at else None


def _bare(reading: Reading, tokens: Sequence[Token], at: int, owner: Mention) -> bool:
    """Return whether an apostrophe alone follows a name in s: "Dan Williams' family"."""
    return (
        bool(reading.pack.names.possessives)
        and owner.span.text.endswith("s")
        and at < len(tokens)
        and tokens[at].text in APOSTROPHES
        and tokens[at].start == owner.span.end
    )


def _goes_on(reading: Reading, number: int, index: int) -> bool:
    """Return whether a word may be of what is owned: written small, and neither a verb of saying nor the beginning of a phrase."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    token = tokens[index]
    tables = (cues.preceding, cues.following, cues.closing, cues.with_complementizer, cues.judging)
    return (
        token.is_word
        and token.text[0].islower()
        and token.lower not in cues.stops | cues.fillers
        and not any(phrase_at(tokens, index, table) for table in tables)
    )
