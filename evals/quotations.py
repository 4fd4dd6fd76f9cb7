"""Quotations: direct statements of PFSA-ID, and the quotes of the June 2025 claims set.

- `pfsa_direct_f1`: contents against STATEMENT spans of the held-in PFSA-ID files (score only: nothing is fitted on them),
  tokens joined by one space, articles split at their "PLACE, KOMPAS" line; a pair counts where intersection over union of
  their characters is at least .8. `pfsa_public_f1`: the same, of the quotations whose speaker the article gives a role or
  body, which is what the set labels (statements of public figures, not of passers-by). `pfsa_speaker`: of the matched,
  the share whose speaker stands on a token labelled as person, as a pronoun for one, or as a cue that holds one. Scored
  on the articles whose hash is odd; errors are only read in the others.
- `june_recall`: quotes of claims-id-2025-06 (dev) whose beginning lies in a quotation that was read; `june_speaker`: of
  these, the share whose speaker shares a word with the labelled one; `june_direct`: of direct ones, those read as direct
  or mixed.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from evals.reading import annotated
from evals.sentences import article
from rujuk.model.annotations import Document, Quotation

OVERLAP = 0.8
PFSA = ("pfsa-id.dev-40-minus-dev-30.txt", "pfsa-id-med.dev-20-minus-overlap.txt")
PERSONS = {"PERSON", "PERSONCOREF", "CUECOREF"}
Labelled = list[tuple[int, int, str]]


def run(data: Path) -> dict[str, float]:
    """Return the scores of both sets."""
    return {**_pfsa(data / "quotes-pfsa-id"), **_june(data)}


def quotations(text: str, title: str = "") -> tuple[Quotation, ...]:
    """Return the quotations read in the body of an article."""
    page = replace(article(text), title=title)
    found = annotated(page).quotations
    return tuple(item for item in found if item.span.part == "body")


def _pfsa(folder: Path) -> dict[str, float]:
    right = found = wanted = spoken = public_right = public_found = 0
    for text, labels in pfsa_half(folder):
        gold = [(start, end) for start, end, label in labels if label == "STATEMENT"]
        persons = [(start, end) for start, end, label in labels if label in PERSONS]
        document = annotated(article(text))
        mine = [item for item in document.quotations if item.kind == "direct"]
        public = [item for item in mine if is_public(document, item)]
        pairs = matched(gold, mine)
        right, found, wanted = right + len(pairs), found + len(mine), wanted + len(gold)
        public_right, public_found = public_right + len(matched(gold, public)), public_found + len(public)
        spoken += sum(_stands_on(item, persons) for item in pairs)
    return {
        "pfsa_direct_f1": 2 * right / (found + wanted),
        "pfsa_public_f1": 2 * public_right / (public_found + wanted),
        "pfsa_speaker": spoken / max(1, right),
    }


def is_public(document: Document, quotation: Quotation) -> bool:
    """Return whether the article gives the speaker of a quotation a role or a body, there or elsewhere."""
    speaker = quotation.speaker
    if speaker is None or quotation.role or quotation.affiliation:
        return speaker is not None
    entity = document.entity(speaker.entity) if speaker.entity else None
    named = (item for item in document.quotations if item.speaker and item.speaker.entity == speaker.entity)
    return entity is not None and (bool(entity.roles) or any(item.role or item.affiliation for item in named))


def pfsa_half(folder: Path, *, odd: bool = True) -> Iterator[tuple[str, Labelled]]:
    """Yield the articles of one half, by the hash of their text: odd ones are scored, even ones may be read."""
    for name in PFSA:
        for text, labels in pfsa_articles(folder / name):
            if int(sha256(text.encode()).hexdigest(), 16) % 2 == odd:
                yield text, labels


def matched(gold: list[tuple[int, int]], mine: list[Quotation]) -> list[Quotation]:
    """Return the quotations whose content overlaps a labelled statement enough, each statement used once."""
    free, pairs = list(gold), []
    for item in mine:
        best = max(free, key=lambda span: _overlap(span, item), default=None)
        if best and _overlap(best, item) >= OVERLAP:
            free.remove(best)
            pairs.append(item)
    return pairs


def _overlap(span: tuple[int, int], item: Quotation) -> float:
    common = min(span[1], item.content.end) - max(span[0], item.content.start)
    return max(0, common) / (max(span[1], item.content.end) - min(span[0], item.content.start))


def _stands_on(item: Quotation, persons: list[tuple[int, int]]) -> bool:
    speaker = item.speaker
    return speaker is not None and any(
        start < speaker.span.end and speaker.span.start < end for start, end in persons
    )


def pfsa_articles(path: Path) -> Iterator[tuple[str, Labelled]]:
    """Yield each article as text, tokens joined by one space, with its labelled spans."""
    rows: list[tuple[str, str]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        tokens = [tuple(line.split("\t")[:2]) for line in block.splitlines() if "\t" in line]
        head = [token[0] for token in tokens[:8]]
        if rows and "KOMPAS" in head and head[0].isupper():
            yield _joined(rows)
            rows = []
        rows += [(token[0], token[1]) for token in tokens]
    if rows:
        yield _joined(rows)


def _joined(rows: list[tuple[str, str]]) -> tuple[str, Labelled]:
    labels: Labelled = []
    place, start = 0, 0
    for word, tag in rows:
        end = place + len(word)
        if tag[:2] in {"B-", "U-"}:
            start = place
        if tag[:2] in {"L-", "U-"}:
            labels.append((start, end, tag[2:]))
        place = end + 1
    return " ".join(word for word, _ in rows), labels


def _june(data: Path) -> dict[str, float]:
    bodies = june_bodies(data)
    total = seen = spoken = direct = direct_seen = 0
    for path in sorted((data / "claims-id-2025-06" / "events").glob("*.json")):
        event = json.loads(path.read_text(encoding="utf-8"))
        urls = {item["key"]: (item["file"], item["url"]) for item in event["articles"]}
        read = {key: quotations(*bodies[where]) for key, where in urls.items()}
        for quote in event["quotes"]:
            found = fitting(quote, read[quote["article"]])
            total += 1
            seen += found is not None
            spoken += found is not None and same_speaker(quote["speaker"], found)
            direct += not quote["indirect"]
            direct_seen += found is not None and not quote["indirect"] and found.kind != "indirect"
    return {
        "june_recall": seen / total,
        "june_speaker": spoken / max(1, seen),
        "june_direct": direct_seen / direct,
    }


def june_bodies(data: Path) -> dict[tuple[str, str], tuple[str, str]]:
    """Return body and title of each June article, by day and URL; the first copy of a URL stands."""
    csv.field_size_limit(sys.maxsize)
    bodies: dict[tuple[str, str], tuple[str, str]] = {}
    for day in ("2025-06-18", "2025-06-19"):
        path = data / "news-multi-outlet-2025-06" / f"scrapping_news_{day}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                bodies.setdefault((day, row["url"]), (row["isi_berita"], row["judul"]))
    return bodies


def fitting(quote: dict[str, Any], read: tuple[Quotation, ...]) -> Quotation | None:
    """Return the quotation that holds the beginning of a labelled quote, the shortest of several."""
    wanted = _plain(quote["text"])
    holding = [item for item in read if wanted in _plain(item.content.text)]
    return min(holding, key=lambda item: len(item.content.text), default=None)


def same_speaker(wanted: str, found: Quotation) -> bool:
    """Return whether the speaker read shares a word of three letters or more with the labelled one."""
    parts = [found.speaker, found.affiliation]
    words = {
        word
        for part in parts
        if part
        for word in _plain(f"{part.name} {part.span.text}").split()
        if len(word) > 2
    }
    return bool(words & set(_plain(wanted).split()))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
