"""How a language's sites part one report into several pages, and how they offer it whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Paging:
    """Words are read in any letter case; every pattern is bounded, so that no line can make it slow.

    `page_parameters` name the page in an address ("?page=2"), `whole_values` are values of theirs that ask for all pages
    ("?page=all"), and `whole_parameters` are further ones that do ("single=1"). `page_words` name it in a path
    ("/halaman/2"). A bare number at the end of a path ("/2") counts pages; where all such numbers of a report are
    multiples of one of `tail_steps`, they count paragraphs ("/10", "/20"). `pager_patterns` match a whole printed line and may
    name the page in the group `number` and the last page in the group `last`; `next_patterns` match one that says no more than
    that the report goes on. `headline_patterns` match what such a page adds
    to the end of its headline.
    """

    page_parameters: tuple[str, ...]
    whole_values: tuple[str, ...]
    whole_parameters: tuple[str, ...]
    page_words: tuple[str, ...]
    tail_steps: tuple[int, ...]
    pager_patterns: tuple[str, ...]
    next_patterns: tuple[str, ...]
    headline_patterns: tuple[str, ...]
