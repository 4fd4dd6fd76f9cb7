"""Numbers that are no quantity: part of a name ("Boeing 737"), of an address or a reference ("Pasal 5"), of a list."""

import re
from functools import cache

from rujuk.annotate.counted import read_counted
from rujuk.annotate.numerals import look_up, read_scale
from rujuk.annotate.quantity_place import Figure, Place
from rujuk.annotate.units import read_unit
from rujuk.lang.names import Names

LEAST_NUMBERED = 100
"""The least number of a journey that is read as one after a bare code at the beginning of a sentence."""
MOST_FIGURES = 15
"""Figures without a mark between them that still count something; longer runs are numbers of accounts and cards."""
INDENT = 8
"""Blanks that may stand before the number of a list item."""
AROUND = 400
"""Characters on either side by which a text is judged to capitalise its words anyway; fewer hold a long title and nothing else."""
LOWER_IN_HEADLINES = 0.3
"""Share of longer words in lower case up to which a text is a headline; by reading June 2025 news."""
CAPITALISED_BEFORE = re.compile(r"(?<!\w)((?:[^\W\d_a-z]|[a-z]{1,6}[A-Z])[^\W_]{0,20})[ -]$")
"""A capitalised word right before, or one with a capital inside ("iOS", "watchOS")."""
LOWER_IN_NAME = re.compile(r"(?<!\w)[A-Z][^\W\d_]{2,20} ([a-z]{2,12}) $")
"""A word in lower case right before that may go on a name ("HUAWEI nova")."""
DIMENSION_BEFORE = re.compile(r"\d[x×]$")
CODE = re.compile(r"[A-Z][A-Z\d]")
"""What airlines and railways put before the number of a journey ("GA 123")."""
ROUTE = re.compile(r"[^\S\n][A-Z][^\W\d_]{2,20}[-–][A-Z]")
"""What follows the number of a journey: where it begins and ends."""
SLASHED = re.compile(r"\w/$")
CAPITALISED_AFTER = re.compile(r"[^\S\n]([A-Z][^\W\d_]{0,20})")
LONG_WORD = re.compile(r"[^\W\d_]{4,30}")
ITEM_AFTER = re.compile(r"\.[^\S\n]?[A-Z]")
ITEM_BEFORE = (":", ";", ")", ".", "")
"""What stands before the number of an item of a list that runs on in one line ("Pemenang: 1. Tirta 2. Yudha")."""
SHORT_YEAR = re.compile(r"(?:^|[\s(])['’‘]$")
"""What stands before the last two figures of a year ("'98")."""
OPENING = " \n\t\"'“‘«([•-–"
"""Marks and blanks that may stand before the first word of a sentence."""
MODEL = re.compile(r"\d{1,6}(?:[.,]\d)?")
"""How the number of a model is written: "737", "5.0"; no thousands, no scale word."""


def is_name(place: Place, found: Figure) -> bool:
    """Return whether a number counts nothing: in a name ("Boeing 737", "Zafira 13 Pro"), or a word alone ("satu lagi").

    Of 38 figures that follow a capitalised word in running text and count no people, in 700 articles of June 2025, 32 belong
    to a name ("Tiggo 8 CSH"); the others follow an everyday word of a heading, or carry a thousands mark.
    """
    if found.unit or found.bound not in ("exact", "range") or found.rule == "tens":
        return False
    if not found.counted and not place.text[found.start].isdigit():
        beside = place.patterns.bound.search(place.before) or place.patterns.of_them.match(
            place.after(found.end)
        )
        return not (beside or place.patterns.pair.match(place.text, found.end, place.last))
    if not place.text[found.start].isdigit() or not MODEL.fullmatch(place.text[found.start : found.end]):
        return False
    if _is_other_number(place, found):
        return True
    before = CAPITALISED_BEFORE.search(place.before)
    if before is None:
        return _goes_on_name(place, found)
    if before.group(1).lower() in place.numbers.stops and (_opens(place, before) or _capitalises(place)):
        return False
    if _opens(place, before) and CODE.fullmatch(before.group(1)) and found.value >= LEAST_NUMBERED:
        return not _counts_people(place, found.end)
    if not found.counted:
        return not (_opens(place, before) and _is_everyday(before.group(1), place.pack.names))
    return _in_name(place, found, before)


def _is_other_number(place: Place, found: Figure) -> bool:
    """Return whether a figure is a year cut short ("'98") or a day that no month has."""
    bare = not found.counted
    if bare and found.end - found.start == 2 and SHORT_YEAR.search(place.before):
        return True
    after = CAPITALISED_AFTER.match(place.text, found.end, place.last)
    return after is not None and look_up(after.group(1), place.pack.dates.months) is not None


