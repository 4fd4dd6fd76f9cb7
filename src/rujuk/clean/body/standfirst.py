"""The summary that a web page prints under its headline: the first paragraph of the report, whatever its text looks like."""

from collections.abc import Sequence

from rujuk.clean.lines.line import Line
from rujuk.outlets.markup import named

REACH = 6
"""Lines under the headline in which the summary may begin: labels, bylines and dates stand between."""
LEAST_WORDS = 6
LEAST = 0.01
"""Probability below which the classifier says that a line is surely no body; of .01 and .05 the one that keeps more leads."""
PLAIN = 0.5
"""Share of its characters that are links up to which a line is no pointer to another story."""
NAMES = named("summary")
"""What the first name of its element, or of the one around a nameless one, says."""


def take_standfirst(lines: Sequence[Line], likely: list[bool], chances: Sequence[float], title: str) -> None:
    """Make the lines between the last main heading above the body and the body likely whose element says that they are its summary."""
    start = next((i for i, line in enumerate(lines) if likely[i] and line.label is None), 0)
    heading = next((i for i in reversed(range(start)) if _is_heading(lines[i], title)), start)
    for index in range(heading + 1, min(start, heading + REACH)):
        likely[index] = likely[index] or (chances[index] >= LEAST and _is_summary(lines[index]))


def _is_heading(line: Line, title: str) -> bool:
    return (bool(title) and line.text == title) or (line.place is not None and line.place.tag == "h1")


def _is_summary(line: Line) -> bool:
    return (
        line.label is None
        and line.length >= LEAST_WORDS
        and line.linked < PLAIN
        and line.place is not None
        and NAMES.search(line.place.kind.lower()) is not None
    )
