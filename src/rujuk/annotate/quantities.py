"""Quantities in an article: counts with what is counted, money, measures, percentages, ages, ranks, scores, ranges."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from rujuk.annotate.counted import read_counted
from rujuk.annotate.numerals import any_of, digits_pattern, number_pattern, plain, read_number, read_scale
from rujuk.annotate.units import Unit, per_unit, read_unit
from rujuk.lang.base import LanguagePack
from rujuk.lang.numbers import Numbers
from rujuk.model.annotations import Bound, Quantity, TimeValue
from rujuk.model.text import Article, Span

REACH = 48
"""Characters before and after a number that may say what kind of number it is."""
OLDEST = 120
MOST_GOALS = 99


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    lead: re.Pattern[str]
    tens: re.Pattern[str]
    second: re.Pattern[str]
    bound: re.Pattern[str]
    bound_after: re.Pattern[str]
    between: re.Pattern[str]
    rank: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    age_alone: re.Pattern[str]
    score: re.Pattern[str]
    identifier_before: re.Pattern[str]
    identifier_after: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A match of the lead pattern in its sentence: nothing before `first` or from `limit` on is looked at."""

    text: str
    first: int
    limit: int
    match: re.Match[str]
    numbers: Numbers
    patterns: _Patterns

    @property
    def before(self) -> str:
        """Return the characters before the match."""
        return self.text[max(self.first, self.match.start() - REACH) : self.match.start()]

    def after(self, start: int) -> str:
        """Return the characters from `start` on."""
        return self.text[start : min(self.limit, start + REACH)]


@dataclass(frozen=True, slots=True)
class _Reading:
    """One number as found: where it and its unit stand, the values, the unit, what is counted, how exactly, by which rule."""

    start: int
    end: int
    value: int | float
    high: int | float | None
    unit: str
    counted: str
    bound: Bound
    rule: str


def read_quantities(
    article: Article, sentences: Sequence[Span], times: Sequence[TimeValue], pack: LanguagePack
) -> tuple[Quantity, ...]:
    """Return the quantities of these sentences, sorted by part and offset; none overlaps another or a time.

    The span covers number, currency and unit, not the words that bound it nor what is counted.
    """
    taken = sorted((time.span.part, time.span.start, time.span.end) for time in times)
    quantities = [
        Quantity(
            article.span(found.start, found.end, sentence.part), found.value, found.high, found.unit, found.counted,
            found.bound, found.rule,
        )
        for sentence in sentences
        for found in _read_sentence(
            article.part_text(sentence.part), sentence, _within(taken, sentence), pack.numbers
        )
    ]  # fmt: skip
    return tuple(sorted(quantities, key=lambda item: (item.span.part, item.span.start)))


def _within(taken: Sequence[tuple[str, int, int]], sentence: Span) -> list[tuple[int, int]]:
    return [
        (start, end)
        for part, start, end in taken
        if part == sentence.part and start < sentence.end and end > sentence.start
    ]


def _read_sentence(
    text: str, sentence: Span, taken: Sequence[tuple[int, int]], numbers: Numbers
) -> Iterator[_Reading]:
    patterns = _patterns(numbers)
    done = sentence.start
    for match in patterns.lead.finditer(text, sentence.start, sentence.end):
        if match.start() < done or any(start < match.end() and match.start() < end for start, end in taken):
            continue
        limit = min([start for start, _ in taken if start >= match.end()], default=sentence.end)
        found = _read(_Place(text, sentence.start, limit, match, numbers, patterns))
        if found is not None:
            yield found
            done = found.end


