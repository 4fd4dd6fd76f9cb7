"""Opening an archive: one transaction to write, one unchanging state to read."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar

from rujuk.model.errors import StoreError
from rujuk.store.migrations import check_version, migrate

T = TypeVar("T")
PATIENCE = 30.0
"""Seconds to wait while another process writes: 2,476 articles were written in 4."""


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Give an archive to write to, made where it is missing: all of it is written, or nothing.

    The file keeps SQLite's rollback journal (no WAL), so that it is whole in one file and can be copied.
    Raises StoreError where the file cannot be written, is of a newer version, or is something else.
    """
    with (
        explained(path),
        closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as connection,
    ):
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN IMMEDIATE")
        try:
            migrate(connection)
            yield connection
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def reading(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write and sees one state of the archive until it is closed.

    Raises StoreError where the file does not exist, is of another version, or is something else.
    """
    if not path.is_file():
        raise StoreError(f"{path}: there is no such archive; `rujuk archive DIR --db {path}` makes one")
    with explained(path):
        uri = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)
        try:
            connection.execute("BEGIN")
            check_version(connection)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an error of SQLite, or text in a damaged file, into a StoreError that names the file."""
    try:
        yield
    except StoreError as error:
        raise StoreError(f"{path}: {error}") from error
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: {error}") from error


def noun(make: Callable[[Mapping[str, Any]], T], text: str) -> T:
    """Return the noun that a row's JSON holds; raises StoreError where somebody has changed it by hand."""
    try:
        return make(json.loads(text))
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise StoreError(f"a row's json is not as written ({type(error).__name__}: {error})") from error
