"""The origin graph of a story: who stands behind which outlet's statements, who copied whom, and what is an outlet's own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rujuk.model.statement import Origin, OriginKind, Statement
from rujuk.model.story import Reuse
from rujuk.model.text import OutletRef, Span

Use = Literal["own", "relayed", "unstated", "copied"]
"""What an outlet's statement is: its own, on another's word, on nobody's word that it says here, or in words taken from another."""


@dataclass(frozen=True, slots=True, order=True)
class OriginEdge:
    """An origin and an outlet that has statements from it; `statements` is how many."""

    origin: str
    kind: OriginKind
    outlet: str
    statements: int

    def to_dict(self) -> dict[str, Any]:
        """Return the edge as JSON data."""
        return {
            "origin": self.origin,
            "kind": self.kind,
            "outlet": self.outlet,
            "statements": self.statements,
        }


@dataclass(frozen=True, slots=True, order=True)
class CopyEdge:
    """Two outlets that share text: `giver` and `taker` where `known`, else in string order; `score` is the share of the shorter text."""

    giver: str
    taker: str
    known: bool
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Return the edge as JSON data."""
        return {"giver": self.giver, "taker": self.taker, "known": self.known, "score": self.score}


@dataclass(frozen=True, slots=True, order=True)
class OutletShare:
    """How many of an outlet's statements are its own, relayed, of unstated origin, and in copied words; each is one of them."""

    outlet: str
    own: int
    relayed: int
    unstated: int
    copied: int

    def to_dict(self) -> dict[str, Any]:
        """Return the share as JSON data."""
        return {
            "outlet": self.outlet,
            "own": self.own,
            "relayed": self.relayed,
            "unstated": self.unstated,
            "copied": self.copied,
        }


@dataclass(frozen=True, slots=True)
class OriginGraph:
    """Origins to outlets, copies between outlets, and each outlet's shares; all sorted, computed from the rest of a dossier."""

    origins: tuple[OriginEdge, ...]
    copies: tuple[CopyEdge, ...]
    shares: tuple[OutletShare, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the graph as JSON data."""
        return {
            "origins": [edge.to_dict() for edge in self.origins],
            "copies": [edge.to_dict() for edge in self.copies],
            "shares": [share.to_dict() for share in self.shares],
        }


def outlet_name(outlet: OutletRef | None, path: str) -> str:
    """Return what an article's publisher is called in the graph: the outlet, else the capture's path."""
    return outlet.name if outlet is not None else path


def origin_graph(
    statements: Sequence[Statement], reuse: Iterable[Reuse], names: Mapping[str, str]
) -> OriginGraph:
    """Return the graph of a story; `names` holds the outlet of each article by its id."""
    edges = list(reuse)
    used: defaultdict[tuple[str, OriginKind, str], set[str]] = defaultdict(set)
    uses: defaultdict[str, Counter[Use]] = defaultdict(Counter)
    taken = _taken_stretches(edges)
    for statement in statements:
        for origin in statement.origins:
            for article in origin.article_ids:
                used[origin.name, origin.kind, names[article]].add(statement.id)
        for outlet, use in _uses(statement, names, taken).items():
            uses[outlet][use] += 1
    return OriginGraph(
        tuple(sorted(OriginEdge(*key, len(found)) for key, found in used.items())),
        _copies(edges, names),
        tuple(
            OutletShare(outlet, count["own"], count["relayed"], count["unstated"], count["copied"])
            for outlet, count in sorted(uses.items())
        ),
    )


def _taken_stretches(edges: Iterable[Reuse]) -> Mapping[str, list[Span]]:
    """Return for each article the stretches that it shares as a copy, but those that others are known to have taken from it."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for edge in edges:
        if edge.kind in ("verbatim", "edited"):
            for left, right in edge.spans:
                if edge.direction != "left>right":
                    found[edge.left].append(left)
                if edge.direction != "right>left":
                    found[edge.right].append(right)
    return found


def _uses(
    statement: Statement, names: Mapping[str, str], taken: Mapping[str, Sequence[Span]]
) -> dict[str, Use]:
    """Return what the statement is for each outlet that supports it: the word of another before copied words before its own."""
    found: dict[str, Use] = {}
    for origin in statement.origins:
        for article in origin.article_ids:
            use = _use(origin, article, statement, names, taken)
            found[names[article]] = max(use, found.get(names[article], use), key=_RANK.index)
    return found


_RANK: tuple[Use, ...] = ("own", "unstated", "relayed", "copied")


def _use(
    origin: Origin,
    article: str,
    statement: Statement,
    names: Mapping[str, str],
    taken: Mapping[str, Sequence[Span]],
) -> Use:
    spans = [span for claim in statement.claims if claim.article_id == article for span in claim.spans]
    if any(span.overlaps(stretch) for span in spans for stretch in taken.get(article, ())):
        return "copied"
    if origin.kind == "unknown":
        return "unstated"
    own = origin.kind in ("outlet", "agency") and origin.name == names[article]
    return "own" if own else "relayed"


def _copies(edges: Iterable[Reuse], names: Mapping[str, str]) -> tuple[CopyEdge, ...]:
    """Return the copies between outlets, the strongest of each pair."""
    best: dict[tuple[str, str, bool], float] = {}
    for edge in edges:
        if edge.kind in ("verbatim", "edited"):
            left, right = names[edge.left], names[edge.right]
            giver, taker = (left, right) if edge.direction == "left>right" else (right, left)
            if edge.direction is None:
                giver, taker = sorted((left, right))
            key = (giver, taker, edge.direction is not None)
            best[key] = max(edge.score, best.get(key, 0.0))
    return tuple(sorted(CopyEdge(*key, score) for key, score in best.items()))
