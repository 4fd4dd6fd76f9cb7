import pytest

from rujuk.lang.base import load
from rujuk.store import store
from rujuk.web.app import application
from store.stories import ARTICLES, DOSSIERS


@pytest.fixture(scope="session")
def packs():
    return {"id": load("id")}


@pytest.fixture(scope="session")
def path(tmp_path_factory, packs):
    path = tmp_path_factory.mktemp("web") / "arsip.db"
    store(ARTICLES, DOSSIERS, path=path, packs=packs)
    return path


@pytest.fixture(scope="session")
def app(path, packs):
    return application(path, packs=packs)
