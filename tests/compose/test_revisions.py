"""What a later version changed: sentences that are gone, sentences that are new, none that only moved."""

from dataclasses import replace

import pytest

from builders import article, document
from rujuk.compose.revisions import revisions
from rujuk.model.annotations import Document

FIRST = ("Tujuh orang hilang.", "Feri itu tua.", "Pencarian dilanjutkan.")


def version(name: str, *sentences: str, revises: str | None = None) -> Document:
    own = replace(article(name, "\n".join(sentences)), revises=revises)
    spans, start = [], 0
    for text in sentences:
        spans.append(own.span(start, start + len(text)))
        start += len(text) + 1
    return document(own, sentences=tuple(spans))


@pytest.mark.parametrize(
    ("later", "gone", "new"),
    [
        (FIRST, [], []),
        (FIRST[::-1], [], []),
        (("TUJUH orang hilang!", *FIRST[1:]), [], []),
        (("Sembilan orang hilang.", *FIRST[1:]), ["Tujuh orang hilang."], ["Sembilan orang hilang."]),
        (FIRST[:2], ["Pencarian dilanjutkan."], []),
        ((*FIRST, "Feri itu tua."), [], ["Feri itu tua."]),
    ],
    ids=["same", "moved", "letters and marks", "a number", "taken back", "said again"],
)
def test_what_a_version_changed(later: tuple[str, ...], gone: list[str], new: list[str]) -> None:
    (found,) = revisions((version("a", *FIRST), version("b", *later, revises="a")))
    assert (found.earlier, found.later) == ("a", "b")
    assert [span.text for span in found.gone] == gone
    assert [span.text for span in found.new] == new


def test_a_language_without_a_pack_is_compared_by_lines() -> None:
    plain = [
        replace(item, sentences=()) for item in (version("a", *FIRST), version("b", *FIRST[1:], revises="a"))
    ]
    (found,) = revisions(plain)
    assert [span.text for span in found.gone] == [FIRST[0]]


def test_a_version_that_is_elsewhere_is_not_compared() -> None:
    assert revisions((version("b", *FIRST, revises="a"),)) == ()
