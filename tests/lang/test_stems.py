import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.lang.base import load
from rujuk.lang.stems import content_stems, stem

WORDS = load("id").words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("menewaskan", "tewas"),
        ("menolak", "ditolak"),
        ("mengirim", "kiriman"),
        ("memadamkan", "padam"),
        ("menyita", "disita"),
        ("memiliki", "dimiliki"),
        ("tewas", "meninggal"),
        ("kunjungan", "mengunjungi"),
        ("kebakaran", "terbakar"),
    ],
)
def test_words_of_one_meaning_share_a_stem(one: str, other: str) -> None:
    assert stem(one, WORDS) == stem(other, WORDS)


@pytest.mark.parametrize(
    ("one", "other"), [("tewas", "luka"), ("menolak", "setuju"), ("mengambil", "mengirim"), ("naik", "turun")]
)
def test_words_of_two_meanings_do_not(one: str, other: str) -> None:
    assert stem(one, WORDS) != stem(other, WORDS)


def test_function_words_and_numbers_are_left_out() -> None:
    assert content_stems("Ia dan 12 orang itu tewas di Balanga", WORDS) == ("orang", "tewas", "balanga")


@given(st.text())
def test_every_text_has_stems(text: str) -> None:
    assert all(content_stems(text, WORDS))
