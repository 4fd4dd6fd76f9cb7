import itertools
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from builders import article, claim
from rujuk.model.errors import ProvenanceError
from rujuk.store import store
from rujuk.store.archive import Archive
from rujuk.store.migrations import INDEXED
from store.stories import (
    ARTICLES,
    BENTARA,
    BRIDGE,
    DOSSIERS,
    FIRE,
    JEMBATAN,
    LENTERA,
    dossier,
    recleaned,
    statement,
)


def rows(path, question, *values):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question, values).fetchall()


def index_is_whole(path):
    with closing(sqlite3.connect(path)) as connection:
        for table in INDEXED:
            connection.execute(f"INSERT INTO {table}_fts ({table}_fts, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        return connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_goes_in_comes_out(filled, packs):
    with Archive.open(filled, packs=packs) as archive:
        assert [archive.dossier(item.id) for item in DOSSIERS] == [*DOSSIERS]
        assert [archive.article(item.id) for item in ARTICLES] == [*ARTICLES]


def test_storing_again_changes_no_byte(path, packs):
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    before = path.read_bytes()
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    store(reversed(ARTICLES), (), path=path, packs=packs)
    assert path.read_bytes() == before


@pytest.mark.parametrize("order", [*itertools.permutations(range(3))], ids=str)
def test_order_of_storing_never_shows(order, path, packs, filled):
    for number in order:
        store([ARTICLES[number]], (), path=path, packs=packs)
    store((), reversed(DOSSIERS), path=path, packs=packs)
    with Archive.open(path, packs=packs) as one, Archive.open(filled, packs=packs) as other:
        for query in ("warga", "gudang terbakar", "jembatan"):
            assert one.search(query) == other.search(query)
        assert one.dossiers() == other.dossiers()


def test_a_newer_dossier_replaces(path, packs):
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    shorter = replace(FIRE, title="Kebakaran", statements=FIRE.statements[:1], timeline=(), quotations=())
    store((), [shorter], path=path, packs=packs)
    with Archive.open(path, packs=packs) as archive:
        assert archive.dossier(FIRE.id) == shorter
        assert archive.counts().quotations == 0
        assert archive.count("mengungsi") == 1  # the article only: its statement went with the older dossier
    assert index_is_whole(path)


def test_every_row_of_a_claim_reads_as_its_article(filled):
    found = rows(
        filled,
        """SELECT a.text, c.start, c."end", c.text FROM claims c JOIN articles a ON a.seq = c.article_seq
        WHERE c.part = 'body'""",
    )
    assert len(found) == 6  # five claims, one of them in two pieces
    assert all(text[start:end] == quote for text, start, end, quote in found)


def test_a_dossier_keeps_the_text_it_was_made_of(path, packs):
    newer = recleaned(LENTERA, "Gudang kayu terbakar.")
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    store([newer], (), path=path, packs=packs)
    with Archive.open(path, packs=packs) as archive:
        assert archive.article(LENTERA.id) == newer
        assert archive.article(LENTERA.id, LENTERA.text_sha256) == LENTERA
        assert archive.counts().articles == 3


def test_a_text_nothing_rests_on_gives_way(path, packs):
    newer = recleaned(LENTERA, "Gudang kayu terbakar hebat.")
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    remade = dossier(
        "Gudang", (newer, BENTARA), statements=(statement("single", claim(newer, "terbakar hebat")),)
    )
    assert remade.id == FIRE.id
    store([newer], [remade], path=path, packs=packs)
    with Archive.open(path, packs=packs) as archive:
        assert archive.article(LENTERA.id, LENTERA.text_sha256) is None
        assert archive.dossier(FIRE.id) == remade
        assert archive.count("evakuasi") == 1  # only what the other article says of people who fled
    assert index_is_whole(path)


@pytest.mark.parametrize(
    ("articles", "broken"),
    [
        pytest.param([LENTERA], FIRE, id="an article is missing"),
        pytest.param([recleaned(LENTERA, "Gudang."), BENTARA], FIRE, id="another text"),
        pytest.param([*ARTICLES], replace(FIRE, summary=("f" * 16,)), id="summary of nothing"),
    ],
)
def test_a_dossier_that_is_not_borne_out_leaves_no_trace(articles, broken, path, packs):
    store([JEMBATAN], [BRIDGE], path=path, packs=packs)
    before = path.read_bytes()
    with pytest.raises(ProvenanceError, match=FIRE.id):
        store(articles, [broken], path=path, packs=packs)
    assert path.read_bytes() == before


def test_odd_characters_come_back(path, packs):
    odd = article(
        "4" * 16, "Kata \ud800 \0 dan\u2028baris 😀 itu.", title="\udfff", url="http://x.example/\ud800"
    )
    made = dossier("\ud800", (odd,), statements=(statement("single", claim(odd, "Kata \ud800 \0 dan")),))
    store([odd], [made], path=path, packs=packs)
    with Archive.open(path, packs=packs) as archive:
        assert archive.article(odd.id) == odd
        assert archive.dossier(made.id) == made
        assert {hit.kind for hit in archive.search("kata")} == {"statement", "article"}
        assert archive.article("\ud800") is None
        assert archive.dossier("\0") is None


def test_other_packs_fold_the_stored_texts_again(path, packs):
    store(ARTICLES, DOSSIERS, path=path, packs={})
    assert {stems for (stems,) in rows(path, "SELECT stems FROM articles")} == {""}
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    assert "" not in {
        stems.strip()
        for (stems,) in rows(path, "SELECT stems FROM articles UNION SELECT stems FROM statements")
    }
    assert index_is_whole(path)
