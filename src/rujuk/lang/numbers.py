"""How a language writes numbers, money, measures and counts: its number words, units, and the words around a number."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    r"""Words with their values, and the patterns beside which digits are no quantity.

    Words are read as in `Dates`: in lower case for any case. `ones` are added ("satu" 1, "sebelas" 11, "seratus" 100),
    `teens` make a teen of the number before ("belas" 10), `tens` multiply it ("puluh" 10, "ratus" 100), `scales` multiply
    all before ("juta"), `one_scales` hold "one" themselves ("seribu"), `money_scales` are scales only after a currency
    ("Rp 2 M"), `halves` are a half of the scale that follows, or added to the number before, `joiners` may stand between
    number words ("and"), `negatives` before a number below zero ("minus"). `vague` words stand for a range ("belasan" "11-19"), `fractions`
    for a share ("sepertiga" "1/3"), `tens_suffix` makes one ("20-an"), `singles`
    are words for "one" that name no number ("sebuah"), `doubles` those among them that stand for two ("sepasang").

    `currencies_before` and `currencies_after` give ISO 4217 codes, `percents` and `units` a symbol; after one of
    `counting_units` the substance is what is counted ("10 ton beras"). `per` are words for "each", `per_units` give the
    symbol of what follows them. `bounds_before` and `bounds_after` give about, at_least, at_most or exact.
    `range_joiners` stand between the ends of a range; `between` before both, then `between_joiners` between them;
    `pair_joiners` between two counts of the same thing, `dimension_joiners` between two lengths ("5 x 3 meter"), `of_them` after a
    number of what was named before, and `of` between a part and the whole ("tiga dari lima"). `magnitudes` and `ranks` stand before their number, `places` make
    a rank of an ordinal only, `ordinals_before` an ordinal of a bare number ("menit ke 33"). `age_before` and `age_after` together, or `age_alone` after it, or one of `age_words` right before, make an age in `age_unit`.
    After `score_before` two numbers are a score. `identifier_words`, `identifier_before` and `identifier_after` stand
    beside numbers that only name something ("Pasal 5").

    What is counted: `classifiers` are dropped, and `person_classifiers` before one of `people`; `skipped` words are passed
    over; `no_heads` cannot begin the phrase, the second word of
    `compounds` does not end it, `stops` (also with one of `particles`: "itulah") and `verb_prefixes` (but for `verb_exceptions`, also with one of
    `possessives` at their end) end it. One of
    `states` (what happened to the counted) belongs to it, across `state_links` ("dilaporkan") and with one of
    `state_degrees` ("luka berat").
    """

    decimal: str
    thousands: str
    ones: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    one_scales: Mapping[str, int]
    money_scales: Mapping[str, int]
    halves: tuple[str, ...]
    negatives: tuple[str, ...]
    joiners: tuple[str, ...]
    vague: Mapping[str, str]
    fractions: Mapping[str, str]
    tens_suffix: str
    singles: tuple[str, ...]
    doubles: tuple[str, ...]
    currencies_before: Mapping[str, str]
    currencies_after: Mapping[str, str]
    percents: Mapping[str, str]
    units: Mapping[str, str]
    counting_units: tuple[str, ...]
    per: tuple[str, ...]
    per_units: Mapping[str, str]
    bounds_before: Mapping[str, str]
    bounds_after: Mapping[str, str]
    range_joiners: tuple[str, ...]
    between: tuple[str, ...]
    between_joiners: tuple[str, ...]
    dimension_joiners: tuple[str, ...]
    pair_joiners: tuple[str, ...]
    of_them: tuple[str, ...]
    of: tuple[str, ...]
    magnitudes: tuple[str, ...]
    ranks: tuple[str, ...]
    places: tuple[str, ...]
    ordinal_pattern: str
    ordinals_before: tuple[str, ...]
    age_before: str
    age_after: str
    age_alone: str
    age_words: tuple[str, ...]
    age_unit: str
    score_before: str
    identifier_words: tuple[str, ...]
    identifier_before: str
    identifier_after: str
    person_classifiers: tuple[str, ...]
    classifiers: tuple[str, ...]
    skipped: tuple[str, ...]
    no_heads: tuple[str, ...]
    compounds: tuple[str, ...]
    stops: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    verb_exceptions: tuple[str, ...]
    possessives: tuple[str, ...]
    particles: tuple[str, ...]
    people: tuple[str, ...]
    states: tuple[str, ...]
    state_links: tuple[str, ...]
    state_degrees: tuple[str, ...]
