"""Killed and injured per incident, read from its articles: the Gun Violence Corpus, both numbers exact.

The incidents of the train and dev parts are split by their id: the failures of `read` (three quarters; until 27 November 2026 a half) were read
while rules were written, those of `report` never. `peer_constant` is always answering "1 killed, 0 injured".
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from statistics import fmean
from typing import Any

from evals.events import as_articles
from evals.reading import annotated
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.weigh import TollConfig, tolls

PARTS = ("train", "dev")
VIOLENCE = TollConfig(body=True, least=1)
"""All these reports are of violence, and many an incident has one alone."""


def half_of(event: str) -> str:
    """Return "read" or "report" for an incident's id."""
    half = int(sha256(event.encode()).hexdigest(), 16) % 2
    again = (
        sha256(f"second {event}".encode()).digest()[0] % 2
    )  # of the half that was unread at first, read later
    return "report" if half and not again else "read"


def truth(data: Path, half: str) -> dict[str, tuple[int, int]]:
    """Return how many were killed and injured in each incident of a half."""
    lines = [line for part in PARTS for line in _lines(data, f"facts_{part}")]
    return {
        item["event_id"]: (item["num_killed"], item["num_injured"])
        for item in lines
        if half_of(item["event_id"]) == half
    }


def documents(data: Path, half: str) -> dict[str, list[Document]]:
    """Return the annotated articles of each incident of a half."""
    lines = [line for part in PARTS for line in _lines(data, f"docs_{part}")]
    rows = {_address(item): item for item in lines if half_of(item["event_id"]) == half}
    found: defaultdict[str, list[Document]] = defaultdict(list)
    for article in as_articles([_row(address, item) for address, item in rows.items()]):
        found[rows[str(article.url)]["event_id"]].append(annotated(article))
    return dict(found)


def counts(own: Sequence[Document]) -> tuple[int, int]:
    """Return how many were killed and injured by the articles of one incident, 0 where they tell of nobody."""
    told = {toll.fate: toll.value for toll in tolls(own, packs=load_all(), config=VIOLENCE)}
    return told.get("killed", 0), told.get("injured", 0)


def run(data: Path) -> dict[str, float]:
    """Return the share of incidents of the unread half with both numbers right, with each of them, and a constant's."""
    right = truth(data, "report")
    found = {event: counts(own) for event, own in documents(data, "report").items()}
    return {
        "exact": fmean(found[event] == value for event, value in right.items()),
        "killed": fmean(found[event][0] == value[0] for event, value in right.items()),
        "injured": fmean(found[event][1] == value[1] for event, value in right.items()),
        "peer_constant": fmean(value == (1, 0) for value in right.values()),
    }


def _lines(data: Path, name: str) -> list[dict[str, Any]]:
    path = data / "gvc" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _address(item: dict[str, Any]) -> str:
    return str(item["url"] or f"https://gvc.example/{item['doc_id']}")


def _row(address: str, item: dict[str, Any]) -> dict[str, Any]:
    kept = {key: item[key] for key in ("outlet", "title", "text")}
    return {"url": address, **kept, "published_at": item["date"], "language": "en", "as_is": True}
