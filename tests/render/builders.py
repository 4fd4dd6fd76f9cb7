"""Dossiers built by hand: articles, claims found by their words, statements, and one rich made-up story."""

from collections.abc import Sequence
from typing import Any

from rujuk.compose import compose
from rujuk.lang.base import load_all
from rujuk.model.annotations import (
    Attribution,
    Citation,
    Document,
    Granularity,
    Quotation,
    QuotationKind,
    TimeValue,
)
from rujuk.model.dossier import Dossier
from rujuk.model.statement import (
    Claim,
    Dependence,
    Disagreement,
    Element,
    Elements,
    Origin,
    OriginKind,
    Statement,
    Status,
    Variant,
)
from rujuk.model.story import Direction, Reuse, ReuseKind, Story, story_id
from rujuk.model.text import Article, OutletRef, Part, Span, digest

MANIFEST = {
    "version": "0.1.0",
    "packs": {"id": "ab12"},
    "config": {"align": {"threshold": 0.5}},
    "inputs": ["samples"],
}


def article(
    outlet: str | None,
    title: str,
    text: str,
    *,
    published_at: str | None = None,
    url: str | None = None,
    language: str = "id",
    byline: str | None = None,
    copies: int = 1,
) -> Article:
    """Return an article whose id comes from outlet, title and text."""
    return Article(
        id=digest("article", outlet or "", title, text),
        path=f"samples/{(outlet or 'x').lower().replace(' ', '-')}.txt",
        url=url,
        canonical_url=url,
        outlet=OutletRef("", outlet) if outlet else None,
        language=language,
        title=title,
        byline=byline,
        dateline=None,
        published_at=published_at,
        date_candidates=(),
        captions="",
        furniture=(),
        text=text,
        copies=copies,
    )


def find(of: Article, words: str, part: Part = "body", after: int = 0) -> Span:
    """Return the span of the first place where the words stand."""
    start = of.part_text(part).index(words, after)
    return of.span(start, start + len(words), part)


def sentences(of: Article) -> tuple[Span, ...]:
    """Return a span for each line of the body, enough of a sentence for these tests."""
    found, at = [], 0
    for line in of.text.split("\n"):
        if line:
            found.append(of.span(at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


def claim(of: Article, *pieces: str, part: Part = "body", **said: Any) -> Claim:
    """Return the claim whose pieces stand in the article; its sentence is the line around the first piece."""
    spans = tuple(find(of, piece, part) for piece in pieces)
    text = of.part_text(part)
    start = text.rfind("\n", 0, spans[0].start) + 1
    end = text.find("\n", spans[0].start)
    whole = of.span(start, end if end >= 0 else len(text), part)
    modality, speaker, via = said.get("modality", "asserted"), said.get("speaker"), said.get("via", ())
    return Claim(spans, whole, modality, speaker, tuple(via), Elements())


def origin(name: str, kind: OriginKind, *chains: tuple[Article, str]) -> Origin:
    """Return the origin that these articles reach by these chains."""
    ordered = sorted({of.id: chain for of, chain in chains}.items())
    return Origin(name, kind, tuple(of for of, _ in ordered), tuple(chain for _, chain in ordered))


def statement(
    status: Status,
    claims: Sequence[Claim],
    origins: Sequence[Origin],
    *,
    independent: int | None = None,
    gaps: Sequence[Disagreement] = (),
    why: Sequence[str] = (),
    expected: float | None = None,
    ties: Sequence[tuple[Article, Article, float, str]] = (),
) -> Statement:
    """Return the statement of these claims; the first one's wording stands for it."""
    lead = claims[0]
    number = len(origins) if independent is None else independent
    found = [
        Dependence(*sorted((one.id, other.id)), probability, (reason,))
        for one, other, probability, reason in ties
    ]
    return Statement(
        lead.text, lead.id, status, tuple(sorted(claims)), tuple(gaps), tuple(origins), number, tuple(why),
        expected, tuple(sorted(found)),
    )  # fmt: skip


def gap(element: Element, *values: tuple[str, Sequence[Claim]], develops: bool = False) -> Disagreement:
    """Return a disagreement with these values, each with the claims that give it."""
    variants = tuple(Variant(value, tuple(sorted(item.id for item in claims))) for value, claims in values)
    return Disagreement(element, variants, develops, "angka pasti yang tidak sama untuk hal yang sama")


def quotation(
    of: Article,
    whole: str,
    content: str,
    *,
    speaker: str | None = None,
    name: str | None = None,
    role: str | None = None,
    kind: QuotationKind = "direct",
    via: Sequence[str] = (),
) -> Quotation:
    """Return the quotation whose parts stand inside its whole construction."""
    span = find(of, whole)

    def named(words: str | None, full: str | None = None) -> Attribution | None:
        return Attribution(find(of, words, after=span.start), None, full or words) if words else None

    inside = find(of, content, after=span.start)
    return Quotation(span, inside, kind, None, named(speaker, name), named(role), None, tuple(via))


def day(of: Article, words: str, value: str, granularity: Granularity = "day", end: str = "") -> TimeValue:
    """Return the time that these words of the article stand for."""
    return TimeValue(
        find(of, words),
        value,
        end or value,
        granularity,
        "text",
        "by hand",
        "DATE",
        value,
    )


def cited(of: Article, words: str, name: str) -> Citation:
    """Return the citation that these words of the article make."""
    span = find(of, words)
    return Citation(span, name, "", "agency", span)


def document(
    of: Article,
    *,
    quotations: Sequence[Quotation] = (),
    times: Sequence[TimeValue] = (),
    citations: Sequence[Citation] = (),
    analysed: bool = True,
) -> Document:
    """Return the article's document, with a sentence a line."""
    lines = sentences(of) if analysed else ()
    return Document(
        of,
        "full",
        lines,
        (),
        (),
        tuple(sorted(times)),
        (),
        tuple(sorted(quotations)),
        tuple(sorted(citations)),
        (),
    )


def reuse(
    left: Article, right: Article, words: str, kind: ReuseKind, copied_from_first: bool = True
) -> Reuse:
    """Return the edge between two articles that both hold the words; the second took them from the first."""
    first, second = sorted((left, right), key=lambda of: of.id)
    direction: Direction = "left>right" if (first is left) == copied_from_first else "right>left"
    spans = ((find(first, words), find(second, words)),)
    return Reuse(first.id, second.id, kind, direction, None, 0.83, spans)


def story(articles: Sequence[Article], edges: Sequence[Reuse] = ()) -> Story:
    """Return the story of these articles, named by the first."""
    ids = tuple(sorted(of.id for of in articles))
    return Story(story_id(articles[0].id), articles[0].title, ids, tuple(edges))


def dossier(
    documents: Sequence[Document], statements: Sequence[Statement], edges: Sequence[Reuse] = ()
) -> Dossier:
    """Return the composed dossier."""
    told = story([item.article for item in documents], edges)
    return compose(told, statements, documents, packs=load_all(), manifest=MANIFEST)
