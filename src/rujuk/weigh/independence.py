"""How many independent origins explain every report: dependent origins are one, dependent reports are one.

The count is the least number of origins that accounts for every report (a minimum hitting set): each owner, with all
that was copied from or by it, may rest on any origin that it names. It can therefore only grow by a report that shares
neither owner, text nor origin with the others. The idea that copying must be taken out before votes are counted is that of
Dong, Berti-Équille and Srivastava, "Integrating conflicting data: the role of source dependence" (VLDB 2009).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rujuk.weigh.lists import OneList
from rujuk.weigh.nodes import DEPTH, Node, Trail
from rujuk.weigh.unions import Unions

STEPS = 20_000
"""Steps of the exact search before its proven lower bound is taken instead; real stories need fewer than a hundred."""


@dataclass(frozen=True, slots=True)
class Basis:
    """One origin of a statement: the nodes that depend on one another, and the articles that state or may rest on it."""

    key: str
    nodes: tuple[Node, ...]
    stated_by: tuple[str, ...]
    perhaps_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """The origins of a statement, how many of them are independent, and which reports were taken together.

    `stated` and `perhaps` hold for each article the keys of the origins that it states, and those it may rest on where it
    states none.
    """

    bases: tuple[Basis, ...]
    independent: int
    reports: tuple[tuple[str, ...], ...]
    stated: Mapping[str, frozenset[str]]
    perhaps: Mapping[str, frozenset[str]]


def count(trails: Sequence[Trail], copies: Iterable[tuple[str, str]], lists: Iterable[OneList] = ()) -> Count:
    """Return the origins behind the trails; `copies` are pairs of articles that share the text of this statement.

    `lists` are bodies of the story that hand on one list.
    """
    origins = join_nodes(trails, lists)
    reports = _reports(trails, copies)
    stated, perhaps = _options(trails, origins)
    choices = {
        frozenset(key for article in report for key in stated[article] | perhaps[article])
        for report in reports
    }
    strength = _strength(trails, origins, (stated, perhaps), reports)
    chosen, proven = least_hitting(choices, strength)
    kept = sorted({*chosen, *(key for keys in stated.values() for key in keys)})
    bases = tuple(_basis(key, trails, origins, stated, perhaps) for key in kept)
    held = [{article: frozenset(keys) for article, keys in one.items()} for one in (stated, perhaps)]
    return Count(bases, min(proven, len(bases)), reports, held[0], held[1])


def join_nodes(trails: Sequence[Trail], lists: Iterable[OneList] = ()) -> Unions:
    """Return the nodes joined where one claim reaches one through the other, where they speak for one body or hand on one list.

    Whoever is quoted and whoever relays it depend on each other; two agencies named side by side do not. An outlet that
    another report names depends on whatever it names itself, so that A citing B citing A is one.
    """
    origins = Unions()
    for pair in lists:
        origins.join(pair.left, pair.right)
    named = {node.key for trail in trails for node in trail.nodes}
    for trail in trails:
        for node in (*trail.nodes, *trail.heard, *trail.doers):
            if node.body:
                origins.join(node.key, f"body:{node.body}")
        agencies = [node for node in trail.nodes if node.kind == "agency"]
        quoted = any(DEPTH[node.kind] > DEPTH["agency"] for node in trail.nodes)
        relayed = trail.owner.key in named
        if relayed or quoted or len(agencies) < 2:
            first = trail.owner if relayed else next(iter(trail.nodes), trail.owner)
            for node in trail.nodes:
                origins.join(node.key, first.key)
    return origins


def _reports(trails: Sequence[Trail], copies: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Return the articles, those of one owner and those that share this text taken together."""
    articles = sorted({trail.claim.article_id for trail in trails})
    together: Unions = Unions()
    for trail in trails:
        if trail.owner.kind != "unknown":
            together.join(trail.claim.article_id, trail.owner.key)
    for left, right in copies:
        together.join(left, right)
    return tuple(tuple(group) for group in together.groups(articles))


