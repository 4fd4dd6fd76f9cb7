"""Every example of the front pages that is marked runnable runs, from the project's own folder."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT

MARKED = re.compile(r"<!-- runnable -->\n```(\w+)\n(.*?)```", re.DOTALL)
FRONT = ("README.md", "README.id.md")


def examples() -> list[tuple[str, str]]:
    """Return the runnable examples of the front pages, each once though both pages have it."""
    found = [match for name in FRONT for match in MARKED.findall((ROOT / name).read_text("utf-8"))]
    return list(dict.fromkeys(found))


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder with the samples in it, where an example may write."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    return tmp_path


def run(language: str, code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code] if language == "python" else ["bash", "-euc", code]
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(  # noqa: S603
        command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PATH": paths}
    )


@pytest.mark.parametrize(("language", "code"), examples(), ids=lambda text: text.splitlines()[0][:40])
def test_an_example_runs(language: str, code: str, desk: Path) -> None:
    done = run(language, code, desk)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_both_pages_show_the_command_line_and_python() -> None:
    for name in FRONT:
        languages = {language for language, _ in MARKED.findall((ROOT / name).read_text("utf-8"))}
        assert languages == {"bash", "python"}


def test_both_pages_have_the_same_sections_and_examples() -> None:
    sections = [len(re.findall(r"^## ", (ROOT / name).read_text("utf-8"), re.MULTILINE)) for name in FRONT]
    assert len(set(sections)) == 1
    assert len({tuple(MARKED.findall((ROOT / name).read_text("utf-8"))) for name in FRONT}) == 1


def test_the_picture_is_there_and_small() -> None:
    picture = ROOT / "docs" / "img" / "dossier.png"
    assert all("docs/img/dossier.png" in (ROOT / name).read_text("utf-8") for name in FRONT)
    assert 20_000 < picture.stat().st_size < 400_000
