"""Web pages with their gold bodies: 15 Indonesian ones, the article extraction benchmark, and fundus.

`publisher` is what pages are kept together by wherever a model is fitted on some and asked about others.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from rujuk.clean.markup.blocks import parse, visible_blocks

SETS = ("id", "en", "fundus")


@dataclass(frozen=True, slots=True)
class Case:
    """One page with its gold."""

    name: str
    html: str
    body: str
    publisher: str = ""
    title: str = ""
    published: str = ""
    byline: str = ""

    def part(self, parts: int, salt: str = "") -> int:
        """Return which of so many parts the page's publisher is in."""
        return int(hashlib.sha256(f"{self.publisher}{salt}".encode()).hexdigest(), 16) % parts


def cases_of(data: Path) -> dict[str, list[Case]]:
    """Return the pages of every set below `data`, the folder RUJUK_DATA names."""
    folder = data / "extraction"
    return {
        "id": list(indonesian_cases(folder / "idn_news_html")),
        "en": list(english_cases(folder / "article_extraction_benchmark")),
        "fundus": list(fundus_cases(folder / "fundus")),
    }


def indonesian_cases(folder: Path) -> Iterator[Case]:
    """Yield the Indonesian pages with their gold."""
    for row in _rows(folder / "gold.jsonl"):
        yield Case(
            row["id"], read_page(folder / row["file"]), row["articleBody"], row["outlet"], row["title"] or "",
            row["date_published"] or "", row["byline"] or "",
        )  # fmt: skip


def english_cases(folder: Path) -> Iterator[Case]:
    """Yield the pages of the article extraction benchmark with their gold."""
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(gold):
        html = read_page(folder / "html" / f"{name}.html.gz")
        yield Case(
            name, html, gold[name]["articleBody"], urlsplit(gold[name]["url"]).netloc.removeprefix("www.")
        )


def fundus_cases(folder: Path) -> Iterator[Case]:
    """Yield the pages of fundus; their gold holds standfirst, subheadings and paragraphs."""
    for row in _rows(folder / "gold.jsonl"):
        yield Case(row["id"], read_page(folder / row["file"]), row["articleBody"], row["publisher"])


def _rows(path: Path) -> Iterator[dict[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def read_page(path: Path) -> str:
    """Return the characters of a stored page, unpacked where it is gzipped."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")


def flat(html: str) -> str:
    """Return the page as flattened text: every visible block on a line of its own."""
    tree = parse(html)
    return "" if tree is None else "\n".join(block.text for block in visible_blocks(tree))
