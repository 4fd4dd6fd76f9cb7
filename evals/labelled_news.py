"""Expressions labelled by hand, by offsets only, in articles of news-multi-outlet-2025-06, and how readings are scored.

A line of evals/gold/*.jsonl is one article: its url, when it was published, the part of the labels it belongs to ("tune"
was looked at while rules were written, "report" was not), its expressions, and stretches left out ("skip": words glued
together by the scraper, lists, seasons without a year). It was read whole, or only the stretches under "sentences": 667
sentences with a figure or a number word, two of an article at most, drawn at random, labelled before any output was seen
(of 210 of them 128 were then read and are "tune"; the other 82, and 157 of 27 November 2026, were drawn among sentences with
a figure outside of times; thirteen of a draw of 170 were left out, since glued words or a slip in them leave no sure label).
Offsets are code points of the column isi_berita; what is counted is given by the offsets of its words.

How they were labelled: every expression of an article, by reading it. Times: TIMEX3 values; a weekday with its date and
clock time is one; years in names count, ages and minutes of a match do not. Quantities: number with currency and unit;
counted = head noun and the modifiers right after it, at most three words, in lower case, classifiers dropped, a name not
cut in its middle, with the word for what happened to people; identifiers and times are none.
"""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from rujuk.annotate.sentences import read_sentences
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Quantity, TimeValue
from rujuk.model.text import Article, Span

R = TypeVar("R", TimeValue, Quantity)
GOLD = Path(__file__).parent / "gold"
FILES = ("scrapping_news_2025-06-18.csv", "scrapping_news_2025-06-19.csv")


@dataclass(frozen=True)
class Labelled:
    """One article with its labels."""

    article: Article
    part: str
    items: list[dict[str, Any]]
    skip: list[list[int]]
    only: list[list[int]] | None = None

    def scored(self, span: Span) -> bool:
        """Return whether a reading lies where the labels speak."""
        inside = self.only is None or any(start <= span.start < end for start, end in self.only)
        return inside and not any(span.start < end and start < span.end for start, end in self.skip)

    def words(self, spans: Sequence[Sequence[int]]) -> str:
        """Return the words at these offsets, in lower case, joined by single spaces."""
        return " ".join(" ".join(self.article.text[start:end].split()) for start, end in spans).lower()


def labelled(data: Path, name: str) -> Iterator[Labelled]:
    """Yield the articles labelled in gold/<name>.jsonl, with their text from the data folder."""
    texts = body_texts(data / "news-multi-outlet-2025-06")
    for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        own = article(row["url"], texts[row["url"]], row.get("published_at"))
        yield Labelled(own, row["part"], row[name], row["skip"], row.get("sentences"))


def article(url: str, text: str, published_at: str | None) -> Article:
    """Return an article with this body and time of publication, and nothing else."""
    return Article(url, url, url, None, None, "id", "", None, None, published_at, (), "", (), text)


def sentences(own: Article, pack: LanguagePack) -> Sequence[Span]:
    """Return the sentences of the body."""
    return read_sentences(own, "body", pack.sentences)


@dataclass
class Tally:
    """How many readings were right, made, and labelled."""

    right: int = 0
    made: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        """Return the balanced F of precision and recall."""
        return 2 * self.right / (self.made + self.wanted) if self.made + self.wanted else 0.0


def paired(made: Sequence[R], golds: Sequence[dict[str, Any]]) -> Iterator[tuple[R, dict[str, Any]]]:
    """Yield each label with the first reading that overlaps it and no earlier label."""
    free = list(made)
    for gold in golds:
        for reading in free:
            if reading.span.start < gold["end"] and gold["start"] < reading.span.end:
                free.remove(reading)
                yield reading, gold
                break


@cache
def body_texts(folder: Path) -> dict[str, str]:
    """Return the body of each row of the news by its url."""
    csv.field_size_limit(10**9)
    texts: dict[str, str] = {}
    for name in FILES:
        with (folder / name).open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                texts.setdefault(row["url"], row["isi_berita"])
    return texts
