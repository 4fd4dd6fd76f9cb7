"""From a document to its claims: each sentence cut into assertions, with modality, speaker, origin and elements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rujuk.align.config import AlignConfig
from rujuk.align.cut import cut
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import content_stems
from rujuk.model.annotations import (
    Citation,
    Document,
    Mention,
    ModalCue,
    Modality,
    Quantity,
    Quotation,
    TimeValue,
)
from rujuk.model.statement import Claim, Elements
from rujuk.model.text import Span

Item = TypeVar("Item", Mention, TimeValue, Quantity, Citation, ModalCue)

STRENGTH: tuple[Modality, ...] = ("denied", "asked", "hedged", "planned", "asserted")
"""Which modality wins where several cues govern one claim: the one that least lets it pass as asserted."""


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim with what was read in it, as the comparison needs it: annotation objects, not strings.

    `place` is its sentence's place in the article in 0..1; `quoted` tells whether it is somebody's quoted words.
    """

    claim: Claim
    mentions: tuple[Mention, ...]
    times: tuple[TimeValue, ...]
    quantities: tuple[Quantity, ...]
    cues: tuple[ModalCue, ...]
    stems: tuple[str, ...]
    context: tuple[str, ...]
    grams: frozenset[str]
    place: float
    quoted: bool
    language: str


def read_claims(document: Document, packs: Packs, config: AlignConfig) -> tuple[ReadClaim, ...]:
    """Return the claims of a document in the order of its sentences; none where its language has no pack."""
    pack = packs.get(document.article.language)
    if pack is None:
        return ()
    last = max(1, len(document.sentences) - 1)
    found: list[ReadClaim] = []
    for index, sentence in enumerate(document.sentences):
        found += _claims_of(document, sentence, index / last, pack, config)
    return tuple(found)


def _claims_of(
    document: Document, sentence: Span, place: float, pack: LanguagePack, config: AlignConfig
) -> list[ReadClaim]:
    inside = _Inside.of(document, sentence)
    ranges = cut(sentence.text, inside.protected(sentence), inside.counts(sentence), pack, config)
    claims = []
    for pieces in ranges:
        spans = tuple(
            document.article.span(sentence.start + start, sentence.start + end, sentence.part)
            for start, end in pieces
        )
        if len(ranges) == 1 or not _only_attribution(spans, inside.quotations):
            claims.append(_read(document, spans, sentence, inside, place, pack))
    return claims


def _only_attribution(spans: Sequence[Span], quotations: Sequence[Quotation]) -> bool:
    """Return whether a piece only says who said it ("kata Kepala Dinas"): it is the claim's speaker, not a claim."""
    for item in quotations:
        cued = item.cue is not None and any(span.contains(item.cue) for span in spans)
        if cued and not any(item.content.overlaps(span) for span in spans):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Inside:
    """The annotation that lies in one sentence."""

    mentions: tuple[Mention, ...]
    times: tuple[TimeValue, ...]
    quantities: tuple[Quantity, ...]
    cues: tuple[ModalCue, ...]
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]

    @classmethod
    def of(cls, document: Document, sentence: Span) -> "_Inside":
        return cls(
            tuple(item for item in document.mentions if sentence.contains(item.span)),
            tuple(item for item in document.times if sentence.contains(item.span)),
            tuple(item for item in document.quantities if sentence.contains(item.span)),
            tuple(item for item in document.modal_cues if sentence.overlaps(item.reach)),
            tuple(item for item in document.quotations if sentence.overlaps(item.span)),
            tuple(item for item in document.citations if sentence.overlaps(item.reach)),
        )

    def protected(self, sentence: Span) -> list[tuple[int, int]]:
        """Return the ranges of the sentence inside of which it is not cut."""
        spans = [item.span for item in self.mentions]
        spans += [item.span for item in self.times]
        spans += [item.span for item in self.quantities]
        return [(span.start - sentence.start, span.end - sentence.start) for span in spans]

    def counts(self, sentence: Span) -> list[int]:
        """Return the offsets in the sentence at which counted things begin."""
        return [item.span.start - sentence.start for item in self.quantities]


