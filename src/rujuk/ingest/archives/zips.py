"""Zip archives, member by member within bounds; WACZ, a zip archive of WARC files with their digests."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import md5, sha1, sha256, sha512
from typing import IO, BinaryIO

from rujuk.ingest.capture.table import Item, Table
from rujuk.ingest.capture.unpack import PIECE, BombError, check_bounds, spooled
from rujuk.ingest.tables.feeds import parsed_json
from rujuk.model.report import Dropped, Notice

Read = Callable[[BinaryIO, int, Table], Iterator[Item]]
"""How a member is read: its bytes, how many they are, and a table with its path."""
BAD = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError,
    OverflowError, IndexError, LookupError, TypeError,
)  # fmt: skip
"""What zipfile raises on damaged, encrypted or unknown members."""
HASHES = {"md5": md5, "sha1": sha1, "sha256": sha256, "sha512": sha512}
_WARC = re.compile(r"archive/[^/]+\.warc(?:\.gz)?$")
_UNSAFE = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")


def safe_name(name: str) -> str:
    """Return a member's name as a relative path without `..` and control characters; it is shown, never opened."""
    parts = _UNSAFE.sub("_", name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."})[:300] or "_"


def read_zip(stream: BinaryIO, table: Table, read: Read) -> Iterator[Item]:
    """Yield what the members of a zip archive hold, in the order of their names; `path` is `archive!member`."""
    if table.depth >= table.config.max_depth:
        yield Dropped(table.path, "ingest", "archive_bomb", f"nested deeper than {table.config.max_depth}")
        return
    try:
        members = check_bounds(stream, table)
        with zipfile.ZipFile(stream) as archive:
            for member in sorted(members, key=lambda member: (member.filename, member.header_offset)):
                if not _is_hidden(member):
                    yield from _member(archive, member, table.member(safe_name(member.filename)), read)
    except BombError as error:
        yield Dropped(table.path, "ingest", "archive_bomb", str(error)[:200])
    except BAD as error:
        yield Dropped(table.path, "ingest", "unreadable", f"no zip archive: {error}"[:200])


def _is_hidden(member: zipfile.ZipInfo) -> bool:
    parts = member.filename.replace("\\", "/").split("/")
    return member.is_dir() or any(
        part.startswith((".", "__MACOSX")) and part not in {".", ".."} for part in parts
    )


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, table: Table, read: Read) -> Iterator[Item]:
    """Yield what one member holds, or its drop where it cannot be unpacked whole; a bomb ends the archive."""
    try:
        with archive.open(member) as packed:
            stream = spooled(partial(_counted, packed, table), table.config)
    except BAD as error:
        yield Dropped(table.path, "ingest", "truncated", str(error)[:200])
        return
    with stream:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        yield from read(stream, size, table)


def _counted(packed: IO[bytes], table: Table, size: int) -> bytes:
    piece = packed.read(size)
    table.budget.left -= len(piece)
    if table.budget.left < 0:
        raise BombError("unpacks to more than the limit")
    return piece


def read_wacz(stream: BinaryIO, table: Table, read: Read) -> Iterator[Item]:
    """Yield the pages of the WARC files in a WACZ archive, and what its own digests and list of pages say of them.

    Titles and times of `pages.jsonl` are not taken: those of the captures themselves are nearer to the page.
    """
    try:
        check_bounds(stream, table)
        with zipfile.ZipFile(stream) as archive:
            held = {name for name in archive.namelist() if _WARC.match(name)}
            yield from _checked(archive, table)
            for name in sorted(held):
                yield from _member(archive, archive.getinfo(name), table.member(safe_name(name)), read)
            if not held:
                yield Dropped(table.path, "ingest", "no_articles", "no archive/*.warc or *.warc.gz in it")
    except BombError as error:
        yield Dropped(table.path, "ingest", "archive_bomb", str(error)[:200])
    except BAD as error:
        yield Dropped(table.path, "ingest", "unreadable", f"no WACZ archive: {error}"[:200])


def _checked(archive: zipfile.ZipFile, table: Table) -> Iterator[Item]:
    """Yield a warning for each listed file that is missing or does not fit its digest in datapackage.json."""
    if "datapackage.json" not in archive.namelist():
        yield Notice(table.path, "ingest", "digest_mismatch", "no datapackage.json: nothing to check against")
        return
    with archive.open("datapackage.json") as packed:
        value = parsed_json(packed.read(table.config.max_row_bytes).decode("utf-8", "replace"))
    listed = value.get("resources") if isinstance(value, dict) else None
    for item in listed if isinstance(listed, list) else ():
        path, digest = (
            (str(item.get(key, "")) for key in ("path", "hash")) if isinstance(item, dict) else ("", "")
        )
        wrong = _wrong(archive, path, digest) if path else ""
        if wrong:
            yield Notice(f"{table.path}!{safe_name(path)}", "ingest", "digest_mismatch", wrong)


def _wrong(archive: zipfile.ZipFile, path: str, digest: str) -> str:
    name, _, wanted = digest.partition(":")
    if path not in archive.namelist():
        return "listed in datapackage.json, but not there"
    if name not in HASHES:
        return ""
    found = HASHES[name](usedforsecurity=False)
    try:
        with archive.open(path) as packed:
            while piece := packed.read(PIECE):
                found.update(piece)
    except BAD as error:
        return f"cannot be unpacked: {error}"[:200]
    return "" if found.hexdigest() == wanted.casefold() else "does not fit its digest in datapackage.json"
