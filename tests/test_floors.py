"""The floors of the house: who may import whom, as pyproject.toml says it."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from project import PACKAGE, ROOT, STAGES, modules, name_of, tree

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
ALLOWED = {"model", "lang", "outlets", "encoder"}
"""What a stage may use of Rujuk, beside its own folder."""
SECOND_DOORS = {
    "align": {"compare"},  # the pairs behind the statements, for whoever doubts one or fits the model
    "clean": {"gather", "survey"},  # docs/decisions/0018 and 0023
    "cluster": {
        "dependences",
        "reuse_and_dependences",
        "reuse",
        "why",
    },  # docs/decisions/0004, 0025; why: for whoever doubts a story
    "render": {"index_entry", "render_index"},  # the list of pages, once all pages are written
    "weigh": {"values"},
}
"""Every stage has one verb; these have more, for a reason."""


def test_the_contract_of_the_floors_is_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr


LAYERS = [contract for contract in CONTRACTS["contracts"] if contract["type"] == "layers"]


def test_the_floors_name_every_folder() -> None:
    assert {contract["containers"][0]: contract["exhaustive"] for contract in LAYERS} == {
        "rujuk": True,
        "rujuk.ingest": True,
        "rujuk.clean": True,
    }


@pytest.mark.parametrize("contract", LAYERS, ids=lambda contract: contract["name"])
def test_a_contract_names_what_is_there(contract: dict[str, Any]) -> None:
    (container,) = contract["containers"]
    named = {name.strip() for layer in contract["layers"] for name in layer.split("|")}
    folder = PACKAGE.joinpath(*container.split(".")[1:])
    there = {path.parent.name for path in folder.glob("*/__init__.py")}
    assert there <= named
    assert named <= there | {path.stem for path in folder.glob("*.py")}


def imported(path: Path) -> set[str]:
    """Return the modules of ours that a module imports."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name.split(".")[0] == "rujuk"}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_knows_no_other_stage(stage: str) -> None:
    for path in modules(stage):
        folders = {name.split(".")[1] for name in imported(path) if "." in name}
        assert folders <= {stage, *ALLOWED}, name_of(path)


def through_the_front(path: Path) -> set[str]:
    """Return the names that a module takes from its own folder's `__init__` and that are no modules of the folder."""
    own = ".".join(("rujuk", *path.parent.relative_to(PACKAGE).parts))
    taken = {
        alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module == own
        for alias in node.names
    }
    return {name for name in taken if not (path.parent / f"{name}.py").exists()}


@pytest.mark.parametrize("path", [path for path in modules() if path.name != "__init__.py"], ids=name_of)
def test_a_module_imports_its_siblings_not_its_folder_s_front_door(path: Path) -> None:
    assert through_the_front(path) == set()


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_opens_the_door_of_its_name(stage: str) -> None:
    exported = next(
        ast.literal_eval(node.value)
        for node in tree(PACKAGE / stage / "__init__.py").body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    )
    assert exported == sorted(exported)
    verbs = {name for name in exported if name.islower()}
    assert verbs == {stage, *SECOND_DOORS.get(stage, ())}
