import itertools
from typing import Any

from lxml import html

from render.ferry import ferry
from rujuk.render import IndexEntry, index_entry, render_index


def entry(title: str, articles: int = 1, last: str = "2026-03-03", href: str = "") -> IndexEntry:
    outlets = tuple(f"Media {number}" for number in range(articles))
    return IndexEntry(title, href or f"{title}.html", articles, outlets, 0, 0, 0, 0, last, last)


def parse(page: str) -> Any:
    return html.document_fromstring(page)


def titles(page: str) -> list[str]:
    return [node.text_content() for node in parse(page).xpath("//li/h3/a")]


def test_an_entry_counts_what_the_dossier_holds() -> None:
    made = index_entry(ferry(), "ferry.html")
    assert (made.articles, len(made.outlets), made.agreed, made.relayed, made.disputed) == (6, 6, 2, 2, 3)
    assert (made.first_at[:10], made.last_at[:10]) == ("2026-03-03", "2026-03-03")


def test_stories_of_several_articles_come_first_then_the_latest() -> None:
    entries = [
        entry("satu", 1, "2026-03-09"),
        entry("lama", 2, "2026-03-01"),
        entry("baru", 2, "2026-03-05"),
        entry("besar", 5),
    ]
    expected = ["besar", "baru", "lama", "satu"]
    assert titles(render_index(entries)) == expected
    for given in itertools.permutations(entries):
        assert titles(render_index(given)) == expected


def test_hostile_titles_and_paths_stay_text() -> None:
    page = render_index(
        [entry("<script>alert(1)</script>", href="javascript:alert(1)"), entry(" ", 2)], language="en"
    )
    parsed = parse(page)
    assert not parsed.xpath("//script")
    assert all(href.startswith("./") for href in parsed.xpath("//a/@href"))
    assert titles(page) == ["Untitled", "<script>alert(1)</script>"]


def test_no_story_is_said() -> None:
    assert "Tidak ada peristiwa." in render_index([])
