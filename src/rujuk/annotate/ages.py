"""Where a number of years is an age: told by a name or a noun for a person before it, and the marks around it."""

import re

from rujuk.lang.gazetteer import load

OLDEST = 120
"""Ages in years that are read from a number between commas or brackets."""
NAME_COMMA = re.compile(r"(?<!\w)[A-Z][a-z]{1,30}[^\S\n][A-Z][a-z]{1,30}, $")
INITIALS_COMMA = re.compile(r"(?<!\w)[A-Z]{2,3}, $")
NAME_BRACKET = re.compile(r"(?<!\w)(?:[A-Z][^\W\d_]{1,30} |[A-Z]{1,3} |[A-Z][a-z]{2,30})\($")
PLACE_BRACKET = re.compile(r"(?<!\w)((?:[A-Z][^\W\d_]{1,30} ){0,2}[A-Z][^\W\d_]{1,30}) \($")
ENDS = (",", ".", ";", "")


def in_commas(before: str, after: str) -> bool:
    """Return whether a number stands after a name of two words and a comma, and before a mark ("Budi Arga, 27, ...").

    Initials are a name only where a comma follows the number too ("KR, 34, warga").
    """
    if after[:1] == "," and INITIALS_COMMA.search(before):
        return True
    return after[:1] in ENDS and NAME_COMMA.search(before) is not None


def in_brackets(before: str, after: str) -> bool:
    """Return whether a number stands in brackets of its own after a name ("Budi (27)")."""
    return after[:1] == ")" and NAME_BRACKET.search(before) is not None


def after_place(before: str) -> bool:
    """Return whether the brackets follow the name of a place that readers know without its country ("Melbourne (2)")."""
    name = PLACE_BRACKET.search(before)
    gazetteer = load()
    found = gazetteer.find(name[1]) if name else ()
    return any(place.kind != "city" or place.id in gazetteer.large for place in found)
