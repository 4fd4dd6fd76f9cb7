"""What of a dossier is kept as a golden: what several articles say, and what they differ in; no ids, no offsets."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from project import SAMPLES
from rujuk.model.dossier import Dossier
from rujuk.model.statement import Statement

FOLDER = Path(__file__).parent


def events() -> dict[str, frozenset[str]]:
    """Return the sample events with the titles of their articles."""
    lines = (SAMPLES / "labels" / "bodies.jsonl").read_text(encoding="utf-8").split("\n")
    found: dict[str, set[str]] = {}
    for body in (json.loads(line) for line in lines if line):
        found.setdefault(body["event"], set()).add(body["title"])
    return {event: frozenset(titles) for event, titles in sorted(found.items())}


def compact(dossiers: Sequence[Dossier]) -> list[dict[str, Any]]:
    """Return the golden of an event's dossiers, sorted by their articles."""
    return sorted((_compact(dossier) for dossier in dossiers), key=lambda item: item["articles"])


def _compact(dossier: Dossier) -> dict[str, Any]:
    paths = {card.id: card.path for card in dossier.articles}
    kept = [s for s in dossier.statements if len(s.article_ids) > 1 or s.disagreements]
    told = sorted((_statement(item, paths) for item in kept), key=lambda item: item["claims"])
    return {"title": dossier.title, "articles": sorted(paths.values()), "statements": told}


def _statement(statement: Statement, paths: Mapping[str, str]) -> dict[str, Any]:
    return {
        "status": statement.status,
        "independent": statement.independent,
        "claims": sorted([paths[claim.article_id], claim.text] for claim in statement.claims),
        "disagreements": [[gap.element, *(v.value for v in gap.variants)] for gap in statement.disagreements],
    }


def written(golden: Sequence[Mapping[str, Any]]) -> str:
    """Return the golden as the file holds it: a statement's claim a line, so that a change reads well in a diff."""
    return json.dumps(golden, ensure_ascii=False, indent=1) + "\n"
