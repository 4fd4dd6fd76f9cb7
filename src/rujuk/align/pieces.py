"""Claims cut anew where only a piece of them is told by others: one sentence of four facts takes part in four statements.

A claim is left whole as long as all that others tell of it is told together, and where it only tells who spoke when and where. Else each of its pieces that others tell, and what
only it tells, becomes a claim of its own, with the words that stand for "who does": from the claim's beginning to its first verb.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rujuk.align.claims import ReadClaim, read_spans
from rujuk.align.config import AlignConfig
from rujuk.align.cut import subject_and_verb
from rujuk.align.group import Group
from rujuk.align.inside import Inside
from rujuk.lang.base import Packs
from rujuk.lang.stems import content_stems
from rujuk.model.annotations import Document, Quantity, TimeValue
from rujuk.model.text import Span

Range = tuple[int, int]
ALONE = -1
"""The label of what only one article tells."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A part's share of a claim: its ranges in the article's part, and which fact it tells."""

    ranges: tuple[Range, ...]
    label: int


class Told(NamedTuple):
    """Which claim holds each part, and which fact each part tells that another article tells too, by the places of the parts."""

    holders: Mapping[int, int]
    labels: Mapping[int, int]


def told_by(claims: Sequence[ReadClaim], parts: Sequence[ReadClaim], groups: Sequence[Group]) -> Told:
    """Return what parts tell by the groups that they form."""
    holders = holding(claims, parts)
    return Told(holders, _labels(parts, groups, holders))


def cut_by_facts(
    claims: Sequence[ReadClaim],
    parts: Sequence[ReadClaim],
    told: Told,
    documents: Sequence[Document],
    packs: Packs,
    config: AlignConfig,
) -> list[tuple[ReadClaim, int]]:
    """Return the claims, cut where facts that others tell begin and end, each with the label of the fact it tells, ALONE where nobody else does.

    `told` is of these claims and parts. Claims come in the order of their article, part and spans, none twice; no word
    of a claim is lost but one that joins two pieces.
    """
    by_id = {document.article.id: document for document in documents}
    met: dict[int, list[tuple[int, tuple[Range, ...]]]] = {}
    for place, index, ranges in _meetings(claims, parts):
        met.setdefault(index, []).append((place, ranges))
    found: dict[str, tuple[ReadClaim, int]] = {}
    for index, claim in enumerate(claims):
        tiles = [
            Tile(ranges, told.labels.get(place, ALONE) if told.holders[place] == index else ALONE)
            for place, ranges in met.get(index, [])
        ]
        for piece, label in _cut(claim, tiles, by_id[claim.claim.article_id], packs, config):
            if found.get(piece.claim.id, (piece, ALONE))[1] == ALONE:
                found[piece.claim.id] = piece, label
    return sorted(found.values(), key=_order)


def _order(item: tuple[ReadClaim, int]) -> tuple[str, str, tuple[Span, ...]]:
    claim = item[0].claim
    return claim.article_id, claim.part, claim.spans


def holding(claims: Sequence[ReadClaim], parts: Sequence[ReadClaim]) -> dict[int, int]:
    """Return for each part the claim that holds most of it, where one does."""
    best: dict[int, tuple[int, int]] = {}
    for place, index, ranges in _meetings(claims, parts):
        shared = sum(end - start for start, end in ranges), -index
        best[place] = max(shared, best.get(place, shared))
    return {place: -index for place, (_, index) in best.items()}


def _meetings(
    claims: Sequence[ReadClaim], parts: Sequence[ReadClaim]
) -> Iterator[tuple[int, int, tuple[Range, ...]]]:
    """Yield each part's place with that of each claim it shares characters with, and the ranges that they share."""
    by_sentence: dict[tuple[str, str, int], list[int]] = {}
    for index, item in enumerate(claims):
        by_sentence.setdefault(item.sentence_key, []).append(index)
    for place, part in enumerate(parts):
        for index in by_sentence.get(part.sentence_key, []):
            ranges = _meeting(claims[index], part)
            if ranges:
                yield place, index, ranges


def _meeting(claim: ReadClaim, part: ReadClaim) -> tuple[Range, ...]:
    """Return the ranges that a claim and a part have in common."""
    both = (
        (max(one.start, other.start), min(one.end, other.end))
        for one in claim.claim.spans
        for other in part.claim.spans
    )
    return tuple(sorted(edges for edges in both if edges[0] < edges[1]))


def _labels(
    parts: Sequence[ReadClaim], groups: Sequence[Group], holders: Mapping[int, int]
) -> dict[int, int]:
    """Return the label of each part that another article tells too; facts that the same claims tell together are one."""
    several = [own for own in groups if len({parts[place].claim.article_id for place in own}) > 1]
    told: dict[frozenset[int], int] = {}
    found = {}
    for own in several:
        claims = frozenset(holders[place] for place in own if place in holders)
        label = told.setdefault(claims, own[0])
        found.update(dict.fromkeys(own, label))
    return found


def _cut(
    claim: ReadClaim, tiles: Sequence[Tile], document: Document, packs: Packs, config: AlignConfig
) -> list[tuple[ReadClaim, int]]:
    """Return a claim whole with its one label, or its pieces."""
    text, pack = document.article.part_text(claim.claim.part), packs[claim.language]
    pieces: dict[int, list[Range]] = {}
    last = ALONE
    for tile in tiles if any(tile.label != ALONE for tile in tiles) else ():
        words = " ".join(text[start:end] for start, end in tile.ranges)
        stays = tile.label == ALONE and pieces and len(content_stems(words, pack.words)) < config.own_words
        last = last if stays else tile.label
        pieces.setdefault(last, []).extend(tile.ranges)
    if len(pieces) < 2 or claim.attribution:
        return [(claim, _main(pieces))]
    start, end = tiles[0].ranges[0]
    length = subject_and_verb(text[start:end], pack, config)
    inside = Inside.of(document, claim.claim.sentence)
    found = []
    for label, ranges in pieces.items():
        whole = [*ranges, (start, start + length)] if length and (start, end) not in ranges else ranges
        spans = tuple(document.article.span(*edges, claim.claim.part) for edges in _joined(whole, text))
        found.append((_own(read_spans(spans, inside, claim.place, pack), ranges), label))
    return found


def _main(pieces: Mapping[int, Sequence[Range]]) -> int:
    """Return the label of the longest piece that others tell too, the first of equals; ALONE where none is."""
    lengths = {
        label: sum(end - start for start, end in ranges) for label, ranges in pieces.items() if label != ALONE
    }
    return max(lengths, key=lambda label: (lengths[label], -label), default=ALONE)


def _own(piece: ReadClaim, ranges: Sequence[Range]) -> ReadClaim:
    """Return a piece with the figures and times of its own ranges only: what its borrowed beginning counts is told elsewhere."""

    def mine(item: Quantity | TimeValue) -> bool:
        return any(start <= item.span.start < end for start, end in ranges)

    return replace(
        piece,
        quantities=tuple(item for item in piece.quantities if mine(item)),
        times=tuple(item for item in piece.times if mine(item)),
    )


def _joined(ranges: Sequence[Range], text: str) -> list[Range]:
    """Return ranges in order, those with no word between them as one."""
    found: list[Range] = []
    for start, end in sorted({*ranges}):
        if found and not any(character.isalnum() for character in text[found[-1][1] : start]):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found
