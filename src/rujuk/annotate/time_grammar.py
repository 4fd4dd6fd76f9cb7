"""The grammar of times: a pack's templates made into patterns, and what a pattern found, by the names of its groups."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from rujuk.annotate.numerals import any_of, look_up, number_pattern, read_number
from rujuk.lang.base import LanguagePack
from rujuk.lang.dates import Dates
from rujuk.lang.numbers import Numbers

BLANK = r"(?:[^\S\n]{1,3})"
_PLACE = re.compile(r"\{([a-z_]+\d?)\}")
_VARIANT = re.compile(r"(?:_[a-z]|\d)$")
_TOKEN = re.compile(r"\w+")
DIGITS = "0"
"""Stands among the words of a sentence for any digits."""
_TEMPLATE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[ ]", re.DOTALL)


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One pattern of the grammar: the kind that says what it means, its name, its place in the order of the pack."""

    kind: str
    name: str
    order: int
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All patterns of a pack for times, compiled."""

    rules: tuple[Rule, ...]
    needs: Mapping[str, frozenset[str]]
    ahead: re.Pattern[str]
    attribution: re.Pattern[str]
    weekday_before: re.Pattern[str]
    year_before: re.Pattern[str]
    year_after: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A stretch of text that a rule matched, with its groups read by the words of the pack."""

    rule: Rule
    match: re.Match[str]
    dates: Dates
    numbers: Numbers

    @property
    def start(self) -> int:
        """Return where it begins."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.match.end()

    def get(self, name: str) -> str:
        """Return the text of a group, or of one of its variants (`name_b`, ...), "" where none took part."""
        groups = self.match.groupdict()
        for key in (name, f"{name}_b", f"{name}_c", f"{name}_d"):
            if groups.get(key):
                return str(groups[key])
        return ""

    def number(self, name: str) -> int | None:
        """Return a group of digits as an integer."""
        text = self.get(name)
        return int(text) if text.isascii() and text.isdigit() else None

    def amount(self, name: str = "num") -> int | float | None:
        """Return the value of a group that holds a number in digits or words."""
        text = self.get(name)
        return read_number(text, self.numbers) if text else None

    def word(self, name: str, values: Mapping[str, int]) -> int | None:
        """Return the value of a group that holds one of these words."""
        return look_up(self.get(name), values)

    def coded(self, name: str, values: Mapping[str, str]) -> str:
        """Return the code of a group that holds one of these words, "" where it takes no part."""
        return look_up(self.get(name), values) or ""

    def month(self, name: str = "month") -> int | None:
        """Return the month 1-12 of a group that holds its name, short form or number."""
        digits = self.number(name.replace("month", "month_number"))
        text = self.get(name).rstrip(".")
        return digits or look_up(text, self.dates.months) or look_up(text, self.dates.short_months)


@cache
def grammar(pack: LanguagePack) -> Grammar:
    """Return the compiled grammar of a pack."""
    dates = pack.dates
    words = _vocabulary(dates, pack.numbers)
    rules: list[Rule] = []
    for kind, patterns in dates.rules.items():
        for name, template in patterns.items():
            body = _expand(template, dates.pieces, words)
            pattern = re.compile(rf"(?<!\w)(?<!\d[.,/:-])(?:{body})(?!\w)")
            rules.append(Rule(kind, name, len(rules), pattern))
    return Grammar(
        tuple(rules),
        _needs(dates),
        re.compile(rf"(?<!\w){any_of(dates.future_cues)}(?!\w)"),
        re.compile(rf"(?<!\w){any_of(dates.attribution_cues)}(?!\w)"),
        re.compile(dates.weekday_before_stop),
        re.compile(dates.year_before_stop),
        re.compile(dates.year_after_stop),
        re.compile(dates.age_before),
        re.compile(dates.age_after),
    )


def matches(pack: LanguagePack, text: str, start: int, end: int) -> Iterator[Found]:
    """Yield what the rules find in text[start:end], leftmost first, the longer before the shorter."""
    compiled = grammar(pack)
    words = {word.lower() for word in _TOKEN.findall(text, start, end)}
    if any(word[0].isdigit() for word in words):
        words.add(DIGITS)
    found = [
        Found(rule, match, pack.dates, pack.numbers)
        for rule in compiled.rules
        if rule.kind not in compiled.needs or not words.isdisjoint(compiled.needs[rule.kind])
        for match in rule.pattern.finditer(text, start, end)
    ]
    yield from sorted(found, key=lambda item: (item.start, -item.end, item.rule.order))


def _vocabulary(dates: Dates, numbers: Numbers) -> dict[str, str]:
    return {
        "weekday": any_of(dates.weekdays),
        "part": any_of(dates.day_parts),
        "zone": any_of(dates.zones),
        "unit": any_of(dates.units),
        "single": any_of(dates.single_units),
        "relative": any_of(dates.relative_days),
        "shift": any_of(dates.shifts),
        "ordinal": any_of(dates.ordinals),
        "edge": any_of(dates.edges),
        "era": any_of(dates.eras),
        "hijri_month": any_of(dates.hijri_months),
        "named_day": any_of(dates.named_days),
        "reference": any_of(dates.references),
        "vague": any_of(dates.vague_numbers),
        "vague_duration": any_of(dates.vague_durations),
        "half_word": any_of(dates.halves),
        "num": number_pattern(numbers),
        "month_words": any_of(dates.months),
        "short_month_words": any_of(dates.short_months),
    }


def _expand(template: str, pieces: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Return the regular expression of a template: pieces put in, word lists as named groups, blanks made elastic."""

    def place(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in ("month_words", "short_month_words"):
            return words[name]
        if name in pieces:
            return _expand(pieces[name], pieces, words)
        word = name if name in words else _VARIANT.sub("", name)
        return f"(?P<{name}>{words[word]}(?!\\w))"

    elastic = _TEMPLATE.sub(lambda match: BLANK if match.group() == " " else match.group(), template)
    return _PLACE.sub(place, elastic)


def _needs(dates: Dates) -> Mapping[str, frozenset[str]]:
    """Return the words of which one must stand in a sentence for the rules of a kind to be tried; it halves their cost."""
    lengths = _firsts(dates.units, dates.single_units, dates.vague_durations)
    weekdays, parts, months = _firsts(dates.weekdays), _firsts(dates.day_parts), _firsts(dates.months)
    digits = frozenset({DIGITS})
    named = {kind: frozenset(words.split()) for kind, words in dates.needs.items()}
    return MappingProxyType({
        **named,
        **dict.fromkeys(("date", "date_range", "year", "year_range", "decade", "century"), digits),
        **dict.fromkeys(("weekday", "weekday_range"), weekdays),
        **dict.fromkeys(("month", "month_range"), months | _firsts(dates.short_months)),
        **dict.fromkeys(("ago", "ahead", "after", "before", "duration", "shifted"), lengths),
        "hijri": _firsts(dates.hijri_months) | digits,
        "named_day": _firsts(dates.named_days),
        "clock": digits | parts,
        "day_part": parts,
        "generic_part": parts | named.get("generic_part", frozenset()),
        "reference": _firsts(dates.references),
        "relative_day": _firsts(dates.relative_days),
    })  # fmt: skip


def _firsts(*tables: Mapping[str, object]) -> frozenset[str]:
    return frozenset(_TOKEN.findall(word)[0].lower() for table in tables for word in table)
