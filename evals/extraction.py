"""Body extraction from HTML, against plain trafilatura in the same run: F1 over 4-token shingles.

The measure is that of the article extraction benchmark (Zyte): per page, the shingles in both, only in the answer and
only in the gold are divided by their sum; precision and recall are taken from the averages over all pages.

Indonesian pages are split by outlet: rules may be tuned on the outlets of `TUNE`, the others only report. The
flattened variants give the same pages with every visible block on a line of its own.
"""

import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import trafilatura

from rujuk.clean import clean
from rujuk.clean.markup import parse, visible_blocks
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import Outlets, load

TUNE = frozenset({"antara", "detik", "kapanlagi", "okezone"})
EVERY = 3
"""Of the English pages one in three is scored, chosen by a hash of its id, so that the run stays under a minute."""
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Case:
    """One page with its gold."""

    name: str
    html: str
    body: str
    outlet: str = ""
    title: str = ""
    published: str = ""
    byline: str = ""


def run(data: Path) -> dict[str, float]:
    """Return the scores, higher better, of the pages below `data`, the folder RUJUK_DATA names."""
    indonesian = list(indonesian_cases(data / "extraction/idn_news_html"))
    tune = [case for case in indonesian if case.outlet in TUNE]
    report = [case for case in indonesian if case.outlet not in TUNE]
    english = list(english_cases(data / "extraction/article_extraction_benchmark"))
    scores: dict[str, float] = {}
    for name, cases in (("id_tune", tune), ("id_report", report), ("id", indonesian), ("en", english)):
        scores[f"{name}_html_f1"] = shingle_f1((article_of(case.html).text, case.body) for case in cases)
        scores[f"{name}_html_f1_peer_trafilatura"] = shingle_f1(
            (precise(case.html), case.body) for case in cases
        )
        scores[f"{name}_flat_f1"] = shingle_f1(
            (article_of(flat(case.html), "text").text, case.body) for case in cases
        )
    articles = [(article_of(case.html), case) for case in indonesian]
    scores["id_title"] = share(article.title == case.title for article, case in articles)
    flattened = ((article_of(flat(case.html), "text").title, case.title) for case in indonesian)
    scores["id_flat_title"] = share(found == gold for found, gold in flattened)
    scores["id_day"] = share(
        (article.published_at or "")[:10] == case.published[:10] for article, case in articles
    )
    scores["id_moment"] = share(
        same_moment(article.published_at, case.published) for article, case in articles
    )
    scores["id_lead"] = share(lead_kept(article.text, case.body) for article, case in articles)
    signed = [(article, case) for article, case in articles if case.byline]
    scores["id_byline"] = share((article.byline or "") == case.byline for article, case in signed)
    return {name: round(value, 4) for name, value in scores.items()}


def article_of(content: str, kind: str = "html") -> Article:
    """Return what `clean` makes of one page; a drop is an article without text."""
    data = content.encode("utf-8", "replace")
    page = Page("page", None, "html" if kind == "html" else "text", data, hashlib.sha256(data).hexdigest())
    result, _ = clean(page, packs=load_all(), outlets=known_outlets())
    if isinstance(result, Article):
        return result
    return Article("", "", None, None, None, "und", "", None, None, None, (), "", (), "")


@cache
def known_outlets() -> Outlets:
    """Return the outlet packs, read once."""
    return load()


def precise(html: str) -> str:
    """Return the body that plain trafilatura finds in its precision mode."""
    return trafilatura.extract(html, favor_precision=True, include_comments=False) or ""


def flat(html: str) -> str:
    """Return the page as flattened text: every visible block on a line of its own."""
    tree = parse(html)
    return "" if tree is None else "\n".join(block.text for block in visible_blocks(tree))


def shingles(text: str, size: int = 4) -> Counter[tuple[str, ...]]:
    """Return the text's runs of four word tokens with their counts; a shorter text is one run."""
    tokens = _TOKEN.findall(text)
    return (
        Counter(tuple(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1)))
        if tokens
        else Counter()
    )


def shingle_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """Return the F1 of (answer, gold) pairs."""
    hits, extra, missed = 0.0, 0.0, 0.0
    for answer, gold in pairs:
        found, wanted = shingles(answer), shingles(gold)
        both = (found & wanted).total()
        only, lost = found.total() - both, wanted.total() - both
        whole = max(1, both + only + lost)
        hits, extra, missed = hits + both / whole, extra + only / whole, missed + lost / whole
    precision, recall = hits / max(1e-9, hits + extra), hits / max(1e-9, hits + missed)
    return 2 * precision * recall / max(1e-9, precision + recall)


def lead_kept(text: str, gold: str) -> bool:
    """Return whether nine tenths of the shingles of the first gold paragraph (of four words or more) are in the answer."""
    wanted = next(found for line in gold.split("\n") if len(next(iter(found := shingles(line)), ())) == 4)
    return (wanted & shingles(text)).total() >= 0.9 * wanted.total()


def same_moment(found: str | None, gold: str) -> bool:
    """Return whether two moments are the same, to the minute; a day is no moment."""
    if not found or len(found) == 10:
        return False
    return abs(datetime.fromisoformat(found) - datetime.fromisoformat(gold)) < timedelta(minutes=1)


def share(hits: Iterable[bool]) -> float:
    """Return the share of true values; 0 of none."""
    values = list(hits)
    return sum(values) / len(values) if values else 0.0


def indonesian_cases(folder: Path) -> Iterator[Case]:
    """Yield the Indonesian pages with their gold."""
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Case(
            row["id"], read_page(folder / row["file"]), row["articleBody"], row["outlet"], row["title"] or "",
            row["date_published"] or "", row["byline"] or "",
        )  # fmt: skip


def english_cases(folder: Path) -> Iterator[Case]:
    """Yield one in `EVERY` pages of the article extraction benchmark with its gold."""
    gold = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name in sorted(gold):
        if int(hashlib.sha256(name.encode()).hexdigest(), 16) % EVERY == 0:
            yield Case(name, read_page(folder / "html" / f"{name}.html.gz"), gold[name]["articleBody"])


def read_page(path: Path) -> str:
    """Return the characters of a stored page, unpacked where it is gzipped."""
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "replace")


def by_case(cases: Iterable[Case], read: Callable[[str], str]) -> dict[str, float]:
    """Return the F1 of each page alone, to see which one is read badly."""
    return {case.name: round(shingle_f1([(read(case.html), case.body)]), 3) for case in cases}
