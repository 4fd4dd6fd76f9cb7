"""Example sentences with marked spans: "<speaker>Budi</speaker> berkata" -> the text and each span's offsets."""

import re
from typing import NamedTuple

TAG = re.compile(r"<(/?)([a-z]+(?:_\d+)?)>")


class Marked(NamedTuple):
    """A marked stretch of an example: its tag, offsets in the bare text, and the characters there."""

    tag: str
    start: int
    end: int
    text: str


def parse(example: str) -> tuple[str, tuple[Marked, ...]]:
    """Return the example without its tags, and the marked spans in order of their beginnings; tags may nest."""
    text, place, open_tags, found = "", 0, [], []
    for match in TAG.finditer(example):
        text += example[place : match.start()]
        place = match.end()
        if not match.group(1):
            open_tags.append((match.group(2), len(text)))
            continue
        tag, start = open_tags.pop()
        assert tag == match.group(2), f"</{match.group(2)}> closes <{tag}> in {example!r}"
        found.append(Marked(tag, start, len(text), text[start:]))
    assert not open_tags, f"<{open_tags[-1][0]}> is not closed in {example!r}"
    return text + example[place:], tuple(sorted(found, key=lambda item: (item.start, -item.end)))


def marked(example: str, *tags: str) -> set[tuple[str, str]]:
    """Return the tags and texts of the marked spans, of some tags only where they are given."""
    return {(item.tag, item.text) for item in parse(example)[1] if not tags or item.tag in tags}
