"""The unit after a number: per cent, currency or measure, and what it is taken per."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rujuk.annotate.numerals import any_of
from rujuk.lang.numbers import Numbers


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as read: its symbol ("USD/barrel", "%"), where its characters end, and what kind it is."""

    symbol: str
    end: int
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    symbols: Mapping[str, tuple[str, str]]
    unit: re.Pattern[str]
    per: re.Pattern[str]


@cache
def _table(numbers: Numbers) -> _Table:
    symbols: dict[str, tuple[str, str]] = {}
    for kind in ("units", "currencies_after", "percents"):
        symbols.update({word: (symbol, kind) for word, symbol in getattr(numbers, kind).items()})
    per = any_of(tuple(word for word in numbers.per if word.isalpha()))
    known = any_of((*numbers.per_units, *numbers.units))
    phrases = any_of(tuple(word for word in numbers.currencies_after if " " in word))
    return _Table(
        MappingProxyType(symbols),
        re.compile(
            rf"\+?[^\S\n]{{0,2}}-?(?P<unit>{any_of(symbols)})(?:(?<=[\d²³])(?=[a-z]{{3}})|(?!\w|-[^\W\d_]{{4}}|/(?!{known}(?!\w))[^\W\d_]{{4}}))"
        ),
        re.compile(rf"(?:[^\S\n]{{1,2}}{per}[^\S\n]{{1,2}}|/)(?P<per>{phrases}|[^\W\d_]{{1,20}}[²³]?)(?!\w)"),
    )


def read_unit(text: str, start: int, end: int, numbers: Numbers) -> Unit | None:
    """Return the unit that stands at `start`, with what it is taken per ("USD/barrel"), None where there is none."""
    table = _table(numbers)
    match = table.unit.match(text, start, end)
    if not match:
        return None
    if len(match["unit"]) == 1 and match["unit"].isupper() and match["unit"] not in table.symbols:
        return None  # "12 M" are thousand millions, or the year 12
    symbol, kind = _symbol(match.group("unit"), table)
    return per_unit(text, Unit(symbol, match.end(), kind), end, numbers)


def per_unit(text: str, unit: Unit, end: int, numbers: Numbers) -> Unit:
    """Return the unit with what follows as "per ...", the unit itself where nothing does."""
    table = _table(numbers)
    match = table.per.match(text, unit.end, end)
    word = " ".join(match.group("per").lower().split()) if match else ""
    if not match or word in numbers.ones:
        return unit  # "Rp 2 juta/tiga bulan" is no rate of one unit
    known = numbers.per_units.get(word) or table.symbols.get(word, (word, ""))[0]
    return Unit(f"{unit.symbol}/{known}", match.end(), unit.kind)


def _symbol(word: str, table: _Table) -> tuple[str, str]:
    spaced = " ".join(word.split())
    for form in (spaced, spaced.lower(), spaced.upper()):
        if form in table.symbols:
            return table.symbols[form]
    folded = {key.casefold(): value for key, value in table.symbols.items()}
    return folded.get(spaced.casefold(), (spaced, "units"))
