"""What somebody calls a thing or gives as a reason: "yang diklaim X sebagai …", "X memuji Y karena “…”"."""

from collections.abc import Iterator, Sequence
from itertools import islice

from rujuk.annotate.quote_marks import Quoted
from rujuk.annotate.reading import Phrases, Reading, token_index
from rujuk.annotate.reported_clause import FINAL, MOST_TRIED, Report, clause_has_verb, content_from
from rujuk.annotate.reported_cues import opening_of
from rujuk.annotate.speakers import Memory, speaker_after, speaker_before
from rujuk.annotate.tokens import Token, phrase_at, run_before

FAR = 12
"""Tokens between a passive of naming and "sebagai", in which its speaker stands."""
LONGEST_THING = 5
"""Tokens of what is called something in marks ("jembatan gantung di desa itu")."""
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
    for verb in _verbs(tokens, range(start, len(tokens) - 2), outside, cues.naming):
        length = phrase_at(tokens, verb, cues.naming)
        first = verb + length
        marker = next(
            (i for i in range(first, min(len(tokens), first + FAR)) if tokens[i].lower in cues.as_what), None
        )
        if marker is None or marker == first:
            continue
        while first + 1 < marker and tokens[first].lower in cues.relay_fillers:
            first += 1
        speaker = speaker_after(reading, number, first, memory)
        content = _named_thing(reading, number, marker + 1, stretches) if speaker else None
        if speaker and content and speaker.last <= marker:
            return Report(*content, (tokens[verb].start, tokens[verb + length - 1].end), speaker)
    return None


def _verbs(
    tokens: Sequence[Token], places: range, outside: Sequence[bool], phrases: Phrases
) -> Iterator[int]:
    """Yield where the first few of these verbs stand outside of marks."""
    found = (verb for verb in places if outside[verb] and phrase_at(tokens, verb, phrases))
    return islice(found, MOST_TRIED)


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
    while (
        last < len(tokens)
        and tokens[last].text not in FINAL
        and tokens[last].lower not in cues.demonstratives
    ):
        last += 1
    return (tokens[first].start, tokens[last - 1].end) if last > first + 1 else None


def only_names(reading: Reading, number: int, report: Report, stretches: Sequence[Quoted]) -> bool:
    """Return whether all that is reported is what a thing is called: "menyebut jembatan itu “Jembatan Goyang”" says nothing of it.

    Before the marks stands a short phrase without a predicate, and each word in them has a capital, as only names have.
    """
    tokens, cues = reading.sentences[number].tokens, reading.cues
    stretch = next((each for each in stretches if report.start < each.start and each.end >= report.end), None)
    if stretch is None:
        return False
    first, opening = token_index(tokens, report.start), token_index(tokens, stretch.start)
    named = [token for token in tokens[opening:] if token.end <= stretch.end and token.is_word]
    said = any(token.lower in cues.negations | cues.fillers for token in tokens[first:opening])
    return (
        opening - first <= LONGEST_THING
        and len(named) > 1
        and all(token.is_capital for token in named)
        and not said
        and not clause_has_verb(reading, number, first, opening)
    )


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
    for verb in _verbs(tokens, range(max(1, start), len(tokens) - 2), outside, cues.judging):
        length = phrase_at(tokens, verb, cues.judging)
        if tokens[verb - 1].lower in cues.negations:
            continue
        reason = _reason(tokens, verb + length, outside, cues.reasons)
        content = content_from(reading, number, reason) if reason else None
        if content is None or not any(
            content[0] <= each.start and each.end <= content[1] for each in stretches
        ):
            continue
        end, opening = run_before(tokens, verb, cues.fillers), opening_of(reading, number)
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
