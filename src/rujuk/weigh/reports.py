"""The reports of one statement, opened: the claim that leads, those that support it, whence each is, and what text they share."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from itertools import combinations

from rujuk.lang.base import Packs
from rujuk.lang.verbs import reads_whole
from rujuk.model.annotations import Document, Modality
from rujuk.model.statement import Alignment, Claim, Elements
from rujuk.model.story import Reuse
from rujuk.model.text import newest_versions
from rujuk.outlets.base import Outlets
from rujuk.weigh.actors import doers
from rujuk.weigh.dependence import WORD, SharedText, TextConfig, of_last_versions, shared_text
from rujuk.weigh.headlines import follow
from rujuk.weigh.independence import Count, count, join_nodes
from rujuk.weigh.likelihood import Pair, Voice
from rujuk.weigh.lists import OneList, one_lists
from rujuk.weigh.nodes import Trail
from rujuk.weigh.origins import NO_PACKS, Desk, open_desk, resolve
from rujuk.weigh.unions import Unions
from rujuk.weigh.voices import rare_words_of, tokens_of, voices

MODALITIES: tuple[Modality, ...] = ("asserted", "denied", "planned", "hedged", "asked")
"""Which modality leads where several are as frequent; an asserted claim always leads."""


@dataclass(frozen=True, slots=True)
class WeighConfig:
    """Settings of `weigh`: when text that two reports share makes them one."""

    text: TextConfig = field(default_factory=TextConfig)


@dataclass(frozen=True, slots=True)
class Reports:
    """What is known of the reports of one statement before their origins are named; `lists` are bodies of the story that hand on one."""

    alignment: Alignment
    lead: Claim
    support: tuple[Claim, ...]
    trails: tuple[Trail, ...]
    shared: tuple[SharedText, ...]
    found: Count
    voices: tuple[Voice, ...]
    lists: tuple[OneList, ...]

    @property
    def copies(self) -> list[tuple[str, str]]:
        """Return the pairs of articles that share the text of this statement."""
        return [(pair.left, pair.right) for pair in self.shared]

    def pairs(self, chances: Mapping[tuple[str, str], float]) -> Iterator[Pair]:
        """Yield every pair of reports with the text that they share and the chance of their articles, in the order of their ids."""
        tokens = tokens_of(self.shared)
        for left, right in combinations(sorted(self.voices, key=lambda voice: voice.article_id), 2):
            key = left.article_id, right.article_id
            yield Pair(left, right, tokens.get(key, frozenset()), chances.get(key))


def open_reports(
    alignments: Sequence[Alignment],
    documents: Sequence[Document],
    reuse: Sequence[Reuse],
    outlets: Outlets,
    packs: Packs = NO_PACKS,
    config: WeighConfig = WeighConfig(),
) -> tuple[Desk, list[Reports]]:
    """Return the desk of a story and the reports of each alignment, in their order.

    Earlier versions of other articles are no voices, but what was copied from or by them counts for the last version.
    """
    claims = [claim for alignment in alignments for claim in alignment.claims]
    newest = newest_versions(document.article for document in documents)
    heard = {*newest.values(), *(claim.article_id for claim in claims)}
    documents = [document for document in documents if document.article.id in heard]
    edges = (*reuse, *of_last_versions(reuse, newest))
    rare = rare_words_of(documents)
    named = {claim.speaker for claim in claims if claim.speaker} | _doing(claims, documents, packs)
    desk = open_desk(documents, named, outlets, packs)
    traced = [tuple(follow(claim, desk) for claim in sorted(alignment.claims)) for alignment in alignments]
    lists = one_lists(traced, config.text)
    return desk, [
        _open(alignment, trails, lists, desk, edges, rare, config)
        for alignment, trails in zip(alignments, traced, strict=True)
    ]


def _doing(claims: Sequence[Claim], documents: Sequence[Document], packs: Packs) -> set[str]:
    """Return the names of those whose acts claims tell."""
    by_id = {document.article.id: document for document in documents}
    told = ((claim, by_id[claim.article_id]) for claim in claims)
    return {name for claim, own in told for name in doers(claim, own, packs.get(own.article.language))}


def _open(
    alignment: Alignment,
    traced: tuple[Trail, ...],
    lists: tuple[OneList, ...],
    desk: Desk,
    reuse: Sequence[Reuse],
    rare: Mapping[str, frozenset[str]],
    config: WeighConfig,
) -> Reports:
    lead = leading_claim(alignment.claims, desk)
    trails = tuple(trail for trail in traced if trail.claim.modality == lead.modality)
    support = tuple(trail.claim for trail in trails)
    origins = join_nodes(trails, lists)
    texts = {*shared_text(support, reuse, config.text), *_of_one_mouth(support, desk)}
    shared = tuple(pair for pair in sorted(texts) if not _told_otherwise(pair, trails, origins, desk))
    found = count(trails, [(pair.left, pair.right) for pair in shared], lists)
    own = tuple(voices(trails, found, rare, desk))
    return Reports(alignment, lead, support, trails, shared, found, own, lists)


def _of_one_mouth(claims: Sequence[Claim], desk: Desk) -> Iterator[SharedText]:
    """Yield the articles that have somebody say this as "I" or "we", each with the first: who says one thing of himself is one, whatever he is called."""
    said = sorted(
        {
            claim.article_id
            for claim in claims
            if claim.speaker and (pack := desk.pack(claim.article_id)) is not None
            and {word.lower() for word in WORD.findall(claim.text)} & {*pack.speech.first_persons}
        }
    )  # fmt: skip
    yield from (SharedText(said[0], other, "same_quotation", "") for other in said[1:])


def _told_otherwise(pair: SharedText, trails: Sequence[Trail], origins: Unions, desk: Desk) -> bool:
    """Return whether one of two reports of a common original shows that it has this statement from elsewhere.

    That two articles rest on one original is inferred from what they share as wholes; a sentence that its outlet shows to be its own, or
    that an eyewitness says, says more; an eyewitness is the original of the words that both give as hers alone. Another official does not: who speaks is misread, and one hands on another's word. Words in
    common are not undone by it.
    """
    if pair.token == "nameless_original":  # noqa: S105 - a reason's token
        return _each_told_apart(pair, trails, origins)
    if pair.token != "same_original":  # noqa: S105 - a reason's token
        return False
    original = resolve(pair.origin, "body", desk)
    keys = {original.key, f"body:{original.body}"} if original is not None else set()
    if _is_witness(keys, pair, desk):
        return not all(
            any(trail.claim.article_id == article and not keys.isdisjoint(trail.keys) for trail in trails)
            for article in (pair.left, pair.right)
        )
    roots = {origins.find(key) for key in keys}
    for article in (pair.left, pair.right):
        own = [trail for trail in trails if trail.claim.article_id == article]
        seen = any(trail.own and not trail.nodes for trail in own)
        told = all(any(node.kind == "witness" for node in trail.nodes) for trail in own)
        elsewhere = told and all(roots.isdisjoint(map(origins.find, trail.keys)) for trail in own)
        if seen or elsewhere:
            return True
    return False


def _each_told_apart(pair: SharedText, trails: Sequence[Trail], origins: Unions) -> bool:
    """Return whether both of two reports say whom they have this from, one of them its own eyes or an eyewitness, and not the same.

    The original that nobody names may be one of the two reports: the sight of one alone undoes nothing where the other is silent.
    """
    sides = [[trail for trail in trails if trail.claim.article_id == key] for key in (pair.left, pair.right)]
    first = [all(_at_first_hand(trail) for trail in side) for side in sides]
    if not any(first) or not all(trail.own or trail.settled for side in sides for trail in side):
        return False
    left, right = (
        {origins.find(key) for trail in side for key in trail.keys or (trail.owner.key,)} for side in sides
    )
    return left.isdisjoint(right)


def _at_first_hand(trail: Trail) -> bool:
    """Return whether a claim is what its own outlet saw, or what an eyewitness says."""
    own = trail.own and not trail.nodes
    return own or (bool(trail.nodes) and all(node.kind == "witness" for node in trail.nodes))


def _is_witness(keys: Collection[str], pair: SharedText, desk: Desk) -> bool:
    """Return whether the common original of two reports is an eyewitness: whom two reporters met, and no text that both have."""
    return any(
        node.kind == "witness" and node.key in keys
        for article in (pair.left, pair.right)
        for node in desk.heard[article]
    )


def leading_claim(claims: Sequence[Claim], desk: Desk) -> Claim:
    """Return the claim whose words stand for all.

    Asserted before others, body before title; then one that reads alone; then the one that holds most of what other articles say too and
    least of what only it says; then unbroken, longer, published earlier.
    """
    articles = Counter(modality for _, modality in {(claim.article_id, claim.modality) for claim in claims})
    modality = min(articles, key=lambda item: (item != "asserted", -articles[item], MODALITIES.index(item)))
    tellers: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        for item in _items(claim.elements):
            tellers.setdefault(item, set()).add(claim.article_id)
    others = len({claim.article_id for claim in claims}) > 1

    def order(claim: Claim) -> tuple[object, ...]:
        held = _items(claim.elements)
        common = [item for item in held if len(tellers[item]) > 1]
        alone = len(held) - len(common)
        published = desk.documents[claim.article_id].article.published_at or "~"
        complete = (-len(common), alone) if others else (-len(held), 0)
        whole = claim.part != "body", not reads_whole(claim, desk.pack(claim.article_id))
        where = (*whole, *complete, len(claim.spans) > 1, -len(claim.text), published)
        return (*where, claim.article_id, claim.sentence.start, claim.spans[0].start, claim.id)

    return min((claim for claim in claims if claim.modality == modality), key=order)


def _items(elements: Elements) -> set[tuple[str, str]]:
    return {(kind.name, value) for kind in fields(Elements) for value in getattr(elements, kind.name)}
