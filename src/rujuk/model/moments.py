"""Publication times as moments that can be compared."""

from datetime import UTC, datetime

DAY_LENGTH = len("2025-06-12")


def read_moment(published_at: str | None) -> datetime | None:
    """Return a publication time (ISO 8601) in UTC; a day without a time is its noon, a time without a zone UTC.

    None where nothing is given, where it is no ISO time, and where it lies outside of the years that Python knows.
    """
    if not published_at:
        return None
    try:
        value = datetime.fromisoformat(published_at)
        if len(published_at) == DAY_LENGTH:
            value = value.replace(hour=12)
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
