"""Plain conflicting values: the trusted outlets win, whatever the order, and nobody is counted twice for one value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.weigh.values import plain, values

# Three careless outlets give one wrong value for the last item; two careful ones agree with the others everywhere else.
ROWS = [(outlet, f"kapal {at}", f"pukul {at}") for outlet in ("a", "b") for at in range(9)]
ROWS += [
    (outlet, f"kapal {at}", f"pukul {at + 20 + ord(outlet)}") for outlet in ("c", "d", "e") for at in range(6)
]
ROWS += [(outlet, "kapal 8", "pukul 99") for outlet in ("c", "d", "e")]

row = st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.sampled_from("123"))


def test_outlets_that_are_right_elsewhere_outweigh_more_that_are_not() -> None:
    assert values(ROWS)["kapal 8"] == "pukul 8"


@given(st.permutations(ROWS))
def test_order_never_matters(shuffled) -> None:
    assert values(shuffled) == values(ROWS)


@given(st.lists(row, max_size=30))
def test_a_repeat_changes_nothing_and_every_item_gets_a_given_value(rows) -> None:
    found = values(rows)
    assert found == values(rows + rows)
    assert found.keys() == {item for _, item, _ in rows}
    assert all((item, value) in {(i, v) for _, i, v in rows} for item, value in found.items())


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("pukul 10.30 (perkiraan)", "pukul 10.30"),
        ("pukul 10.30*", "pukul 10.30"),
        ("pukul 10.30      tepat waktu", "pukul 10.30"),
        ("(tidak ada)", "(tidak ada)"),
        ("pukul 10.30", "pukul 10.30"),
        ("***", "***"),
    ],
)
def test_what_is_noted_about_a_value_is_not_the_value(value: str, wanted: str) -> None:
    assert plain(value) == wanted


def test_values_that_read_alike_back_one_another() -> None:
    rows = [("a", "kapal", "10.30"), ("b", "kapal", "10.30 (perkiraan)"), ("c", "kapal", "11.00")]
    assert values(rows) == {"kapal": "10.30"}
    assert values([("a", "kapal", "X"), ("b", "kapal", "x"), ("c", "kapal", "y")], read=str.lower) == {
        "kapal": "x"
    }


def test_one_outlet_is_believed_alone_and_nothing_from_nothing() -> None:
    assert values([("a", "kapal", "pukul 7")]) == {"kapal": "pukul 7"}
    assert values([]) == {}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("5:11 a.m.", "5:11 a.m."),
        ("Fri Dec 2 5:11 AM", "5:11 a.m."),
        ("05:11a", "5:11 a.m."),
        ("5:11pDec 2", "5:11 p.m."),
        ("5:11 p.m. (estimated)", "5:11 p.m."),
        ("10.30 pagi", "10.30 pagi"),
        ("10:30 petang", "10:30 petang"),
        ("5:11 a.m. atau 5:20 a.m.", "5:11 a.m. atau 5:20 a.m."),
        ("13:40", "13:40"),
    ],
)
def test_a_clock_time_is_the_value_however_it_is_written(value: str, wanted: str) -> None:
    assert plain(value) == wanted
    assert plain(plain(value)) == wanted


def test_an_outlet_of_one_value_does_not_outweigh_many_that_agree() -> None:
    many = [(f"harian {at}", f"kapal {item}", f"pukul {item}") for at in range(8) for item in range(30)]
    assert values([*many, ("pos dermaga", "kapal 3", "pukul 99")])["kapal 3"] == "pukul 3"
