"""What every text shows that a pattern matches, read off the pattern: how it opens, and pieces one of which is in it.

Most lines show none of a pattern's signs, and telling that costs a hundredth of trying the pattern. Signs are never too
narrow: what this module does not understand of a pattern may be anything. Patterns are read as the packs' are compiled, without
regard to letter case.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

ODD = "\u0130\u0131\u017f\u212a"
"""Letters beyond ASCII that "i", "s" and "k" match where letter case does not count."""
FAR = ""
"""The opening of texts that open with any other character beyond ASCII, or not at all."""
ALPHABET = (*map(chr, range(128)), *ODD)
RARE = 3
"""Characters of a piece from which few lines hold it; shorter ones are worth asking for where they have a mark in them."""
SHORT = 2
"""Characters of a piece from which asking for it costs less than trying the pattern; such pieces count where none are rare."""
FEW_MARKS = 4
"""Marks of a class up to which they are worth asking for."""
_ATOM = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[^\\]", re.DOTALL)
_COUNT = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|-?[a-z]+:|:|<?[=!]))?")
_UNREAD = re.compile(r"(?<!\\)\(\?(?!P<\w+>|-?[a-z]+:|:|<?[=!])|\\[0-9NUux]")
"""Forms of patterns that no pack uses and that are not read: flags, comments, conditions, what stands for an earlier group or a number."""
_ODD = re.compile(f"[{ODD}]")
_BEYOND = re.compile(r"\.|\[\^|.*\\[dwsDWS]|.*[^\x00-\x7f]", re.DOTALL)
"""Items that may match a character beyond ASCII that is none of the odd ones."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Of the texts that a pattern matches.

    Every match has one of the `openings` (`opening_of`) or is empty, which it is only where it `may_be_empty`. `pieces` are texts in
    lower case one of which is in every match; there are none where that is not known.
    """

    openings: frozenset[str] = frozenset()
    pieces: frozenset[str] = frozenset()
    may_be_empty: bool = True


EMPTY = Signs()
UNKNOWN = Signs(frozenset({FAR, *(letter.lower() for letter in ALPHABET[:128]), *ODD}))


def opening_of(text: str) -> str:
    """Return the first character of a text, in lower case, or FAR where it is beyond ASCII and matches no letter of ASCII."""
    first = text[:1]
    return first.lower() if first.isascii() else first if first in ODD else FAR


def folded(text: str) -> str | None:
    """Return a text in the case that pieces are in, or None where it holds a letter that "i", "k" or "s" match besides their own capitals."""
    return text.lower() if text.isascii() or not _ODD.search(text) else None


@lru_cache(maxsize=4096)
def signs_of(pattern: str) -> Signs:
    """Return the signs of a pattern; it must compile."""
    return UNKNOWN if _UNREAD.search(pattern) else _Reader(pattern).alternatives()


class _Reader:
    """A pattern, and how far it is read."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def alternatives(self) -> Signs:
        found = [self.sequence()]
        while self.pattern[self.at : self.at + 1] == "|":
            self.at += 1
            found.append(self.sequence())
        return _either(found)

    def sequence(self) -> Signs:
        """Read up to the end of an alternative."""
        openings: frozenset[str] = frozenset()
        may_be_empty, run = True, ""
        pieces: list[frozenset[str]] = []
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            item, letter = self.item()
            is_needed, is_single = self.count()
            if may_be_empty:
                openings |= item.openings
            may_be_empty = may_be_empty and (item.may_be_empty or not is_needed)
            run += letter if is_needed else ""
            if not (letter and is_single):
                pieces += [frozenset({run}), item.pieces if is_needed else frozenset()]
                run = ""
        return Signs(openings, _best([*pieces, frozenset({run})]), may_be_empty)

    def item(self) -> tuple[Signs, str]:
        """Read one item without its count: its signs, and the letter that it is, or ""."""
        if group := _GROUP.match(self.pattern, self.at):
            return self.group(group), ""
        atom = _ATOM.match(self.pattern, self.at)
        written = atom.group() if atom else self.pattern[self.at :]
        self.at += len(written)
        if written in {"^", "$", r"\b", r"\B", r"\A", r"\Z"}:
            return EMPTY, ""
        return Signs(_openings(written), _marks(written), may_be_empty=False), _letter(written)

    def group(self, opening: re.Match[str]) -> Signs:
        self.at = opening.end()
        inner = self.alternatives()
        self.at += 1
        looks_around = opening.group().endswith(("=", "!"))
        return EMPTY if looks_around else inner

    def count(self) -> tuple[bool, bool]:
        """Read how often an item stands: whether it must, and whether it does just once."""
        match = _COUNT.match(self.pattern, self.at)
        if match is None:
            return True, True
        self.at = match.end()
        return match[0][0] == "+" or int(match["least"] or 0) > 0, False


def _either(found: list[Signs]) -> Signs:
    """Return what holds of a match of any of several alternatives."""
    pieces = [one.pieces for one in found]
    return Signs(
        frozenset().union(*(one.openings for one in found)),
        frozenset().union(*pieces) if all(pieces) else frozenset(),
        any(one.may_be_empty for one in found),
    )


def _best(several: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return of sets of pieces, each of which is a sign, the one that tells the most: the fewest and the longest rare pieces."""
    telling = [pieces for pieces in several if pieces and all(_is_rare(piece, SHORT) for piece in pieces)]
    rare = [pieces for pieces in telling if all(map(_is_rare, pieces))]
    return min(
        rare or telling,
        key=lambda pieces: (len(pieces), -min(map(len, pieces)), sorted(pieces)),
        default=frozenset(),
    )


def _is_rare(piece: str, least: int = RARE) -> bool:
    return len(piece.strip()) >= least or any(
        not letter.isalnum() and letter not in " .,-" for letter in piece
    )


@lru_cache(maxsize=512)
def _openings(atom: str) -> frozenset[str]:
    """Return the openings of what one item of a pattern matches."""
    pattern = re.compile(atom, re.IGNORECASE)
    found = {opening_of(letter) for letter in ALPHABET if pattern.fullmatch(letter)}
    return frozenset({*found, FAR} if _BEYOND.match(atom) else found)


def _marks(atom: str) -> frozenset[str]:
    """Return the few marks one of which an item matches, or none where it matches others too."""
    marks = _openings(atom) if atom[0] == "[" else frozenset()
    are_all = FAR not in marks and not any(map(str.isalnum, marks))
    return marks if are_all and len(marks) <= FEW_MARKS else frozenset()


def _letter(atom: str) -> str:
    """Return the one character, in lower case, that an item matches in any case, or "" where it matches more or not known."""
    letter = atom[1:] if atom[:1] == "\\" and not atom[1:].isalnum() else atom
    if len(letter) != 1 or atom in {".", "^", "$"}:
        return ""
    return letter.lower() if letter.isascii() or letter.lower() == letter.upper() else ""
