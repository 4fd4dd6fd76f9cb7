"""Stories of copies and of very many articles: copies aligned once, the others in batches, and the batches' statements joined by what a few articles of each tell.

Comparing every part of a story with every article's nearest ones takes time with the square of its articles, and with the nearest of the whole story
alone a fact that hundreds tell falls apart into small groups. So that both the time grows with the number of articles and a statement keeps its
reports, articles near each other are aligned as a story of their own, and the articles that tell most of each batch's
statements once more together: statements of two batches that meet there are one.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from rujuk.align.config import AlignConfig
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment, Claim, Disagreement, Element, Variant
from rujuk.model.text import Article, Span
from rujuk.model.vectors import Vectors

Align = Callable[[Sequence[Document]], tuple[Alignment, ...]]
LEAST_TOLD = 2
"""Articles of a batch at least that stand for it: with one, a statement that it leaves out could never meet another batch's."""


def align_crowd(
    documents: Sequence[Document], vectors: Vectors, config: AlignConfig, align: Align
) -> tuple[Alignment, ...]:
    """Return the alignments of a story of very many documents, sorted by first claim; `align` aligns up to `largest_story` of them.

    Every claim that `align` makes of a document is in exactly one alignment. The order of the documents changes nothing.
    """
    ordered = sorted(documents, key=lambda item: item.article.id)
    copies = _copies(ordered)
    originals = [own[0] for own in copies]
    if len(originals) <= config.largest_story:
        joined: Sequence[Alignment] = align(originals)
    else:
        batches = [align(batch) for batch in _batches(originals, vectors, config.batch)]
        joined = _joined(originals, vectors, batches, config, align)
    articles = {own[0].article.id: [item.article for item in own[1:]] for own in copies}
    return _sorted(_with_copies(item, articles) for item in joined)


def _sorted(alignments: Iterator[Alignment]) -> tuple[Alignment, ...]:
    return tuple(sorted(alignments, key=lambda item: _place(item.claims[0])))


def _place(claim: Claim) -> tuple[str, str, tuple[Span, ...]]:
    return claim.article_id, claim.part, claim.spans


def _copies(documents: Sequence[Document]) -> list[list[Document]]:
    """Return the documents by their words, in the order of the first of each."""
    found: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        found.setdefault((document.article.language, document.article.text_sha256), []).append(document)
    return list(found.values())


def _batches(documents: Sequence[Document], vectors: Vectors, most: int) -> Iterator[list[Document]]:
    """Yield the documents, at most `most` at a time: the first that is left with those nearest to it by headline and lead."""
    leads = [item.article.lead for item in documents]
    rows = np.asarray(vectors(leads), dtype=np.float32)
    left = np.arange(len(documents))
    while len(left):
        cosines = np.round(rows[left] @ rows[left[0]], 4)
        cosines[0] = np.inf
        nearest = np.lexsort((left, -cosines))[:most]
        yield [documents[place] for place in sorted(left[nearest].tolist())]
        left = np.delete(left, nearest)


