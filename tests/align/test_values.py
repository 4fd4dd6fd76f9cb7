import pytest

from builders import article
from rujuk.align.values import apart, comparable, compatible, same_time
from rujuk.model.annotations import Bound, Quantity


def quantity(
    value: float, counted: str = "orang", bound: Bound = "exact", unit: str = "", high: float | None = None
) -> Quantity:
    return Quantity(article("a", "x").span(0, 1), value, high, unit, counted, bound, "test")


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (quantity(5), quantity(5), True),
        (quantity(5), quantity(6), False),
        (quantity(50, bound="about"), quantity(48), True),
        (quantity(50, bound="about"), quantity(60), False),
        (quantity(50, bound="at_least"), quantity(53), True),
        (quantity(50, bound="at_least"), quantity(49), False),
        (quantity(50, bound="at_most"), quantity(49), True),
        (quantity(10, bound="range", high=15), quantity(12), True),
        (quantity(10, bound="range", high=15), quantity(16), False),
    ],
)
def test_compatible(left: Quantity, right: Quantity, expected: bool) -> None:
    assert compatible(left, right) is expected
    assert compatible(right, left) is expected


def test_five_drones_and_five_people_never_meet() -> None:
    assert not comparable(quantity(5, "drone"), quantity(5, "orang"))
    assert not comparable(quantity(5, "rumah", unit="IDR"), quantity(5, "rumah"))
    assert comparable(quantity(5, "drone peledak"), quantity(6, "drone"))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (quantity(8.32, "", unit="°S"), quantity(8.5, ""), True),
        (quantity(8.32, "", unit="°S"), quantity(8.5, "", unit="°"), True),
        (quantity(8.32, "", unit="°S"), quantity(107.26, ""), False),
        (quantity(107.26, "", unit="°E"), quantity(107.3, ""), True),
        (quantity(8.32, "", unit="°S"), quantity(8.32, "", unit="°N"), False),
        (quantity(8.32, "", unit="°S"), quantity(8, ""), False),
        (quantity(8.32, "", unit="°S"), quantity(8.5, "rumah"), False),
        (quantity(8.32, "", unit="°C"), quantity(8.5, "", unit="°"), False),
    ],
)
def test_a_latitude_may_lack_its_direction(left: Quantity, right: Quantity, expected: bool) -> None:
    assert comparable(left, right) is expected
    assert comparable(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (("2026-03-03", "2026-03-03"), ("2026-03-03", "2026-03-03"), False),
        (("2026-03-03", "2026-03-03"), ("2026-03-04", "2026-03-04"), True),
        (("2026-03-03T14:20", "2026-03-03T14:20"), ("2026-03-03", "2026-03-03"), False),
        (("2026-03-03T14:20", "2026-03-03T14:20"), ("2026-03-03T14:21", "2026-03-03T14:21"), True),
        (("2026-03-01", "2026-03-31"), ("2026-03-04", "2026-03-04"), False),
        (("2026-03", "2026-03"), ("2026-03-04", "2026-03-04"), False),
    ],
)
def test_apart(left: tuple[str, str], right: tuple[str, str], expected: bool) -> None:
    assert apart(left, right) is expected
    assert apart(right, left) is expected
    assert same_time(left, right) is not expected
