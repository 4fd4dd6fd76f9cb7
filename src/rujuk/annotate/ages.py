"""Where a number of years is an age: told by a name or a noun for a person before it, and the marks around it."""

import re

OLDEST = 120
"""Ages in years that are read from a number between commas or brackets."""
NAME_COMMA = re.compile(r"(?<!\w)[A-Z][a-z]{1,30}[^\S\n][A-Z][a-z]{1,30}, $")
NAME_BRACKET = re.compile(r"(?<!\w)(?:[A-Z][^\W\d_]{1,30}|[A-Z]{1,3}) \($")
ENDS = (",", ".", ";", "")


def in_commas(before: str, after: str) -> bool:
    """Return whether a number stands after a name of two words and a comma, and before a mark ("Budi Arga, 27, ...")."""
    return after[:1] in ENDS and NAME_COMMA.search(before) is not None


def in_brackets(before: str, after: str) -> bool:
    """Return whether a number stands in brackets of its own after a name ("Budi (27)")."""
    return after[:1] == ")" and NAME_BRACKET.search(before) is not None
