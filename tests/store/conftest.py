import pytest

from rujuk.lang.base import load
from rujuk.store import store
from store.stories import ARTICLES, DOSSIERS


@pytest.fixture(scope="session")
def packs():
    return {"id": load("id")}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "arsip.db"


@pytest.fixture(scope="module")
def filled(tmp_path_factory, packs):
    path = tmp_path_factory.mktemp("arsip") / "isi #1?.db"
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    return path
