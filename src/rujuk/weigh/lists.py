"""Which bodies of a story hand on one list: two that give the same exact figure, or the same three in one statement, counted it once.

A disaster agency and a fire service tell a sum to the same rupiah, and seven houses with eleven families and thirty people, because one has it
from the other or both from a third; nothing in a report says so. What such bodies say in one story is one origin.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rujuk.weigh.dependence import TextConfig, is_exact
from rujuk.weigh.nodes import Node, Trail

COUNTS = 3
"""Figures that two bodies give alike in one statement where they have them from one list; ones are not counted, anybody says one."""


@dataclass(frozen=True, slots=True, order=True)
class OneList:
    """Two bodies, or persons, of one story that hand on the same figures: their keys and names."""

    left: str
    right: str
    left_name: str
    right_name: str


def one_lists(statements: Iterable[Sequence[Trail]], config: TextConfig) -> tuple[OneList, ...]:
    """Return the pairs of bodies that give the same figures in one of the statements, whose trails are given, sorted."""
    found: dict[tuple[str, str], OneList] = {}
    for trails in statements:
        given: defaultdict[str, set[tuple[float, str]]] = defaultdict(set)
        names: dict[str, str] = {}
        for trail in trails:
            for node in officials(trail):
                key = body_key(node)
                given[key].update(_figures(trail))
                names[key] = min(names.get(key, node.name), node.name)
        for left, right in combinations(sorted(given), 2):
            if (left, right) not in found and _one_count(given[left] & given[right], config):
                found[left, right] = OneList(left, right, names[left], names[right])
    return tuple(sorted(found.values()))


def officials(trail: Trail) -> Iterator[Node]:
    """Yield the named bodies and persons on whose word a claim is; no eyewitnesses."""
    yield from (node for node in trail.nodes if node.kind in ("body", "person", "data") and not node.generic)


def body_key(node: Node) -> str:
    """Return the key of the body that a node speaks for, else its own."""
    return f"body:{node.body}" if node.body else node.key


def _figures(trail: Trail) -> Iterator[tuple[float, str]]:
    for counted in trail.claim.elements.how_many:
        value, unit, *_ = (*counted.split(" "), "")
        yield float(value), unit


def _one_count(shared: Iterable[tuple[float, str]], config: TextConfig) -> bool:
    """Return whether nobody arrives at these figures twice: a long measure among them, or so many of them."""
    figures = set(shared)
    return (
        any(is_exact(value, unit, config) for value, unit in figures)
        or len({value for value, _ in figures} - {1.0}) >= COUNTS
    )
