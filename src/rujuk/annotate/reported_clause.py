"""A reported clause: what it is made of, where it ends, and whether words hold a verb."""

from collections.abc import Sequence
from typing import NamedTuple

from rujuk.annotate.reading import Reading
from rujuk.annotate.roles import Speaker
from rujuk.annotate.tokens import Token, phrase_at

REACH = 14
"""Tokens between a verb of saying and its complementizer ("mengatakan kepada wartawan pada hari Jumat, bahwa")."""
FAR = 30
"""The same after a phrase that begins with a preposition, where a comma stands before the complementizer."""
MOST_TRIED = 4
"""Verbs of one kind that are tried in one sentence, which bounds the work on a sentence of nothing else."""
SHORTEST = 3
"""Words a reported clause has at least; one behind a complementizer ("bahwa warga pulang") may have one less."""
FINAL = ".!?…,;:-–—"
PAUSES = frozenset(",-–—")
OPENERS = "\"“‘'«([{"
CLOSERS = "\"”’'»)]}"


class Report(NamedTuple):
    """A reported clause [start, end), the offsets of its cue, who says it, whether it hangs on what was said before.

    `dashed`: a dash before the clause or its cue gives it as the speaker's own words ("— Air surut, kata X").
    """

    start: int
    end: int
    cue: tuple[int, int]
    speaker: Speaker
    chained: bool = False
    dashed: bool = False


def clause_has_verb(reading: Reading, number: int, first: int, last: int) -> bool:
    """Return whether these words hold a verb, by the pack's list or by its prefix."""
    prefixes, verbs = reading.pack.clauses.verb_prefixes, reading.pack.clauses.verbs
    return bool(prefixes) and any(
        token.lower in verbs
        or (token.text[0].islower() and len(token.text) > 6 and token.lower.startswith(prefixes))
        for token in reading.sentences[number].tokens[first:last]
    )


def content_from(reading: Reading, number: int, first: int, least: int = SHORTEST) -> tuple[int, int] | None:
    """Return the offsets of the reported clause from a token to the sentence's end, without its last mark.

    None where it has fewer than `least` words; one less is enough behind a complementizer.
    """
    tokens = reading.sentences[number].tokens
    marked = first > 0 and tokens[first - 1].lower in reading.cues.complementizers
    while first < len(tokens) and tokens[first].text in ",:":
        first += 1
    last = _before_relay(reading, number, first)
    while last > first and tokens[last - 1].text in FINAL:
        last -= 1
    if (
        last > first + 1
        and tokens[last - 1].text in CLOSERS
        and tokens[last - 2].text in FINAL
        and not _opens(tokens, first, last)
    ):
        last -= 2
    if sum(token.is_word for token in tokens[first:last]) < least - marked:
        return None
    return tokens[first].start, tokens[last - 1].end


def _opens(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a closing mark at the end has its opening mark in the clause."""
    return any(token.text in OPENERS for token in tokens[first : last - 1])


def _before_relay(reading: Reading, number: int, first: int) -> int:
    """Return where a clause ends before ", seperti dikutip X", ", menurut X" or a remark ("– merujuk pada …")."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for index in range(first + 1, len(tokens)):
        if tokens[index - 1].text in PAUSES and (
            phrase_at(tokens, index, cues.relays) or phrase_at(tokens, index, cues.according)
        ):
            return index - 1
    return len(tokens)
