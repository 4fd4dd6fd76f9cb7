"""Scores: two numbers that no range can be, or that words or a score before them say are one."""

import re

from rujuk.annotate.counted import read_counted
from rujuk.annotate.quantity_place import Figure, Place
from rujuk.annotate.units import read_unit

MOST_GOALS = 99
FEW_GOALS = 15
"""Two numbers no higher than this, the second not above the first, are a score without a word that says so."""
NEXT_SCORE = frozenset({",", ";", "(", ""})
SCORE = re.compile(r"[-‑–](\d{1,2})(?![\d\w]|[.,/:-]\d)")


def read_score(place: Place, value: int | float, end: int) -> Figure | None:
    """Return the score of a match: by the words before, or, where no range can be meant, by its form ("2-2", "3-0")."""
    match = SCORE.match(place.text, end, place.limit)
    if not match or not isinstance(value, int) or value > MOST_GOALS or not place.match["number"]:
        return None
    other = int(match[1])
    few = max(value, other) <= FEW_GOALS and (
        other <= value or value == 0
    )  # no range ends below or begins at 0
    told = place.patterns.score.search(place.before) or _goes_on_scores(place)
    if not told and not (few and not _counts(place, match.end())):
        return None
    return Figure(place.match.start(), match.end(), value, other, "score", "", "exact", "score")


def _goes_on_scores(place: Place) -> bool:
    """Return whether a score stands right before, so that this pair is the next one ("2-1, 3-0"; "3-1 (21-25, 25-17)")."""
    before = place.previous
    return (
        before is not None
        and before.unit == "score"
        and place.text[before.end : place.match.start()].strip() in NEXT_SCORE
    )


def _counts(place: Place, end: int) -> bool:
    unit = read_unit(place.text, end, place.limit, place.numbers)
    return unit is not None or bool(read_counted(place.text, end, place.limit, place.numbers))
