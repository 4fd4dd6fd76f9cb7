import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from render.builders import article
from rujuk.render.environment import printable, safe_url
from rujuk.render.evidence import letter, pieces

A = article("Warta Nusa", "Judul", "Kapal itu kandas di karang pada malam hari.")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_letter(number: int, expected: str) -> None:
    assert letter(number) == expected


@given(st.lists(st.tuples(st.integers(0, 42), st.integers(1, 20)), max_size=5))
def test_pieces_are_the_text_and_mark_exactly_the_spans(marks: list[tuple[int, int]]) -> None:
    spans = [A.span(start, min(start + length, 43)) for start, length in marks]
    runs = pieces(A.span(0, 43), spans)
    assert "".join(run.text for run in runs) == A.text[:43]
    marked = [run.marked for run in runs for _ in run.text]
    assert marked == [any(span.start <= at < span.end for span in spans) for at in range(43)]
    assert all(one.marked != other.marked for one, other in itertools.pairwise(runs))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://wartanusa.example/a?b=c&d=%22", True),
        ("HTTP://wartanusa.example/", True),
        ("https://münchen.example/ß", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("vbscript:x", False),
        ("//wartanusa.example/a", False),
        ("https:///a", False),
        ("https://[wartanusa", False),
        ('https://wartanusa.example/"onmouseover="x', False),
        ("https://wartanusa.example/\u2028", False),
        ("https://wartanusa.example/\ud800", False),
        ("berita/a.html", False),
        ("", False),
        (None, False),
    ],
)
def test_safe_url(url: str | None, kept: bool) -> None:
    assert safe_url(url) == (url if kept else None)


def test_printable_replaces_what_no_page_can_hold() -> None:
    assert printable("a\x00b\u2028c\ud800d\x85e\nf\tg") == "a\ufffdb\ufffdc\ufffdd\ufffde\nf\tg"
    assert printable(7) == 7
