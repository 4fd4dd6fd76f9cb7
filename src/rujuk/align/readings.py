"""Differences between the smallest parts of two claims: a claim of several facts hides which of its figures is meant.

A part that tells the same fact as another but for its value says that the claims around them stand side by side, however
unlike those are for all else they tell.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.differ import values_told
from rujuk.align.features import contradictory
from rujuk.align.pairs import Vectors
from rujuk.align.parts import NAMES, PARTS, part_pairs
from rujuk.align.score import load_model
from rujuk.lang.base import Packs

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
    vectors: Vectors,
    places: Mapping[str, Collection[str]],
    packs: Packs,
    config: AlignConfig,
) -> dict[tuple[int, int], Reading]:
    """Return by pair of claims the differing parts that most surely tell one fact; none in a story of very many articles.

    Both lists are sorted. Only parts of two outlets whose probability is at least `disputes` count.
    """
    if len({item.claim.article_id for item in parts}) > config.largest_story:
        return {}
    found: dict[tuple[int, int], Reading] = {}
    model, holders = load_model(PARTS, NAMES), _holders(claims, parts)
    pairs = part_pairs(
        parts, vectors, config, lambda left, right: bool(values_told(left, right, places, packs))
    )
    for pair, score in zip(pairs, model.probabilities([pair.vector() for pair in pairs]), strict=True):
        left, right = holders.get(pair.left), holders.get(pair.right)
        if left is None or right is None or score < config.disputes:
            continue
        if not (_as_whole(claims[left], parts[pair.left]) and _as_whole(claims[right], parts[pair.right])):
            continue
        told = values_told(parts[pair.left], parts[pair.right], places, packs)
        if score > (found[left, right].score if (left, right) in found else 0.0):
            found[left, right] = Reading(left, right, float(score), told)
    return found


def _as_whole(claim: ReadClaim, part: ReadClaim) -> bool:
    """Return whether a claim asserts what a part of it does: a doubt or a negation of the whole is not seen in the part."""
    return claim.claim.modality == part.claim.modality and not claim.negated


def _holders(claims: Sequence[ReadClaim], parts: Sequence[ReadClaim]) -> dict[int, int]:
    """Return for each part the claim that holds most of it, where one does."""
    by_article: dict[tuple[str, str], list[int]] = {}
    for index, item in enumerate(claims):
        by_article.setdefault((item.claim.article_id, item.claim.part), []).append(index)
    found = {}
    for place, part in enumerate(parts):
        own = by_article.get((part.claim.article_id, part.claim.part), [])
        shared = [(_shared(part, claims[index]), -index) for index in own]
        if shared and max(shared)[0] > 0:
            found[place] = -max(shared)[1]
    return found


def _shared(part: ReadClaim, claim: ReadClaim) -> int:
    return sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in part.claim.spans
        for other in claim.claim.spans
    )


def attach(
    groups: Sequence[tuple[int, ...]],
    readings: Mapping[tuple[int, int], Reading],
    claims: Sequence[ReadClaim],
    packs: Packs,
) -> list[tuple[int, ...]]:
    """Return the groups with each claim that stood alone put to the one that a part of it differs from, surest first.

    Groups are never joined for one difference, nor does a group get a second claim of an article, or a contradiction in words.
    """
    held = {index: own for own in groups for index in own}
    for (left, right), _ in sorted(readings.items(), key=lambda item: (-item[1].score, item[0])):
        one, other = held[left], held[right]
        articles = [claims[index].claim.article_id for index in (*one, *other)]
        if one == other or min(len(one), len(other)) > 1 or len({*articles}) < len(articles):
            continue
        if not any(
            contradictory(claims[a], claims[b], packs[claims[a].language].words) for a in one for b in other
        ):
            joined = tuple(sorted((*one, *other)))
            held.update(dict.fromkeys(joined, joined))
    return sorted({*held.values()})
