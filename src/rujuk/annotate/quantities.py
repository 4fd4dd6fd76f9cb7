"""Quantities in an article: counts with what is counted, money, measures, percentages, ages, ranks, scores, ranges."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType

from rujuk.annotate.ages import OLDEST, after_place, in_brackets, in_commas
from rujuk.annotate.counted import read_counted
from rujuk.annotate.numerals import (
    look_up,
    plain,
    plain_digits,
    read_number,
    read_scale,
    regrouped,
)
from rujuk.annotate.quantity_names import is_identifier, is_name
from rujuk.annotate.quantity_patterns import patterns as patterns_of
from rujuk.annotate.quantity_place import Figure, Place
from rujuk.annotate.quantity_scores import read_score
from rujuk.annotate.quantity_shared import shared
from rujuk.annotate.taken import Taken
from rujuk.annotate.units import Unit, per_unit, read_unit
from rujuk.lang.base import LanguagePack
from rujuk.lang.numbers import Numbers
from rujuk.model.annotations import Bound, Quantity, TimeValue
from rujuk.model.text import Article, Span

YOUNGEST = 10
"""The least number between commas after a name, or in brackets after a place's name, that is read as an age."""
NUMBERED = 6
"""The least length of a word that numbers something with the bracket after it ("Ayat ("); shorter ones are initials too."""
SUBSTANCE = re.compile(r"[^\S\n]{1,2}[^\W\dA-Z_]")
"""What a unit measures out ("10 ton beras") is no name: "1.5L DOHC" measures nothing out."""
REPEATED = re.compile(r"[^\S\n]?\(([^\d()\n]{3,60})\)")
BRACKETED = re.compile(r"[^\S\n]\(([a-z]{3,20}(?: [a-z]{3,20}){0,2})\)")
BOUNDS: Mapping[str, Bound] = MappingProxyType({
    "about": "about", "at_least": "at_least", "at_most": "at_most", "exact": "exact",
})  # fmt: skip


def read_quantities(
    article: Article, sentences: Sequence[Span], times: Sequence[TimeValue], pack: LanguagePack
) -> tuple[Quantity, ...]:
    """Return the quantities of these sentences, sorted by part and offset; none overlaps another or a time.

    The span covers number, currency and unit, not the words that bound it nor what is counted.
    """
    quantities = []
    parts = Taken.by_part(times)
    texts = {part: plain_digits(article.part_text(part)) for part in {item.part for item in sentences}}
    for sentence in sentences:
        text = texts[sentence.part]
        readings = list(_read_sentence(text, sentence, parts[sentence.part], pack))
        for found in shared(text, readings, pack.numbers):
            span = article.span(found.start, found.end, sentence.part)
            quantities.append(
                Quantity(span, found.value, found.high, found.unit, found.counted, found.bound, found.rule)
            )
    return tuple(sorted(quantities, key=lambda item: (item.span.part, item.span.start)))


def _read_sentence(text: str, sentence: Span, taken: Taken, pack: LanguagePack) -> Iterator[Figure]:
    patterns = patterns_of(pack.numbers)
    done, found = sentence.start, None
    for match in patterns.lead.finditer(text, sentence.start, sentence.end):
        if match.start() < done or taken.overlaps(match.start(), match.end()):
            continue
        limit = min(taken.next_start(match.end()), sentence.end)
        figure = _read(Place(text, sentence.start, limit, sentence.end, match, pack, patterns, found))
        if figure is not None:
            yield figure
            found, done = figure, figure.end


# ---- a reader for each form of number


def _read(place: Place) -> Figure | None:
    groups = place.match.groupdict()
    if groups["ordinal_all"]:
        return _ordinal(place)
    if groups["fraction"]:
        return _fraction(place)
    if groups["single"]:
        return _single(place)
    if groups["vague"]:
        return _vague(place)
    if groups["magnitude"]:
        return _magnitude(place)
    return _number(place, groups["currency"] or "", groups["money"] or groups["number"])


def _ordinal(place: Place) -> Figure | None:
    match = place.match
    if place.patterns.identifier_before.search(place.before):
        return None  # "Pasal 55 ayat (1) ke-1"
    ranked = place.patterns.place.search(place.before) is not None
    unit, rule = ("rank", "rank") if ranked else ("ordinal", "ordinal")
    return Figure(match.start(), match.end(), int(match["ordinal"]), None, unit, "", "exact", rule)


