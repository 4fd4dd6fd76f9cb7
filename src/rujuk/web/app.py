"""The addresses of the web room and what each answers; every state is an address, and every page has its JSON beside it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from rujuk.lang.base import Packs
from rujuk.model.dossier import Dossier
from rujuk.model.errors import RujukError
from rujuk.model.jsonl import json_line
from rujuk.model.text import Article, Span
from rujuk.render.page import render
from rujuk.store.archive import Archive
from rujuk.web.headers import guarded
from rujuk.web.parameters import PAGE, Place, page_number, place, query_text
from rujuk.web.views import Page, article_page, dossier_list, fault_page, hit_list

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names by which only this computer calls itself."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Room:
    """An archive and the language it is shown in; each request opens the archive for itself."""

    path: Path
    packs: Packs
    language: str

    def open(self) -> Archive:
        """Return the archive, opened for one request."""
        return Archive.open(self.path, packs=self.packs)

    def routes(self) -> list[Route]:
        """Return every address with what answers it; those that end in .json come before their twins."""
        return [
            Route("/", self.front),
            Route("/dossiers.json", self.front_json),
            Route("/dossiers/{id}.json", self.dossier_json),
            Route("/dossiers/{id}", self.dossier),
            Route("/search.json", self.search_json),
            Route("/search", self.search),
            Route("/articles/{id}.json", self.article_json),
            Route("/articles/{id}", self.article),
        ]

    def front(self, request: Request) -> Response:
        """Show the list of dossiers, the latest first, a page at a time."""
        page = page_number(request)
        with self.open() as archive:
            counts, lines = archive.counts(), archive.dossiers(PAGE, page.offset)
        shown = Page(page.number, counts.dossiers)
        return HTMLResponse(dossier_list(lines, counts, shown, language=self.language))

    def front_json(self, request: Request) -> Response:
        """Give the list of dossiers."""
        page = page_number(request)
        with self.open() as archive:
            total, lines = archive.counts().dossiers, archive.dossiers(PAGE, page.offset)
        return _json({"total": total, "page": page.number, "dossiers": [line.to_dict() for line in lines]})

    def dossier(self, request: Request) -> Response:
        """Show one dossier as it is rendered everywhere."""
        return HTMLResponse(render(self._dossier(request), language=self.language, index="../"))

    def dossier_json(self, request: Request) -> Response:
        """Give one dossier, as in dossiers.jsonl."""
        return _json(self._dossier(request).to_dict())

    def search(self, request: Request) -> Response:
        """Show what holds every word of the query `q`."""
        query, page = query_text(request), page_number(request)
        with self.open() as archive:
            total, hits = archive.count(query), archive.search(query, PAGE, page.offset)
        return HTMLResponse(hit_list(query, hits, Page(page.number, total), language=self.language))

    def search_json(self, request: Request) -> Response:
        """Give what holds every word of the query `q`."""
        query, page = query_text(request), page_number(request)
        with self.open() as archive:
            total, hits = archive.count(query), archive.search(query, PAGE, page.offset)
        found = [hit.to_dict() for hit in hits]
        return _json({"query": query, "total": total, "page": page.number, "hits": found})

    def article(self, request: Request) -> Response:
        """Show the text of an article, with the characters [`start`, `end`) of `part` marked where they are given."""
        article = self._article(request)
        mark = _mark(article, place(request))
        with self.open() as archive:
            within = archive.dossiers_of(article.id)
        return HTMLResponse(article_page(article, mark, within, language=self.language))

    def article_json(self, request: Request) -> Response:
        """Give an article, as in articles.jsonl."""
        return _json(self._article(request).to_dict())

    def fault(self, request: Request, error: Exception) -> Response:
        """Say what was wrong with a request, or that the archive cannot be read now."""
        if isinstance(error, HTTPException):
            status, headers = error.status_code, error.headers
        else:
            log.error("%s: %s", request.url.path, error)
            status, headers = 500, None
        page = fault_page(status, language=self.language)
        return HTMLResponse(page, status_code=status, headers=headers)

    def _dossier(self, request: Request) -> Dossier:
        with self.open() as archive:
            found = archive.dossier(request.path_params["id"])
        if found is None:
            raise HTTPException(404)
        return found

    def _article(self, request: Request) -> Article:
        with self.open() as archive:
            found = archive.article(request.path_params["id"], request.query_params.get("text"))
        if found is None:
            raise HTTPException(404)
        return found


def application(
    path: Path,
    *,
    packs: Packs,
    language: str = "id",
    hosts: Sequence[str] = LOOPBACK,
) -> ASGIApp:
    """Return the web room over an archive as an ASGI application that only reads.

    `hosts` are the names it answers to ("*" for any): a page elsewhere cannot read a local archive by renaming itself.
    """
    room = Room(path, packs, language)
    handlers: dict[Any, Any] = {HTTPException: room.fault, RujukError: room.fault, OSError: room.fault}
    app = Starlette(routes=room.routes(), exception_handlers=handlers)
    return guarded(TrustedHostMiddleware(app, allowed_hosts=[*hosts], www_redirect=False))


def _mark(article: Article, wanted: Place | None) -> Span | None:
    if wanted is None:
        return None
    if wanted.end > len(article.part_text(wanted.part)):
        raise HTTPException(404)
    return article.span(wanted.start, wanted.end, wanted.part)


def _json(data: Any) -> Response:
    return Response(json_line(data), media_type="application/json")
