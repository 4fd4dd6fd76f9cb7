"""The answer key of the samples, laid over the dossiers of a run: which facts came together, which differences show."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from project import SAMPLES
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Claim, Disagreement, Statement
from rujuk.model.text import PARTS, Article

LABELS = SAMPLES / "labels"
ALIKE = ({"date", "time"}, {"person", "organisation", "attribution", "name"})
"""Elements that the labels and we may call by either name."""


@dataclass(frozen=True)
class Anchor:
    """Where an article states a labelled fact: the article's key in the label file, its id, part and offsets."""

    key: str
    article_id: str
    part: str
    start: int
    end: int

    def within(self, claim: Claim) -> bool:
        """Return whether the claim holds at least half of the anchor's characters."""
        if (claim.article_id, claim.part) != (self.article_id, self.part):
            return False
        shared = sum(max(0, min(self.end, span.end) - max(self.start, span.start)) for span in claim.spans)
        return 2 * shared >= self.end - self.start


@dataclass(frozen=True)
class Fact:
    """One labelled fact of one event with the anchors that our cleaning kept."""

    event: str
    label: Mapping[str, Any]
    anchors: tuple[Anchor, ...]

    @property
    def name(self) -> str:
        return f"{self.event}/{self.label['id']}"

    @property
    def agrees(self) -> bool:
        return bool(self.label["kind"] == "agree")

    def pairs(self) -> Iterator[tuple[Anchor, Anchor]]:
        """Yield the pairs of anchors of different articles."""
        yield from combinations(self.anchors, 2)


def facts(articles: Sequence[Article]) -> list[Fact]:
    """Return every labelled fact of the samples, its anchors found in our own texts of the articles."""
    by_key = _by_key(articles)
    found = []
    for path in sorted(LABELS.glob("k*.json")):
        for label in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            placed = (_place(key, text, by_key[path.stem, key]) for key, text in label["anchors"].items())
            found.append(Fact(path.stem, label, tuple(anchor for anchor in placed if anchor)))
    return found


def _by_key(articles: Sequence[Article]) -> dict[tuple[str, str], Article]:
    bodies = [json.loads(line) for line in (LABELS / "bodies.jsonl").read_text("utf-8").split("\n") if line]
    return {(body["event"], body["key"]): _article_of(body, articles) for body in bodies}


def stories(articles: Sequence[Article]) -> set[frozenset[str]]:
    """Return the labelled stories as sets of article ids."""
    by_key = _by_key(articles)
    return {frozenset(a.id for (event, _), a in by_key.items() if event == own) for own, _ in by_key}


def lookalikes(articles: Sequence[Article]) -> list[tuple[str, Anchor, Anchor]]:
    """Return what the labels say looks alike but is not the same: the reason, and the two places."""
    by_key = _by_key(articles)
    found = []
    for path in sorted(LABELS.glob("k*.json")):
        for label in json.loads(path.read_text(encoding="utf-8"))["distinct"]:
            sides = [next(iter(label[side].items())) for side in ("a", "b")]
            left, right = (_place(key, text, by_key[path.stem, key]) for key, text in sides)
            if left and right:
                found.append((f"{path.stem}: {label['why']}", left, right))
    return found


def confused(left: Anchor, right: Anchor, dossiers: Sequence[Dossier]) -> bool:
    """Return whether a statement says that two different things are one: no difference shown, the same modality."""
    for statement in holding(dossiers, left, right):
        one, other = ([c for c in statement.claims if anchor.within(c)] for anchor in (left, right))
        apart = not {c.id for c in one} & {c.id for c in other}
        alike = {c.modality for c in one} & {c.modality for c in other}
        if apart and alike and not parted(statement, left, right):
            return True
    return False


def _article_of(body: Mapping[str, Any], articles: Sequence[Article]) -> Article:
    path = body["path"].removeprefix("captures/")
    return next(a for a in articles if a.path == path and (body["row"] is None or a.title == body["title"]))


def _place(key: str, text: str, article: Article) -> Anchor | None:
    for part in PARTS:
        start = article.part_text(part).find(text)
        if start >= 0:
            return Anchor(key, article.id, part, start, start + len(text))
    return None


def holding(dossiers: Sequence[Dossier], *anchors: Anchor) -> list[Statement]:
    """Return the statements that hold all of these anchors."""
    return [
        statement
        for dossier in dossiers
        for statement in dossier.statements
        if all(any(anchor.within(claim) for claim in statement.claims) for anchor in anchors)
    ]


def parted(statement: Statement, left: Anchor, right: Anchor) -> list[Disagreement]:
    """Return the disagreements of a statement that put the two anchors on different sides."""
    return [gap for gap in statement.disagreements if not _sides(statement, gap, left) & _sides(statement, gap, right)
            and _sides(statement, gap, left) and _sides(statement, gap, right)]  # fmt: skip


def _sides(statement: Statement, gap: Disagreement, anchor: Anchor) -> set[str]:
    claims = {claim.id for claim in statement.claims if anchor.within(claim)}
    return {variant.value for variant in gap.variants if claims & {*variant.claim_ids}}


def together(fact: Fact, dossiers: Sequence[Dossier]) -> tuple[int, int]:
    """Return how many pairs of the fact's anchors stand in one statement, and how many there are."""
    pairs = list(fact.pairs())
    return sum(bool(holding(dossiers, *pair)) for pair in pairs), len(pairs)


def shown(fact: Fact, dossiers: Sequence[Dossier]) -> list[Disagreement]:
    """Return the disagreements shown between anchors: of a conflict the right ones, of an agreement all there are."""
    values = fact.label.get("values", {})
    found = []
    for left, right in fact.pairs():
        if fact.agrees or values.get(left.key) != values.get(right.key):
            found += [gap for s in holding(dossiers, left, right) for gap in parted(s, left, right)]
    return sorted({gap for gap in found if fact.agrees or _same_element(gap.element, fact.label["element"])})


def _same_element(told: str, labelled: str) -> bool:
    return told == labelled or any({told, labelled} <= group for group in ALIKE)


def false_alarms(fact: Fact, all_facts: Sequence[Fact], dossiers: Sequence[Dossier]) -> list[Disagreement]:
    """Return the disagreements shown on a fact that all articles agree on, and that no other labelled conflict explains."""
    explained = {
        gap
        for other in all_facts
        if other.event == fact.event and not other.agrees
        for gap in shown(other, dossiers)
    }
    return [gap for gap in shown(fact, dossiers) if gap not in explained]


def overcounted(fact: Fact, dossiers: Sequence[Dossier]) -> int:
    """Return by how much the count of independent origins of any statement of the fact exceeds the label's, at least 0."""
    expected: int | None = fact.label.get("weigh", {}).get("independent")
    if expected is None:
        return 0
    told = [s.independent for pair in fact.pairs() for s in holding(dossiers, *pair)]
    return max([0, *(count - expected for count in told)])
