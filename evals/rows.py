"""Which lines of scraped rows are body: our verdict on every line, by offsets, against what `clean` keeps.

150 rows of news-multi-outlet-2025-06 in three draws (sixty, sixty, thirty), the same number of each outlet, drawn by `random.Random(seed).sample` over
the sorted addresses of an outlet that were not drawn before. A line of evals/gold/rows.jsonl is one row: its url, its
draw, the stretches of isi_berita that are body, and what reading its article gave at the first look ("good", "furniture":
some was left in the body, "lost": text was missing). Rules were written after each draw was read, so today's score is that
of known rows; the first look at the third draw came after the rules of the other two. What a scraper glued together
counts with the line that it stands in; crossheads, lists and datelines are body, captions are none. Titles are asked
where the row has one.
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
from rujuk.ingest.capture.table import Table
from rujuk.ingest.config import IngestConfig
from rujuk.ingest.tables.rows import read_row
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

GOLD = Path(__file__).parent / "gold" / "rows.jsonl"


def run(data: Path) -> dict[str, float]:
    """Return line precision and recall, the share of whole bodies, and that of titles."""
    rows = scraped(data)
    found = [scored(rows[item["url"]], item["body"]) for item in labels()]
    hits, kept, wanted = (sum(column) for column in list(zip(*found, strict=True))[:3])
    return {
        "line_precision": hits / max(1, kept),
        "line_recall": hits / max(1, wanted),
        "whole": fmean(hit == keep == want for hit, keep, want, _ in found),
        "title": fmean(right for *_, right in found if right is not None),
    }


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
    items = read_row(row, 1, Table("rows.csv", {}, False, IngestConfig()))
    page = next(item for item in items if isinstance(item, Page))
    result, _ = clean(page, packs=load_all(), outlets=outlets())
    return result if isinstance(result, Article) else None


@cache
def outlets() -> Any:
    """Return the outlet packs, read once."""
    return load()
