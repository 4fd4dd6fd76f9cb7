"""A growth curve as a small SVG picture: articles a second and memory over the number of articles, both axes labelled."""

from collections.abc import Mapping, Sequence
from math import log10

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 640, 300, 60, 60, 30, 50


def draw(rows: Sequence[Mapping[str, float]]) -> str:
    """Return the picture of rows with `documents`, `a_second` and `peak_mb`; the axis of articles is logarithmic."""
    low, high = log10(rows[0]["documents"]), log10(rows[-1]["documents"])
    across = [
        LEFT + (WIDTH - LEFT - RIGHT) * (log10(row["documents"]) - low) / max(1e-9, high - low)
        for row in rows
    ]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<path d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}V{TOP}" fill="none" stroke="#888"/>',
    ]
    parts += _line(across, [row["a_second"] for row in rows], "#1f5fa8", LEFT - 6, "end")
    parts += _line(across, [row["peak_mb"] for row in rows], "#b3541e", WIDTH - RIGHT + 6, "start")
    parts += [
        _text(x, HEIGHT - BOTTOM + 18, f"{row['documents'] / 1000:,.0f}k", "middle", "#333")
        for x, row in zip(across, rows, strict=True)
        if str(row["documents"])[0] in "125"
    ]
    parts.append(_text(LEFT, 18, "articles a CPU second", "start", "#1f5fa8"))
    parts.append(_text(WIDTH - RIGHT, 18, "peak memory, MB", "end", "#b3541e"))
    parts.append(_text(WIDTH / 2, HEIGHT - 10, "articles added so far", "middle", "#333"))
    return "\n".join([*parts, "</svg>"]) + "\n"


def _line(
    across: Sequence[float], values: Sequence[float], colour: str, label: float, anchor: str
) -> list[str]:
    """Return one curve from zero up to its own top, with the two ends of its axis."""
    top = max(values) * 1.15
    height = HEIGHT - TOP - BOTTOM
    points = [(x, HEIGHT - BOTTOM - height * value / top) for x, value in zip(across, values, strict=True)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    marks = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>' for x, y in points]
    ends = [(HEIGHT - BOTTOM, 0.0), (points[-1][1], values[-1])]
    texts = [_text(label, y + 4, f"{value:,.0f}", anchor, colour) for y, value in ends]
    return [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>', *marks, *texts]


def _text(x: float, y: float, text: str, anchor: str, colour: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'
