"""Where a number was found in its sentence, and what it looks like so far: what the readers of quantities pass around."""

import re
from dataclasses import dataclass

from rujuk.annotate.quantity_patterns import Patterns
from rujuk.lang.base import LanguagePack
from rujuk.lang.numbers import Numbers
from rujuk.model.annotations import Bound

REACH = 48
"""Characters before and after a number that may say what kind of number it is."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A match of the lead pattern in its sentence, which is text[first:last]; nothing from `limit` on is read as its own.

    `previous` is the figure read before it in the sentence.
    """

    text: str
    first: int
    limit: int
    last: int
    match: re.Match[str]
    pack: LanguagePack
    patterns: Patterns
    previous: "Figure | None" = None

    @property
    def numbers(self) -> Numbers:
        """Return the numbers of the pack."""
        return self.pack.numbers

    @property
    def before(self) -> str:
        """Return the characters before the match."""
        return self.text[max(self.first, self.match.start() - REACH) : self.match.start()]

    def after(self, start: int) -> str:
        """Return the characters from `start` on."""
        return self.text[start : min(self.limit, start + REACH)]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as found: where it and its unit stand, the values, the unit, what is counted, how exactly, by which rule."""

    start: int
    end: int
    value: int | float
    high: int | float | None
    unit: str
    counted: str
    bound: Bound
    rule: str
