"""Who and what a story names, as the page shows it: by kind, each form with the articles that use it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.model.annotations import Label, Place
from rujuk.model.dossier import StoryEntity
from rujuk.render.evidence import Articles, ArticleView, chips
from rujuk.render.wording import Wording

KINDS: tuple[Label, ...] = ("PER", "ORG", "LOC")
SHOWN = 25
"""Entities of a kind that stand open; the rest can be unfolded."""


@dataclass(frozen=True, slots=True)
class NamedView:
    """An entity on the page: its name, what it is called by whom, roles, and where it may lie."""

    name: str
    forms: tuple[tuple[str, tuple[ArticleView, ...]], ...]
    roles: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindView:
    """The entities of one kind: those of most articles, and the others."""

    title: str
    first: tuple[NamedView, ...]
    others: tuple[NamedView, ...]


def named_views(entities: Sequence[StoryEntity], articles: Articles, words: Wording) -> tuple[KindView, ...]:
    """Return the kinds that occur with their entities, in the order of the dossier."""
    kinds = []
    for kind in KINDS:
        views = tuple(_view(entity, articles, words) for entity in entities if entity.kind == kind)
        if views:
            kinds.append(KindView(words.text(f"named.{kind}"), views[:SHOWN], views[SHOWN:]))
    return tuple(kinds)


def _view(entity: StoryEntity, articles: Articles, words: Wording) -> NamedView:
    forms = tuple(
        (alias.text, chips((span.article_id for span in alias.uses), articles)) for alias in entity.aliases
    )
    places = tuple(_place(place, words) for place in entity.places)
    return NamedView(entity.name, forms, entity.roles, places)


def _place(place: Place, words: Wording) -> str:
    """Return a candidate in words: "Bogor (kabupaten, Jawa Barat, Indonesia)"."""
    inside = ", ".join((words.text(f"named.{place.kind}"), *place.within))
    return f"{place.name} ({inside})"
