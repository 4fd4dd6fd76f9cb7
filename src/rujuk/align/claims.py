"""From a document to its claims: each sentence cut into assertions, with modality, speaker, origin and elements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.align.config import AlignConfig
from rujuk.align.cut import cut
from rujuk.align.inside import Inside, within
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import content_stems, function_words
from rujuk.lang.verbs import announces
from rujuk.model.annotations import (
    Document,
    Mention,
    ModalCue,
    Quantity,
    Quotation,
    Reference,
    TimeValue,
    modality_of,
)
from rujuk.model.statement import Claim, Elements
from rujuk.model.text import Article, Span

DENIAL = "denial"


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """A claim with what was read in it, as the comparison needs it: annotation objects, not strings.

    `stems` are its content words, `context` those of its sentence, `grams` its runs of four letters; `negated` the stems
    that a plain negation stands before. `place` is its sentence's place in the article in 0..1; `quoted` tells whether
    it is somebody's quoted words; `attribution` whether it tells when or where somebody said something, or only that something was said; `places` are the entities of
    the places that its whole sentence names, `persons` the names of the persons of the claim, or of the headline where the sentence
    names none, `subjects` the same, and where the claim names none and quotes nobody those who stand before it in its sentence, `meant` the names of those whom its pronouns stand for, `counts` all quantities of the sentence and `clock` all its times. `outlet` names the publisher, "" where unknown; `published` is the article's time of publication, "" likewise.
    """

    claim: Claim
    mentions: tuple[Mention, ...]
    times: tuple[TimeValue, ...]
    quantities: tuple[Quantity, ...]
    stems: tuple[str, ...]
    context: tuple[str, ...]
    grams: frozenset[str]
    negated: frozenset[str]
    place: float
    quoted: bool
    language: str
    outlet: str = ""
    published: str = ""
    attribution: bool = False
    places: frozenset[str] = frozenset()
    persons: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    counts: tuple[Quantity, ...] = ()
    clock: tuple[TimeValue, ...] = ()

    @property
    def sentence_key(self) -> tuple[str, str, int]:
        """Return what tells its sentence from all others: article, part, and where it begins."""
        return self.claim.article_id, self.claim.part, self.claim.sentence.start


def read_claims(
    document: Document, packs: Packs, config: AlignConfig, *, fine: bool = False
) -> tuple[ReadClaim, ...]:
    """Return the claims of a document in the order of its sentences; none where its language has no pack.

    `fine` returns the smallest parts of its sentences instead, attributions and names among them: one part, one fact, but not
    each can be read alone.
    """
    pack = packs.get(document.article.language)
    if pack is None:
        return ()
    last = max(1, len(document.sentences) - 1)
    opening = dateline_end(document.article)
    found: list[ReadClaim] = []
    for index, sentence in enumerate(document.sentences):
        skipped = max(0, opening - sentence.start) if sentence.part == "body" else 0
        found += _claims_of(Inside.of(document, sentence), skipped, index / last, pack, config, fine=fine)
    return tuple(found)


def dateline_end(article: Article) -> int:
    """Return where the body begins behind its printed dateline ("JAKARTA, WARTA NUSA – "), 0 where it has none."""
    if not article.dateline:
        return 0
    match = re.match(r"\W*" + re.escape(article.dateline) + r"[\s)\]:–—-]*", article.text)
    return match.end() if match else 0


def _claims_of(
    inside: Inside, skipped: int, place: float, pack: LanguagePack, config: AlignConfig, *, fine: bool
) -> list[ReadClaim]:
    """Return the claims of a sentence; its first `skipped` characters are no part of any."""
    sentence, article = inside.sentence, inside.document.article
    forced = [*inside.reported(config.shortest_claim), *([skipped] if skipped else [])]
    ranges = cut(sentence.text, inside.protected(), inside.counts(), forced, pack, config, fine=fine)
    claims = []
    for pieces in ranges:
        edges = [(sentence.start + start, sentence.start + end) for start, end in pieces]
        spans = tuple(article.span(start, end, sentence.part) for start, end in edges)
        if pieces[0][0] >= skipped and (fine or not _empty(spans, inside, pack, config)):
            claims.append(read_spans(spans, inside, place, pack))
    return claims


def _empty(spans: Sequence[Span], inside: Inside, pack: LanguagePack, config: AlignConfig) -> bool:
    """Return whether a piece says nothing of its own: an attribution, a credit, a citation, a word or two."""
    if any(piece.contains(item.span) for piece in spans for item in inside.quantities):
        return False
    if _only_attribution(spans, inside):
        return True
    if (
        inside.sentence.part == "caption"
        and sum(len(piece.text.split()) for piece in spans) < config.shortest_caption
    ):
        return True
    told = [item.span for item in inside.citations] + [item.span for item in inside.times]
    own = [span for span in told if any(piece.contains(span) for piece in spans)]
    stems = sum(len(content_stems(piece.text, pack.words)) for piece in spans)
    cited = sum(len(content_stems(span.text, pack.words)) for span in own)
    names = sum(len(content_stems(item.span.text, pack.words)) for item in within(inside.mentions, spans))
    return stems - cited < config.least_content or stems - names < 1


def _only_attribution(spans: Sequence[Span], inside: Inside) -> bool:
    """Return whether a piece only says who said it ("kata Kepala Dinas"): it is the claim's speaker, not a claim.

    It lies wholly in the quotation it introduces, or its cue of saying stands at its beginning or end and it tells neither
    when nor where: "kata X di pengadilan, Rabu" is a fact of its own that reports may share.
    """
    for item in inside.quotations:
        if not _introduces(item, spans):
            continue
        wholly = all(item.span.contains(span) for span in spans)
        if wholly or (_at_edge(item, spans) and not _placed(spans, inside)):
            return True
    return False


def _introduces(quotation: Quotation, spans: Sequence[Span]) -> bool:
    """Return whether a piece holds a quotation's cue of saying and none of its words."""
    cue = quotation.cue
    cued = cue is not None and any(span.contains(cue) for span in spans)
    return cued and not any(quotation.content.overlaps(span) for span in spans)


