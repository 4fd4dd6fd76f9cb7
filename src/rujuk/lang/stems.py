"""Content words as light stems: enough to see that two wordings speak of the same thing, never shown to a reader."""

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from rujuk.lang.words import Words

WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
VOWELS = frozenset("aeiou")
SHORTEST = 3
"""Letters a stem keeps at least: shorter ones join words that have nothing in common ("makan", "maka")."""


def content_stems(text: str, words: Words) -> tuple[str, ...]:
    """Return the stems of the words of a text that carry meaning, in their order; numbers are left out."""
    found = (match.group().lower() for match in WORD.finditer(text))
    kept = (word for word in found if word not in function_words(words) and not word[0].isdigit())
    return tuple(stem(word, words) for word in kept)


@lru_cache(maxsize=16)
def function_words(words: Words) -> frozenset[str]:
    """Return the language's function words as a set."""
    return frozenset(words.function_words)


@lru_cache(maxsize=16)
def synonyms(words: Words) -> Mapping[str, str]:
    """Return each word of a synonym group with the group's first stem; only the listed forms, never all of their root's.

    "bertolak" is among the words for leaving, "tolak" (to refuse) must not become one of them.
    """
    groups = [group.split() for group in words.synonyms]
    return MappingProxyType({word: _strip(group[0], words) for group in groups for word in group})


@lru_cache(maxsize=16)
def opposites(words: Words) -> Mapping[str, frozenset[str]]:
    """Return each stem with the stems of the words that say its opposite."""
    table: dict[str, set[str]] = {}
    for pair in words.opposites:
        one, other = (stem(word, words) for word in pair.split())
        if one != other:
            table.setdefault(one, set()).add(other)
            table.setdefault(other, set()).add(one)
    return MappingProxyType({key: frozenset(found) for key, found in table.items()})


@lru_cache(maxsize=100_000)
def stem(word: str, words: Words) -> str:
    """Return a lower-case word without its affixes; words that news writing uses for one another give one stem."""
    table = synonyms(words)
    bare = _strip(word, words)
    return table.get(word, table.get(bare, bare))


def _strip(word: str, words: Words) -> str:
    """Strip one suffix and then up to two prefixes, longest first, never below the shortest stem."""
    whole = _whole_root(word, words)
    if whole is not None:
        return whole
    bare = _cut(word, words.suffixes, end=True)
    restored = _restore(bare, words)
    if restored is not None:
        return restored
    bare = _cut(bare, words.prefixes, end=False)
    return _cut(bare, words.prefixes, end=False) if len(bare) > SHORTEST + 3 else bare


def _whole_root(word: str, words: Words) -> str | None:
    """Return the root that begins with a letter like a prefix's own, behind a short prefix; None for any other word."""
    for start in (2, 3):
        if word[:start] in words.prefixes:
            found = [root for root in words.whole_roots if word.startswith(root, start)]
            if found:
                return max(found, key=len)
    return None


def _restore(word: str, words: Words) -> str | None:
    """Return the root whose first letter a prefix swallowed; None for any other word."""
    for prefix, letter, roots in _swallowing(words):
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= SHORTEST and rest[0] in VOWELS:
            root = letter + rest
            if not roots or root.startswith(roots):
                return root
    return None


@lru_cache(maxsize=16)
def _swallowing(words: Words) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return each swallowing prefix with its letter and roots, longest prefix first."""
    rules = [(prefix, letter, tuple(roots)) for prefix, letter, *roots in map(str.split, words.swallowing)]
    return tuple(sorted(rules, key=lambda rule: (-len(rule[0]), rule)))


def _cut(word: str, affixes: tuple[str, ...], *, end: bool) -> str:
    for affix in sorted(affixes, key=lambda item: (-len(item), item)):
        fits = word.endswith(affix) if end else word.startswith(affix)
        if fits and len(word) - len(affix) > SHORTEST:
            return word[: -len(affix)] if end else word[len(affix) :]
    return word
