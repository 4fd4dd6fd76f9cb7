"""The packs and outlets that pages are cleaned with."""

from collections.abc import Callable
from typing import Any

import pytest

from rujuk.clean import clean
from rujuk.ingest.capture.pages import canonical_bytes
from rujuk.lang.base import load_all
from rujuk.model.report import Dropped, Notice
from rujuk.model.text import Article, Page
from rujuk.outlets.base import Outlets, load

Cleaned = tuple[Article | Dropped, tuple[Notice, ...]]


@pytest.fixture(scope="session")
def outlets() -> Outlets:
    return load()


@pytest.fixture(scope="session")
def clean_page(outlets: Outlets) -> Callable[[Page], Cleaned]:
    return lambda page: clean(page, packs=load_all(), outlets=outlets)


@pytest.fixture(scope="session")
def text(clean_page: Callable[[Page], Cleaned]) -> Callable[..., Article]:
    """Return a function from a flattened capture to its article."""

    def read(content: str, **changes: Any) -> Article:
        result, _ = clean_page(Page("a.txt", None, "text", content.encode(), "0", **changes))
        assert isinstance(result, Article)
        return result

    return read


@pytest.fixture(scope="session")
def html(clean_page: Callable[[Page], Cleaned]) -> Callable[..., Article]:
    """Return a function from a web page to its article."""

    def read(content: str, **changes: Any) -> Article:
        result, _ = clean_page(Page("a.html", None, "html", content.encode(), "0", **changes))
        assert isinstance(result, Article)
        return result

    return read


@pytest.fixture(scope="session")
def row(clean_page: Callable[[Page], Cleaned]) -> Callable[..., Article]:
    """Return a function from the fields of a row to its article."""

    def read(*, as_is: bool = False, **fields: str) -> Article:
        page = Page("a.jsonl", 1, "row", canonical_bytes(fields), "0", url=fields.get("url"), as_is=as_is)
        result, _ = clean_page(page)
        assert isinstance(result, Article)
        return result

    return read
