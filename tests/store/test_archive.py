import sqlite3
from contextlib import closing, suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rujuk.model.errors import RujukError, StoreError
from rujuk.store import store
from rujuk.store.archive import Archive
from store.stories import ARTICLES, BENTARA, DOSSIERS, FIRE, LENTERA


@pytest.fixture(scope="module")
def archive(filled, packs):
    with Archive.open(filled, packs=packs) as opened:
        yield opened


def test_lists(archive):
    fire, bridge = archive.dossiers()
    assert (fire.id, fire.articles, fire.outlets) == (FIRE.id, 2, "Lentera Randu · Bentara Timur")
    assert (fire.first_at, fire.last_at) == (LENTERA.published_at, BENTARA.published_at)
    assert fire.to_dict()["statuses"] == {"agreed": 1, "disputed": 1}
    assert bridge.last_at is None
    assert archive.dossiers(1, 1) == (bridge,)


def test_an_article_knows_its_dossiers(archive):
    assert archive.dossiers_of(LENTERA.id) == ((FIRE.id, FIRE.title),)
    assert archive.dossiers_of("\ud800") == ()


def test_counts_are_those_of_the_dossiers(archive):
    counts = archive.counts()
    assert (counts.articles, counts.dossiers, counts.statements, counts.quotations) == (3, 2, 3, 1)


def read_all(path, packs):
    with Archive.open(path, packs=packs) as archive:
        for line in archive.dossiers():
            archive.dossier(line.id)
        for query in ("warga", "gudang terbakar", "artajaya"):
            archive.count(query)
            archive.search(query)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE articles SET json = '{}'",
        "UPDATE articles SET json = '['",
        "UPDATE articles SET json = replace(json, 'warga', 'warda')",
        "UPDATE dossiers SET json = 'null'",
        "DELETE FROM claims",
        "UPDATE claims SET part = 'kaki'",
        'UPDATE claims SET "end" = 9999',
        "DELETE FROM articles",
        "DROP TABLE quotations",
    ],
)
def test_rows_changed_by_hand_are_an_error_of_ours(path, packs, change):
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(change)
        connection.commit()
    with pytest.raises(RujukError):
        read_all(path, packs)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=200))
def test_a_damaged_file_raises_nothing_else(filled, packs, changes):
    data = bytearray(filled.read_bytes())
    for place, value in changes:
        data[int(place * len(data))] = value
    damaged = filled.parent.parent / "rusak.db"
    damaged.write_bytes(data)
    with suppress(RujukError):
        read_all(damaged, packs)


def test_the_file_is_named(path, packs):
    path.write_bytes(b"")
    with pytest.raises(StoreError, match=path.name):
        Archive.open(path, packs=packs)
