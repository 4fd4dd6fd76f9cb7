"""Other extractors' answers: held against ours, and kept from pages that hurt them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.body.peers import (
    MAX_DEPTH,
    agree,
    agreement,
    densest_agreement,
    is_deep,
    is_huge,
    resiliparse_lines,
    taken_of,
    trafilatura_lines,
)
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.line import Line
from rujuk.clean.markup.blocks import Place, parse

BODY = (
    "Kapal patroli menemukan perahu nelayan yang hilang sejak Jumat di dekat Pulau Wasambu.",
    "Ketiga awaknya selamat dan dibawa ke Pelabuhan Labuan Tiro untuk diperiksa kesehatannya.",
    "Mereka bertahan dengan minum air hujan, kata kepala pelabuhan, Rusdi Lambata, pada Minggu.",
)
PAGE = f"<html><body><nav><a href=/>Beranda</a></nav><article>{''.join(f'<p>{line}</p>' for line in BODY)}</article></body></html>"

BODIES = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=9).map(" ".join), max_size=6)


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        (["a b c d e"], ["a b c d e"], 1),
        (["a b c d e"], ["f g h i j"], 0),
        (["a b c d e"], ["a b c d"], 2 / 3),
        (["a b", "c d"], ["a b c d"], 1),
        ([], [], 1),
        ([], ["a b c d"], 0),
    ],
)
def test_agreement(left: list[str], right: list[str], value: float) -> None:
    assert agreement(left, right) == pytest.approx(value)
    assert agreement(right, left) == pytest.approx(value)


@given(BODIES, BODIES, st.sampled_from([0.2, 0.5, 0.8, 1.0]))
def test_bodies_that_surely_agree_do(left: list[str], right: list[str], least: float) -> None:
    assert not agree(left, right, least) or agreement(left, right) >= least


def line_in(text: str, grand: int, linked: float = 0.0) -> Line:
    return Line(text, linked=linked, place=Place(grand=grand))


def test_the_densest_element_agrees_by_words() -> None:
    inside = [line_in(text, 1) for text in BODY]
    menu = [line_in(text, 2) for text in ("Beranda", "Nasional")]
    assert densest_agreement([*inside, *menu], inside) == 1
    assert densest_agreement([*inside, *menu], menu) == 0
    words = [line.length for line in inside]
    assert densest_agreement(inside, inside[:1]) == pytest.approx(2 * words[0] / (sum(words) + words[0]))


def test_links_make_no_element_dense() -> None:
    offers = [line_in(f"{text} {text}", 2, linked=1.0) for text in BODY]
    inside = [line_in(BODY[0], 1)]
    assert densest_agreement([*offers, *inside], inside) == 1


def test_a_page_without_sentences_bears_nothing_out() -> None:
    menu = [line_in(text, 2) for text in ("Beranda", "Nasional")]
    assert densest_agreement(menu, menu) == 0
    assert densest_agreement([], []) == 0


def test_bodies_that_share_most_lines_surely_agree() -> None:
    assert agree(BODY, [*BODY, "Baca juga: Perahu Lain"], 0.5)
    assert not agree(BODY, BODY[:1], 0.6)


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        (BODY[0], True),
        (" ".join(BODY[0].split()[:9]) + " dan seterusnya", True),
        ("Harga cabai turun tiga hari berturut-turut di Pasar Wantuli", False),
        ("Beranda", False),
    ],
)
def test_lines_that_a_body_holds(line: str, taken: bool) -> None:
    assert taken_of([Line(line)], BODY) == [taken]


def test_both_peers_read_a_page() -> None:
    assert agreement(resiliparse_lines(PAGE), BODY) > 0.9
    assert agreement(trafilatura_lines(PAGE), BODY) > 0.9


@pytest.mark.parametrize(
    ("markup", "deep"),
    [
        ("<div>" * (MAX_DEPTH + 1), True),
        ("<div>" * MAX_DEPTH, False),
        ("<div></div>" * (MAX_DEPTH + 1), False),
        ("<p>" * (MAX_DEPTH + 1), False),
        ("<br>" * (MAX_DEPTH + 1), False),
        ("", False),
    ],
)
def test_depth(markup: str, deep: bool) -> None:
    assert is_deep(markup) is deep


def test_a_deep_page_is_not_given_to_resiliparse() -> None:
    assert resiliparse_lines("<div>" * (MAX_DEPTH + 1) + PAGE) == []


@pytest.mark.parametrize("markup", ["", "<svg>", "\0"])
def test_what_is_no_page_has_no_lines(markup: str) -> None:
    assert resiliparse_lines(markup) == trafilatura_lines(markup) == []


def test_size_is_in_elements() -> None:
    markup = "<p>a</p>" * 20
    tree = parse(markup)
    assert tree is not None
    assert is_huge(tree, markup, CleanConfig(max_elements=20))
    assert not is_huge(tree, markup, CleanConfig(max_elements=30))
