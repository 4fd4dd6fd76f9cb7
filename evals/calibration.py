"""A calibration curve as a small SVG picture: what was said across, what is so upwards, the size of a dot growing with its pairs."""

from collections.abc import Mapping, Sequence
from math import sqrt

SIZE, EDGE, LEGEND = 300, 46, 20
COLOURS = ("#1f5fa8", "#b3541e")
Point = tuple[int, float, float]
"""How many pairs, what was said of them, and which share is so."""


def draw(curves: Mapping[str, Sequence[Point]]) -> str:
    """Return the picture of one or two named curves, with the diagonal on which a curve that says the truth lies."""
    height = SIZE + 2 * EDGE + LEGEND * len(curves)
    width = SIZE + 3 * EDGE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<path d="M{EDGE} {EDGE}V{EDGE + SIZE}H{EDGE + SIZE}" fill="none" stroke="#888"/>',
        f'<path d="M{EDGE} {EDGE + SIZE}L{EDGE + SIZE} {EDGE}" stroke="#bbb" stroke-dasharray="4 3"/>',
    ]
    for at, (name, points) in enumerate(curves.items()):
        parts += _curve(points, COLOURS[at % len(COLOURS)])
        y = EDGE + SIZE + EDGE + LEGEND * at
        parts.append(_text(EDGE, y, name, "start", COLOURS[at % len(COLOURS)]))
    for share in (0.0, 0.5, 1.0):
        parts.append(_text(EDGE + SIZE * share, EDGE + SIZE + 16, f"{share:g}", "middle"))
        parts.append(_text(EDGE - 6, EDGE + SIZE * (1 - share) + 4, f"{share:g}", "end"))
    parts.append(_text(EDGE + SIZE, EDGE + SIZE - 6, "said", "end"))
    parts.append(_text(EDGE + 6, EDGE + 4, "is so", "start"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _curve(points: Sequence[Point], colour: str) -> list[str]:
    """Return one curve: its line, and a dot for each tenth of what was said."""
    most = max((count for count, _, _ in points), default=1)
    places = [(EDGE + SIZE * said, EDGE + SIZE * (1 - so), count) for count, said, so in points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in places)
    dots = [
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + 5 * sqrt(count / most):.1f}" fill="{colour}" fill-opacity=".7"/>'
        for x, y, count in places
    ]
    return [f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.5"/>', *dots]


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'
