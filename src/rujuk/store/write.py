"""Writing articles and dossiers into an archive."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rujuk.lang.base import Packs
from rujuk.lang.stems import content_stems
from rujuk.model.annotations import Attribution
from rujuk.model.dossier import Dossier, verify
from rujuk.model.errors import ProvenanceError
from rujuk.model.jsonl import json_line
from rujuk.model.statement import Claim, Statement
from rujuk.model.text import Article, digest
from rujuk.store.connect import noun, writing

_SURROGATES = re.compile("[\ud800-\udfff]")


def store(articles: Iterable[Article], dossiers: Iterable[Dossier], *, path: Path, packs: Packs) -> None:
    """Write articles and dossiers into the archive at `path`, made where it is missing: all of them, or nothing.

    A dossier replaces the one of the same id; storing the same again changes nothing. A text that no dossier rests on
    any more gives way to the newer one of its article. Raises StoreError where the file cannot be used, and
    ProvenanceError for a dossier that the articles, given or in the archive, do not bear out.
    """
    stamp = digest(*(f"{code}:{packs[code].sha256}" for code in sorted(packs)))
    with writing(path) as connection:
        for article in articles:
            _put_article(connection, article, packs, stamp)
        for dossier in dossiers:
            _put_dossier(connection, dossier, packs, stamp)
        _sweep(connection)


def _put_article(connection: sqlite3.Connection, article: Article, packs: Packs, stamp: str) -> None:
    data = _json(article)
    found = connection.execute(
        "SELECT seq, json, packs FROM articles WHERE id = ? AND text_sha256 = ?",
        (article.id, article.text_sha256),
    ).fetchone()
    if found and found[1:] == (data, stamp):
        return
    row = {
        "id": article.id,
        "text_sha256": article.text_sha256,
        "outlet": article.outlet.name if article.outlet else None,
        "url": article.url,
        "title": article.title,
        "published_at": article.published_at,
        "language": article.language,
        "text": article.text,
        "stems": folded(f"{article.title}\n{article.text}", article.language, packs),
        "packs": stamp,
        "json": data,
    }
    if found:
        _update(connection, "articles", found[0], row)
    else:
        _insert(connection, "articles", row)


def _put_dossier(connection: sqlite3.Connection, dossier: Dossier, packs: Packs, stamp: str) -> None:
    data = _json(dossier)
    found = connection.execute("SELECT json, packs FROM dossiers WHERE id = ?", (dossier.id,)).fetchone()
    if found == (data, stamp):
        return
    texts = _texts(connection, dossier)
    _check(dossier, [noun(Article.from_dict, text) for _, text in texts.values()])
    places = {article_id: seq for article_id, (seq, _) in texts.items()}
    languages = {card.id: card.language for card in dossier.articles}
    times = sorted(card.published_at for card in dossier.articles if card.published_at)
    outlets = dict.fromkeys(card.outlet.name for card in dossier.articles if card.outlet)
    row = {
        "id": dossier.id,
        "title": dossier.title,
        "articles": len(dossier.reports),
        "outlets": " · ".join(outlets),
        "first_at": times[0] if times else None,
        "last_at": times[-1] if times else None,
        "packs": stamp,
        "json": data,
    }
    connection.execute("DELETE FROM dossiers WHERE id = ?", (dossier.id,))
    _insert(connection, "dossiers", row)
    for seq in sorted(set(places.values())):
        _insert(connection, "dossier_articles", {"dossier_id": dossier.id, "article_seq": seq})
    for position, statement in enumerate(dossier.statements):
        kept = [folded(claim.text, languages[claim.article_id], packs) for claim in statement.claims]
        _put_statement(connection, dossier.id, position, statement, "\n".join(kept), places)
    for quotation in _quotation_rows(dossier, places):
        stems = folded(quotation["content"], languages[quotation["article_id"]], packs)
        _insert(connection, "quotations", {**quotation, "stems": stems})


def _texts(connection: sqlite3.Connection, dossier: Dossier) -> dict[str, tuple[int, str]]:
    """Return the place and JSON of the very texts that the dossier was made of, by article id, as far as they are here."""
    found = {}
    for card in dossier.articles:
        row = connection.execute(
            "SELECT seq, json FROM articles WHERE id = ? AND text_sha256 = ?", (card.id, card.text_sha256)
        ).fetchone()
        if row:
            found[card.id] = (int(row[0]), str(row[1]))
    return found


def _check(dossier: Dossier, articles: list[Article]) -> None:
    faults = verify(dossier, articles)
    if faults:
        raise ProvenanceError(f"not stored: {faults[0]} ({len(faults)} faults in all)")


def _put_statement(
    connection: sqlite3.Connection,
    dossier_id: str,
    position: int,
    statement: Statement,
    stems: str,
    places: Mapping[str, int],
) -> None:
    lead_first = sorted(statement.claims, key=lambda claim: claim.id != statement.lead)
    row = {
        "id": statement.id,
        "dossier_id": dossier_id,
        "position": position,
        "text": statement.text,
        "wordings": "\n".join(dict.fromkeys(claim.text for claim in lead_first)),
        "status": statement.status,
        "independent": statement.independent,
        "articles": len(statement.article_ids),
        "stems": stems,
    }
    seq = _insert(connection, "statements", row)
    for claim in _claim_rows(lead_first, places):
        _insert(connection, "claims", {**claim, "statement_seq": seq, "statement_id": statement.id})


def _claim_rows(claims: Iterable[Claim], places: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    """Yield a row for each piece of each claim, so that every row's text is what stands at its offsets."""
    for position, claim in enumerate(claims):
        for piece, span in enumerate(claim.spans):
            yield {
                "id": claim.id,
                "position": position,
                "piece": piece,
                "article_seq": places[claim.article_id],
                "article_id": claim.article_id,
                "part": span.part,
                "start": span.start,
                "end": span.end,
                "text": span.text,
                "modality": claim.modality,
                "speaker": claim.speaker,
            }


