"""Which characters of an article the times have taken, so that no quantity is read in them."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rujuk.model.annotations import TimeValue
from rujuk.model.text import PARTS


@dataclass(frozen=True, slots=True)
class Taken:
    """Where the times of one part stand, in order and apart, so that a number inside one is found by bisection."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def by_part(cls, times: Sequence[TimeValue]) -> Mapping[str, "Taken"]:
        """Return the places of the times of each part."""
        parts = {
            part: sorted((t.span.start, t.span.end) for t in times if t.span.part == part) for part in PARTS
        }
        return {
            part: cls(tuple(start for start, _ in places), tuple(end for _, end in places))
            for part, places in parts.items()
        }

    def overlaps(self, start: int, end: int) -> bool:
        """Return whether a time shares a character with [start, end)."""
        place = bisect_right(self.ends, start)
        return place < len(self.starts) and self.starts[place] < end

    def next_start(self, end: int) -> int:
        """Return where the next time begins from `end` on, beyond any text where none does."""
        place = bisect_left(self.starts, end)
        return self.starts[place] if place < len(self.starts) else sys.maxsize
