"""The other pages keep up with the code: reasons, errors, packs, stages, links."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from project import DOCS, PACKAGE, ROOT, STAGES, modules, name_of, tree
from rujuk.clean.labels import LABELS
from rujuk.lang import base
from rujuk.model import errors
from rujuk.model.report import REASONS

PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md")), ROOT / "samples" / "README.md"]
ARGUMENT = {"Dropped": 2, "Notice": 2, "drop": 1, "Failure": 0}
"""Which argument of a call holds the reason: Dropped(item, stage, reason), table.drop(number, reason), Failure(reason, detail)."""


def table(page: Path) -> dict[str, str]:
    """Return the rows of a page's tables of two columns: what stands in backquotes, and its meaning."""
    return dict(re.findall(r"^\| `([\w./]+)` \| (.+?) \|$", page.read_text("utf-8"), re.MULTILINE))


# reasons


def test_the_page_of_the_stages_lists_the_reasons_with_their_meaning() -> None:
    told = {name: text for name, text in table(DOCS / "stages.md").items() if name not in {*STAGES, *LABELS}}
    assert told == dict(REASONS)


def test_the_page_of_the_stages_lists_the_labels_of_furniture_with_their_meaning() -> None:
    told = {name: text for name, text in table(DOCS / "stages.md").items() if name in LABELS}
    assert told == dict(LABELS)


def reasons_in(path: Path) -> Iterator[str | None]:
    """Yield the reason token of each drop and notice that a module makes, None where it is not written there."""
    for node in ast.walk(tree(path)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        place = ARGUMENT.get(name)
        if place is not None and (len(node.args) > place or "reason" in given):
            value = given.get("reason") or node.args[place]
            yield str(value.value) if isinstance(value, ast.Constant) else None


PASSED_ON = {"ingest/capture/table.py": 1, "fetch/fetch.py": 1, "fetch/manners.py": 2}
"""`Table.drop` and a drop made of a `Failure` are handed their reason: the calls of those are read instead."""


@pytest.mark.parametrize("path", [path for path in modules() if any(reasons_in(path))], ids=name_of)
def test_every_reason_that_is_given_is_known(path: Path) -> None:
    found = list(reasons_in(path))
    assert {reason for reason in found if reason} <= REASONS.keys()
    assert found.count(None) == PASSED_ON.get(name_of(path), 0)


def test_every_known_reason_is_given_somewhere() -> None:
    assert {reason for path in modules() for reason in reasons_in(path) if reason} == REASONS.keys()


# errors


def test_the_tree_of_errors_names_each_with_its_place() -> None:
    told = re.findall(r"^(\*|  \+) (\w+)", errors.__doc__ or "", re.MULTILINE)
    there = [value for value in vars(errors).values() if inspect.isclass(value)]
    assert {name for _, name in told} == {error.__name__ for error in there}
    assert [name for mark, name in told if mark == "*"] == ["RujukError"]
    assert all(error.__bases__[0] is errors.RujukError for error in there if error is not errors.RujukError)


# packs


def test_the_page_of_the_packs_lists_every_section() -> None:
    told = re.findall(
        r"^\| `(\w+\.toml)` \| `(\w+)` \|", (DOCS / "packs.md").read_text("utf-8"), re.MULTILINE
    )
    assert {file for file, _ in told} == {path.name for path in (PACKAGE / "lang" / "id").glob("*.toml")}
    classes = {
        node.name
        for path in modules("lang")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
    }
    assert {name for _, name in told} <= classes


@pytest.mark.parametrize("code", base.codes())
def test_every_language_says_where_its_lists_come_from(code: str) -> None:
    folder = PACKAGE / "lang" / code
    said = (folder / "SOURCES.md").read_text("utf-8")
    lists = [path.name for path in folder.iterdir() if path.suffix in (".toml", ".txt")]
    assert [name for name in lists if name not in said] == []


# stages, links, words


def test_the_page_of_the_stages_has_a_row_for_each() -> None:
    text = (DOCS / "stages.md").read_text("utf-8")
    assert [stage for stage in STAGES if not re.search(rf"^\| `{stage}` \|", text, re.MULTILINE)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_lands(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    local = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if link and not (page.parent / link).exists()] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (DOCS / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", sorted((DOCS / "decisions").glob("[0-9]*.md")), ids=lambda path: path.stem)
def test_a_decision_says_context_decision_and_why(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(rf"# {path.name[:4]} \S", text)
    assert [part for part in ("**Context.**", "**Decision.**", "**Why.**") if part not in text] == []


def test_every_dependency_has_its_line() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"].get("web", [])]
    told = "".join(path.read_text("utf-8") for path in (DOCS / "decisions").glob("*.md"))
    names = [re.split(r"[<>=!~ \[]", item)[0] for item in needed]
    assert [name for name in names if f"| {name} |" not in told] == []
