"""One dossier as one self-contained page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rujuk.model.dossier import Dossier, TimelineEntry
from rujuk.model.graph import origin_graph
from rujuk.model.story import Reuse
from rujuk.model.text import Span
from rujuk.render.environment import environment
from rujuk.render.evidence import Articles, ArticleView, article_views
from rujuk.render.graph import graph, origin_rows
from rujuk.render.named import named_views
from rujuk.render.quotes import speaker_views
from rujuk.render.statements import StatementView, sections, statement_views
from rujuk.render.versions import later_version, revision_views
from rujuk.render.wording import Wording, wording

STRETCH = 700
"""Characters of a copied stretch that the page shows; the dossier's data hold all of it."""


@dataclass(frozen=True, slots=True)
class DateView:
    """A date of the timeline with the statements that name it, and the characters that do."""

    when: str
    entries: tuple[tuple[StatementView, ArticleView, str], ...]


@dataclass(frozen=True, slots=True)
class ReuseView:
    """Two articles that share text: who took from whom as far as known, in words, and the stretches."""

    left: ArticleView
    right: ArticleView
    text: str
    kind: str
    origin: str
    score: str
    stretches: tuple[tuple[str, str], ...]


def render(dossier: Dossier, *, language: str = "id", index: str = "") -> str:
    """Return the dossier as one HTML page without scripts or outside requests, labelled in the language.

    `index` is the path of the list of all stories as seen from the page, "" where there is none. The same dossier
    gives the same characters. Raises ConfigError for a language without labels.
    """
    words = wording(language)
    articles = article_views(dossier.articles, words)
    views = statement_views(dossier, articles, words)
    by_id = {view.statement.id: view for view in views}
    names = {key: view.name for key, view in articles.items()}
    whole = origin_graph(dossier.statements, dossier.reuse, names)
    return (
        environment()
        .get_template("dossier.html")
        .render(
            t=words.text,
            count=words.count,
            language=language,
            index=index,
            dossier=dossier,
            title=dossier.title.strip() or words.text("page.untitled"),
            articles=tuple(articles.values()),
            facts=_facts(dossier, words),
            statuses=("agreed", "relayed", "single", "disputed", "developing"),
            summary=tuple(by_id[item] for item in dossier.summary if item in by_id),
            sections=sections(views, articles),
            named=named_views(dossier.entities, articles, words),
            speakers=speaker_views(dossier.quotations, articles, words),
            rows=origin_rows(dossier.statements, articles, words),
            graph=graph(dossier.statements, articles, words, whole.copies),
            shares=whole.shares,
            dates=_dates(dossier.timeline, by_id, articles, words),
            reuse=_reuse(dossier.reuse, articles, words),
            revisions=revision_views(dossier, articles, words),
            missing=_missing(dossier, articles, words),
            manifest=tuple(_rows(dossier.manifest, "")),
        )
    )


def status_counts(dossier: Dossier) -> Mapping[str, int]:
    """Return how many statements have each status; every number shown anywhere is taken from here."""
    return Counter(statement.status for statement in dossier.statements)


def outlet_names(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of the dossier's outlets, once each, in the order of its articles."""
    return tuple(dict.fromkeys(card.outlet.name for card in dossier.articles if card.outlet))


def _facts(dossier: Dossier, words: Wording) -> tuple[str, ...]:
    """Return the head's numbers in words: articles, outlets, and statements by status."""
    counts = status_counts(dossier)
    shown = [status for status in ("disputed", "developing", "agreed", "relayed", "single") if counts[status]]
    return (
        words.count("articles", len(dossier.reports)),
        words.count("outlets", len(outlet_names(dossier))),
        words.count("statements", len(dossier.statements)),
        *(words.count(status, counts[status]) for status in shown),
    )


def _dates(
    entries: Sequence[TimelineEntry], by_id: Mapping[str, StatementView], articles: Articles, words: Wording
) -> tuple[DateView, ...]:
    found = []
    for key, group in groupby(entries, key=lambda item: (item.start_at, item.end_at, item.granularity)):
        rows = tuple(
            (by_id[item.statement_id], articles[item.expression.article_id], item.expression.text)
            for item in group
        )
        found.append(DateView(words.interval(*key), rows))
    return tuple(found)


def _reuse(edges: Sequence[Reuse], articles: Articles, words: Wording) -> tuple[ReuseView, ...]:
    """Return the edges in the order of the page's articles, the earlier article of each on the left."""
    ranks = {article_id: rank for rank, article_id in enumerate(articles)}
    ordered = sorted(edges, key=lambda edge: sorted((ranks[edge.left], ranks[edge.right])))
    return tuple(_shared(edge, ranks[edge.left] < ranks[edge.right], articles, words) for edge in ordered)


def _shared(edge: Reuse, in_order: bool, articles: Articles, words: Wording) -> ReuseView:
    first, second = (edge.left, edge.right) if in_order else (edge.right, edge.left)
    left, right = articles[first], articles[second]
    text = words.text("reuse.shared", left=_tag(left), right=_tag(right))
    if edge.direction:
        from_first = (edge.direction == "left>right") == in_order
        giver, taker = (left, right) if from_first else (right, left)
        text = words.text("reuse.took", taker=_tag(taker), giver=_tag(giver))
    pairs = [(_stretch(one, words), _stretch(other, words)) for one, other in edge.spans]
    return ReuseView(
        left=left,
        right=right,
        text=text,
        kind=words.text(f"reuse.{edge.kind}"),
        origin=edge.origin or "",
        score=words.share(edge.score),
        stretches=tuple((one, other) if in_order else (other, one) for one, other in pairs),
    )


def _tag(article: ArticleView) -> str:
    return f"{article.letter} ({article.name})"


def _stretch(span: Span, words: Wording) -> str:
    if len(span.text) <= STRETCH:
        return span.text
    return span.text[:STRETCH] + words.text("reuse.cut", n=words.number(len(span.text)))


def _missing(dossier: Dossier, articles: Articles, words: Wording) -> tuple[tuple[ArticleView, str], ...]:
    """Return the articles that were not analysed, gave nothing, or stood for several captures, each with the reason."""
    told = {article_id for statement in dossier.statements for article_id in statement.article_ids}
    found = []
    for card in dossier.articles:
        later = later_version(dossier, articles, card.id)
        if later:
            found.append((articles[card.id], words.text("missing.earlier", letter=later.letter)))
        elif not card.analysed:
            found.append((articles[card.id], words.text("missing.language", language=card.language)))
        elif card.id not in told:
            found.append((articles[card.id], words.text("missing.no_statements")))
        if card.copies > 1:
            found.append((articles[card.id], words.text("missing.repeats", n=words.number(card.copies))))
    return tuple(found)


def _rows(data: Any, path: str) -> Iterator[tuple[str, str]]:
    """Yield JSON data as dotted paths with their values, keys sorted, so that their order never shows on the page."""
    if isinstance(data, Mapping) and data:
        for key in sorted(data, key=str):
            yield from _rows(data[key], f"{path}.{key}" if path else str(key))
    elif isinstance(data, list | tuple) and any(isinstance(item, Mapping | list | tuple) for item in data):
        for number, item in enumerate(data, start=1):
            yield from _rows(item, f"{path}.{number}")
    elif isinstance(data, list | tuple):
        yield path, ", ".join(map(str, data)) or "–"
    else:
        yield path, "–" if data is None or data == {} else str(data)
