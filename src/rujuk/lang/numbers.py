"""How a language writes numbers, money, measures and counts: its number words, units, and the words around a number."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    r"""Words with their values, and the patterns beside which digits are no quantity.

    `ones` are words that are added ("satu" 1, "sebelas" 11, "seratus" 100), `teens` turn the number before into a teen
    ("belas" 10), `tens` multiply it ("puluh" 10, "ratus" 100), `scales` multiply all before ("juta"), `one_scales` hold
    "one" themselves ("seribu"), `money_scales` are scales only after a currency ("Rp 2 M"), `halves` are a half with
    nothing, or with a number, before it, `joiners` may stand between number words ("and"). `vague` words stand for a
    range ("belasan" "11-19"). `singles` are words for "one" that name no number ("sebuah"), `articles` those of them
    that count only before a unit or a casualty ("a").

    `currencies_before` and `currencies_after` give ISO 4217 codes, `percents` and `units` a symbol, `per` the words for
    "each", `per_units` the symbol of what follows them. `bounds_before` and `bounds_after` give about, at_least, at_most
    or exact; `range_joiners` stand between the ends of a range, `between` before both, then with `between_joiners` between them. `magnitudes`, `ranks` stand before
    their number; `age_before` and `age_after` together, or `age_alone` after it, make an age in `age_unit`; `score_before`, `identifier_before`, `identifier_after` are patterns.

    Reading what is counted: `classifiers` are dropped, `stops` and `verb_prefixes` end the phrase (but for
    `verb_exceptions`), `people` are words after which a word of `states` (what happened to them) belongs to the phrase,
    `plural_markers` are skipped before the noun, `noun_last` says that the head stands last ("missile drones").
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
    joiners: tuple[str, ...]
    vague: Mapping[str, str]
    tens_suffix: str
    singles: tuple[str, ...]
    articles: tuple[str, ...]
    currencies_before: Mapping[str, str]
    currencies_after: Mapping[str, str]
    percents: Mapping[str, str]
    units: Mapping[str, str]
    per: tuple[str, ...]
    per_units: Mapping[str, str]
    bounds_before: Mapping[str, str]
    bounds_after: Mapping[str, str]
    range_joiners: tuple[str, ...]
    between: tuple[str, ...]
    between_joiners: tuple[str, ...]
    magnitudes: tuple[str, ...]
    ranks: tuple[str, ...]
    ordinal_pattern: str
    age_before: str
    age_after: str
    age_alone: str
    age_unit: str
    score_before: str
    identifier_before: str
    identifier_after: str
    classifiers: tuple[str, ...]
    skipped: tuple[str, ...]
    stops: tuple[str, ...]
    verb_prefixes: tuple[str, ...]
    verb_exceptions: tuple[str, ...]
    people: tuple[str, ...]
    states: tuple[str, ...]
    state_links: tuple[str, ...]
    noun_last: bool
