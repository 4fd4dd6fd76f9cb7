"""What a language's wording tells about differences between reports: which counts grow, which words are only a head."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Differences:
    """`growing` are words for what is counted anew as an event is worked up ("tewas", "hilang"): a later, higher figure
    supersedes. `changing` are words for what is measured anew and rises and falls ("air", "kurs"): a later figure supersedes, higher or not. `generic` are nouns that say only what kind of thing is counted ("orang", "unit"). `locatives` are words
    right before a place where something happens ("di"). `giving` are verbs of giving, active where they begin with
    one of `active_prefixes` and passive with one of `passive_prefixes`; `getting` are verbs of getting; `givers` are the
    words for "by" and "from" before whoever gives; `gifts` are nouns for what is given, `offices` those of who gives in office, without a name. `until` are words before a clock time up to which something is counted, `near` phrases before one that is told roughly. `failing` are words for what did not come about: those it failed for are others than those it did not. `accusing` are words by which somebody is accused ("didakwa"), which denying the deed does not deny.
    `measures` names what a bare measure may be a measure of, each with its words ("depth" "kedalaman sedalam").
    """

    growing: tuple[str, ...]
    changing: tuple[str, ...]
    generic: tuple[str, ...]
    locatives: tuple[str, ...]
    giving: tuple[str, ...]
    getting: tuple[str, ...]
    active_prefixes: tuple[str, ...]
    passive_prefixes: tuple[str, ...]
    givers: tuple[str, ...]
    gifts: tuple[str, ...]
    offices: tuple[str, ...]
    until: tuple[str, ...]
    near: tuple[str, ...]
    failing: tuple[str, ...]
    accusing: tuple[str, ...]
    measures: Mapping[str, str]
