"""Which page of a report an address names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.captures.paging import MOST, habits_of, read_address
from rujuk.lang.base import load_all

HABITS = habits_of(load_all())
REPORT = "https://kabarteluk.example/read/2026/04/15/1031/feri-terbakar"


@pytest.mark.parametrize(
    ("tail", "number"),
    [
        ("", 1), ("?page=2", 2), ("?Page=2", 2), ("?halaman=3", 3), ("?page=all", None), ("?page=semua", None),
        ("?single=1", None), ("?showpage=all", None), ("/halaman/2", 2), ("/page/2/", 2), ("/hal-3", 3), ("?page=1", 1),
    ],
)  # fmt: skip
def test_addresses_of_one_report(tail: str, number: int | None) -> None:
    found = read_address(REPORT + tail, HABITS)
    assert (found.base, found.number) == (REPORT, number)


@pytest.mark.parametrize(
    "address",
    [
        f"{REPORT}?p=2",
        f"{REPORT}?page=0",
        f"{REPORT}?page={MOST + 1}",
        f"{REPORT}?page=dua",
        f"{REPORT}?id=2",
    ],
)
def test_what_names_no_page_stays_in_the_address(address: str) -> None:
    found = read_address(address, HABITS)
    assert (found.base, found.number) == (address, 1)


def test_a_bare_number_at_the_end_is_only_told() -> None:
    found = read_address(f"{REPORT}/2", HABITS)
    assert (found.base, found.number, found.tail) == (f"{REPORT}/2", 1, (REPORT, 2))
    assert read_address("https://kabarteluk.example/2026/04/15", HABITS).tail == ("", 0)


@given(st.text(max_size=80))
def test_no_address_is_an_error(text: str) -> None:
    assert read_address(text, HABITS).number != 0


@pytest.mark.parametrize(
    ("line", "number", "last"),
    [("Halaman 2 dari 3", "2", "3"), ("Halaman: 1 2 3 Selanjutnya", None, "3"), ("Hal. 2/4", "2", "4"), ("Page 2 of 3", "2", "3")],
)  # fmt: skip
def test_printed_pagers(line: str, number: str | None, last: str) -> None:
    (match,) = filter(None, (pager.fullmatch(line) for pager in HABITS.pagers))
    found = match.groupdict()
    assert (found.get("number"), found["last"]) == (number, last)


@pytest.mark.parametrize("count", [200, 400])
def test_a_long_line_of_numbers_is_refused_at_once(count: int) -> None:
    line = "Halaman" + " 1" * count
    assert not any(re.fullmatch(pager, line[:200]) and len(line) <= 200 for pager in HABITS.pagers)
