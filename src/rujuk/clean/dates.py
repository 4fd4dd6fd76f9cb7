"""Publication dates: ISO 8601 from metadata, and dates as the press prints them, read with the packs' month names."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache

from rujuk.lang.base import LanguagePack, Packs
from rujuk.model.text import DateCandidate

_ISO = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]{1,2}\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|[+-]\d\d:?(?:\d\d)?))?)?"
)
_NUMERIC = r"(?P<d2>\d{1,2})(?P<sep>[/.-])(?P<m2>\d{1,2})(?P=sep)(?P<y2>(?:19|20)\d\d)(?!\d)"
_TIME = re.compile(
    r"[ ,|()\-–—/]{0,8}(?:(?:pukul|jam|pkl|at)\.? {0,2})?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?"
    r"(?!\d)(?: {0,2}(?P<half>[ap]\.?m\.?))?(?: {0,2}\(?(?P<zone>[A-Za-z]{1,5}(?:[+-]\d{1,2})?|[+-]\d\d:?\d\d))?",
    re.IGNORECASE,
)
ORIGINS = ("row", "json_ld", "meta", "feed", "printed", "archive")
"""Where a date was found, the most trusted first."""
MAX_LENGTH = 200
"""Characters of a line that are searched; printed dates stand on short lines."""


@dataclass(frozen=True, slots=True, eq=False)
class DateReader:
    """How dates are read: month names and zones of every pack, and whether the month stands first in 3/4/2026."""

    pattern: re.Pattern[str]
    months: Mapping[str, int]
    zones: Mapping[str, timezone]

    def read(self, text: str, press_zone: str = "") -> tuple[str, bool] | None:
        """Return the first date in a text as an ISO 8601 day or moment, and whether its zone was assumed; else None."""
        head = text[:MAX_LENGTH]
        return self._iso(head, press_zone) or self._printed(head, press_zone)

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
            clock = _TIME.match(text, match.end())
            return self._moment(moment.date(), clock, press_zone)
        return _stamp(moment, press_zone)

    def _printed(self, text: str, press_zone: str) -> tuple[str, bool] | None:
        for match in self.pattern.finditer(text):
            day = self._day(match)
            if day:
                return self._moment(day, _TIME.match(text, match.end()), press_zone)
        return None

    def _day(self, match: re.Match[str]) -> date | None:
        parts = match.groupdict()
        if parts["y2"]:
            year, month, number = int(parts["y2"]), int(parts["m2"]), int(parts["d2"])
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
        for words in (pack.dates.months, pack.dates.short_months):
            months.update((name.casefold(), number) for name, number in words.items())
        found = ((name.casefold(), _offset(offset)) for name, offset in pack.dates.zones.items())
        zones.update((name, offset) for name, offset in found if offset)
    names = "|".join(re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name)))
    pattern = re.compile(
        rf"(?<![\d/]){_NUMERIC}"
        rf"|(?<!\d)(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[ .-]{{1,3}}(?P<m1>{names})[., -]{{1,3}}(?P<y1>(?:19|20)\d\d)(?!\d)"
        rf"|\b(?P<m3>{names})\.? {{1,3}}(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? {{1,3}}(?P<y3>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )
    return DateReader(pattern, months, zones)


def reader_of(packs: Packs) -> DateReader:
    """Return the reader for all packs together."""
    return _reader(tuple(packs[code] for code in sorted(packs)))


def candidates(
    found: Iterable[tuple[str, str]], reader: DateReader, press_zone: str
) -> tuple[DateCandidate, ...]:
    """Return what each (origin, text) reads as, best first and once each; texts without a date give none.

    A time without a zone is taken as `press_zone`, and its origin says so; where that is "" only the day is kept.
    """
    read = []
    for origin, text in found:
        value = reader.read(text, press_zone)
        if value:
            read.append(
                DateCandidate(
                    value[0], f"{origin}_assumed_zone" if value[1] else origin, text.strip()[:MAX_LENGTH]
                )
            )
    return tuple(dict.fromkeys(read))


def choose(found: Iterable[DateCandidate], captured_at: str | None) -> str | None:
    """Return the value of the best candidate: the most trusted origin with a moment, else with a day; none after the capture.

    A moment in UTC whose clock is the one that the page prints in another zone is a false "Z": the printed one counts.
    """
    usable = [item for item in found if not captured_at or item.value[:10] <= captured_at[:10]]
    if not usable:
        return None
    best = min(usable, key=lambda item: (len(item.value) == 10, _rank(item)))
    for other in usable:
        if (
            _is_utc(best.value)
            and not _is_utc(other.value)
            and other.value[:16] == best.value[:16]
            and len(other.value) > 10
        ):
            return other.value
    return best.value


def _rank(candidate: DateCandidate) -> int:
    assumed = candidate.origin.endswith("_assumed_zone")
    return ORIGINS.index(candidate.origin.removesuffix("_assumed_zone")) + len(ORIGINS) * assumed


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
