"""Shifting any offset of a written dossier by one makes `verify` fail."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from rujuk.model.dossier import Dossier, verify
from rujuk.model.errors import ProvenanceError
from rujuk.model.text import Article
from written import SampleRun

PLACES = 16
"""Offsets of each kind that are shifted in each dossier, spread over it: all 1,600 would take minutes."""
SHIFTS = {
    "start+1": (1, 0),
    "start-1": (-1, 0),
    "end+1": (0, 1),
    "end-1": (0, -1),
    "both+1": (1, 1),
    "both-1": (-1, -1),
}

Place = tuple[dict[str, Any] | list[Any], str | int, str | int]
"""Where two offsets stand: their holder, the key of the start, the key of the end."""


def claims(line: dict[str, Any]) -> Iterator[Place]:
    for statement in line["statements"]:
        for claim in statement["claims"]:
            for piece in claim.get("spans", [claim]):
                yield piece, "start", "end"


def sentences(line: dict[str, Any]) -> Iterator[Place]:
    for statement in line["statements"]:
        for claim in statement["claims"]:
            yield claim["sentence"], 0, 1


def quoted(line: dict[str, Any], key: str) -> Iterator[Place]:
    for card in line["quotations"]:
        if card[key]:
            yield card[key], "start", "end"


def expressions(line: dict[str, Any]) -> Iterator[Place]:
    for entry in line["timeline"]:
        yield entry["expression"], "start", "end"


def stretches(line: dict[str, Any]) -> Iterator[Place]:
    for edge in line["reuse"]:
        for pair in edge["spans"]:
            yield pair["left"], 0, 1
            yield pair["right"], 0, 1


KINDS = {
    "claim": claims,
    "sentence": sentences,
    "quotation": lambda line: quoted(line, "span"),
    "content": lambda line: quoted(line, "content"),
    "cue": lambda line: quoted(line, "cue"),
    "speaker": lambda line: quoted(line, "speaker"),
    "role": lambda line: quoted(line, "role"),
    "affiliation": lambda line: quoted(line, "affiliation"),
    "timeline": expressions,
    "reuse": stretches,
}


def spread(count: int) -> list[int]:
    return sorted({index * count // PLACES for index in range(PLACES)}) if count else []


def stands(line: dict[str, Any], articles: list[Article]) -> bool:
    """Return whether the line can be read back and is borne out by the articles."""
    try:
        return not verify(Dossier.from_dict(line), articles)
    except ProvenanceError:
        return False


def test_the_dossiers_stand_as_they_were_written(sample_run: SampleRun) -> None:
    assert all(stands(line, sample_run.articles) for line in sample_run.lines)


@pytest.mark.parametrize("shift", SHIFTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_shifted_offset_is_found(kind: str, shift: str, sample_run: SampleRun) -> None:
    by_start, by_end = SHIFTS[shift]
    tried = 0
    for line in map(copy.deepcopy, sample_run.lines):
        places = list(KINDS[kind](line))
        for index in spread(len(places)):
            holder, start, end = places[index]
            before: Any = holder[start], holder[end]  # type: ignore[index]
            holder[start], holder[end] = before[0] + by_start, before[1] + by_end  # type: ignore[index]
            assert not stands(line, sample_run.articles), (line["id"], kind, before)
            holder[start], holder[end] = before  # type: ignore[index]
            tried += 1
        assert stands(line, sample_run.articles)
    assert tried >= PLACES


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_character_of_a_quote_is_found(kind: str, sample_run: SampleRun) -> None:
    tried = 0
    for line in map(copy.deepcopy, sample_run.lines):
        for holder, _, _ in list(KINDS[kind](line))[:PLACES]:
            if isinstance(holder, dict) and "text" in holder:
                before = holder["text"]
                holder["text"] = before[:-1] + ("x" if before[-1] != "x" else "y")
                assert not stands(line, sample_run.articles), (line["id"], kind, before)
                holder["text"] = before
                tried += 1
    assert tried or kind in ("sentence", "reuse")


@pytest.mark.parametrize("key", ["sentence_quote", "left_quote", "right_quote"])
@pytest.mark.parametrize("index", [0, 1, 2], ids=["before", "quote", "after"])
def test_a_changed_context_is_found(key: str, index: int, sample_run: SampleRun) -> None:
    line = copy.deepcopy(max(sample_run.lines, key=lambda item: len(item["reuse"])))
    holders = [claim for statement in line["statements"] for claim in statement["claims"]]
    if key != "sentence_quote":
        holders = [pair for edge in line["reuse"] for pair in edge["spans"]]
    holder = next(item for item in holders if item[key][index])
    holder[key] = [("x" + text[1:] if place == index else text) for place, text in enumerate(holder[key])]
    assert not stands(line, sample_run.articles)
