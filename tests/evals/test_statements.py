import sys

import pytest

from project import ROOT

sys.path.insert(0, str(ROOT))

from evals.events import Event
from evals.statements import score_disagreements, score_pairs, score_singles, share, statements_of

from builders import article, claim
from rujuk.model.statement import Alignment, Claim, Disagreement, Variant

A = article("a1", "Sebanyak 40 rumah rusak. Warga mengungsi. Bupati datang.")
B = article("b2", "Ada 65 rumah rusak. Warga mengungsi.")
HOUSES = claim(A, "Sebanyak 40 rumah rusak"), claim(B, "Ada 65 rumah rusak")
PEOPLE = claim(A, "Warga mengungsi"), claim(B, "Warga mengungsi")
MAYOR = claim(A, "Bupati datang")
FACTS = [
    {"id": "f1", "anchors": {"a": "40 rumah", "b": "65 rumah"}, "kind": "conflict", "strength": "hard"},
    {"id": "f2", "anchors": {"a": "Warga mengungsi", "b": "Warga mengungsi"}, "kind": "same"},
]
EVENT = Event(
    "banjir", {"a": A, "b": B}, {"facts": FACTS, "single": [{"article": "a", "anchor": "Bupati datang"}]}
)


def alignment(*claims: Claim, disputed: bool = False, develops: bool = False) -> Alignment:
    variants = tuple(Variant(item.text, (item.id,)) for item in claims)
    gaps = (Disagreement("number", variants, develops, ""),) if disputed else ()
    return Alignment(claims, gaps, ())


RIGHT = [alignment(*HOUSES, disputed=True), alignment(*PEOPLE), alignment(MAYOR)]


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(RIGHT, (2, 0, 0), id="as labelled"),
        pytest.param([alignment(item) for item in (*HOUSES, *PEOPLE, MAYOR)], (0, 2, 0), id="all apart"),
        pytest.param([alignment(*HOUSES, *PEOPLE, MAYOR)], (2, 0, 2), id="all in one"),
        pytest.param(
            [alignment(HOUSES[0], PEOPLE[1]), alignment(HOUSES[1], PEOPLE[0])], (0, 2, 2), id="crossed"
        ),
        pytest.param([], (0, 2, 0), id="none"),
    ],
)
def test_score_pairs(statements: list[Alignment], expected: tuple[int, int, int]) -> None:
    assert score_pairs(EVENT, statements) == expected


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(RIGHT, (1, 1), id="left alone"),
        pytest.param([alignment(MAYOR, HOUSES[1])], (0, 1), id="joined with another article's"),
        pytest.param([alignment(MAYOR, HOUSES[0])], (1, 1), id="joined with its own article's"),
    ],
)
def test_score_singles(statements: list[Alignment], expected: tuple[int, int]) -> None:
    assert score_singles(EVENT, statements) == expected


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(RIGHT, (1, 1, 1, 1), id="found"),
        pytest.param([alignment(*HOUSES)], (0, 0, 1, 0), id="missed"),
        pytest.param([alignment(*PEOPLE, disputed=True)], (1, 0, 1, 0), id="another shown"),
        pytest.param([alignment(*HOUSES, disputed=True, develops=True)], (0, 0, 1, 0), id="only developing"),
        pytest.param(
            [alignment(HOUSES[0], PEOPLE[1], disputed=True)], (1, 0, 1, 0), id="with one anchor only"
        ),
    ],
)
def test_score_disagreements(statements: list[Alignment], expected: tuple[int, int, int, int]) -> None:
    assert score_disagreements(EVENT, statements) == expected


def test_share_counts_the_characters_of_an_anchor_in_a_claim() -> None:
    place = EVENT.place("a", "40 rumah")
    assert place is not None
    assert share(place, HOUSES[0]) == len("40 rumah")
    assert share(place, claim(A, "Sebanyak 40")) == len("40")
    assert share(place, claim(A, "Sebanyak 40", "rusak")) == len("40")
    assert share(place, HOUSES[1]) == 0
    assert share((A.id, "title", 0, 9), HOUSES[0]) == 0


def test_a_place_is_in_the_statements_that_hold_most_of_it() -> None:
    place = EVENT.place("a", "40 rumah rusak")
    assert place is not None
    found = [alignment(claim(A, "Sebanyak 40")), alignment(claim(A, "rumah rusak")), alignment(MAYOR)]
    assert statements_of(place, found) == {1}
    assert statements_of(place, [*found, alignment(claim(A, "rumah rusak"), PEOPLE[1])]) == {1, 3}
    assert statements_of(place, [alignment(MAYOR)]) == set()
