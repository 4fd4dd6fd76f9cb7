"""When two written names mean the same person or body: folded letters, shared words, one misspelt word."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

ALIKE = 0.8
"""Least share of equal letters for two words to be one word misspelt (Dmitri/Dmitry .83); a plain choice, not fitted."""

CUT = 3
"""Letters of a given name that is another's beginning for both to be one; "Al" begins too many. A plain choice."""

JOINING = 3
"""Letters of words that have no initial in a body's short name ("of", "the", "dan"); a plain choice."""

VOWELS = frozenset("aeiou")
"""A short name of three letters with one of them may be a person's ("Adi"), which initials spell by chance."""

GLUED = 9
"""Letters of a name that is looked for inside another's; shorter ones stand in longer words by chance. A plain choice."""

LONGEST = 200
"""Characters of a name that are looked at; a longer "name" is a reading error and must not cost time."""


def fold(name: str) -> str:
    """Return the name's words in lower case without accents and punctuation, one space apart."""
    plain = unicodedata.normalize("NFKD", name[:LONGEST]).casefold()
    kept = ("" if unicodedata.combining(char) else char if char.isalnum() else " " for char in plain)
    return " ".join("".join(kept).split())


def same_person(left: str, right: str) -> bool:
    """Return whether two folded names of two or more words name one person: all words equal, but for one misspelt or cut short ("Doug", "Douglas")."""
    first, second = sorted(left.split()), sorted(right.split())
    if len(first) != len(second) or len(first) < 2:
        return first == second
    odd = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    return not odd or (len(odd) == 1 and _one_word(*odd[0]))


def _one_word(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    cut = len(short) >= CUT and long.startswith(short)
    return cut or SequenceMatcher(None, left, right, autojunk=False).ratio() >= ALIKE


def glued(left: str, right: str) -> bool:
    """Return whether the letters of one folded name of two or more words stand in the other's, as where a scraper lost spaces."""
    short, long = sorted((left, right), key=len)
    letters = short.replace(" ", "")
    return len(short.split()) > 1 and len(letters) >= GLUED and letters in long.replace(" ", "")


def shortens(left: str, right: str) -> bool:
    """Return whether a folded name of one word has the initials of words that stand together in the other, joining words left out ("dnr")."""
    short = left.removeprefix("the ")
    spoken = any(letter in VOWELS for letter in short)
    if " " in short or len(short) < (CUT + 1 if spoken else CUT):
        return False
    return short in "".join(word[0] for word in right.split() if len(word) > JOINING)


def one_name_each(names: Iterable[str]) -> Mapping[str, str]:
    """Return, for each folded name, the one that stands for it: the fullest name whose words hold all of its own.

    A short name that fits two fuller names that are not the same stays by itself.
    """
    ordered = sorted(set(names), key=lambda name: (-len(name.split()), name))
    chosen: dict[str, str] = {}
    for name in ordered:
        words = set(name.split())
        fuller = {chosen[other] for other in chosen if words <= set(other.split())}
        fuller = fuller or {chosen[other] for other in chosen if same_person(name, other)}
        fuller = fuller or {chosen[other] for other in chosen if glued(name, other) or shortens(name, other)}
        chosen[name] = fuller.pop() if len(fuller) == 1 else name
    return chosen
