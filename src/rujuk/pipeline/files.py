"""The folder that a run of dossiers writes, and the check that reads it back.

index.html lists the stories, one HTML page a story, dossiers.jsonl and articles.jsonl hold the data, report.jsonl what
happened to each input. Pages of an earlier run in the same folder are removed first; other files are left alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from rujuk.model.dossier import Dossier, verify
from rujuk.model.errors import InputError, ProvenanceError
from rujuk.model.jsonl import json_line, read_lines
from rujuk.model.report import Report
from rujuk.model.text import Article
from rujuk.pipeline.run import Flow, Inputs, articles, write_all
from rujuk.pipeline.settings import Settings
from rujuk.render import render
from rujuk.render.index import IndexEntry, index_entry, render_index

DOSSIERS, ARTICLES, REPORT, INDEX = "dossiers.jsonl", "articles.jsonl", "report.jsonl", "index.html"


def page_name(dossier: Dossier) -> str:
    """Return the name of a dossier's page."""
    return f"{dossier.id}.html"


def write(
    inputs: Inputs, out: Path, settings: Settings = Settings(), *, report: Report | None = None
) -> Report:
    """Write the dossiers of the inputs to a folder and return the run's report.

    Raises InputError for an input that does not exist or a folder that cannot be written.
    """
    ledger = report if report is not None else Report()
    found = articles(inputs, settings, report=ledger)
    _prepare(out)
    _write_lines(out / ARTICLES, (article.to_dict() for article in found))
    entries = _write_dossiers(found, out, Flow(settings, ledger))
    (out / INDEX).write_text(
        render_index(entries, language=settings.language), encoding="utf-8", newline="\n"
    )
    _write_lines(out / REPORT, ledger.lines())
    return ledger


def _write_dossiers(found: Sequence[Article], out: Path, flow: Flow) -> list[IndexEntry]:
    """Write each dossier's page and line as it comes, so that a large run never holds them all."""
    entries = []
    with (out / DOSSIERS).open("w", encoding="utf-8", newline="\n") as lines:
        for dossier in write_all(found, flow):
            page = render(dossier, language=flow.settings.language, index=INDEX)
            (out / page_name(dossier)).write_text(page, encoding="utf-8", newline="\n")
            lines.write(json_line(dossier.to_dict()))
            entries.append(index_entry(dossier, page_name(dossier)))
    return entries


def _prepare(out: Path) -> None:
    """Make the folder; pages of an earlier run are removed, other files are left alone."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in _pages_of(out / DOSSIERS):
            (out / name).unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error})") from error


def _pages_of(dossiers: Path) -> Iterator[str]:
    if dossiers.is_file():
        for data in read_lines(dossiers):
            yield f"{Path(str(data.get('id'))).name}.html"


def _write_lines(path: Path, lines: Any) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for data in lines:
            file.write(json_line(data))


@dataclass(frozen=True, slots=True)
class Check:
    """What `check` found: how many dossiers and quotes it read, and a line for each fault."""

    dossiers: int
    spans: int
    faults: tuple[str, ...]


def check(folder: Path) -> Check:
    """Read every quote of a folder's dossiers again, off its articles.jsonl.

    Raises InputError where the folder holds no dossiers or its files are not JSON lines of ours.
    """
    faults: list[str] = []
    found = _read_articles(folder / ARTICLES, faults)
    texts = sha256((folder / ARTICLES).read_bytes()).hexdigest()
    dossiers = spans = 0
    for number, data in enumerate(read_lines(folder / DOSSIERS), 1):
        dossiers += 1
        try:
            dossier = Dossier.from_dict(data)
        except (ProvenanceError, KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            faults.append(f"{DOSSIERS} line {number}: {type(error).__name__}: {error}")
            continue
        faults += verify(dossier, found)
        spans += sum(1 for _ in dossier.spans())
        if dossier.manifest.get("articles_sha256") != texts:
            faults.append(f"dossier {dossier.id}: {ARTICLES} is not the file that it was made with")
    return Check(dossiers, spans, tuple(faults))


def _read_articles(path: Path, faults: list[str]) -> list[Article]:
    found = []
    for number, data in enumerate(read_lines(path), 1):
        try:
            found.append(Article.from_dict(data))
        except (ProvenanceError, KeyError, TypeError, ValueError, AttributeError) as error:
            faults.append(f"{ARTICLES} line {number}: {type(error).__name__}: {error}")
    return found