def _at_edge(quotation: Quotation, spans: Sequence[Span]) -> bool:
    """Return whether a quotation's cue of saying is the first or the last of a piece."""
    cue = quotation.cue
    return cue is not None and any(cue.start == span.start or cue.end == span.end for span in spans)


def _placed(spans: Sequence[Span], inside: Inside) -> bool:
    """Return whether a piece names a time, a place, or a document."""
    told = [item.span for item in inside.times]
    told += [item.span for item in inside.mentions if item.kind == "LOC"]
    told += [item.span for item in inside.citations if item.kind == "document"]
    return any(piece.contains(span) for piece in spans for span in told)


def read_spans(spans: tuple[Span, ...], inside: Inside, place: float, pack: LanguagePack) -> ReadClaim:
    """Return the claim that these spans of a sentence make, with what was read in them; `place` is the sentence's in its article, 0..1."""
    document, sentence = inside.document, inside.sentence
    mentions, times = within(inside.mentions, spans), within(inside.times, spans)
    quantities, references = within(inside.quantities, spans), within(inside.references, spans)
    quotation = _quotation(inside.quotations, spans)
    persons = _persons(mentions) or (() if _persons(inside.mentions) else _headline_persons(document))
    before = [item for item in inside.mentions if quotation is None and item.span.end <= spans[0].start]
    stems = tuple(stem for span in spans for stem in content_stems(span.text, pack.words))
    claim = Claim(
        spans=spans,
        sentence=sentence,
        modality=modality_of((cue for cue in inside.cues if not _undone(cue, pack)), spans),
        speaker=_speaker(quotation, pack),
        via=_via(quotation, inside, spans),
        elements=_elements(document, (*mentions, *references), times, quantities, stems),
    )
    return ReadClaim(
        claim=claim,
        mentions=mentions,
        times=times,
        quantities=quantities,
        stems=stems,
        context=content_stems(sentence.text, pack.words),
        grams=_grams(claim.text),
        negated=_negated(inside.cues, spans, pack),
        place=place,
        quoted=quotation is not None,
        language=document.article.language,
        outlet=document.article.outlet.key if document.article.outlet else "",
        published=document.article.published_at or "",
        attribution=any(_introduces(item, spans) for item in inside.quotations)
        or announces(claim.text, pack),
        places=frozenset(item.entity for item in inside.mentions if item.kind == "LOC"),
        persons=persons,
        subjects=persons or _persons(before),
        meant=tuple(_name(document, item) for item in references),
        counts=tuple(inside.quantities),
        clock=inside.times,
    )


