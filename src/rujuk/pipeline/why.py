"""Why an article is in a story of some inputs, or not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from rujuk.cluster.why import Why
from rujuk.cluster.why import why as explain
from rujuk.model.errors import InputError
from rujuk.model.report import Report
from rujuk.model.story import Story
from rujuk.model.text import Article
from rujuk.pipeline.run import Flow, Inputs, articles, gather_stories
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import lead_means

T = TypeVar("T", Article, Story)

SHORTEST = 6
"""Characters of an id that are enough to name it."""


def why(
    inputs: Inputs, article: str, story: str, settings: Settings = Settings(), *, report: Report | None = None
) -> Why:
    """Return why an article of the inputs is in a story of them, or is not.

    An article is named by its id, the beginning of its id (six characters or more), its path or its address; a story by its id,
    its beginning, or one of its articles. Raises InputError where the name fits none, or several.
    """
    flow = Flow(settings, report if report is not None else Report())
    found = articles(inputs, settings, report=flow.report)
    leads, vectors, told = gather_stories(found, flow)
    own = find_article(article, [item.article for item in leads])
    one = find_story(story, told, [item.article for item in leads])
    return explain(leads, vectors, own.id, one, means=lead_means(flow.tools))


def find_article(name: str, found: Sequence[Article]) -> Article:
    """Return the article of that name."""
    exact = [item for item in found if name in {item.id, item.path, item.url, item.canonical_url}]
    return _only(name, exact or [item for item in found if _begins(item.id, name)], "article")


def find_story(name: str, told: Iterable[Story], found: Sequence[Article]) -> Story:
    """Return the story of that name, or the one that holds the article of that name."""
    stories: Mapping[str, Story] = {item.id: item for item in told}
    named = [item for key, item in stories.items() if key == name or _begins(key, name)]
    if named:
        return _only(name, named, "story")
    own = find_article(name, found)
    return next(item for item in stories.values() if own.id in item.article_ids)


def _begins(whole: str, name: str) -> bool:
    return len(name) >= SHORTEST and whole.startswith(name)


def _only(name: str, found: Sequence[T], kind: str) -> T:
    if len(found) != 1:
        how = "no" if not found else f"{len(found)} of them fit the"
        raise InputError(
            f"{name}: {how} {kind} of that name; give an id, its first {SHORTEST} characters, a path or an address"
        )
    return found[0]
