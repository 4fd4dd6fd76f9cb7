"""Differences between the smallest parts of two claims: a claim of several facts hides which of its figures is meant.

A part that tells the same fact as another but for its value says that the claims around them stand side by side, however
unlike those are for all else they tell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.differ import values_told
from rujuk.align.features import contradictory
from rujuk.align.group import Group
from rujuk.align.pairs import ScoredPair
from rujuk.align.printed import Named
from rujuk.lang.base import Packs

SEVERAL = 2
"""Pairs of claims that must differ in one element for two groups to be joined; of one, a right group of the samples was torn apart."""
Told = Mapping[str, tuple[str, str]]
"""The two values of each element that differs."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Two claims by their place in the list, left before right, what parts of them differ in, how surely these tell one fact."""

    left: int
    right: int
    score: float
    told: Told


def read_differences(
    claims: Sequence[ReadClaim],
    parts: Sequence[ReadClaim],
    pairs: Sequence[ScoredPair],
    holders: Mapping[int, int],
    named: Named,
    packs: Packs,
    config: AlignConfig,
) -> dict[tuple[int, int], Reading]:
    """Return by pair of claims the differing parts that most surely tell one fact.

    Claims and parts are sorted; `pairs` are those of parts, `holders` the claim of each part (`pieces.holding`). Only parts whose probability is at least `disputes` count,
    and those of one outlet only by a slip of the pen (`values_told`).
    """
    found: dict[tuple[int, int], Reading] = {}
    for pair in pairs:
        left, right = holders.get(pair.left), holders.get(pair.right)
        if left is None or right is None or pair.probability < config.disputes:
            continue
        if not (_as_whole(claims[left], parts[pair.left]) and _as_whole(claims[right], parts[pair.right])):
            continue
        told = values_told(parts[pair.left], parts[pair.right], named, packs)
        if told and pair.probability > (found[left, right].score if (left, right) in found else 0.0):
            found[left, right] = Reading(left, right, pair.probability, told)
    return found


def _as_whole(claim: ReadClaim, part: ReadClaim) -> bool:
    """Return whether a claim asserts what a part of it does: a doubt or a negation of the whole is not seen in the part."""
    return claim.claim.modality == part.claim.modality and not claim.negated


def attach(
    groups: Sequence[tuple[int, ...]],
    readings: Mapping[tuple[int, int], Reading],
    claims: Sequence[ReadClaim],
    packs: Packs,
) -> list[tuple[int, ...]]:
    """Return the groups with each claim that stood alone put to the one that a part of it differs from, surest first.

    Two groups of several claims are joined only where SEVERAL pairs of their claims differ in one element; never does a group get
    a second claim of an article by it, or a contradiction in words.
    """
    held = {index: own for own in groups for index in own}
    for (left, right), reading in sorted(readings.items(), key=lambda item: (-item[1].score, item[0])):
        one, other = held[left], held[right]
        articles = [claims[index].claim.article_id for index in (*one, *other)]
        if one == other or {articles[place] for place in range(len(one))} & {*articles[len(one) :]}:
            continue
        if min(len(one), len(other)) > 1 and not _often(one, other, readings, reading.told):
            continue
        if not any(
            contradictory(claims[a], claims[b], packs[claims[a].language].words) for a in one for b in other
        ):
            joined = tuple(sorted((*one, *other)))
            held.update(dict.fromkeys(joined, joined))
    return sorted({*held.values()})


def _often(one: Group, other: Group, readings: Mapping[tuple[int, int], Reading], told: Told) -> bool:
    """Return whether several pairs of claims of two groups differ in an element that these parts differ in."""
    pairs = (readings.get((min(a, b), max(a, b))) for a in one for b in other)
    return sum(1 for found in pairs if found and found.told.keys() & told.keys()) >= SEVERAL
