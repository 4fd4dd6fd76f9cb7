"""Which words are verbs, and which phrases tell something by one."""

import pytest

from rujuk.lang.base import load_all
from rujuk.lang.verbs import is_verb, tells

PACKS = load_all()


@pytest.mark.parametrize(
    ("word", "code", "expected"),
    [
        ("menyerahkan", "id", True),
        ("diserahkan", "id", True),
        ("tewas", "id", True),
        ("beras", "id", False),
        ("jembatan", "id", False),
        ("killed", "en", True),
        ("bridge", "en", False),
    ],
)
def test_is_verb(word: str, code: str, expected: bool) -> None:
    assert is_verb(word, PACKS[code]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bupati meresmikan Pasar Sawitan", True),
        ("Mantan pejabat yang dikenal dermawan, Wirya Utama", False),
        ("Mantan pejabat yang dikenal dermawan menyerahkan uang", True),
        ("Rabu (4/3/2026)", False),
        ("Dikutip dari kanal Warta Nusa", False),
        ("Dan bupati meresmikan pasar", False),
        ("Hal ini disampaikan Bupati Wirya Utama", False),
    ],
    ids=[
        "a verb",
        "one of a relative clause",
        "another one",
        "none",
        "a credit",
        "what goes on",
        "that something was said",
    ],
)
def test_tells(text: str, expected: bool) -> None:
    assert tells(text, PACKS["id"]) is expected
