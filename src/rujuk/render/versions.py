"""What a page shows of reports that were captured more than once, with other content."""

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.dossier import Dossier
from rujuk.model.text import Span
from rujuk.render.evidence import Articles, ArticleView
from rujuk.render.wording import Wording

SENTENCE = 700
"""Characters of a changed sentence that the page shows; the dossier's data hold all of it."""


@dataclass(frozen=True, slots=True)
class RevisionView:
    """An earlier version, the later one, and the sentences that are gone and new, each list with what it is called."""

    earlier: ArticleView
    later: ArticleView
    text: str
    changes: tuple[tuple[str, ArticleView, tuple[str, ...]], ...]


def revision_views(dossier: Dossier, articles: Articles, words: Wording) -> tuple[RevisionView, ...]:
    """Return the dossier's revisions in the order of its articles."""
    found = []
    for revision in dossier.revisions:
        earlier, later = articles[revision.earlier], articles[revision.later]
        changes = (
            (words.count("gone", len(revision.gone)), earlier, _shown(revision.gone)),
            (words.count("new", len(revision.new)), later, _shown(revision.new)),
        )
        text = words.text("versions.revised", later=later.letter, earlier=earlier.letter, name=later.name)
        found.append(RevisionView(earlier, later, text, changes))
    return tuple(found)


def _shown(spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(span.text if len(span.text) <= SENTENCE else f"{span.text[:SENTENCE]} …" for span in spans)


def later_version(dossier: Dossier, articles: Articles, article_id: str) -> ArticleView | None:
    """Return the article that revises this one, or None."""
    return next((articles[card.id] for card in dossier.articles if card.revises == article_id), None)
