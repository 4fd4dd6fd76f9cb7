"""What a bare number has from the next one: its unit and counted ("15 dan 18 gol"), or what a whole counts ("7 dari 10 warga")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from rujuk.annotate.counted import without_state
from rujuk.annotate.numerals import plain, read_scale
from rujuk.annotate.quantity_patterns import patterns as patterns_of
from rujuk.annotate.quantity_place import Figure
from rujuk.lang.numbers import Numbers


def shared(text: str, readings: Sequence[Figure], numbers: Numbers) -> Iterator[Figure]:
    """Yield the readings, a bare number before "and" or "x" with unit and counted of the next ("15 dan 18 gol", "5x3x2 m").

    A bare part of a whole counts what the whole does ("3 dari 5 korban tewas"); what happened is told of the part alone.
    """
    kept: list[Figure] = []
    later: Figure | None = None
    for found in reversed(readings):
        bare = found.rule == "number" and not (found.unit or found.counted)
        taken = _as_next(text, found, later, numbers) if bare and later else None
        if bare and later and _is_part(text, found, later, numbers):
            taken = replace(found, counted=later.counted)
            kept[-1] = replace(later, counted=without_state(later.counted, numbers))
        tied = bare and not taken and patterns_of(numbers).pair.match(text, found.end)
        if not tied or text[found.start].isdigit():
            kept.append(taken or found)
        later = taken or found
    yield from reversed(kept)


def _is_part(text: str, found: Figure, later: Figure, numbers: Numbers) -> bool:
    """Return whether a number is so many of the next one, which counts something ("7 dari 10 warga")."""
    between = " ".join(text[found.end : later.start].lower().split())
    smaller = found.value <= later.value and found.high is None
    return smaller and bool(later.counted) and not later.unit and between in numbers.of


def _as_next(text: str, found: Figure, later: Figure, numbers: Numbers) -> Figure | None:
    """Return a bare number with scale, unit and counted of the next one, None where no word or sign ties the two."""
    between = text[found.end : later.start].strip()
    if between not in (*numbers.between_joiners, *numbers.pair_joiners, *numbers.dimension_joiners):
        return None
    value = plain(Fraction(found.value) * _shared_scale(text, found, later, numbers))
    return replace(found, value=value, unit=later.unit, counted=later.counted)


def _shared_scale(text: str, found: Figure, later: Figure, numbers: Numbers) -> int:
    """Return the scale that a number takes from the next ("75 dan 100 ribu rupiah"), 1 where that would make it far larger."""
    scale = read_scale(text[later.start : later.end], numbers)
    if read_scale(text[found.start : found.end], numbers) > 1 or found.value >= later.value / scale * 2:
        return 1
    return scale
