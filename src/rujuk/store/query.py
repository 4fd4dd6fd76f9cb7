"""What a person typed into a search box: terms, the index's expression for them, and where they stand in a text.

A query is untrusted: nothing of it reaches the index but letters, digits and apostrophes between quotation marks.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import WORD, content_stems, function_words

MOST_WORDS = 32
"""Words of a query that are used, the first ones; the index's cost grows with each."""
_QUOTE_MARK = re.compile('["“”„«»]')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: words one after the other, folded; a single word is also found by its `stems`."""

    words: tuple[str, ...]
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Characters [start, end) of a text that answer the term of this number."""

    start: int
    end: int
    term: int


def read_query(query: str, packs: Packs) -> tuple[Term, ...]:
    """Return the terms of a query: single words, and phrases where words stand between quotation marks.

    Function words of any language are left out, unless there is nothing else. Every term must be found.
    """
    pieces = _QUOTE_MARK.split(unicodedata.normalize("NFC", query))
    terms, left = [], MOST_WORDS
    for number, piece in enumerate(pieces):
        quoted = number % 2 == 1 and number < len(pieces) - 1
        words = tuple(fold(match.group()) for match in _first(WORD.finditer(piece), left))
        left -= len(words)
        if quoted and len(words) > 1:
            terms.append(Term(words))
        else:
            terms += [Term((word,), _stems(word, packs)) for word in words]
    unique = tuple(dict.fromkeys(terms))
    telling = tuple(
        term for term in unique if len(term.words) > 1 or not _is_function_word(term.words[0], packs)
    )
    return telling or unique


def _first(matches: Iterator[re.Match[str]], number: int) -> Iterator[re.Match[str]]:
    for _, match in zip(range(number), matches, strict=False):
        yield match


def _stems(word: str, packs: Packs) -> tuple[str, ...]:
    return tuple(sorted({stem for pack in packs.values() for stem in content_stems(word, pack.words)}))


def _is_function_word(word: str, packs: Packs) -> bool:
    return any(word in function_words(pack.words) for pack in packs.values())


def fold(word: str) -> str:
    """Return a word without case, diacritics and typographic apostrophes, much as the index folds it."""
    plain = "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))
    return plain.casefold().replace("’", "'")


def expression(terms: Sequence[Term], columns: Sequence[str]) -> str:
    """Return the terms as an FTS5 expression over a table with these columns of words and a column `stems`."""
    literal = "{" + " ".join(columns) + "}"
    groups = (
        " OR ".join(
            (
                f"{literal} : {_quoted(' '.join(term.words))}",
                *(f"stems : {_quoted(stem)}" for stem in term.stems),
            )
        )
        for term in terms
    )
    return " AND ".join(f"({group})" for group in groups)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "") + '"'


def find_terms(text: str, terms: Sequence[Term], pack: LanguagePack | None) -> tuple[Match, ...]:
    """Return where the terms stand in a text, sorted; words are compared folded, and as stems where there is a pack."""
    tokens = [(match.start(), match.end(), fold(match.group())) for match in WORD.finditer(text)]
    by_word: dict[str, list[int]] = {}
    by_stem: dict[str, list[int]] = {}
    for number, term in enumerate(terms):
        by_word.setdefault(term.words[0], []).append(number)
        for stem in term.stems:
            by_stem.setdefault(stem, []).append(number)
    found = set()
    for at, (start, end, word) in enumerate(tokens):
        for number in by_word.get(word, ()):
            last = at + len(terms[number].words)
            if tuple(token[2] for token in tokens[at:last]) == terms[number].words:
                found.add(Match(start, tokens[last - 1][1], number))
        if pack and by_stem:
            stems = content_stems(text[start:end], pack.words)
            found |= {Match(start, end, number) for stem in stems for number in by_stem.get(stem, ())}
    return tuple(sorted(found))
