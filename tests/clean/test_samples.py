"""The sample captures against their answer key: every body, title, outlet, language and moment."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from rujuk.clean import clean
from rujuk.ingest import ingest
from rujuk.lang.base import load_all
from rujuk.model.text import Article, Page
from rujuk.outlets.base import load

SAMPLES = Path(__file__).parents[2] / "samples"


def labels() -> list[dict[str, Any]]:
    lines = (SAMPLES / "labels" / "bodies.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def articles() -> dict[tuple[str, int | None], Article]:
    outlets = load([SAMPLES / "outlets.toml"])
    found = {}
    for page in ingest([SAMPLES / "captures"]):
        assert isinstance(page, Page)
        article, _ = clean(page, packs=load_all(), outlets=outlets)
        assert isinstance(article, Article)
        found[page.path, page.row] = article
    return found


@pytest.mark.parametrize(
    "label", labels(), ids=lambda label: f"{Path(label['path']).name}-{label['row'] or 0}"
)
def test_a_sample_reads_as_its_label(
    label: dict[str, Any], articles: dict[tuple[str, int | None], Article]
) -> None:
    article = articles[Path(label["path"]).name, label["row"]]
    assert article.text == label["text"]
    assert article.title == label["title"]
    assert article.language == label["language"]
    assert article.byline == label["byline"]
    assert article.outlet is not None
    assert article.outlet.id == label["outlet"]
    assert label["dateline"] is None or label["dateline"] in (article.dateline or "")
    assert article.published_at is not None
    moment = datetime.fromisoformat(label["published_at"])
    if len(article.published_at) == 10:  # a local outlet that prints no zone: the day is all that is sure
        assert article.published_at == moment.date().isoformat()
    else:
        assert datetime.fromisoformat(article.published_at) == moment
