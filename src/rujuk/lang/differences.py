"""What a language's wording tells about differences between reports: which counts grow, which words are only a head."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Differences:
    """`growing` are words for what is counted anew as an event is worked up ("tewas", "hilang"): a later, higher figure
    supersedes. `generic` are nouns that say only what kind of thing is counted ("orang", "unit"). `locatives` are words
    right before a place where something happens ("di"). `givers` and `receivers` mark who gives and who is given to.
    """

    growing: tuple[str, ...]
    generic: tuple[str, ...]
    locatives: tuple[str, ...]
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
