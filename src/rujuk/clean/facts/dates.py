"""Publication dates: ISO 8601 from metadata, and dates as the press prints them, read with the packs' month names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from rujuk.lang.base import LanguagePack, Packs
from rujuk.model.text import DateCandidate

_ISO = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]{1,2}\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d\d:?(?:\d\d)?))?)?"
)
_NUMERIC = (
    r"(?P<d2>\d{1,2})(?P<sep>[/.-])(?P<m2>\d{1,2})(?P=sep)"
    r"(?:(?P<y2>(?:19|20)\d\d)(?!\d)|(?P<y4>\d\d)(?=[ ,|-]{1,4}\d{1,2}[.:]\d\d))"
)
_ZONE = r"(?: {0,2}\(?(?P<zone>[A-Za-z]{1,5}(?:[+-]\d{1,2})?|[+-]\d\d:?\d\d))?"
_BEFORE = re.compile(
    r"(?<![\d.:/])(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?P<second>(?!))?(?P<half>(?!))?(?: (?P<zone>[A-Za-z]{2,4}))?"
    r"[ ,|/–-]{1,5}(?:[^\W\d_]{3,9}[,'’]{0,2} )?$"
)
"""A clock time in front of a day: "14:20 WIB, Selasa, 3 Maret 2026"."""
_IN_ADDRESS = re.compile(
    r"/(?P<year>20\d\d|\d\d)(?P<sep>[/-])(?P<month>\d\d)(?P=sep)(?P<day>\d\d)(?=[/._-]|$)"
    r"|/(?P<y>20[0-3]\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:\d{6})?(?=[/._-]|$)"
)
ORIGINS = {
    "row": 0, "json_ld": 1, "meta": 2, "feed": 3, "time": 4, "printed": 5, "archive": 6, "url": 7, "ago": 8,
}  # fmt: skip
"""Where a date was found, with its place in the order of trust, 0 the most; an origin beyond these counts as `archive`, `modified` never."""
ASSUMED = "_assumed_zone"
MODIFIED = "modified"
SAME = timedelta(minutes=1)
"""What two readings of one moment may differ by: print has no seconds."""
MAX_LENGTH = 200
"""Characters of a line that are searched; printed dates stand on short lines."""


@dataclass(frozen=True, slots=True, eq=False)
class DateReader:
    """How dates are read: month names and zones of every pack, and whether the month stands first in 3/4/2026."""

    pattern: re.Pattern[str]
    clock: re.Pattern[str]
    modified: re.Pattern[str]
    ago: re.Pattern[str]
    months: Mapping[str, int]
    zones: Mapping[str, timezone]
    ago_units: Mapping[str, int]

    def read(self, text: str, press_zone: str = "") -> tuple[str, bool] | None:
        """Return the first date in a text as an ISO 8601 day or moment, and whether its zone was assumed; else None."""
        head = text[:MAX_LENGTH]
        return self._iso(head, press_zone) or self._printed(head, press_zone)

    def split(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what a printed line says of publication as ("printed", text), and of later changes as ("modified", text)."""
        match = self.modified.search(text[:MAX_LENGTH])
        before, after = (text[: match.start()], text[match.start() :]) if match else (text, "")
        yield from (
            (origin, part) for origin, part in (("printed", before), (MODIFIED, after)) if part.strip()
        )

    def since(self, text: str, captured_at: str | None, press_zone: str) -> str | None:
        """Return the day that "2 jam yang lalu" means at the time of the capture, or None where two days are possible."""
        match, capture, zone = (
            self.ago.search(text[:MAX_LENGTH]),
            _capture_of(captured_at),
            _offset(press_zone),
        )
        if not (match and capture and zone):
            return None
        unit = self.ago_units[match["unit"].casefold()]
        days = {
            (capture.astimezone(zone) - timedelta(seconds=unit * (int(match["count"]) + more))).date()
            for more in (0, 1)
        }
        return days.pop().isoformat() if len(days) == 1 else None

    def _iso(self, text: str, press_zone: str) -> tuple[str, bool] | None:
        match = _ISO.search(text)
        if not match:
            return None
        written = match.group().replace(",", ".").replace(" T", "T")
        try:
            moment = datetime.fromisoformat(re.sub(r" (?=[Z+-])", "", written))
        except ValueError:
            return None
        if len(written) == 10:
            return self._moment(moment.date(), self.clock.match(text, match.end()), press_zone)
        return _stamp(moment, press_zone)

    def _printed(self, text: str, press_zone: str) -> tuple[str, bool] | None:
        for match in self.pattern.finditer(text):
            day = self._day(match)
            if day:
                clock = self.clock.match(text, match.end())
                return self._moment(day, clock or _BEFORE.search(text[: match.start()][-40:]), press_zone)
        return None

    def _day(self, match: re.Match[str]) -> date | None:
        parts = match.groupdict()
        if parts["d2"]:
            year, month, number = int(parts["y2"] or f"20{parts['y4']}"), int(parts["m2"]), int(parts["d2"])
            if month > 12:
                month, number = number, month
        else:
            name = (parts["m1"] or parts["m3"]).casefold()
            year, month = int(parts["y1"] or parts["y3"]), self.months[name]
            number = int(parts["d1"] or parts["d3"])
        try:
            return date(year, month, number)
        except ValueError:
            return None

    def _moment(self, day: date, clock: re.Match[str] | None, press_zone: str) -> tuple[str, bool]:
        if not clock:
            return day.isoformat(), False
        hour = (
            int(clock["hour"]) % 12 + (12 if clock["half"][0] in "pP" else 0)
            if clock["half"]
            else int(clock["hour"])
        )
        try:
            moment = datetime.combine(day, time(hour, int(clock["minute"]), int(clock["second"] or 0)))
        except ValueError:
            return day.isoformat(), False
        zone = self._zone(clock["zone"] or "")
        return _stamp(moment.replace(tzinfo=zone) if zone else moment, press_zone)

    def _zone(self, name: str) -> timezone | None:
        known = self.zones.get(name.casefold())
        return known or (_offset(name) if name[:1] in {"+", "-"} else None)


