import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.align.config import AlignConfig
from rujuk.align.cut import cut
from rujuk.lang.base import load

CONFIG = AlignConfig()


def pieces(text: str, counted: str = r"\b(?:lima|satu|dua|\d+)\b") -> list[list[str]]:
    counts = [match.start() for match in re.finditer(counted, text)]
    return [
        [text[start:end] for start, end in claim] for claim in cut(text, [], counts, [], load("id"), CONFIG)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Feri itu terbakar di selat, menewaskan 11 orang dan melukai 23 penumpang.",
            [["Feri itu terbakar di selat"], ["menewaskan 11 orang"], ["melukai 23 penumpang"]],
            id="clauses at a comma and at dan",
        ),
        pytest.param(
            "Sang pemimpin menerima lima kuda gunung dan satu pelana perak dari gubernur.",
            [
                ["Sang pemimpin menerima lima kuda gunung"],
                ["Sang pemimpin menerima", "satu pelana perak dari gubernur"],
            ],
            id="counted members of an enumeration share its head",
        ),
        pytest.param(
            "Kapal yang mengangkut 63 penumpang itu berangkat dari Balanga.",
            [["Kapal yang mengangkut 63 penumpang itu berangkat dari Balanga"]],
            id="a relative clause stays with its noun",
        ),
        pytest.param(
            "Bantuan berupa beras, minyak, dan selimut telah diserahkan.",
            [["Bantuan berupa beras, minyak, dan selimut telah diserahkan"]],
            id="a list without verbs or counts is not cut",
        ),
        pytest.param("Hujan deras.", [["Hujan deras"]], id="a short sentence is one claim"),
        pytest.param("... !", [], id="marks alone are no claim"),
    ],
)
def test_cut(text: str, expected: list[list[str]]) -> None:
    assert pieces(text) == expected


def test_a_protected_range_is_never_cut() -> None:
    text = "Ia membaca Datang dan Pergi lalu pulang."
    start = text.index("Datang")
    found = cut(text, [(start, start + len("Datang dan Pergi"))], [], [], load("id"), CONFIG)
    assert any(a <= start and start + len("Datang dan Pergi") <= b for claim in found for a, b in claim)


@given(st.text(alphabet=st.sampled_from("abc ,.;“”()\"'0dan yang\n\x00"), max_size=200))
def test_ranges_stand_in_the_text_in_order_and_apart(text: str) -> None:
    for claim in cut(text, [], [], [], load("id"), CONFIG):
        assert claim
        for start, end in claim:
            assert 0 <= start < end <= len(text)
            assert not text[start].isspace()
        assert all(left[1] <= right[0] for left, right in pairwise(claim))