def _persons(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(item.span.text for item in mentions if item.label == "PER")


def _headline_persons(document: Document) -> tuple[str, ...]:
    return _persons([item for item in document.mentions if item.span.part == "title"])


def _speaker(quotation: Quotation | None, pack: LanguagePack) -> str | None:
    """Return the name of whoever is quoted; a pronoun that nothing was found for is nobody's name."""
    name = quotation.speaker.name if quotation and quotation.speaker else None
    return None if name is None or name.lower() in function_words(pack.words) else name


def _grams(text: str) -> frozenset[str]:
    """Return the runs of four letters or digits of a text, spaces and marks left out."""
    bare = "".join(character for character in text.lower() if character.isalnum())
    return frozenset(bare[start : start + 4] for start in range(len(bare) - 3))


def _negated(cues: Sequence[ModalCue], spans: Sequence[Span], pack: LanguagePack) -> frozenset[str]:
    """Return the stem of the first content word behind each plain negation of the claim: "tidak ditandatangani"."""
    found = set()
    for cue in cues:
        for span in spans:
            if cue.negates(span):
                found |= {*content_stems(span.text[cue.span.end - span.start :], pack.words)[:1]}
    return frozenset(found)


def _undone(cue: ModalCue, pack: LanguagePack) -> bool:
    """Return whether a negation right before a cue of denial undoes it: "tak menampik" admits."""
    before = cue.span.prefix.lower().split()[-1:]
    return cue.rule == DENIAL and bool(before) and before[0] in pack.words.negations


def _quotation(quotations: Sequence[Quotation], spans: Sequence[Span]) -> Quotation | None:
    """Return the quotation whose words the claim is: the one that shares most characters with it."""
    shares = [(_shared(item.content, spans), -item.content.start, item) for item in quotations]
    shares = [share for share in shares if share[0] > 0]
    return max(shares, key=lambda share: share[:2])[2] if shares else None


def _shared(content: Span, spans: Sequence[Span]) -> int:
    own = (span for span in spans if content.part == span.part)
    parts = (min(content.end, span.end) - max(content.start, span.start) for span in own)
    return sum(part for part in parts if part > 0)


def _via(quotation: Quotation | None, inside: Inside, spans: Sequence[Span]) -> tuple[str, ...]:
    """Return the names the claim was taken from: those of its quotation, then of citations that cover it."""
    names = list(quotation.via) if quotation else []
    names += [item.name for item in inside.citations if any(item.reach.overlaps(span) for span in spans)]
    return tuple(dict.fromkeys(names))


def _elements(
    document: Document,
    named: Sequence[Mention | Reference],
    times: Sequence[TimeValue],
    quantities: Sequence[Quantity],
    stems: Sequence[str],
) -> Elements:
    """Return who, what, where, when and how many; a pronoun's person is among those named."""
    names = {item.entity: _name(document, item) for item in named}
    places = {item.entity for item in named if isinstance(item, Mention) and item.kind == "LOC"}
    return Elements(
        who=tuple(sorted(f"{key} {name}" for key, name in names.items() if key not in places)),
        what=tuple(sorted(set(stems))),
        where=tuple(sorted(f"{key} {name}" for key, name in names.items() if key in places)),
        when=tuple(sorted({f"{item.start_at}/{item.end_at}" for item in times if item.start_at})),
        how_many=tuple(sorted({f"{item.value} {item.unit} {item.counted}".strip() for item in quantities})),
    )


def _name(document: Document, mention: Mention | Reference) -> str:
    entity = document.entity(mention.entity)
    return entity.name if entity else mention.span.text
