"""Who gives, in a claim about something given: the one role whose confusion turns a story round."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from rujuk.align.claims import ReadClaim
from rujuk.lang.base import LanguagePack
from rujuk.lang.stems import stem
from rujuk.model.annotations import Document, Mention
from rujuk.model.text import Span

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BRACKETS = re.compile(r"\([^)]*\)")
STOP = re.compile(r"[.,;:()\"“”]")
OPENING = 3
"""Words of a claim among which its subject's pronoun is looked for; a joiner or an adverb may stand before it."""
TITLE = 60
"""Characters before a name that may hold the person's office."""


class Giver(NamedTuple):
    """Who gives: a person as named, with the entity, or an office as printed ("gubernur regional"), with entity ""."""

    text: str
    entity: str


def giver(item: ReadClaim, pack: LanguagePack) -> Giver | None:
    """Return the person or office that a claim has give something, None where it does not tell or tells of several.

    Read from the order of words: a person right before an active verb of giving ("Gubernur X menyerahkan"), or right
    behind a word for "by" or "from" that follows a passive verb of giving or a verb of getting ("diberi oleh X"); a person
    or office behind a gift and a word for "from" in its sentence ("hadiah dari seorang gubernur").
    """
    told = [
        _giver_at(word.group().lower(), span.start + word.start(), span, item, pack)
        for span in item.claim.spans
        for word in WORD.finditer(span.text)
        if _gives(word.group().lower(), pack)
    ]
    if told:
        mention = told[0] if len(told) == 1 else None
        return Giver(mention.span.text, mention.entity) if mention else None
    return _behind_gift(item, pack)


def _behind_gift(item: ReadClaim, pack: LanguagePack) -> Giver | None:
    """Return the office, with the name printed behind it, that a gift of the claim is said to be from."""
    words, offices = pack.differences, frozenset(pack.differences.offices)
    sentence = item.claim.sentence
    for span in item.claim.spans:
        for gift in WORD.finditer(span.text):
            if gift.group().lower() not in words.gifts:
                continue
            behind = sentence.text[span.start + gift.end() - sentence.start :]
            phrase = STOP.split(behind, maxsplit=1)[0].split()
            marker = next(
                (place for place, word in enumerate(phrase[:3]) if word.lower() in words.givers), None
            )
            office = _office(phrase[marker + 1 :], offices, pack) if marker is not None else ""
            if office:
                return Giver(office, "")
    return None


def _office(words: Sequence[str], offices: Collection[str], pack: LanguagePack) -> str:
    """Return the words from an office among the first few up to the next preposition, "" where there is none."""
    start = next((place for place, word in enumerate(words[:3]) if word.lower() in offices), None)
    if start is None:
        return ""
    rest = takewhile(lambda word: word.lower() not in pack.clauses.adjuncts, words[start + 1 : start + 4])
    return " ".join((words[start], *rest))


def offices_of(document: Document, pack: LanguagePack) -> frozenset[str]:
    """Return "entity office" for each person and each office printed shortly before the name: a governor is no other than "a governor"."""
    offices = frozenset(pack.differences.offices)
    return frozenset(
        f"{mention.entity} {word.lower()}"
        for mention in document.mentions
        if mention.label == "PER"
        for word in WORD.findall(_before_name(document, mention))
        if word.lower() in offices
    )


def _before_name(document: Document, mention: Mention) -> str:
    text = document.article.part_text(mention.span.part)
    return text[max(0, mention.span.start - TITLE) : mention.span.start]


def _may_be(office: Giver, person: Giver, held: Collection[str]) -> bool:
    """Return whether an office without a name may be the person's, by what an article prints before the name."""
    return not office.entity and f"{person.entity} {office.text.split()[0].lower()}" in held


def other_giver(one: Giver, other: Giver, held: Collection[str]) -> bool:
    """Return whether two givers are two: neither name nor, where one is an office, what `held` says of the person joins them."""
    if same_person(one.text, other.text) or (one.entity and one.entity == other.entity):
        return False
    return bool(one.entity or other.entity) and not (_may_be(one, other, held) or _may_be(other, one, held))


def _gives(word: str, pack: LanguagePack) -> bool:
    """Return whether a word is a verb of giving or getting: "menghadiahkan" is one, the gift itself is none."""
    words = pack.differences
    voiced = word.startswith((*words.active_prefixes, *words.passive_prefixes))
    return word in words.getting or (voiced and stem(word, pack.words) in _giving_stems(pack))


@lru_cache(maxsize=16)
def _giving_stems(pack: LanguagePack) -> frozenset[str]:
    return frozenset(stem(verb, pack.words) for verb in pack.differences.giving)


def _giver_at(word: str, at: int, span: Span, item: ReadClaim, pack: LanguagePack) -> Mention | None:
    words = pack.differences
    if word in words.getting or word.startswith(words.passive_prefixes):
        return _behind(pack, at, span, item.mentions)
    return _before(at, span, item.mentions) if word.startswith(words.active_prefixes) else None


def _before(at: int, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the one person named before an offset of a span, None where there are several."""
    earlier = {
        m.entity: m for m in mentions if m.label == "PER" and span.contains(m.span) and m.span.end <= at
    }
    return next(iter(earlier.values())) if len(earlier) == 1 else None


def _behind(pack: LanguagePack, at: int, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the first person behind an offset of a span before whom, within a title's length, a marker stands; None where others are listed with them."""
    persons = [m for m in mentions if m.label == "PER" and span.contains(m.span) and m.span.start > at]
    if not persons:
        return None
    between = span.text[at - span.start : persons[0].span.start - span.start].lower().split()
    marked = any(word in pack.differences.givers for word in between[-6:])
    return persons[0] if marked and not _listed(span, persons, pack) else None


def _listed(span: Span, persons: Sequence[Mention], pack: LanguagePack) -> bool:
    """Return whether the second of these persons only goes on with a list that the first begins: "oleh X (11', 45'), Y dan Z"."""
    if len(persons) < 2:
        return False
    between = span.text[persons[0].span.end - span.start : persons[1].span.start - span.start]
    return {*WORD.findall(BRACKETS.sub(" ", between).lower())} <= {*pack.clauses.noun_joiners}


def may_be_of_one(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether two claims of one language may tell of one person.

    Where both name persons or mean them by a pronoun, one must be in common; where one begins with a pronoun of which nobody is known
    ("mereka mampu bersaing"), it is told of nobody else.
    """
    one, other = ([*_named(item), *item.meant] for item in (left, right))
    if one and other:
        return any(same_person(a, b) for a in one for b in other)
    return not any(_of_somebody(item, pack) for item in (left, right) if not item.meant)


def _named(item: ReadClaim) -> list[str]:
    return [mention.span.text for mention in item.mentions if mention.label == "PER"]


def _of_somebody(item: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether one of a claim's first words is a pronoun that stands for whom it is about."""
    words = WORD.findall(item.claim.text.lower())[:OPENING]
    return not {*words}.isdisjoint(pack.clauses.subject_pronouns)


def same_person(left: str, right: str) -> bool:
    """Return whether two names may be one person's: they share a word of three letters or more."""
    one, other = ({word for word in WORD.findall(name.lower()) if len(word) > 2} for name in (left, right))
    return bool(one & other)
