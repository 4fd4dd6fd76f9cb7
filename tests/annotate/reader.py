"""Articles made by hand and read at full depth, for the tests of this folder."""

from functools import cache

from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.annotations import Depth, Document, Quotation
from rujuk.model.text import Article, OutletRef
from rujuk.outlets.base import Outlets, load


@cache
def outlets() -> Outlets:
    """Return the bundled outlets, read once."""
    return load()


def article(text: str, *, title: str = "", captions: str = "", language: str = "id") -> Article:
    """Return an article of a made-up outlet."""
    return Article(
        id="a" * 16, path="a.txt", url=None, canonical_url=None, outlet=OutletRef("", "Kabar Sembada"),
        language=language, title=title, byline=None, dateline=None, published_at="2026-03-03", date_candidates=(),
        captions=captions, furniture=(), text=text,
    )  # fmt: skip


def read(
    text: str, *, title: str = "", captions: str = "", language: str = "id", depth: Depth = "full"
) -> Document:
    """Return the document of a text."""
    page = article(text, title=title, captions=captions, language=language)
    return annotate(page, packs=load_all(), outlets=outlets(), depth=depth)


def only_quotation(text: str, language: str = "id") -> Quotation:
    """Return the one quotation of a text."""
    found = read(text, language=language).quotations
    assert len(found) == 1, [item.content.text for item in found]
    return found[0]
