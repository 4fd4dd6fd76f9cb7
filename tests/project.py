"""Where the project's files are, and its code as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "rujuk"
DOCS = ROOT / "docs"
SAMPLES = ROOT / "samples"
CAPTURES = SAMPLES / "captures"
OUTLETS = SAMPLES / "outlets.toml"
STAGES = ("fetch", "ingest", "clean", "annotate", "cluster", "align", "weigh", "compose", "render", "store")


def modules(*folders: str) -> list[Path]:
    """Return the package's modules, of some of its folders only where they are named, sorted."""
    roots = [PACKAGE / folder for folder in folders] or [PACKAGE]
    return sorted(path for root in roots for path in root.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return how messages call a module: its path below the package."""
    return path.relative_to(PACKAGE).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a module, methods and inner ones too."""
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function's body takes, its docstring left out."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    last = node.end_lineno or node.lineno
    return last - body[0].lineno + 1
