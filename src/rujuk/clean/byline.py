"""Who signed a report: a name without the outlet that stands beside it."""

import re
from collections.abc import Sequence

from rujuk.clean.lines import Line
from rujuk.clean.rules import Rules
from rujuk.outlets.base import Outlets

_PARTS = re.compile(r" *[·•|] *| +[-–—]+ *")
_NAME = re.compile(r"[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,3}")


def without_outlet(byline: str, outlets: Outlets) -> str:
    """Return a byline without the pieces that are an outlet's name ("... - detikNews"), "" where nothing else is in it."""
    pieces = [piece.strip(" ,-") for piece in _PARTS.split(byline[:300])]
    return ", ".join(piece for piece in pieces if piece and not outlets.by_mark(piece))


def byline_beside(lines: Sequence[Line], at: int, rules: Rules, outlets: Outlets) -> str:
    """Return the name that stands in a printed date's line or the lines next to it, or ""."""
    for index in (at, at - 1, at + 1):
        if 0 <= index < len(lines) and (index == at or lines[index].label in {None, "menu", "other"}):
            for piece in _PARTS.split(lines[index].text[:200]):
                name = piece.strip(" ,-")
                if _NAME.fullmatch(name) and not (
                    outlets.by_mark(name) or rules.label(name) or rules.is_date(name)
                ):
                    return name
    return ""
