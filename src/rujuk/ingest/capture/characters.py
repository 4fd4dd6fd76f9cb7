"""Bytes to characters: binary or text, which character set, and what had to be guessed."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass

from rujuk.ingest.config import IngestConfig

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC: tuple[bytes, ...] = (
    b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0", b"\x7fELF", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd",
    b"ID3\x03", b"ID3\x04", b"OggS", b"SQLite format 3\x00", b"wOFF", b"wOF2", b"\x00\x00\x01\x00",
)  # fmt: skip
_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
FALLBACK = "cp1252"
UTF8 = ("utf-8", "utf-8-sig")


@dataclass(frozen=True, slots=True)
class Characters:
    """A decoded text with the character set it was read as, and what a reader should know of that, or ""."""

    text: str
    encoding: str
    warning: str = ""


def is_binary(head: bytes, config: IngestConfig) -> bool:
    """Return whether the first bytes of a file are those of a picture, an archive or another thing that is not text."""
    if any(head.startswith(mark) for mark, _ in MARKS):
        return False
    if wide_of(head, config):
        return False
    if head.startswith(MAGIC) or head[4:8] == b"ftyp" or (head[:4] == b"RIFF" and head[8:12] in _RIFF):
        return True
    return head.count(0) > config.max_nul_share * len(head) if len(head) > 1 else False


_RIFF = (b"WAVE", b"AVI ", b"WEBP")


def wide_of(head: bytes, config: IngestConfig) -> str | None:
    """Return which UTF-16 without a mark the first bytes look like: a NUL beside nearly every Latin letter; else None."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    least = config.min_wide_share * len(head)
    if (
        len(head) < 8
        or head[:4].count(0) > 2
        or max(even, odd) < least
        or min(even, odd) * 20 > max(even, odd)
    ):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def decode(data: bytes, config: IngestConfig, *, html: bool, charset: str = "") -> Characters:
    """Return the characters of a whole file: by its byte order mark, UTF-16 by its NULs, declared set, UTF-8, windows-1252.

    `charset` is what the transport declares (HTTP, MIME); it goes before what the page says of itself.
    """
    marked = mark_of(data) or wide_of(data[: config.sniff_bytes], config)
    if marked:
        return _try(data, marked) or Characters(data.decode(marked, "replace"), marked, f"not valid {marked}")
    declared = _known(charset) or (_declared(data[: config.sniff_bytes]) if html else None)
    # pages in UTF-8 that declare Latin-1 are common; the other way round their bytes are not valid UTF-8
    tried = ("utf-8", FALLBACK) if declared == FALLBACK else (declared, "utf-8")
    for encoding in tried:
        found = _try(data, encoding) if encoding else None
        if found:
            return found
    return Characters(data.decode(FALLBACK, "replace"), FALLBACK, _guess(declared))


def mark_of(data: bytes) -> str | None:
    """Return the character set that a byte order mark names, or None."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def is_utf8(chunks: Iterable[bytes]) -> bool:
    """Return whether the joined chunks are valid UTF-8; holds one chunk at a time."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks:
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def decode_line(line: bytes) -> Characters:
    """Return the characters of one line of a table: UTF-8, else windows-1252 with a warning."""
    return _try(line, "utf-8") or Characters(line.decode(FALLBACK, "replace"), FALLBACK, _guess(None))


def _try(data: bytes, encoding: str) -> Characters | None:
    try:
        return Characters(data.decode(encoding), encoding)
    except (UnicodeError, LookupError):
        return None


def _declared(head: bytes) -> str | None:
    """Return the text encoding that a page declares, or None: Latin-1 means windows-1252 on the web (WHATWG)."""
    match = _CHARSET.search(head)
    return _known(match.group(1).decode("ascii")) if match else None


def _known(name: str) -> str | None:
    """Return the codec of a declared name, or None where there is none for it or it cannot be meant."""
    try:
        codec = codecs.lookup(name.casefold()) if name else None
    except (LookupError, ValueError):
        return None
    if codec is None:
        return None
    if codec.name in {"iso8859-1", "ascii", "cp1252"}:
        return FALLBACK
    # a page whose <meta> could be read byte for byte is not UTF-16, whatever it says; codecs such as "hex" are no text
    is_text = getattr(codec, "_is_text_encoding", True)
    return None if codec.name.startswith(("utf-16", "utf-32", "utf-7")) or not is_text else codec.name


def _guess(declared: str | None) -> str:
    said = f"declared {declared}, " if declared else "not UTF-8, "
    return f"{said}read as windows-1252"
