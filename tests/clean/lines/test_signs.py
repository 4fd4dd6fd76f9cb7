"""What patterns show of their matches."""

import pytest

from rujuk.clean.lines.signs import FAR, folded, opening_of, signs_of


@pytest.mark.parametrize(
    ("pattern", "openings", "pieces"),
    [
        ("baca juga.{0,9}", "b", {"baca juga"}),
        ("(?:baca|simak) ini", "bs", {" ini"}),
        ("(?:baca|simak)!?", "bs", {"baca", "simak"}),
        ("(?:[-*] ?)?Baca", "-*b", {"baca"}),
        (r"\(foto\)", "(", {"(foto)"}),
        (r"\[[a-z]/", "[", {"/"}),
        (r"(?<=\.) {0,2}\(rl\)$", " (", {"(rl)"}),
        ("(?-i:Oleh|OLEH) .+", "o", {"oleh"}),
        ("x(?:yz)?", "x", set()),
        ("ab{2,3}cde", "a", {"cde"}),
        ("(?:afp|ap) ?$", "a", {"afp", "ap"}),
        ("(?:ap|x)(?:ab|cd) foto", "ax", {" foto"}),
        ("[!/]?tim", "!/t", {"tim"}),
        ("tim[!/]", "t", {"tim"}),
        ("", "", set()),
    ],
)
def test_signs(pattern: str, openings: str, pieces: set[str]) -> None:
    found = signs_of(pattern)
    odd = {letter for letter in found.openings if not letter.isascii()}
    assert found.openings - odd == set(openings)
    assert found.pieces == pieces


@pytest.mark.parametrize("pattern", [r"(?P<a>x)(?P=a)", r"(a)\1", r"\x41", "(?i:a)|(?#a)b"])
def test_forms_that_are_not_read_may_be_anything(pattern: str) -> None:
    assert FAR in signs_of(pattern).openings
    assert not signs_of(pattern).pieces


def test_openings_of_texts() -> None:
    assert [opening_of(text) for text in ("Api", "(api)", "“Api”", "Übersee", "")] == [
        "a",
        "(",
        FAR,
        FAR,
        FAR,
    ]
    assert opening_of("\u0130klan") in signs_of("iklan").openings
    assert opening_of("\u212aapal") in signs_of("kapal").openings


def test_no_pieces_are_asked_of_letters_that_match_two() -> None:
    assert folded("BACA JUGA") == "baca juga"
    assert folded("“Baca”") == "“baca”"
    assert folded("\u0130klan") is None
