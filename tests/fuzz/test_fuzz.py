"""Damaged captures of every kind are read and cleaned without a crash; the same number is the same input."""

from pathlib import Path

import pytest
from fuzz.__main__ import read_and_clean, run
from fuzz.inputs import KINDS, nth_input

from rujuk.lang import base as lang
from rujuk.outlets import base as outlets


def test_a_short_run_has_no_finds() -> None:
    found = run(20 * len(KINDS), seed=7)
    assert found["finds"] == []
    assert set(found["kinds"]) == set(KINDS)
    assert found["tokens"]["article"] > 0


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_an_input_is_the_same_again(number: int) -> None:
    assert nth_input(3, number) == nth_input(3, number)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.html", b"<html><script>" + b"var a = 1;" * 500 + b"</script></html>", "drop no_body"),
        ("a.html", b"<frameset><frame src='a.html'><frame src='b.html'></frameset>", "drop no_body"),
        ("a.html", b"<div>" * 20_000 + b"x", "drop no_body"),
        ("a.html", b"\0" * 3 + b"<p>x</p>" * 100, "drop no_body"),
        ("a.csv", b"satu;dua\n1;2\n", "drop unreadable"),
    ],
)
def test_pages_without_an_article(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = read_and_clean(tmp_path / name, (lang.load_all(), outlets.load()))
    assert found[reason] == 1
    assert found["article"] == 0
