"""The dateline that opens a report: "SEMBADA, KABAR SEMBADA – …"; the place is a name, the outlet is none."""

from collections.abc import Sequence

from rujuk.annotate.name_reader import Name, Reader, span_text
from rujuk.annotate.tokens import Token

REACH = 14
"""Tokens within which a dateline's dash stands; the longest that was read in June 2025 news has nine before it."""
DASHES = frozenset("-–—")


def dateline_end(tokens: Sequence[Token]) -> int:
    """Return the index after the dash of a dateline, or 0 where a line begins with none."""
    dash = next((i for i, token in enumerate(tokens[:REACH]) if token.text in DASHES), 0)
    words = [token for token in tokens[:dash] if token.is_word]
    return dash + 1 if words and all(_fits(token) for token in words) else 0


def read_dateline(reader: Reader, own: str) -> None:
    """Move the reader past a dateline, if the sentence begins with one, and add its places."""
    body = dateline_end(reader.tokens)
    segments = _segments(reader.tokens[: max(0, body - 1)])
    if not segments:
        return
    places = _without_outlet(reader, segments, own)
    if len(segments) == 1 and not (
        reader.tokens[0].text.isupper() or places != segments or _is_place(reader, 0)
    ):
        return
    for first, last in places:
        start, end = reader.tokens[first].start, reader.tokens[last - 1].end
        text = span_text(reader.span, start, end)
        reader.names.append(Name(reader.span.part, start, end, text, "LOC", None, sure=True))
    reader.index = body


def _fits(token: Token) -> bool:
    return token.is_capital or token.text[0].isdigit() or "." in token.text


def _segments(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the stretches of words between marks, as token indexes."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    for index in range(len(tokens) + 1):
        inside = index < len(tokens) and tokens[index].is_word and not tokens[index].text[0].isdigit()
        if inside and first is None:
            first = index
        elif not inside and first is not None:
            found.append((first, index))
            first = None
    return found


def _without_outlet(reader: Reader, segments: Sequence[tuple[int, int]], own: str) -> list[tuple[int, int]]:
    """Return the segments that are places: not the outlet's name or domain; of several unknown ones all but the last."""
    left = [item for item in segments if not _is_outlet(reader, item, own)]
    if len(left) == len(segments) > 1 and not _is_place(reader, left[-1][0]):
        left.pop()
    return left


def _is_outlet(reader: Reader, segment: tuple[int, int], own: str) -> bool:
    first, last = segment
    text = span_text(reader.span, reader.tokens[first].start, reader.tokens[last - 1].end)
    known = reader.lexicon.known_at(reader.tokens, first)
    listed = known is not None and known[1] == "ORG" and known[0] == last - first
    return listed or text.casefold() == own.casefold() or (last - first == 1 and "." in text)


def _is_place(reader: Reader, index: int) -> bool:
    known = reader.lexicon.known_at(reader.tokens, index)
    return known is not None and known[1] == "LOC"
