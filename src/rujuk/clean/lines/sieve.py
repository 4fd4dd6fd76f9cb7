"""Whether any of many patterns matches, each tried on none but the texts that show its signs: of the lines of pages one in a hundred."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from rujuk.clean.lines.signs import folded, opening_of, signs_of

FEW = 12
"""Openings of a pattern up to which the first character of a text tells enough; with more it is asked for pieces."""
Shown = tuple[frozenset[str], re.Pattern[str]]
"""Pieces one of which a text must hold, and the patterns that then decide."""


@dataclass(frozen=True, slots=True)
class _Tests:
    """What texts with one opening are asked: patterns that need no piece, and those that do, with all their pieces."""

    always: re.Pattern[str] | None
    shown: tuple[Shown, ...]
    pieces: tuple[str, ...]

    @classmethod
    def of(cls, told: Iterable[tuple[frozenset[str], str]]) -> "_Tests":
        """Return the tests for patterns, each with its pieces, none where it needs none."""
        groups: dict[frozenset[str], list[str]] = {}
        for pieces, pattern in told:
            groups.setdefault(pieces, []).append(pattern)
        always = groups.pop(frozenset(), None)
        shown = tuple((pieces, joined(tuple(group))) for pieces, group in groups.items())
        pieces = frozenset().union(*groups)
        shortest = (piece for piece in pieces if not any(other in piece for other in pieces - {piece}))
        return cls(joined(tuple(always)) if always else None, shown, tuple(sorted(shortest)))

    def may_show(self, lowered: str | None) -> list[re.Pattern[str]]:
        """Return the patterns whose pieces a text shows, given as `folded` gives it."""
        if lowered is None:
            return [pattern for _, pattern in self.shown]
        if not _holds(lowered, self.pieces):
            return []
        return [pattern for pieces, pattern in self.shown if _holds(lowered, pieces)]


class Whole:
    """Patterns of whole texts."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._signed = [(signs_of(pattern), pattern) for pattern in patterns]
        self._tests: dict[str, _Tests] = {}

    def matches(self, text: str) -> bool:
        """Return whether any pattern matches the whole text."""
        opening = opening_of(text)
        tests = self._tests.get(opening) or self._tests.setdefault(opening, self._tests_of(opening))
        if tests.always and tests.always.fullmatch(text):
            return True
        return any(pattern.fullmatch(text) for pattern in tests.may_show(folded(text)))

    def _tests_of(self, opening: str) -> _Tests:
        return _Tests.of(
            (signs.pieces if len(signs.openings) > FEW else frozenset(), pattern)
            for signs, pattern in self._signed
            if opening in signs.openings or not opening
        )


class Within:
    """Patterns that are looked for anywhere in a text."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._tests = _Tests.of((signs_of(pattern).pieces, pattern) for pattern in patterns)

    def matches(self, text: str) -> bool:
        """Return whether any pattern matches somewhere in the text."""
        if self._tests.always and self._tests.always.search(text):
            return True
        return any(pattern.search(text) for pattern in self._tests.may_show(folded(text)))


@lru_cache(maxsize=4096)
def joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """Return patterns as one, compiled without regard to letter case; it matches nothing where there are none."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)


def _holds(text: str, pieces: Collection[str]) -> bool:
    for piece in pieces:  # noqa: SIM110 - a generator costs more than the looking
        if piece in text:
            return True
    return False
