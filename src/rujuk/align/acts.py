"""Whether two claims in alike words tell one thing that happened, or only have a thing, a place or somebody in common."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from rujuk.align.claims import ReadClaim
from rujuk.align.cut import verbs_of
from rujuk.align.values import compatible, same_unit
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import content_stems, stem


def one_act(left: ReadClaim, right: ReadClaim, packs: Packs, *, sure: bool = False) -> bool:
    """Return whether two claims give a figure that can be one, or have a verb or a happening in common.

    Two that count the same, and nothing alike, tell no one act. Words of names are none ("Rumah Sakit"), nor are nouns that begin as verbs do
    ("medali"). Two languages, and one whose pack lists no happenings, are not told apart: nothing is known there. Where the words are so much the
    same that nothing more is asked (`sure`), only figures are.
    """
    counts = [(a, b) for a in left.quantities for b in right.quantities if same_unit(a, b)]
    if counts:
        return any(compatible(a, b) for a, b in counts)
    pack = packs[left.language]
    if sure or left.language != right.language or not pack.clauses.happenings:
        return True
    return bool(_acts(left, right, pack) & _acts(right, left, pack))


def _acts(item: ReadClaim, other: ReadClaim, pack: LanguagePack) -> set[str]:
    """Return a claim's happenings by the first word of each, and of its other words those that are verbs in it or in the other."""
    names = {part for mention in item.mentions for part in content_stems(mention.span.text, pack.words)}
    verbs = _verbs(item, pack) | _verbs(other, pack)
    known = _happenings(pack)
    return {known.get(word, word) for word in {*item.stems} - names if word in verbs or word in known}


def _verbs(item: ReadClaim, pack: LanguagePack) -> set[str]:
    found = {*verbs_of(item.claim.text, pack)} - _nouns(pack)
    return {stem(verb, pack.words) for verb in found}


@lru_cache(maxsize=16)
def _nouns(pack: LanguagePack) -> frozenset[str]:
    return frozenset(pack.numbers.verb_exceptions)


@lru_cache(maxsize=16)
def _happenings(pack: LanguagePack) -> Mapping[str, str]:
    """Return each stem that tells a happening with the first one of its group."""
    groups = ([stem(word, pack.words) for word in entry.split()] for entry in pack.clauses.happenings)
    return MappingProxyType({word: own[0] for own in groups for word in own})
