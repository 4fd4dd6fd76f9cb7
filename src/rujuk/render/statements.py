"""The statements as a page shows them, and the sections they fall into."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rujuk.model.annotations import Modality
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Claim, Dependence, Disagreement, Element, Origin, Statement
from rujuk.model.text import Span
from rujuk.render.evidence import (
    Articles,
    ArticleView,
    ClaimView,
    Piece,
    chips,
    claim_view,
    origin_kind,
    pieces,
    said,
)
from rujuk.render.reasons import reason, reasons
from rujuk.render.wording import Wording

STEP, ARROW = " < ", " ← "
"""Between the steps of a path to an origin: as the weighing writes it, and as the page shows it."""
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
    lead: Claim
    articles: tuple[ArticleView, ...]
    language: str
    said: tuple[Piece, ...]
    tally: str
    mode: Modality
    speaker: str
    origins: tuple[OriginView, ...]
    why: tuple[str, ...]
    likely: str
    ties: tuple[str, ...]
    gaps: tuple[GapView, ...]
    claims: tuple[ClaimView, ...]
    others: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of one article with the statements that only it makes, their characters marked.

    `runs` are the same statements, those in a row that are said the same way and rest on the same together.
    """

    pieces: tuple[Piece, ...]
    statements: tuple[StatementView, ...]
    runs: tuple[tuple[StatementView, ...], ...]


@dataclass(frozen=True, slots=True)
class Sections:
    """The statements of a page by section; every statement stands in exactly one."""

    differ: tuple[StatementView, ...]
    agreed: tuple[StatementView, ...]
    relayed: tuple[StatementView, ...]
    other: tuple[StatementView, ...]
    singles: tuple[tuple[ArticleView, tuple[SentenceView, ...]], ...]


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
) -> tuple[tuple[ArticleView, tuple[SentenceView, ...]], ...]:
    found: dict[str, list[StatementView]] = {article_id: [] for article_id in articles}
    for view in views:
        found[view.articles[0].card.id].append(view)
    return tuple((articles[article_id], _by_sentence(own)) for article_id, own in found.items() if own)


def _by_sentence(views: Sequence[StatementView]) -> tuple[SentenceView, ...]:
    found: dict[Span, list[StatementView]] = {}
    for view in views:
        found.setdefault(view.lead.sentence, []).append(view)
    return tuple(_sentence(sentence, own) for sentence, own in found.items())


def _sentence(sentence: Span, views: Sequence[StatementView]) -> SentenceView:
    runs = groupby(views, key=lambda view: (view.mode, view.speaker, view.tally))
    marked = pieces(sentence, (span for view in views for span in view.lead.spans))
    return SentenceView(marked, tuple(views), tuple(tuple(run) for _, run in runs))


def _view(
    number: int, statement: Statement, articles: Articles, order: dict[str, int], words: Wording
) -> StatementView:
    ordered = sorted(statement.claims, key=lambda claim: (order[claim.article_id], claim.part, claim.spans))
    by_id = {claim.id: claim for claim in ordered}
    lead = by_id[statement.lead]
    shown = {claim_id: claim_view(claim, claim_id, articles, words) for claim_id, claim in by_id.items()}
    anchored: set[str] = set()
    gaps = tuple(_gap(gap, shown, anchored, words) for gap in statement.disagreements)
    return StatementView(
        number=number,
        anchor=f"s-{statement.id}",
        statement=statement,
        lead=lead,
        articles=chips(statement.article_ids, articles),
        language=articles[lead.article_id].language,
        said=said(lead),
        tally=tally(statement, articles, words),
        mode=lead.modality,
        speaker=lead.speaker or "",
        origins=tuple(_origin(origin, articles, words) for origin in statement.origins),
        why=reasons(statement.why, words),
        likely=_likely(statement, words),
        ties=tuple(_tie(tie, articles, words) for tie in statement.dependences),
        gaps=gaps,
        claims=tuple(shown.values()),
        others=tuple(view for view in shown.values() if view.anchor not in anchored),
    )


