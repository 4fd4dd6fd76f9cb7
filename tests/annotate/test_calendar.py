"""Calendar arithmetic."""

from datetime import date

import pytest

from rujuk.annotate import calendar


def test_an_iso_week_may_belong_to_another_year() -> None:
    week = calendar.week(date(2027, 1, 1))
    assert (week.start, week.end, week.timex) == ("2026-12-28", "2027-01-03", "2026-W53")


@pytest.mark.parametrize(
    ("unit", "count", "timex"),
    [
        ("D", -1, "2024-02-29"),
        ("W", 1, "2024-W10"),
        ("M", -2, "2024-01"),
        ("Q", -1, "2023-Q4"),
        ("Y", 3, "2027"),
    ],
)
def test_shifts(unit: str, count: int, timex: str) -> None:
    assert calendar.shifted(date(2024, 3, 1), unit, count).timex == timex


@pytest.mark.parametrize(
    ("unit", "count"), [("Y", -3000), ("Y", 9000), ("M", 10**6), ("D", 10**8), ("W", 10**12)]
)
def test_shifts_out_of_the_calendar_raise(unit: str, count: int) -> None:
    with pytest.raises((ValueError, OverflowError)):
        calendar.shifted(date(2024, 3, 1), unit, count)


@pytest.mark.parametrize(
    ("month", "day", "ahead", "year"),
    [(12, 30, False, 2025), (1, 5, False, 2026), (3, 9, False, 2026), (1, 2, True, 2027)],
)
def test_the_year_of_a_day_without_one(month: int, day: int, ahead: bool, year: int) -> None:
    assert calendar.nearest_year(date(2026, 3, 4), month, day, ahead) == year


@pytest.mark.parametrize(
    ("month", "ahead", "year"), [(2, False, 2026), (11, False, 2025), (5, False, 2026), (2, True, 2027)]
)
def test_the_year_of_a_month_without_one(month: int, ahead: bool, year: int) -> None:
    assert calendar.month_year(date(2026, 3, 4), month, ahead) == year


def test_thirds_of_a_month_and_of_a_year() -> None:
    assert calendar.third(calendar.month(2026, 6), "MID").start == "2026-06-11"
    assert calendar.third(calendar.years(2026, 2026), "END").start == "2026-09-01"


def test_the_day_after_the_last_is_not_reached() -> None:
    assert calendar.week(date.max).end >= calendar.week(date.max).start
    assert calendar.moment(date.max, 24, 0).start == "9999-12-31T00:00"