def _fraction(place: Place) -> Figure:
    """Return a share in words ("sepertiga") as so many per cent, roughly."""
    start, end = place.match.span("fraction")
    share = Fraction(look_up(place.match["fraction"], place.numbers.fractions) or "0")
    return Figure(start, end, plain(100 * share), None, "%", "", "about", "fraction")


def _single(place: Place) -> Figure | None:
    start, end = place.match.span("single")
    if place.patterns.identifier_before.search(place.before):
        return None  # "salah seorang", one of them
    counted = read_counted(place.text, end, place.limit, place.numbers)
    value = 2 if place.match["single"].lower() in place.numbers.doubles else 1
    return Figure(start, end, value, None, "", counted, "exact", "single") if counted else None


def _vague(place: Place) -> Figure:
    match = place.match
    low, high = map(int, (look_up(match["vague"], place.numbers.vague) or "0-0").split("-"))
    if match["vague_scale"]:
        scale = read_scale(match["vague_scale"], place.numbers)
        low, high = low * scale, (high + 1) * scale - 1
    amount = _Amount(match.start(), match.end(), low, high, "range", "vague")
    aged = place.patterns.age_after.match(place.after(match.end())) and place.patterns.age_word.search(
        place.before
    )
    return _age(place, amount) if aged else _finish(place, amount, "")


def _magnitude(place: Place) -> Figure | None:
    value = read_number(place.match["magnitude"], place.numbers)
    start, end = place.match.span("magnitude")
    unit = read_unit(place.text, end, place.limit, place.numbers)
    if value is None or (unit and unit.symbol != "magnitude"):
        return None
    stop = unit.end if unit else end
    return Figure(start, stop, value, None, "magnitude", "", _bound(place, stop), "magnitude")


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    value: int | float
    high: int | float | None
    bound: Bound
    rule: str


def _number(place: Place, currency: str, written: str) -> Figure | None:
    value = _value(written, place.numbers)
    start, end = place.match.span()
    if currency and value is not None:
        value = regrouped(written, place.numbers) or value
    if value is None:
        return _word_range(place, written)
    goals = read_score(place, value, end)
    if goals:
        return goals
    below = None if currency else _below_zero(place, value)
    if below:
        return below
    second = _second(place, value, written, currency)
    ranged = second or _tens(place, value, written)
    last = ranged.end if ranged else end
    if not currency and _is_age(place, value, last):
        return _age(place, ranged or _Amount(start, end, value, None, "exact", "age"))
    ranked = not currency and place.patterns.rank.search(place.before)
    if ranked and not read_unit(place.text, end, place.limit, place.numbers):
        return Figure(start, end, value, None, "rank", "", "exact", "rank")
    if not (currency or ranged) and place.patterns.ordinal.search(place.before):
        return Figure(start, end, value, None, "ordinal", "", "exact", "ordinal")
    if not currency and is_identifier(place, written, last):
        return None
    amount = ranged or _Amount(start, end, value, None, "exact", "money" if currency else "number")
    found = _finish(place, amount, currency)
    if second and not (found.unit or found.counted):
        found = _with_low_unit(place, found)
    return _known(place, found, value, end)


def _known(place: Place, found: Figure, value: int | float, end: int) -> Figure | None:
    """Return a number as an age where a word says so, as it is, or None where it only goes on a name."""
    if not (found.unit or found.counted) and place.patterns.age_word.search(place.before) and value <= OLDEST:
        return replace(found, unit=place.numbers.age_unit, rule="age")
    if place.patterns.dimension.match(place.text, end, place.last):
        return found  # "5x3 meter"
    return None if is_name(place, found) else found


def _with_low_unit(place: Place, found: Figure) -> Figure:
    """Return a range that has a unit at its low end alone ("2.000 yen hingga 2.400") with that unit."""
    unit = read_unit(place.text, place.match.end(), place.limit, place.numbers)
    return replace(found, unit=unit.symbol if unit else "")


