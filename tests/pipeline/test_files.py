import json
from pathlib import Path
from shutil import copytree

import pytest

from project import OUTLETS
from reports import WAVES, WAVES_RETOLD, row, write_rows
from rujuk.model.errors import InputError
from rujuk.model.jsonl import read_lines
from rujuk.pipeline.files import ARTICLES, DOSSIERS, INDEX, REPORT, check, write
from rujuk.pipeline.settings import Settings

SETTINGS = Settings(one_story=True, outlets=(OUTLETS,))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that a run wrote; nobody may write to it."""
    folder = tmp_path_factory.mktemp("made")
    rows = [row("karsa", WAVES, title="Ombak"), row("wartanusa", WAVES_RETOLD, title="Ombak Merusak")]
    write([write_rows(folder / "rows.jsonl", rows)], folder / "out", SETTINGS)
    return folder / "out"


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    """A copy of that folder to break."""
    return Path(copytree(made, tmp_path / "out"))


def change(path: Path, number: int, **changes: object) -> None:
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lines[number].update(changes)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def test_a_run_writes_its_folder(made: Path) -> None:
    (dossier,) = read_lines(made / DOSSIERS)
    assert {path.name for path in made.iterdir()} == {
        INDEX,
        ARTICLES,
        DOSSIERS,
        REPORT,
        f"{dossier['id']}.html",
    }
    assert f"{dossier['id']}.html" in (made / INDEX).read_text(encoding="utf-8")
    assert next(read_lines(made / REPORT))["counts"]["dossiers"] == 1


def test_what_was_written_is_borne_out(made: Path) -> None:
    found = check(made)
    assert (found.dossiers, found.faults) == (1, ())
    assert found.spans > 10


def test_a_changed_article_is_named(out: Path) -> None:
    change(out / ARTICLES, 0, text="Tidak terjadi apa-apa.")
    faults = check(out).faults
    assert faults[0].startswith(f"{ARTICLES} line 1: ProvenanceError")
    assert any("is not among the articles" in line for line in faults)
    assert any("is not the file that it was made with" in line for line in faults)


def test_another_file_of_articles_is_named(out: Path) -> None:
    path = out / ARTICLES
    path.write_text(
        "".join(reversed(path.read_text(encoding="utf-8").splitlines(keepends=True))), encoding="utf-8"
    )
    (fault,) = check(out).faults
    assert fault.endswith(f"{ARTICLES} is not the file that it was made with")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"summary": ["nowhere"]}, "the summary names statement nowhere", id="summary"),
        pytest.param({"statements": [{}]}, f"{DOSSIERS} line 1: KeyError", id="statement without its keys"),
        pytest.param({"articles": None}, f"{DOSSIERS} line 1: TypeError", id="no articles"),
        pytest.param({"timeline": [3]}, f"{DOSSIERS} line 1: TypeError", id="a number for an entry"),
    ],
)
def test_a_changed_dossier_is_named(out: Path, changes: dict[str, object], message: str) -> None:
    change(out / DOSSIERS, 0, **changes)
    assert any(message in line for line in check(out).faults)


@pytest.mark.parametrize("name", [ARTICLES, DOSSIERS])
@pytest.mark.parametrize("content", [None, "no json\n", "[]\n"])
def test_a_folder_that_is_not_ours_is_an_error(out: Path, name: str, content: str | None) -> None:
    (out / name).unlink()
    if content is not None:
        (out / name).write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=name):
        check(out)


def test_pages_of_an_earlier_run_are_removed_and_other_files_left_alone(out: Path, tmp_path: Path) -> None:
    before = [*out.glob("*.html")]
    pages = [path.name for path in before if path.name != INDEX]
    (out / "notes.html").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    write([tmp_path / "empty"], out, SETTINGS)
    assert pages
    assert not any((out / name).exists() for name in pages)
    assert (out / "notes.html").read_text(encoding="utf-8") == "mine"
    assert check(out).dossiers == 0


def test_no_page_outside_the_folder_is_removed(out: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.html"
    victim.write_text("mine", encoding="utf-8")
    change(out / DOSSIERS, 0, id="../victim")
    (tmp_path / "empty").mkdir()
    write([tmp_path / "empty"], out, SETTINGS)
    assert victim.exists()


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        write([tmp_path / "empty"], tmp_path / "file" / "out", SETTINGS)
