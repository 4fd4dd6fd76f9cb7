"""Which claims of a statement confirm one another: words alike, a fact told, and no headline that only comes near it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from rujuk.lang.verbs import announces
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment, Claim
from rujuk.weigh.dependence import LONG, WORD
from rujuk.weigh.kinds import advises
from rujuk.weigh.origins import Desk, own_outlet

LEAD = 2
"""First sentences of a body that tell what its headline tells; further down a report tells what only touches it."""
FEWEST = 3
"""Words of four letters and more that a claim without a figure has beside its outlet's name, or in a line that ends in no
mark, where it tells a fact."""
CREDIT = 0.8
"""Share of a claim's characters from which on it is a credit; a comma or a date may stand beside the speaker."""


def confirming(alignment: Alignment, lead: Claim, desk: Desk) -> tuple[tuple[Claim, frozenset[str]], ...]:
    """Return claims of the leading claim's modality, each with the ids of those that it is confirmed by and its own, the leading claim first.

    Claims may be rightly brought together and yet tell a fact from two sides; what is told so differently is shown, and is no
    second voice for it. Nor is what only a third claim is like: in a story of twelve reports a day or a place leads from one happening to the next.
    What confirms a claim only grows with further reports. A claim that only says who speaks or who looked is in none.
    """
    own = [
        claim
        for claim in alignment.claims
        if claim.modality == lead.modality and not only_credit(claim, desk)
    ]
    if alignment.alike is None or not own:
        return ((lead, frozenset(claim.id for claim in own)),)
    near = {claim.id: {claim.id} for claim in own}
    for left, right in _alike(alignment, own):
        near[left.id].add(right.id)
        near[right.id].add(left.id)
    ordered = sorted(own, key=lambda claim: (claim.id != lead.id, claim.id))
    return tuple((claim, frozenset(near[claim.id])) for claim in ordered)


def _alike(alignment: Alignment, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs of these claims, of two articles each, whose words are alike enough; all pairs where that was not looked at."""
    if alignment.alike is None:
        yield from ((a, b) for a, b in combinations(claims, 2) if a.article_id != b.article_id)
        return
    by_id = {claim.id: claim for claim in claims}
    yield from ((by_id[a], by_id[b]) for a, b in alignment.alike if a in by_id and b in by_id)


def only_credit(claim: Claim, desk: Desk) -> bool:
    """Return whether a claim tells no fact: only who says it, whose reporter looked ("Pantauan Warta Nusa di lokasi"), what follows, what readers may do, or a heading's two words."""
    document = desk.documents[claim.article_id]
    pack = desk.pack(claim.article_id)
    if pack is not None and announces(claim.text, pack):
        return True
    if claim.speaker is None and advises(claim.text, pack):
        return True
    if claim.part == "body" and (_credited(claim, document) >= CREDIT or _is_frame(claim, document)):
        return True
    outlet, rest = own_outlet(claim.article_id, desk), claim.text
    for name in sorted(outlet.names if outlet is not None else (), key=len, reverse=True):
        rest = rest.replace(name, " ")
    heading = claim.part == "body" and claim.sentence.text.rstrip()[-1:].isalnum()
    few = sum(len(word) >= LONG for word in WORD.findall(rest)) < FEWEST
    return few and not claim.elements.how_many and (heading or rest != claim.text)


def _is_frame(claim: Claim, document: Document) -> bool:
    """Return whether a claim holds the cue of a quotation and no word of what any quotes: who said it, when and where ("kata X dalam jumpa pers, Rabu")."""
    held = [quotation for quotation in document.quotations if quotation.span.overlaps(claim.sentence)]
    return any(
        cue is not None and any(span.overlaps(cue) for span in claim.spans)
        for cue in (quotation.cue for quotation in held)
    ) and not any(span.overlaps(quotation.content) for quotation in held for span in claim.spans)


def _credited(claim: Claim, document: Document) -> float:
    """Return which share of a claim's characters lies in credits: names of what it rests on, and quotations without what they quote."""
    credit: set[int] = set()
    for citation in document.citations:
        if citation.span.overlaps(claim.sentence):
            credit.update(range(citation.span.start, citation.span.end))
    for quotation in document.quotations:
        if quotation.span.overlaps(claim.sentence):
            credit.update(range(quotation.span.start, quotation.span.end))
            credit.difference_update(range(quotation.content.start, quotation.content.end))
    told = [at for span in claim.spans for at in range(span.start, span.end)]
    return sum(at in credit for at in told) / max(1, len(told))


def vague_headlines(alignment: Alignment, support: Sequence[Claim], desk: Desk) -> frozenset[str]:
    """Return the ids of headlines that give no figure and find their like neither in another headline nor in another report's lead.

    Said in so few words, a happening is easily joined with what only touches it; headlines and first sentences tell of one thing, what a
    story is about.
    """
    vague = {claim.id for claim in support if claim.part == "title" and not claim.elements.how_many}
    for left, right in _alike(alignment, support):
        for claim, other in ((left, right), (right, left)):
            if claim.id in vague and _leads(other, desk):
                vague.discard(claim.id)
    return frozenset(vague)


def _leads(claim: Claim, desk: Desk) -> bool:
    """Return whether a claim is a headline's or stands in the first sentences of its body."""
    if claim.part == "title":
        return True
    body = [span for span in desk.documents[claim.article_id].sentences if span.part == "body"]
    return claim.part == "body" and any(claim.sentence.overlaps(span) for span in body[:LEAD])