def _below_zero(place: Place, value: int | float) -> Figure | None:
    """Return degrees below zero by the word or sign before them, which the span takes in ("minus 5 derajat", "-5°C").

    Of anything else "minus" says that it fell ("minus 0,6 persen", "turun 0,6 persen"), and a sign may be the dash of a list.
    """
    sign = place.patterns.negative.search(place.before)
    if not sign or place.patterns.bound.search(place.before):
        return None  # "plus minus 5 persen" is a bound
    start, end = place.match.span()
    found = _finish(place, _Amount(start, end, -value, None, "exact", "number"), "")
    if not found.unit.startswith("°"):
        return None
    bound = place.patterns.bound.search(place.before[: sign.start()])
    how = _coded_bound(bound["bound"], place.numbers.bounds_before) if bound else found.bound
    return replace(found, start=start - len(place.before) + sign.start(), counted="", bound=how)


def _value(written: str, numbers: Numbers) -> int | float | None:
    return read_number(written, numbers)


def _word_range(place: Place, written: str) -> Figure | None:
    """Return the range of two number words tied by a hyphen ("dua-tiga orang")."""
    low, _, high = written.partition("-")
    first, last = _value(low, place.numbers), _value(high, place.numbers) if high else None
    if first is None or last is None or first >= last:
        return None
    start, end = place.match.span()
    if read_scale(high, place.numbers) > 1 and read_scale(low, place.numbers) == 1:
        first = plain(Fraction(first) * read_scale(high, place.numbers))
    return _finish(place, _Amount(start, end, first, last, "range", "range"), "")


def _is_age(place: Place, value: int | float, end: int) -> bool:
    if value > OLDEST:
        return False
    text = place.text
    if place.patterns.age_alone.match(place.after(end)):
        return True
    if place.patterns.age_after.match(place.after(end)) and place.patterns.age_before.search(place.before):
        return True
    within = place.patterns.age_after.match(place.after(end))
    rest = text[end + (within.end() if within else 0) :][:1]
    if in_brackets(place.before, rest):
        numbered = place.patterns.identifier_word.search(place.before)
        if numbered and len(numbered.group()) >= NUMBERED:
            return False  # "Pasal 55 Ayat (1)"; "AM (25)" is somebody's initials
        return value >= YOUNGEST or (value >= 1 and not after_place(place.before))
    return value >= YOUNGEST and in_commas(place.before, rest)


def _age(place: Place, amount: _Amount) -> Figure:
    after = place.after(amount.end)
    match = place.patterns.age_alone.match(after) or place.patterns.age_after.match(after)
    stop = amount.end + match.end() if match else amount.end
    bound: Bound = "range" if amount.high is not None else _bound(place, stop)
    return Figure(amount.start, stop, amount.value, amount.high, place.numbers.age_unit, "", bound, "age")


def _second(place: Place, value: int | float, written: str, currency: str) -> _Amount | None:
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
    scale, own = (read_scale(text, place.numbers, money=bool(currency)) for text in (match["high"], written))
    if scale > 1 and own == 1 and value < high / scale * 2:
        value = plain(Fraction(value) * scale)
    if value >= high or not _same_unit(place, unit, match.end(), currency):
        return None
    return _Amount(place.match.start(), match.end(), value, high, "range", "range")


def _joins_two(joiner: str | None, numbers: Numbers) -> bool:
    return joiner is not None and joiner.lower() in numbers.between_joiners


def _same_unit(place: Place, unit: Unit | None, end: int, currency: str) -> bool:
    """Return whether the high end has the unit of the low end, where that has one of its own, or none and counts nothing."""
    later = read_unit(place.text, end, place.limit, place.numbers)
    if unit is None or currency:
        return True
    if later is None:
        return not read_counted(place.text, end, place.limit, place.numbers)
    return later.symbol == unit.symbol


def _tens(place: Place, value: int | float, written: str) -> _Amount | None:
    """Return the range that "20-an" or "1,5 jutaan" means: as wide as its last counting digit."""
    match = place.patterns.tens.match(place.text, place.match.end(), place.limit)
    if not match or value <= 0 or not written[-1:].isalnum():
        return None
    if match["scale"]:
        return _scaled_tens(place, match, written)
    if not isinstance(value, int):
        return None
    step = _step(value)
    if step == 1:
        return None
    return _up_to_tens(
        place, _Amount(place.match.start(), match.end(), value, value + step - 1, "range", "tens")
    )


