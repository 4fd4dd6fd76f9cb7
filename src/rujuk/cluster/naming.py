"""How a story is named: by its earliest article, in the language that most of its articles are in."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from rujuk.model.story import Story, story_id
from rujuk.model.text import Article


class Told(NamedTuple):
    """What naming a story takes of an article: time of publication ("~" where unknown, so that it sorts last) and the rest."""

    moment: str
    id: str
    title: str
    language: str


def told(article: Article) -> Told:
    """Return what naming a story takes of an article."""
    return Told(article.published_at or "~", article.id, article.title, article.language)


def named(members: Iterable[Told], unheard: Iterable[Told] = ()) -> Story:
    """Return the story of at least one member; `unheard` (earlier versions of members) belong to it and lend it no title.

    The title is the earliest among those of the commonest language; an article without a title is not asked.
    """
    heard = sorted(members)
    whole = sorted({*heard, *unheard})
    return Story(story_id(whole[0].id), _title(heard), tuple(sorted(item.id for item in whole)), ())


def _title(heard: Iterable[Told]) -> str:
    titled = [item for item in heard if item.title]
    languages = Counter(item.language for item in titled)
    most = max(languages.values(), default=0)
    return next((item.title for item in titled if languages[item.language] == most), "")
