"""The laws that hold for every input, on the whole pipeline; the laws of one stage stand with its own tests."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from project import CAPTURES, OUTLETS
from reports import MARKET, WAVES, WAVES_AGAIN, WAVES_RETOLD, counts, origin_articles, row, told, write_rows
from rujuk.model.annotations import Document
from rujuk.model.dossier import Dossier
from rujuk.model.jsonl import json_line
from rujuk.model.report import Report
from rujuk.model.text import PARTS, Article, Capture, DateCandidate, Furniture, OutletRef, Paragraph, Span
from rujuk.pipeline.files import write
from rujuk.pipeline.run import dossiers
from rujuk.pipeline.settings import Settings
from rujuk.pipeline.work import Tools, annotate_article
from written import SampleRun

PIECES = (
    WAVES, WAVES_RETOLD, MARKET, "“Kami belum tahu,” ujar Nadia.", "Jakarta, 31 Desember 2025 pukul 24.60 WIB.", "12.345,67",
    "kata", "menurut", '"', "“", "”", "'", "(", ")", " – ", "...", "?!", "\n", "  ", "Rp", "dr. H. A.", "pada", "1/1/2026", "tidak",
    "\u200b", "\u00a0", "\u0301", "\U0001f6a2", "\u202e", "\x85", "\ufffd",
)  # fmt: skip
hostile = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=30).map("".join)
plain = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
optional = st.none() | plain


def spans_in(value: Any) -> Iterator[Span]:
    """Yield every span that a piece of plain data holds, at any depth."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value) and not isinstance(value, (type, Article)):
        for item in fields(value):
            yield from spans_in(getattr(value, item.name))
    elif isinstance(value, tuple):
        for inner in value:
            yield from spans_in(inner)


def article_of(text: str, title: str = "", captions: str = "", **changes: Any) -> Article:
    values: dict[str, Any] = {
        "id": "ab" * 8, "path": "a.txt", "url": None, "canonical_url": None, "outlet": None, "language": "id",
        "title": title, "byline": None, "dateline": None, "published_at": "2026-01-05", "date_candidates": (),
        "captions": captions, "furniture": (), "text": text,
    }  # fmt: skip
    return Article(**{**values, **changes})


def annotated(article: Article) -> Document:
    found = annotate_article(article, Tools(), "full")
    assert isinstance(found, Document), found
    return found


# Every annotation stands in its text


@given(hostile, hostile, hostile)
def test_every_annotation_of_any_text_stands_in_it(text: str, title: str, captions: str) -> None:
    own = article_of(text, title, captions)
    assert all(own.holds(span) for span in spans_in(annotated(own)))


def test_every_annotation_of_the_samples_stands_in_its_text(sample_run: SampleRun) -> None:
    for own in sample_run.articles:
        found = list(spans_in(annotated(own)))
        assert len(found) > 50
        assert all(own.holds(span) for span in found)


def test_every_span_of_the_samples_dossiers_stands_in_its_text(sample_run: SampleRun) -> None:
    by_id = {article.id: article for article in sample_run.articles}
    for dossier in sample_run.dossiers:
        assert all(by_id[span.article_id].holds(span) for span in spans_in(dossier))


# JSON round trip is identity

articles = st.builds(
    article_of,
    text=plain,
    title=plain,
    captions=plain,
    path=plain,
    url=optional,
    canonical_url=optional,
    outlet=st.none() | st.builds(OutletRef, plain, plain),
    language=st.sampled_from(["id", "en", "und"]),
    byline=optional,
    dateline=optional,
    published_at=optional,
    date_candidates=st.lists(st.builds(DateCandidate, plain, plain, plain), max_size=2).map(tuple),
    furniture=st.lists(st.builds(Furniture, plain, plain), max_size=2).map(tuple),
    copies=st.integers(1, 9),
    dateline_place=optional,
    dateline_mark=optional,
    paragraphs=st.lists(st.builds(Paragraph, st.integers(0), st.integers(0), plain), max_size=3).map(tuple),
    captures=st.lists(
        st.builds(
            Capture,
            plain,
            plain,
            optional,
            st.sampled_from(["page", "repeat", "part"]),
            st.lists(st.tuples(st.sampled_from(PARTS), st.integers(0), st.integers(0)), max_size=2).map(
                tuple
            ),
        ),
        max_size=2,
    ).map(tuple),
)


