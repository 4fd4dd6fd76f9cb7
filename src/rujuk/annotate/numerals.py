"""Numbers as a language writes them, in digits and in words: where they may stand, and what they come to."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TypeVar

from rujuk.lang.numbers import Numbers

MAX_DIGITS = 30
"""Longer runs of digits are no count of anything; it also keeps int() and the patterns linear on hostile text."""

V = TypeVar("V", int, str)
_BLANK = r"[^\S\n]{1,2}"
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions that are one character; Unicode gives their value."""
_WRITTEN = r"(?<![\d/])[1-9]/(?:10|[2-9])(?![\d/])"
DIMENSION = r"(?<=\d[x×])"
"""Right after another length, as in "5x3 meter"."""


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: Mapping[str, tuple[str, int]]
    token: re.Pattern[str]


def any_of(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return a pattern for any of the words, longest first.

    An entry in lower case is read in any case, an entry with a capital only as given or in capitals; a space in it
    stands for one to three blanks. No words give a pattern that never matches.
    """
    if not words:
        return "(?!)"
    return "(?:" + "|".join(_one(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _one(word: str) -> str:
    pattern = re.escape(word).replace(r"\ ", r"[^\S\n]{1,3}")
    if word == word.lower():
        return f"(?i:{pattern})"
    capitals = re.escape(word.upper()).replace(r"\ ", r"[^\S\n]{1,3}")
    return pattern if capitals == pattern else f"(?:{pattern}|{capitals})"


def look_up(text: str, values: Mapping[str, V]) -> V | None:
    """Return what a word of the text stands for in a pack's table, by its own form, then in lower case, then capitalised."""
    word = " ".join(text.split())
    for form in (word, word.lower(), word.capitalize()):
        if form in values:
            return values[form]
    return None


@cache
def number_pattern(numbers: Numbers) -> str:
    """Return a pattern, without groups, for a number in digits (with scale words) or in words; all repetition is bounded."""
    scales, half = any_of(numbers.scales), any_of(numbers.halves)
    gap = r"(?:[^\S\n]{1,2}|-)"
    word = any_of({**numbers.ones, **numbers.teens, **numbers.tens, **numbers.scales, **numbers.one_scales})
    joiner = any_of(numbers.joiners) if numbers.joiners else r"(?!)"
    words = (
        rf"(?<!\w){word}(?:{gap}(?:{joiner}{_BLANK})?{word}){{0,9}}(?:{_BLANK}{half}(?:{_BLANK}{scales})?)?"
    )
    halves = rf"(?<!\w){half}{_BLANK}{scales}"
    large = any_of({**numbers.tens, **numbers.scales})
    tens = rf"(?<!\w)(?:{word}{gap}){{1,9}}{large}(?=(?:{numbers.tens_suffix})(?!\w))"
    digits = rf"(?:(?<![\w.,])|{DIMENSION}){digits_pattern(numbers)}"
    return rf"(?:{digits}|{halves}(?!\w)|{tens}|{words}(?!\w))"


@cache
def digits_pattern(numbers: Numbers) -> str:
    """Return a pattern for a number in digits with its scale words, which does not ask what stands before it."""
    thousands, decimal = re.escape(numbers.thousands), re.escape(numbers.decimal)
    scales, half = any_of(numbers.scales), any_of(numbers.halves)
    digits = (
        rf"(?:\d{{1,3}}(?:{thousands}\d{{3}}){{1,8}}(?!\d)(?:{decimal}\d{{1,6}})?"
        rf"|[1-9]\d{{0,2}}(?:{decimal}\d{{3}}){{2,8}}(?!\d)"
        rf"|\d{{1,{MAX_DIGITS}}}(?:{decimal}\d{{1,6}}|{thousands}\d{{1,2}}(?!\d))?)(?!\d)"
    )
    digits = rf"(?:{_part_pattern(numbers)}|{digits})"
    scaled = rf"(?:[^\S\n]?{scales}(?!\w))?(?:{_BLANK}{half}(?:{_BLANK}{scales}))?(?:{_BLANK}{scales}(?!\w))?"
    return rf"{digits}{scaled}"


def _part_pattern(numbers: Numbers) -> str:
    """Return a pattern for "2½", "½" and, where a unit or scale follows, "3 1/2" and "3/4"."""
    measured = any_of(
        {**numbers.scales, **numbers.units, **numbers.currencies_after, **dict.fromkeys(numbers.classifiers)}
    )
    written = rf"(?:\d{{1,3}}[^\S\n])?{_WRITTEN}(?=[^\S\n]?{measured}(?!\w))"
    return rf"(?:\d{{1,3}}[^\S\n]?)?[{VULGAR}](?!\w)|{written}"


@cache
def _words(numbers: Numbers) -> _Words:
    kinds: dict[str, tuple[str, int]] = {}
    for kind in ("scales", "money_scales", "tens", "teens", "ones", "one_scales"):
        kinds.update({word: (kind, value) for word, value in getattr(numbers, kind).items()})
    kinds.update(dict.fromkeys(numbers.halves, ("half", 0)))
    kinds.update(dict.fromkeys(numbers.joiners, ("joiner", 0)))
    return _Words(kinds, re.compile(rf"{_WRITTEN}|[{VULGAR}]|\d[\d.,]*\d|\d|[^\W\d{VULGAR}]+"))


def read_scale(text: str, numbers: Numbers, *, money: bool = False) -> int:
    """Return the product of the scale words in a number, 1 where there are none; of money also of those only money has ("M")."""
    scales = {**numbers.money_scales, **numbers.scales} if money else numbers.scales
    product = 1
    for token in _words(numbers).token.findall(text):
        product *= scales.get(token, scales.get(token.lower(), 1))
    return product


def read_number(text: str, numbers: Numbers) -> int | float | None:
    """Return the value of a number as `number_pattern` or a money scale writes it, None where the words do not make one.

    Integral values are int. Two counting words side by side ("dua tiga") make no number.
    """
    words = _words(numbers)
    total = Sum()
    for match in words.token.finditer(text):
        token = match.group()
        if token in VULGAR or "/" in token:
            known = total.add("part", _part(token))
        elif token[0].isdigit():
            value = read_digits(token, numbers)
            known = value is not None and total.add("digits", value)
        else:
            kind, size = words.kinds.get(token, words.kinds.get(token.lower(), ("", 0)))
            known = total.add(kind, Fraction(size))
        if not known:
            return None
    return plain(total.value())


def _part(token: str) -> Fraction:
    """Return the value of "½" or "1/2"."""
    return Fraction(token) if "/" in token else Fraction(unicodedata.numeric(token)).limit_denominator(8)


OTHER_DIGIT = re.compile(r"[^\D0-9]")
"""A decimal digit of another script: full-width, Arabic-Indic, Devanagari."""


def plain_digits(text: str) -> str:
    """Return the text with the digits of every script as ASCII ones; its length, and so every offset, stays the same."""
    return OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match.group())), text)


