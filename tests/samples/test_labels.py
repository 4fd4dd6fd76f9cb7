"""The samples keep their own promises: labels stand in the texts, texts stand in the captures."""

import csv
import html
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LABELS = SAMPLES / "labels"
PLANTED = {
    "agreement", "number", "date", "time", "place", "person", "name", "hedge",
    "denial", "correction", "copy", "translation", "owner", "developing",
}  # fmt: skip
ELEMENTS = {"number", "date", "time", "place", "person", "organisation", "attribution", "other"}
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
DAY_NUMERIC = re.compile(rf"\b({'|'.join(WEEKDAYS)}) \((\d{{1,2}})/(\d{{1,2}})/(\d{{4}})\)")
DAY_WRITTEN = re.compile(rf"\b({'|'.join(WEEKDAYS)}), (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
QUOTED = re.compile(r"[\"“]([^\"”\n]+)[\"”]")
URL_HOST = re.compile(r"https?://([\w.-]+)")
REAL_DOMAIN = re.compile(r"\b(?:[\w-]+\.)+(?:com|co|id|net|org|info|news|tv|xyz|me)\b", re.IGNORECASE)
# Vocabularies that saved pages name; they are identifiers, not outlets.
NAMESPACES = {"schema.org", "www.w3.org", "ogp.me"}
# The one slip of the pen that is planted: 21 April 2026 was a Tuesday.
WRONG_WEEKDAY = {("kapal-citra-balangga", "a2", "Rabu (21/4/2026)")}


def read_bodies() -> dict[tuple[str, str], dict[str, Any]]:
    lines = (LABELS / "bodies.jsonl").read_text(encoding="utf-8").split("\n")
    rows = [json.loads(line) for line in lines if line]
    return {(row["event"], row["key"]): row for row in rows}


def read_events() -> dict[str, dict[str, Any]]:
    events: dict[str, dict[str, Any]] = {}
    for path in sorted(LABELS.glob("k*.json")):
        events[path.stem] = json.loads(path.read_text(encoding="utf-8"))
    return events


BODIES = read_bodies()
EVENTS = read_events()
FACTS = [(event, fact) for event, data in EVENTS.items() for fact in data["facts"]]
CAPTURES = sorted((SAMPLES / "captures").iterdir())


def fact_name(value: object) -> str:
    return value["id"] if isinstance(value, dict) else str(value)


def words_of(event: str, key: str) -> str:
    body = BODIES[event, key]
    return f"{body['title']}\n{body['text']}"


def flat(text: str) -> str:
    """Return the text of a capture with tags dropped, references resolved and white space folded."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", text, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())


def capture_text(body: dict[str, Any]) -> str:
    path = SAMPLES / body["path"]
    if path.suffix == ".jsonl":
        row = json.loads(path.read_text(encoding="utf-8").split("\n")[body["row"] - 1])
        return flat(" ".join(row.values()))
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            line = list(csv.DictReader(file))[body["row"] - 1]
        return flat(" ".join(line.values()))
    return flat(path.read_text(encoding="utf-8"))


def anchored(fact: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field in ("anchors", "also", "asked", "withdrawn"):
        yield from fact.get(field, {}).items()


def test_there_are_enough_events_outlets_and_forms() -> None:
    outlets = [len({article["outlet"] for article in data["articles"]}) for data in EVENTS.values()]
    assert sum(4 <= count <= 6 for count in outlets) >= 3
    assert 22 <= len(BODIES) <= 24
    assert {path.suffix for path in CAPTURES} == {".html", ".txt", ".jsonl", ".csv"}


def test_every_capture_is_labelled_once() -> None:
    places = [(body["path"], body["row"]) for body in BODIES.values()]
    assert len(set(places)) == len(places)
    assert {path for path, _ in places} == {f"captures/{path.name}" for path in CAPTURES}


@pytest.mark.parametrize(("event", "fact"), FACTS, ids=fact_name)
def test_anchors_stand_in_body_or_title(event: str, fact: dict[str, Any]) -> None:
    missing = [(key, text) for key, text in anchored(fact) if text not in words_of(event, key)]
    assert missing == []


@pytest.mark.parametrize(("event", "fact"), FACTS, ids=fact_name)
def test_a_fact_says_its_kind_values_and_origins(event: str, fact: dict[str, Any]) -> None:
    assert len(fact["anchors"]) >= 2
    assert set(fact["planted"]) <= PLANTED
    assert fact["planted"]
    if fact["kind"] == "agree":
        weights = [fact["weigh"]]
        assert "values" not in fact
    else:
        assert fact["element"] in ELEMENTS
        assert fact["strength"] in {"hard", "soft"}
        assert set(fact["values"]) == set(fact["anchors"])
        assert len(set(fact["values"].values())) >= 2
        assert set(fact["weigh"]["by_value"]) == set(fact["values"].values())
        weights = list(fact["weigh"]["by_value"].values())
    for weight in weights:
        assert weight["origins"] == sorted(set(weight["origins"]))
        assert 1 <= weight["independent"] <= len(weight["origins"]), event


def test_every_planted_kind_occurs() -> None:
    assert {kind for _, fact in FACTS for kind in fact["planted"]} == PLANTED


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_articles_agree_with_bodies_and_come_in_order(event: str) -> None:
    articles = EVENTS[event]["articles"]
    for article in articles:
        body = BODIES[event, article["key"]]
        for field in ("path", "row", "url", "outlet", "published_at"):
            assert article[field] == body[field]
    times = [datetime.fromisoformat(article["published_at"]) for article in articles]
    assert times == sorted(times)
    assert {time.utcoffset() for time in times} == {timedelta(hours=7)}


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_singles_quotes_and_look_alikes_stand_in_their_articles(event: str) -> None:
    data = EVENTS[event]
    said = [(one["article"], one["anchor"]) for one in data["single"]]
    said += [(one["article"], one[field]) for one in data["quotes"] for field in ("text", "cue", "role")]
    said += [pair for one in data["distinct"] for side in ("a", "b") for pair in one[side].items()]
    assert [(key, text) for key, text in said if text and text not in words_of(event, key)] == []


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_direct_quotes_lie_inside_quotation_marks(event: str) -> None:
    outside = [
        quote["text"]
        for quote in EVENTS[event]["quotes"]
        if not quote["indirect"]
        and not any(quote["text"] in inside for inside in QUOTED.findall(words_of(event, quote["article"])))
    ]
    assert outside == []


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_reuse_and_cites_name_articles_of_the_event(event: str) -> None:
    data = EVENTS[event]
    keys = {article["key"] for article in data["articles"]}
    assert set(data["cites"]) == keys
    for edge in data["reuse"]:
        assert edge["to"] in keys
        assert edge["from"] in keys or edge["from"].startswith("common source: ")
        assert edge["from"] != edge["to"]


@pytest.mark.parametrize("place", sorted(BODIES), ids="/".join)
def test_every_body_line_stands_in_its_capture(place: tuple[str, str]) -> None:
    body = BODIES[place]
    text = capture_text(body)
    lines = [body["title"], *body["text"].split("\n")]
    lines += [body[field] for field in ("byline", "dateline", "credit") if body[field]]
    assert [line for line in lines if " ".join(line.split()) not in text] == []


@pytest.mark.parametrize("place", sorted(BODIES), ids="/".join)
def test_weekdays_agree_with_dates(place: tuple[str, str]) -> None:
    body = BODIES[place]
    text = f"{capture_text(body)} {body['text']}"
    wrong = set()
    for match in DAY_NUMERIC.finditer(text):
        day, number, month, year = match.groups()
        if WEEKDAYS[date(int(year), int(month), int(number)).weekday()] != day:
            wrong.add((*place, match[0]))
    for match in DAY_WRITTEN.finditer(text):
        day, number, name, year = match.groups()
        if WEEKDAYS[date(int(year), MONTHS.index(name) + 1, int(number)).weekday()] != day:
            wrong.add((*place, match[0]))
    assert wrong == {slip for slip in WRONG_WEEKDAY if slip[:2] == place}


@pytest.mark.parametrize("path", CAPTURES, ids=lambda path: path.name)
def test_no_domain_outside_example(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    hosts = {host for host in URL_HOST.findall(text) if not host.endswith(".example")}
    assert hosts <= NAMESPACES
    assert {name for name in REAL_DOMAIN.findall(text) if name.lower() not in NAMESPACES} == set()


def test_outlets_are_described_and_nothing_else_is() -> None:
    outlets = tomllib.loads((SAMPLES / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
    ids = [outlet["id"] for outlet in outlets]
    assert len(set(ids)) == len(ids)
    assert {body["outlet"] for body in BODIES.values()} <= set(ids)
    for outlet in outlets:
        assert set(outlet) == {"id", "name", "aliases", "domains", "kind", "country", "group", "marks"}
        assert outlet["kind"] in {"wire", "national", "local", "state", "party", "international"}
        assert all(domain.endswith(".example") for domain in outlet["domains"])


def test_two_outlets_of_one_owner_meet_in_an_event() -> None:
    outlets = tomllib.loads((SAMPLES / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
    group = {outlet["id"]: outlet["group"] for outlet in outlets}
    names = {article["outlet"] for article in EVENTS["kapal-arung-selendra"]["articles"]}
    owners = [group[name] for name in names if group[name]]
    assert len(owners) > len(set(owners))


def test_stories_hold_every_capture_once() -> None:
    stories = json.loads((LABELS / "stories.json").read_text(encoding="utf-8"))
    assert {story["id"] for story in stories["stories"]} == set(EVENTS)
    listed = {story["id"]: story["articles"] for story in stories["stories"]}
    for event, articles in listed.items():
        bodies = [body for (name, _), body in BODIES.items() if name == event]
        names = [body["path"] + (f"#{body['row']}" if body["row"] else "") for body in bodies]
        assert articles == sorted(names)
    for pair in stories["lookalikes"]:
        assert {pair["a"], pair["b"]} <= set(EVENTS)