def _goes_on_name(place: Place, found: Figure) -> bool:
    """Return whether a figure follows a brand in lower case ("HUAWEI nova 13"), and counts nothing but a capitalised word."""
    before = LOWER_IN_NAME.search(place.before)
    if (
        before is None
        or before.group(1) in place.numbers.stops
        or _is_everyday(before.group(1), place.pack.names)
    ):
        return False
    after = CAPITALISED_AFTER.match(place.text, found.end, place.last)
    return (after is not None or not found.counted) and not _capitalises(place)


def _in_name(place: Place, found: Figure, before: re.Match[str]) -> bool:
    """Return whether a figure that counts something goes on a name, in a text that does not capitalise its words anyway."""
    numbers, text = place.numbers, place.text
    head = found.counted.partition(" ")[0]
    after = CAPITALISED_AFTER.match(text, found.end, place.last)
    known = (*numbers.people, *numbers.classifiers)
    if found.value >= LEAST_NUMBERED and CODE.fullmatch(before.group(1)) and ROUTE.match(text, found.end):
        return True
    if head in known or (after and after.group(1).lower() in known) or _capitalises(place):
        return False
    if after:
        return True
    return not _opens(place, before) and not _is_everyday(before.group(1), place.pack.names)


def _opens(place: Place, before: re.Match[str]) -> bool:
    """Return whether the capitalised word before begins the sentence, and has its capital from there."""
    start = place.match.start() - len(before.group())
    return start - place.first <= INDENT and not place.text[place.first : start].strip(OPENING)


def _capitalises(place: Place) -> bool:
    """Return whether most of the longer words around begin with a capital, as in a headline."""
    start, end = place.match.span()
    words = LONG_WORD.findall(place.text, max(place.first, start - AROUND), min(place.last, end + AROUND))
    return sum(1 for word in words if word[0].islower()) <= LOWER_IN_HEADLINES * len(words)


def _is_everyday(word: str, names: Names) -> bool:
    lower = word.lower()
    return lower in _everyday(names)[0] or _everyday(names)[1].fullmatch(lower) is not None


@cache
def _everyday(names: Names) -> tuple[frozenset[str], re.Pattern[str]]:
    pattern = "|".join(f"(?:{pattern})" for pattern in names.ordinary_patterns) or r"(?!)"
    return frozenset(word.lower() for word in names.ordinary), re.compile(pattern)


def is_identifier(place: Place, written: str, end: int) -> bool:
    """Return whether what stands beside a number says that it only names or numbers something."""
    after = place.after(end)
    if place.patterns.dimension.match(place.text, end, place.last):
        return False  # "5x3 meter"
    if DIMENSION_BEFORE.search(place.before):
        return not read_unit(place.text, end, place.limit, place.numbers)  # "4x4"
    if place.patterns.identifier_before.search(place.before):
        return not (SLASHED.search(place.before) and _counts_people(place, end))  # "11 KK/30 jiwa"
    if place.patterns.identifier_after.match(after) and not _glued_unit(place, end):
        return not (after[:1].islower() and _counts_people(place, end))  # "442jemaah", glued by a scraper
    if (written.isdigit() and len(written) > MOST_FIGURES) or (written[:1] == "0" and written[1:2].isdigit()):
        return True
    if place.patterns.identifier_word.search(place.before):
        counts = read_scale(written, place.numbers) > 1 or f"{place.numbers.thousands}000" in _zeroed(written)
        return not counts and not read_unit(place.text, end, place.limit, place.numbers)
    if place.patterns.identifier_pair.search(place.before):  # "Pasal 5 dan 6"
        return not (
            read_unit(place.text, end, place.limit, place.numbers)
            or read_counted(place.text, end, place.limit, place.numbers)
        )
    return _is_index(place, written, end)


def _zeroed(written: str) -> str:
    """Return a number with zeros for its figures; "program 3 juta rumah" and "level 16.312" number no programme or level."""
    return re.sub(r"\d", "0", written)


def _glued_unit(place: Place, end: int) -> bool:
    """Return whether a unit follows without a blank, in the case it has in the pack ("26GB", "8.27LS", "5m"); "5G" is none."""
    unit = read_unit(place.text, end, place.limit, place.numbers)
    glued = place.text[end : unit.end] if unit else ""
    return len(glued) > 1 or glued in place.numbers.units


def _counts_people(place: Place, end: int) -> bool:
    return read_counted(place.text, end, place.limit, place.numbers).partition(" ")[0] in place.numbers.people


def _is_index(place: Place, written: str, end: int) -> bool:
    """Return whether the number only numbers an item of a list ("1. ...", "2) ...")."""
    start = place.match.start()
    if written.isdigit() and len(written) < 3 and ITEM_AFTER.match(place.text, end, place.last):
        return place.before.rstrip(" ")[-1:] in ITEM_BEFORE
    if start - place.first > INDENT and place.text[start - 1] != ";":
        return False
    alone = place.text[start - 1] == ";" or not place.text[place.first : start].strip()
    return alone and written.isdigit() and place.text[end : end + 1] in (".", ")", "\n", "")
