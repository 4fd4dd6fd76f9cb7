"""When two numbers or two times are the same, may both be true, or cannot both be true."""

from collections.abc import Mapping
from types import MappingProxyType

from rujuk.model.annotations import Quantity

MOST_DEGREES: Mapping[str, int] = MappingProxyType({"°N": 90, "°S": 90, "°E": 180, "°W": 180})
"""The directions of latitude and longitude, with the degrees that each can have."""
ROUNDING = 0.1
"""How far "about" reaches, as a share of the value: "sekitar 50" and 48 are compatible, "sekitar 50" and 60 are not."""


def same_number(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities count the same thing and could be one number."""
    return comparable(left, right) and compatible(left, right)


def comparable(left: Quantity, right: Quantity) -> bool:
    """Return whether two quantities speak of the same kind of thing: same unit, and counted nouns with a word in common."""
    if not same_unit(left, right):
        return False
    one, other = set(left.counted.split()), set(right.counted.split())
    return bool(one & other) or (not one and not other)


def same_unit(left: Quantity, right: Quantity) -> bool:
    """Return whether units are the same, or one is a latitude or longitude that its report gives without direction."""
    if left.unit == right.unit:
        return True
    return _undirected(left, right) or _undirected(right, left)


def _undirected(bare: Quantity, directed: Quantity) -> bool:
    """Return whether a fraction without direction ("8,32", "8,32 derajat") may be the directed one ("8,32°S")."""
    most = MOST_DEGREES.get(directed.unit)
    degrees = bare.unit == "°" or (not bare.unit and not bare.counted and isinstance(bare.value, float))
    return most is not None and degrees and abs(bare.value) <= most


def compatible(left: Quantity, right: Quantity) -> bool:
    """Return whether both numbers can be true of one thing, by their values and by how exactly each is meant."""
    low, high = _range(left)
    other_low, other_high = _range(right)
    return (low <= other_high and other_low <= high) or _rounds(left, right) or _rounds(right, left)


def _rounds(left: Quantity, right: Quantity) -> bool:
    """Return whether a figure of a thousand or more with two zeros at its end is the other one, rounded."""
    if left.high is not None or right.high is not None or left.value < 1000 or left.value != int(left.value):
        return False
    zeros = len(str(int(left.value))) - len(str(int(left.value)).rstrip("0"))
    return zeros >= 2 and round(right.value / 10**zeros) * 10**zeros == left.value


def _range(item: Quantity) -> tuple[float, float]:
    """Return the values that a quantity allows."""
    value = float(item.value)
    top = float(item.high) if item.high is not None else value
    if item.bound == "about":
        return value - ROUNDING * abs(value), top + ROUNDING * abs(top)
    if item.bound == "at_least":
        return value, float("inf")
    if item.bound == "at_most":
        return float("-inf"), top
    return value, top


def same_time(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Return whether two ISO intervals share a moment, to the precision of the coarser one."""
    return not apart(left, right)


def apart(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Return whether one ISO interval ends before the other begins, to the precision of the coarser one."""
    width = min(map(len, (*left, *right)))
    one, other = (tuple(edge[:width] for edge in side) for side in (left, right))
    return one[1] < other[0] or other[1] < one[0]
