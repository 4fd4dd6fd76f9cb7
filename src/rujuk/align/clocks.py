"""When two claims give clock times that cannot both be true."""

from rujuk.align.claims import ReadClaim
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import TimeValue

CLOSE = 30
"""Minutes below which two clock times are one event told roughly, where either is said to be approximate; not fitted."""
DAY = 24 * 60


def differing_clocks(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> tuple[str, str] | None:
    """Return the two clock times where each claim gives exactly one and they differ beyond what "about" allows."""
    one, other = _clocks(left, pack), _clocks(right, pack)
    if left.attribution or right.attribution or len(one) != 1 or len(other) != 1:
        return None
    if one[0].zone != other[0].zone:
        return None
    first, second = _minutes(one[0]), _minutes(other[0])
    gap = min(abs(first - second), DAY - abs(first - second))
    if gap == 0 or (gap < CLOSE and (_rough(one[0], pack) or _rough(other[0], pack))):
        return None
    return _text(first), _text(second)


def _clocks(item: ReadClaim, pack: LanguagePack) -> list[TimeValue]:
    """Return a claim's clock times to the minute; ranges, whole hours and "up to 10.30" tell no moment of an event."""
    until = pack.differences.until
    return [
        time
        for time in item.times
        if "T" in time.start_at and time.granularity == "minute" and time.start_at == time.end_at
        and not any(word in until for word in time.span.prefix.lower().split()[-2:])
    ]  # fmt: skip


def _minutes(time: TimeValue) -> int:
    hour, _, minute = time.start_at.partition("T")[2][:5].partition(":")
    return int(hour) * 60 + int(minute or 0)


def _rough(time: TimeValue, pack: LanguagePack) -> bool:
    """Return whether a clock time is said to be approximate: flagged so, or a word for "about" stands right before it."""
    about = {word for word, bound in pack.numbers.bounds_before.items() if bound == "about"}
    before = time.span.prefix.lower().split()
    return "about" in time.flags or bool(before and before[-1] in about)


def _text(minutes: int) -> str:
    return f"{minutes // 60:02d}.{minutes % 60:02d}"