@lru_cache(maxsize=None)
def _patterns(numbers: Numbers) -> _Patterns:
    currency, number = any_of(numbers.currencies_before), number_pattern(numbers)
    digits, scales = digits_pattern(numbers), any_of(numbers.scales)
    money_scale = rf"(?:[^\S\n]?{any_of(numbers.money_scales)}(?!\w))?"
    magnitude = any_of(numbers.magnitudes)
    blank = r"[^\S\n]{0,2}"
    joiner = any_of((*numbers.range_joiners, *numbers.between_joiners))
    lead = (
        rf"(?P<ordinal_all>(?<!\w){numbers.ordinal_pattern}(?!\w))"
        rf"|(?<!\w)(?P<single>{any_of(numbers.singles)})(?!\w)"
        rf"|(?<!\w)(?P<vague>{any_of(numbers.vague)})(?:[^\S\n](?P<vague_scale>{scales}))?(?!\w)"
        rf"|(?<!\w)(?:{magnitude})[^\S\n]{{0,2}}(?P<magnitude>\d{{1,2}}[.,]\d{{1,2}}|\d)(?![\d.,]*\d)"
        rf"|(?<!\w)(?P<currency>{currency}){blank}(?P<money>{digits}{money_scale})"
        rf"|(?P<number>{number})"
    )
    before = rf"(?:{currency}{blank})?"
    return _Patterns(
        lead=re.compile(lead),
        tens=re.compile(rf"(?:{numbers.tens_suffix})(?!\w)"),
        second=re.compile(
            rf"(?:[^\S\n]?[-–—]{blank}|[^\S\n]{{1,2}}(?P<joiner>{joiner})[^\S\n]{{1,2}})(?:{currency}{blank})?"
            rf"(?P<high>{digits}{money_scale}|{number})"
        ),
        bound=re.compile(rf"(?<!\w)(?P<bound>{any_of(numbers.bounds_before)})[^\S\n]{{1,2}}$"),
        bound_after=re.compile(rf"[^\S\n]{{0,2}}(?P<bound>{any_of(numbers.bounds_after)})(?!\w)"),
        between=re.compile(rf"(?<!\w){any_of(numbers.between)}[^\S\n]{{1,2}}{before}$"),
        rank=re.compile(rf"(?<!\w){any_of(numbers.ranks)}[^\S\n]{{0,2}}$"),
        age_before=re.compile(numbers.age_before),
        age_after=re.compile(numbers.age_after),
        age_alone=re.compile(numbers.age_alone),
        score=re.compile(numbers.score_before),
        identifier_before=re.compile(numbers.identifier_before),
        identifier_after=re.compile(numbers.identifier_after),
    )


# ---- a reader for each form of number


def _read(place: _Place) -> _Reading | None:
    groups = place.match.groupdict()
    if groups["ordinal_all"]:
        return _ordinal(place)
    if groups["single"]:
        return _single(place)
    if groups["vague"]:
        return _vague(place)
    if groups["magnitude"]:
        return _magnitude(place)
    return _number(place, groups["currency"] or "", groups["money"] or groups["number"])


def _ordinal(place: _Place) -> _Reading:
    match = place.match
    ranked = place.patterns.rank.search(place.before) is not None
    unit, rule = ("rank", "rank") if ranked else ("ordinal", "ordinal")
    return _Reading(match.start(), match.end(), int(match["ordinal"]), None, unit, "", "exact", rule)


def _single(place: _Place) -> _Reading | None:
    start, end = place.match.span("single")
    counted = read_counted(place.text, end, place.limit, place.numbers)
    return _Reading(start, end, 1, None, "", counted, "exact", "single") if counted else None


def _vague(place: _Place) -> _Reading:
    match = place.match
    low, high = map(int, _value_of(match["vague"], place.numbers.vague).split("-"))
    if match["vague_scale"]:
        scale = read_scale(match["vague_scale"], place.numbers)
        low, high = low * scale, (high + 1) * scale - 1
    return _finish(place, _Amount(match.start(), match.end(), low, high, "range", "vague"), "")


def _value_of(word: str, table: dict[str, str] | object) -> str:
    values = dict(table)  # type: ignore[call-overload]
    return str(values.get(word, values.get(word.lower(), "")))


