"""Rules of the house that a syntax tree can check."""

import ast
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from statistics import median

import pytest

from project import STAGES, functions, lines_of, modules, name_of, tree

LANGUAGES = {"id", "en", "ms"}
LONGEST_FILE = 400
LONGEST_MEDIAN = 12
WORD_LIST = 8
"""So many lower-case words in one literal are a list that belongs to a language pack."""


def names_in(path: Path) -> Iterator[str]:
    """Yield every name that a module gives to something: variables, parameters, fields, functions, attributes it sets."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.alias):
            yield node.asname or node.name


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_nothing_is_called_just_source(path: Path) -> None:
    assert {name for name in names_in(path) if name in ("source", "sources")} == set()


def compared(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Compare):
        return [node.left, *node.comparators]
    if isinstance(node, ast.MatchValue):
        return [node.value]
    return []


@pytest.mark.parametrize("path", modules(*STAGES), ids=name_of)
def test_no_stage_asks_which_language_it_is(path: Path) -> None:
    found = {
        f"line {part.lineno}: {part.value!r}"
        for node in ast.walk(tree(path))
        for side in compared(node)
        for part in ast.walk(side)
        if isinstance(part, ast.Constant) and part.value in LANGUAGES
    }
    assert found == set()


def words_of(node: ast.AST) -> list[str]:
    """Return the strings of a literal collection that read as words of a language, or of one string of such words."""
    items = node.elts if isinstance(node, (ast.List, ast.Set, ast.Tuple)) else []
    texts = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
    return [text for text in texts if text.isalpha() and text.islower() and len(text) > 1]


KEYS = {"clean/markup/blocks.py", "ingest/tables/columns.py", "store/search.py"}
"""Names of HTML tags, columns and fields are names of data, not words of a language."""


@pytest.mark.parametrize("path", modules(*STAGES), ids=name_of)
def test_no_stage_holds_a_word_list(path: Path) -> None:
    if name_of(path) in KEYS:
        pytest.skip("names of tags, columns or fields")
    lists = {f"line {node.lineno}: {words[:4]} ..." for node in ast.walk(tree(path))
             if isinstance(node, ast.expr) and len(words := words_of(node)) >= WORD_LIST}  # fmt: skip
    assert lists == set()


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_file_fits_in_a_head(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize(
    "path", [p for p in modules() if name_of(p).split("/")[0] not in ("cli", "web")], ids=name_of
)
def test_the_library_never_prints_and_never_sets_up_logging(path: Path) -> None:
    banned = {"print", "basicConfig", "dictConfig", "fileConfig", "setLevel"}
    called = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute))
    }
    assert called & banned == set()


def test_functions_are_short() -> None:
    medians = {
        folder: median(lines_of(node) for path in group for node in functions(path))
        for folder, group in groupby(modules(), key=lambda path: name_of(path).split("/")[0])
    }
    assert {folder: value for folder, value in medians.items() if value > LONGEST_MEDIAN} == {}


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_no_module_is_a_drawer(path: Path) -> None:
    assert {*path.relative_to(path.parents[2]).with_suffix("").parts} & {
        "utils",
        "helpers",
        "common",
        "misc",
    } == set()
