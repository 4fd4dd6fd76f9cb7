import json
from hashlib import sha256

import pytest
from click.testing import CliRunner

from rujuk.model.jsonl import json_line
from rujuk.store.archive import Archive
from store.stories import ARTICLES, DOSSIERS, FIRE


def lines(items):
    return "".join(json_line(item) for item in items)


@pytest.fixture
def folder(tmp_path):
    """A folder as `rujuk dossier --out` writes it, but for its pages."""
    folder = tmp_path / "keluaran"
    folder.mkdir()
    texts = lines(item.to_dict() for item in ARTICLES)
    made = {"articles_sha256": sha256(texts.encode()).hexdigest()}
    (folder / "articles.jsonl").write_text(texts, encoding="utf-8")
    (folder / "dossiers.jsonl").write_text(
        lines({**item.to_dict(), "manifest": made} for item in DOSSIERS), encoding="utf-8"
    )
    return folder


def run(name, *arguments):
    from importlib import import_module

    command = import_module(f"rujuk.cli.{name}").command
    return CliRunner().invoke(command, [str(item) for item in arguments], obj={"quiet": False})


def test_a_folder_is_put_in_and_found(folder, path, packs):
    result = run("archive", folder, "--db", path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 dossiers" in result.stderr
    with Archive.open(path, packs=packs) as archive:
        stored = archive.dossier(FIRE.id)
        assert stored.statements == FIRE.statements
    found = run("search", "mengungsi", "55", "--db", path)
    assert found.exit_code == 0
    assert {json.loads(line)["kind"] for line in found.stdout.splitlines()} == {"statement", "article"}
    assert "2 hits" in found.stderr
    assert run("search", "mengungsi", "--db", path, "--limit", "1").stdout.count("\n") == 1


def test_a_folder_with_a_fault_is_refused_whole(folder, path):
    file = folder / "articles.jsonl"
    file.write_text(file.read_text("utf-8").replace("55 warga", "56 warga"), encoding="utf-8")
    result = run("archive", folder, "--db", path)
    assert result.exit_code == 1
    assert "text_sha256" in result.stdout
    assert not path.exists()


def test_a_shifted_offset_is_refused(folder, path):
    file = folder / "dossiers.jsonl"
    first, rest = file.read_text("utf-8").split("\n", 1)
    data = json.loads(first)
    entry = data["timeline"][0]["expression"]
    entry["start"], entry["end"] = entry["start"] + 1, entry["end"] + 1
    file.write_text(json_line(data) + rest, encoding="utf-8")
    result = run("archive", folder, "--db", path)
    assert result.exit_code == 1
    assert FIRE.id in result.stdout
    assert not path.exists()
