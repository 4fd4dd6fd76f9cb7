"""What the statements rest on: origins, the outlets that use them, and the picture of both."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import TypeVar

from rujuk.model.graph import CopyEdge
from rujuk.model.statement import OriginKind, Statement
from rujuk.render.evidence import Articles, ArticleView, chips, origin_kind
from rujuk.render.wording import Wording

SHOWN = 14
"""Nodes a side: more cannot be told apart at a phone's width."""
ROW = 34
WIDTH = 440
LEFT_END = 158
RIGHT_START = 282
TURNS = 4
"""Times that both sides are ordered by each other; a plain choice."""
LONGEST = 20
"""Characters of a name that fit on one line beside its node at 13 px; a name takes two lines at most."""


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An origin of the story: its kind in words, the articles that reach it, and how many statements rest on it."""

    name: str
    kind: str
    articles: tuple[ArticleView, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Node:
    """A name in the picture, broken and shortened to fit, with its height and its colour class."""

    lines: tuple[str, ...]
    name: str
    y: int
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from an origin to an outlet; `width` grows with the statements, `title` says what it means."""

    path: str
    width: float
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The picture: nodes, edges, copies between outlets, size, and whether some of either side were left out."""

    origins: tuple[Node, ...]
    outlets: tuple[Node, ...]
    edges: tuple[Edge, ...]
    copies: tuple[Edge, ...]
    height: int
    hidden: bool


@dataclass(slots=True)
class Use:
    """How an origin is used: by which articles, and by each outlet in which statements."""

    articles: set[str] = field(default_factory=set)
    by_outlet: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def statements(self) -> int:
        """Return how many statements rest on the origin."""
        return len(set().union(*self.by_outlet.values()))


Key = tuple[str, OriginKind]
Ranked = tuple[Key, Use]
T = TypeVar("T")


def origin_rows(statements: Sequence[Statement], articles: Articles, words: Wording) -> tuple[OriginRow, ...]:
    """Return every origin, those with most statements first."""
    rows = []
    for key, use in _ranked(_uses(statements, articles)):
        views = chips(use.articles, articles)
        kind = origin_kind(*key, views, words)
        rows.append(OriginRow(_name(key, words), kind, views, use.statements))
    return tuple(rows)


def graph(
    statements: Sequence[Statement], articles: Articles, words: Wording, copies: Sequence[CopyEdge] = ()
) -> Graph:
    """Return the picture of the most used origins, the outlets that use them most, and the copies between those."""
    ranked = _ranked(_uses(statements, articles))
    shown = ranked[:SHOWN]
    totals: Counter[str] = Counter()
    for _, use in shown:
        totals.update({outlet: len(ids) for outlet, ids in use.by_outlet.items()})
    named = sorted(totals, key=lambda name: (-totals[name], name))[:SHOWN]
    shown, names = _untangled(shown, named)
    rows = max(len(shown), len(names))
    outlets = {name: _node(name, at, len(names), rows, "medium") for at, name in enumerate(names)}
    origins: list[Node] = []
    edges: list[Edge] = []
    for at, (key, use) in enumerate(shown):
        origins.append(_node(_name(key, words), at, len(shown), rows, key[1]))
        used_by = [name for name in names if name in use.by_outlet]
        edges.extend(_edge(origins[-1], outlets[name], len(use.by_outlet[name]), words) for name in used_by)
    hidden = len(ranked) > len(shown) or len(totals) > len(names)
    bows = tuple(
        _bow(edge, outlets[edge.giver], outlets[edge.taker], words)
        for edge in copies
        if edge.giver != edge.taker and {edge.giver, edge.taker} <= outlets.keys()
    )
    return Graph(tuple(origins), tuple(outlets.values()), tuple(edges), bows, rows * ROW + 12, hidden)


def _bow(edge: CopyEdge, giver: Node, taker: Node, words: Wording) -> Edge:
    """Return the line that bows from one outlet to another to the left of both; it grows with what they share."""
    reach = RIGHT_START - min(90, 24 + abs(giver.y - taker.y) // 3)
    path = f"M{RIGHT_START} {giver.y}C{reach} {giver.y} {reach} {taker.y} {RIGHT_START} {taker.y}"
    title = words.text("rest.copy" if edge.known else "rest.copy_unknown", giver=giver.name, taker=taker.name)
    return Edge(path, round(1.0 + 3.0 * edge.score, 2), "copy", title)


def _untangled(shown: Sequence[Ranked], names: Sequence[str]) -> tuple[list[Ranked], list[str]]:
    """Return both sides, each ordered in turns by the mean height of what it is joined to on the other, so that few lines cross.

    Sugiyama, Tagawa and Toda 1981; what is joined to nothing shown keeps its place at the end.
    """
    left, right = list(shown), list(names)
    for _ in range(TURNS):
        right = _by_height(
            right, [[at for at, (_, use) in enumerate(left) if n in use.by_outlet] for n in right]
        )
        left = _by_height(left, [[at for at, n in enumerate(right) if n in use.by_outlet] for _, use in left])
    return left, right


def _by_height(items: Sequence[T], joined: Sequence[Sequence[int]]) -> list[T]:
    """Return the items by the mean of the places they are joined to; those with the same mean in the order they have."""
    means = [sum(at) / len(at) if at else float("inf") for at in joined]
    return [items[number] for number in sorted(range(len(items)), key=lambda number: (means[number], number))]


def _uses(statements: Iterable[Statement], articles: Articles) -> Mapping[Key, Use]:
    """Return for each origin its articles, and for each outlet the statements that connect the two."""
    found: dict[Key, Use] = defaultdict(Use)
    for statement in statements:
        statement_id = statement.id
        for origin in statement.origins:
            use = found[origin.name, origin.kind]
            use.articles.update(origin.article_ids)
            for article_id in origin.article_ids:
                use.by_outlet[articles[article_id].name].add(statement_id)
    return found


def _ranked(uses: Mapping[Key, Use]) -> list[Ranked]:
    return sorted(uses.items(), key=lambda item: (-item[1].statements, item[0]))


def _name(key: Key, words: Wording) -> str:
    return words.text("kind.unknown") if key[1] == "unknown" or not key[0] else key[0]


def _node(name: str, at: int, count: int, rows: int, kind: str) -> Node:
    """Return a node; the shorter side is spread over the height of the longer."""
    y = round((at + 0.5) * rows * ROW / count) + 6
    return Node(_lines(name), name, y, kind)


def _lines(name: str) -> tuple[str, ...]:
    lines = wrap(name, LONGEST, max_lines=2, placeholder=" …")
    return tuple(lines) or (name[:LONGEST],)


def _edge(origin: Node, outlet: Node, count: int, words: Wording) -> Edge:
    middle = (LEFT_END + RIGHT_START) // 2
    path = f"M{LEFT_END} {origin.y}C{middle} {origin.y} {middle} {outlet.y} {RIGHT_START} {outlet.y}"
    title = words.text(
        "rest.edge", origin=origin.name, outlet=outlet.name, count=words.count("statements", count)
    )
    return Edge(path, min(8.0, 1.0 + 0.75 * count), origin.kind, title)
