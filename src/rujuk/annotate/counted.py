"""What a number counts: the noun phrase after it, cut where the language ends one, with what happened to the people."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rujuk.annotate.numerals import any_of, number_pattern
from rujuk.lang.numbers import Numbers

MOST_WORDS = 3
"""Words of a counted phrase: a head and two modifiers; by reading June 2025 news."""
_WORD = re.compile(
    r"[^\S\n]{0,2}(?:(?P<glued>[a-z]{3,30})(?=[A-Z])"
    r"|(?P<word>[^\W\d_]+(?:(?:[-/][^\W\d_]+)|['’][a-z]+){0,3})(?![\w@]))"
)
"""A word, or the beginning of one that a scraper glued to a name after it ("wargaSurabaya")."""
_DIGIT_NEXT = re.compile(r"[^\S\n]?\d")


@dataclass(frozen=True, slots=True, eq=False)
class _Sets:
    classifiers: frozenset[str]
    identifier_words: frozenset[str]
    skipped: frozenset[str]
    stops: frozenset[str]
    no_heads: frozenset[str]
    verb_exceptions: frozenset[str]
    people: frozenset[str]
    person_classifiers: frozenset[str]
    states: frozenset[str]
    state_links: frozenset[str]
    state_degrees: frozenset[str]
    number: re.Pattern[str]
    vague: re.Pattern[str]


@cache
def _sets(numbers: Numbers) -> _Sets:
    return _Sets(
        frozenset(numbers.classifiers),
        frozenset(numbers.identifier_words),
        frozenset(numbers.skipped),
        frozenset(numbers.stops),
        frozenset(numbers.no_heads),
        frozenset(numbers.verb_exceptions),
        frozenset(numbers.people),
        frozenset(numbers.person_classifiers),
        frozenset(numbers.states),
        frozenset(numbers.state_links),
        frozenset(numbers.state_degrees),
        re.compile(rf"{number_pattern(numbers)}$"),
        re.compile(rf"{any_of(numbers.vague)}$"),
    )


def read_counted(text: str, start: int, end: int, numbers: Numbers) -> str:
    """Return the counted phrase that begins at `start`, in lower case, "" where none does.

    At most three words: a head and its modifiers up to a preposition, conjunction, verb, number or mark; a classifier
    before the head is dropped, and of what happened to people the word itself is kept ("orang dilaporkan tewas" gives
    "orang tewas").
    """
    sets = _sets(numbers)
    words = _words_after(text, start, end, sets)
    words = _without_classifier(words, sets, numbers)
    if not words or words[0].lower() in sets.no_heads:
        return ""
    phrase: list[str] = []
    while words and len(phrase) < MOST_WORDS and not _ends_phrase(phrase, words[0], sets, numbers):
        phrase.append(words.pop(0))
    phrase = _without_part_of_name(phrase, words)
    return " ".join(word.lower() for word in (*phrase, *_state(words, sets)))


def _without_part_of_name(phrase: list[str], rest: Sequence[str]) -> list[str]:
    """Return the phrase without a name at its end that goes on beyond it ("pesawat Elang" of "Elang Nusa")."""
    if len(phrase) < MOST_WORDS or not rest or not rest[0][0].isupper() or not phrase[-1][0].isupper():
        return phrase
    kept = [*phrase]
    while len(kept) > 1 and kept[-1][0].isupper():
        kept.pop()
    return kept if not kept[-1][0].isupper() else phrase


def _words_after(text: str, start: int, end: int, sets: _Sets) -> list[str]:
    """Return the words that follow without a mark between them, up to one that numbers something ("warga kelas 3")."""
    words: list[str] = []
    while len(words) < MOST_WORDS + 5 and (match := _WORD.match(text, start, end)):
        word = match["glued"] or match["word"]
        if word.lower() in sets.identifier_words and _DIGIT_NEXT.match(text, match.end(), end):
            break
        words.append(word)
        if match["glued"]:
            break
        start = match.end()
    return words


def _without_classifier(words: list[str], sets: _Sets, numbers: Numbers) -> list[str]:
    skipped = [*words]
    while skipped and skipped[0].lower() in sets.skipped:
        skipped.pop(0)
    if len(skipped) > 1 and skipped[0].lower() in sets.classifiers and not _ends(skipped[1], sets, numbers):
        return skipped[1:]
    if (
        len(skipped) > 1
        and skipped[0].lower() in sets.person_classifiers
        and skipped[1].lower() in sets.people
    ):
        return skipped[1:]
    return skipped


def _ends_phrase(phrase: Sequence[str], word: str, sets: _Sets, numbers: Numbers) -> bool:
    """Return whether a word ends the phrase; "kata" does ("kata Tirta"), but not in "suku kata"."""
    joined = bool(phrase) and f"{phrase[-1]} {word}".lower() in numbers.compounds
    headed = bool(phrase) and phrase[0][0].isupper() and phrase[0].lower() in sets.people
    if headed and not joined and _is_verb(word.lower(), sets, numbers):
        return True  # a headline: "6 Orang Membawa Parang"
    return not joined and _ends(word, sets, numbers)


def _ends(word: str, sets: _Sets, numbers: Numbers) -> bool:
    lower = word.lower()
    bare = next((lower.removesuffix(each) for each in numbers.particles if lower.endswith(each)), lower)
    if (
        {lower, bare} & sets.stops
        or lower in sets.states
        or sets.number.match(lower)
        or sets.vague.match(lower)
    ):
        return True
    return word == lower and _is_verb(lower, sets, numbers)


def _is_verb(word: str, sets: _Sets, numbers: Numbers) -> bool:
    known = {word, *(word.removesuffix(ending) for ending in numbers.possessives)}
    if known & sets.verb_exceptions or word in sets.states or len(word) < 5:
        return False
    return word.startswith(numbers.verb_prefixes)


def _state(words: Sequence[str], sets: _Sets) -> list[str]:
    """Return the word for what happened to the counted, through words that only link it ("dilaporkan")."""
    lowered = [word.lower() for word in words]
    first = 0
    while first < len(lowered) and first < 3 and lowered[first] in sets.state_links:
        first += 1
    if first == len(lowered) or lowered[first] not in sets.states:
        return []
    degree = [word for word in lowered[first + 1 : first + 2] if word in sets.state_degrees]
    return [lowered[first], *degree]


def without_state(counted: str, numbers: Numbers) -> str:
    """Return a counted phrase without the word for what happened to people at its end ("korban" of "korban luka berat")."""
    sets, words = _sets(numbers), counted.split()
    last = len(words) - (len(words) > 2 and words[-1] in sets.state_degrees)
    return " ".join(words[: last - 1]) if last > 1 and words[last - 1] in sets.states else counted