def _read(
    document: Document,
    spans: tuple[Span, ...],
    sentence: Span,
    inside: _Inside,
    place: float,
    pack: LanguagePack,
) -> ReadClaim:
    mentions = _within(inside.mentions, spans)
    times = _within(inside.times, spans)
    quantities = _within(inside.quantities, spans)
    cues = tuple(cue for cue in inside.cues if any(cue.reach.overlaps(span) for span in spans))
    quotation = _quotation(inside.quotations, spans)
    stems = tuple(stem for span in spans for stem in content_stems(span.text, pack.words))
    claim = Claim(
        spans=spans,
        sentence=sentence,
        modality=_modality(cues),
        speaker=quotation.speaker.name if quotation and quotation.speaker else None,
        via=_via(quotation, inside.citations, spans),
        elements=_elements(document, mentions, times, quantities, stems),
    )
    return ReadClaim(
        claim=claim,
        mentions=mentions,
        times=times,
        quantities=quantities,
        cues=cues,
        stems=stems,
        context=content_stems(sentence.text, pack.words),
        grams=_grams(claim.text),
        place=place,
        quoted=quotation is not None,
        language=document.article.language,
    )


def _grams(text: str) -> frozenset[str]:
    """Return the runs of four letters or digits of a text, spaces and marks left out."""
    bare = "".join(character for character in text.lower() if character.isalnum())
    return frozenset(bare[start : start + 4] for start in range(len(bare) - 3))


def _within(items: Iterable[Item], spans: Sequence[Span]) -> tuple[Item, ...]:
    return tuple(item for item in items if any(span.contains(item.span) for span in spans))


def _modality(cues: Sequence[ModalCue]) -> Modality:
    said = {cue.modality for cue in cues}
    return next((modality for modality in STRENGTH if modality in said), "asserted")


def _quotation(quotations: Sequence[Quotation], spans: Sequence[Span]) -> Quotation | None:
    """Return the quotation whose words the claim is: the one that shares most characters with it."""
    shares = [(_shared(item.content, spans), -item.content.start, item) for item in quotations]
    shares = [share for share in shares if share[0] > 0]
    return max(shares, key=lambda share: share[:2])[2] if shares else None


def _shared(content: Span, spans: Sequence[Span]) -> int:
    parts = (
        min(content.end, span.end) - max(content.start, span.start)
        for span in spans
        if content.part == span.part
    )
    return sum(part for part in parts if part > 0)


def _via(
    quotation: Quotation | None, citations: Sequence[Citation], spans: Sequence[Span]
) -> tuple[str, ...]:
    """Return the names the claim was taken from, those of its quotation first, then of citations that stand in or cover it."""
    names = list(quotation.via) if quotation else []
    covering = (item for item in citations if any(item.reach.overlaps(span) for span in spans))
    names += [item.name for item in covering]
    return tuple(dict.fromkeys(names))


def _elements(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeValue],
    quantities: Sequence[Quantity],
    stems: Sequence[str],
) -> Elements:
    names = {item.entity: _name(document, item) for item in mentions}
    places = {item.entity for item in mentions if item.label == "LOC"}
    return Elements(
        who=tuple(sorted(f"{key} {name}" for key, name in names.items() if key not in places)),
        what=tuple(sorted(set(stems))),
        where=tuple(sorted(f"{key} {name}" for key, name in names.items() if key in places)),
        when=tuple(sorted({f"{item.start_at}/{item.end_at}" for item in times if item.start_at})),
        how_many=tuple(sorted({f"{item.value} {item.unit} {item.counted}".strip() for item in quantities})),
    )


def _name(document: Document, mention: Mention) -> str:
    entity = document.entity(mention.entity)
    return entity.name if entity else mention.span.text
