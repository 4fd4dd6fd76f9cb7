"""Which lines of scraped rows are body: our verdict on every line, by offsets, against what `clean` keeps.

120 rows of news-multi-outlet-2025-06 in two draws of sixty, ten of each outlet, the seeds beside them; 30 more in a third. A
line of evals/gold/rows.jsonl is one row: its url, its draw, the stretches of isi_berita that are body, and what reading its
article gave at the first look ("good", "furniture": some was left in the body, "lost": text was missing), before any fix.
Rules were written after reading the first two draws (`tune`), none after the third (`report`). What a scraper glued
together counts with the line that it stands in; crossheads, lists and datelines are body, captions are none. Titles are
asked where the row has one.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import Any

from evals.labelled_news import FILES
from rujuk.clean import clean
from rujuk.clean.characters import normalise, one_line
from rujuk.ingest.capture.pages import row_page
from rujuk.ingest.capture.table import Table
from rujuk.ingest.config import IngestConfig
from rujuk.ingest.tables.columns import fields_of
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

GOLD = Path(__file__).parent / "gold" / "rows.jsonl"
DRAWS: Mapping[str, int] = {"first": 20250618, "second": 20250619, "third": 20250620}
"""The seed of each draw."""
PARTS: Mapping[str, tuple[str, ...]] = {"tune": ("first", "second"), "report": ("third",)}
DECLARED = ("outlet", "title", "published_at", "author")


def run(data: Path) -> dict[str, float]:
    """Return line precision and recall, the share of whole bodies and of titles, and of rows good at the first look."""
    rows = scraped(data)
    gold = labels()
    scores: dict[str, float] = {}
    for part, draws in PARTS.items():
        found = [scored(rows[item["url"]], item["body"]) for item in gold if item["draw"] in draws]
        hits, kept, wanted = (sum(column) for column in list(zip(*found, strict=True))[:3])
        scores |= {
            f"{part}_line_precision": hits / max(1, kept),
            f"{part}_line_recall": hits / max(1, wanted),
            f"{part}_whole": fmean(hit == keep == want for hit, keep, want, _ in found),
            f"{part}_title": fmean(right for *_, right in found if right is not None),
        }
    return scores


def labels() -> list[dict[str, Any]]:
    """Return the labelled rows."""
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def scraped(data: Path) -> dict[str, dict[str, str]]:
    """Return the rows that have a text, by their address, the earlier day's where both days have one."""
    found: dict[str, dict[str, str]] = {}
    for name in FILES:
        with (data / "news-multi-outlet-2025-06" / name).open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.DictReader(stream):
                if row["isi_berita"].strip():
                    found.setdefault(row["url"], row)
    return found


def scored(row: Mapping[str, str], body: list[list[int]]) -> tuple[int, int, int, bool | None]:
    """Return the body lines kept, all lines kept, all body lines, and whether the title is the row's, or None."""
    article = article_of(row)
    wanted = [one_line(normalise(line)) for line in stretches(row["isi_berita"], body)]
    kept = article.text.split("\n") if article and article.text else []
    left = list(kept)
    hits = 0
    for line in wanted:
        # what is cut out of a line's end leaves the rest of it the same line
        match = next((own for own in left if line.startswith(own) and len(own) > 0.8 * len(line)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    said = one_line(row["judul"])
    return hits, len(kept), len(wanted), (article is not None and article.title == said) if said else None


def stretches(text: str, body: list[list[int]]) -> Iterator[str]:
    """Yield the lines of the stretches."""
    for start, end in body:
        yield from (line for line in text[start:end].split("\n") if line.strip())


def article_of(row: Mapping[str, str]) -> Article | None:
    """Return the article of a row, or None where it is dropped."""
    page = row_page(fields_of(row, {}), 1, Table("rows.csv", {}, False, IngestConfig()), DECLARED)
    assert isinstance(page, Page)
    result, _ = clean(page, packs=load_all(), outlets=outlets())
    return result if isinstance(result, Article) else None


@cache
def outlets() -> Any:
    """Return the outlet packs, read once."""
    return load()
