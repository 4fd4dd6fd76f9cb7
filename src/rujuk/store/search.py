"""Finding statements, quotations and articles, and showing where in an article each was found."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from rujuk.lang.base import Packs
from rujuk.model.errors import StoreError
from rujuk.model.text import Article, Part, Span, read_part
from rujuk.store.connect import noun
from rujuk.store.query import Term, expression
from rujuk.store.snippets import Region, snippet

HitKind = Literal["statement", "quotation", "article"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: a statement or quotation of a dossier, or an article.

    `snippet` is the stretch of the article that shows it best, `marks` the places in it that answer the query, and
    `text_sha256` names the very text they stand in. `title` is that of the dossier, or of the article. `status` and
    `independent` are a statement's own; `modality` is how the claim that is shown says it ("denied"). `score` is the BM25 of its kind's index, higher for rarer and more words.
    """

    kind: HitKind
    id: str
    dossier_id: str | None
    title: str
    status: str | None
    independent: int | None
    modality: str | None
    speaker: str | None
    outlet: str | None
    published_at: str | None
    text_sha256: str
    snippet: Span
    marks: tuple[Span, ...]
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Return the hit as JSON data; offsets are those of the article's part."""
        names = (
            "kind", "id", "dossier_id", "title", "status", "independent", "modality", "speaker", "outlet", "published_at",
            "text_sha256", "score",
        )  # fmt: skip
        data = {name: getattr(self, name) for name in names}
        marks = [[mark.start, mark.end] for mark in self.marks]
        return {**data, "dossier": data.pop("dossier_id"), "snippet": self.snippet.to_dict(), "marks": marks}


@dataclass(frozen=True, slots=True)
class _Found:
    """A row of the indexes' answer."""

    kind: HitKind
    place: int
    id: str
    seq: int
    dossier_id: str | None
    position: int
    text_sha256: str
    title: str
    status: str | None
    independent: int | None
    score: float


_FOUND = """
SELECT 'statement' AS kind, 0 AS place, s.id AS id, s.seq AS seq, s.dossier_id AS dossier_id, s.position AS position,
    '' AS text_sha256, d.title, s.status, s.independent, round(-bm25(statements_fts, 2.0, 1.0), 9) + 0.0 AS score
FROM statements_fts JOIN statements s ON s.seq = statements_fts.rowid JOIN dossiers d ON d.id = s.dossier_id
WHERE statements_fts MATCH :statement
UNION ALL
SELECT 'quotation', 1, q.id, q.seq, q.dossier_id, q.position,
    '', d.title, NULL, NULL, round(-bm25(quotations_fts, 2.0, 2.0, 1.0), 9) + 0.0
FROM quotations_fts JOIN quotations q ON q.seq = quotations_fts.rowid JOIN dossiers d ON d.id = q.dossier_id
WHERE quotations_fts MATCH :quotation
UNION ALL
SELECT 'article', 2, a.id, a.seq, NULL, 0,
    a.text_sha256, a.title, NULL, NULL, round(-bm25(articles_fts, 4.0, 2.0, 1.0), 9) + 0.0
FROM articles_fts JOIN articles a ON a.seq = articles_fts.rowid
WHERE articles_fts MATCH :article
"""
_ORDER = "ORDER BY score DESC, place, id, dossier_id, position, text_sha256"


def search_found(
    connection: sqlite3.Connection, terms: Sequence[Term], page: tuple[int, int], packs: Packs
) -> tuple[Hit, ...]:
    """Return a page (limit, offset) of what holds every term, the best first."""
    if not terms:
        return ()
    question = f"SELECT * FROM ({_FOUND}) {_ORDER} LIMIT :limit OFFSET :offset"  # noqa: S608 - our own text
    values = {**_expressions(terms), "limit": page[0], "offset": page[1]}
    found = [_Found(*row) for row in connection.execute(question, values)]
    return tuple(_hit(connection, item, terms, packs) for item in found)


def count_found(connection: sqlite3.Connection, terms: Sequence[Term]) -> int:
    """Return how many statements, quotations and articles hold every term."""
    if not terms:
        return 0
    (number,) = connection.execute(f"SELECT count(*) FROM ({_FOUND})", _expressions(terms)).fetchone()  # noqa: S608
    return int(number)


def _expressions(terms: Sequence[Term]) -> dict[str, str]:
    return {
        "statement": expression(terms, ("wordings",)),
        "quotation": expression(terms, ("content", "speaker")),
        "article": expression(terms, ("title", "text")),
    }


def _hit(connection: sqlite3.Connection, found: _Found, terms: Sequence[Term], packs: Packs) -> Hit:
    shown = snippet(_REGIONS[found.kind](connection, found.seq), terms, packs)
    article = shown.region.article
    return Hit(
        kind=found.kind,
        id=found.id,
        dossier_id=found.dossier_id,
        title=found.title,
        status=found.status,
        independent=found.independent,
        modality=shown.region.modality,
        speaker=shown.region.speaker,
        outlet=article.outlet.name if article.outlet else None,
        published_at=article.published_at,
        text_sha256=article.text_sha256,
        snippet=shown.span,
        marks=shown.marks,
        score=found.score,
    )


def _of_statement(connection: sqlite3.Connection, seq: int) -> list[Region]:
    """Return where each claim of a statement stands, from its first piece to its last; the lead's first."""
    rows = connection.execute(
        """SELECT position, article_seq, part, start, "end", speaker, modality FROM claims WHERE statement_seq = ?
        ORDER BY position, piece""",
        [seq],
    ).fetchall()
    if not rows:
        raise StoreError(f"statement {seq} has lost its claims")
    regions = []
    for _, pieces in groupby(rows, key=lambda row: row[0]):
        whole = list(pieces)
        _, place, part, start, _, speaker, modality = whole[0]
        article = _article(connection, place)
        regions.append(Region(article, article.span(start, whole[-1][4], read_part(part)), speaker, modality))
    return regions


def _of_quotation(connection: sqlite3.Connection, seq: int) -> list[Region]:
    """Return where the words said stand, and then the whole construction, which names the speaker."""
    place, part, start, end, first, last, speaker = _row(
        connection,
        """SELECT article_seq, part, start, "end", whole_start, whole_end, speaker FROM quotations WHERE seq = ?""",
        seq,
    )
    article, where = _article(connection, place), read_part(part)
    return [Region(article, article.span(*ends, where), speaker) for ends in ((start, end), (first, last))]


def _of_article(connection: sqlite3.Connection, seq: int) -> list[Region]:
    article = _article(connection, seq)
    parts: dict[Part, str] = {"body": article.text, "title": article.title}
    return [Region(article, article.span(0, len(text), part)) for part, text in parts.items() if text]


_REGIONS = {"statement": _of_statement, "quotation": _of_quotation, "article": _of_article}


def _article(connection: sqlite3.Connection, seq: int) -> Article:
    (text,) = _row(connection, "SELECT json FROM articles WHERE seq = ?", seq)
    return noun(Article.from_dict, text)


def _row(connection: sqlite3.Connection, question: str, seq: int) -> tuple[Any, ...]:
    found: tuple[Any, ...] | None = connection.execute(question, [seq]).fetchone()
    if found is None:
        raise StoreError(f"a row that another names, {seq}, is not there")
    return found
