"""Publication dates as metadata and the press write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.dates import candidates, choose, reader_of
from rujuk.lang.base import load_all
from rujuk.model.text import DateCandidate

READER = reader_of(load_all())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selasa, 3 Maret 2026 14:20 WIB", "2026-03-03T14:20:00+07:00"),
        ("Selasa, 3 Maret 2026 | 14.20 Wita", "2026-03-03T14:20:00+08:00"),
        ("3 Mar 2026 14:20 WIT", "2026-03-03T14:20:00+09:00"),
        (", Jurnalis-Jum'at, 20 Juni 2025 |18:09 WIB", "2025-06-20T18:09:00+07:00"),
        ("Diperbarui 18 Jun 2025, 14:05 WIB", "2025-06-18T14:05:00+07:00"),
        ("Karsa.example- 19/06/2025, 08:42 WIB", "2025-06-19T08:42:00+07:00"),
        ("Senin (3/3/2026)", "2026-03-03"),
        ("Monday 18 September 2023 - 05:31", "2023-09-18"),
        ("September 18, 2023 5:31 pm GMT", "2023-09-18T17:31:00+00:00"),
        ("13 Februari 2018 | 08.12 WIB", "2018-02-13T08:12:00+07:00"),
        ("Rabu 18 Jun 2025 22:02 WIB", "2025-06-18T22:02:00+07:00"),
        ("2026-03-03", "2026-03-03"),
        ("2026-03-03T14:20:31+07:00", "2026-03-03T14:20:31+07:00"),
        ("2026-03-03T14:20:31.123456Z", "2026-03-03T14:20:31+00:00"),
        ("2026-03-03 14:20:31 +0700", "2026-03-03T14:20:31+07:00"),
        ("2026-03-03 14:20:31", "2026-03-03"),
        ("2026-03-03T14:20:31", "2026-03-03"),
        ("12/31/2026", "2026-12-31"),
        ("31 Februari 2026", None),
        ("45/45/2026", None),
        ("2026-13-40", None),
        ("3 Maret", None),
        ("kemarin", None),
        ("0" * 10_000, None),
        ("", None),
    ],
)
def test_reading(text: str, expected: str | None) -> None:
    found = READER.read(text)
    assert (found[0] if found else None) == expected


def test_a_time_without_zone_takes_the_press_zone_and_says_so() -> None:
    (found,) = candidates([("row", "2026-03-03 14:20:31")], READER, "+07:00")
    assert (found.value, found.origin) == ("2026-03-03T14:20:31+07:00", "row_assumed_zone")


@given(st.text())
def test_any_text_is_read_or_not(text: str) -> None:
    found = READER.read(text)
    assert found is None or len(found[0]) in {10, 25}


def made(*found: tuple[str, str]) -> list[DateCandidate]:
    return [DateCandidate(value, origin, value) for origin, value in found]


@pytest.mark.parametrize(
    ("found", "captured_at", "expected"),
    [
        ([], None, None),
        ([("printed", "2026-03-03"), ("meta", "2026-03-04")], None, "2026-03-04"),
        ([("row", "2026-03-03"), ("printed", "2026-03-03T14:20:00+07:00")], None, "2026-03-03T14:20:00+07:00"),
        ([("json_ld", "2026-03-03T14:20:00+00:00"), ("printed", "2026-03-03T14:20:00+07:00")], None, "2026-03-03T14:20:00+07:00"),
        ([("json_ld", "2026-03-03T07:20:00+00:00"), ("printed", "2026-03-03T14:20:00+07:00")], None, "2026-03-03T07:20:00+00:00"),
        ([("printed", "2026-03-05"), ("printed", "2026-03-03")], "2026-03-04T00:00:00+00:00", "2026-03-03"),
        ([("row_assumed_zone", "2026-03-03T14:20:00+07:00"), ("meta", "2026-03-03T15:20:00+08:00")], None, "2026-03-03T15:20:00+08:00"),
    ],
)  # fmt: skip
def test_choosing(found: list[tuple[str, str]], captured_at: str | None, expected: str | None) -> None:
    assert choose(made(*found), captured_at) == expected
