"""What somebody calls a thing or gives as a reason: "yang diklaim X sebagai …", "X memuji Y karena “…”"."""

from collections.abc import Sequence

from rujuk.annotate.quote_marks import Quoted
from rujuk.annotate.reading import Reading
from rujuk.annotate.reported_clause import FINAL, Report, content_from
from rujuk.annotate.reported_cues import opening_of
from rujuk.annotate.speakers import Memory, speaker_after, speaker_before
from rujuk.annotate.tokens import Token, phrase_at

FAR = 12
"""Tokens between a passive of naming and "sebagai", in which its speaker stands."""
REASON_REACH = 20
"""Tokens between a verb of judging and the word that begins its reason."""


def called(
    reading: Reading,
    number: int,
    stretches: Sequence[Quoted],
    outside: Sequence[bool],
    memory: Memory,
    start: int,
) -> Report | None:
    """Read "yang diklaim (oleh) X sebagai …", up to the words in marks, or to a demonstrative or mark that ends the phrase."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for verb in range(start, len(tokens) - 2):
        length = phrase_at(tokens, verb, cues.naming) if outside[verb] else 0
        first = verb + length
        marker = next(
            (i for i in range(first, min(len(tokens), first + FAR)) if tokens[i].lower in cues.as_what), None
        )
        if not length or marker is None or marker == first:
            continue
        while first + 1 < marker and tokens[first].lower in cues.relay_fillers:
            first += 1
        speaker = speaker_after(reading, number, first, memory)
        content = _named_thing(reading, number, marker + 1, stretches) if speaker else None
        if speaker and content and speaker.last <= marker:
            return Report(*content, (tokens[verb].start, tokens[verb + length - 1].end), speaker)
    return None


def _named_thing(
    reading: Reading, number: int, first: int, stretches: Sequence[Quoted]
) -> tuple[int, int] | None:
    """Return the offsets of what a thing is called: the words in marks there, else the noun phrase."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    if first >= len(tokens):
        return None
    marked = next((each for each in stretches if each.start == tokens[first].start), None)
    if marked is not None:
        return marked.start, marked.end
    last = first
    while last < len(tokens) and tokens[last].text not in FINAL and tokens[last].lower not in cues.demonstratives:
        last += 1
    return (tokens[first].start, tokens[last - 1].end) if last > first + 1 else None


def judged(
    reading: Reading,
    number: int,
    stretches: Sequence[Quoted],
    outside: Sequence[bool],
    memory: Memory,
    start: int,
) -> Report | None:
    """Read "X memuji Y karena “…”": the reason, where some of it stands in marks; else it is the outlet's own telling."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for verb in range(max(1, start), len(tokens) - 2):
        length = phrase_at(tokens, verb, cues.judging) if outside[verb] else 0
        if not length or tokens[verb - 1].lower in cues.negations:
            continue
        reason = _reason(tokens, verb + length, outside, cues.reasons)
        content = content_from(reading, number, reason) if reason else None
        if content is None or not any(content[0] <= each.start and each.end <= content[1] for each in stretches):
            continue
        end = verb
        while end > 0 and tokens[end - 1].lower in cues.fillers:
            end -= 1
        opening = opening_of(reading, number)
        speaker = speaker_before(reading, number, opening, end, memory) if opening < end else None
        if speaker:
            return Report(*content, (tokens[verb].start, tokens[verb + length - 1].end), speaker)
    return None


def _reason(
    tokens: Sequence[Token], first: int, outside: Sequence[bool], reasons: frozenset[str]
) -> int | None:
    """Return the token behind the word that begins a reason, None where a mark of the sentence comes first."""
    for index in range(first, min(len(tokens) - 1, first + REASON_REACH)):
        if outside[index] and tokens[index].lower in reasons:
            return index + 1
        if outside[index] and tokens[index].text in ".;:?!":
            return None
    return None
