"""Labels of PFSA-ID: STATEMENT, PERSON, ROLE, AFFILIATION and CUE, spans exact but for marks at their edges, micro F1.

The set labels direct statements of public figures with their cue, and role, affiliation and full name of who makes them
where the article first gives these, be it with reported words; a later short name or pronoun has labels that are not
counted here. So of each quotation in marks whose speaker has a role or body (`evals.quotations.is_public`) are taken:
content and cue, and of each such speaker the first quotation of any kind that gives a role or body. A place in a role
("Bupati Garut") is part of the ROLE, a body is the AFFILIATION, as the set has it. Scored on the odd half, as there.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evals.quotations import is_public, pfsa_half
from evals.reading import annotated
from evals.sentences import article
from rujuk.lang.base import load as load_pack
from rujuk.model.annotations import Attribution, Document, Quotation

RANKS = frozenset(rank.casefold() for rank in load_pack("id").names.ranks)
LABELS = ("STATEMENT", "PERSON", "ROLE", "AFFILIATION", "CUE")
Labels = set[tuple[int, int, str]]


def run(data: Path) -> dict[str, float]:
    """Return the micro F1 over all labels, and the F1 of each."""
    right, made, wanted = Counter[str](), Counter[str](), Counter[str]()
    for text, labels in pfsa_half(data / "quotes-pfsa-id"):
        gold = {trimmed(text, start, end, label) for start, end, label in labels if label in LABELS}
        mine = read(text)
        right.update(label for *_, label in gold & mine)
        made.update(label for *_, label in mine)
        wanted.update(label for *_, label in gold)
    scores = {label.lower(): 2 * right[label] / max(1, made[label] + wanted[label]) for label in LABELS}
    return {"micro_f1": 2 * right.total() / max(1, made.total() + wanted.total()), **scores}


def read(text: str) -> Labels:
    """Return our labels of an article."""
    document = annotated(article(text))
    direct = [item for item in document.quotations if item.kind == "direct" and is_public(document, item)]
    found: Labels = set()
    for quotation in direct:
        found.add(trimmed(text, quotation.content.start, quotation.content.end, "STATEMENT"))
        if quotation.cue and not _holds_speaker(quotation):
            found.add((quotation.cue.start, quotation.cue.end, "CUE"))
    speakers = {item.speaker.entity for item in direct if item.speaker and item.speaker.entity}
    for entity in sorted(speakers):
        found.update(_introduction(document, entity))
    return found


def _holds_speaker(quotation: Quotation) -> bool:
    """Return whether the cue holds the speaker as its ending ("katanya")."""
    speaker, cue = quotation.speaker, quotation.cue
    return speaker is not None and cue is not None and speaker.span.end == cue.end


def _introduction(document: Document, entity: str) -> Iterator[tuple[int, int, str]]:
    """Yield the labels of the first place that gives a speaker a role or body, with the name next to it."""
    given = [q for q in document.quotations if q.speaker and q.speaker.entity == entity]
    places = [(q.role or q.affiliation, q) for q in given if q.role or q.affiliation]
    if not places:
        return
    place, quotation = min(places, key=lambda item: item[0].span if item[0] else item[1].span)
    spans = [m.forms[0] for m in document.mentions if m.entity == entity and m.span.part == "body"]
    if place and spans:
        name = min(spans, key=lambda span: abs(span.start - place.span.end))
        yield _with_rank(document.article.text, name.start), name.end, "PERSON"
    yield from _role(document, quotation.role, quotation.affiliation)


def _with_rank(text: str, start: int) -> int:
    """Return where a name begins with the ranks before it, which the set counts as part of the name."""
    words = text[max(0, start - 60) : start].split()
    length = 0
    for size in range(min(5, len(words)), 0, -1):
        if " ".join(words[-size:]).casefold() in RANKS:
            length = len(" ".join(words[-size:])) + 1
            break
    return start - length


def _role(
    document: Document, role: Attribution | None, body: Attribution | None
) -> Iterator[tuple[int, int, str]]:
    """Yield role and body; a place is the end of the role."""
    entity = document.entity(body.entity) if body and body.entity else None
    place = body if entity is not None and entity.kind == "LOC" else None
    if body and not place:
        yield trimmed(document.article.text, body.span.start, body.span.end, "AFFILIATION")
    if role:
        yield (
            min(role.span.start, place.span.start if place else role.span.start),
            max(role.span.end, place.span.end if place else 0),
            "ROLE",
        )


def trimmed(text: str, start: int, end: int, label: str) -> tuple[int, int, str]:
    """Return a labelled span without marks and spaces at its edges, so that conventions on these do not count."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end, label
