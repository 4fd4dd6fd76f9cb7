"""Schemas, docs/json.md and the code name the same keys."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from render import ferry
from render.builders import article, claim, day, document, dossier, find, statement, story
from rujuk.model.annotations import (
    Citation,
    Document,
    Entity,
    Mention,
    ModalCue,
    Place,
    Quantity,
    Reference,
)
from rujuk.model.casualty import Casualty
from rujuk.model.report import Dropped, Notice, Report
from rujuk.model.statement import Toll, TollReport
from rujuk.model.text import Article, Capture, DateCandidate, Furniture, Paragraph

DOCS = Path(__file__).parents[2] / "docs"
PLACE = Place("geonames:1", "Rejosari", "city", "ID", ("Indonesia",))
NAMES = ("article", "document", "story", "dossier", "report")


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DOCS / "schema" / f"{name}.json").read_text("utf-8"))
    return loaded


def full_article() -> Article:
    plain = article(
        "Warta Nusa",
        "Banjir Surut",
        "Sekitar 120 rumah terendam pada Senin (5/1/2026), kata Bagas, menurut BPBD.",
    )
    return replace(
        plain,
        byline="Laras",
        editor="Bagas",
        dateline="REJOSARI, WARTA NUSA",
        dateline_place="REJOSARI",
        dateline_mark="WARTA NUSA",
        published_at="2026-01-05",
        date_candidates=(DateCandidate("2026-01-05", "printed", "5 Januari 2026"),),
        captions="Warga di posko.",
        furniture=(Furniture("related", "Baca juga: hal lain"),),
        captures=(Capture("ef" * 8, "a.html", None, "page", (("body", 0, len(plain.text)),)),),
        paragraphs=(Paragraph(0, len(plain.text), "/html[1]/body[1]/p[1]"),),
    )


def full_document() -> Document:
    """Return a document with one of everything, in the body and in the headline."""
    of = full_article()
    title = of.span(0, 6, "title")
    person = Entity("ab" * 8, "PER", "Bagas Wiratama", ("Bagas",), ("kepala desa",))
    town = Entity("cd" * 8, "LOC", "Rejosari", ("Rejosari",), (), (PLACE,))
    whole = of.span(0, len(of.text))
    return Document(
        article=of,
        depth="full",
        sentences=(whole, of.span(0, len(of.title), "title"), of.span(0, len(of.captions), "caption")),
        mentions=(
            Mention(find(of, "Bagas"), "PER", person.id),
            Mention(title, "GPE", "cd" * 8, (of.span(0, 3, "title"), of.span(4, 6, "title"))),
        ),
        entities=(person, town),
        times=(day(of, "Senin (5/1/2026)", "2026-01-05"),),
        quantities=(Quantity(find(of, "Sekitar 120 rumah"), 120, None, "", "rumah", "about", "by hand"),),
        quotations=ferry.documents()[0].quotations,
        citations=(Citation(find(of, "menurut BPBD"), "BPBD", "", "body", whole),),
        modal_cues=(ModalCue(find(of, "Sekitar"), "hedged", whole, "by hand"),),
        references=(Reference(find(of, "Bagas"), person.id, "definite"),),
        casualties=(Casualty(find(of, "Sekitar 120 rumah"), "killed", 120, (person.id,), "state"),),
    )


def tolls(documents: Sequence[Document]) -> tuple[Toll, ...]:
    """Return a toll that a sentence of each document is said to tell."""
    return (
        Toll("injured", 2, tuple(TollReport(item.article.id, 2, item.sentences[:1]) for item in documents)),
    )


def lines(name: str) -> list[dict[str, Any]]:
    """Return what the code writes as lines of this kind."""
    if name == "article":
        return [full_article().to_dict(), *(item.article.to_dict() for item in ferry.documents())]
    if name == "document":
        return [full_document().to_dict(), *(item.to_dict() for item in ferry.documents())]
    if name == "story":
        made = ferry.ferry()
        return [story([item.article for item in ferry.documents()], made.reuse).to_dict()]
    if name == "dossier":
        alone = article("Warta Nusa", "Judul", "Hujan turun.")
        return [
            replace(ferry.ferry(), tolls=tolls(ferry.documents()[:1])).to_dict(),
            dossier([document(alone)], [statement("single", [claim(alone, "Hujan")], [])]).to_dict(),
            dossier([full_document()], []).to_dict(),
            dossier(
                [document(alone), document(replace(alone, id="ef" * 8, text="Reda.", revises=alone.id))], []
            ).to_dict(),
        ]
    report = Report()
    report.counts["articles"] = 3
    report.add(
        [
            Dropped("a.txt", "clean", "no_body"),
            Notice("b.txt", "clean", "unread_date"),
            Notice("c", "clean", "repaired", level="note"),
        ]
    )
    return report.lines()


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_itself_is_valid_and_closed(name: str) -> None:
    own = schema(name)
    Draft202012Validator.check_schema(own)
    for part in (own, *own["$defs"].values()):
        if part.get("properties"):
            assert part["additionalProperties"] is False


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_the_code_is_valid(name: str) -> None:
    check = Draft202012Validator(schema(name))
    found = lines(name)
    assert found
    for line in found:
        assert [
            f"{error.json_path}: {error.message}" for error in check.iter_errors(json.loads(json.dumps(line)))
        ] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_key_too_many_or_too_few_is_refused(name: str) -> None:
    check = Draft202012Validator(schema(name))
    line = lines(name)[0]
    assert not check.is_valid({**line, "ganjil": 1})
    for key in line:
        assert not check.is_valid({other: value for other, value in line.items() if other != key}), key


@pytest.mark.parametrize("name", NAMES)
def test_every_definition_is_used_by_a_real_line(name: str) -> None:
    """A definition that no line of ours reaches could say anything."""
    own = schema(name)
    reached: set[str] = set()
    for line in lines(name):
        _walk(own, line, own["$defs"], reached)
    assert reached == own["$defs"].keys()


def _walk(node: dict[str, Any], value: Any, defs: dict[str, Any], reached: set[str]) -> None:
    if "$ref" in node:
        name = node["$ref"].rpartition("/")[2]
        reached.add(name)
        _walk(defs[name], value, defs, reached)
    for option in [*node.get("anyOf", ()), *node.get("oneOf", ())]:
        if value is not None and Draft202012Validator({**option, "$defs": defs}).is_valid(value):
            _walk(option, value, defs, reached)
    if isinstance(value, list) and "items" in node:
        for item in value:
            _walk(node["items"], item, defs, reached)
    if isinstance(value, dict):
        for key, part in node.get("properties", {}).items():
            if key in value:
                _walk(part, value[key], defs, reached)


def documented() -> dict[str, list[str]]:
    """Return the keys of each table of docs/json.md by its heading."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in (DOCS / "json.md").read_text("utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").lower()
        row = re.match(r"\| `([\w.]+)` \|", line)
        if row and heading != "the data":
            found.setdefault(heading, []).append(row[1])
    return found


def _keys(node: dict[str, Any]) -> list[str]:
    keys = []
    for key, part in node.get("properties", {}).items():
        keys.append(key)
        keys.extend(f"{key}.{inner}" for inner in part.get("properties", {}))
    return keys


def test_the_page_documents_exactly_the_keys_of_the_schemas() -> None:
    expected = {}
    for name in NAMES:
        own = schema(name)
        expected[name] = _keys(own)
        expected |= {f"{name} {part.replace('_', ' ')}": _keys(node) for part, node in own["$defs"].items()}
    assert documented() == {heading: keys for heading, keys in expected.items() if keys}


def test_every_link_of_the_page_lands() -> None:
    text = (DOCS / "json.md").read_text("utf-8")
    anchors = {
        line.lstrip("# ").lower().replace(" ", "-") for line in text.splitlines() if line.startswith("#")
    }
    links = set(re.findall(r"\]\(#([\w-]+)\)", text))
    assert links <= anchors
    for path in re.findall(r"\]\((schema/[^)]*)\)", text):
        assert (DOCS / path).exists()
