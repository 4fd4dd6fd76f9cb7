"""Quantities in an article: counts with what is counted, money, measures, percentages, ages, ranks, scores, ranges."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from rujuk.annotate.counted import read_counted
from rujuk.annotate.numerals import (
    look_up,
    plain,
    read_number,
    read_scale,
)
from rujuk.annotate.quantity_patterns import Patterns
from rujuk.annotate.quantity_patterns import patterns as patterns_of
from rujuk.annotate.taken import Taken
from rujuk.annotate.units import Unit, per_unit, read_unit
from rujuk.lang.base import LanguagePack
from rujuk.lang.numbers import Numbers
from rujuk.model.annotations import Bound, Quantity, TimeValue
from rujuk.model.text import Article, Span

REACH = 48
"""Characters before and after a number that may say what kind of number it is."""
MOST_FIGURES = 15
"""Figures without a mark between them that still count something; longer runs are numbers of accounts and cards."""
INDENT = 8
"""Blanks that may stand before the number of a list item."""
YOUNGEST, OLDEST = 10, 120
"""Ages in years that are read from a number between commas after a name, or anywhere."""
MOST_GOALS = 99
FEW_GOALS = 15
"""Two numbers no higher than this, the second not above the first, are a score without a word that says so."""
SCORE = re.compile(r"[-‑–](\d{1,2})(?![\d\w]|[.,/:-]\d)")
PERSON_BEFORE = re.compile(r"(?<!\w)[A-Z][a-z]{1,30}[^\S\n][A-Z][a-z]{1,30}, $")
NAME_BEFORE = re.compile(r"(?<!\w)(?:[A-Z][^\W\d_]{1,30}|[A-Z]{1,3}) \($")
CAPITALISED_BEFORE = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]{1,20}[ -]$")
CAPITALISED_AFTER = re.compile(r"[^\S\n]([A-Z][^\W\d_]{0,20})")
LONG_WORD = re.compile(r"[^\W\d_]{4,30}")
BOUNDS: Mapping[str, Bound] = MappingProxyType({
    "about": "about", "at_least": "at_least", "at_most": "at_most", "exact": "exact",
})  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """A match of the lead pattern in its sentence: nothing before `first` or from `limit` on is looked at."""

    text: str
    first: int
    limit: int
    match: re.Match[str]
    numbers: Numbers
    patterns: Patterns

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
    quantities = []
    parts = Taken.by_part(times)
    for sentence in sentences:
        text = article.part_text(sentence.part)
        readings = list(_read_sentence(text, sentence, parts[sentence.part], pack.numbers))
        for found in _shared(text, readings, pack.numbers):
            span = article.span(found.start, found.end, sentence.part)
            quantities.append(
                Quantity(span, found.value, found.high, found.unit, found.counted, found.bound, found.rule)
            )
    return tuple(sorted(quantities, key=lambda item: (item.span.part, item.span.start)))


def _read_sentence(text: str, sentence: Span, taken: Taken, numbers: Numbers) -> Iterator[_Reading]:
    patterns = patterns_of(numbers)
    done = sentence.start
    for match in patterns.lead.finditer(text, sentence.start, sentence.end):
        if match.start() < done or taken.overlaps(match.start(), match.end()):
            continue
        limit = min(taken.next_start(match.end()), sentence.end)
        found = _read(_Place(text, sentence.start, limit, match, numbers, patterns))
        if found is not None:
            yield found
            done = found.end


def _shared(text: str, readings: Sequence[_Reading], numbers: Numbers) -> Iterator[_Reading]:
    """Yield the readings, a bare number before "and" with the unit and counted of the next ("15 dan 18 gol")."""
    joiners = {*numbers.between_joiners, *numbers.pair_joiners}
    for index, found in enumerate(readings):
        later = readings[index + 1] if index + 1 < len(readings) else None
        bare = found.rule == "number" and not (found.unit or found.counted)
        if later and bare and text[found.end : later.start].strip() in joiners:
            yield replace(found, unit=later.unit, counted=later.counted)
        else:
            yield found


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
    ranked = place.patterns.place.search(place.before) is not None
    unit, rule = ("rank", "rank") if ranked else ("ordinal", "ordinal")
    return _Reading(match.start(), match.end(), int(match["ordinal"]), None, unit, "", "exact", rule)


def _single(place: _Place) -> _Reading | None:
    start, end = place.match.span("single")
    counted = read_counted(place.text, end, place.limit, place.numbers)
    value = 2 if place.match["single"].lower() in place.numbers.doubles else 1
    return _Reading(start, end, value, None, "", counted, "exact", "single") if counted else None


def _vague(place: _Place) -> _Reading:
    match = place.match
    low, high = map(int, (look_up(match["vague"], place.numbers.vague) or "0-0").split("-"))
    if match["vague_scale"]:
        scale = read_scale(match["vague_scale"], place.numbers)
        low, high = low * scale, (high + 1) * scale - 1
    return _finish(place, _Amount(match.start(), match.end(), low, high, "range", "vague"), "")


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
    second = _second(place, value, written, currency)
    if not currency and _is_age(place, value, second.end if second else end):
        return _age(place, second or _Amount(start, end, value, None, "exact", "age"))
    ranked = not currency and place.patterns.rank.search(place.before)
    if ranked and not read_unit(place.text, end, place.limit, place.numbers):
        return _Reading(start, end, value, None, "rank", "", "exact", "rank")
    if not currency and _is_identifier(place, written, second.end if second else end):
        return None
    amount = second or _tens(place, value, written)
    amount = amount or _Amount(start, end, value, None, "exact", "money" if currency else "number")
    found = _finish(place, amount, currency)
    return None if _names(place, found) else found


def _names(place: _Place, found: _Reading) -> bool:
    """Return whether a number is none of anything: in a name ("Boeing 737", "Zafira 13 Pro"), or a word alone ("satu lagi")."""
    if found.unit or found.bound not in ("exact", "range"):
        return False
    if not found.counted and not place.text[found.start].isdigit():
        return not place.patterns.bound.search(place.before)
    before = CAPITALISED_BEFORE.search(place.before)
    if before is None or before.group().strip(" -").lower() in place.numbers.stops:
        return False
    return not found.counted or _in_name(place, found)


def _in_name(place: _Place, found: _Reading) -> bool:
    """Return whether a capitalised word follows too, in a text that does not capitalise its words anyway."""
    after = CAPITALISED_AFTER.match(place.after(found.end))
    known = (*place.numbers.people, *place.numbers.classifiers)
    if not after or after.group(1).lower() in known:
        return False
    words = LONG_WORD.findall(place.before + place.after(found.end))
    return 2 * sum(1 for word in words if word[0].islower()) > len(words)


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
    """Return the score of a match: by the words before, or, where no range can be meant, by its form ("2-2", "3-0")."""
    match = SCORE.match(place.text, end, place.limit)
    if not match or not isinstance(value, int) or value > MOST_GOALS or not place.match["number"]:
        return None
    other = int(match[1])
    falls = other <= value <= FEW_GOALS and not _counts(place, match.end())
    if not falls and not place.patterns.score.search(place.before):
        return None
    return _Reading(place.match.start(), match.end(), value, other, "score", "", "exact", "score")


def _counts(place: _Place, end: int) -> bool:
    unit = read_unit(place.text, end, place.limit, place.numbers)
    return unit is not None or bool(read_counted(place.text, end, place.limit, place.numbers))


def _is_age(place: _Place, value: int | float, end: int) -> bool:
    if value > OLDEST:
        return False
    text, start = place.text, place.match.start()
    if place.patterns.age_alone.match(place.after(end)):
        return True
    if place.patterns.age_after.match(place.after(end)) and place.patterns.age_before.search(place.before):
        return True
    marks = text[start - 1 : start] + text[end : end + 1]
    if marks == "()":
        return value >= 1 and NAME_BEFORE.search(place.before) is not None
    return text[end : end + 1] == "," and value >= YOUNGEST and PERSON_BEFORE.search(place.before) is not None


def _age(place: _Place, amount: _Amount) -> _Reading:
    after = place.after(amount.end)
    match = place.patterns.age_alone.match(after) or place.patterns.age_after.match(after)
    stop = amount.end + match.end() if match else amount.end
    bound: Bound = "range" if amount.high is not None else _bound(place, stop)
    return _Reading(amount.start, stop, amount.value, amount.high, place.numbers.age_unit, "", bound, "age")


def _is_identifier(place: _Place, written: str, end: int) -> bool:
    after = place.after(end)
    if place.patterns.identifier_after.match(after) or place.patterns.identifier_before.search(place.before):
        return True
    if (written.isdigit() and len(written) > MOST_FIGURES) or (written[:1] == "0" and written[1:2].isdigit()):
        return True
    if place.patterns.identifier_word.search(place.before):
        scaled = read_scale(written, place.numbers) > 1  # "program 3 juta rumah" numbers no programme
        return not scaled and not read_unit(place.text, end, place.limit, place.numbers)
    return _is_index(place, written, end)


def _is_index(place: _Place, written: str, end: int) -> bool:
    """Return whether the number only numbers an item of a list ("1. ...", "2) ...")."""
    if place.match.start() - place.first > INDENT:
        return False
    alone = not place.text[place.first : place.match.start()].strip()
    return alone and written.isdigit() and place.text[end : end + 1] in (".", ")", "\n", "")


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
        symbol = look_up(currency, numbers.currencies_before) or currency
        unit: Unit | None = per_unit(text, Unit(symbol, amount.end, "currencies_after"), limit, numbers)
    else:
        unit = read_unit(text, reach, limit, numbers)
    end = unit.end if unit else amount.end
    counts = unit is None or unit.symbol in numbers.counting_units
    counted = read_counted(text, max(end, reach), limit, numbers) if counts else ""
    bound = amount.bound
    if bound == "exact":
        bound = _coded_bound(after["bound"], numbers.bounds_after) if after else _bound(place, end)
    rule = amount.rule if unit is None or amount.rule != "number" else _rule(unit)
    return _Reading(
        amount.start, end, amount.value, amount.high, unit.symbol if unit else "", counted, bound, rule
    )


def _rule(unit: Unit) -> str:
    return {"percents": "percent", "currencies_after": "money", "units": "measure"}[unit.kind]


def _bound(place: _Place, end: int) -> Bound:
    """Return how exactly a number is meant, by the words before it, or just after."""
    match = place.patterns.bound.search(place.before)
    if match:
        return _coded_bound(match["bound"], place.numbers.bounds_before)
    later = place.patterns.bound_after.match(place.text, end, place.limit)
    return _coded_bound(later["bound"], place.numbers.bounds_after) if later else "exact"


def _coded_bound(word: str, table: Mapping[str, str]) -> Bound:
    return BOUNDS.get(look_up(word, table) or "", "exact")