def _options(trails: Sequence[Trail], origins: Unions) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return for each article the origins that it states, and those it may rest on where it states none.

    An article that states its origin in one of its claims has stated it for all of them. One that only repeats what was reported
    before, or tells what happened abroad, may rest on whatever the others rest on.
    """
    stated: defaultdict[str, set[str]] = defaultdict(set)
    perhaps: defaultdict[str, set[str]] = defaultdict(set)
    for trail in trails:
        shown = (trail.owner,) if trail.own and not trail.nodes else trail.nodes if trail.settled else ()
        stated[trail.claim.article_id] |= {origins.find(node.key) for node in shown}
    for trail in trails:
        article = trail.claim.article_id
        if not stated[article]:
            possible = (*trail.nodes, *trail.behind) if trail.nodes else trail.possible
            perhaps[article] |= {origins.find(node.key) for node in possible}
    whole = {key for held in (stated, perhaps) for keys in held.values() for key in keys}
    for trail in trails:
        if (trail.retold or trail.afar) and not stated[trail.claim.article_id]:
            perhaps[trail.claim.article_id] |= whole
    return dict(stated), defaultdict(set, perhaps)


Strength = tuple[int, bool, int, int, str]
"""By what an origin is preferred where several would do: stated by many, named with a claim, cited, possible, then by name."""


def _strength(
    trails: Sequence[Trail],
    origins: Unions,
    options: tuple[Mapping[str, set[str]], Mapping[str, set[str]]],
    reports: Sequence[Sequence[str]],
) -> dict[str, Strength]:
    """Return the sort key of each origin: how many reports state it, cite it, or may rest on it."""
    stated, perhaps = options
    near = {origins.find(node.key) for trail in trails for node in (trail.nodes or (trail.owner,))}
    cited: defaultdict[str, set[str]] = defaultdict(set)
    for trail in trails:
        cited[trail.claim.article_id] |= {origins.find(node.key) for node in trail.elsewhere}

    def touched(held: Mapping[str, set[str]], key: str) -> int:
        return sum(any(key in held.get(article, ()) for article in report) for report in reports)

    keys = {key for held in options for keys in held.values() for key in keys}
    return {
        key: (-touched(stated, key), key not in near, -touched(cited, key), -touched(perhaps, key), key)
        for key in keys
    }


def least_hitting(
    choices: Iterable[frozenset[str]], strength: Mapping[str, Strength]
) -> tuple[tuple[str, ...], int]:
    """Return the smallest set of keys that meets every choice, and its size; on giving up, a set and a proven lower bound.

    Deterministic: choices are tried in order of size, keys in order of `strength`. Deepens one at a time, so that what it
    has ruled out by the time STEPS are spent is a bound from below: it errs to fewer.
    """
    whole = set(choices)
    needed = sorted(
        (c for c in whole if not any(other < c for other in whole)), key=lambda c: (len(c), sorted(c))
    )
    budget = [STEPS]
    for size in range(len(needed) + 1):
        found = _within(needed, size, strength, budget)
        if found is not None:
            return found, size
        if budget[0] <= 0:
            return tuple(min(choice, key=strength.__getitem__) for choice in needed), max(size, 1)
    raise AssertionError("one key a choice always meets every choice")


def _within(
    needed: Sequence[frozenset[str]],
    size: int,
    strength: Mapping[str, Strength],
    budget: list[int],
) -> tuple[str, ...] | None:
    """Return at most `size` keys that meet every needed choice, or None."""
    budget[0] -= 1
    if not needed:
        return ()
    if size == 0 or budget[0] <= 0:
        return None
    for key in sorted(needed[0], key=strength.__getitem__):
        rest = _within([choice for choice in needed if key not in choice], size - 1, strength, budget)
        if rest is not None:
            return (key, *rest)
    return None


def _basis(
    key: str,
    trails: Sequence[Trail],
    origins: Unions,
    stated: Mapping[str, set[str]],
    perhaps: Mapping[str, set[str]],
) -> Basis:
    nodes: dict[str, Node] = {}
    for trail in trails:
        for node in (*trail.nodes, *trail.possible):
            if origins.find(node.key) == key:
                old = nodes.get(node.key)
                nodes[node.key] = (
                    node if old is None else max(old, node, key=lambda n: (DEPTH[n.kind], n.name))
                )
    return Basis(
        key,
        tuple(sorted(nodes.values(), key=lambda node: node.order)),
        tuple(sorted(article for article, keys in stated.items() if key in keys)),
        tuple(sorted(article for article, keys in perhaps.items() if key in keys)),
    )
