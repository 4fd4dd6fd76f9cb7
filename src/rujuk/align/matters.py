"""When two claims that give other figures speak of other things: what surrounds the figures tells."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from rujuk.align.claims import ReadClaim
from rujuk.lang.base import LanguagePack
from rujuk.lang.stems import WORD, content_stems, stem
from rujuk.model.annotations import Quantity

TICKER = re.compile(r"\b[A-Z]{3,}\b")
CURRENCY = re.compile(r"[A-Z]{3}(?:/.+)?")
LEAST = 4
"""Content words beside figures and times that both sentences need to be told apart by them: "11 orang tewas" has too few; not fitted."""
SHARE = 0.3
"""Share of the shorter one's that two such sentences must have in common. Of the ten conflicts shown on the labelled development events those that
count or price something share .7 and more; false ones between look-alike stories put into one, by which this was chosen, .25 and less."""


def points_back(count: Quantity, item: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether a claim does not say what its figure is of, but points to what was told before: "Itu butuh Rp 5 miliar", "Rp 5 miliar tersebut"."""
    opening = WORD.search(item.claim.text)
    first = opening.group().lower() if opening else ""
    behind = WORD.match(count.span.suffix.lstrip(" ").lower())
    return bool({first, behind.group() if behind else ""} & {*pack.speech.demonstratives})


def other_matter(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether two sentences of several words share next to none beside their figures and times."""
    one, other = _beside_figures(left, pack), _beside_figures(right, pack)
    smaller = min(len(one), len(other))
    return smaller >= LEAST and len(one & other) < SHARE * smaller


def _beside_figures(item: ReadClaim, pack: LanguagePack) -> set[str]:
    texts = [f"{each.span.text} {each.counted}" for each in item.counts] + [
        each.span.text for each in item.clock
    ]
    return {*item.context} - {word for text in texts for word in content_stems(text, pack.words)}


def other_of_kind(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether each claim names a place of one kind ("Gunung Arga", "Gunung Wira"), and none that both name.

    The kind is a word that the pack knows to begin names of places: "San" is none.
    """
    one, other = (
        {item.entity: item.span.text.lower().split() for item in each.mentions if item.kind == "LOC"}
        for each in (left, right)
    )
    if one.keys() & other.keys():
        return False
    kinds = _kinds(pack)
    return any(
        min(len(a), len(b)) > 1 and a[0] == b[0] and a[0] in kinds and not {*a[1:]} & {*b[1:]}
        for a in one.values()
        for b in other.values()
    )


def of_several_places(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether one claim counts over places that it lists ("di Iran dan Israel") of which the other names some only: a sum and a part of it."""
    return any(
        listed & other.places and not listed <= other.places
        for item, other in ((left, right), (right, left))
        for listed in _listed_places(item, pack)
    )


def _listed_places(item: ReadClaim, pack: LanguagePack) -> Iterator[frozenset[str]]:
    """Yield the places that stand beside one another in a claim with no more than a comma or a joining word between."""
    named = [mention for mention in item.mentions if mention.kind == "LOC"]
    sentence, joints = item.claim.sentence, {",", *pack.clauses.noun_joiners}
    for one, other in pairwise(named):
        between = sentence.text[one.span.end - sentence.start : other.span.start - sentence.start]
        if between.strip().lower().removeprefix(", ").strip() in joints and one.entity != other.entity:
            yield frozenset({one.entity, other.entity})


def other_outcome(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether one sentence tells of what failed and the other does not: families that got nothing are not those that got something."""
    failing = _failing(pack)
    return failing.isdisjoint(left.context) != failing.isdisjoint(right.context)


@lru_cache(maxsize=16)
def _failing(pack: LanguagePack) -> frozenset[str]:
    return frozenset(stem(word, pack.words) for word in pack.differences.failing)


def of_other_sellers(price: Quantity, left: ReadClaim, right: ReadClaim) -> bool:
    """Return whether a price is told of products or firms by name, and of none in both claims: one mint's gold and another's.

    A price of a unit ("per gram") needs one that both name, since several are quoted side by side.
    """
    if not CURRENCY.fullmatch(price.unit):
        return False
    one, other = ({each.entity for each in item.mentions if each.kind == "ORG"} for item in (left, right))
    if one & other:
        return False
    marks = ({*TICKER.findall(item.claim.sentence.text)} for item in (left, right))
    return bool(one and other) or ("/" in price.unit and set.intersection(*marks) == set())


@lru_cache(maxsize=16)
def _kinds(pack: LanguagePack) -> frozenset[str]:
    return frozenset(head.lower() for head in pack.names.place_heads)


def other_fate(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether both parts count something, one of them the dead, and the other those who were hurt, or something in a sentence without victims.

    Nine who died and nine whom a fisherman took aboard have nothing but their figure in common. A figure that only goes on with a toll ("menjadi
    sembilan orang") whose sentence has no word of its own is held against every other.
    """
    if not (left.quantities and right.quantities) or left.language != right.language:
        return False
    return _lives(left, right, pack) or _lives(right, left, pack)


def _lives(one: ReadClaim, other: ReadClaim, pack: LanguagePack) -> bool:
    cues = pack.casualties
    death = (*cues.killed, *cues.killing, *cues.killed_toll)
    hurt = (*cues.injured, *cues.injuring, *cues.injured_toll)
    if not _tells(one.claim.text, death) or _tells(other.claim.sentence.text, death):
        return False
    dead = " ".join(cue for cue in cues.killed if " " not in cue)
    if {*content_stems(dead, pack.words)} & {*content_stems(other.claim.sentence.text, pack.words)}:
        return False  # the dead in another word ("gugur", "berpulang"), which alone does not count them
    if _tells(other.claim.text, hurt):
        return True
    victims = (*hurt, *cues.struck, *cues.striking, *cues.struck_toll)
    return bool(_own_words(other, pack)) and not _tells(other.claim.sentence.text, victims)


def _own_words(item: ReadClaim, pack: LanguagePack) -> set[str]:
    """Return the content words of a part's sentence that are no figure, no time, nobody counted and none that only leads to a figure."""
    cues = pack.casualties
    figures = [f"{each.span.text} {each.counted}" for each in item.counts]
    times = [each.span.text for each in (*item.times, *item.clock)]
    leading = (*cues.toll_links, *cues.struck_toll, *cues.persons, *cues.anyone)
    words = content_stems(" ".join((*figures, *times, *leading)), pack.words)
    return {*content_stems(item.claim.sentence.text, pack.words)} - {*words}


def _tells(text: str, cues: tuple[str, ...]) -> bool:
    return bool(cues) and _any_of(cues).search(text.lower()) is not None


@lru_cache(maxsize=64)
def _any_of(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cues))})(?!\w)")
