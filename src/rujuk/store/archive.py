"""Reading an archive: dossiers, articles, lists, and search."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from rujuk.lang.base import Packs
from rujuk.model.dossier import Dossier
from rujuk.model.text import Article
from rujuk.store.connect import explained, noun, reading
from rujuk.store.query import read_query
from rujuk.store.search import Hit, count_found, search_found

T = TypeVar("T")
MOST = 1_000
"""Rows of one page at most, whatever a caller asks for."""
FARTHEST = 2**31
"""Offset at most: SQLite's own integers end at 2**63."""
_STATUSES = "SELECT status, count(*) FROM statements WHERE dossier_id = ? GROUP BY status ORDER BY status"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much an archive holds: articles (not their texts), dossiers, statements and quotations of all dossiers."""

    articles: int
    dossiers: int
    statements: int
    quotations: int


@dataclass(frozen=True, slots=True)
class DossierLine:
    """A dossier in the archive's list: its counts, outlets, first and last publication, statements by status."""

    id: str
    title: str
    articles: int
    outlets: str
    first_at: str | None
    last_at: str | None
    statuses: Mapping[str, int]

    def to_dict(self) -> dict[str, Any]:
        """Return the line as JSON data."""
        names = ("id", "title", "articles", "outlets", "first_at", "last_at")
        return {**{name: getattr(self, name) for name in names}, "statuses": dict(self.statuses)}


@dataclass(slots=True)
class Archive:
    """An archive opened for reading; it shows one state from opening to closing, whoever writes meanwhile.

    Open it for one question (`with Archive.open(path, packs=packs) as archive:`): a writer waits for open readers.
    Every method raises StoreError where the file is damaged.
    """

    path: Path
    packs: Packs
    connection: sqlite3.Connection = field(repr=False)

    @classmethod
    def open(cls, path: Path, *, packs: Packs) -> Self:
        """Return the archive of that file; raises StoreError where it is missing, of another version, or no archive."""
        return cls(path, packs, reading(path))

    def close(self) -> None:
        """Let the file go."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def dossier(self, dossier_id: str) -> Dossier | None:
        """Return the dossier of that id as it was stored, or None."""
        rows = self._ask("SELECT json FROM dossiers WHERE id = ?", [_plain(dossier_id)])
        return self._noun(Dossier.from_dict, rows[0][0]) if rows else None

    def article(self, article_id: str, text_sha256: str | None = None) -> Article | None:
        """Return the article of that id, or None: with the given text, else with the one that came in last."""
        rows = self._ask(
            "SELECT json FROM articles WHERE id = :id AND (:text IS NULL OR text_sha256 = :text) ORDER BY seq DESC LIMIT 1",
            {"id": _plain(article_id), "text": _plain(text_sha256) if text_sha256 is not None else None},
        )
        return self._noun(Article.from_dict, rows[0][0]) if rows else None

    def counts(self) -> Counts:
        """Return how much the archive holds."""
        ((articles,),) = self._ask("SELECT count(DISTINCT id) FROM articles")
        tables = ("dossiers", "statements", "quotations")
        rest = (self._ask(f"SELECT count(*) FROM {table}")[0][0] for table in tables)  # noqa: S608 - our own names
        return Counts(articles, *rest)

    def dossiers(self, limit: int = 50, offset: int = 0) -> tuple[DossierLine, ...]:
        """Return the list of dossiers, the latest report first, then by id."""
        rows = self._ask(
            """SELECT id, title, articles, outlets, first_at, last_at FROM dossiers
            ORDER BY last_at DESC NULLS LAST, id LIMIT ? OFFSET ?""",
            _page(limit, offset),
        )
        return tuple(self._line(row) for row in rows)

    def dossiers_of(self, article_id: str) -> tuple[tuple[str, str], ...]:
        """Return the id and title of every dossier that an article is in, sorted by id."""
        rows = self._ask(
            """SELECT DISTINCT d.id, d.title FROM dossiers d JOIN dossier_articles o ON o.dossier_id = d.id
            JOIN articles a ON a.seq = o.article_seq WHERE a.id = ? ORDER BY d.id""",
            [_plain(article_id)],
        )
        return tuple((str(row[0]), str(row[1])) for row in rows)

    def search(self, query: str, limit: int = 20, offset: int = 0) -> tuple[Hit, ...]:
        """Return what holds every term of a query, the best first; ties by kind, id and dossier.

        Words between quotation marks are a phrase; other words are also found in other forms. Any text is a query.
        """
        terms = read_query(query, self.packs)
        with explained(self.path):
            return search_found(self.connection, terms, _page(limit, offset), self.packs)

    def count(self, query: str) -> int:
        """Return how many hits a query has in all."""
        with explained(self.path):
            return count_found(self.connection, read_query(query, self.packs))

    def _line(self, row: tuple[Any, ...]) -> DossierLine:
        dossier_id, title, articles, outlets, first_at, last_at = row
        statuses = {str(status): int(number) for status, number in self._ask(_STATUSES, [dossier_id])}
        return DossierLine(dossier_id, title, articles, outlets, first_at, last_at, statuses)

    def _ask(self, question: str, values: Sequence[Any] | Mapping[str, Any] = ()) -> list[tuple[Any, ...]]:
        with explained(self.path):
            return self.connection.execute(question, values).fetchall()

    def _noun(self, make: Callable[[Mapping[str, Any]], T], text: str) -> T:
        with explained(self.path):
            return noun(make, text)


def _page(limit: int, offset: int) -> tuple[int, int]:
    """Return limit and offset within what an archive answers: a negative number asks for nothing, or from the start."""
    return min(max(limit, 0), MOST), min(max(offset, 0), FARTHEST)


def _plain(text: str) -> str:
    """Return an id that somebody typed as text that SQLite takes."""
    return text.encode("utf-8", "replace").decode("utf-8")
