import sqlite3
from contextlib import closing

import pytest

from rujuk.model.errors import StoreError
from rujuk.store import migrations, store
from rujuk.store.archive import Archive
from store.stories import ARTICLES, DOSSIERS


def run(path, *statements):
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def both_refuse(path, packs, match):
    before = path.read_bytes()
    with pytest.raises(StoreError, match=match):
        Archive.open(path, packs=packs)
    with pytest.raises(StoreError, match=match):
        store(ARTICLES, DOSSIERS, path=path, packs=packs)
    assert path.read_bytes() == before


def test_a_newer_archive_is_refused(path, packs):
    store((), (), path=path, packs=packs)
    run(path, "INSERT INTO migrations VALUES ('m999_later')")
    both_refuse(path, packs, "newer version.*m999_later")


def test_another_database_is_refused(path, packs):
    run(path, "CREATE TABLE notes (text)")
    both_refuse(path, packs, "not an archive")


def test_another_file_is_refused(path, packs):
    path.write_text("Catatan rapat redaksi. " * 100)
    both_refuse(path, packs, "not a database")


@pytest.mark.parametrize("name", ["tidak-ada.db", "."], ids=["missing", "a folder"])
def test_no_file_is_an_error_to_read(tmp_path, packs, name):
    with pytest.raises(StoreError, match="no such archive"):
        Archive.open(tmp_path / name, packs=packs)


def test_a_folder_that_is_not_there_is_an_error_to_write(tmp_path, packs):
    with pytest.raises(StoreError, match=r"arsip\.db"):
        store((), (), path=tmp_path / "tidak" / "arsip.db", packs=packs)


def test_an_older_archive_is_brought_up_to_date_by_writing(path, packs, monkeypatch):
    store(ARTICLES, DOSSIERS, path=path, packs=packs)

    def m002_note(connection):
        connection.execute("ALTER TABLE dossiers ADD COLUMN note TEXT")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, m002_note))
    with pytest.raises(StoreError, match="m002_note"):
        Archive.open(path, packs=packs)
    store((), (), path=path, packs=packs)
    with Archive.open(path, packs=packs) as archive:
        assert archive.dossier(DOSSIERS[0].id) == DOSSIERS[0]


def test_the_steps_are_numbered_in_their_order():
    names = [step.__name__ for step in migrations.MIGRATIONS]
    assert [name[:5] for name in names] == [f"m{number:03}_" for number in range(1, len(names) + 1)]


def test_the_archive_is_one_file(filled):
    assert [path.name for path in filled.parent.iterdir()] == [filled.name]


def test_an_open_archive_shows_one_state(path, packs):
    store(ARTICLES[:2], DOSSIERS[:1], path=path, packs=packs)
    with Archive.open(path, packs=packs) as archive, closing(sqlite3.connect(path, timeout=0)) as other:
        other.execute("DELETE FROM dossiers")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.commit()
        assert archive.counts().dossiers == 1
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            archive.connection.execute("DELETE FROM dossiers")
