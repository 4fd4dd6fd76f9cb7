"""Which names of an article the text itself calls one: "Long Name (LN)", "LN (Long Name)", "AR (32) alias Ateng"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rujuk.annotate.name_reader import Name
from rujuk.lang.base import LanguagePack
from rujuk.lang.name_keys import forms
from rujuk.lang.spelling import are_initials, words_of
from rujuk.model.text import Article

FARTHEST = 60
"""Characters between two names that a cue may fill: the longest cue of the packs with an age in brackets takes 50."""
AGE = r"(?:\s*\(\s*\d{1,2}(?:\s*\w+)?\s*\))?"


def definitions(article: Article, names: Sequence[Name], pack: LanguagePack) -> dict[int, int]:
    """Return, for the index of each name that the text gives as another form of one beside it, the index of the fuller one."""
    found: dict[int, int] = {}
    for (left, one), (right, other) in pairwise(enumerate(names)):
        if one.part != other.part or not 0 < other.start - one.end <= FARTHEST:
            continue
        between = article.part_text(one.part)[one.end : other.start]
        closed = article.part_text(one.part)[other.end : other.end + 1] == ")"
        if one.label == other.label == "PER":
            if _alias(pack).fullmatch(between) or (closed and _is_nickname(other, one, between, pack)):
                found[_short(left, right, names)] = _full(left, right, names)
        elif (between.strip() == "(" and closed) or _short_form(pack).fullmatch(between):
            found |= _acronym(left, right, names, pack) or _called(left, right, names)
    return found


def _short(left: int, right: int, names: Sequence[Name]) -> int:
    """Return which of two persons' names is the lesser: the one of fewer words, else the second."""
    return left if len(names[left].text.split()) < len(names[right].text.split()) else right


def _full(left: int, right: int, names: Sequence[Name]) -> int:
    return right if _short(left, right, names) == left else left


def _is_nickname(short: Name, full: Name, between: str, pack: LanguagePack) -> bool:
    """Return whether a name in brackets after a person's is one word made of its letters, or has an honorific: "Joko Widodo (Jokowi)", "Wirya Utama (Gus Iwir)"."""
    if " " in short.text:
        return False
    initials = are_initials("".join(words_of(short.text)), words_of(full.text) or ("",))
    return (between.strip() == "(" and initials) or bool(_honoured(pack).fullmatch(between))


def _acronym(
    left: int, right: int, names: Sequence[Name], pack: LanguagePack
) -> Iterator[tuple[int, int]] | dict[int, int]:
    """Return the pair of an acronym and the longer name beside it, nothing where its letters are not the name's."""
    for short, full in ((right, left), (left, right)):
        if " " not in names[short].text and is_acronym_of(names[short].text, names[full].text, pack):
            return {short: full}
    return {}


def _called(left: int, right: int, names: Sequence[Name]) -> dict[int, int]:
    """Return the pair of a name and one in brackets that the encoder takes in with it: "Bank Dunia (WB)"."""
    return {right: left} if names[right].called and " " not in names[right].text else {}


def is_acronym_of(short: str, full: str, pack: LanguagePack) -> bool:
    """Return whether the letters of a word are initials of a longer name, which may be a company with its legal form."""
    letters = "".join(words_of(short))
    words = words_of(full)
    if not letters or len(words) < 2 or len("".join(words)) <= len(letters) or not short[0].isupper():
        return False
    own = tuple(word for word in words if word not in forms(pack).legal)
    return are_initials(letters, words) or (len(own) > 1 and are_initials(letters, own))


@lru_cache(maxsize=16)
def _alias(pack: LanguagePack) -> re.Pattern[str]:
    """Return what may stand between two names of one person."""
    cues, honorific = _any(pack.joins.alias_cues), _any(pack.names.honorifics)
    return re.compile(rf"{AGE}\s*[,(]?\s*(?:{cues})\s*[\"“']?\s*(?:(?:{honorific})\s+)?", re.IGNORECASE)


@lru_cache(maxsize=16)
def _honoured(pack: LanguagePack) -> re.Pattern[str]:
    """Return a bracket with an honorific in it, up to the name."""
    return re.compile(rf"\s*\(\s*(?:{_any(pack.names.honorifics)})\s+", re.IGNORECASE)


@lru_cache(maxsize=16)
def _short_form(pack: LanguagePack) -> re.Pattern[str]:
    """Return what may stand between a name and its short form."""
    return re.compile(rf"\s*[,(]?\s*(?:{_any(pack.joins.short_cues)})\s+[\"“']?", re.IGNORECASE)


def _any(cues: Sequence[str]) -> str:
    longest_first = sorted(cues, key=lambda cue: (-len(cue), cue))
    return "|".join(re.escape(cue) for cue in longest_first) or r"(?!)"
