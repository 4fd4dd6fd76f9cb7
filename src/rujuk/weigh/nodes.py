"""Who stands between an event and a claim, and how one claim is sourced."""

from collections.abc import Mapping
from dataclasses import dataclass

from rujuk.model.statement import Claim, OriginKind

DEPTH: Mapping[OriginKind, int] = {
    "unknown": 0,
    "outlet": 1,
    "agency": 2,
    "document": 3,
    "person": 4,
    "witness": 4,
    "body": 5,
    "data": 5,
}
"""How near to the event a kind of origin stands: an outlet cites an agency, which quotes a person of a body."""

UNKNOWN = "unknown"

JOINT = 4
"""Letters of a word without a capital up to which it may stand within a name ("dan", "dari", "for")."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on the way from an event to a claim; `key` is equal for one and the same, whatever it is called.

    `body` is equal for all who speak for one body, its parts and accounts too; "" where nothing tells of one.
    """

    key: str
    name: str
    kind: OriginKind
    body: str = ""

    @property
    def order(self) -> tuple[int, str]:
        """Return the sort key: outlets before agencies before people and bodies."""
        return DEPTH[self.kind], self.key

    @property
    def generic(self) -> bool:
        """Return whether this is no name but a description ("laporan itu", "Media pemerintah X"): a word is not capitalised.

        Short words join those of a name ("Badan Meteorologi, Klimatologi, dan Geofisika").
        """
        words = self.name.split() or [""]
        within = (word for word in words[1:-1] if len(word) > JOINT)
        return any(word[:1].islower() for word in (words[0], *within, words[-1]))


@dataclass(frozen=True, slots=True)
class Trail:
    """How one claim is sourced: the nodes it names, nearest to the outlet first.

    Where all of them are outlets that relay, agencies or descriptions, and the article names elsewhere who may stand
    `behind` them, the origin is not `settled`.

    `elsewhere` are agencies and outlets that the article cites in other places, `heard` persons and bodies whose words it
    gives anywhere: a report of a press conference does not name the speaker in every sentence. `own` says that the sentence
    names the article's own outlet, or another of its owner, as the one that saw or was told it, `seen` that it names another report's
    outlet so; `spoken` that the claim has a speaker, `retold` that the sentence only repeats what was reported before. `doers` are those whose act the
    claim tells, who may have told it; `afar` says that its report tells what happened abroad.
    """

    claim: Claim
    owner: Node
    nodes: tuple[Node, ...]
    elsewhere: tuple[Node, ...]
    own: bool
    heard: tuple[Node, ...] = ()
    spoken: bool = False
    seen: bool = False
    retold: bool = False
    doers: tuple[Node, ...] = ()
    afar: bool = False

    @property
    def possible(self) -> tuple[Node, ...]:
        """Return what a claim that states no origin may rest on: the outlet itself, all that its article names, and whose act it tells.

        But no eyewitness: what one saw is told in that one's name (on the generated half `develop` 76 of 77 plain sentences
        beside a quoted witness alone are the outlet's own).
        """
        return (self.owner, *self.elsewhere, *self.spokesmen, *self.doers)

    @property
    def spokesmen(self) -> tuple[Node, ...]:
        """Return those whose words the article gives who are no eyewitnesses."""
        return tuple(node for node in self.heard if node.kind != "witness")

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of the nodes that the claim names."""
        return tuple(node.key for node in self.nodes)

    @property
    def behind(self) -> tuple[Node, ...]:
        """Return what may stand behind those whom the claim names: agencies behind outlets, speakers behind agencies, and whose act it tells."""
        agencies = tuple(node for node in self.elsewhere if node.kind == "agency")
        deepest = max((DEPTH[node.kind] for node in self.nodes if not node.generic), default=0)
        if self.seen or deepest > DEPTH["agency"] or (self.spoken and deepest == DEPTH["agency"]):
            return ()
        return (*(agencies if deepest < DEPTH["agency"] else ()), *self.spokesmen, *self.doers)

    @property
    def settled(self) -> bool:
        """Return whether the claim names where it comes from, beyond those who may have it from somebody else that it names."""
        return bool(self.nodes) and not self.behind
