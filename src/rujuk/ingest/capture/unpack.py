"""Compressed bytes to bytes, never more than a bound: gzip members one by one, zip archives, the encodings of HTTP."""

import io
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import brotli

from rujuk.ingest.capture.table import Budget, Table
from rujuk.ingest.config import IngestConfig

PIECE = 65_536
GZIP = 16 + zlib.MAX_WBITS
MAGIC = b"\x1f\x8b\x08"


class BombError(Exception):
    """Bytes unpack to more than their bound; caught where an archive is read."""


class DamageError(Exception):
    """Bytes cannot be unpacked, or end too early; caught where an archive is read."""


class Gunzip:
    """The members of a gzip stream one after the other: `next_member`, then `read` to the end of that member.

    `damage` says what was wrong with the member read last, or "". After a damaged member the next one is looked
    for by its first bytes. Raises BombError where more is unpacked than the budget or the ratio allows.
    """

    def __init__(self, stream: BinaryIO, budget: Budget, config: IngestConfig) -> None:
        self.stream, self.budget, self.config = stream, budget, config
        self.packed, self.unpacked = 0, 0
        self.pending = b""
        self.damage = ""
        self.members = 0
        self.engine: zlib._Decompress | None = None

    def next_member(self) -> bool:
        """Go to the next member, over the rest of this one; return whether there is one."""
        while self.engine and self.read(PIECE):
            pass
        skipped = self._seek_magic()
        if not self.pending:
            return False
        self.damage = f"{skipped} bytes that are no gzip stand before this member" if skipped else ""
        self.engine = zlib.decompressobj(GZIP)
        self.members += 1
        return True

    def read(self, size: int = PIECE) -> bytes:
        """Return up to `size` bytes of this member, b"" at its end."""
        while self.engine:
            data = self._inflate(min(size, PIECE) if size > 0 else PIECE)
            if data:
                return data
        return b""

    def tell(self) -> int:
        """Return how many bytes were unpacked of all members so far."""
        return self.unpacked

    def read_all(self, size: int = PIECE) -> bytes:
        """Return bytes of one member after the other, b"" at the end of the last one or of a damaged one."""
        while not self.damage:
            data = self.read(size)
            if data or self.damage or not self.next_member():
                return data
        return b""

    def _inflate(self, size: int) -> bytes:
        engine = self.engine
        if engine is None:
            return b""
        if not self.pending:
            self._fill()
        ended = not self.pending
        try:
            data = engine.decompress(self.pending, size)
        except zlib.error as error:
            self.damage, self.engine, self.pending = str(error), None, self.pending[1:]
            return b""
        self.pending = engine.unused_data if engine.eof else engine.unconsumed_tail
        self._count(len(data))
        if engine.eof:
            self.engine = None
        elif ended and not data:
            self.engine, self.damage = None, "the gzip member is cut off"
        return data

    def _count(self, size: int) -> None:
        self.unpacked += size
        self.budget.left -= size
        allowed = self.config.free_bytes + self.packed * self.config.max_ratio
        if self.budget.left < 0 or self.unpacked > allowed:
            raise BombError(f"{self.packed} bytes unpack to more than {self.unpacked}")

    def _fill(self) -> None:
        piece = self.stream.read(PIECE)
        self.packed += len(piece)
        self.pending += piece

    def _seek_magic(self) -> int:
        """Drop bytes up to the next gzip member and return how many, padding of NULs not counted."""
        skipped = 0
        while True:
            if len(self.pending) < len(MAGIC):
                self._fill()
            at = self.pending.find(MAGIC)
            if at >= 0:
                skipped += len(self.pending[:at].strip(b"\0"))
                self.pending = self.pending[at:]
                return skipped
            if len(self.pending) < len(MAGIC):
                self.pending = b""
                return skipped
            skipped += len(self.pending[:-2].strip(b"\0"))
            self.pending = self.pending[-2:]
            before = len(self.pending)
            self._fill()
            if len(self.pending) == before:
                self.pending = b""


