"""The room's own pages: the list of dossiers, what a search found, an article's text, and what went wrong."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from rujuk.model.text import Article, Part, Span
from rujuk.render import environment as render_environment
from rujuk.render.evidence import Piece, pieces
from rujuk.render.wording import Wording
from rujuk.render.wording import wording as page_wording
from rujuk.store.archive import Counts, DossierLine
from rujuk.store.search import Hit
from rujuk.web.parameters import PAGE

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Page:
    """Which page is shown, counted from 1, of so many items in all."""

    number: int
    total: int

    @property
    def last(self) -> int:
        """Return the number of the last page; an empty list has one page."""
        return max(1, -(-self.total // PAGE))

    @property
    def first_item(self) -> int:
        """Return the number of the first item on the page, counted from 1."""
        return (self.number - 1) * PAGE + 1


@dataclass(frozen=True, slots=True)
class HitView:
    """A hit on the page: the stretch with its marks, and the address where it can be read in its text."""

    hit: Hit
    pieces: tuple[Piece, ...]
    cut_before: bool
    where: str


def dossier_list(lines: Sequence[DossierLine], counts: Counts, page: Page, *, language: str) -> str:
    """Return the front page: a search box and a page of the list."""
    return _fill("list.html", language, lines=lines, counts=counts, page=page, query="")


def hit_list(query: str, hits: Sequence[Hit], page: Page, *, language: str) -> str:
    """Return what a search found, each with the stretch of text that shows it."""
    return _fill("hits.html", language, query=query, hits=[_hit(hit) for hit in hits], page=page)


def article_page(
    article: Article, mark: Span | None, within: Sequence[tuple[str, str]], *, language: str
) -> str:
    """Return an article's text with the mark in it, and the dossiers it is in, as ids and titles."""
    values = {
        "article": article,
        "mark": mark,
        "within": within,
        "url": render_environment.safe_url(article.url),
        "title": _marked(article, "title", mark),
        "captions": _marked(article, "caption", mark),
        "body": _marked(article, "body", mark),
    }
    return _fill("article.html", language, query="", **values)


def fault_page(status: int, *, language: str) -> str:
    """Return the page for a request that cannot be answered."""
    known = status if status in {400, 404, 405} else 500
    return _fill("fault.html", language, query="", status=status, key=f"fault.{known}")


def _hit(hit: Hit) -> HitView:
    at = hit.snippet
    first, last = (hit.marks[0], hit.marks[-1]) if hit.marks and hit.kind == "article" else (at, at)
    where = f"start={first.start}&end={last.end}&part={at.part}&text={hit.text_sha256}#mark"
    return HitView(hit, pieces(at, hit.marks), at.start > 0 and hit.kind == "article", where)


def _marked(article: Article, part: Part, mark: Span | None) -> tuple[Piece, ...]:
    """Return the text of a part cut where the mark begins and ends."""
    text = article.part_text(part)
    if not text:
        return ()
    return pieces(article.span(0, len(text), part), (mark,) if mark and mark.part == part else ())


def _fill(template: str, language: str, **values: object) -> str:
    words = _wording(language)
    common = {
        "t": words.text,
        "count": words.count,
        "when": words.moment,
        "day": words.day,
        "language": language,
    }
    return _environment().get_template(template).render(**common, **values)


@cache
def _environment() -> Environment:
    """Return render's own environment, escaping and all, with the room's templates before render's."""
    folders = (HERE / "templates", render_environment.HERE)
    loader = ChoiceLoader([FileSystemLoader(folder) for folder in folders])
    return render_environment.environment().overlay(loader=loader)


@cache
def _wording(language: str) -> Wording:
    """Return the labels of the dossiers' pages together with the room's own; raises ConfigError for another language."""
    labels = page_wording(language).labels
    own = tomllib.loads((HERE / "labels" / f"{language}.toml").read_text("utf-8"))
    return Wording(language, MappingProxyType({**labels, **own}))
