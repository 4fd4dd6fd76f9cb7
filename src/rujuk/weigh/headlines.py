"""A headline rests on whatever the sentence rests on that tells it below: whoever is named there, or what its outlet saw."""

from collections.abc import Iterator
from dataclasses import replace

from rujuk.model.annotations import Quotation
from rujuk.model.statement import Claim
from rujuk.model.text import Span
from rujuk.weigh.dependence import LONG, WORD
from rujuk.weigh.nodes import Trail
from rujuk.weigh.origins import Desk, trace

SHARE = 0.5
"""Share of a headline's words that a sentence below has for it to tell the headline."""
FEWEST = 3
"""Words that they have in common at least: two are a place or a name, which every sentence of a report has."""


def follow(claim: Claim, desk: Desk) -> Trail:
    """Return how a claim is sourced; a headline that names nobody as the one sentence of its body that has most of its words, whose act it tells as both say.

    Where several sentences have as many, or none has enough, the headline stays what it is.
    """
    trail = trace(claim, desk)
    if claim.part != "title" or trail.nodes or trail.own:
        return trail
    below = _told_below(claim, desk)
    if below is None:
        return trail
    told = trace(below, desk)
    return replace(told, claim=claim, doers=tuple(dict.fromkeys((*trail.doers, *told.doers))))


def _told_below(claim: Claim, desk: Desk) -> Claim | None:
    """Return a headline as if the sentence of the body that tells it were its own, None where no single one does."""
    words = _words(claim.text)
    shared = sorted(
        ((len(words & _words(span.text)), span) for span in _body(claim, desk)),
        key=lambda item: (-item[0], item[1].start),
    )
    best = [span for number, span in shared if number == shared[0][0]]
    if len(best) != 1 or shared[0][0] < max(FEWEST, SHARE * len(words)):
        return None
    quoted = _quotation_of(best[0], desk)
    speaker = quoted.speaker.name if quoted is not None and quoted.speaker is not None else None
    return replace(claim, spans=(best[0],), sentence=best[0], speaker=speaker)


def _body(claim: Claim, desk: Desk) -> Iterator[Span]:
    yield from (span for span in desk.documents[claim.article_id].sentences if span.part == "body")


def _quotation_of(sentence: Span, desk: Desk) -> Quotation | None:
    """Return the quotation with a speaker that a sentence gives, the longest of several."""
    held = [
        quotation
        for quotation in desk.documents[sentence.article_id].quotations
        if quotation.speaker is not None and quotation.span.overlaps(sentence)
    ]
    return max(held, key=lambda item: (item.span.end - item.span.start, -item.span.start), default=None)


def _words(text: str) -> set[str]:
    return {word for word in WORD.findall(text.casefold()) if len(word) >= LONG or word.isdigit()}
