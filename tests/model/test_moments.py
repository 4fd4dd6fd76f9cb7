"""Publication times as moments."""

from datetime import UTC, datetime

import pytest

from rujuk.model.moments import read_moment


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2026-03-03", datetime(2026, 3, 3, 12, tzinfo=UTC)),
        ("2026-03-03T08:15:00", datetime(2026, 3, 3, 8, 15, tzinfo=UTC)),
        ("2026-03-03T08:15:00+07:00", datetime(2026, 3, 3, 1, 15, tzinfo=UTC)),
        ("2026-03-03T08:15:00Z", datetime(2026, 3, 3, 8, 15, tzinfo=UTC)),
        ("0001-01-01T00:00:00+07:00", None),
        ("3 Maret 2026", None),
        ("2026-02-30", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_its_noon_and_what_cannot_be_read_is_none(
    printed: str | None, moment: datetime | None
) -> None:
    assert read_moment(printed) == moment
