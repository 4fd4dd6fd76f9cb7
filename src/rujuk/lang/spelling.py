"""When two written names may be one: their comparable words, what sounds alike in transcription, one misspelt letter.

Language-free rules over single names; what a language adds (given names with several spellings, marks of generations,
patronymics) comes with `Spelling`, made once of a pack. Every function is linear in the length of a name.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from rujuk.lang.joins import Joins

Key = tuple[str, ...]

APOSTROPHES = re.compile(r"['’‘`ʼ]")
MARKS = re.compile(r"[^\w]+|_+")
DOUBLED = re.compile(r"([^\W\d_])\1+")
SOUNDS = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        (r"oe", "u"),  # Indonesian before 1947
        (r"tj", "c"),  # before 1972, as the next ones
        (r"dj|^j(?=[aeiou])", "y"),
        (r"sch|sj|sy|sh", "s"),
        (r"kh|ch(?![aeiou])|^h(?=k)", "h"),
        (r"ph|v", "f"),
        (r"(?<=[bdgjlmnprtw])h", ""),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"(?<=[aeiou])y|(?<=[aeiou])j", "i"),
        (r"(?<=[^aeiou])[yj](?=[aeiou])", "i"),
        (r"y$|j$|(?<=[^aeiou])y", "i"),
        (r"ij|iy|ie|ee", "i"),
        (r"ai|ay|ey", "ei"),
        (r"ou|oo", "u"),
        (r"(?<=[aeiou])h$", ""),
        (r"^[ij](?=[aeiou])", "y"),
    )
)
"""Spellings of one sound in names from Arabic, Russian, Korean, Javanese and old Indonesian, in the order they are rewritten."""
LONGEST = 40
"""Letters of a word that are compared; a longer one is a reading error and must not cost time."""
SHORTEST_MISSPELT = 5
"""Letters from which on a word that differs in one letter may be a misspelling; shorter names differ so by chance."""


def words_of(name: str) -> Key:
    """Return a name as comparable words: no case, accents, hyphens or apostrophes."""
    return tuple(MARKS.sub(" ", plain(name)).split())


def plain(name: str) -> str:
    """Return a name in lower case without accents and apostrophes."""
    folded = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name)).casefold()
    return "".join(char for char in folded if not unicodedata.combining(char))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a word of `words_of` with every spelling of a sound as the same letters ("Sjahrir", "Syahrir"; "Sergei", "Sergey")."""
    heard = DOUBLED.sub(r"\1", word[:LONGEST])
    for pattern, letters in SOUNDS:
        heard = pattern.sub(letters, heard)
    return DOUBLED.sub(r"\1", heard) or word[:LONGEST]


def is_misspelt(left: str, right: str) -> bool:
    """Return whether two words of five letters or more differ by one letter inside, or by two that changed places.

    Another last letter makes another name ("Mario", "Maria"); a missing one does not.
    """
    if left == right or left[:1] != right[:1] or min(len(left), len(right)) < SHORTEST_MISSPELT:
        return False
    if abs(len(left) - len(right)) > 1:
        return False
    prefix = _common(left, right)
    a, b = left[prefix:], right[prefix:]
    swapped = len(a) == len(b) and len(a) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    inside = a[1:] == b[1:] != ""
    return inside or a[1:] == b or a == b[1:] or swapped or _moved(left, right)


def _common(left: str, right: str) -> int:
    shorter = min(len(left), len(right))
    return next((at for at in range(shorter) if left[at] != right[at]), shorter)


def _moved(left: str, right: str) -> bool:
    """Return whether the same letters stand in another order, first and last in place: "Whisnu", "Wishnu"."""
    return left[-1] == right[-1] and sorted(left) == sorted(right)


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """What a language adds to the comparison of persons' names; the empty one adds nothing."""

    given: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    generations: frozenset[str] = frozenset()
    patronymics: frozenset[str] = frozenset()

    def heard(self, words: Iterable[str]) -> Key:
        """Return the words of a person's name as they sound, given names of several spellings as one."""
        return tuple(self.given.get(word) or sound(word) for word in words)

    def parts(self, words: Sequence[str]) -> tuple[Key, Key, Key]:
        """Return a person's own words as they sound, the words after a patronymic, and the marks of a generation."""
        cut = next((at for at, word in enumerate(words) if at and word in self.patronymics), len(words))
        own = [word for word in words[:cut] if word not in self.generations]
        marks = tuple(word for at, word in enumerate(words) if at and word in self.generations)
        return self.heard(own), self.heard(words[cut:]), marks


@lru_cache(maxsize=16)
def spelling(joins: Joins) -> Spelling:
    """Return the comparison of a language's names."""
    given: dict[str, str] = {}
    for group in joins.given_forms:
        forms = [words_of(form)[0] for form in group.split(" = ")]
        given |= dict.fromkeys(forms, sound(forms[0]))
    marks = frozenset(word for form in joins.generations for word in words_of(form))
    return Spelling(MappingProxyType(given), marks, frozenset(joins.patronymics))


def same_person(left: Sequence[str], right: Sequence[str], rules: Spelling) -> bool:
    """Return whether two full names of persons are spellings of one: they sound alike, or one word of several is misspelt."""
    if tuple(left) == tuple(right):
        return True
    (one, father, mark), (other, fathers, marks) = rules.parts(left), rules.parts(right)
    if mark != marks or (father and fathers and father != fathers) or not one or not other:
        return False
    if one == other or "".join(one) == "".join(other):
        return True
    return len(one) == len(other) > 1 and _all_but_one(one, other)


def _all_but_one(one: Key, other: Key) -> bool:
    """Return whether all words are equal but for an initial, or for one word that is misspelt."""
    odd = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(odd) == 1 and (is_misspelt(*odd[0]) or _is_initial(*odd[0]))


def _is_initial(left: str, right: str) -> bool:
    return left[:1] == right[:1] and min(len(left), len(right)) == 1


def is_part(short: Sequence[str], full: Sequence[str], rules: Spelling) -> bool:
    """Return whether a name is a shorter form of another: its words, in order, all sound like words of the full one.

    A father's name alone is none ("Rahmat" of "Salim bin Rahmat"), nor is a name of several words that lacks the mark
    of a generation ("Surya Wanda" of "Surya Wanda Jr."); an initial stands for a word where another word is whole.
    """
    part, father, mark = rules.parts(short)
    whole, fathers, marks = rules.parts(full)
    if not part or father or len(part) >= len(whole) + bool(fathers):
        return False
    if mark != marks and (mark or len(part) > 1):
        return False
    return any(len(word) > 1 for word in part) and _in_order(part, whole)


def _in_order(part: Key, whole: Key) -> bool:
    left = iter(whole)
    return all(
        any(word == other or (len(word) == 1 and other.startswith(word)) for other in left) for word in part
    )


def are_initials(letters: str, words: Sequence[str]) -> bool:
    """Return whether letters are the first ones of all these words, or in turn of their first letters and further ones."""
    firsts = "".join(word[0] for word in words)
    if letters == firsts:
        return True
    stream = iter(firsts + "".join(words))
    return letters[:1] == firsts[:1] and all(letter in stream for letter in letters)
