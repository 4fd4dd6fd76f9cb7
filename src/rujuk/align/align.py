"""The verb: cut into claims, compare, bring together, show differences."""

from collections.abc import Mapping, Sequence

from rujuk.align.breakdowns import counts_in
from rujuk.align.claims import ReadClaim, read_claims
from rujuk.align.config import AlignConfig
from rujuk.align.confirms import Known, confirming
from rujuk.align.crowd import align_crowd
from rujuk.align.differ import disagreements
from rujuk.align.features import rarity
from rujuk.align.grounds import grounded, other_days, other_voices
from rujuk.align.group import Scores, group
from rujuk.align.links import linked
from rujuk.align.matters import other_fate
from rujuk.align.pairs import ScoredPair, apart
from rujuk.align.parts import NAMES, PARTS, PartPairs, part_pairs
from rujuk.align.pieces import ALONE, cut_by_facts, holding, told_by
from rujuk.align.printed import printed_in
from rujuk.align.readings import attach, read_differences
from rujuk.align.roles import offices_of
from rujuk.align.score import PairModel, load_model
from rujuk.align.worn import worn_terms
from rujuk.lang.base import Packs
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment
from rujuk.model.vectors import Vectors, remembered


def align(
    documents: Sequence[Document], vectors: Vectors, *, packs: Packs, config: AlignConfig = AlignConfig()
) -> tuple[Alignment, ...]:
    """Return the claims of a story's documents, those that assert the same fact together, with what they differ in.

    `vectors` gives one L2-normalised row a text. Every claim is in exactly one alignment; alignments are sorted by their
    first claim, claims by article, part and offset, so the order of the documents changes nothing. Documents of one text are aligned once: a copy brings
    nothing together that stood apart. A claim of which others tell
    only a piece is cut there, so that each piece stands in the alignment of its fact.
    """
    kept = remembered(vectors)
    return align_crowd(documents, kept, config, lambda some: _align(some, kept, packs, config))


def _align(
    documents: Sequence[Document], vectors: Vectors, packs: Packs, config: AlignConfig
) -> tuple[Alignment, ...]:
    claims = sorted_claims(documents, packs, config)
    ordered = sorted(documents, key=lambda document: document.article.id)
    return alignments_of(claims, ordered, vectors, load_model(PARTS, NAMES), packs, config)


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
    parts = sorted_claims(documents, packs, config, fine=True)
    compared = part_pairs(parts, vectors, config)
    pairs = scored(compared, model)
    worn = worn_terms(parts, config)
    firm, links = grounded(parts, compared, pairs, packs, config, worn)
    facts = group(parts, firm, config, lambda left, right: _never_one(left, right, packs, config))
    told = told_by(claims, parts, facts)
    cut = cut_by_facts(claims, parts, told, documents, packs, config)
    pieces = [piece for piece, _ in cut]
    named = {document.article.id: _named(document, packs) for document in documents}
    holders = holding(pieces, parts)
    labels = linked([label for _, label in cut], holders, told.labels, parts, links)
    readings = read_differences(pieces, parts, pairs, holders, named, packs, config)
    groups = attach(_by_fact(labels), readings, pieces, packs)
    known = Known(
        {document.article.id: document.article.published_at or "" for document in documents},
        named,
        rarity(pieces),
        {(pieces[a].claim.id, pieces[b].claim.id): item.told for (a, b), item in readings.items()},
        _likely([pieces[at] for at in _of_several(groups, pieces)], vectors, model, config),
        worn,
    )
    scores = _best(pairs, holders)
    return tuple(_alignment(own, pieces, scores, known, packs, config) for own in groups)


def scored(compared: PartPairs, model: PairModel) -> list[ScoredPair]:
    """Return the compared pairs of parts, in their order, with the probability that both tell one fact."""
    found = model.probabilities(compared.rows)
    return list(map(ScoredPair, compared.left.tolist(), compared.right.tolist(), found.tolist()))


def _never_one(left: ReadClaim, right: ReadClaim, packs: Packs, config: AlignConfig) -> bool:
    """Return whether two parts must not stand as one: they contradict each other, one only tells who spoke when and where, or
    both tell of others, of other days or of the dead and of the living.
    """
    if left.attribution != right.attribution or apart(left, right, packs, config):
        return True
    pack = packs[left.language]
    return (
        other_voices(left, right, pack)
        or other_days(left, right, pack.words)
        or other_fate(left, right, pack)
    )


def _by_fact(labels: Sequence[int]) -> list[tuple[int, ...]]:
    """Return the places of the claims that tell one fact together, those of a fact that nobody else tells alone, in order."""
    groups: dict[int, list[int]] = {}
    for place, label in enumerate(labels):
        groups.setdefault(label if label != ALONE else -2 - place, []).append(place)
    return sorted(tuple(own) for own in groups.values())


def _of_several(groups: Sequence[Sequence[int]], pieces: Sequence[ReadClaim]) -> list[int]:
    """Return the places of the claims that stand with those of another article, in order."""
    several = (own for own in groups if len({pieces[at].claim.article_id for at in own}) > 1)
    return sorted({at for own in several for at in own})


def _likely(
    pieces: Sequence[ReadClaim], vectors: Vectors, model: PairModel, config: AlignConfig
) -> dict[tuple[str, str], float]:
    """Return for each pair of claims as they stand in statements the probability that they assert one fact, as a whole.

    Claims come together by a part of each; that part may be a day or a place which they have in common.
    """
    found = scored(part_pairs(pieces, vectors, config), model)
    return {(pieces[pair.left].claim.id, pieces[pair.right].claim.id): pair.probability for pair in found}


def _best(pairs: Sequence[ScoredPair], holders: Mapping[int, int]) -> Scores:
    """Return for each pair of claims the probability of their likeliest pair of parts."""
    scores: Scores = {}
    for pair in pairs:
        if pair.left in holders and pair.right in holders:
            key = holders[pair.left], holders[pair.right]
            scores[key] = max(pair.probability, scores.get(key, 0.0))
    return scores


def _named(document: Document, packs: Packs) -> frozenset[str]:
    """Return the entities of the places that a document names, the figures and codes that it prints, the offices of persons, what it counts."""
    places = frozenset(mention.entity for mention in document.mentions if mention.kind == "LOC")
    pack = packs.get(document.article.language)
    told = offices_of(document, pack) | counts_in(document, pack) if pack else frozenset()
    return places | printed_in(document.article) | told


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
        disagreements=disagreements(own, sure, known.published, known.named, packs, known.told),
        reasons=tuple(_reasons(members, claims, scores)),
        alike=tuple(confirming(own, known, packs, config)),
    )


def _reasons(members: Sequence[int], claims: Sequence[ReadClaim], scores: Scores) -> list[str]:
    """Return a line for each pair of the group that was compared: both claims' ids and the probability."""
    keys = [(left, right) for left in members for right in members if (left, right) in scores]
    return [
        f"{claims[left].claim.id} = {claims[right].claim.id}: {scores[left, right]:.2f}"
        for left, right in keys
    ]
