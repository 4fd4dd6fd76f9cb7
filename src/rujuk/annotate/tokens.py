"""Words and marks of a sentence with their offsets: what every reader of this stage runs over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rujuk.model.text import Span

TOKEN = re.compile(r"[^\W_]+(?:(?:[-'’.&]|(?<=\d),(?=\d))[^\W_]+)*|[^\s]")


class Token(NamedTuple):
    """A word or a single mark; offsets are those of the part it stands in."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Return whether it holds letters or digits."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Return whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its tokens, and whether its words are written as in a headline."""

    span: Span
    tokens: tuple[Token, ...]
    headline: bool


def tokenize(span: Span) -> tuple[Token, ...]:
    """Return the tokens of a span, in order."""
    found = TOKEN.finditer(span.text)
    shift = span.start
    return tuple(Token(m.start() + shift, m.end() + shift, m.group(), m.group().lower()) for m in found)


def read_sentence(span: Span) -> Sentence:
    """Return a sentence with its tokens."""
    tokens = tokenize(span)
    return Sentence(span, tokens, span.part == "title" or _is_headline(tokens))


def _is_headline(tokens: Sequence[Token]) -> bool:
    """Return whether nearly every longer word has a capital and no full stop follows: capitals say nothing of names."""
    if tokens and tokens[-1].text in '.”"':
        return False
    words = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    # Measured by reading June 2025 news: running sentences made of names reach .75, subheadings lie above .9.
    return len(words) >= 4 and capitals >= 0.85 * len(words)


def run_before(tokens: Sequence[Token], end: int, words: Container[str]) -> int:
    """Return where the run of these words begins that ends before a token; the token itself where none stands there."""
    while end > 0 and tokens[end - 1].lower in words:
        end -= 1
    return end


def tokens_in(tokens: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """Return the tokens that share a character with a stretch, by offsets of the part."""
    first = bisect_right(tokens, start, key=lambda token: token.end)
    return tokens[first : bisect_left(tokens, end, key=lambda token: token.start)]


def phrase_at(tokens: Sequence[Token], index: int, phrases: dict[str, tuple[tuple[str, ...], ...]]) -> int:
    """Return how many tokens the longest phrase of the table takes at this place, or 0.

    `phrases` is made by `phrase_table`: first word -> the phrases it begins, longest first.
    """
    for phrase in phrases.get(tokens[index].lower, ()):
        end = index + len(phrase)
        if end <= len(tokens) and all(tokens[index + k].lower == word for k, word in enumerate(phrase) if k):
            return len(phrase)
    return 0


def phrase_table(phrases: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return phrases in any case as tokens, keyed by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(TOKEN.findall(phrase.lower()))
        if words:
            table.setdefault(words[0], []).append(words)
    return {
        first: tuple(sorted(found, key=lambda words: (-len(words), words))) for first, found in table.items()
    }
