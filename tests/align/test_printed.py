"""Slips of the pen between two reports, and what only looks like one."""

import pytest

from align.reading import PACKS, claims_of, read
from rujuk.align.printed import is_slip, one_slip, other_code, other_figure, other_weekday, printed_in


def sides(one: str, other: str):
    documents = read("a", one), read("b", other)
    left, right = claims_of(*documents)
    return left, right, {document.article.id: printed_in(document.article) for document in documents}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sidang digelar pada Senin (2/3/2026).", "Sidang digelar pada Rabu (2/3/2026).", ("Senin 2026-03-02", "Rabu 2026-03-02")),
        ("Sidang digelar pada Senin (2/3/2026).", "Sidang digelar pada Senin (2/3/2026).", None),
        ("Sidang digelar pada Rabu (2/3/2026).", "Sidang digelar pada Rabu (2/3/2026).", None),
        ("Sidang digelar pada 2 Maret 2026.", "Sidang digelar pada Rabu (2/3/2026).", None),
        ("Sidang digelar pada Senin (2/3/2026).", "Sidang digelar pada Selasa (3/3/2026).", None),
    ],
    ids=["slip", "both right", "both wrong", "no weekday", "two days"],
)  # fmt: skip
def test_other_weekday(one: str, other: str, expected: tuple[str, str] | None) -> None:
    left, right, _ = sides(one, other)
    assert other_weekday(left, right, PACKS["id"]) == expected
    assert other_weekday(right, left, PACKS["id"]) == (expected and expected[::-1])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Pesawat NG-2471 mendarat darurat.", "Pesawat NG 2741 mendarat darurat.", ("NG2471", "NG2741")),
        ("Pesawat NG-2471 mendarat darurat.", "Pesawat NG 2478 mendarat darurat.", ("NG2471", "NG2478")),
        ("Pesawat NG-2471 mendarat darurat.", "Pesawat NG 2471 mendarat darurat.", None),
        ("Pesawat NG-2471 mendarat darurat.", "Pesawat NG-3058 mendarat darurat.", None),
        ("Pesawat NG-2471 mendarat darurat.", "Pesawat KB-2741 mendarat darurat.", None),
        ("Pesawat NG-2471 mendarat darurat.", "Pesawat NG-2741 dan bukan NG-2471 mendarat.", None),
    ],
    ids=["changed places", "one digit", "the same", "another flight", "another company", "knows both"],
)  # fmt: skip
def test_other_code(one: str, other: str, expected: tuple[str, str] | None) -> None:
    assert other_code(*sides(one, other)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Gol dicetak Bagas Wiratama (21', 59').", "Gol dicetak Bagas Wiratama (21’, 58’).", ("59", "58")),
        ("Gol dicetak Bagas Wiratama (21', 59').", "Gol dicetak Bagas Wiratama (21’, 59’).", None),
        ("Gol dicetak Bagas Wiratama (21', 59').", "Gol dicetak Bagas Wiratama (22’, 58’).", None),
        ("Gol dicetak Bagas Wiratama (21', 59').", "Gol dicetak Retno Palupi untuk tuan rumah (21’, 58’).", None),
        ("Terdakwa melanggar Pasal 6 huruf a.", "Terdakwa melanggar Pasal 12 huruf a.", None),
        ("Sebanyak 21 rumah dan 59 kios rusak.", "Sebanyak 21 rumah dan 58 kios rusak.", None),
    ],
    ids=["one figure", "the same", "two figures", "other words", "a figure alone", "counted things"],
)  # fmt: skip
def test_other_figure(one: str, other: str, expected: tuple[str, str] | None) -> None:
    assert other_figure(*sides(one, other)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("NG2471", True), ("Rabu 2026-03-02", True), ("2026-03-02", False), ("40 rumah rusak", False), ("± 40 km", False), ("", False)],
)  # fmt: skip
def test_is_slip(value: str, expected: bool) -> None:
    assert is_slip(value) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("5276", "5726", True), ("5276", "5277", True), ("5276", "5276", False), ("5276", "7256", False), ("527", "5276", False)],
)  # fmt: skip
def test_one_slip(one: str, other: str, expected: bool) -> None:
    assert one_slip(one, other) is one_slip(other, one) is expected
