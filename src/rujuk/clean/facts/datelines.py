"""A dateline taken apart: the place a report is from, and the mark of the house that prints it."""

import re
from collections.abc import Sequence

from rujuk.clean.facts.outlet import Dateline
from rujuk.lang import gazetteer

_SPLIT = re.compile(r"[,()|/]+")
_DATED = re.compile(r"(?<!\w)\d{1,4}(?!\w)")


def place_and_mark(dateline: Dateline) -> tuple[str | None, str | None]:
    """Return the place and the house mark of a dateline as printed, each None where it holds none.

    A mark that no pack knows is told from a place by a dot in it, or by standing last and in no gazetteer; days are neither.
    """
    parts = [part.strip() for part in _SPLIT.split(dateline.text)]
    parts = [part for part in parts if part and not _DATED.search(part)]
    mark = dateline.mark or _unknown_mark(parts)
    places = [part for part in parts if part != mark]
    return ", ".join(places) or None, mark or None


def _unknown_mark(parts: Sequence[str]) -> str:
    dotted = next((part for part in parts if re.search(r"\w\.\w", part)), "")
    is_last = len(parts) > 1 and not gazetteer.load().find(parts[-1])
    return dotted or (parts[-1] if is_last else "")
