"""When two written names may be one, and that the comparison is fair to both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.lang.base import load
from rujuk.lang.spelling import is_misspelt, is_part, same_person, sound, spelling, words_of

RULES = spelling(load("id").joins)
TEXT = st.text(max_size=30)
NAMES = st.lists(st.sampled_from(["adi", "rina", "wibisana", "wibsana", "sergei", "sergey", "jr", "bin", "m", "muhammad"]), min_size=1, max_size=4)  # fmt: skip


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("soerya", "surya"),
        ("tjokro", "cokro"),
        ("djoko", "joko"),
        ("sergei", "sergey"),
        ("sjarif", "syarif"),
        ("sharif", "syarif"),
        ("khalid", "halid"),
        ("yusuf", "jusuf"),
        ("zelensky", "zelenskiy"),
        ("zelenskyy", "zelenskij"),
        ("aisyah", "aisya"),
        ("budhi", "budi"),
        ("novi", "nofi"),
        ("rizki", "rizky"),
    ],
)
def test_one_sound(left: str, right: str) -> None:
    assert sound(left) == sound(right)


@pytest.mark.parametrize(
    ("left", "right"), [("rina", "rini"), ("budi", "rudi"), ("andi", "anti"), ("wati", "wani")]
)
def test_two_sounds(left: str, right: str) -> None:
    assert sound(left) != sound(right)


@given(TEXT, TEXT)
def test_misspelling_is_mutual_and_never_of_itself(left: str, right: str) -> None:
    assert is_misspelt(left, right) == is_misspelt(right, left)
    assert not is_misspelt(left, left)


@given(TEXT)
def test_words_hold_no_marks_and_stay_as_they_are(name: str) -> None:
    words = words_of(name)
    assert all(word and not word.isspace() for word in words)
    assert words_of(" ".join(words)) == words


@given(NAMES, NAMES)
def test_sameness_is_mutual_and_a_part_is_no_whole(left: list[str], right: list[str]) -> None:
    assert same_person(left, right, RULES) == same_person(right, left, RULES)
    assert same_person(left, left, RULES)
    assert not (is_part(left, right, RULES) and is_part(right, left, RULES))
