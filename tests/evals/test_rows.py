import sys
from collections import Counter
from itertools import pairwise

import pytest

from project import ROOT

sys.path.insert(0, str(ROOT))

from evals.language import HERE, SENTENCES, TOLD
from evals.rows import labels, scored, stretches

LEAD = (
    "Sebuah kapal nelayan terbalik di perairan Wantuli pada Senin malam, dan lima awaknya diselamatkan warga."
)
LAST = "Kepala Desa Rejosari, Bagas Wiratama, mengatakan kapal itu dihantam ombak setinggi tiga meter."


def test_the_draws_are_whole_and_no_row_is_drawn_twice() -> None:
    rows = labels()
    assert Counter(row["draw"] for row in rows) == {"first": 60, "second": 60, "third": 30}
    assert len({row["url"] for row in rows}) == len(rows)
    assert {row["first_look"] for row in rows} <= {"good", "furniture", "lost"}


def test_labels_are_offsets_in_order_and_nothing_else() -> None:
    for row in labels():
        assert set(row) == {"url", "draw", "first_look", "body"}
        assert all(start < end for start, end in row["body"])
        assert all(one[1] <= other[0] for one, other in pairwise(row["body"]))


def test_stretches_are_their_lines() -> None:
    assert list(stretches("satu\ndua\n\niklan\ntiga", [[0, 8], [16, 20]])) == ["satu", "dua", "tiga"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ([[0, len(LEAD)], [len(LEAD) + 14, len(LEAD) + 14 + len(LAST)]], (2, 2, 2, True)),
        ([[0, len(LEAD)]], (1, 2, 1, True)),
        ([[0, len(LEAD) + 14 + len(LAST)]], (2, 2, 3, True)),
    ],
)
def test_a_row_is_scored_by_its_lines(body: list[list[int]], expected: tuple[int, int, int, bool]) -> None:
    row = {"judul": "Kapal Terbalik", "isi_berita": f"{LEAD}\nBaca juga: a\n{LAST}"}
    assert scored(row, body) == expected


@pytest.mark.parametrize("code", ["ace", "id", "jv", "ms", "su"])
def test_the_declaration_is_there_a_sentence_a_line(code: str) -> None:
    lines = (HERE / f"{code}.txt").read_text("utf-8").splitlines()
    assert len(lines) > 12 * SENTENCES
    assert all(line == line.strip() and line for line in lines)
    assert TOLD.get(code, code) in {"id", "jv", "ms", "su"}
