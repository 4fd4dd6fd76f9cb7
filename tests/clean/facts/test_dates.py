"""Publication dates as metadata and the press write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.clean.facts.dates import address_date, after_capture, candidates, choose, reader_of
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
        ("Kamis, 05/03/26 10:08 WIB", "2026-03-05T10:08:00+07:00"),
        ("10:08 WIB, Kamis, 5 Maret 2026", "2026-03-05T10:08:00+07:00"),
        ("14.20 - 03/03/2026", "2026-03-03"),
        ("Khamis, 5 Mac 2026", "2026-03-05"),
        ("21 Ogos 2026", "2026-08-21"),
        ("3 Maret 2026 pukul 14.20 WIB", "2026-03-03T14:20:00+07:00"),
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
        ([("json_ld", "2026-03-03T07:20:00+00:00"), ("printed", "2026-03-03T14:20:00+07:00")], None, "2026-03-03T14:20:00+07:00"),
        ([("printed", "2026-03-05"), ("printed", "2026-03-03")], "2026-03-04T00:00:00+00:00", "2026-03-03"),
        ([("row_assumed_zone", "2026-03-03T14:20:00+07:00"), ("meta", "2026-03-03T15:20:00+08:00")], None, "2026-03-03T15:20:00+08:00"),
    ],
)  # fmt: skip
def test_choosing(found: list[tuple[str, str]], captured_at: str | None, expected: str | None) -> None:
    assert choose(made(*found), captured_at) == expected


@pytest.mark.parametrize(
    ("found", "captured_at", "zone", "expected"),
    [
        # local time that a tag marks as UTC: its seconds are right, its zone is not
        ([("meta", "2026-03-03T14:20:31+00:00"), ("printed", "2026-03-03T14:20:00+07:00")], None, "", "2026-03-03T14:20:31+07:00"),
        ([("meta", "2026-03-03T07:20:31+07:00"), ("printed", "2026-03-03T14:20:00+07:00")], None, "", "2026-03-03T14:20:31+07:00"),
        ([("json_ld", "2026-03-03T14:20:31+00:00")], "2026-03-03T08:00:00Z", "+07:00", "2026-03-03T14:20:31+07:00"),
        ([("json_ld", "2026-03-03T14:20:31+00:00")], "2026-03-03T18:00:00Z", "+07:00", "2026-03-03T21:20:31+07:00"),
        # true UTC, told in the zone of the press: the day is that of its readers
        ([("json_ld", "2026-03-02T23:10:00+00:00")], None, "+07:00", "2026-03-03T06:10:00+07:00"),
        ([("json_ld", "2026-03-02T23:10:00+00:00"), ("printed", "2026-03-03T07:10:00+08:00")], None, "+07:00", "2026-03-03T07:10:00+08:00"),
        ([("json_ld", "2026-03-02T23:10:00+00:00")], None, "", "2026-03-02T23:10:00+00:00"),
        # what was changed later is no publication, and nothing after the capture is
        ([("modified", "2026-03-03T14:20:31+07:00")], None, "", None),
        ([("modified", "2026-03-03T14:20:31+07:00"), ("url", "2026-03-02")], None, "", "2026-03-02"),
        ([("json_ld", "2026-03-05T14:20:31+07:00"), ("url", "2026-03-02")], "2026-03-03T08:00:00Z", "", "2026-03-02"),
        ([("json_ld", "2026-03-03T15:30:00+07:00"), ("printed", "2026-03-03T14:20:00+07:00")], "2026-03-03T08:00:00Z", "", "2026-03-03T14:20:00+07:00"),
        ([("crawl", "2026-03-03T14:20:00+07:00"), ("printed", "2026-03-03T14:25:00+07:00")], None, "", "2026-03-03T14:25:00+07:00"),
    ],
)  # fmt: skip
def test_zones_and_bounds(
    found: list[tuple[str, str]], captured_at: str | None, zone: str, expected: str | None
) -> None:
    assert choose(made(*found), captured_at, zone) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://karsa.example/read/2026/03/03/14203131/feri-tenggelam", "2026-03-03"),
        ("https://karsa.example/berita/26/03/03/abc-feri", "2026-03-03"),
        ("https://karsa.example/daerah/20260303142031-12-9/feri", "2026-03-03"),
        ("https://karsa.example/2026-03-03/feri", "2026-03-03"),
        ("https://karsa.example/read/2026/13/40/feri", ""),
        ("https://karsa.example/d-1234567/feri", ""),
        ("", ""),
    ],
)
def test_the_day_in_an_address(address: str, expected: str) -> None:
    assert address_date(address) == expected


@pytest.mark.parametrize(
    ("text", "captured_at", "expected"),
    [
        ("2 jam yang lalu", "2026-03-03T08:00:00Z", "2026-03-03"),
        ("15 jam lalu", "2026-03-03T08:00:00Z", None),
        ("20 menit lalu", "2026-03-03T17:30:00Z", "2026-03-04"),
        ("2 hours ago", "2026-03-03T08:00:00Z", "2026-03-03"),
        ("2 jam yang lalu", None, None),
    ],
)
def test_ago_hangs_on_the_capture(text: str, captured_at: str | None, expected: str | None) -> None:
    found = candidates([("printed", text)], READER, "+07:00", captured_at)
    assert [(item.value, item.origin) for item in found] == ([(expected, "ago")] if expected else [])


def test_a_printed_change_is_no_publication() -> None:
    found = candidates(
        [("printed", "Terbit 3 Maret 2026 14:20 WIB | Diperbarui: 4 Maret 2026 09:00 WIB")], READER, ""
    )
    assert [(item.value[:10], item.origin) for item in found] == [
        ("2026-03-03", "printed"),
        ("2026-03-04", "modified"),
    ]


def test_a_day_is_late_only_where_it_is_late_everywhere() -> None:
    early, late = made(("printed", "2026-03-04"), ("printed", "2026-03-05"))
    assert not after_capture(early, "2026-03-03T18:00:00+00:00")
    assert after_capture(late, "2026-03-03T18:00:00+00:00")
