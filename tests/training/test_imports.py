"""What trainings, evaluations and benchmarks import of each other is there: most of them are run by hand, and seldom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("training", "evals", "benchmarks", "fuzz")


def file_of(module: str) -> Path | None:
    """Return the file of a module of these folders or of the package, None where it is a folder or of somebody else."""
    home = ROOT / "src" if module.startswith("rujuk") else ROOT
    path = home / Path(*module.split("."))
    return path.with_suffix(".py") if path.with_suffix(".py").is_file() else None


def defined(tree: ast.Module) -> set[str]:
    """Return the names a module binds at its top, in conditions and `try` too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
    return found


def imported(path: Path) -> Iterator[tuple[str, str]]:
    """Yield module and name of each `from ... import ...` of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


@pytest.mark.parametrize(
    "path",
    sorted(p for f in FOLDERS for p in (ROOT / f).rglob("*.py")),
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_every_name_that_is_imported_is_defined(path: Path) -> None:
    missing = []
    for module, name in imported(path):
        source = file_of(module)
        if source is not None and name not in defined(ast.parse(source.read_text(encoding="utf-8"))):
            missing.append(f"{module}.{name}")
    assert missing == []