def _magnitude(place: _Place) -> _Reading | None:
    value = read_number(place.match["magnitude"], place.numbers)
    start, end = place.match.span("magnitude")
    unit = read_unit(place.text, end, place.limit, place.numbers)
    if value is None or (unit and unit.symbol != "magnitude"):
        return None
    stop = unit.end if unit else end
    return _Reading(start, stop, value, None, "magnitude", "", _bound(place, stop), "magnitude")


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    value: int | float
    high: int | float | None
    bound: Bound
    rule: str


def _number(place: _Place, currency: str, written: str) -> _Reading | None:
    value = _value(written, place.numbers)
    start, end = place.match.span()
    if value is None:
        return _word_range(place, written)
    goals = _score(place, value, end)
    if goals:
        return goals
    if not currency and _is_age(place, value, end):
        return _age(place, value, end)
    if not currency and place.patterns.rank.search(place.before):
        return _Reading(start, end, value, None, "rank", "", "exact", "rank")
    if not currency and _is_identifier(place, written, end):
        return None
    amount = _second(place, value, written, currency) or _tens(place, value, written)
    amount = amount or _Amount(start, end, value, None, "exact", "money" if currency else "number")
    return _finish(place, amount, currency)


def _value(written: str, numbers: Numbers) -> int | float | None:
    return read_number(written, numbers)


def _word_range(place: _Place, written: str) -> _Reading | None:
    """Return the range of two number words tied by a hyphen ("dua-tiga orang")."""
    low, _, high = written.partition("-")
    first, last = _value(low, place.numbers), _value(high, place.numbers) if high else None
    if first is None or last is None or first >= last:
        return None
    start, end = place.match.span()
    if read_scale(high, place.numbers) > 1 and read_scale(low, place.numbers) == 1:
        first = plain(Fraction(first) * read_scale(high, place.numbers))
    return _finish(place, _Amount(start, end, first, last, "range", "range"), "")


def _score(place: _Place, value: int | float, end: int) -> _Reading | None:
    match = re.compile(r"[-–](\d{1,2})(?![\d\w]|[.,/:-]\d)").match(place.text, end, place.limit)
    if not match or not isinstance(value, int) or value > MOST_GOALS or not place.match["number"]:
        return None
    if not place.patterns.score.search(place.before):
        return None
    start = place.match.start()
    return _Reading(start, match.end(), value, int(match[1]), "score", "", "exact", "score")


def _is_age(place: _Place, value: int | float, end: int) -> bool:
    if value > OLDEST:
        return False
    text, start = place.text, place.match.start()
    if place.patterns.age_alone.match(place.after(end)):
        return True
    if place.patterns.age_after.match(place.after(end)) and place.patterns.age_before.search(place.before):
        return True
    bracketed = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    return bracketed and value >= 1 and re.search(r"[^\W\d_][a-z]+ \($", place.before) is not None


def _age(place: _Place, value: int | float, end: int) -> _Reading:
    after = place.after(end)
    match = place.patterns.age_alone.match(after) or place.patterns.age_after.match(after)
    stop = end + match.end() if match else end
    bound = _bound(place, stop)
    return _Reading(place.match.start(), stop, value, None, place.numbers.age_unit, "", bound, "age")


def _is_identifier(place: _Place, written: str, end: int) -> bool:
    after = place.after(end)
    if place.patterns.identifier_after.match(after):
        return True
    if written.isdigit() and (len(written) > 15 or (len(written) > 1 and written[0] == "0")):
        return True
    if not place.patterns.identifier_before.search(place.before):
        return _is_index(place, written, end)
    return place.before[-1:] in "#@&+=_*-/" or not read_unit(place.text, end, place.limit, place.numbers)


def _is_index(place: _Place, written: str, end: int) -> bool:
    """Return whether the number only numbers an item of a list ("1. ...", "2) ...")."""
    alone = not place.text[place.first : place.match.start()].strip()
    return alone and written.isdigit() and place.text[end : end + 1] in (".", ")", "")