@lru_cache(maxsize=8)
def _reader(packs: tuple[LanguagePack, ...]) -> DateReader:
    months: dict[str, int] = {}
    zones: dict[str, timezone] = {"z": UTC, "utc": UTC, "gmt": UTC}
    for pack in packs:
        for words in (pack.imprint.months, pack.dates.months, pack.dates.short_months):
            months.update((name.casefold(), number) for name, number in words.items())
        found = ((name.casefold(), _offset(offset)) for name, offset in pack.dates.zones.items())
        zones.update((name, offset) for name, offset in found if offset)
    names = _any(months)
    pattern = re.compile(
        rf"(?<![\d/]){_NUMERIC}"
        rf"|(?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[ .-]{{1,3}}(?P<m1>{names})[., -]{{1,3}}(?P<y1>(?:19|20)\d\d)(?!\d)"
        rf"|\b(?P<m3>{names})\.? {{1,3}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? {{1,3}}(?P<y3>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )
    ago_units = {
        word.casefold(): seconds for pack in packs for word, seconds in pack.imprint.ago_units.items()
    }
    modified = "|".join(f"(?:{p})" for pack in packs for p in pack.imprint.modified_patterns)
    return DateReader(
        pattern=pattern,
        clock=_clock([word for pack in packs for word in pack.imprint.clock_words]),
        modified=re.compile(modified or r"(?!)", re.IGNORECASE),
        ago=re.compile(
            rf"(?<!\d)(?P<count>\d{{1,3}}) (?P<unit>{_any(ago_units)}) (?:{_any(w for p in packs for w in p.imprint.ago_words)})\b",
            re.IGNORECASE,
        ),
        months=months,
        zones=zones,
        ago_units=ago_units,
    )


def _clock(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"[ ,|()\-–—/]{{0,8}}(?:(?:{_any(words)}) {{0,2}})?(?P<hour>\d{{1,2}})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?"
        rf"(?!\d)(?: {{0,2}}(?P<half>[ap]\.?m\.?))?{_ZONE}",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> str:
    return (
        "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
        or r"(?!)"
    )


def reader_of(packs: Packs) -> DateReader:
    """Return the reader for all packs together."""
    return _reader(tuple(packs[code] for code in sorted(packs)))


def address_date(address: str) -> str:
    """Return the day in the path of a web address ("/2026/03/03/", "/20260303"), or ""."""
    for match in _IN_ADDRESS.finditer(address[:500]):
        year, month, number = (
            match["year"] or match["y"],
            match["month"] or match["m"],
            match["day"] or match["d"],
        )
        try:
            return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(number)).isoformat()
        except ValueError:
            continue
    return ""


def candidates(
    found: Iterable[tuple[str, str]], reader: DateReader, press_zone: str, captured_at: str | None = None
) -> tuple[DateCandidate, ...]:
    """Return what each (origin, text) reads as, in the given order and once each; texts without a date give none.

    A time without a zone is taken as `press_zone`, and its origin says so; where that is "" only the day is kept. Of a
    printed line what stands after "diperbarui" and the like is a `modified` time. "2 jam yang lalu" is read as a day.
    """
    read = []
    for given, whole in found:
        for origin, text in reader.split(whole) if given == "printed" else [(given, whole)]:
            value = reader.read(text, press_zone)
            said = text.strip()[:MAX_LENGTH]
            day = None if value else reader.since(text, captured_at, press_zone)
            if value:
                read.append(DateCandidate(value[0], f"{origin}{ASSUMED}" if value[1] else origin, said))
            elif day and origin != MODIFIED:
                read.append(DateCandidate(day, "ago", said))
    return tuple(dict.fromkeys(read))


def after_capture(candidate: DateCandidate, captured_at: str | None) -> bool:
    """Return whether a candidate is later than the capture: a moment to the second, a day in every zone of the earth."""
    capture, moment = _capture_of(captured_at), _moment_of(candidate.value)
    if capture is None or captured_at is None:
        return False
    if moment and len(captured_at) > 10:
        return moment > capture
    return candidate.value[:10] > (capture + timedelta(hours=14)).date().isoformat()


def choose(found: Iterable[DateCandidate], captured_at: str | None, press_zone: str = "") -> str | None:
    """Return the publication time: the most trusted origin with a moment, else with a day; none after the capture.

    A tag whose clock is right and whose zone is wrong (local time marked "Z", or the other way about) is told by a
    printed time that is off by just that zone, or by being after the capture: its clock is kept, the zone is put right.
    A moment in UTC is given in the zone that the page prints, else in `press_zone`. `modified` never counts.
    """
    dated = [item for item in found if item.origin.removesuffix(ASSUMED) != MODIFIED]
    mended = [replace(item, value=_mended(item, dated, captured_at, press_zone)) for item in dated]
    usable = [item for item in mended if not after_capture(item, captured_at)]
    if not usable:
        return None
    best = min(usable, key=lambda item: (len(item.value) == 10, _rank(item)))
    return _local(best.value, usable, press_zone)


def _mended(
    item: DateCandidate, dated: Iterable[DateCandidate], captured_at: str | None, press_zone: str
) -> str:
    """Return a tag's moment with the zone put right where the page shows that it is wrong, else the value."""
    moment = _moment_of(item.value)
    if not moment or item.origin not in {"json_ld", "meta", "time", "feed", "row"}:
        return item.value
    for other in dated:
        printed = _moment_of(other.value) if other.origin.startswith("printed") else None
        offset = printed.utcoffset() if printed else None
        if printed and offset and abs(abs(moment - printed) - abs(offset)) < SAME:
            return printed.replace(second=moment.second).isoformat()
    zone = _offset(press_zone)
    if zone and _is_utc(item.value) and after_capture(item, captured_at):
        return moment.replace(tzinfo=zone).isoformat()
    return item.value


def _local(value: str, usable: Iterable[DateCandidate], press_zone: str) -> str:
    """Return a moment in UTC in the zone of the press that printed it."""
    moment = _moment_of(value)
    if not moment or not _is_utc(value):
        return value
    printed = (_moment_of(item.value) for item in usable if item.origin.startswith("printed"))
    same = (other.tzinfo for other in printed if other and abs(other - moment) < SAME)
    zone = next(same, None) or _offset(press_zone)
    return moment.astimezone(zone).isoformat() if zone else value


def _moment_of(value: str) -> datetime | None:
    """Return an ISO 8601 value as a moment; None for a mere day or a time without a zone."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _capture_of(captured_at: str | None) -> datetime | None:
    """Return the time of a capture, in UTC where it names no zone; None where it cannot be read."""
    try:
        moment = datetime.fromisoformat(captured_at or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _rank(candidate: DateCandidate) -> int:
    origin = candidate.origin.removesuffix(ASSUMED)
    place = ORIGINS.get(origin, ORIGINS["archive"])
    return place + len(ORIGINS) * candidate.origin.endswith(ASSUMED)


def _is_utc(value: str) -> bool:
    return value.endswith("+00:00")


def _stamp(moment: datetime, press_zone: str) -> tuple[str, bool]:
    moment = moment.replace(microsecond=0)
    if moment.tzinfo:
        return moment.isoformat(), False
    zone = _offset(press_zone)
    if zone is None:
        return moment.date().isoformat(), False
    return moment.replace(tzinfo=zone).isoformat(), True


def _offset(text: str) -> timezone | None:
    match = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d{1,2}):?(\d\d)?", text)
    if not match:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return (
        timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes)) if minutes < 24 * 60 else None
    )
