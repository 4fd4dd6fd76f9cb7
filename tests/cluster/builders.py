"""Small made-up documents: annotation is written inside the text, so that every span stands where the test shows it.

<p>Gubernur Sari Wening</p>     a person, <o>..</o> an organisation, <l>..</l> a place
<q Sari Wening>...</q>          the content of a direct quotation and who says it
<c Kantor Berita Selat>..</c>   a citation of that name whose reach is its sentence
<n 12 orang>dua belas orang</n> a quantity: value and what is counted
<t 2031-05-02>Jumat</t>         a day
"""

import re
from collections.abc import Sequence

from rujuk.model.annotations import (
    Attribution,
    Citation,
    Document,
    Entity,
    Mention,
    Quantity,
    Quotation,
    TimeValue,
)
from rujuk.model.text import Article, OutletRef, Part, Span, digest

TAG = re.compile(r"<(/?)([polqcnt])(?: ([^>]*))?>")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[”\"]?|\n|$)")
LABELS = {"p": "PER", "o": "ORG", "l": "LOC"}


def strip(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """Return the text without its tags, and (tag, argument, start, end) of each."""
    text, found, opened, at = "", [], [], 0
    for tag in TAG.finditer(marked):
        text += marked[at : tag.start()]
        at = tag.end()
        if tag[1]:
            name, argument, start = opened.pop()
            assert name == tag[2]
            found.append((name, argument, start, len(text)))
        else:
            opened.append((tag[2], tag[3] or "", len(text)))
    assert not opened
    return text + marked[at:], found


def article(
    text: str,
    *,
    title: str = "",
    outlet: str | None = "warta-nusa",
    at: str | None = "2031-05-02T08:00:00+07:00",
    key: str = "",
    url: str | None = None,
) -> Article:
    return Article(
        id=digest(key or text, title, outlet or "", at or ""),
        path=f"{key or 'a'}.txt",
        url=url,
        canonical_url=url,
        outlet=OutletRef(outlet, outlet.replace("-", " ").title()) if outlet else None,
        language="id",
        title=title,
        byline=None,
        dateline=None,
        published_at=at,
        date_candidates=(),
        captions="",
        furniture=(),
        text=text,
    )


def document(marked: str, *, title: str = "", whole: Sequence[str] = (), **known: str | None) -> Document:
    """Return the document of a marked text; `whole` are names cited for the whole body, the title takes name tags too."""
    text, body_tags = strip(marked)
    plain_title, title_tags = strip(title)
    art = article(text, title=plain_title, **known)  # type: ignore[arg-type]
    sentences = [art.span(m.start(), m.end()) for m in SENTENCE.finditer(text) if m.group().strip()]
    tags = [(name, arg, art.span(s, e, part)) for part, name, arg, s, e in _tags(body_tags, title_tags)]
    mentions = [
        Mention(span, LABELS[name], digest(LABELS[name], span.text.casefold()))
        for name, _, span in tags
        if name in LABELS
    ]
    entities = {m.entity: Entity(m.entity, m.label, m.span.text, (m.span.text,)) for m in mentions}
    cites = [
        Citation(span, arg, "", "agency", _sentence(sentences, span))
        for name, arg, span in tags
        if name == "c"
    ]
    cites += [Citation(art.span(0, 1), name, "", "agency", art.span(0, len(text))) for name in whole]
    return Document(
        article=art,
        depth="full",
        sentences=tuple(sentences),
        mentions=tuple(sorted(mentions)),
        entities=tuple(sorted(entities.values())),
        times=tuple(TimeValue(s, a, a, "day", "", "test", "DATE", a) for n, a, s in tags if n == "t"),
        quantities=tuple(_quantity(arg, span) for name, arg, span in tags if name == "n"),
        quotations=tuple(_quotation(arg, span) for name, arg, span in tags if name == "q"),
        citations=tuple(sorted(cites)),
        modal_cues=(),
    )


def _tags(body: list, title: list) -> list[tuple[Part, str, str, int, int]]:
    return [("body", *tag) for tag in body] + [("title", *tag) for tag in title]


def _sentence(sentences: Sequence[Span], span: Span) -> Span:
    return next((item for item in sentences if item.overlaps(span)), span)


def _quantity(argument: str, span: Span) -> Quantity:
    value, _, counted = argument.partition(" ")
    return Quantity(span, float(value), None, "", counted, "exact", "test")


def _quotation(speaker: str, span: Span) -> Quotation:
    named = Attribution(span, None, speaker) if speaker else None
    return Quotation(span, span, "direct", None, named, None, None, ())
