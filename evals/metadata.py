"""Title, writer, editor, publication time and outlet of saved web pages, against gold.

The Indonesian pages are split by outlet, the fundus pages by a hash of the publisher, so that a score that comes from
one outlet's form is seen. The misses of both parts were read while the rules were written: neither part is unseen data.
Exact means equal after white space and
quotation marks are made one. A writer is exact where the same people are named, in any order and however joined; of
fundus only pages whose gold names people count, since an outlet is no writer here.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from evals.extraction import article_of, known_outlets
from rujuk.clean.markup.blocks import parse, visible_blocks

TUNE = frozenset({"antara", "detik", "kapanlagi", "okezone"})
QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "\xad": None})
_JOINED = re.compile(r", | (?:and|dan|und|og|y|et|e|&) ")


@dataclass(frozen=True, slots=True)
class Gold:
    """One page with what its metadata are; "" and () where the gold names none."""

    outlet: str
    html: str
    title: str
    published: str
    writers: tuple[str, ...]
    editor: str = ""


def run(data: Path) -> dict[str, float]:
    """Return the shares of right answers, of the pages below `data`, the folder RUJUK_DATA names."""
    indonesian = list(indonesian_pages(data / "extraction/idn_news_html"))
    foreign = list(foreign_pages(data / "extraction/fundus"))
    scores: dict[str, float] = {}
    scores |= _scored("id_tune", [gold for gold in indonesian if gold.outlet in TUNE])
    scores |= _scored("id_report", [gold for gold in indonesian if gold.outlet not in TUNE])
    scores |= _scored("id", indonesian)
    scores |= _scored("fundus_tune", [gold for gold in foreign if not reports(gold.outlet)])
    scores |= _scored("fundus_report", [gold for gold in foreign if reports(gold.outlet)])
    flattened = [(article_of(flat(gold.html), "text"), gold) for gold in indonesian]
    scores["id_flat_title"] = share(same_text(article.title, gold.title) for article, gold in flattened)
    scores["id_flat_moment"] = share(
        same_moment(article.published_at, gold.published) for article, gold in flattened
    )
    return {name: round(value, 4) for name, value in scores.items()}


def _scored(name: str, pages: Sequence[Gold]) -> dict[str, float]:
    articles = [(article_of(gold.html), gold) for gold in pages]
    found: dict[str, list[bool]] = {
        "title": [same_text(article.title, gold.title) for article, gold in articles],
        "day": [
            (article.published_at or "")[:10] == gold.published[:10]
            for article, gold in articles
            if gold.published
        ],
        "moment": [
            same_moment(article.published_at, gold.published)
            for article, gold in articles
            if len(gold.published) > 19
        ],
        "byline": [
            same_people(article.byline or "", gold.writers) for article, gold in articles if gold.writers
        ],
        "editor": [same_text(article.editor or "", gold.editor) for article, gold in articles if gold.editor],
    }
    return {f"{name}_{key}": share(hits) for key, hits in found.items() if hits}


def reports(publisher: str) -> bool:
    """Return whether a publisher's pages are in the half that is reported apart."""
    return int(hashlib.sha256(publisher.encode()).hexdigest(), 16) % 2 == 0


def flat(html: str) -> str:
    """Return the page as flattened text: every visible block on a line of its own."""
    tree = parse(html)
    return "" if tree is None else "\n".join(block.text for block in visible_blocks(tree))


def same_text(found: str, gold: str) -> bool:
    """Return whether two texts are equal but for white space and the form of quotation marks."""
    return " ".join(found.translate(QUOTES).split()) == " ".join(gold.translate(QUOTES).split())


def same_people(found: str, gold: Sequence[str]) -> bool:
    """Return whether a byline names the same people as the gold."""
    return sorted(_names([found])) == sorted(_names(gold))


def _names(texts: Iterable[str]) -> list[str]:
    return [" ".join(name.split()) for text in texts for name in _JOINED.split(text) if name.strip()]


def same_moment(found: str | None, gold: str) -> bool:
    """Return whether two moments are the same, to the minute; a day is no moment."""
    if not found or len(found) == 10:
        return False
    return abs(datetime.fromisoformat(found) - datetime.fromisoformat(gold)) < timedelta(minutes=1)


def share(hits: Iterable[bool]) -> float:
    """Return the share of true values; 0 of none."""
    values = list(hits)
    return sum(values) / len(values) if values else 0.0


def indonesian_pages(folder: Path) -> Iterator[Gold]:
    """Yield the Indonesian pages with their gold."""
    for row in rows(folder):
        writers = tuple(filter(None, (row["byline"],)))
        html = read_page(folder / row["file"])
        yield Gold(row["outlet"], html, row["title"], row["date_published"], writers, row["editor"] or "")


def foreign_pages(folder: Path) -> Iterator[Gold]:
    """Yield the fundus pages with their gold."""
    is_person: Callable[[str], bool] = re.compile(r"[^\W\d_][\w.'’-]* (?:[\w.'’-]+ ){0,3}[\w.'’-]+").fullmatch  # type: ignore[assignment]
    for row in rows(folder):
        named = tuple(row["authors"] or ())
        writers = (
            named if all(is_person(name) and not known_outlets().by_mark(name) for name in named) else ()
        )
        yield Gold(
            row["id"].split("_")[0],
            read_page(folder / row["file"]),
            row["title"] or "",
            row["publishing_date"] or "",
            writers,
        )


def rows(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the gold of a folder."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def read_page(path: Path) -> str:
    """Return the characters of a stored page, unpacked where it is gzipped."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")
