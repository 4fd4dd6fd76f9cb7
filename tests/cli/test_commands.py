"""Each command on small made-up reports: its lines, its exit code, what it says and where."""

import csv
import io
import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import rujuk as package
from cli.conftest import ROWS, Rujuk
from project import CAPTURES, DOCS, OUTLETS, PACKAGE
from reports import WAVES, row, write_rows
from rujuk.cli.main import COMMANDS, SUMMARIES


def faults(schema: str, lines: list[dict[str, Any]]) -> list[str]:
    check = Draft202012Validator(json.loads((DOCS / "schema" / f"{schema}.json").read_text("utf-8")))
    return [f"{fault.json_path}: {fault.message}" for line in lines for fault in check.iter_errors(line)]


def written(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


# help and version


def test_help_names_every_command(rujuk: Rujuk) -> None:
    done = rujuk("--help")
    assert done.code == 0
    assert all(name in done.text for name in COMMANDS)
    assert COMMANDS.keys() == SUMMARIES.keys()
    assert rujuk("-h") == done


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, rujuk: Rujuk) -> None:
    done = rujuk(name, "--help")
    assert done.code == 0
    assert f"rujuk {name}" in done.text


def test_every_module_with_a_command_can_be_called() -> None:
    there = {p.stem for p in (PACKAGE / "cli").glob("*.py") if "\ndef command(" in p.read_text("utf-8")}
    assert there == set(COMMANDS)
    assert all(hasattr(import_module(module), "command") for module in COMMANDS.values())


def test_version(rujuk: Rujuk) -> None:
    done = rujuk("--version")
    assert (done.code, done.text) == (0, f"rujuk {package.__version__}\n")


def test_the_program_itself_in_a_terminal_without_utf_8(rows: Path) -> None:
    command = [sys.executable, "-c", "from rujuk.cli.main import main; main()", "clean", str(rows)]
    done = subprocess.run(command, capture_output=True, check=False, env={"LC_ALL": "C", "PYTHONUTF8": "0"})  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.decode("utf-8").split("\n")) == len(ROWS) + 1


# the commands that write JSON lines


@pytest.mark.parametrize(
    ("name", "schema", "count"),
    [("clean", "article", 3), ("annotate", "document", 3), ("stories", "story", 2)],
)
def test_lines_are_valid(name: str, schema: str, count: int, rows: Path, rujuk: Rujuk) -> None:
    done = rujuk(name, rows, "--outlets", OUTLETS)
    assert (done.code, done.err) == (0, "")
    assert len(done.lines) == count
    assert faults(schema, done.lines) == []


def test_lines_of_the_samples_are_valid(rujuk: Rujuk) -> None:
    done = rujuk("annotate", CAPTURES, "--outlets", OUTLETS)
    assert (done.code, len(done.lines)) == (0, 23)
    assert faults("document", done.lines) == []
    assert [line["id"] for line in done.lines] == sorted(line["id"] for line in done.lines)


def test_stories_part_what_is_apart(rows: Path, rujuk: Rujuk) -> None:
    assert sorted(len(line["articles"]) for line in rujuk("stories", rows).lines) == [1, 2]


def test_rows_from_standard_input_are_the_rows_of_a_file(rows: Path, rujuk: Rujuk) -> None:
    from_file = rujuk("clean", rows, "--outlets", OUTLETS).lines
    piped = rujuk("clean", "-", "--outlets", OUTLETS, stdin=rows.read_bytes()).lines
    assert [{**line, "path": ""} for line in piped] == [{**line, "path": ""} for line in from_file]
    assert {line["path"] for line in piped} == {"-"}


def test_columns_map_a_table(rujuk: Rujuk, tmp_path: Path) -> None:
    table = io.StringIO()
    out = csv.writer(table)
    out.writerow(["koran", "kepala", "naskah", "alamat", "hari"])
    out.writerow(
        ["Karsa", "Lima perahu rusak", WAVES, "https://www.karsa.example/berita/a", "5 Januari 2026"]
    )
    path = tmp_path / "tabel.csv"
    path.write_text("\ufeff" + table.getvalue(), encoding="utf-8")
    names = "outlet=koran,title=kepala,text=naskah,url=alamat,published_at=hari"
    (line,) = rujuk("clean", path, "--outlets", OUTLETS, "--columns", names).lines
    assert line["outlet"] == {"id": "karsa", "name": "Karsa"}
    assert (line["title"], line["text"]) == ("Lima perahu rusak", WAVES)
    assert line["published_at"] == "2026-01-05"
    assert rujuk("clean", path).code == 3  # without the map the table has no text


AS_IS = "MENU | MASUK\nBaca juga: Hal lain\n\n  Ombak   besar.\n"


@pytest.mark.parametrize("by", ["flag", "row", "text file"])
def test_as_is_keeps_every_character(by: str, rujuk: Rujuk, tmp_path: Path) -> None:
    flags = ["--as-is"] if by != "row" else []
    path = tmp_path / "a.txt"
    path.write_text(AS_IS, encoding="utf-8", newline="\n")
    if by != "text file":
        path = write_rows(tmp_path / "a.jsonl", [{"text": AS_IS, "as_is": by == "row"}])
    (line,) = rujuk("clean", path, *flags).lines
    assert line["text"] == AS_IS


