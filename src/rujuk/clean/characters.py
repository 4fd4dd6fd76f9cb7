"""The one form of text: NFC, one kind of line end and space, nothing invisible."""

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_DAMAGE = "\x00\u2028\u2029"
_FAR = re.compile("[^\x00-\u02ff]{31,}")
_WORD = re.compile(r"\w+")
_MARKS = bytes(code for code in range(128) if not _WORD.match(chr(code)))
_SPACED = bytes.maketrans(_MARKS, b" " * len(_MARKS))
MAX_MARKS = 30
"""Combining marks on one character that are kept (the Stream-Safe Text Format of UAX #15): NFC of more is quadratic."""


def normalise(text: str) -> str:
    r"""Return the text in the form in which articles hold it.

    Line ends become "\n" (CRLF, CR, U+2028, U+2029, NEL), every kind of space, the no-break ones too, becomes one
    plain space, control and zero-width characters go, lone surrogates become U+FFFD, the rest is put into NFC.
    """
    if text.isascii() and not _INVISIBLE.search(text) and "\r" not in text:
        return _squeeze(text)
    text = _SURROGATES.sub("\ufffd", _BREAKS.sub("\n", text))
    text = _FAR.sub(_stream_safe, _INVISIBLE.sub("", text))
    return _squeeze(unicodedata.normalize("NFC", text))


def is_damaged(text: str, *, may_be_halved: bool = True) -> bool:
    """Return whether the text holds characters that cannot stand in a text: NUL, U+2028, U+2029, lone surrogates.

    Those last are not looked for where the text was decoded without them (`may_be_halved` is false).
    """
    if any(character in text for character in _DAMAGE):
        return True
    if not may_be_halved or text.isascii():
        return False
    try:
        text.encode()  # twenty times as fast as a search for surrogates
    except UnicodeEncodeError:
        return True
    return False


def keep(text: str) -> str:
    """Return the text as it is, each lone surrogate as U+FFFD: no offset moves."""
    return _SURROGATES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return the normalised text on one line."""
    line = " ".join(text.split())
    if line.isprintable() and (line.isascii() or _is_plain(line)):
        return line
    return " ".join(normalise(text).split())


def _is_plain(line: str) -> bool:
    """Return whether a printable line is in the one form already: most are, and that is told fast."""
    return unicodedata.is_normalized("NFC", line) and not _INVISIBLE.search(line) and not _FAR.search(line)


def words_of(text: str) -> list[str]:
    r"""Return the words of a text in lower case: its runs of \w."""
    if text.isascii():  # four times as fast as a pattern, and most lines are
        return text.lower().encode().translate(_SPACED).decode().split()
    return _WORD.findall(text.casefold())


def lines_of(text: str) -> list[str]:
    """Return the lines of a normalised text that hold anything."""
    return [line for line in text.split("\n") if line]


def _squeeze(text: str) -> str:
    """Return a text without "\r" with one kind of line end and of space: what str takes for either is what we do."""
    return "\n".join(" ".join(line.split()) for line in f"{text}\n".splitlines())


def _stream_safe(match: re.Match[str]) -> str:
    kept, marks = [], 0
    for character in match.group():
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= MAX_MARKS:
            kept.append(character)
    return "".join(kept)