def _likely(statement: Statement, words: Wording) -> str:
    """Return how many independent reports are likely, in words; "" where it was not reckoned or there is but one report."""
    if statement.expected is None or not statement.dependences:
        return ""
    whole, _, part = f"{statement.expected:.1f}".partition(".")
    return words.text("statement.likely", number=words.figure(whole, part))


def _tie(tie: Dependence, articles: Articles, words: Wording) -> str:
    """Return how likely two reports depend on each other and what speaks for it, in words."""
    told = words.text("statement.joined").join(words.text(f"tie.{reason}") for reason in tie.reasons)
    left, right = articles[tie.left].letter, articles[tie.right].letter
    left, right = sorted((left, right), key=lambda one: (len(one), one))
    why = told or words.text("tie.none")
    return words.text("statement.tie", left=left, right=right, share=words.share(tie.probability), why=why)


def tally(statement: Statement, articles: Articles, words: Wording) -> str:
    """Return how many reports and origins stand behind a statement: "3 laporan, 1 asal: TASS", "" where the status says it all."""
    reports = words.count("reports", len(statement.article_ids))
    if statement.status == "single":
        return _tally_single(statement, articles, words)
    named = [origin for origin in statement.origins if origin.kind != "unknown"]
    if statement.disagreements:  # origins that contradict each other do not add up
        return reports
    if statement.independent > 1:
        return f"{reports}, {words.count('independent', statement.independent)}"
    if len(statement.origins) == 1 and named:
        return f"{reports}, {words.count('origins', 1)}: {named[0].name}"
    known = words.count("origins", 1) if statement.independent else words.text("count.no_origin")
    return f"{reports}, {known}"


def _tally_single(statement: Statement, articles: Articles, words: Wording) -> str:
    """Return how many reports touch on what one asserts, and on whose word, as far as that says anything."""
    told = [words.count("firm", len(statement.article_ids))] if len(statement.article_ids) > 1 else []
    speakers = {claim.speaker for claim in statement.claims}
    origins = [_origin(origin, articles, words) for origin in statement.origins if origin.kind != "unknown"]
    own = words.text("kind.own")
    if len(origins) == 1 and origins[0].kind != own and origins[0].name not in speakers:
        told.append(words.text("statement.rests", name=origins[0].name))
    return ", ".join(told)


def _origin(origin: Origin, articles: Articles, words: Wording) -> OriginView:
    """Return the origin; a path that is no longer than the outlet itself is left out, as is one to nowhere."""
    views = chips(origin.article_ids, articles)
    kind = origin_kind(origin.name, origin.kind, views, words)
    if origin.kind == "unknown":
        perhaps = origin.name not in {"", "unknown"}
        return OriginView(words.text("kind.perhaps", name=origin.name) if perhaps else kind, kind, views, ())
    paths = [chain.split(STEP) for chain in origin.chains]
    if len(paths) == len(origin.article_ids):
        paths = [_named(path, articles[of]) for path, of in zip(paths, origin.article_ids, strict=True)]
    chains = tuple(ARROW.join(path) for path in paths if len(path) > 1)
    return OriginView(origin.name or kind, kind, views, chains)


def _named(path: list[str], article: ArticleView) -> list[str]:
    """Return a path to an origin that begins with the article's name on the page where it began with its file."""
    return [article.name, *path[1:]] if path[0] == article.card.path else path


def _gap(
    gap: Disagreement,
    shown: Mapping[str, ClaimView],
    anchored: set[str],
    words: Wording,
) -> GapView:
    """Return the gap; `anchored` takes the anchors it uses, so that a sentence shown twice keeps one address."""
    ranks = {claim_id: rank for rank, claim_id in enumerate(shown)}
    given = list(gap.variants)
    if gap.develops:  # as the figure grew: by the first claim, in the order of publication, that gives it
        given.sort(key=lambda variant: min(ranks[claim_id] for claim_id in variant.claim_ids))
    variants = []
    for variant in given:
        own = set(variant.claim_ids)
        views = tuple(_once(view, anchored) for claim_id, view in shown.items() if claim_id in own)
        reports = words.count("reports", len({view.article.letter for view in views}))
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
    if element == "other" and text in {"asserted", "denied"}:
        return words.text(f"modality.{text}")
    return text