def test_a_url_is_given_back_unchanged(rujuk: Rujuk, tmp_path: Path) -> None:
    url = "HTTPS://www.Karsa.example/berita/a?utm_source=x&b=2#komentar"
    path = write_rows(tmp_path / "a.jsonl", [row("karsa", WAVES, url=url)])
    (line,) = rujuk("clean", path).lines
    assert line["url"] == url
    assert line["canonical_url"] == "https://www.karsa.example/berita/a?b=2"


# dossier and verify


def test_dossier_writes_a_folder_that_verifies(rows: Path, rujuk: Rujuk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = rujuk("dossier", rows, "--outlets", OUTLETS, "--out", out)
    assert (done.code, done.out) == (0, b"")
    assert "3 articles, 2 stories, 2 dossiers" in done.err
    lines = written(out / "dossiers.jsonl")
    pages = {f"{line['id']}.html" for line in lines}
    names = {"index.html", "dossiers.jsonl", "articles.jsonl", "report.jsonl"}
    assert {path.name for path in out.iterdir()} == names | pages
    assert faults("dossier", lines) == []
    assert faults("article", written(out / "articles.jsonl")) == []
    assert faults("report", written(out / "report.jsonl")) == []
    verified = rujuk("verify", out)
    assert (verified.code, verified.out) == (0, b"")
    assert "every one reads as written" in verified.err


def test_one_story_puts_all_into_one_dossier(rows: Path, rujuk: Rujuk, tmp_path: Path) -> None:
    assert rujuk("dossier", rows, "--one-story", "-o", tmp_path / "out").code == 0
    (line,) = written(tmp_path / "out" / "dossiers.jsonl")
    assert len(line["articles"]) == 3


def test_pages_are_written_in_the_language_asked_for(rows: Path, rujuk: Rujuk, tmp_path: Path) -> None:
    for code in ("id", "en"):
        assert rujuk("dossier", rows, "--lang", code, "--out", tmp_path / code).code == 0
        for page in (tmp_path / code).glob("*.html"):
            assert f'<html lang="{code}"' in page.read_text("utf-8"), page.name
    assert (tmp_path / "id" / "dossiers.jsonl").read_bytes() == (
        tmp_path / "en" / "dossiers.jsonl"
    ).read_bytes()


def test_a_second_run_leaves_no_page_of_the_first(rows: Path, rujuk: Rujuk, tmp_path: Path) -> None:
    out = tmp_path / "out"
    rujuk("dossier", rows, "--out", out)
    (out / "catatan.txt").write_text("milik pengguna", encoding="utf-8")
    rujuk("dossier", write_rows(tmp_path / "one.jsonl", ROWS[2:]), "--out", out)
    assert len(list(out.glob("*.html"))) == 2
    assert (out / "catatan.txt").exists()


def test_quiet_says_nothing(rows: Path, rujuk: Rujuk, tmp_path: Path) -> None:
    assert rujuk("-q", "dossier", rows, "--out", tmp_path / "out").err == ""


# configuration


def test_config_show_tells_each_setting_and_its_origin(rujuk: Rujuk, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("rujuk.toml").write_text('processes = 2\noutlets = ["mine.toml"]\n', encoding="utf-8")
    monkeypatch.setenv("RUJUK_LANGUAGE", "en")
    done = rujuk("config", "show")
    told = dict(line.split(" = ", 1) for line in done.text.splitlines())
    assert done.code == 0
    assert told["language"] == '"en"  (RUJUK_LANGUAGE)'
    assert told["processes"].startswith("2  (")
    assert told["as_is"] == "false  (default)"


# wrong usage: 2

WRONG = {
    "no command": [],
    "unknown command": ["baca"],
    "no input": ["clean"],
    "missing path": ["clean", "nowhere.txt"],
    "missing path beside a good one": ["dossier", CAPTURES, "nowhere", "--out", "out"],
    "unknown option": ["clean", CAPTURES, "--colour"],
    "no folder to write to": ["dossier", CAPTURES],
    "unknown language": ["dossier", CAPTURES, "--out", "out", "--lang", "fr"],
    "negative processes": ["clean", CAPTURES, "--processes", "-1"],
    "columns that are no map": ["clean", CAPTURES, "--columns", "outlet"],
    "columns of no field": ["clean", CAPTURES, "--columns", "warna=merah"],
    "missing folder to verify": ["verify", "nowhere"],
    "folder without dossiers": ["verify", "."],
}


@pytest.mark.parametrize("arguments", WRONG.values(), ids=list(WRONG))
def test_wrong_usage_is_2_and_says_what(arguments: list[str], rujuk: Rujuk) -> None:
    done = rujuk(*arguments)
    assert (done.code, done.out) == (2, b"")
    assert done.err.strip()
    assert "Traceback" not in done.err
    assert not Path("out").exists()


@pytest.mark.parametrize("option", ["--outlets", "--encoder"])
def test_a_missing_pack_or_encoder_is_an_error_that_names_it(option: str, rows: Path, rujuk: Rujuk) -> None:
    done = rujuk("stories", rows, option, "tidak-ada")
    assert done.code in (1, 2)
    assert "tidak-ada" in done.err
    assert "Traceback" not in done.err