def _quotation_rows(dossier: Dossier, places: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    for position, card in enumerate(dossier.quotations):
        quotation, content = card.quotation, card.quotation.content
        yield {
            "id": card.id,
            "dossier_id": dossier.id,
            "position": position,
            "article_seq": places[content.article_id],
            "article_id": content.article_id,
            "part": content.part,
            "start": content.start,
            "end": content.end,
            "whole_start": quotation.span.start,
            "whole_end": quotation.span.end,
            "content": content.text,
            "kind": quotation.kind,
            "speaker": _name(quotation.speaker),
            "role": _name(quotation.role),
            "affiliation": _name(quotation.affiliation),
            "via": " · ".join(quotation.via),
        }


def _name(attribution: Attribution | None) -> str | None:
    return attribution.name if attribution else None


def folded(text: str, language: str, packs: Packs) -> str:
    """Return the content words of a text as stems, by its language's pack; "" for a language without one."""
    pack = packs.get(language)
    return " ".join(content_stems(text, pack.words)) if pack else ""


def _sweep(connection: sqlite3.Connection) -> None:
    """Remove the texts of articles that have a newer one, where no dossier rests on them."""
    connection.execute(
        """DELETE FROM articles WHERE seq NOT IN (SELECT max(seq) FROM articles GROUP BY id)
        AND seq NOT IN (SELECT article_seq FROM dossier_articles)"""
    )


def _json(item: Article | Dossier) -> str:
    return json_line(item.to_dict()).rstrip("\n")


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" for _ in row)
    done = connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - our own names
        [_plain(value) for value in row.values()],
    )
    return done.lastrowid or 0


def _update(connection: sqlite3.Connection, table: str, seq: int, row: Mapping[str, Any]) -> None:
    names = ", ".join(f'"{name}" = ?' for name in row)
    values = [*(_plain(value) for value in row.values()), seq]
    connection.execute(f"UPDATE {table} SET {names} WHERE seq = ?", values)  # noqa: S608 - our own names


def _plain(value: Any) -> Any:
    """Return a text without lone surrogates, which SQLite cannot hold; the `json` column keeps them, escaped."""
    return _SURROGATES.sub("\ufffd", value) if isinstance(value, str) else value
