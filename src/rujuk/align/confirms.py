"""Which claims of one statement confirm one another: likely one fact as they stand, in alike words, of one act and of one person."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rujuk.align.acts import list_headlines, one_act, without_sighting
from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.features import shared_words
from rujuk.align.readings import Told
from rujuk.align.roles import may_be_of_one
from rujuk.align.worn import only_worn
from rujuk.lang.base import Packs
from rujuk.lang.stems import content_stems


class Known(NamedTuple):
    """What the comparison knows of a story: publication and what is named by article id, how rare each word is, what parts differ in, how
    likely two claims assert one fact, and which terms are worn."""

    published: Mapping[str, str]
    named: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]
    told: Mapping[tuple[str, str], Told]
    likely: Mapping[tuple[str, str], float]
    worn: frozenset[str]


def confirming(
    own: Sequence[ReadClaim], known: Known, packs: Packs, config: AlignConfig
) -> Iterator[tuple[str, str]]:
    """Yield the ids of the pairs of claims of two articles that likely assert one fact, in words alike enough for one to confirm the other; none that parts differ in."""
    for left, right in combinations(own, 2):
        key = (left.claim.id, right.claim.id)
        if (
            key not in known.told
            and known.likely.get(key, 0.0) >= config.confirms
            and _may_confirm(left, right, known, packs)
            and _in_alike_words(left, right, known, packs, config)
        ):
            yield key


def _may_confirm(left: ReadClaim, right: ReadClaim, known: Known, packs: Packs) -> bool:
    """Return whether nothing speaks against it: a beginning that only one borrows, two persons, what all reports of the story say, two lists."""
    if not (_happens(left, right, packs) and _happens(right, left, packs)):
        return False
    if left.language == right.language and not may_be_of_one(left, right, packs[left.language]):
        return False
    if _both_titles(left, right):
        return not list_headlines(left, right, packs)
    return not only_worn(left, right, known.worn, packs)


def _in_alike_words(
    left: ReadClaim, right: ReadClaim, known: Known, packs: Packs, config: AlignConfig
) -> bool:
    shared = shared_words(without_sighting(left, packs), without_sighting(right, packs), known.rarity)
    sure = not _both_titles(left, right) and shared >= config.alike_alone
    return shared >= config.alike and one_act(left, right, packs, sure=sure)


def _both_titles(left: ReadClaim, right: ReadClaim) -> bool:
    return left.claim.part == right.claim.part == "title"


def _happens(piece: ReadClaim, other: ReadClaim, packs: Packs) -> bool:
    """Return whether what a piece borrows its beginning from is the other's too: "… di rumah sakit" alone confirms nothing."""
    if len(piece.claim.spans) == 1:
        return True
    return bool({*content_stems(piece.claim.spans[0].text, packs[piece.language].words)} & {*other.stems})
