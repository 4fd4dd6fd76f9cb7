"""Story, statements and documents become a dossier."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from rujuk.compose.config import ComposeConfig
from rujuk.compose.entities import story_entities
from rujuk.compose.order import order_documents, order_statements
from rujuk.compose.quotations import quotation_cards
from rujuk.compose.revisions import revisions
from rujuk.compose.summary import summary
from rujuk.compose.timeline import timeline
from rujuk.lang.base import Packs
from rujuk.model.annotations import Document
from rujuk.model.dossier import ArticleCard, Dossier
from rujuk.model.errors import ProvenanceError
from rujuk.model.statement import Statement, Toll
from rujuk.model.story import Story
from rujuk.model.text import newest_versions

NO_PACKS: Packs = MappingProxyType({})
"""What is known without a language pack: no names are joined, so that no entities are listed."""


def compose(
    story: Story,
    statements: Sequence[Statement],
    documents: Sequence[Document],
    *,
    manifest: Mapping[str, Any],
    tolls: Sequence[Toll] = (),
    packs: Packs = NO_PACKS,
    config: ComposeConfig = ComposeConfig(),
) -> Dossier:
    """Return the story's dossier: articles by time, statements in reading order, quotations, timeline, summary, entities.

    Earlier versions of an article keep their cards and what the later one changed, and give nothing else. `tolls` are taken as they come. `documents` may hold
    more than the story's; they and `statements` may come in any order. Nothing is left out: what
    was not analysed keeps its card. Raises ProvenanceError where a document of the story is missing.
    """
    own = order_documents(_documents_of(story, documents))
    newest = newest_versions(document.article for document in own)
    voices = [document for document in own if newest[document.article.id] == document.article.id]
    ordered = order_statements(statements, voices)
    return Dossier(
        id=story.id,
        title=story.title,
        articles=tuple(article_card(document) for document in own),
        statements=ordered,
        quotations=quotation_cards(voices, config),
        timeline=timeline(ordered, voices),
        summary=summary(ordered, voices, config, packs),
        reuse=tuple(sorted(story.reuse, key=lambda edge: (edge.left, edge.right, edge.kind, edge.spans))),
        entities=story_entities(voices, packs),
        manifest=manifest,
        revisions=revisions(own),
        topic=story.topic,
        tolls=tuple(tolls),
    )


def article_card(document: Document) -> ArticleCard:
    """Return what a dossier says of an article; a document without a sentence counts as not analysed."""
    article = document.article
    return ArticleCard(
        id=article.id,
        path=article.path,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        byline=article.byline,
        published_at=article.published_at,
        language=article.language,
        text_sha256=article.text_sha256,
        copies=article.copies,
        cites=_cited_names(document),
        analysed=bool(document.sentences),
        revises=article.revises,
    )


def _cited_names(document: Document) -> tuple[str, ...]:
    """Return what the article says it rests on, once each, in the order of the text."""
    first: dict[str, str] = {}
    for citation in sorted(document.citations, key=lambda item: (item.span.part, item.span.start, item)):
        first.setdefault(citation.name.casefold(), citation.name)
    return tuple(first.values())


def _documents_of(story: Story, documents: Sequence[Document]) -> tuple[Document, ...]:
    by_id = {document.article.id: document for document in documents}
    missing = [article_id for article_id in story.article_ids if article_id not in by_id]
    if missing:
        raise ProvenanceError(f"story {story.id}: no document of article {', '.join(missing)}")
    return tuple(by_id[article_id] for article_id in story.article_ids)
