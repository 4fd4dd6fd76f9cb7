"""The one form of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.characters import is_damaged, keep, normalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd"),
        ("Rp\xa05\u2009juta\t lagi", "Rp 5 juta lagi"),
        ("zero\u200bwidth\ufeff\u00ad", "zerowidth"),
        ("nul\0\x07", "nul"),
        ("kafe\u0301", "kafé"),
        ("a\ud800b", "a\ufffdb"),
        ("  a  \n  b  ", "a\nb"),
        ("“kutip” – ‘dalam’", "“kutip” – ‘dalam’"),
    ],
)
def test_forms(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text(alphabet=st.characters()))
def test_normalising_twice_is_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert not is_damaged(once)
    once.encode("utf-8")


def test_a_pile_of_marks_is_cut() -> None:
    assert len(normalise("a" + "\u0300\u0316" * 100_000)) < 100


@given(st.text(alphabet=st.characters()))
def test_keeping_moves_no_character(text: str) -> None:
    assert len(keep(text)) == len(text)
