"""The labelled events: facts of several reports with the characters that state them, joined to the articles' texts."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from rujuk.model.statement import Claim
from rujuk.model.text import Article
from rujuk.pipeline.run import articles as read_articles

SAMPLES = Path(__file__).parents[1] / "samples"
Place = tuple[str, str, int, int]
"""Article id, part, start, end."""


@dataclass(frozen=True)
class Event:
    """One labelled event: its articles by key, and the label file as it is."""

    name: str
    articles: Mapping[str, Article]
    labels: Mapping[str, Any]

    def place(self, key: str, anchor: str) -> Place | None:
        """Return where an anchor stands in our own text of the article, spaces aside; None if our cleaning lost it."""
        article = self.articles.get(key)
        if article is None:
            return None
        for part in ("body", "title"):
            found = find(article.part_text(part), anchor)  # type: ignore[arg-type]
            if found:
                return (article.id, part, *found)
        return None


def find(text: str, anchor: str) -> tuple[int, int] | None:
    """Return where an anchor stands in a text, runs of white space being equal."""
    kept = [index for index, character in enumerate(text) if not character.isspace()]
    bare = "".join(text[index] for index in kept)
    start = bare.find("".join(anchor.split()))
    if start < 0 or not anchor.strip():
        return None
    return kept[start], kept[start + len("".join(anchor.split())) - 1] + 1


@cache
def rows(data: Path) -> dict[tuple[str, str], dict[str, str]]:
    """Return the rows of the multi-outlet news by day and URL, the first copy of each."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    csv.field_size_limit(10_000_000)
    for path in sorted((data / "news-multi-outlet-2025-06").glob("*.csv")):
        day = path.stem.rpartition("_")[2]
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                found.setdefault((day, row["url"]), row)
    return found


@cache
def events(data: Path) -> tuple[Event, ...]:
    """Return the labelled events of the development part, with their articles as our own stages read them."""
    return tuple(
        _event(path, data) for path in sorted((data / "claims-id-2025-06" / "events").glob("*.json"))
    )


def _event(path: Path, data: Path) -> Event:
    labels = json.loads(path.read_text(encoding="utf-8"))
    wanted = {item["key"]: rows(data)[item["file"], item["url"]] for item in labels["articles"]}
    by_url = {article.url: article for article in as_articles(list(wanted.values()))}
    return Event(labels["event"], {key: by_url[row["url"]] for key, row in wanted.items()}, labels)


@cache
def made_up_events() -> tuple[Event, ...]:
    """Return the labelled events of the project's own made-up samples, in the same form."""
    labels = SAMPLES / "labels"
    articles = read_articles([SAMPLES / "captures"])
    bodies = [json.loads(line) for line in (labels / "bodies.jsonl").read_text("utf-8").split("\n") if line]
    found = []
    for path in sorted(labels.glob("k*.json")):
        own = {item["key"]: _captured(item, articles) for item in bodies if item["event"] == path.stem}
        found.append(Event(path.stem, own, json.loads(path.read_text(encoding="utf-8"))))
    return tuple(found)


def _captured(body: Mapping[str, Any], articles: Sequence[Article]) -> Article:
    path = body["path"].removeprefix("captures/")
    return next(a for a in articles if a.path == path and (body["row"] is None or a.title == body["title"]))


def as_articles(chosen: list[dict[str, str]]) -> tuple[Article, ...]:
    """Return table rows as articles, through the same door that users take."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in chosen), encoding="utf-8")
        return read_articles([path])


def share(place: Place, claim: Claim) -> int:
    """Return how many characters of an anchor lie in a claim."""
    if (claim.article_id, claim.part) != place[:2]:
        return 0
    return sum(max(0, min(place[3], span.end) - max(place[2], span.start)) for span in claim.spans)


def fact_places(event: Event) -> dict[str, list[Place]]:
    """Return for each fact of an event the places of its anchors in our texts."""
    found: dict[str, list[Place]] = {}
    for fact in event.labels["facts"]:
        places = [event.place(key, anchor) for key, anchor in fact["anchors"].items()]
        found[fact["id"]] = [place for place in places if place]
    return found


def anchor_pairs(event: Event) -> Iterator[tuple[Place, Place, bool]]:
    """Yield pairs of anchors of different articles and whether they are anchors of one fact.

    Pairs whose facts share a sentence in one of the articles are left out: the labels cannot tell them apart there.
    """
    facts = fact_places(event)
    for places in facts.values():
        for left, right in combinations(places, 2):
            yield left, right, True
    shared = _sharing(event, facts)
    for one, other in combinations(sorted(facts), 2):
        if (one, other) in shared:
            continue
        for left in facts[one]:
            for right in facts[other]:
                if left[0] != right[0]:
                    yield left, right, False


def _sharing(event: Event, facts: Mapping[str, list[Place]]) -> set[tuple[str, str]]:
    """Return the pairs of facts that have anchors in one sentence (line or full stop bounded) of an article."""
    texts = {article.id: article for article in event.articles.values()}
    found = set()
    for one, other in combinations(sorted(facts), 2):
        if any(_same_sentence(a, b, texts) for a in facts[one] for b in facts[other]):
            found.add((one, other))
    return found


def _same_sentence(left: Place, right: Place, texts: Mapping[str, Article]) -> bool:
    if left[:2] != right[:2]:
        return False
    text = texts[left[0]].part_text(left[1])  # type: ignore[arg-type]
    low, high = sorted((left[2:], right[2:]))
    between = text[low[1] : high[0]] if low[1] < high[0] else ""
    return "\n" not in between and ". " not in between and '."' not in between and ".”" not in between
