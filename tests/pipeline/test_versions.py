"""Versions of one report are one voice, and no capture is lost on the way to it."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from project import OUTLETS
from reports import MARKET, WAVES, WAVES_AGAIN, WAVES_RETOLD, row, told, write_rows
from rujuk.ingest import ingest
from rujuk.model.dossier import Dossier, verify
from rujuk.model.report import REASONS, Report
from rujuk.model.text import Page
from rujuk.pipeline.run import articles, stories
from rujuk.pipeline.settings import Settings
from rujuk.render import render

SETTINGS = Settings(one_story=True, outlets=(OUTLETS,))
EARLY = WAVES.replace("12 warga", "40 warga").replace("Lima perahu", "Sembilan perahu")
OTHERS = [row("lenterakini", WAVES_RETOLD), row("kabarteluk", WAVES_AGAIN)]


def version(text: str, hour: int, outlet: str = "karsa", **fields: Any) -> dict[str, Any]:
    return row(outlet, text, captured_at=f"2026-01-05T{hour:02}:00:00Z", **fields)


def statements(dossier: Dossier) -> list[dict[str, Any]]:
    return [item.to_dict() for item in dossier.statements]


UNKNOWN = {"outlet": "", "url": "https://antah.example/berita/ombak"}


@pytest.mark.parametrize("whose", [{}, UNKNOWN], ids=["known outlet", "unknown outlet"])
def test_an_earlier_version_changes_no_statement(whose: dict[str, str], tmp_path: Path) -> None:
    now = {**version(WAVES, 12), **whose}
    before = {**now, "text": EARLY, "captured_at": "2026-01-05T09:00:00Z"}
    once, twice = told(tmp_path, [now, *OTHERS]), told(tmp_path, [before, now, *OTHERS])
    assert statements(twice) == statements(once)
    assert [card.to_dict() for card in twice.quotations] == [card.to_dict() for card in once.quotations]
    assert (twice.timeline, twice.entities, twice.summary) == (once.timeline, once.entities, once.summary)
    assert len(twice.articles) == len(once.articles) + 1
    assert len(twice.reports) == len(once.reports)


def test_the_earlier_version_alone_would_dispute(tmp_path: Path) -> None:
    """Without this the law above could hold for want of anything to dispute."""
    other = {**version(EARLY, 9), "url": "https://antah.example/lain", "outlet": "Warta Antah"}
    once, twice = (
        told(tmp_path, [version(WAVES, 12), *OTHERS]),
        told(tmp_path, [other, version(WAVES, 12), *OTHERS]),
    )
    assert Counter(item.status for item in once.statements)["disputed"] == 0
    assert Counter(item.status for item in twice.statements)["disputed"] > 0


def test_the_dossier_shows_the_earlier_version_and_what_was_changed(tmp_path: Path) -> None:
    dossier = told(tmp_path, [version(EARLY, 9), version(WAVES, 12), *OTHERS])
    (revision,) = dossier.revisions
    assert "Sembilan perahu" in revision.gone[0].text
    assert "Lima perahu" in revision.new[0].text
    assert Dossier.from_dict(dossier.to_dict()) == dossier
    page = render(dossier)
    assert "Laporan yang diubah" in page
    assert revision.gone[0].text in page
    assert "Versi sebelumnya dari" in page


def test_a_copy_of_the_earlier_version_does_not_become_independent(tmp_path: Path) -> None:
    copy = {**row("kabarteluk", EARLY, slug="salin")}
    rewritten = version(f"{WAVES_RETOLD} {MARKET}", 12)
    dossier = told(tmp_path, [version(EARLY, 9), rewritten, copy])
    assert {item.independent for item in dossier.statements if len(item.article_ids) > 1} <= {1}


def test_an_earlier_version_goes_where_the_last_one_goes(tmp_path: Path) -> None:
    """Also where the address tells something else by now: its old text is no voice in another story."""
    early = version(WAVES, 9, title="Lima Perahu Rusak")
    late = version(MARKET, 12, title="Pasar Terbakar", published_at="2026-01-19T09:00:00+07:00")
    path = write_rows(
        tmp_path / "rows.jsonl", [early, late, row("lenterakini", WAVES_RETOLD, title="Ombak Merusak Perahu")]
    )
    found = articles([path])
    ids = {item.title: item.id for item in found}
    told_in = {article_id: story.title for story in stories([path]) for article_id in story.article_ids}
    assert told_in[ids["Lima Perahu Rusak"]] == told_in[ids["Pasar Terbakar"]] == "Pasar Terbakar"
    assert told_in[ids["Ombak Merusak Perahu"]] == "Ombak Merusak Perahu"


def test_verify_reads_the_changed_sentences_again(tmp_path: Path) -> None:
    rows = [version(EARLY, 9), version(WAVES, 12), *OTHERS]
    dossier = told(tmp_path, rows)
    found = articles([tmp_path / "rows.jsonl"], SETTINGS)
    assert verify(dossier, found) == ()
    (revision,) = dossier.revisions
    span = revision.gone[0]
    moved = replace(revision, gone=(replace(span, start=span.start + 1, end=span.end + 1),))
    assert verify(replace(dossier, revisions=(moved,)), found)


def test_a_joined_article_goes_the_whole_way_and_verify_holds_it_to_its_captures(tmp_path: Path) -> None:
    pages = [
        {
            **row("karsa", text, title="Ombak Merusak Perahu"),
            "as_is": False,
            "url": f"https://www.karsa.example/berita/ombak-besar{tail}",
        }
        for text, tail in ((WAVES, ""), (MARKET, "?page=2"))
    ]
    dossier = told(tmp_path, [*pages, *OTHERS])
    found = articles([tmp_path / "rows.jsonl"], SETTINGS)
    (joined,) = (item for item in found if item.captures)
    assert [item.url for item in joined.givers] == [page["url"] for page in pages]
    assert joined.id in {card.id for card in dossier.articles}
    assert verify(dossier, found) == ()
    part, start, end = joined.captures[1].stretches[-1]
    cut = replace(joined.captures[1], stretches=((part, start, end - 1),))
    broken = replace(joined, captures=(joined.captures[0], cut))
    assert any(
        "is not of one capture" in fault
        for fault in verify(dossier, [item if item is not joined else broken for item in found])
    )


TEXTS = (
    WAVES, WAVES_RETOLD, f"{WAVES}\n{MARKET}", EARLY, f"{WAVES}\n{MARKET}\n{WAVES_RETOLD}\n{WAVES_AGAIN}", MARKET, "", "Cetak",
)  # fmt: skip
URLS = (
    "",
    "/ombak",
    "/ombak?page=2",
    "/ombak?page=3",
    "/ombak?page=all",
    "/ombak/2",
    "/ombak?utm_source=x",
    "/pasar",
)
rows = st.lists(
    st.fixed_dictionaries(
        {
            "url": st.sampled_from(URLS).map(
                lambda path: f"https://www.karsa.example/berita{path}" if path else ""
            ),
            "title": st.sampled_from(
                ["", "Ombak Merusak Perahu", "Ombak Merusak Perahu - Halaman 2", "Pasar Terbakar"]
            ),
            "text": st.sampled_from(TEXTS),
            "as_is": st.booleans(),
            "captured_at": st.sampled_from([None, "2026-01-05T09:00:00Z", "2026-01-05T12:00:00Z"]),
        }
    ),
    min_size=1,
    max_size=8,
)


@given(rows)
@settings(max_examples=max(1, settings().max_examples // 2))
def test_no_capture_is_lost(
    tmp_path_factory: pytest.TempPathFactory, given_rows: list[dict[str, Any]]
) -> None:
    """Every capture ends as an article, a version, a page or part of one, a duplicate counted, or a drop with a known reason."""
    path = write_rows(tmp_path_factory.mktemp("lost") / "rows.jsonl", given_rows)
    report = Report()
    found = articles([path], report=report)
    kept = Counter(
        item.id for item in found if not item.captures or not any(c.use == "page" for c in item.captures)
    )
    kept.update(capture.id for item in found for capture in item.captures)
    dropped = {drop.item: drop.reason for drop in report.drops}
    counted = {item.item for item in report.notices if item.reason == "duplicate_capture"}
    for item in ingest([path]):
        if isinstance(item, Page):
            assert kept[item.id] or item.name in dropped or item.name in counted, item.name
        else:
            assert item.item in dropped
    assert set(dropped.values()) <= REASONS.keys()
    assert len(given_rows) == report.counts["pages"] + sum(drop.stage == "ingest" for drop in report.drops)
    pages = [item for item in ingest([path]) if isinstance(item, Page)]
    assert sum(item.name in counted for item in pages) >= len(pages) - len({item.id for item in pages})
    earlier = {item.revises for item in found} - {None}
    assert earlier <= {item.id for item in found}