def check_bounds(stream: BinaryIO, table: Table) -> list[zipfile.ZipInfo]:
    """Return what a zip archive lists; raises BombError where that is beyond the bounds, and what zipfile raises."""
    config = table.config
    with zipfile.ZipFile(stream) as archive:
        members = archive.infolist()
    if len(members) > config.max_members:
        raise BombError(f"{len(members)} members; the limit is {config.max_members}")
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if size > table.budget.left:
        raise BombError(f"{size} bytes unpacked; the limit is {table.budget.left}")
    if size > config.free_bytes + packed * config.max_ratio:
        raise BombError(f"{packed} bytes unpack to {size}")
    stream.seek(0)
    return members


def spooled(read: Callable[[int], bytes], config: IngestConfig) -> BinaryIO:
    """Return a seekable copy of all that `read` gives: in memory while it is small, else in a temporary file."""
    copy = tempfile.SpooledTemporaryFile(max_size=config.spool_bytes)  # noqa: SIM115 - the caller closes it
    try:
        while piece := read(PIECE):
            copy.write(piece)
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy  # type: ignore[return-value]


def dechunked(body: bytes) -> bytes:
    """Return an HTTP body taken out of its chunks; raises DamageError where it breaks off."""
    stream = io.BytesIO(body)
    pieces: list[bytes] = []
    while True:
        line = stream.readline(1000).split(b";")[0].strip()
        try:
            size = int(line, 16)
        except ValueError:
            raise DamageError("the chunks of the answer are broken") from None
        if size > len(body):
            raise DamageError("the answer breaks off inside a chunk")
        if size <= 0:
            return b"".join(pieces)
        piece = stream.read(size)
        pieces.append(piece)
        if len(piece) < size:
            raise DamageError("the answer breaks off inside a chunk")
        stream.readline(1000)


def decoded(body: bytes, encoding: str, limit: int) -> bytes:
    """Return a body without its HTTP content encodings; raises BombError, DamageError (also for unknown ones)."""
    for name in reversed([part.strip().casefold() for part in encoding.split(",") if part.strip()][:3]):
        if name != "identity":
            body = b"".join(_bounded(_pieces(body, name), limit))
    return body


def _bounded(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise BombError(f"the answer unpacks to more than {limit} bytes")
        yield piece


def _pieces(body: bytes, name: str) -> Iterator[bytes]:
    if name in {"gzip", "x-gzip"}:
        return _inflated(body, GZIP)
    if name == "deflate":
        # the standard means zlib; some servers send the bare stream
        return _inflated(body, zlib.MAX_WBITS if body[:1] == b"\x78" else -zlib.MAX_WBITS)
    if name == "br":
        return _unbrotli(body)
    raise DamageError(f"no decoder for the encoding {name[:40]!r}")


def _inflated(body: bytes, bits: int) -> Iterator[bytes]:
    while body:
        engine = zlib.decompressobj(bits)
        try:
            while not engine.eof:
                piece = engine.decompress(body, PIECE)
                body = engine.unconsumed_tail
                yield piece
                if not piece and not body:
                    break
        except zlib.error as error:
            raise DamageError(str(error)) from None
        if not engine.eof:
            raise DamageError("the compressed answer is cut off")
        body = engine.unused_data if engine.unused_data.startswith(MAGIC) else b""


def _unbrotli(body: bytes) -> Iterator[bytes]:
    engine = brotli.Decompressor()
    try:
        yield engine.process(body, output_buffer_limit=PIECE)
        while not engine.is_finished():
            piece = engine.process(b"", output_buffer_limit=PIECE)
            if not piece and engine.can_accept_more_data():
                raise DamageError("the compressed answer is cut off")
            yield piece
    except brotli.error as error:
        raise DamageError(str(error)) from None
