"""Generated stories through the whole pipeline: text in, statements out; the truth stays outside."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.generated.stories import Generated, Line, Told
from evals.generated.words import OUTLETS
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Claim
from rujuk.model.story import Story, story_id
from rujuk.model.text import Article
from rujuk.pipeline.run import articles
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import Job, Tools, write_up


@dataclass(frozen=True)
class Read:
    """A generated story with the dossier made of its texts, and which article of it is which."""

    story: Generated
    dossier: Dossier
    told: dict[str, Told]

    def line(self, claim: Claim) -> Line:
        """Return the line of the generator that a claim stands in."""
        told = self.told[claim.article_id]
        if claim.part == "title":
            return told.lines[0]
        at = 0
        for line in told.lines[1:]:
            at += len(line.text) + 1
            if claim.spans[0].start < at:
                return line
        raise ValueError(f"no line of {told.outlet} holds {claim.text!r}")


def row(story: Generated, told: Told) -> dict[str, Any]:
    """Return a generated article as the row of a table: what a reader of the page would have."""
    return {
        "url": url(story, told), "outlet": told.outlet, "title": told.lines[0].text, "text": told.text, "as_is": True,
        "published_at": f"2026-02-10T{told.hour:02}:00:00+07:00" if story.dated else "",
    }  # fmt: skip


def url(story: Generated, told: Told) -> str:
    """Return the address of a generated article."""
    return f"https://{told.domain}/berita/{story.name}"


def read(stories: Sequence[Generated]) -> Iterator[Read]:
    """Yield each story with the dossier that the pipeline makes of its articles."""
    tools = Tools(outlets=(OUTLETS,))
    by_url = _articles(stories)
    for story in stories:
        own = {by_url[url(story, told)].id: told for told in story.articles}
        found = tuple(sorted((by_url[url(story, told)] for told in story.articles), key=lambda item: item.id))
        name = story_id(found[0].id)
        job = Job(Story(name, story.name, tuple(item.id for item in found), ()), found, {})
        dossier, drops = write_up(job, tools)
        if dossier is None:
            raise ValueError(f"{story.name}: {drops}")
        yield Read(story, dossier, own)


def _articles(stories: Sequence[Generated]) -> dict[str, Article]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        rows = (row(story, told) for story in stories for told in story.articles)
        path.write_text("".join(json.dumps(item) + "\n" for item in rows), encoding="utf-8")
        found = articles([path], Settings(outlets=(OUTLETS,), processes=1))
    return {str(article.url): article for article in found}