def _step(value: int) -> int:
    """Return the place value of the last counting digit of a number: 10 of 20, 100 of 1500."""
    return int(10 ** (len(str(value)) - len(str(value).rstrip("0"))))


def _up_to_tens(place: Place, low: _Amount) -> _Amount:
    """Return a range of tens with its high end, where that is one of tens too ("20-an hingga 30-an")."""
    match = place.patterns.second.match(place.text, low.end, place.limit)
    if match is None or _joins_two(match["joiner"], place.numbers):
        return low
    high, end = (
        _value(match["high"], place.numbers),
        place.patterns.tens.match(place.text, match.end(), place.limit),
    )
    if not isinstance(high, int) or high <= low.value or end is None or end["scale"]:
        return low
    return replace(low, end=end.end(), high=high + _step(high) - 1)


def _scaled_tens(place: Place, match: re.Match[str], written: str) -> _Amount | None:
    exact, scale = Fraction(_value(written, place.numbers) or 0), read_scale(match["scale"], place.numbers)
    decimals = len(written.partition(place.numbers.decimal)[2]) if written[0].isdigit() else 0
    low, step = exact * scale, Fraction(scale, 10**decimals)
    if not 0 < exact < 1000 or step < 1:
        return None
    return _Amount(place.match.start(), match.end(), plain(low), plain(low + step - 1), "range", "tens")


def _finish(place: Place, amount: _Amount, currency: str) -> Figure:
    """Return the amount with its unit, what it counts and how exactly it is meant."""
    text, limit, numbers = place.text, place.limit, place.numbers
    after = place.patterns.bound_after.match(text, amount.end, limit)
    reach = after.end() if after else _after_repeated(place, amount)
    if currency:
        symbol = look_up(currency, numbers.currencies_before) or currency
        unit: Unit | None = per_unit(text, Unit(symbol, amount.end, "currencies_after"), limit, numbers)
    else:
        unit = read_unit(text, reach, limit, numbers)
    end = unit.end if unit else amount.end
    counts = unit is None or (
        unit.symbol in numbers.counting_units and SUBSTANCE.match(text, unit.end, limit)
    )
    counted = _counted(place, max(end, reach)) if counts else ""
    if counted and unit is None and amount.rule == "number":
        amount = replace(amount, value=regrouped(text[amount.start : amount.end], numbers) or amount.value)
    bound = amount.bound
    if bound == "exact":
        bound = _coded_bound(after["bound"], numbers.bounds_after) if after else _bound(place, end)
    rule = amount.rule if unit is None or amount.rule != "number" else _rule(unit)
    return Figure(
        amount.start, end, amount.value, amount.high, unit.symbol if unit else "", counted, bound, rule
    )


def _counted(place: Place, start: int) -> str:
    """Return what is counted, also where an editor has put it in brackets ("sekitar 2.000 (penumpang)")."""
    bracketed = BRACKETED.match(place.text, start, place.limit)
    begin, end = bracketed.span(1) if bracketed else (start, place.limit)
    return read_counted(place.text, begin, end, place.numbers)


def _after_repeated(place: Place, amount: _Amount) -> int:
    """Return where an amount ends, with the same number in brackets after it ("5 (lima) orang")."""
    match = REPEATED.match(place.text, amount.end, place.limit)
    return match.end() if match and _value(match[1], place.numbers) == amount.value else amount.end


def _rule(unit: Unit) -> str:
    return {"percents": "percent", "currencies_after": "money", "units": "measure"}[unit.kind]


def _bound(place: Place, end: int) -> Bound:
    """Return how exactly a number is meant, by the words before it, or just after."""
    match = place.patterns.bound.search(place.before)
    if match:
        return _coded_bound(match["bound"], place.numbers.bounds_before)
    later = place.patterns.bound_after.match(place.text, end, place.limit)
    return _coded_bound(later["bound"], place.numbers.bounds_after) if later else "exact"


def _coded_bound(word: str, table: Mapping[str, str]) -> Bound:
    return BOUNDS.get(look_up(word, table) or "", "exact")
