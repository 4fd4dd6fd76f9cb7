from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from builders import article
from project import OUTLETS
from rujuk.clean.lines.recurrence import NOTHING_KNOWN
from rujuk.model.report import Dropped
from rujuk.model.story import Story, story_id
from rujuk.model.text import Page
from rujuk.pipeline.work import (
    Capture,
    Job,
    Tools,
    annotate_article,
    clean_page,
    lead_vectors,
    survey_pages,
    trace_reuse,
    write_up,
)

TOOLS = Tools(outlets=(OUTLETS,))
LONG = "Ombak setinggi tiga meter merusak lima perahu nelayan di Pelabuhan Sukamulya pada Senin (5/1/2026)."
MORE = (
    "Kepala Desa Rejosari, Bagas Wiratama, mengatakan 12 warga mengungsi ke balai desa sejak Senin pagi. "
    "Ia meminta nelayan tidak melaut sampai ombak reda, dan menjanjikan bantuan bagi pemilik perahu yang rusak."
)
OWN = [article("a1", LONG, title="Ombak"), article("b2", f"{LONG} Warga mengungsi.", title="Perahu")]


def job(*articles: Any) -> Job:
    ids = tuple(item.id for item in articles)
    return Job(Story(story_id(ids[0]), "Ombak", ids, ()), articles, {"rujuk": "0"})


def page(text: str) -> Page:
    return Page("a.txt", None, "text", text.encode("utf-8"), "ff")


def test_a_page_becomes_an_article() -> None:
    found, _ = clean_page(Capture(page(f"Ombak Merusak Perahu\n\n{LONG}\n\n{MORE}\n"), NOTHING_KNOWN), TOOLS)
    assert not isinstance(found, Dropped)
    assert LONG in found.text


def test_a_page_without_text_is_dropped() -> None:
    found, _ = clean_page(Capture(page(""), NOTHING_KNOWN), TOOLS)
    assert isinstance(found, Dropped)
    assert (found.item, found.stage) == ("a.txt", "clean")


def test_an_error_nobody_foresaw_is_a_drop() -> None:
    broken = replace(page("x"), data=None)  # type: ignore[arg-type]
    found, notices = clean_page(Capture(broken, NOTHING_KNOWN), TOOLS)
    assert isinstance(found, Dropped)
    assert (found.reason, notices) == ("error", ())
    assert found.detail.partition(":")[0].endswith("Error")
    drop = annotate_article(replace(OWN[0], text=None), TOOLS, "full")  # type: ignore[arg-type]
    assert isinstance(drop, Dropped)
    assert (drop.item, drop.stage, drop.reason) == ("a1.txt", "annotate", "error")


def test_a_capture_that_cannot_be_surveyed_does_not_end_the_run() -> None:
    broken = replace(page("x"), data=None)  # type: ignore[arg-type]
    captures, notices = survey_pages([broken, page(LONG)], TOOLS)
    assert [capture.recurrence for capture in captures] == [NOTHING_KNOWN, NOTHING_KNOWN]
    assert [(said.item, said.reason) for said in notices] == [("a.txt", "not_surveyed")]


def test_leads_have_vectors_by_article() -> None:
    found = lead_vectors(OWN, TOOLS)
    assert [*found] == ["a1", "b2"]
    assert all(np.linalg.norm(vector) == pytest.approx(1, abs=1e-3) for vector in found.values())


def test_reuse_is_traced_between_the_articles_of_a_story() -> None:
    story, drops = trace_reuse(job(*OWN), TOOLS)
    assert drops == ()
    assert [(edge.left, edge.right) for edge in story.reuse] == [("a1", "b2")]
    single = job(OWN[0])
    assert trace_reuse(single, TOOLS) == (single.story, ())


def test_a_story_is_written_up() -> None:
    dossier, drops = write_up(job(*OWN), TOOLS)
    assert drops == ()
    assert dossier is not None
    assert [card.id for card in dossier.articles] == ["a1", "b2"]
    assert dossier.manifest == {"rujuk": "0"}


def test_one_bad_article_does_not_end_the_story() -> None:
    broken = replace(OWN[1], title=None)  # type: ignore[arg-type]
    dossier, drops = write_up(job(OWN[0], broken), TOOLS)
    assert [(drop.item, drop.reason) for drop in drops] == [("b2.txt", "error")]
    assert dossier is not None
    assert [card.id for card in dossier.articles] == ["a1"]


def test_a_story_that_cannot_be_written_does_not_end_the_run() -> None:
    broken = replace(OWN[1], canonical_url=4)  # type: ignore[arg-type]
    dossier, drops = write_up(job(OWN[0], broken), TOOLS)
    assert dossier is None
    assert [(drop.item, drop.stage, drop.reason) for drop in drops] == [(story_id("a1"), "compose", "error")]
    assert ", line " in drops[0].detail


def test_a_story_of_bad_articles_has_no_dossier() -> None:
    broken = replace(OWN[1], title=None)  # type: ignore[arg-type]
    dossier, drops = write_up(job(broken), TOOLS)
    assert dossier is None
    assert len(drops) == 1
