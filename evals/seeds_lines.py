"""Which lines of the seed captures are body: our verdict on every line by its number, against what `clean` keeps.

The labels are line numbers only, and cover every line: what is not named is no body (93 of the 145 lines that are not
empty are). A line counts as kept where its words, as they stand after cleaning, are a line of the
article's text. Captions, headlines, credits and furniture are no body; crossheads are.
"""

from collections.abc import Mapping
from pathlib import Path

from rujuk.clean import clean
from rujuk.clean.characters import one_line
from rujuk.ingest import ingest
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

BODY: Mapping[str, tuple[int, ...]] = {
    "000": tuple(range(9, 46, 2)),
    "001": (7, 9, 11, *range(16, 45, 2)),
    "002": (7, 9, 11, 13, 14, 16, 18, 20, 21, 23, 25, 27, 31, 33, 35, 37, 38, 40, 42, 44, 47, 49, 51),
    "003": tuple(range(1, 10)),
    "004": (44, 46, 48, *range(52, 77, 2), *range(80, 95, 2)),
}
TITLE: Mapping[str, int | None] = {"000": 5, "001": 5, "002": 1, "003": None, "004": 29}
OUTLETS: Mapping[str, str] = {"002": "posting-news", "003": "riau-mandiri", "004": "tribunnews"}
"""Outlets that the captures name themselves; the other two do not, or not in a way that we ask for."""


def run(data: Path) -> dict[str, float]:
    """Return line precision, recall and F1 over the five captures, and the share of right titles and outlets."""
    hits = kept = wanted = titles = outlets = 0
    for page in ingest([data / "seeds"]):
        if not isinstance(page, Page):
            continue
        name = page.path[:3]
        lines = [one_line(line) for line in page.data.decode("utf-8").split("\n")]
        article, _ = clean(page, packs=load_all(), outlets=load())
        found = article.text.split("\n") if isinstance(article, Article) else []
        gold = [lines[number - 1] for number in BODY[name]]
        # what is cut out of a line's end leaves the rest of it the same line
        hits += sum(
            any(line.startswith(text) and len(text) > 0.8 * len(line) for line in gold) for text in found
        )
        kept, wanted = kept + len(found), wanted + len(gold)
        number = TITLE[name]
        titles += isinstance(article, Article) and article.title == (lines[number - 1] if number else "")
        outlet = article.outlet if isinstance(article, Article) else None
        outlets += name in OUTLETS and outlet is not None and outlet.id == OUTLETS[name]
    precision, recall = hits / max(1, kept), hits / max(1, wanted)
    return {
        "line_precision": round(precision, 4),
        "line_recall": round(recall, 4),
        "line_f1": round(2 * precision * recall / max(1e-9, precision + recall), 4),
        "title": round(titles / len(TITLE), 4),
        "outlet": round(outlets / len(OUTLETS), 4),
    }
