"""Dates of feeds for captures of the same address; summaries give way to the article."""

from rujuk.ingest.excerpts import share_dates
from rujuk.model.text import Page

DATE = ("feed", "2026-04-15T10:00:00+07:00")
SHORT = Page(
    "f.xml",
    1,
    "row",
    b"{}",
    "a",
    canonical_url="https://karsa.example/1",
    fields={"excerpt": "true"},
    dates=(DATE,),
)
WHOLE = Page("a.html", None, "html", b"<p>", "b", canonical_url="https://karsa.example/1")
OTHER = Page("b.html", None, "html", b"<p>", "c")


def test_a_summary_gives_its_date_to_the_article_and_goes() -> None:
    for order in ([SHORT, WHOLE, OTHER], [OTHER, WHOLE, SHORT]):
        kept, notices = share_dates(order)
        assert {page.path: page.dates for page in kept} == {"a.html": (DATE,), "b.html": ()}
        assert [(notice.item, notice.reason) for notice in notices] == [("f.xml#1", "excerpt")]


def test_a_summary_alone_stays() -> None:
    assert share_dates([SHORT, OTHER]) == ([SHORT, OTHER], [])
