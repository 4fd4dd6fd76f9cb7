"""What speaks for and against two parts telling the same fact: explained features, each a number with its values.

In the spirit of the feature lists of record linkage (Fellegi and Sunter 1969): every feature returns its value and the
values it was made of, and a fitted logistic model adds them up.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from rujuk.align.claims import ReadClaim
from rujuk.align.values import comparable, same_number, same_time
from rujuk.lang.stems import opposites
from rujuk.lang.words import Words

FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
"""A number as printed, whatever it counts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts side by side, with how near the one is to the other among its neighbours, and how rare each word and name is in the story."""

    left: ReadClaim
    right: ReadClaim
    rank: int
    rarity: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature's value and the readable detail that made it ("" where there is nothing to tell)."""

    value: float
    detail: str = ""


def nearest(pair: Pair) -> Feature:
    """Whether each is the other's nearest claim in its article: 1 for both, less the further down the list."""
    return Feature(1.0 / (1 + pair.rank), str(pair.rank))


def words(pair: Pair) -> Feature:
    """Shared content words, weighted by rarity in the story, as a share of the smaller claim's."""
    return _overlap(set(pair.left.stems), set(pair.right.stems), pair.rarity, smaller=True)


def letters(pair: Pair) -> Feature:
    """Shared runs of four letters, as a share of the smaller claim's: sees through glued words and affixes."""
    left, right = pair.left.grams, pair.right.grams
    smaller = min(len(left), len(right))
    return Feature(len(left & right) / smaller if smaller else 0.0)


def around(pair: Pair) -> Feature:
    """Shared content words of the whole sentences, weighted by rarity, as a share of both together."""
    return _overlap(set(pair.left.context), set(pair.right.context), pair.rarity, smaller=False)


def other_names(pair: Pair) -> Feature:
    """1 where both claims hold names and share none."""
    left, right = _names(pair.left), _names(pair.right)
    return Feature(float(bool(left and right and not left & right)))


def numbers(pair: Pair) -> Feature:
    """How many counted quantities the claims share, at most 2."""
    left, right = pair.left.quantities, pair.right.quantities
    shared = [a.span.text for a in left if any(same_number(a, b) for b in right)]
    there = sum(any(same_number(a, b) for a in left) for b in right)
    return Feature(min(2.0, len(shared), there), ", ".join(shared))


def counts_differ(pair: Pair) -> Feature:
    """1 where both count the same thing and never give the same number: one fact told differently, or two facts."""
    return Feature(float(numbers_clash(pair.left, pair.right)))


def times(pair: Pair) -> Feature:
    """1 where the claims share a time, -1 where both give times and share none."""
    left, right = _dated(pair.left), _dated(pair.right)
    if not left or not right:
        return Feature(0.0)
    shared = any(same_time(a, b) for a in left for b in right)
    return Feature(1.0 if shared else -1.0)


def lengths(pair: Pair) -> Feature:
    """How alike the claims' lengths are, in content words: 1 for equal, towards 0."""
    sizes = sorted((len(pair.left.stems) + 1, len(pair.right.stems) + 1))
    return Feature(sizes[0] / sizes[1])


def substance(pair: Pair) -> Feature:
    """How much the smaller claim says: its content words, log scale."""
    return Feature(log(1 + min(len(pair.left.stems), len(pair.right.stems))))


def speakers(pair: Pair) -> Feature:
    """1 where both are one speaker's words, -1 where they are the words of two speakers."""
    left, right = pair.left.claim.speaker, pair.right.claim.speaker
    if left is None or right is None:
        return Feature(0.0)
    return Feature(1.0 if left == right else -1.0, f"{left} / {right}")


def polarity(pair: Pair) -> Feature:
    """1 where one claim negates something, or denies it, and the other does not."""
    denied = [bool(item.negated) or item.claim.modality == "denied" for item in (pair.left, pair.right)]
    return Feature(float(denied[0] != denied[1]))


def places(pair: Pair) -> Feature:
    """How far apart the claims stand in their articles, 0 for the same relative place."""
    return Feature(abs(pair.left.place - pair.right.place))


def shared_words(left: ReadClaim, right: ReadClaim, weights: Mapping[str, float]) -> float:
    """Return the content words that two claims share, weighted by rarity, as a share of both together, in 0..1."""
    return _overlap(set(left.stems), set(right.stems), weights, smaller=False).value


def numbers_clash(left: ReadClaim, right: ReadClaim) -> bool:
    """Return whether both count something alike and never give the same number."""
    met = [(a, b) for a in left.quantities for b in right.quantities if comparable(a, b)]
    return bool(met) and not any(same_number(a, b) for a, b in met)


def contradictory(left: ReadClaim, right: ReadClaim, words: Words) -> bool:
    """Return whether two claims can never support each other.

    One plainly negates a word that the other asserts, or one says the opposite of a word of the other ("naik", "turun").
    """
    if left.negated & ({*right.stems} - right.negated) or right.negated & ({*left.stems} - left.negated):
        return True
    one, other = {*left.stems} - {*right.stems}, {*right.stems} - {*left.stems}
    table = opposites(words)
    return any(table.get(stem, frozenset()) & other for stem in one)


def rarity(claims: Sequence[ReadClaim]) -> dict[str, float]:
    """Return how rare each stem and name is among the story's claims: log of claims over claims with it."""
    seen: Counter[str] = Counter()
    for item in claims:
        seen.update({*item.stems, *item.context, *_names(item)})
    return {key: log((1 + len(claims)) / count) for key, count in seen.items()}


def _names(item: ReadClaim) -> set[str]:
    return {mention.entity for mention in item.mentions}


def _dated(item: ReadClaim) -> list[tuple[str, str]]:
    return [(time.start_at, time.end_at) for time in item.times if time.start_at]


def _overlap(left: set[str], right: set[str], weights: Mapping[str, float], *, smaller: bool) -> Feature:
    if not left or not right:
        return Feature(0.0)
    shared = sorted(left & right)
    sizes = [sum(weights[key] for key in side) for side in (left, right)]
    whole = min(sizes) if smaller else sum(weights[key] for key in left | right)
    value = sum(weights[key] for key in shared) / whole if whole else 0.0
    return Feature(float(np.clip(value, 0, 1)), " ".join(shared))
