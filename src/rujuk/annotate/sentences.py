"""Where the sentences of an article begin and end."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rujuk.lang.sentences import Sentences
from rujuk.model.text import Article, Part, Span

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
STOP = re.compile(r"[.!?…]+[\"”’'»)\]}]*(?=\s|$)|(?<=[a-z]{3})[.!?][\"”]?(?=[\"“]?[A-Z][a-z])")
LAST_WORD = re.compile(r"[^\s\"“”‘«»(\[{]+$")
NEXT_WORD = re.compile(r"[\s\"“”„‘’'«»(\[{\-–—•*]*([^\W_]+(?:\.[^\W_]+)*)")
DOTTED = re.compile(r"[^\W\d_](?:\.[^\W\d_])+")
ROMAN = re.compile(r"[IVXLC]{1,6}")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
SHORT_NAME = re.compile(r"[A-Z][a-z]{0,2}")
ORDINARY = re.compile(r"[a-z]{4,}")
CARELESS = frozenset(".?")
SHORT = 4
"""Letters of the longest acronym that a Roman number may go on ("SSK. II")."""
LOOK_BACK = 40
"""Characters before a full stop that are searched for the word it stands after; no abbreviation is longer."""


class Rules(NamedTuple):
    """The pack's lists as sets."""

    abbreviations: frozenset[str]
    closing: frozenset[str]
    numbered: frozenset[str]
    starters: frozenset[str]


@lru_cache(maxsize=16)
def _rules(pack: Sentences) -> Rules:
    lists = (pack.abbreviations, pack.closing_abbreviations, pack.numbered, pack.starters)
    return Rules(*(frozenset(word.casefold() for word in items) for items in lists))


def read_sentences(article: Article, part: Part, pack: Sentences) -> tuple[Span, ...]:
    """Return the sentences of one part, in order, without the space around them.

    A new line always ends a sentence; a quotation of several sentences is several sentences. Stretches without a
    letter or digit are none.
    """
    text = article.part_text(part)
    rules = _rules(pack)
    cuts = (cut for line in LINE.finditer(text) for cut in _cut_line(text, line.start(), line.end(), rules))
    spans = (_trimmed(text, start, end) for start, end in cuts)
    return tuple(
        article.span(start, end, part)
        for start, end in spans
        if start < end and any(char.isalnum() for char in text[start:end])
    )


def _cut_line(text: str, start: int, end: int, rules: Rules) -> Iterator[tuple[int, int]]:
    line_start = start
    for stop in STOP.finditer(text, start, end):
        if _ends(text, start, stop.start(), stop.end(), end, rules, at_line_start=start == line_start):
            yield start, stop.end()
            start = stop.end()
    yield start, end


def _ends(
    text: str, start: int, stop: int, after: int, line_end: int, rules: Rules, *, at_line_start: bool
) -> bool:
    """Return whether the marks [stop, after) end the sentence that begins at `start`."""
    following = NEXT_WORD.match(text, after, min(line_end, after + LOOK_BACK))
    if not following:
        return True
    following_word = following.group(1)
    before = LAST_WORD.search(text[max(start, stop - LOOK_BACK) : stop])
    word = before.group() if before else ""
    if following_word[0].islower():
        alone = text[after : following.start(1)].isspace()
        return alone and _ends_before_lower(word, text[stop:after], following_word, rules)
    follows = following_word.casefold()
    if following.start(1) == after or not text[after].isspace():
        return word.islower() and follows in rules.starters
    if text[stop:after].rstrip(")]}") != ".":
        return True
    if at_line_start and word.isdigit() and not text[start : stop - len(word)].strip():
        return False
    if _numbers_on(word, following_word) or (text[stop:after] == ".)" and SHORT_NAME.fullmatch(word)):
        return follows in rules.starters
    return _full_stop_ends(word, follows, rules, bracket="(" in following.group())


def _ends_before_lower(word: str, marks: str, follows: str, rules: Rules) -> bool:
    """Return whether a lone mark before a word in lower case ends a sentence: after an ordinary word, in careless writing.

    After a capitalised word only where the next is one that begins sentences: the word may be an abbreviation.
    """
    if marks not in CARELESS or word.casefold() in rules.abbreviations or word.casefold() in rules.closing:
        return False
    if ORDINARY.fullmatch(word) or word in rules.starters:
        return True
    return len(word) > SHORT and word.isalpha() and follows in rules.starters


def _numbers_on(word: str, following: str) -> bool:
    """Return whether the full stop stands inside of a number or a reference: "No. XI. B. 02", "SSK. II", "2.904. 678"."""
    if GROUPED.fullmatch(word):
        return len(following) == 3 and following.isdigit()
    numeral = ROMAN.fullmatch(following) is not None
    if ROMAN.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return numeral or following.isdigit() or (len(following) == 1 and following.isupper())
    return numeral and len(following) > 1 and len(word) <= SHORT and word.isupper()


def _full_stop_ends(word: str, follows: str, rules: Rules, *, bracket: bool) -> bool:
    """Return whether a full stop after `word` ends a sentence, where the next word has a capital or is a number."""
    folded = word.casefold()
    if folded in rules.abbreviations or (folded in rules.numbered and follows[0].isdigit()):
        return False
    if folded in rules.closing:
        other = len(follows) > 1 and follows not in rules.abbreviations and follows not in rules.closing
        return other and not bracket
    if DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper()):
        return follows in rules.starters
    return True


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "\0\ufeff\u200b"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\0\ufeff\u200b"):
        end -= 1
    return start, end
