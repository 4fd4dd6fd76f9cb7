"""Whether two claims in alike words tell one thing that happened, or only have a thing, a place or somebody in common."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from rujuk.align.claims import ReadClaim
from rujuk.align.cut import verbs_of
from rujuk.align.values import compatible, same_unit
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import content_stems, opposites, stem
from rujuk.model.annotations import Quantity

AGE = "age"
"""The rule by which a figure was read as somebody's age."""
SIGHTING = 80
"""Characters up to a comma that a phrase about who looked, and where, may have."""


def one_act(left: ReadClaim, right: ReadClaim, packs: Packs, *, sure: bool = False) -> bool:
    """Return whether two claims give a figure that can be one, or have a verb or a happening in common.

    Two that count the same, and nothing alike, tell no one act; nor does an age in common, which only says who it is. Words of names are none ("Rumah Sakit"), nor are nouns that begin as verbs do
    ("medali") and verbs of saying. Two languages, and one whose pack lists no happenings, are not told apart: nothing is known there. Where the words are so much the
    same that nothing more is asked (`sure`), only figures are, and that no act is the opposite of another.
    """
    counts = [(a, b) for a in left.quantities for b in right.quantities if same_unit(a, b)]
    met = [(a, b) for a, b in counts if compatible(a, b) and not _other_bounds(a, b)]
    if counts and not (met and all(a.rule == b.rule == AGE for a, b in met)):
        return bool(met)
    pack = packs[left.language]
    if left.language != right.language or not pack.clauses.happenings:
        return True
    one, other = _acts(left, right, pack), _acts(right, left, pack)
    return bool(one & other) or (sure and not _opposed(one, other, pack))


class Doing(NamedTuple):
    """A claim's content words beside its names, and the stems of its verbs, light ones and those of saying left out."""

    words: frozenset[str]
    verbs: frozenset[str]


def doing(item: ReadClaim, pack: LanguagePack) -> Doing:
    """Return what `same_act` asks of a claim."""
    names = {part for mention in item.mentions for part in content_stems(mention.span.text, pack.words)}
    return Doing(frozenset(item.stems) - names, frozenset(_verbs(item, pack)))


def same_act(one: Doing, other: Doing, pack: LanguagePack, *, but: Collection[str] = frozenset()) -> bool:
    """Return whether two claims of one language have a verb or a happening in common; a happening with a stem in `but` only where it is a verb of one."""
    known = _happenings(pack)
    common = _told(one, other, pack) & _told(other, one, pack)
    verbs, left_out = ({known.get(word, word) for word in own} for own in (one.verbs | other.verbs, but))
    return any(act in verbs or act not in left_out for act in common)


def _other_bounds(left: Quantity, right: Quantity) -> bool:
    """Return whether two figures are bounds of one kind and not the same: "amplitudo maksimum 47,3 mm" and "4,4 mm" may both hold, of two things."""
    return left.bound == right.bound and left.bound in ("at_least", "at_most") and left.value != right.value


def without_sighting(item: ReadClaim, packs: Packs) -> ReadClaim:
    """Return a claim without the words by which it begins to tell whose reporter looked ("Pantauan Warta Nusa di lokasi, …")."""
    pack = packs[item.language]
    found = _sighting(pack).match(item.claim.text) if pack.clauses.sightings else None
    return (
        item
        if found is None
        else replace(item, stems=content_stems(item.claim.text[found.end() :], pack.words))
    )


@lru_cache(maxsize=16)
def _sighting(pack: LanguagePack) -> re.Pattern[str]:
    heads = "|".join(re.escape(head) for head in sorted(pack.clauses.sightings, key=len, reverse=True))
    return re.compile(rf"(?:{heads})\b[^,]{{0,{SIGHTING}}},", re.IGNORECASE)


def _opposed(one: set[str], other: set[str], pack: LanguagePack) -> bool:
    """Return whether an act of one says the opposite of one of the other: an index that opened and one that closed."""
    table = opposites(pack.words)
    return any(not table.get(act, frozenset()).isdisjoint(other) for act in one)


def list_headlines(left: ReadClaim, right: ReadClaim, packs: Packs) -> bool:
    """Return whether two headlines of one language begin with a figure and have no act in common: "5 Orang Terkaya di …" counts the lines below it."""
    if left.language != right.language or not all(item.claim.text[:1].isdigit() for item in (left, right)):
        return False
    pack = packs[left.language]
    return not same_act(doing(left, pack), doing(right, pack), pack)


def one_matter(left: ReadClaim, right: ReadClaim, packs: Packs) -> bool:
    """Return whether what differs in two claims may be a difference of one matter: an act in common, or half of the shorter one's words.

    Of two that count things the words beside names, times and figures are asked for: "1.323.459 keluarga penerima manfaat" that got nothing are not
    those that did. Without this, of 16 differences of 112 stories of June 2025 two more were false: a boarding and an e-mail, a coin and a dowry.
    """
    pack = packs[left.language]
    if (
        left.language != right.language
        or not pack.clauses.happenings
        or _acts(left, right, pack) & _acts(right, left, pack)
    ):
        return True
    counting = all(any(not each.unit and each.counted for each in item.quantities) for item in (left, right))
    one, other = (_beside(item, pack) if counting else {*item.stems} for item in (left, right))
    return 2 * len(one & other) >= min(len(one), len(other)) > 0


def _beside(item: ReadClaim, pack: LanguagePack) -> set[str]:
    """Return the content words of a claim beside its names, times and figures."""
    texts = [mention.span.text for mention in item.mentions] + [time.span.text for time in item.times]
    texts += [f"{each.span.text} {each.counted}" for each in item.quantities]
    return {*item.stems} - {word for text in texts for word in content_stems(text, pack.words)}


def _acts(item: ReadClaim, other: ReadClaim, pack: LanguagePack) -> set[str]:
    """Return a claim's happenings by the first word of each, and of its other words those that are verbs in it or in the other."""
    return _told(doing(item, pack), doing(other, pack), pack)


def _told(one: Doing, other: Doing, pack: LanguagePack) -> set[str]:
    known = _happenings(pack)
    acts = (word for word in one.words if word in one.verbs or word in other.verbs or word in known)
    return {known.get(word, word) for word in acts}


def _verbs(item: ReadClaim, pack: LanguagePack) -> set[str]:
    found = {*verbs_of(item.claim.text, pack)} - _no_acts(pack)
    return {stem(verb, pack.words) for verb in found}


@lru_cache(maxsize=16)
def _no_acts(pack: LanguagePack) -> frozenset[str]:
    """Return nouns that begin as verbs do, words for being of an age, light verbs, and verbs of saying: that somebody said something is in common to what he said of two things."""
    speech = pack.speech
    saying = (
        *speech.following,
        *speech.following_pronouns,
        *speech.preceding,
        *speech.introducing,
        *speech.relays,
    )
    return frozenset(
        (*pack.numbers.verb_exceptions, *pack.numbers.age_words, *pack.clauses.light_verbs, *saying)
    )


@lru_cache(maxsize=16)
def _happenings(pack: LanguagePack) -> Mapping[str, str]:
    """Return each stem that tells a happening with the first one of its group."""
    groups = ([stem(word, pack.words) for word in entry.split()] for entry in pack.clauses.happenings)
    return MappingProxyType({word: own[0] for own in groups for word in own})
