"""`rujuk reconcile`: the only command that asks another computer anything, and only the one it is told to ask."""

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from rujuk.cli.options import say

BATCH = 20
"""Names a request: what the public service for Wikidata takes without an error."""
TIMEOUT = 30.0
"""Seconds to wait for an answer."""
MOST_BYTES = 4_000_000
"""An answer that is longer is refused; twenty names with five candidates each are some 20,000 bytes."""
LONGEST_NAME = 200
CANDIDATES = 5
TYPES: Mapping[str, str] = {"PER": "Q5", "ORG": "Q43229", "LOC": "Q2221906"}
"""Wikidata's items for a human, an organisation, a geographic location: what a name of each kind is asked for as."""


@click.command("reconcile")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--service", required=True, help="Address of a reconciliation service (OpenRefine's API).")
@click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write, a JSON line an entity.",
)
@click.option(
    "--limit", default=200, show_default=True, type=click.IntRange(1, 10_000), help="Names at most."
)
@click.pass_obj
def command(obj: dict[str, Any], /, folder: Path, service: str, out: Path, limit: int) -> None:
    """Ask a reconciliation service, such as Wikidata's, what the entities of the dossiers in FOLDER may be.

    Names are sent to the service, texts are not. Dossiers are left as they are; what the service says is written beside
    them, unchecked. Nothing else of Rujuk uses it.
    """
    from rujuk.model.errors import InputError
    from rujuk.model.jsonl import json_line, read_lines

    if urllib.parse.urlsplit(service).scheme not in {"http", "https"}:
        raise click.UsageError("--service must be an http or https address")
    found = list(_entities(list(read_lines(folder / "dossiers.jsonl"))))[:limit]
    answers: dict[str, list[dict[str, Any]]] = {}
    for first in range(0, len(found), BATCH):
        try:
            answers |= _ask(service, found[first : first + BATCH])
        except (OSError, http.client.HTTPException, ValueError, RecursionError) as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
            raise InputError(f"{service}: {type(error).__name__}: {error}") from error
    with out.open("w", encoding="utf-8", newline="\n") as lines:
        for entity in found:
            lines.write(json_line({**entity, "candidates": answers.get(entity["entity"], [])}))
    say(f"{len(found)} names, {sum(map(bool, answers.values()))} with candidates", quiet=obj["quiet"])


def _entities(dossiers: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield each entity of the dossiers once, with the dossiers that name it."""
    named: dict[str, dict[str, Any]] = {}
    for dossier in dossiers:
        for entity in dossier.get("entities", ()):
            held = named.setdefault(
                entity["id"],
                {"entity": entity["id"], "kind": entity["kind"], "name": entity["name"], "dossiers": []},
            )
            held["dossiers"].append(dossier["id"])
    yield from (named[key] for key in sorted(named))


def _ask(service: str, entities: Sequence[Mapping[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return the candidates for each entity's id; raises OSError or ValueError for an answer that is none."""
    queries = {
        entity["entity"]: {
            "query": entity["name"][:LONGEST_NAME],
            "type": TYPES.get(entity["kind"], ""),
            "limit": CANDIDATES,
        }
        for entity in entities
    }
    body = urllib.parse.urlencode({"queries": json.dumps(queries)}).encode()
    headers = {"Accept": "application/json", "User-Agent": "rujuk"}
    request = urllib.request.Request(service, data=body, headers=headers)  # noqa: S310 - http or https only
    with _opener().open(request, timeout=TIMEOUT) as answer:
        text = answer.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise ValueError(f"the answer is longer than {MOST_BYTES} bytes")
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError("the answer is no object")
    return {key: list(_candidates(data.get(key))) for key in queries}


def _opener() -> urllib.request.OpenerDirector:
    """Return what opens http and https and nothing else, and follows no redirect."""
    opener = urllib.request.OpenerDirector()
    handlers = (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    )
    for handler in handlers:
        opener.add_handler(handler)
    return opener


def _candidates(answer: Any) -> Iterator[dict[str, Any]]:
    """Yield what an answer proposes, in its order; what has no id is left out."""
    results = answer.get("result") if isinstance(answer, dict) else None
    for item in (results if isinstance(results, list) else [])[:CANDIDATES]:
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            score = item.get("score")
            yield {
                "id": item["id"],
                "name": str(item.get("name", "")),
                "score": score if isinstance(score, int | float) else None,
                "match": item.get("match") is True,
            }