@given(articles)
def test_an_article_is_the_same_after_json(article: Article) -> None:
    assert Article.from_dict(json.loads(json_line(article.to_dict()))) == article


def test_the_samples_are_the_same_after_json(sample_run: SampleRun) -> None:
    for article in sample_run.articles:
        assert Article.from_dict(json.loads(json_line(article.to_dict()))) == article
    for dossier, line in zip(sample_run.dossiers, sample_run.lines, strict=True):
        assert dossier.to_dict() == line
        assert Dossier.from_dict(json.loads(json_line(dossier.to_dict()))) == dossier


sentences = st.sampled_from(
    [
        *WAVES.split(". "),
        *WAVES_RETOLD.split(". "),
        *WAVES_AGAIN.split(". "),
        *MARKET.split(". "),
        '"',
        "12",
        "\n",
    ]
)
bodies = st.lists(sentences, min_size=1, max_size=6).map(". ".join)


@given(st.lists(bodies, min_size=1, max_size=3))
@settings(max_examples=max(1, settings().max_examples // 4))  # each runs the whole pipeline
def test_any_dossier_is_the_same_after_json(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    outlets = ("karsa", "lenterakini", "kabarteluk")
    rows = [row(outlet, text) for outlet, text in zip(outlets, texts, strict=False)]
    dossier = told(tmp_path_factory.mktemp("any"), rows)
    assert Dossier.from_dict(json.loads(json_line(dossier.to_dict()))) == dossier


# No text is an unforeseen error


@given(st.lists(st.tuples(hostile, hostile, st.booleans()), min_size=1, max_size=3))
@settings(max_examples=max(1, settings().max_examples // 4))
def test_no_text_is_an_unforeseen_error(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, bool]]
) -> None:
    outlets = ("karsa", "lenterakini", "kabarteluk")
    rows = [
        row(outlet, text, title=title, as_is=as_is)
        for outlet, (text, title, as_is) in zip(outlets, texts, strict=False)
    ]
    report = Report()
    path = write_rows(tmp_path_factory.mktemp("hostile") / "rows.jsonl", rows)
    found = dossiers([path], Settings(one_story=True), report=report)
    assert {drop.reason for drop in report.drops} <= {"empty", "no_body", "no_text"}
    assert len(found) == (report.counts["articles"] > 0)


# The order of inputs never changes a dossier


def test_shuffled_files_and_rows_and_two_processes_give_the_same_bytes(
    sample_run: SampleRun, tmp_path: Path
) -> None:
    given_folder, out = tmp_path / "captures", tmp_path / "out"
    shutil.copytree(CAPTURES, given_folder)
    rows = given_folder / "rows.jsonl"
    rows.write_text(
        "".join(reversed(rows.read_text("utf-8").splitlines(keepends=True))), "utf-8", newline="\n"
    )
    files = sorted(given_folder.iterdir(), reverse=True)
    write(files, out, Settings(outlets=(OUTLETS,), processes=2))
    again = {path.name: path.read_bytes() for path in out.iterdir()}
    assert again == {path.name: path.read_bytes() for path in sample_run.folder.iterdir()}


def test_any_order_of_rows_gives_the_same_dossier(tmp_path: Path) -> None:
    texts = (WAVES, WAVES_RETOLD, WAVES_AGAIN, MARKET)
    rows = [
        row(outlet, text)
        for outlet, text in zip(("karsa", "wartanusa", "baharipos", "kabarteluk"), texts, strict=True)
    ]
    lines = {json_line(told(tmp_path, order).to_dict()) for order in permutations(rows)}
    assert len(lines) == 1


# Shifting any offset by one makes verify fail: see test_shifts.py

# Copies, owners, independence

RETOLD_BY_THE_SAME = WAVES_AGAIN.replace("relawan Sigit Pramana", "Bagas Wiratama")
"""The third report on the words of the first one's speaker: an outlet of one owner that names somebody else adds him."""


@pytest.fixture(scope="module")
def pair() -> list[dict[str, Any]]:
    return [row("karsa", WAVES), row("lenterakini", WAVES_RETOLD)]


def test_the_pair_agrees_with_two_origins_and_a_third_makes_three(
    pair: list[dict[str, Any]], tmp_path: Path
) -> None:
    """Without this the laws below could hold for want of anything to count."""
    assert set(counts(told(tmp_path, pair)).values()) == {2}
    assert 3 in counts(told(tmp_path, [*pair, row("kabarteluk", WAVES_AGAIN)])).values()


@pytest.mark.parametrize("copied", [0, 1])
@pytest.mark.parametrize("retold", [False, True], ids=["copy", "own words"])
def test_an_article_of_the_same_owner_never_adds_an_origin(copied: int, retold: bool, tmp_path: Path) -> None:
    texts = (WAVES, WAVES_RETOLD)
    rows = [row("wartanusa", texts[copied]), row("lenterakini", texts[1 - copied])]
    sister = row("baharipos", RETOLD_BY_THE_SAME if retold else texts[copied])
    before, after = counts(told(tmp_path, rows)), counts(told(tmp_path, [*rows, sister]))
    assert {place: after[place] for place in before if after[place] > before[place]} == {}


@pytest.mark.parametrize("copied", [0, 1])
def test_a_copy_under_an_unknown_outlet_never_adds_an_origin(
    copied: int, pair: list[dict[str, Any]], tmp_path: Path
) -> None:
    copy = {**pair[copied], "outlet": "Warta Antah", "url": "https://antah.example/salin"}
    before, after = counts(told(tmp_path, pair)), counts(told(tmp_path, [*pair, copy]))
    assert {place: after[place] for place in before if after[place] > before[place]} == {}


def test_the_identical_capture_twice_is_one_article_counted_twice(
    pair: list[dict[str, Any]], tmp_path: Path
) -> None:
    report = Report()
    once, twice = told(tmp_path, pair), told(tmp_path, [*pair, pair[0]], report)
    assert [s.to_dict() for s in twice.statements] == [s.to_dict() for s in once.statements]
    assert sorted(card.copies for card in twice.articles) == [1, 2]
    assert [notice.reason for notice in report.notices] == ["duplicate_capture"]


@pytest.mark.parametrize("added", [WAVES_AGAIN, WAVES_RETOLD.replace("Retno Palupi", "Sigit Pramana")])
def test_an_agreeing_independent_article_never_lowers_the_count(
    added: str, pair: list[dict[str, Any]], tmp_path: Path
) -> None:
    before, after = counts(told(tmp_path, pair)), counts(told(tmp_path, [*pair, row("kabarteluk", added)]))
    assert {place: after[place] for place in before if after[place] < before[place]} == {}


# What is denied or hedged never supports what is asserted

DENIALS = (
    "Juru bicara Nadia Puspita membantah kabar bahwa lima perahu nelayan rusak dihantam ombak di Pelabuhan Sukamulya, Senin (5/1/2026).",
    "Tidak benar lima perahu nelayan rusak dihantam ombak di Pelabuhan Sukamulya pada Senin (5/1/2026).",
    "Lima perahu nelayan diduga rusak dihantam ombak di Pelabuhan Sukamulya, Senin (5/1/2026).",
)


@pytest.mark.parametrize("denial", DENIALS, ids=["denied", "not true", "hedged"])
def test_what_is_denied_or_hedged_never_supports_what_is_asserted(
    denial: str, pair: list[dict[str, Any]], tmp_path: Path
) -> None:
    before, after = told(tmp_path, pair), told(tmp_path, [*pair, row("kabarteluk", denial)])
    old, new = counts(before), counts(after)
    assert {place: new[place] for place in old if new[place] > old[place]} == {}


def test_no_origin_of_an_asserted_statement_rests_on_a_denial(sample_run: SampleRun) -> None:
    checked = 0
    for dossier in sample_run.dossiers:
        for statement in dossier.statements:
            lead = next(claim for claim in statement.claims if claim.id == statement.lead)
            if lead.modality == "asserted":
                asserting = {claim.article_id for claim in statement.claims if claim.modality == "asserted"}
                assert origin_articles(statement) <= asserting, statement.text
                checked += any(claim.modality != "asserted" for claim in statement.claims)
    assert checked
