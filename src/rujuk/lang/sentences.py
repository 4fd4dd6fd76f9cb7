"""Where the sentences of a language end, and where a full stop does not end one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Sentences:
    """What a full stop may stand after without ending a sentence; written without the last stop, in any case.

    `abbreviations` never end a sentence ("Jend", "No", "Jl"); `closing_abbreviations` may ("dll", "Tbk", "S.H"): they
    end one where the next word begins with a capital and is not a further abbreviation; `numbered` do not where a
    number follows ("hal. 3"). `starters` are words that
    begin a sentence and never follow an initial or a closing abbreviation inside a name ("Ia", "Namun", "Menurut").
    `examples` mark every sentence of a line with <s>...</s>.
    """

    abbreviations: tuple[str, ...]
    closing_abbreviations: tuple[str, ...]
    numbered: tuple[str, ...]
    starters: tuple[str, ...]
    examples: tuple[str, ...]
