"""Numbers in digits and words."""

import pytest

from rujuk.annotate.numerals import any_of, look_up, read_number, read_scale
from rujuk.lang.base import load


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1.200", 1200),
        ("1.234.567,5", 1234567.5),
        ("3,5 juta", 3_500_000),
        ("2,3 triliun", 2_300_000_000_000),
        ("5.2", 5.2),
        ("sebelas", 11),
        ("dua belas", 12),
        ("dua puluh lima", 25),
        ("dua puluh lima ribu", 25_000),
        ("seratus lima", 105),
        ("seratus sepuluh", 110),
        ("sembilan ratus sembilan puluh sembilan", 999),
        ("seribu dua ratus", 1200),
        ("dua juta lima ratus ribu", 2_500_000),
        ("dua ratus juta", 200_000_000),
        ("satu setengah juta", 1_500_000),
        ("setengah juta", 500_000),
        ("lima ratus ribu triliun", 500_000 * 10**12),
    ],
)
def test_indonesian(text: str, value: float) -> None:
    found = read_number(text, load("id").numbers)
    assert found == value
    assert isinstance(found, int) is (value == int(value))


@pytest.mark.parametrize(
    "text", ["dua tiga", "puluh", "belas", "lima puluh dua ratus", "dua puluh sepuluh", "kata", "5 6"]
)
def test_words_that_make_no_number(text: str) -> None:
    assert read_number(text, load("id").numbers) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200),
        ("2.5", 2.5),
        ("twenty-five", 25),
        ("one hundred and twenty", 120),
        ("two million five hundred thousand", 2_500_000),
        ("3 billion", 3_000_000_000),
    ],
)
def test_english(text: str, value: float) -> None:
    assert read_number(text, load("en").numbers) == value


def test_a_run_of_digits_too_long_to_count_anything_is_no_number() -> None:
    assert read_number("9" * 60, load("id").numbers) is None


def test_scales_multiply() -> None:
    numbers = load("id").numbers
    assert (
        read_scale("3 juta", numbers),
        read_scale("500 ribu triliun", numbers),
        read_scale("7", numbers),
    ) == (
        10**6,
        10**15,
        1,
    )


def test_no_words_match_nothing_and_words_are_found_in_any_case() -> None:
    assert any_of(()) == "(?!)"
    assert look_up("RP", {"Rp": "IDR"}) == "IDR"
    assert look_up("Hari  Ini", {"hari ini": 0}) == 0
    assert look_up("besok", {"lusa": 2}) is None
