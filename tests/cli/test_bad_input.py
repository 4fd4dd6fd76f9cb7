"""Each kind of bad input gets its reason in the report and a clear line, and the rest goes on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Done, Rujuk
from project import OUTLETS
from reports import MARKET, WAVES, row, write_rows

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
FRENCH = (
    "Le maire de Valbrume a annoncé lundi la fermeture du pont de la Brume pour six mois de travaux. "
    "Les habitants devront emprunter la route du nord, a précisé la mairie dans un communiqué publié le matin.\n"
    "Selon les ingénieurs, plusieurs poutres de l'ouvrage étaient fissurées depuis l'hiver dernier."
)
NO_BODY = "<!doctype html><html><head><title>Beranda</title></head><body><nav><a href='/'>Beranda</a></nav></body></html>"


def put(name: str, data: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return make


def nothing(folder: Path) -> Path:
    path = folder / "kosong"
    path.mkdir()
    return path


def lines(*rows: Any) -> bytes:
    return "".join((item if isinstance(item, str) else json.dumps(item)) + "\n" for item in rows).encode()


DROPPED = {
    "empty file": (put("kosong.txt", b""), "empty", "kosong.txt"),
    "blank file": (put("kosong.html", b" \n\t "), "empty", "kosong.html"),
    "picture called text": (put("gambar.txt", PNG), "binary", "gambar.txt"),
    "text full of NUL": (put("nul.txt", b"a\x00\x00" * 200), "binary", "nul.txt"),
    "unknown kind": (put("berkas.pdf", b"%PDF-1.7"), "unknown_kind", "berkas.pdf"),
    "page without a body": (put("beranda.html", NO_BODY.encode()), "no_body", "beranda.html"),
    "row without text": (put("b.jsonl", lines({"title": "Judul", "url": "https://a.example/1"})), "no_text", "b.jsonl#1"),
    "broken JSON line": (put("b.jsonl", lines('{"text": "putus')), "bad_row", "b.jsonl#1"),
    "row that is no object": (put("b.jsonl", lines("[1, 2]")), "bad_row", "b.jsonl#1"),
    "JSON that is no array": (put("b.json", b'"kata"'), "unreadable", "b.json"),
    "JSON that ends too soon": (put("b.json", b'[{"text": "putus'), "unreadable", "b.json"),
    "folder of nothing": (nothing, "no_articles", "kosong"),
}  # fmt: skip


def run(rujuk: Rujuk, folder: Path, *bad: Path) -> tuple[Done, list[dict[str, Any]], list[dict[str, Any]]]:
    """Return how a run ended over bad inputs beside a good one, its report lines and its articles."""
    good = write_rows(folder / "baik.jsonl", [row("karsa", WAVES)])
    done = rujuk("dossier", good, *bad, "--outlets", OUTLETS, "--out", folder / "out")
    read = [
        [json.loads(line) for line in (folder / "out" / name).read_text("utf-8").split("\n") if line]
        for name in ("report.jsonl", "articles.jsonl")
    ]
    return done, read[0], read[1]


@pytest.mark.parametrize(("make", "reason", "item"), DROPPED.values(), ids=list(DROPPED))
def test_what_cannot_be_used_is_dropped_with_its_reason(
    make: Callable[[Path], Path], reason: str, item: str, rujuk: Rujuk, tmp_path: Path
) -> None:
    done, report, articles = run(rujuk, tmp_path, make(tmp_path))
    drops = [line for line in report if line["level"] == "drop"]
    assert done.code == 3
    assert {drop["reason"] for drop in drops} >= {reason}
    assert any(drop["item"].endswith(item) for drop in drops)
    assert f"{item}: {reason}" in done.err
    assert len(articles) == 1
    assert rujuk("verify", tmp_path / "out").code == 0


NOTED = {
    "wrong encoding": (put("latin.txt", WAVES.replace("Desa", "Désa").encode("latin-1")), "repaired", "warning"),
    "language without a pack": (put("perancis.txt", FRENCH.encode()), "no_language_pack", "warning"),
    "NUL in text": (put("nul.txt", (WAVES + "\x00 " + MARKET).encode()), "repaired", "warning"),
    "line separators in text": (put("u2028.txt", (WAVES + "\u2028" + MARKET + "\u2029").encode()), "repaired", "warning"),
    "lone surrogate in a row": (put("s.jsonl", lines({"text": WAVES + "\n\ud83d"})), "repaired", "warning"),
    "date that cannot be read": (put("d.jsonl", lines({"text": WAVES, "published_at": "kapan-kapan"})), "unread_date", "warning"),
}  # fmt: skip


@pytest.mark.parametrize(("make", "reason", "level"), NOTED.values(), ids=list(NOTED))
def test_what_can_be_used_is_kept_with_a_word(
    make: Callable[[Path], Path], reason: str, level: str, rujuk: Rujuk, tmp_path: Path
) -> None:
    bad = make(tmp_path)
    done, report, articles = run(rujuk, tmp_path, bad)
    assert done.code == 0
    assert (level, reason) in {(line["level"], line.get("reason")) for line in report}
    assert f"{level}: {bad.name}" in done.err
    assert len(articles) == 2
    assert rujuk("verify", tmp_path / "out").code == 0


def test_a_wrong_encoding_is_read_as_what_it_is(rujuk: Rujuk, tmp_path: Path) -> None:
    _, _, articles = run(rujuk, tmp_path, NOTED["wrong encoding"][0](tmp_path))
    assert any("Kepala Désa Rejosari" in article["text"] for article in articles)


@pytest.mark.parametrize("character", ["\x00", "\u2028", "\u2029", "\x85", "\ud83d"])
def test_odd_characters_never_break_a_line(character: str, rujuk: Rujuk, tmp_path: Path) -> None:
    """Kept as it is, the text holds them still; every line is one line, every quote reads as written."""
    bad = tmp_path / "aneh.jsonl"
    bad.write_bytes(lines({"text": f"Awal {character} {WAVES}{character}{MARKET}", "as_is": True}))
    done, _, articles = run(rujuk, tmp_path, bad)
    assert (done.code, len(articles)) == (0, 2)
    assert rujuk("verify", tmp_path / "out").code == 0


def test_an_article_that_was_not_analysed_is_said_to_be(rujuk: Rujuk, tmp_path: Path) -> None:
    run(rujuk, tmp_path, NOTED["language without a pack"][0](tmp_path))
    read = (tmp_path / "out" / "dossiers.jsonl").read_text("utf-8").split("\n")
    cards = [card for line in read if line for card in json.loads(line)["articles"]]
    assert sorted((card["path"], card["analysed"]) for card in cards) == [
        ("baik.jsonl", True),
        ("perancis.txt", False),
    ]


def test_two_captures_of_one_url_are_both_kept_and_count_once(rujuk: Rujuk, tmp_path: Path) -> None:
    longer = WAVES + " Nelayan diminta tidak melaut sampai Rabu."
    bad = write_rows(tmp_path / "lagi.jsonl", [row("karsa", longer)])
    done, report, articles = run(rujuk, tmp_path, bad)
    assert (done.code, len(articles)) == (0, 2)
    assert [line["reason"] for line in report if line["level"] == "note"] == ["recapture"]
    read = (tmp_path / "out" / "dossiers.jsonl").read_text("utf-8").split("\n")
    told = [json.loads(line) for line in read if line]
    assert {statement["independent"] for line in told for statement in line["statements"]} <= {0, 1}


def test_the_same_capture_twice_is_one_article(rujuk: Rujuk, tmp_path: Path) -> None:
    bad = write_rows(tmp_path / "lagi.jsonl", [row("karsa", WAVES)])
    done, report, articles = run(rujuk, tmp_path, bad)
    assert (done.code, [article["copies"] for article in articles]) == (0, [2])
    assert [line["reason"] for line in report if line["level"] == "note"] == ["duplicate_capture"]


def test_nothing_but_bad_inputs_still_ends_well(rujuk: Rujuk, tmp_path: Path) -> None:
    done = rujuk("dossier", put("kosong.txt", b"")(tmp_path), nothing(tmp_path), "--out", tmp_path / "out")
    assert done.code == 3
    assert (tmp_path / "out" / "index.html").exists()
    assert (tmp_path / "out" / "dossiers.jsonl").read_bytes() == b""
    assert rujuk("verify", tmp_path / "out").code == 0


def test_a_broken_line_does_not_cost_the_others(rujuk: Rujuk, tmp_path: Path) -> None:
    path = tmp_path / "campur.jsonl"
    path.write_bytes(lines(row("karsa", WAVES), "{rusak", {"title": "tanpa isi"}, row("kabarteluk", MARKET)))
    done = rujuk("clean", path, "--outlets", OUTLETS)
    assert (done.code, len(done.lines)) == (3, 2)
    assert "campur.jsonl#2: bad_row" in done.err
    assert "campur.jsonl#3: no_text" in done.err
    assert "2 inputs were dropped (bad_row 1, no_text 1)" in done.err
