"""The statements as a page shows them, and the sections they fall into."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rujuk.model.annotations import Modality
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Claim, Disagreement, Element, Origin, Statement
from rujuk.render.evidence import Articles, ArticleView, ClaimView, chips, claim_view
from rujuk.render.reasons import reason, reasons
from rujuk.render.wording import Wording

FIGURE = re.compile(r"(?<![\w.,])(\d{1,30})(?:\.(\d{1,30}))?(?![\w.,])")
"""A number as data write it: digits, and a point before decimals."""


@dataclass(frozen=True, slots=True)
class OriginView:
    """An origin with the articles that reach it and the path each takes, where it is longer than the outlet itself."""

    name: str
    kind: str
    articles: tuple[ArticleView, ...]
    chains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VariantView:
    """One of the values that reports give, with the sentences that give it."""

    value: str
    reports: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class GapView:
    """An element on which reports differ: its values side by side, and why, where that says more than the values."""

    element: str
    variants: tuple[VariantView, ...]
    develops: bool
    why: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement on the page. `tally` says its status in numbers, `others` are its claims that no gap shows."""

    number: int
    anchor: str
    statement: Statement
    articles: tuple[ArticleView, ...]
    language: str
    tally: str
    mode: Modality
    speaker: str
    origins: tuple[OriginView, ...]
    why: tuple[str, ...]
    gaps: tuple[GapView, ...]
    claims: tuple[ClaimView, ...]
    others: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """The statements of a page by section; every statement stands in exactly one."""

    differ: tuple[StatementView, ...]
    agreed: tuple[StatementView, ...]
    relayed: tuple[StatementView, ...]
    other: tuple[StatementView, ...]
    singles: tuple[tuple[ArticleView, tuple[StatementView, ...]], ...]


def statement_views(dossier: Dossier, articles: Articles, words: Wording) -> tuple[StatementView, ...]:
    """Return the dossier's statements in its order, numbered from 1."""
    order = {article_id: rank for rank, article_id in enumerate(articles)}
    return tuple(
        _view(number, statement, articles, order, words)
        for number, statement in enumerate(dossier.statements, start=1)
    )


def sections(views: Sequence[StatementView], articles: Articles) -> Sections:
    """Return the statements by section: what differs, what several say by status, what one article says."""
    several = [view for view in views if len(view.articles) > 1 and not _differs(view)]
    return Sections(
        differ=tuple(view for view in views if _differs(view)),
        agreed=tuple(view for view in several if view.statement.status == "agreed"),
        relayed=tuple(view for view in several if view.statement.status == "relayed"),
        other=tuple(view for view in several if view.statement.status not in {"agreed", "relayed"}),
        singles=_by_article(
            [view for view in views if len(view.articles) == 1 and not _differs(view)], articles
        ),
    )


def _differs(view: StatementView) -> bool:
    return bool(view.gaps) or view.statement.status in {"disputed", "developing"}


def _by_article(
    views: Sequence[StatementView], articles: Articles
) -> tuple[tuple[ArticleView, tuple[StatementView, ...]], ...]:
    found: dict[str, list[StatementView]] = {article_id: [] for article_id in articles}
    for view in views:
        found[view.articles[0].card.id].append(view)
    return tuple((articles[article_id], tuple(own)) for article_id, own in found.items() if own)


def _view(
    number: int, statement: Statement, articles: Articles, order: dict[str, int], words: Wording
) -> StatementView:
    ordered = sorted(statement.claims, key=lambda claim: (order[claim.article_id], claim.part, claim.spans))
    lead = next(claim for claim in ordered if claim.id == statement.lead)
    shown = {claim.id: claim_view(claim, articles, words) for claim in ordered}
    anchored: set[str] = set()
    gaps = tuple(_gap(gap, ordered, shown, anchored, words) for gap in statement.disagreements)
    return StatementView(
        number=number,
        anchor=f"s-{statement.id}",
        statement=statement,
        articles=chips(statement.article_ids, articles),
        language=articles[lead.article_id].language,
        tally=tally(statement, words),
        mode=lead.modality,
        speaker=lead.speaker or "",
        origins=tuple(_origin(origin, articles, words) for origin in statement.origins),
        why=reasons(statement.why, words),
        gaps=gaps,
        claims=tuple(shown.values()),
        others=tuple(view for view in shown.values() if view.anchor not in anchored),
    )


def tally(statement: Statement, words: Wording) -> str:
    """Return how many reports and origins stand behind a statement: "3 laporan, 1 asal: TASS", "" where the status says it all."""
    reports = words.count("reports", len(statement.article_ids))
    named = [origin for origin in statement.origins if origin.kind not in {"unknown", "outlet"}]
    if statement.independent > 1:
        return f"{reports}, {words.count('independent', statement.independent)}"
    if len(statement.origins) == 1 and named:
        return f"{reports}, {words.count('origins', 1)}: {named[0].name}"
    if statement.status == "single":
        return reports if len(statement.article_ids) > 1 else ""
    known = words.count("origins", 1) if statement.independent else words.text("count.no_origin")
    return f"{reports}, {known}"


def _origin(origin: Origin, articles: Articles, words: Wording) -> OriginView:
    kind = words.text(f"kind.{origin.kind}")
    views = chips(origin.article_ids, articles)
    unknown = origin.kind == "unknown"
    bare = {origin.name, *(view.name for view in views)}
    chains = tuple(
        chain.replace(" < ", " ← ") for chain in origin.chains if not unknown and chain not in bare
    )
    return OriginView(kind if unknown else origin.name or kind, kind, views, chains)


def _gap(
    gap: Disagreement,
    ordered: Sequence[Claim],
    shown: Mapping[str, ClaimView],
    anchored: set[str],
    words: Wording,
) -> GapView:
    """Return the gap; `anchored` takes the anchors it uses, so that a sentence shown twice keeps one address."""
    variants = []
    for variant in gap.variants:
        own = [claim for claim in ordered if claim.id in variant.claim_ids]
        reports = words.count("reports", len({claim.article_id for claim in own}))
        views = tuple(_once(shown[claim.id], anchored) for claim in own)
        variants.append(VariantView(value(variant.value, gap.element, words), reports, views))
    listed = " / ".join(variant.value for variant in gap.variants)
    why = "" if gap.why == listed else reason(gap.why, words)
    return GapView(words.text(f"element.{gap.element}"), tuple(variants), gap.develops, why)


def _once(view: ClaimView, anchored: set[str]) -> ClaimView:
    if view.anchor in anchored:
        return replace(view, anchor="")
    anchored.add(view.anchor)
    return view


def value(text: str, element: Element, words: Wording) -> str:
    """Return a variant's value for reading: ISO days and moments in words, figures as the language writes them."""
    if element in {"date", "time"}:
        first, _, last = text.partition("/")
        return words.interval(first, last or first)
    if element == "number":
        return FIGURE.sub(lambda found: words.figure(found[1], found[2]), text, count=2)
    return text
