from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.model.errors import ProvenanceError
from rujuk.model.text import (
    Article,
    DateCandidate,
    Furniture,
    OutletRef,
    Page,
    Paragraph,
    Span,
    digest,
    newest_versions,
)


def article(text: str = "Kapal itu tenggelam. Kapal itu tua.", title: str = "Kapal tenggelam") -> Article:
    return Article(
        id="a1",
        path="a.txt",
        url=None,
        canonical_url=None,
        outlet=OutletRef("wartanusa", "Warta Nusa"),
        language="id",
        title=title,
        byline="Sari Wening",
        dateline=None,
        published_at="2026-03-03T14:20:00+07:00",
        date_candidates=(DateCandidate("2026-03-03", "printed", "Selasa (3/3/2026)"),),
        captions="",
        furniture=(Furniture("related", "Baca juga: Lain"),),
        text=text,
    )


def test_span_reads_its_quote_and_context_off_the_part() -> None:
    span = article().span(21, 30)
    assert (span.text, span.prefix, span.suffix) == ("Kapal itu", " itu tenggelam. ", " tua.")
    assert article().span(0, 5, "title").text == "Kapal"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (5, 4), (-1, 3), (0, 1000)])
def test_span_outside_the_text_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ProvenanceError, match="article a1"):
        article().span(start, end)


def test_span_with_a_quote_of_another_length_is_an_error() -> None:
    with pytest.raises(ProvenanceError):
        Span("a1", "body", 0, 3, "Kapal")


@given(st.text(min_size=1), st.data())
def test_every_span_of_every_text_reads_back(text: str, data: st.DataObject) -> None:
    own = article(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = own.span(start, end)
    assert own.holds(span)
    assert Span.from_dict(span.to_dict()) == span


@given(st.text(alphabet="ab. ", min_size=40, max_size=60), st.integers(0, 30), st.sampled_from([-1, 1]))
def test_a_shifted_span_is_caught_unless_the_text_repeats_itself(text: str, start: int, shift: int) -> None:
    own = article(text)
    span = own.span(start + 1, start + 6)
    moved = Span("a1", "body", span.start + shift, span.end + shift, span.text, span.prefix, span.suffix)
    same = own.span(moved.start, moved.end)
    assert own.holds(moved) == (
        (same.text, same.prefix, same.suffix) == (span.text, span.prefix, span.suffix)
    )


@given(st.text(), st.text())
def test_article_round_trip_is_identity(text: str, title: str) -> None:
    own = article(text, title)
    assert Article.from_dict(own.to_dict()) == own


def test_an_article_whose_text_was_changed_does_not_load() -> None:
    data = article().to_dict() | {"text": "Kapal itu selamat."}
    with pytest.raises(ProvenanceError, match="text_sha256"):
        Article.from_dict(data)


def test_page_identity_leaves_the_row_out() -> None:
    pages = [Page("rows.jsonl", row, "row", b"x", "ff") for row in (1, 2)]
    assert pages[0].id == pages[1].id
    assert [page.name for page in pages] == ["rows.jsonl#1", "rows.jsonl#2"]


def test_page_identity_prefers_the_canonical_url() -> None:
    known = {"canonical_url": "https://warta.example/1"}
    assert (
        Page("a.html", None, "html", b"x", "ff", **known).id
        == Page("b.html", None, "html", b"x", "ff", **known).id
    )


def test_digest_tells_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert len(digest("x")) == 16


@pytest.mark.parametrize(
    ("revises", "newest"),
    [
        ({"a": None, "b": None}, {"a": "a", "b": "b"}),
        ({"a": None, "b": "a", "c": "b"}, {"a": "c", "b": "c", "c": "c"}),
        ({"b": "elsewhere"}, {"b": "b"}),
        ({"a": "b", "b": "a"}, {"a": "b", "b": "a"}),
    ],
    ids=["apart", "a chain", "an earlier one that is not here", "a circle"],
)
def test_the_newest_version_of_each_article(revises: dict[str, str | None], newest: dict[str, str]) -> None:
    own = [replace(article(), id=key, revises=earlier) for key, earlier in revises.items()]
    assert newest_versions(own) == newest
    assert newest_versions(own[::-1]) == newest


@pytest.mark.parametrize(
    ("paths", "above", "rests"),
    [
        (("/html[1]/p[1]", "/html[1]/p[12]"), "/html[1]", ["/p[1]", "/p[12]"]),
        (("/html[1]/div[1]/p[1]", "/html[1]/p[1]"), "/html[1]", ["/div[1]/p[1]", "/p[1]"]),
        (("/html[1]/p[1]",), "/html[1]", ["/p[1]"]),
        (("…/p[1]", "/p[1]"), "", ["…/p[1]", "/p[1]"]),
    ],
)
def test_paths_are_written_once_as_far_as_they_are_the_same(
    paths: tuple[str, ...], above: str, rests: list[str]
) -> None:
    own = replace(article(), paragraphs=tuple(Paragraph(n, n + 1, path) for n, path in enumerate(paths)))
    data = own.to_dict()["paragraphs"]
    assert data["above"] == above
    assert [rest for _, _, rest in data["rows"]] == rests
    assert Article.from_dict(own.to_dict()) == own


@pytest.mark.parametrize(("other", "shared"), [((0, 5), 5), ((3, 9), 2), ((5, 9), 0)])
def test_how_many_characters_two_spans_share(other: tuple[int, int], shared: int) -> None:
    assert article().span(0, 5).shared(article().span(*other)) == shared


def test_spans_of_different_parts_share_nothing() -> None:
    assert article().span(0, 5).shared(article().span(0, 5, "title")) == 0
