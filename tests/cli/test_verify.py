"""`rujuk verify` names what was changed after a folder was written."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Rujuk
from written import SampleRun

Line = dict[str, Any]


@pytest.fixture
def folder(sample_run: SampleRun, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_run.folder, tmp_path / "salinan"))


def change(path: Path, edit: Callable[[Line], None], number: int = 0) -> None:
    lines = path.read_text("utf-8").split("\n")
    data = json.loads(lines[number])
    edit(data)
    lines[number] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text("\n".join(lines), "utf-8", newline="\n")


def other(character: str) -> str:
    return "x" if character != "x" else "y"


def text(data: Line) -> None:
    data["text"] = data["text"][:40] + other(data["text"][40]) + data["text"][41:]


def title(data: Line) -> None:
    data["title"] += "."


def claim(data: Line) -> None:
    own = next(c for s in data["statements"] for c in s["claims"] if "start" in c)
    own["text"] = other(own["text"][0]) + own["text"][1:]


def wording(data: Line) -> None:
    own = data["statements"][0]
    own["text"] += " tidak"


def content(data: Line) -> None:
    own = data["quotations"][0]["content"]
    own["text"] = own["text"][:-1] + other(own["text"][-1])


def moved(data: Line) -> None:
    own = data["quotations"][0]["content"]
    own["start"], own["end"] = own["start"] + 1, own["end"] + 1


def summary(data: Line) -> None:
    data["summary"].append("00" * 8)


def article(data: Line) -> None:
    data["articles"] = data["articles"][1:]


def status(data: Line) -> None:
    own = next(s for s in data["statements"] if s["independent"] < 2)
    own["status"] = "agreed"


def independent(data: Line) -> None:
    data["statements"][0]["independent"] = 99


def missing(data: Line) -> None:
    del data["statements"]


@pytest.mark.parametrize("edit", [text, title], ids=lambda edit: edit.__name__)
def test_a_changed_article_is_named(edit: Callable[[Line], None], folder: Path, rujuk: Rujuk) -> None:
    change(folder / "articles.jsonl", edit, 3)
    done = rujuk("verify", folder)
    assert done.code == 1
    assert "articles.jsonl line 4" in done.text
    assert "faults" in done.err


EDITS = [claim, wording, content, moved, summary, article, status, independent, missing]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_changed_dossier_is_named(edit: Callable[[Line], None], folder: Path, rujuk: Rujuk) -> None:
    path = folder / "dossiers.jsonl"
    number, line = max(
        enumerate(json.loads(line) for line in path.read_text("utf-8").split("\n") if line),
        key=lambda item: len(item[1]["quotations"]),
    )
    change(path, edit, number)
    done = rujuk("verify", folder)
    assert done.code == 1
    assert f"dossier {line['id']}" in done.text or f"dossiers.jsonl line {number + 1}" in done.text


def test_an_article_with_its_hash_mended_is_still_found(folder: Path, rujuk: Rujuk) -> None:
    """Who changes a text and its hash is caught by the dossier, which kept both."""
    from dataclasses import replace

    from rujuk.model.text import Article

    def mend(data: Line) -> None:
        own = Article.from_dict(data)
        changed = replace(own, text=own.text[:-1] + other(own.text[-1]))
        data.clear()
        data.update(changed.to_dict())

    change(folder / "articles.jsonl", mend)
    done = rujuk("verify", folder)
    assert done.code == 1
    assert "is not the one analysed" in done.text
    assert "articles.jsonl is not the file" in done.text


def test_a_lost_article_is_named(folder: Path, rujuk: Rujuk) -> None:
    path = folder / "articles.jsonl"
    path.write_text(path.read_text("utf-8").split("\n", 1)[1], "utf-8", newline="\n")
    done = rujuk("verify", folder)
    assert done.code == 1
    assert "is not among the articles" in done.text


def test_a_file_that_is_no_json_is_a_failure_that_names_it(folder: Path, rujuk: Rujuk) -> None:
    (folder / "dossiers.jsonl").write_text("{", encoding="utf-8")
    done = rujuk("verify", folder)
    assert done.code == 1
    assert "dossiers.jsonl" in done.err
    assert "Traceback" not in done.err
