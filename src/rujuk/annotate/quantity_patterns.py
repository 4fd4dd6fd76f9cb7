"""The patterns of a pack for numbers, and for the words before and after that say what kind of number it is."""

import re
from dataclasses import dataclass
from functools import cache

from rujuk.annotate.numerals import any_of, digits_pattern, number_pattern
from rujuk.lang.numbers import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """The compiled patterns of a pack for numbers and for what stands beside them."""

    lead: re.Pattern[str]
    tens: re.Pattern[str]
    second: re.Pattern[str]
    bound: re.Pattern[str]
    bound_after: re.Pattern[str]
    between: re.Pattern[str]
    rank: re.Pattern[str]
    place: re.Pattern[str]
    ordinal: re.Pattern[str]
    age_before: re.Pattern[str]
    age_after: re.Pattern[str]
    age_word: re.Pattern[str]
    age_alone: re.Pattern[str]
    score: re.Pattern[str]
    identifier_word: re.Pattern[str]
    identifier_pair: re.Pattern[str]
    identifier_before: re.Pattern[str]
    identifier_after: re.Pattern[str]
    of_them: re.Pattern[str]
    pair: re.Pattern[str]
    negative: re.Pattern[str]
    dimension: re.Pattern[str]


@cache
def patterns(numbers: Numbers) -> Patterns:
    """Return the compiled patterns of a pack."""
    currency, number = any_of(numbers.currencies_before), number_pattern(numbers)
    digits, scales = digits_pattern(numbers), any_of(numbers.scales)
    money_scale = rf"(?:[^\S\n]?{any_of(numbers.money_scales)}(?!\w))?"
    magnitude = any_of(tuple(word for word in numbers.magnitudes if len(word) > 1))
    letter = any_of(tuple(word for word in numbers.magnitudes if len(word) == 1))
    blank = r"[^\S\n]{0,2}"
    joiner = any_of((*numbers.range_joiners, *numbers.between_joiners))
    lead = (
        rf"(?P<ordinal_all>(?<!\w){numbers.ordinal_pattern}(?!\w))"
        rf"|(?<!\w)(?P<fraction>{any_of(numbers.fractions)})(?!\w|[^\S\n](?i:final))"
        rf"|(?<!\w)(?P<single>{any_of(numbers.singles)})(?!\w)"
        rf"|(?<!\w)(?P<vague>{any_of(numbers.vague)})(?:[^\S\n](?P<vague_scale>{scales}))?(?!\w)"
        rf"|(?<!\w)(?:{magnitude}{blank}(?:\(M[a-z]{{0,2}}\){blank})?|{letter}{blank}(?=\d{{1,2}}[.,]\d))(?P<magnitude>\d{{1,2}}[.,]\d{{1,2}}|\d)(?![\d.,]*\d)"
        rf"|(?:(?<!\w)|(?<=[a-z])(?=[A-Z]))(?P<currency>{currency}){blank}(?P<money>{digits}{money_scale})"
        rf"|(?P<number>{number})"
    )
    before = rf"(?:{currency}{blank})?"
    return Patterns(
        lead=re.compile(lead),
        tens=re.compile(rf"(?:[^\S\n]?(?P<scale>{scales}))?(?:{numbers.tens_suffix})(?!\w)"),
        second=re.compile(
            rf"(?:[^\S\n]?[-‑–—−]{blank}|[^\S\n]{{1,2}}(?P<joiner>{joiner})[^\S\n]{{1,2}})(?:{currency}{blank})?"
            rf"(?P<high>{digits}{money_scale}|{number})"
        ),
        bound=re.compile(rf"(?<!\w)(?P<bound>{any_of(numbers.bounds_before)})[^\S\n]{{1,2}}$"),
        bound_after=re.compile(rf"[^\S\n]{{0,2}}(?P<bound>{any_of(numbers.bounds_after)})(?!\w)"),
        between=re.compile(rf"(?<!\w){any_of(numbers.between)}[^\S\n]{{1,2}}{before}$"),
        rank=re.compile(rf"(?<!\w){any_of(numbers.ranks)}[^\S\n]{{0,2}}$"),
        place=re.compile(rf"(?<!\w){any_of((*numbers.ranks, *numbers.places))}[^\S\n]{{0,2}}$"),
        ordinal=re.compile(rf"(?<!\w){any_of(numbers.ordinals_before)}[^\S\n]{{1,2}}$"),
        age_before=re.compile(numbers.age_before),
        age_after=re.compile(numbers.age_after),
        age_word=re.compile(rf"(?<!\w){any_of(numbers.age_words)}[^\S\n]{{1,2}}$"),
        age_alone=re.compile(numbers.age_alone),
        score=re.compile(numbers.score_before),
        identifier_word=re.compile(
            rf"(?:(?<!\w)|(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[^\W\d_])){any_of(numbers.identifier_words)}(?:\.|[^\S\n]?:)?[^\S\n]?\(?$"
        ),
        identifier_pair=re.compile(
            rf"(?<!\w){any_of(numbers.identifier_words)}[^\S\n]?\d{{1,4}}(?:,[^\S\n]\d{{1,4}}){{0,3}},?[^\S\n]"
            rf"{any_of((*numbers.between_joiners, *numbers.pair_joiners, *numbers.range_joiners))}[^\S\n]$"
        ),
        identifier_before=re.compile(numbers.identifier_before),
        identifier_after=re.compile(numbers.identifier_after),
        of_them=re.compile(
            rf"[^\S\n]{{1,2}}(?:{any_of(numbers.of_them)}(?!\w)|{any_of(numbers.of)}[^\S\n]{{1,2}}{number})"
        ),
        negative=re.compile(rf"(?:(?<!\w){any_of(numbers.negatives)}[^\S\n]{{1,2}}|(?:^|(?<=[\s(]))[-−])$"),
        dimension=re.compile(rf"(?:[x×]{digits}){{1,2}}{blank}{any_of({**numbers.units})}(?!\w)"),
        pair=re.compile(rf"[^\S\n]{{1,2}}{any_of(numbers.pair_joiners)}[^\S\n]{{1,2}}{number}"),
    )
