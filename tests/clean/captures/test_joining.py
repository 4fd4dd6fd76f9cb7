"""Several captures to one article: every character is kept, and is of one of them."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import article
from rujuk.clean.captures.joining import MOST_PATHS, REPEATED, chained, join, paragraphs_of
from rujuk.model.dossier import unsourced
from rujuk.model.jsonl import json_line
from rujuk.model.text import Article, Capture, Paragraph

line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60)
texts = st.lists(line, min_size=1, max_size=5).map("\n".join)


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=4), line)
def test_every_character_of_a_joined_article_stands_in_one_of_its_pages(
    given_pages: list[tuple[str, str]], title: str
) -> None:
    pages = [
        article(f"{number:016x}", text, title=title, captions=captions)
        for number, (text, captions) in enumerate(given_pages)
    ]
    joined = join(pages, None)
    assert not list(unsourced(joined))
    by_id = {page.id: page for page in pages}
    for capture in joined.givers:
        for part, start, end in capture.stretches:
            own = by_id[capture.id].part_text(part).split("\n")
            assert all(piece in own for piece in joined.part_text(part)[start:end].split("\n"))
    lines = joined.text.split("\n")
    assert all(piece in lines for text, _ in given_pages for piece in text.split("\n"))
    assert Article.from_dict(json.loads(json_line(joined.to_dict()))) == joined


@given(st.lists(texts, min_size=2, max_size=4), st.data())
def test_a_stretch_that_is_shifted_is_found(given_pages: list[str], data: st.DataObject) -> None:
    joined = join([article(f"{n:016x}", text) for n, text in enumerate(given_pages)], None)
    index = data.draw(st.integers(0, len(joined.captures) - 1))
    capture = joined.captures[index]
    if not capture.stretches:
        return
    part, start, end = capture.stretches[-1]
    moved = replace(capture, stretches=(*capture.stretches[:-1], (part, start + 1, end + 1)))
    captures = (*joined.captures[:index], moved, *joined.captures[index + 1 :])
    assert list(unsourced(replace(joined, captures=captures)))


def test_a_line_of_an_earlier_page_is_taken_once_and_a_short_one_again() -> None:
    long, short = "Kapal itu " + "tenggelam " * 4, "Selesai."
    assert len(long) >= REPEATED
    joined = join([article("a", f"{long}\n{short}"), article("b", f"{long}\nAir surut.\n{short}")], None)
    assert joined.text == f"{long}\n{short}\nAir surut.\n{short}"
    assert [(item.label, item.text) for item in joined.furniture] == [("repeat", long)]


def test_a_refrain_inside_one_page_stays() -> None:
    refrain = "“Laut itu ibu kami, dan ibu tidak untuk dijual,” kata mereka."
    joined = join([article("a", f"{refrain}\nOmbak datang.\n{refrain}"), article("b", "Air surut.")], None)
    assert joined.text.count(refrain) == 2


def test_what_stands_on_the_last_page_signs_the_report() -> None:
    joined = join(
        [article("a", "Satu."), article("b", "Dua.", byline="Gita Paramitha", editor="Yusuf Arkana")], None
    )
    assert (joined.byline, joined.editor) == ("Gita Paramitha", "Yusuf Arkana")


@pytest.mark.parametrize(
    ("text", "paths", "found"),
    [
        ("Satu.\nDua.", ("/p[1]", "/p[2]"), (Paragraph(0, 5, "/p[1]"), Paragraph(6, 10, "/p[2]"))),
        ("Satu.\nDua.", ("", ""), ()),
        ("Satu.", (), ()),
        ("Satu.\nDua.", ("/p[1]",), ()),
    ],
    ids=["html", "flattened", "no paths", "paths of another text"],
)
def test_paragraphs_of_a_body(text: str, paths: tuple[str, ...], found: tuple[Paragraph, ...]) -> None:
    assert paragraphs_of(text, paths) == found


def test_no_page_makes_more_paths_than_the_bound() -> None:
    paths = tuple(f"/p[{n}]" for n in range(MOST_PATHS + 5))
    assert len(paragraphs_of("\n".join("x" for _ in paths), paths)) == MOST_PATHS


def test_an_article_of_one_capture_is_its_own_giver() -> None:
    alone = article("a", "Satu.", title="Judul")
    (giver,) = alone.givers
    assert giver == Capture("a", "a.txt", None, "page", (("body", 0, 5), ("title", 0, 5)))
    assert alone.captures_of(alone.span(0, 4)) == (giver,)


def test_versions_are_a_chain() -> None:
    found = chained([article("c", "1"), article("a", "2"), article("b", "3")])
    assert [(item.id, item.revises) for item in found] == [("c", None), ("a", "c"), ("b", "a")]
