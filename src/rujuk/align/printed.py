"""Slips of the pen: what is printed otherwise in a text that else says the same, whatever it counts or names.

A weekday beside a date that is another day; two figures changed places in a flight's number; one of a line's figures.
"""

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from rujuk.align.claims import ReadClaim
from rujuk.align.features import FIGURE
from rujuk.align.measures import WORD
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import TimeValue
from rujuk.model.text import Article, Span

CODE = re.compile(r"\b([A-Z]{2,3})[- ]?(\d{3,5})\b")
"""The number of a flight, a ship, a number plate: capitals, then digits."""
SAME_WORDS = 0.8
"""Share of the words of two parts that must be the same for one figure between them to be a slip; not fitted."""

Named = Mapping[str, Collection[str]]
"""By article id, what it names anywhere: the entities of places, the figures and codes that it prints, "entity office" of its persons
(`roles.offices_of`) and "count word figure" of what it counts (`breakdowns.counts_in`)."""


def is_glued(text: str) -> bool:
    """Return whether a capture lost a space between two words ("anakMenteri"): who does what to whom can no longer be read."""
    return any(one.islower() and other.isupper() for one, other in pairwise(text))


def printed_in(article: Article) -> frozenset[str]:
    """Return the figures and codes that an article prints, in its body or title."""
    texts = [article.part_text(part) for part in ("body", "title")]
    return frozenset(
        item for text in texts for item in (*FIGURE.findall(text), *map("".join, CODE.findall(text)))
    )


def other_weekday(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> tuple[str, str] | None:
    """Return the two days as printed where both claims give one date, and one a weekday that is not that date's."""
    for one, other in ((a, b) for a in left.times for b in right.times):
        if one.start_at[:10] != other.start_at[:10] or _slips(one) == _slips(other):
            continue
        days = _weekday(one, pack), _weekday(other, pack)
        if all(days) and days[0] != days[1]:
            return f"{days[0]} {one.start_at[:10]}", f"{days[1]} {other.start_at[:10]}"
    return None


def _slips(time: TimeValue) -> bool:
    return "weekday_mismatch" in time.flags


def _weekday(time: TimeValue, pack: LanguagePack) -> str:
    return next((word for word in WORD.findall(time.span.text) if word.lower() in _weekdays(pack)), "")


def _weekdays(pack: LanguagePack) -> set[str]:
    return {word.lower() for word in pack.dates.weekdays}


def other_code(left: ReadClaim, right: ReadClaim, named: Named) -> tuple[str, str] | None:
    """Return the two codes where each claim prints one, they are one slip apart, and neither article ever prints the other's."""
    one, other = ({*CODE.findall(item.claim.text)} for item in (left, right))
    if len(one) != 1 or len(other) != 1:
        return None
    (letters, digits), (others, second) = *one, *other
    if letters != others or not one_slip(digits, second):
        return None
    codes = letters + digits, others + second
    return codes if _only_here(*codes, left, right, named) else None


def is_slip(value: str) -> bool:
    """Return whether a value that differs is a code or a date with its weekday: no item of an outlet's series differs so little."""
    return bool(CODE.fullmatch(value)) or (
        not value[:1].isdigit() and value[-1:].isdigit() and value.count("-") == 2
    )


def one_slip(one: str, other: str) -> bool:
    """Return whether two rows of digits differ in one digit, or in two neighbours that changed places."""
    if len(one) != len(other):
        return False
    odd = [index for index, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(odd) == 2 and odd[1] == odd[0] + 1:
        return one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
    return len(odd) == 1


def other_figure(left: ReadClaim, right: ReadClaim, named: Named) -> tuple[str, str] | None:
    """Return the one figure in which two claims differ that have the same words and another figure in common.

    Neither article may print the other's anywhere: two sections of one law, two scores of one player are no slip. What is
    counted, measured or dated is not looked at here: that may be rounded, or grow.
    """
    one, other = _figures(left), _figures(right)
    odd = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(one) < 2 or len(odd) != 1 or not _same_words(left, right):
        return None
    return odd[0] if _only_here(*odd[0], left, right, named) else None


def _figures(item: ReadClaim) -> list[str]:
    """Return the figures a claim prints outside of the quantities and times of its sentence, in their order."""
    read = [each.span for each in item.counts] + [each.span for each in item.clock]
    return [
        match.group()
        for span in item.claim.spans
        for match in FIGURE.finditer(span.text)
        if not any(_inside(span.start + match.start(), each, span) for each in read)
    ]


def _inside(at: int, read: Span, span: Span) -> bool:
    return read.part == span.part and read.start <= at < read.end


def _same_words(left: ReadClaim, right: ReadClaim) -> bool:
    one, other = ({word.lower() for word in WORD.findall(item.claim.text)} for item in (left, right))
    return len(one & other) >= SAME_WORDS * len(one | other) > 0


def _only_here(one: str, other: str, left: ReadClaim, right: ReadClaim, named: Named) -> bool:
    """Return whether neither article prints what the other one does."""
    return one not in named.get(right.claim.article_id, ()) and other not in named.get(
        left.claim.article_id, ()
    )
