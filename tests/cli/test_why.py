"""`rujuk why`: names of articles and stories, one line of data, and what is said of a name that fits nothing."""

import json
import re
from pathlib import Path

import pytest

from cli.conftest import Rujuk
from project import DOCS


def test_an_article_and_a_story_are_named_by_id_or_its_beginning(rows: Path, rujuk: Rujuk) -> None:
    stories = [json.loads(line) for line in rujuk("-q", "stories", str(rows)).out.splitlines()]
    told = max(stories, key=lambda item: len(item["articles"]))
    by_id = rujuk("-q", "why", told["articles"][0], told["id"], str(rows))
    short = rujuk("-q", "why", told["articles"][0][:6], told["articles"][-1], str(rows))
    assert by_id.code == 0
    assert by_id.out == short.out
    line = json.loads(by_id.out)
    assert (line["article"], line["story"], line["inside"]) == (told["articles"][0], told["id"], True)


def test_every_key_of_the_line_is_documented(rows: Path, rujuk: Rujuk) -> None:
    stories = [json.loads(line) for line in rujuk("-q", "stories", str(rows)).out.splitlines()]
    line = json.loads(rujuk("-q", "why", stories[0]["articles"][0], stories[1]["id"], str(rows)).out)
    page = (DOCS / "cli.md").read_text("utf-8")
    own = page[page.index("### `rujuk why") :].split("\n### ")[0]
    keys = {*line, *line["comparisons"][0], *line["comparisons"][0]["features"][0]}
    assert {key for key in keys if not re.search(rf"\b{key}\b", own)} <= {
        "article",
        "story",
        "title",
        "name",
        "features",
    }


@pytest.mark.parametrize("name", ["nothing", "abc", "ffffffffffff"])
def test_a_name_that_fits_nothing_is_refused(name: str, rows: Path, rujuk: Rujuk) -> None:
    done = rujuk("-q", "why", name, name, str(rows))
    assert done.code == 2
    assert f"{name}: no article of that name" in done.err