def _joined(
    documents: Sequence[Document],
    vectors: Vectors,
    batches: Sequence[Sequence[Alignment]],
    config: AlignConfig,
    align: Align,
) -> list[Alignment]:
    """Return the alignments of all batches, those that the batches' tellers bring together as one."""
    by_id = {item.article.id: item for item in documents}
    told = max(LEAST_TOLD, config.largest_story // len(batches))
    tellers = [by_id[key] for batch in batches for key in _tellers(batch, told)]
    many = len(tellers) > config.largest_story
    met = align_crowd(tellers, vectors, config, align) if many else align(tellers)
    groups = _Groups(batches)
    for bridge in met:
        groups.join(bridge)
    return groups.alignments()


def _tellers(batch: Sequence[Alignment], count: int) -> list[str]:
    """Return the articles, at most `count`, that together tell most of a batch's statements, those of many articles first."""
    told: dict[str, set[int]] = {}
    weights = [len({claim.article_id for claim in item.claims}) - 1 for item in batch]
    for place, item in enumerate(batch):
        for claim in item.claims:
            told.setdefault(claim.article_id, set()).add(place)
    chosen: list[str] = []
    while told and len(chosen) < count:
        best = min(told, key=lambda key: (-sum(weights[place] for place in told[key]), -len(told[key]), key))
        done = told.pop(best)
        chosen.append(best)
        told = {key: own - done for key, own in told.items()}
    return chosen


class _Groups:
    """The alignments of all batches, and which of them are one."""

    def __init__(self, batches: Sequence[Sequence[Alignment]]) -> None:
        self._own = [item for batch in batches for item in batch]
        self._batch = [number for number, batch in enumerate(batches) for _ in batch]
        self._held: list[list[int]] = [[place] for place in range(len(self._own))]
        self._bridges: list[list[Alignment]] = [[] for _ in self._own]
        self._claims: defaultdict[tuple[str, str], list[tuple[int, Claim]]] = defaultdict(list)
        for place, item in enumerate(self._own):
            for claim in item.claims:
                self._claims[claim.article_id, claim.part].append((place, claim))

    def join(self, bridge: Alignment) -> None:
        """Make one of the alignments that a bridge's claims stand in, the likeliest of each batch; none gets two of a batch."""
        names = {claim.id: found for claim in bridge.claims if (found := self._holder(claim))}
        met = Counter(place for place, _ in names.values())
        chosen: dict[int, int] = {}
        for place in sorted(met, key=lambda place: (-met[place], place)):
            chosen.setdefault(self._batch[place], place)
        first, *others = sorted(chosen.values()) or [-1]
        for other in others:
            one, two = self._held[first], self._held[other]
            if one is two or {self._batch[a] for a in one} & {self._batch[b] for b in two}:
                continue
            one += two
            self._bridges[one[0]] += self._bridges[two[0]]
            for place in two:
                self._held[place] = one
        if others:
            self._bridges[self._held[first][0]].append(
                _renamed(bridge, {key: claim.id for key, (_, claim) in names.items()})
            )

    def _holder(self, claim: Claim) -> tuple[int, Claim] | None:
        """Return the alignment and the claim of a batch that share most characters with a claim of the same article."""
        near = self._claims[claim.article_id, claim.part]
        shared = [(_shared(claim, other), -place, other) for place, other in near]
        best = max(shared, key=lambda item: item[:2], default=(0, 0, claim))
        return (-best[1], best[2]) if best[0] else None

    def alignments(self) -> list[Alignment]:
        """Return what the alignments have become."""
        groups = {id(own): own for own in self._held}.values()
        return [self._merged(own) if len(own) > 1 else self._own[own[0]] for own in groups]

    def _merged(self, places: Sequence[int]) -> Alignment:
        parts = [self._own[place] for place in places]
        every = [*parts, *self._bridges[places[0]]]
        claims = tuple(sorted((claim for item in parts for claim in item.claims), key=_place))
        known = {claim.id for claim in claims}
        unknown = any(item.alike is None for item in parts)
        alike = {pair for item in every for pair in item.alike or () if known.issuperset(pair)}
        return Alignment(
            claims,
            _disagreements([gap for item in every for gap in item.disagreements], known),
            tuple(line for item in every for line in item.reasons),
            None if unknown else tuple(sorted(alike)),
        )


def _shared(one: Claim, other: Claim) -> int:
    return sum(a.shared(b) for a in one.spans for b in other.spans)


def _renamed(bridge: Alignment, names: Mapping[str, str]) -> Alignment:
    """Return a bridge with the batches' ids for its claims; what cannot be told by them is left out."""
    gaps = []
    for gap in bridge.disagreements:
        variants = [
            Variant(item.value, tuple(sorted({names[key] for key in item.claim_ids if key in names})))
            for item in gap.variants
        ]
        kept = tuple(item for item in variants if item.claim_ids)
        if len(kept) > 1:
            gaps.append(replace(gap, variants=kept))
    told = [(names[a], names[b]) for a, b in bridge.alike or () if a in names and b in names]
    alike = tuple((min(pair), max(pair)) for pair in told)
    return replace(bridge, disagreements=tuple(gaps), alike=alike)


def _disagreements(gaps: Sequence[Disagreement], known: set[str]) -> tuple[Disagreement, ...]:
    """Return the differences of several alignments as those of one: variants of an element that say the same are one."""
    found: dict[tuple[Element, bool], dict[str, set[str]]] = {}
    for gap in gaps:
        values = found.setdefault((gap.element, gap.develops), {})
        for variant in gap.variants:
            values.setdefault(variant.value, set()).update(known.intersection(variant.claim_ids))
    made = []
    for (element, develops), values in found.items():
        variants = tuple(Variant(value, tuple(sorted(ids))) for value, ids in sorted(values.items()) if ids)
        if len(variants) > 1:
            made.append(
                Disagreement(element, variants, develops, " / ".join(item.value for item in variants))
            )
    return tuple(sorted(made))


def _with_copies(alignment: Alignment, copies: Mapping[str, Sequence[Article]]) -> Alignment:
    """Return an alignment with the same claims of each copy of its articles, which confirm those that they are copies of."""
    made = {
        claim.id: [_moved(claim, article) for article in copies[claim.article_id]]
        for claim in alignment.claims
    }
    if not any(made.values()):
        return alignment
    claims = [*alignment.claims, *(claim for own in made.values() for claim in own)]
    pairs = {*(alignment.alike or ()), *((key, claim.id) for key, own in made.items() for claim in own)}
    gaps = tuple(_with_ids(gap, made) for gap in alignment.disagreements)
    alike = None if alignment.alike is None else tuple(sorted((min(pair), max(pair)) for pair in pairs))
    return replace(
        alignment,
        claims=tuple(sorted(claims, key=_place)),
        disagreements=tuple(sorted(gaps)),
        alike=alike,
    )


def _moved(claim: Claim, article: Article) -> Claim:
    """Return the claim as another article with the same words makes it."""
    spans = tuple(article.span(span.start, span.end, span.part) for span in claim.spans)
    sentence = article.span(claim.sentence.start, claim.sentence.end, claim.sentence.part)
    return replace(claim, spans=spans, sentence=sentence)


def _with_ids(gap: Disagreement, made: Mapping[str, Sequence[Claim]]) -> Disagreement:
    variants = tuple(
        replace(
            item,
            claim_ids=tuple(sorted({*item.claim_ids, *(c.id for key in item.claim_ids for c in made[key])})),
        )
        for item in gap.variants
    )
    return replace(gap, variants=variants)
