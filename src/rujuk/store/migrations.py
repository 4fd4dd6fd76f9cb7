"""The tables of an archive, made and changed by numbered steps; the archive itself names the steps it has had."""

import sqlite3
from collections.abc import Callable, Iterator

from rujuk.model.errors import StoreError

APPLICATION_ID = 0x52756A75
"""What the file's header says it is: "Ruju" in ASCII."""

Migration = Callable[[sqlite3.Connection], None]

_TABLES = (
    """CREATE TABLE articles (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        outlet TEXT,
        url TEXT,
        title TEXT NOT NULL,
        published_at TEXT,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        stems TEXT NOT NULL,
        packs TEXT NOT NULL,
        json TEXT NOT NULL,
        UNIQUE (id, text_sha256)
    )""",
    """CREATE TABLE dossiers (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        articles INTEGER NOT NULL,
        outlets TEXT NOT NULL,
        first_at TEXT,
        last_at TEXT,
        packs TEXT NOT NULL,
        json TEXT NOT NULL
    )""",
    """CREATE TABLE dossier_articles (
        dossier_id TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
        article_seq INTEGER NOT NULL REFERENCES articles (seq),
        PRIMARY KEY (dossier_id, article_seq)
    )""",
    """CREATE TABLE statements (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        dossier_id TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        wordings TEXT NOT NULL,
        status TEXT NOT NULL,
        independent INTEGER NOT NULL,
        articles INTEGER NOT NULL,
        stems TEXT NOT NULL,
        UNIQUE (dossier_id, position)
    )""",
    """CREATE TABLE claims (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        statement_seq INTEGER NOT NULL REFERENCES statements (seq) ON DELETE CASCADE,
        statement_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        piece INTEGER NOT NULL,
        article_seq INTEGER NOT NULL REFERENCES articles (seq),
        article_id TEXT NOT NULL,
        part TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        modality TEXT NOT NULL,
        speaker TEXT,
        UNIQUE (statement_seq, position, piece)
    )""",
    """CREATE TABLE quotations (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        dossier_id TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        article_seq INTEGER NOT NULL REFERENCES articles (seq),
        article_id TEXT NOT NULL,
        part TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        whole_start INTEGER NOT NULL,
        whole_end INTEGER NOT NULL,
        content TEXT NOT NULL,
        kind TEXT NOT NULL,
        speaker TEXT,
        role TEXT,
        affiliation TEXT,
        via TEXT NOT NULL,
        stems TEXT NOT NULL,
        UNIQUE (dossier_id, position)
    )""",
    "CREATE INDEX dossier_articles_article ON dossier_articles (article_seq)",
    "CREATE INDEX dossiers_last ON dossiers (last_at)",
    "CREATE INDEX claims_article ON claims (article_seq)",
    "CREATE INDEX quotations_article ON quotations (article_seq)",
)
INDEXED = {
    "articles": ("title", "text", "stems"),
    "statements": ("wordings", "stems"),
    "quotations": ("content", "speaker", "stems"),
}
"""The columns of each table that can be searched."""


def m001_initial(connection: sqlite3.Connection) -> None:
    """Make the tables, their full-text indexes, and the triggers that keep the indexes in step."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in (*_TABLES, *_full_text()):
        connection.execute(statement)


def _full_text() -> Iterator[str]:
    """Yield an index over each table's own rows (`content=`: the words are not kept twice, and Datasette finds it)."""
    for table, columns in INDEXED.items():
        names = ", ".join(columns)
        old, new = (", ".join(f"{row}.{name}" for name in columns) for row in ("old", "new"))
        forget = f"INSERT INTO {table}_fts ({table}_fts, rowid, {names}) VALUES ('delete', old.seq, {old});"  # noqa: S608
        learn = f"INSERT INTO {table}_fts (rowid, {names}) VALUES (new.seq, {new});"  # noqa: S608
        options = 'content_rowid="seq", tokenize="unicode61 remove_diacritics 2"'
        yield f'CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content="{table}", {options})'
        yield f"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {learn} END"
        yield f"CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {forget} END"
        yield f"CREATE TRIGGER {table}_changed AFTER UPDATE ON {table} BEGIN {forget} {learn} END"


MIGRATIONS: tuple[Migration, ...] = (m001_initial,)
"""Every step in its order. A step that has been released is never changed: a change is a new step."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an archive, or a file without any tables, to this version; raises StoreError for any other file."""
    if _is_empty(connection):
        connection.execute("CREATE TABLE migrations (name TEXT PRIMARY KEY)")
        done: set[str] = set()
    else:
        done = applied(connection)
    for step in MIGRATIONS:
        if step.__name__ not in done:
            step(connection)
            connection.execute("INSERT INTO migrations (name) VALUES (?)", (step.__name__,))


def check_version(connection: sqlite3.Connection) -> None:
    """Raise StoreError for a file that is no archive of exactly this version."""
    missing = [step.__name__ for step in MIGRATIONS if step.__name__ not in applied(connection)]
    if missing:
        raise StoreError(
            f"the archive lacks {', '.join(missing)}; store anything into it to bring it up to date"
        )


def applied(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the steps an archive has had; raises StoreError for another file or a newer archive."""
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    if identity != APPLICATION_ID:
        raise StoreError("not an archive of Rujuk; give a file that `rujuk archive` made")
    names = {name for (name,) in connection.execute("SELECT name FROM migrations")}
    unknown = sorted(names - {step.__name__ for step in MIGRATIONS})
    if unknown:
        raise StoreError(
            f"written by a newer version of Rujuk (it has had {', '.join(unknown)}); upgrade rujuk"
        )
    return names


def _is_empty(connection: sqlite3.Connection) -> bool:
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(identity == 0 and tables == 0)
