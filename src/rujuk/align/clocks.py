"""When two claims give clock times that cannot both be true."""

from collections.abc import Sequence

from rujuk.align.claims import ReadClaim
from rujuk.align.measures import alike
from rujuk.align.values import compatible, same_unit
from rujuk.lang.base import LanguagePack
from rujuk.lang.stems import WORD
from rujuk.model.annotations import TimeValue

CLOSE = 30
"""Minutes below which two clock times are one event told roughly, where either is said to be approximate; not fitted."""
BEFORE = 5
"""Words before a clock time among which one of counting up to it stands; a false one but hides a difference."""
HOUR = 60
DAY = 24 * HOUR


def differing_clocks(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> tuple[str, str] | None:
    """Return the two clock times where each claim gives exactly one and they differ beyond what "about" allows.

    Times of two known zones are held against each other as one clock; the same time in two zones is a difference, even of what is
    counted up to it. Where one zone is not given, all else must agree,
    and the difference be no whole hour, which the zone may make.
    """
    one, other = _moments(left.times), _moments(right.times)
    if len(one) == len(other) == 1 and _other_zone(one[0], other[0], pack):
        return _in_zone(one[0]), _in_zone(other[0])
    one, other = _of_events(left, one, pack), _of_events(right, other, pack)
    if left.attribution or right.attribution or len(one) != 1 or len(other) != 1:
        return None
    if _measured_anew(left, right, pack):
        return None
    first, second = _minutes(one[0]), _minutes(other[0])
    gap = _gap(first - _offset(one[0], other[0], pack), second - _offset(other[0], one[0], pack))
    unlike = one[0].zone != other[0].zone and not _zones_known(one[0], other[0], pack)
    if unlike and (gap % HOUR == 0 or not alike(left, right)):
        return None
    if gap == 0 or (gap < CLOSE and (_rough(one[0], pack) or _rough(other[0], pack))):
        return None
    zones = ("", "") if one[0].zone == other[0].zone else (one[0].zone, other[0].zone)
    return f"{_text(first)} {zones[0]}".strip(), f"{_text(second)} {zones[1]}".strip()


def _other_zone(one: TimeValue, other: TimeValue, pack: LanguagePack) -> bool:
    """Return whether both print one clock time of one day, each in another known zone: a slip, whatever is told by it."""
    if one.start_at != other.start_at or not _zones_known(one, other, pack):
        return False
    return _offset(one, other, pack) != _offset(other, one, pack)


def _in_zone(time: TimeValue) -> str:
    return f"{_text(_minutes(time))} {time.zone}"


def at_other_hours(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether both sentences give clock times, and none of one lies near one of the other: what is measured then may have changed."""
    pairs = [(one, other) for one in _moments(left.clock) for other in _moments(right.clock)]
    return bool(pairs) and not any(_near(one, other, pack) for one, other in pairs)


def _measured_anew(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether two claims measure something at other hours and find other values: each hour is then that of a measurement."""
    met = [(a, b) for a in left.quantities for b in right.quantities if a.unit and same_unit(a, b)]
    bare = [pair for pair in met if not (pair[0].counted or pair[1].counted)]
    return any(not compatible(*pair) for pair in bare) and at_other_hours(left, right, pack)


def _near(one: TimeValue, other: TimeValue, pack: LanguagePack) -> bool:
    """Return whether two clock times may be one moment told roughly; where one zone is not known, whole hours may be the zone's."""
    gap = _gap(_minutes(one) - _offset(one, other, pack), _minutes(other) - _offset(other, one, pack))
    if one.zone != other.zone and not _zones_known(one, other, pack):
        gap = min(gap % HOUR, HOUR - gap % HOUR)
    return gap <= CLOSE


def _moments(times: Sequence[TimeValue]) -> list[TimeValue]:
    """Return the clock times to the minute; ranges and whole hours tell no moment."""
    return [
        time
        for time in times
        if "T" in time.start_at and time.granularity == "minute" and time.start_at == time.end_at
    ]


def _of_events(item: ReadClaim, times: Sequence[TimeValue], pack: LanguagePack) -> list[TimeValue]:
    """Return the clock times but those up to which something is counted ("hingga 10.30")."""
    return [time for time in times if not _is_bound(item, time, pack)]


def _is_bound(item: ReadClaim, time: TimeValue, pack: LanguagePack) -> bool:
    """Return whether something is counted up to a time; a day may stand between ("hingga Rabu (18/6) pukul 06.04")."""
    sentence = item.claim.sentence
    before = (
        sentence.text[: max(0, time.span.start - sentence.start)]
        if sentence.contains(time.span)
        else time.span.prefix
    )
    return bool({*WORD.findall(before.lower())[-BEFORE:]} & {*pack.differences.until})


def counted_up_to_others(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether both claims count something up to a time, and not up to one: "hingga 3 Maret" and "hingga 4 Maret"."""
    if not left.quantities or not right.quantities:
        return False
    one, other = (
        {time.start_at for time in item.clock if _is_bound(item, time, pack)} for item in (left, right)
    )
    return bool(one and other) and not one & other


def _zones_known(one: TimeValue, other: TimeValue, pack: LanguagePack) -> bool:
    """Return whether both clock times carry a zone whose offset the pack knows."""
    return all(_zone(time, pack) for time in (one, other))


def _zone(time: TimeValue, pack: LanguagePack) -> str:
    zones = {word.casefold(): offset for word, offset in pack.dates.zones.items()}
    return zones.get(" ".join(time.zone.split()).casefold(), "")


def _offset(time: TimeValue, other: TimeValue, pack: LanguagePack) -> int:
    """Return the minutes that a clock is ahead of UTC where both zones are known, else 0."""
    if not _zones_known(time, other, pack):
        return 0
    sign, hour, minute = _zone(time, pack)[0], *_zone(time, pack)[1:].split(":")
    return (int(hour) * HOUR + int(minute)) * (-1 if sign == "-" else 1)


def _gap(first: int, second: int) -> int:
    apart = abs(first - second) % DAY
    return min(apart, DAY - apart)


def _minutes(time: TimeValue) -> int:
    hour, _, minute = time.start_at.partition("T")[2][:5].partition(":")
    return int(hour) * 60 + int(minute or 0)


def _rough(time: TimeValue, pack: LanguagePack) -> bool:
    """Return whether a clock time is said to be approximate: flagged so, or a word for "about" stands right before it."""
    about = (word for word, bound in pack.numbers.bounds_before.items() if bound == "about")
    before = f" {' '.join(time.span.prefix.lower().split())}"
    return "about" in time.flags or before.endswith(
        tuple(f" {word}" for word in (*about, *pack.differences.near))
    )


def _text(minutes: int) -> str:
    return f"{minutes // 60:02d}.{minutes % 60:02d}"
