"""Speakers who are told by whose they are, and English offices and bodies whose place stands before them."""

import pytest

from annotate.reader import read


def said(text: str) -> list[tuple[str, str | None]]:
    """Return the speaker and the role of each quotation of an English text."""
    found = read(text, language="en").quotations
    return [(item.speaker.name, item.role.span.text if item.role else None) for item in found if item.speaker]


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("Robert Crane's sister said the bridge was closed.", "Robert Crane's sister", None),
        ('"The bridge was closed," Robert Crane’s next door neighbor said.', "Robert Crane’s next door neighbor", None),
        ('"The bridge was closed," said Anna Williams\' mother.', "Anna Williams' mother", None),
        ('"The bridge was closed," said Robert Crane’s cousin, Mary Bright.', "Mary Bright", "Robert Crane’s cousin"),
        ('"The bridge was closed," Robert Crane said.', "Robert Crane", None),
        ("Robert Crane's said the bridge was closed.", "Robert Crane", None),
        ('"The bridge was closed," said Robert Crane, a Harlow police spokesman.', "Robert Crane", "police spokesman"),
        ('"The bridge was closed," Sgt. Robert Crane said.', "Robert Crane", "Sgt"),
        ('"The bridge was closed," Dr. Robert Crane said.', "Robert Crane", None),
    ],
    ids=[
        "kin", "several words", "an apostrophe alone", "a name behind a comma", "nothing owned", "nothing behind",
        "an office behind an article", "a rank cut short", "an honorific",
    ],
)  # fmt: skip
def test_who_speaks(text: str, speaker: str, role: str | None) -> None:
    assert said(text) == [(speaker, role)]


def test_whom_she_takes_up_after_words_of_kin() -> None:
    text = '"The bridge was closed," Robert Crane\'s sister said. "We were afraid," she said.'
    assert [name for name, _ in said(text)] == ["Robert Crane's sister"] * 2
