"""What a bare measure is a measure of: how deep, how far, how high; told by the nearest such word before the number."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from rujuk.align.claims import ReadClaim
from rujuk.align.matters import other_matter
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Quantity

WORD = re.compile(r"[^\W\d_]+")
COORDINATES: Mapping[str, str] = MappingProxyType(
    {"°N": "latitude", "°S": "latitude", "°E": "longitude", "°W": "longitude"}
)
REACH = 5
"""Words before a number, back to the number before it, that are searched for what it measures; by reading quake reports."""


def alike(left: ReadClaim, right: ReadClaim) -> bool:
    """Return whether two claims share half of their content words or letters: what bare measures and dates need to be of one thing.

    Letters see through words glued together ("DesaSembada").
    """
    return any(
        2 * len(one & other) >= len(one | other) > 0
        for one, other in (({*left.stems}, {*right.stems}), (left.grams, right.grams))
    )


def same_measure(a: Quantity, left: ReadClaim, b: Quantity, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether two bare measures are of one kind: both are said to be ("kedalaman"), or nothing says so, and claims and matter are alike."""
    one, other = measured(a, left, pack), measured(b, right, pack)
    if one and other:
        return one == other
    return alike(left, right) and not other_matter(left, right, pack)


def measured(item: Quantity, claim: ReadClaim, pack: LanguagePack) -> str:
    """Return the kind of what is measured ("depth"), by its unit or the words before the number, "" where none says it."""
    if item.unit in COORDINATES:
        return COORDINATES[item.unit]
    names = _names(pack)
    words = WORD.findall(_before(item, claim))[-REACH:]
    return next((names[word.lower()] for word in reversed(words) if word.lower() in names), "")


def _before(item: Quantity, claim: ReadClaim) -> str:
    """Return the characters of the claim's span before a number, from the end of the number before it on."""
    span = next((span for span in claim.claim.spans if span.contains(item.span)), None)
    if span is None:
        return ""
    earlier = [other.span.end for other in claim.quantities if other.span.end <= item.span.start]
    start = max([span.start, *(end for end in earlier if end >= span.start)])
    return span.text[start - span.start : item.span.start - span.start]


@cache
def _names(pack: LanguagePack) -> Mapping[str, str]:
    return {word: kind for kind, words in pack.differences.measures.items() for word in words.split()}
