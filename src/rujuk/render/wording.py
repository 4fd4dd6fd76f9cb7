"""The page's own words in a reader's language: labels, counts, dates and numbers."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

from rujuk.model.errors import ConfigError

HERE = Path(__file__).parent / "labels"


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Labels of one language by dotted key ("status.agreed"); a key that is not there is an error, never a blank."""

    language: str
    labels: Mapping[str, str]

    def text(self, key: str, **values: object) -> str:
        """Return a label with the values put in as plain text."""
        return self.labels[key].format(**values) if values else self.labels[key]

    def count(self, key: str, number: int) -> str:
        """Return a count in words: "1 report", "3 reports"."""
        form = "one" if number == 1 else "many"
        return self.labels[f"count.{key}.{form}"].format(n=self.number(number))

    def number(self, value: int) -> str:
        """Return a whole number with its thousands set apart."""
        return f"{value:,}".replace(",", self.labels["date.thousands"])

    def figure(self, whole: str, decimals: str | None) -> str:
        """Return a number given in digits as the language writes it; four digits stay together, as in a year."""
        number = self.number(int(whole)) if len(whole) > 4 else whole
        return f"{number}{self.labels['date.decimal']}{decimals}" if decimals else number

    def share(self, value: float) -> str:
        """Return a value from 0 to 1 with two decimals."""
        return f"{value:.2f}".replace(".", self.labels["date.decimal"])

    def interval(self, start_at: str, end_at: str, granularity: str = "day") -> str:
        """Return an inclusive ISO 8601 interval in words; what is no date comes back as given."""
        first, last = _read(start_at), _read(end_at)
        if first is None or last is None:
            return start_at if start_at == end_at else f"{start_at}/{end_at}"
        if granularity == "month":
            return self.text("date.month", month=self._month(first), year=first.year)
        if start_at == end_at:
            return self.moment(start_at)
        if first.date() == last.date() and "T" in start_at:
            hours = {"first": self.moment(start_at), "hour": last.hour, "minute": last.minute}
            return self.text("date.hours", **hours)
        return self.text("date.interval", first=self.moment(start_at), last=self.moment(end_at))

    def moment(self, value: str) -> str:
        """Return an ISO 8601 day or moment in words, with its zone's name; what is neither comes back as given."""
        moment = _read(value)
        if moment is None:
            return value
        weekday = self.labels["date.weekdays"].split()[moment.weekday()]
        day = self.text(
            "date.day", weekday=weekday, day=moment.day, month=self._month(moment), year=moment.year
        )
        if "T" not in value:
            return day
        time = self.text("date.time", day=day, hour=moment.hour, minute=moment.minute)
        return self.text("date.zone", time=time, zone=self._zone(moment)) if moment.tzinfo else time

    def day(self, value: str) -> str:
        """Return the day of an ISO 8601 value without its weekday; what is no date comes back as given."""
        moment = _read(value)
        if moment is None:
            return value
        return self.text("date.short", day=moment.day, month=self._month(moment), year=moment.year)

    def _month(self, moment: datetime) -> str:
        return self.labels["date.months"].split()[moment.month - 1]

    def _zone(self, moment: datetime) -> str:
        minutes = round((moment.utcoffset() or timedelta()).total_seconds() / 60)
        hours, rest = divmod(abs(minutes), 60)
        offset = f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
        return self.labels.get(f"zone.{offset}") or self.text("zone.other", offset=offset)


def _read(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        return None


def languages() -> tuple[str, ...]:
    """Return the codes of the languages a page can be written in, sorted."""
    return tuple(sorted(path.stem for path in HERE.glob("*.toml")))


@cache
def wording(language: str) -> Wording:
    """Return the labels of a language; raises ConfigError for one without."""
    if language not in languages():
        raise ConfigError(f"no labels for pages in {language!r}; there are: {', '.join(languages())}")
    data = tomllib.loads((HERE / f"{language}.toml").read_text("utf-8"))
    return Wording(language, MappingProxyType(dict(_flat(data, ""))))


def _flat(data: Mapping[str, object], above: str) -> list[tuple[str, str]]:
    """Return dotted keys with their labels."""
    found: list[tuple[str, str]] = []
    for key, value in data.items():
        if isinstance(value, dict):
            found.extend(_flat(value, f"{above}{key}."))
        else:
            found.append((f"{above}{key}", str(value)))
    return found
