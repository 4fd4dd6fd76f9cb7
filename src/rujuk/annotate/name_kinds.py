"""Which runs of capitals are names, and of what kind, by their words and what stands around them."""

import re
from collections.abc import Sequence

from rujuk.annotate.name_reader import Reader, known_at, word_at
from rujuk.annotate.tokens import Token, phrase_at
from rujuk.model.annotations import Label

ROMAN = re.compile(r"[IVXL]+")
LONG_ACRONYM = 4
"""Capitals from which on a word after a role is a body ("Kepala BBMKG"); shorter ones are initials ("tersangka YLK")."""


def is_field(reader: Reader, first: int, last: int) -> bool:
    """Return whether a word belongs to a role and the name comes after a comma: "Dirjen Hubdar, Lukman Hakim"."""
    tokens, ready = reader.tokens, reader.lexicon
    if reader.due is None or last - first > 1 or last + 1 >= len(tokens) or tokens[last].text != ",":
        return False
    if (
        tokens[first].lower in ready.given_names
        or not word_at(reader, last + 1)
        or not is_person_word(reader, last + 1)
    ):
        return False
    heads = (ready.organisation_heads, ready.place_heads, ready.announcers)
    return not known_at(reader, last + 1) and not any(phrase_at(tokens, last + 1, head) for head in heads)


def is_no_name(reader: Reader, first: int, last: int) -> bool:
    """Return whether a run holds only everyday words, is a thing with a number, or an acronym in brackets of what is no name."""
    tokens, ready = reader.tokens, reader.lexicon
    numbered = last < len(tokens) and tokens[last].text.isdigit() and last - first == 1
    if numbered and reader.due is None and tokens[first].lower not in ready.given_names:
        return True
    if all(_is_plain(reader, index) for index in range(first, last)):
        return not any(token.lower in ready.given_names for token in tokens[first:last])
    bracket = (
        first > 1 and tokens[first - 1].text == "(" and last - first == 1 and tokens[first].text.isupper()
    )
    age = last < len(tokens) and tokens[last].text == "("
    return bracket and not age and not (reader.names and reader.names[-1].end == tokens[first - 2].end)


def _is_plain(reader: Reader, index: int) -> bool:
    """Return whether a word is an everyday word, a head that names nothing by itself, or a Roman number."""
    token, ready = reader.tokens[index], reader.lexicon
    if (
        ready.is_ordinary(token.lower)
        or token.lower in ready.organisation_words
        or ROMAN.fullmatch(token.text)
    ):
        return True
    if token.lower in reader.evidence.lower and reader.due is None:
        return True
    return bool(phrase_at(reader.tokens, index, ready.organisation_heads)) and not token.text.isupper()


def is_person_word(reader: Reader, index: int) -> bool:
    """Return whether the word here may belong to a name: a capital, no digit, none of the pack's capitals that are no names."""
    token = reader.tokens[index]
    return (
        (token.is_capital or _has_particle(reader, token))
        and token.lower not in reader.lexicon.not_names
        and token.lower not in reader.lexicon.degrees
        and not any(char.isdigit() for char in token.text)
    )


def _has_particle(reader: Reader, token: Token) -> bool:
    """Return whether a token is a name with its particle in front: "al-Sarayreh"."""
    particle, _, rest = token.text.partition("-")
    return rest[:1].isupper() and particle in reader.lexicon.particles


def guess(reader: Reader, first: int, last: int) -> tuple[Label, bool]:
    """Return the kind of a run of capitals, and whether anything but its form speaks for it."""
    tokens, ready = reader.tokens, reader.lexicon
    words = tokens[first:last]
    before = tokens[first - 1].lower if first else ""
    if words[-1].lower in ready.organisation_tails and len(words) > 1:
        return "ORG", True
    if (
        reader.due is not None
        and len(words) == 1
        and words[0].text.isupper()
        and len(words[0].text) >= LONG_ACRONYM
    ):
        return "ORG", False
    if reader.due is not None or words[0].lower in ready.given_names or has_age(tokens, last):
        return "PER", True
    if first > 1 and (before in reader.relays or tokens[first - 2].lower in reader.relays):
        return "ORG", True
    if before in ready.place_prepositions or _in_place_list(reader, first) or _is_route(reader, words[0]):
        return "LOC", True
    if words[0].text.isupper() and len(words[0].text) > (1 if len(words) == 1 else 2):
        return "ORG", False
    if before in reader.after_cue or (last < len(tokens) and tokens[last].lower in reader.speech):
        return "PER", len(words) > 1
    if words[-1].lower in ready.place_words and len(words) > 1:
        return "LOC", True
    return _beside(reader, first) or "PER", len(words) > 1


def has_age(tokens: Sequence[Token], index: int) -> bool:
    """Return whether an age in brackets stands here: "(45)", "(45 tahun)"."""
    if index + 2 >= len(tokens) or tokens[index].text != "(":
        return False
    return tokens[index + 1].text.isdigit() and len(tokens[index + 1].text) <= 2


def _beside(reader: Reader, first: int) -> Label | None:
    """Return the kind of a name that stands before, joined to this one by "dan" or a comma."""
    if first < 2 or not reader.names or reader.names[-1].end != reader.tokens[first - 2].end:
        return None
    joined = (
        reader.tokens[first - 1].text == ","
        or reader.tokens[first - 1].lower in reader.lexicon.organisation_joints
    )
    return reader.names[-1].label if joined else None


def _in_place_list(reader: Reader, first: int) -> bool:
    """Return whether a place stands before a comma before: "Jalan Melati, Benda Baru, Kecamatan Sembada"."""
    if first < 2 or reader.tokens[first - 1].text != "," or not reader.names:
        return False
    return reader.names[-1].label == "LOC" and reader.names[-1].end == reader.tokens[first - 2].end


def _is_route(reader: Reader, token: Token) -> bool:
    """Return whether a word is made of two known places: "Surabaya-Malang"."""
    parts = token.lower.split("-")
    known = reader.lexicon.known
    return len(parts) == 2 and all(
        any(label == "LOC" for words, label in known.get(part, ()) if len(words) == 1) for part in parts
    )
