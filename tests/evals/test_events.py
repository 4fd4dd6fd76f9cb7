import csv
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from project import ROOT

sys.path.insert(0, str(ROOT))

from evals.events import Event, anchor_pairs, events, fact_places, find

from builders import article

ONE = "Banjir melanda desa itu. Sebanyak 40 rumah rusak.\nWarga mengungsi, dan 12 perahu hanyut."
TWO = "Desa itu dilanda banjir. Ada 65 rumah rusak."


def event(**labels: object) -> Event:
    return Event("banjir", {"a": article("a1", ONE, title="Banjir Melanda"), "b": article("b2", TWO)}, labels)


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        pytest.param("Ada 65 rumah rusak.", "65 rumah", "65 rumah", id="as it stands"),
        pytest.param("Ada 65\n rumah rusak.", "65 rumah", "65\n rumah", id="other white space"),
        pytest.param("Ada 65 rumah.", " 65   rumah ", "65 rumah", id="white space around"),
        pytest.param("Ada 65 rumah rusak.", "66 rumah", None, id="not there"),
        pytest.param("Ada 65 rumah rusak.", " ", None, id="empty"),
        pytest.param("", "rumah", None, id="no text"),
    ],
)
def test_find(text: str, anchor: str, expected: str | None) -> None:
    found = find(text, anchor)
    assert (text[slice(*found)] if found else None) == expected


@given(st.text(alphabet="ab \n", max_size=30), st.data())
def test_what_stands_in_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    anchor = text[start : data.draw(st.integers(start, len(text)))]
    found = find(text, anchor)
    assert (found is None) == (not anchor.strip())
    assert found is None or "".join(text[slice(*found)].split()) == "".join(anchor.split())


def test_a_place_is_looked_for_in_the_body_and_then_in_the_title() -> None:
    own = event()
    assert own.place("a", "40 rumah") == ("a1", "body", ONE.index("40"), ONE.index("40") + 8)
    assert own.place("a", "Banjir Melanda") == ("a1", "title", 0, 14)
    assert own.place("a", "65 rumah") is None
    assert own.place("z", "40 rumah") is None


def test_anchors_that_our_text_lost_are_left_out() -> None:
    own = event(facts=[{"id": "f1", "anchors": {"a": "40 rumah", "b": "70 rumah", "z": "x"}}])
    assert fact_places(own) == {"f1": [own.place("a", "40 rumah")]}


def test_pairs_of_one_fact_and_of_two() -> None:
    own = event(
        facts=[
            {"id": "f1", "anchors": {"a": "40 rumah", "b": "65 rumah"}},
            {"id": "f2", "anchors": {"a": "12 perahu"}},
        ]
    )
    f1, g1, f2 = own.place("a", "40 rumah"), own.place("b", "65 rumah"), own.place("a", "12 perahu")
    assert list(anchor_pairs(own)) == [(f1, g1, True), (g1, f2, False)]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param("perahu hanyut", 1, id="in another sentence"),
        pytest.param("rumah rusak", 0, id="in one sentence, overlapping"),
        pytest.param("Sebanyak", 0, id="in one sentence"),
        pytest.param("Banjir melanda", 1, id="in the sentence before"),
    ],
)
def test_facts_that_share_a_sentence_are_no_negative_pair(other: str, expected: int) -> None:
    own = event(
        facts=[
            {"id": "f1", "anchors": {"a": "40 rumah", "b": "65 rumah"}},
            {"id": "f2", "anchors": {"a": other}},
        ]
    )
    assert sum(not same for _, _, same in anchor_pairs(own)) == expected


def test_events_are_read_with_their_articles(tmp_path: Path) -> None:
    news, labels = tmp_path / "news-multi-outlet-2025-06", tmp_path / "claims-id-2025-06" / "events"
    news.mkdir()
    labels.mkdir(parents=True)
    urls = ["https://www.warta.example/a", "https://www.kabar.example/b"]
    with (news / "rows_2026-03-03.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["url", "title", "text"])
        writer.writeheader()
        writer.writerows(
            {"url": url, "title": "Banjir Melanda Desa", "text": text}
            for url, text in zip([*urls, urls[0]], [ONE, TWO, "Salinan kedua."], strict=True)
        )
    files = [{"key": key, "file": "2026-03-03", "url": url} for key, url in zip("ab", urls, strict=True)]
    body = {
        "event": "banjir",
        "articles": files,
        "facts": [{"id": "f1", "anchors": {"a": "40 rumah", "b": "65 rumah"}}],
    }
    (labels / "banjir.json").write_text(json.dumps(body), encoding="utf-8")
    (own,) = events(tmp_path)
    assert own.name == "banjir"
    assert {key: found.url for key, found in own.articles.items()} == dict(zip("ab", urls, strict=True))
    quotes = [
        own.articles[key].text[slice(*place[2:])]
        for key, place in zip("ab", fact_places(own)["f1"], strict=True)
    ]
    assert quotes == ["40 rumah", "65 rumah"]