def _second(place: _Place, value: int | float, written: str, currency: str) -> _Amount | None:
    """Return the range whose low end is this number: "10-15", "10 hingga 15", "antara 10 dan 15"."""
    unit = read_unit(place.text, place.match.end(), place.limit, place.numbers)
    match = None
    for begin in (place.match.end(), unit.end if unit else 0):
        match = match or (place.patterns.second.match(place.text, begin, place.limit) if begin else None)
    if not match:
        return None
    high = _value(match["high"], place.numbers)
    between = place.patterns.between.search(place.before)
    if high is None or (_joins_two(match["joiner"], place.numbers) and not between):
        return None
    scale = read_scale(match["high"], place.numbers)
    if scale > 1 and read_scale(written, place.numbers) == 1 and value < high / scale * 2:
        value = plain(Fraction(value) * scale)
    if value >= high or not _same_unit(place, unit, match.end(), currency):
        return None
    return _Amount(place.match.start(), match.end(), value, high, "range", "range")


def _joins_two(joiner: str | None, numbers: Numbers) -> bool:
    return joiner is not None and joiner.lower() in numbers.between_joiners


def _same_unit(place: _Place, unit: Unit | None, end: int, currency: str) -> bool:
    """Return whether the high end has the unit of the low end, where the low end has one of its own."""
    later = read_unit(place.text, end, place.limit, place.numbers)
    if unit is None or currency:
        return True
    return later is not None and later.symbol == unit.symbol


def _tens(place: _Place, value: int | float, written: str) -> _Amount | None:
    """Return the range that "20-an" means: as wide as its last counting digit."""
    match = place.patterns.tens.match(place.text, place.match.end(), place.limit)
    if not match or not isinstance(value, int) or value <= 0 or not written[-1:].isalnum():
        return None
    step = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
    if step == 1:
        return None
    return _Amount(place.match.start(), match.end(), value, value + step - 1, "range", "tens")


def _finish(place: _Place, amount: _Amount, currency: str) -> _Reading:
    """Return the amount with its unit, what it counts and how exactly it is meant."""
    text, limit, numbers = place.text, place.limit, place.numbers
    after = place.patterns.bound_after.match(text, amount.end, limit)
    reach = after.end() if after else amount.end
    if currency:
        symbol = _value_of(currency, {**numbers.currencies_before})
        unit: Unit | None = per_unit(text, Unit(symbol, amount.end, "currencies_after"), limit, numbers)
    else:
        unit = read_unit(text, reach, limit, numbers)
    end = unit.end if unit else amount.end
    measured = unit is not None and unit.kind == "units" and "/" not in unit.symbol and unit.symbol != "times"
    counted = read_counted(text, max(end, reach), limit, numbers) if measured or unit is None else ""
    bound = amount.bound
    if bound == "exact":
        bound = _coded_bound(after["bound"], numbers.bounds_after) if after else _bound(place, end)
    rule = amount.rule if unit is None or amount.rule != "number" else _rule(unit)
    return _Reading(amount.start, end, amount.value, amount.high, unit.symbol if unit else "", counted, bound, rule)


def _rule(unit: Unit) -> str:
    return {"percents": "percent", "currencies_after": "money", "units": "measure"}[unit.kind]


def _bound(place: _Place, end: int) -> Bound:
    """Return how exactly a number is meant, by the words before it, or just after."""
    match = place.patterns.bound.search(place.before)
    if match:
        return _coded_bound(match["bound"], place.numbers.bounds_before)
    later = place.patterns.bound_after.match(place.text, end, place.limit)
    return _coded_bound(later["bound"], place.numbers.bounds_after) if later else "exact"


def _coded_bound(word: str, table: object) -> Bound:
    code = _value_of(" ".join(word.split()), table)
    return code if code in ("about", "at_least", "at_most") else "exact"  # type: ignore[return-value]
