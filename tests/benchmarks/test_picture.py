"""The growth curve is a picture that a browser can read, and rises where the numbers do."""

import re

from benchmarks.picture import draw
from lxml.etree import fromstring

ROWS = [
    {"documents": 10_000, "a_second": 1000, "peak_mb": 100},
    {"documents": 100_000, "a_second": 900, "peak_mb": 200},
    {"documents": 1_000_000, "a_second": 950, "peak_mb": 400},
]


def test_both_curves_have_a_point_a_row() -> None:
    drawn = fromstring(draw(ROWS))
    lines = [item.attrib["points"].split() for item in drawn.iter("{*}polyline")]
    assert [len(points) for points in lines] == [3, 3]
    assert len(list(drawn.iter("{*}circle"))) == 6


def test_more_stands_higher_and_later_stands_right() -> None:
    speed, memory = re.findall(r'points="([^"]*)"', draw(ROWS))
    points = [tuple(map(float, point.split(","))) for point in memory.split()]
    assert [x for x, _ in points] == sorted(x for x, _ in points)
    assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)
    assert min(speed.split(), key=lambda point: float(point.split(",")[1])) == speed.split()[0]
