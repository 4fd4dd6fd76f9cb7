"""How a language's press prints who wrote a report, who edited it, and when it was published."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Imprint:
    """Words and patterns are read in any letter case; every pattern is bounded, so that no line can make it slow.

    `writer_roles` and `editor_roles` stand before a name and a colon, or on a line of their own above it.
    `writer_openings` stand before a name without a colon ("Oleh", "By") and are no part of it. `nameless_patterns`
    match a whole byline that names nobody ("Redaksi", "admin"). `modified_patterns` are found before the time of a
    later change. `clock_words` may stand between a day and a time. `months` are names of months in print beyond those
    of the section `dates`: other spellings, and those of neighbours whose reports are read with this pack.
    `ago_units` are seconds by word, `ago_words` what follows a number of them ("2 jam yang lalu").
    """

    writer_roles: tuple[str, ...]
    editor_roles: tuple[str, ...]
    writer_openings: tuple[str, ...]
    nameless_patterns: tuple[str, ...]
    modified_patterns: tuple[str, ...]
    clock_words: tuple[str, ...]
    ago_words: tuple[str, ...]
    months: Mapping[str, int]
    ago_units: Mapping[str, int]
