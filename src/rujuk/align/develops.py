"""Values that differ because time went on: a toll that grows, a level that rises and falls; told from values that are disputed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from rujuk.align.claims import ReadClaim
from rujuk.lang.base import Packs
from rujuk.lang.stems import content_stems
from rujuk.model.moments import DAY_LENGTH, read_moment
from rujuk.model.statement import Element

Values = dict[str, str]
"""The value that a claim gives, by claim id."""
BOUNDS = "±≥≤ "
"""What may stand before a figure in a variant's text."""
SUPERSEDES = 3 * 3600.0
"""Seconds between two publications from which a higher figure is a later count and not another one; not fitted."""


def told_apart(
    element: Element, values: Values, members: Sequence[ReadClaim], published: Mapping[str, str], packs: Packs
) -> Iterator[tuple[Values, bool]]:
    """Yield the values that are disputed (False), and those of a figure that grows or changes with time of publication (True).

    Of a toll told as 3, then as 5 and 6 in one hour, then as 11, the 5 and the 6 are disputed, and all of it develops; a level may fall, too,
    within minutes (an index, a price), so that nothing is told of levels whose time is not known.
    """
    if len({same_value(element, value, values) for value in values.values()}) < 2:
        return
    told = [item for item in members if item.claim.id in values]
    times = {item.claim.id: _moment(published.get(item.claim.article_id, "")) for item in told}
    changes = element == "number" and _measure(told, values) and _of_all(told, packs, "changing")
    if not (changes or (element == "number" and _of_all(told, packs, "growing"))) or None in times.values():
        if not changes:
            yield values, False
        return
    pairs = combinations(told, 2)
    disputed = {key for one, other in pairs for key in _at_odds(one, other, values, times, changes=changes)}
    if disputed:
        yield {key: values[key] for key in disputed}, False
    if {values[key] for key in disputed} != {*values.values()}:
        yield values, True


def _moment(printed: str) -> float | None:
    """Return a publication time as seconds, None where only a day or nothing is known."""
    moment = read_moment(printed) if len(printed) > DAY_LENGTH else None
    return None if moment is None else moment.timestamp()


def _at_odds(
    one: ReadClaim, other: ReadClaim, values: Values, times: Mapping[str, float | None], *, changes: bool
) -> tuple[str, ...]:
    """Return both claims' ids where a later figure does not simply supersede the earlier one, else nothing."""
    moments = [
        (times[item.claim.id] or 0.0, (leading(values[item.claim.id]) or 0.0), item.claim.id)
        for item in (one, other)
    ]
    (early, low, first), (late, high, second) = sorted(moments)
    superseded = late > early if changes else low < high and late - early >= SUPERSEDES
    if low == high or superseded:
        return ()
    return first, second


def _of_all(told: Sequence[ReadClaim], packs: Packs, kind: Literal["growing", "changing"]) -> bool:
    """Return whether all claims count what is counted anew as an event is worked up, or measure what rises and falls."""
    for item in told:
        pack = packs[item.language]
        words = pack.differences.growing if kind == "growing" else pack.differences.changing
        if not {*content_stems(" ".join(words), pack.words)} & {*item.stems}:
            return False
    return True


def _measure(told: Sequence[ReadClaim], values: Values) -> bool:
    """Return whether the figures that differ count no things: water rises and falls, eight who died in it do not become five."""
    return all(
        figure.unit or not figure.counted
        for item in told
        for figure in item.quantities
        if values[item.claim.id].lstrip(BOUNDS)[:1].isdigit()
        and float(figure.value) == (leading(values[item.claim.id]) or 0.0)
    )


def leading(value: str) -> float | None:
    """Return the figure that a variant's text begins with, None where it begins with none."""
    words = value.lstrip(BOUNDS).replace("–", " ").split()
    try:
        return float(words[0]) if words else None
    except ValueError:
        return None


def same_value(element: Element, value: str, values: Values) -> str:
    """Return the value that stands for this one and all that say the same: "5 orang tewas" for "5 orang meninggal"."""
    if element == "person":
        return _shortest(value, values)
    if element == "number":
        return min(other for other in values.values() if _figure(other) == _figure(value))
    return value


def _figure(value: str) -> str:
    """Return the figure of a number's text, with its bound, without what is counted."""
    return value.partition(" ")[0] if value[:1].isdigit() else " ".join(value.split(" ")[:2])


def _shortest(name: str, values: Values) -> str:
    """Return the shortest name given whose words are all in this one: "Salvek Anton Brisk" is Anton Brisk."""
    inside = [other for other in values.values() if {*other.split()} <= {*name.split()}]
    return min(inside, key=lambda other: (len(other), other))