def read_digits(token: str, numbers: Numbers) -> Fraction | None:
    """Return the value of digits with the language's marks; a lone mark before one or two digits is a decimal point."""
    if sum(map(str.isdigit, token)) > MAX_DIGITS + 10 or not token.isascii():
        return None
    if token.count(numbers.thousands) == 1 and numbers.decimal not in token:
        whole, _, rest = token.partition(numbers.thousands)
        if len(rest) in (1, 2):
            return Fraction(f"{whole}.{rest}")
    plain_token = token.replace(numbers.thousands, "")
    if plain_token.count(numbers.decimal) > 1:
        plain_token = plain_token.replace(numbers.decimal, "")
    try:
        return Fraction(plain_token.replace(numbers.decimal, "."))
    except ValueError:
        return None


@cache
def _grouped(numbers: Numbers) -> re.Pattern[str]:
    return re.compile(rf"[1-9]\d{{0,2}}{re.escape(numbers.decimal)}\d{{3}}")


def regrouped(written: str, numbers: Numbers) -> int | None:
    """Return the value of "10,000" where the decimal mark groups thousands, as in another language, else None.

    For money and for what is counted one by one, of which there are no thousandths; scale words ("1,299 juta") tell decimals.
    """
    if not _grouped(numbers).fullmatch(written):
        return None
    return int(written.replace(numbers.decimal, ""))


def plain(value: Fraction) -> int | float:
    """Return an exact value as int where it is whole, else as the nearest float."""
    return int(value) if value.denominator == 1 else float(value)


class Sum:
    """The running value of number words: a group below the next scale, and the scaled groups before it."""

    def __init__(self) -> None:
        self.total = Fraction(0)
        self.group = Fraction(0)
        self.pending = Fraction(0)
        self.seen = ""

    def add(self, kind: str, size: Fraction) -> bool:
        """Take the next word; return whether it can follow what went before."""
        step = getattr(self, f"_{kind}", None) if kind else None
        taken = bool(step and step(size))
        self.seen = kind
        return taken

    def value(self) -> Fraction:
        """Return the sum so far."""
        return self.total + self.group + self.pending

    def _digits(self, size: Fraction) -> bool:
        fresh = not self.seen
        self.pending = size
        return fresh

    def _ones(self, size: Fraction) -> bool:
        room = 10 ** len(str(int(size)))  # "dua puluh" leaves room below 10, "seratus" below 100
        fits = self.seen != "digits" and self.pending % room == 0 and self.group % room == 0
        self.group += self.pending
        self.pending = size
        return fits

    def _teens(self, size: Fraction) -> bool:
        fits = 0 < self.pending < 10
        self.group += self.pending + size
        self.pending = Fraction(0)
        return fits

    def _tens(self, size: Fraction) -> bool:
        fits = 0 < self.pending < 100 and self.group % (size * 10) == 0
        self.group += self.pending * size
        self.pending = Fraction(0)
        return fits

    def _scales(self, size: Fraction) -> bool:
        amount = self.group + self.pending
        if amount == 0 and self.total:  # "seribu juta", "500 ribu triliun": a scale of what is already scaled
            self.total *= size
            return True
        fits = amount > 0 and self.total % (size * 1000) == 0
        self.total += amount * size
        self.group = self.pending = Fraction(0)
        return fits

    _money_scales = _scales

    def _one_scales(self, size: Fraction) -> bool:
        fits = self.group + self.pending == 0
        self.total += size
        return fits

    def _half(self, size: Fraction) -> bool:
        fits = self.seen in ("", "ones", "digits", "tens") and size == 0
        self.pending += Fraction(1, 2)
        return fits

    def _part(self, size: Fraction) -> bool:
        fits = self.seen in ("", "digits")
        self.pending += size
        return fits

    def _joiner(self, size: Fraction) -> bool:
        return bool(self.seen) and size == 0
