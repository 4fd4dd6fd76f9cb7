"""The verb: cut into claims, compare, bring together, show differences."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from rujuk.align.claims import ReadClaim, read_claims
from rujuk.align.config import AlignConfig
from rujuk.align.crowd import align_crowd
from rujuk.align.differ import disagreements
from rujuk.align.features import rarity, shared_words
from rujuk.align.group import Scores, group
from rujuk.align.pairs import Vectors, apart, score_pairs
from rujuk.align.readings import Told, attach, read_differences
from rujuk.align.score import PairModel, load_model
from rujuk.lang.base import Packs
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment


def align(
    documents: Sequence[Document], vectors: Vectors, *, packs: Packs, config: AlignConfig = AlignConfig()
) -> tuple[Alignment, ...]:
    """Return the claims of a story's documents, those that assert the same fact together, with what they differ in.

    `vectors` gives one L2-normalised row a text. Every claim is in exactly one alignment; alignments are sorted by their
    first claim, claims by article, part and offset, so the order of the documents changes nothing.
    """
    if len(documents) > config.largest_story:
        return align_crowd(documents, vectors, config, lambda some: _align(some, vectors, packs, config))
    return _align(documents, vectors, packs, config)


def _align(
    documents: Sequence[Document], vectors: Vectors, packs: Packs, config: AlignConfig
) -> tuple[Alignment, ...]:
    claims = sorted_claims(documents, packs, config)
    ordered = sorted(documents, key=lambda document: document.article.id)
    return alignments_of(claims, ordered, vectors, load_model(), packs, config)


def sorted_claims(
    documents: Sequence[Document], packs: Packs, config: AlignConfig, *, fine: bool = False
) -> list[ReadClaim]:
    """Return the claims of documents, or where `fine` the parts of their sentences, by article, part and offset."""
    claims = [item for document in documents for item in read_claims(document, packs, config, fine=fine)]
    return sorted(claims, key=lambda item: (item.claim.article_id, item.claim.part, item.claim.spans))


def alignments_of(
    claims: Sequence[ReadClaim],
    documents: Sequence[Document],
    vectors: Vectors,
    model: PairModel,
    packs: Packs,
    config: AlignConfig,
) -> tuple[Alignment, ...]:
    """Return the alignments of sorted claims by a given pair model: `align` for callers that fit or measure one."""
    published = {document.article.id: document.article.published_at or "" for document in documents}
    places = {document.article.id: _places(document) for document in documents}
    parts = sorted_claims(documents, packs, config, fine=True)
    readings = read_differences(claims, parts, vectors, places, packs, config)
    told = {(claims[a].claim.id, claims[b].claim.id): item.told for (a, b), item in readings.items()}
    pairs = score_pairs(claims, vectors, model, packs, config)
    scores = {(pair.left, pair.right): pair.probability for pair in pairs}
    scores |= {key: max(item.score, scores.get(key, 0.0)) for key, item in readings.items()}
    groups = group(claims, pairs, config, lambda left, right: apart(left, right, packs, config))
    groups = attach(groups, readings, claims, packs)
    known = Known(published, places, rarity(claims), told)
    return tuple(_alignment(own, claims, scores, known, packs, config) for own in groups)


class Known(NamedTuple):
    """What the comparison knows of a story: publication and places by article id, how rare each word is, what parts differ in."""

    published: Mapping[str, str]
    places: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]
    told: Mapping[tuple[str, str], Told]


def _places(document: Document) -> frozenset[str]:
    return frozenset(mention.entity for mention in document.mentions if mention.label == "LOC")


def _alignment(
    members: Sequence[int],
    claims: Sequence[ReadClaim],
    scores: Scores,
    known: Known,
    packs: Packs,
    config: AlignConfig,
) -> Alignment:
    own = [claims[index] for index in members]
    sure = {
        (claims[left].claim.id, claims[right].claim.id)
        for left in members
        for right in members
        if scores.get((left, right), 0.0) >= config.disputes
    }
    return Alignment(
        claims=tuple(item.claim for item in own),
        disagreements=disagreements(own, sure, known.published, known.places, packs, known.told),
        reasons=tuple(_reasons(members, claims, scores)),
        alike=tuple(_alike(own, known, config)),
    )


def _alike(own: Sequence[ReadClaim], known: Known, config: AlignConfig) -> Iterator[tuple[str, str]]:
    """Yield the pairs of claims of two articles whose words are alike enough for one to confirm the other; none that parts differ in."""
    for left, right in combinations(own, 2):
        differ = (left.claim.id, right.claim.id) in known.told
        if differ or left.claim.article_id == right.claim.article_id:
            continue
        if shared_words(left, right, known.rarity) >= config.alike:
            yield left.claim.id, right.claim.id


def _reasons(members: Sequence[int], claims: Sequence[ReadClaim], scores: Scores) -> list[str]:
    """Return a line for each pair of the group that was compared: both claims' ids and the probability."""
    keys = [(left, right) for left in members for right in members if (left, right) in scores]
    return [
        f"{claims[left].claim.id} = {claims[right].claim.id}: {scores[left, right]:.2f}"
        for left, right in keys
    ]
