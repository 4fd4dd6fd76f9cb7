"""Work that grows with the page and not with its square, told by counting calls: time would depend on the machine."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from rujuk.clean import clean
from rujuk.lang.base import load_all
from rujuk.model.text import Page
from rujuk.outlets.base import load

PACKS, OUTLETS = load_all(), load()
SENTENCE = (
    "Nelayan ke-{} dari Desa Meruas melapor kepada petugas pelabuhan sebelum berangkat pada Senin pagi."
)
HEAD = "Warga Desa Meruas yang menunggu di dermaga sejak subuh menyebut"
SMALL = 100
MOST = 2.4
"""Calls of a page twice as long as another, as a share of the other's: 4 where work grows with the square."""
PAGES: dict[str, tuple[str, Callable[[int], str]]] = {
    "paragraphs": ("html", lambda n: "".join(f"<p>{SENTENCE.format(i)}</p>" for i in range(n))),
    "one paragraph many times": ("html", lambda n: f"<p>{SENTENCE}</p>" * n),
    "a menu": ("html", lambda n: "".join(f"<li><a href=/{i}>Menu {i}</a></li>" for i in range(n))),
    "text at every depth": ("html", lambda n: "".join(f"<div>{SENTENCE.format(i)}" for i in range(n))),
    "empty elements": ("html", lambda n: "<div><span> </span></div>" * n + f"<p>{SENTENCE}</p>" * 9),
    "classes": ("html", lambda n: "".join(f"<p class='a{i} b{i}'>{SENTENCE.format(i)}</p>" for i in range(n))),
    "lines": ("text", lambda n: "\n".join(SENTENCE.format(i) for i in range(n))),
    "lines with one beginning": ("text", lambda n: "\n".join(f"{HEAD} kapal ke-{i} karam." for i in range(n))),
    "beginnings that break off": ("text", lambda n: "\n".join(f"{HEAD} {'a' * (i % 9)}..." for i in range(n))),
    "lines that hold the next": ("text", lambda n: "\n".join(f"{SENTENCE} " * (i % 5 + 1) for i in range(n))),
    "headlines": ("text", lambda n: "\n".join(f"Kapal Nelayan Ke-{i} Karam di Meruas" for i in range(n))),
    "two lines in turns": ("text", lambda n: f"{SENTENCE}\n{HEAD} kapal itu karam.\n" * n),
}  # fmt: skip


def calls_of(kind: str, content: str) -> int:
    """Return how many functions, of Python and of C, cleaning a page calls."""
    page = Page("a", None, "html" if kind == "html" else "text", content.encode(), "0")
    count = 0

    def seen(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(seen)
    try:
        clean(page, packs=PACKS, outlets=OUTLETS)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", PAGES)
def test_twice_the_page_is_about_twice_the_work(name: str) -> None:
    kind, content = PAGES[name]
    sizes = (SMALL, 2 * SMALL)
    _, _, once, twice = (calls_of(kind, content(size)) for size in sizes * 2)  # first what is loaded once
    assert twice <= MOST * once
