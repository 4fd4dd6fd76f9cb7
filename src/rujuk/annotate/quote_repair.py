"""Quoted stretches without a closing mark: cut before a cue of saying, or joined over paragraphs that each begin with a mark."""

from collections.abc import Sequence

from rujuk.annotate.quote_marks import Quoted
from rujuk.annotate.reading import Reading
from rujuk.annotate.tokens import Token, phrase_at

BEFORE_CUE = frozenset(",?!")


def repaired(reading: Reading, numbers: Sequence[int], stretches: Sequence[Quoted]) -> list[Quoted]:
    """Return the stretches in order, those that no mark closes ended where their words do.

    `numbers` are the sentences of the part. A paragraph that is quoted to its end ends before a cue with its speaker
    ("“Air surut, kata X."); else it is joined to the quotation that begins the next one: each paragraph of a long quotation
    opens with a mark, the last alone closes.
    """
    found: list[Quoted] = []
    text = reading.article.part_text(reading.sentences[numbers[0]].span.part)
    place, joined = 0, 1
    for each in stretches:
        while reading.sentences[numbers[place]].span.end <= each.start:
            place += 1
        cut = None if each.closed else _cue_within(reading, numbers, place, each)
        own = each if cut is None else Quoted(each.start, cut, each.inner_start, cut, closed=False)
        before = found[-1] if found else None
        open_ended = before is not None and not before.closed and text[before.end : before.end + 1] in "\r\n"
        if before and open_ended and text[before.end : own.start].isspace():
            joined += 1
            if joined <= reading.pack.speech.quote_paragraphs:
                found[-1] = Quoted(before.start, own.end, before.inner_start, own.inner_end, own.closed)
                continue
        joined = 1
        found.append(own)
    return found


def _cue_within(reading: Reading, numbers: Sequence[int], place: int, each: Quoted) -> int | None:
    """Return where the words end that a cue inside a stretch gives as somebody's, None without such a cue."""
    while place < len(numbers) and reading.sentences[numbers[place]].span.start < each.end:
        tokens = reading.sentences[numbers[place]].tokens
        for index in range(1, len(tokens) - 1):
            inside = tokens[index].start > each.inner_start and tokens[index - 1].text in BEFORE_CUE
            if inside and _is_cue(reading, tokens, index):
                return tokens[index - 1].end
        place += 1
    return None


def _is_cue(reading: Reading, tokens: Sequence[Token], index: int) -> bool:
    """Return whether a cue that follows the words stands here, with a name, a noun of speakers or a pronoun behind or in it."""
    cues = reading.cues
    if phrase_at(tokens, index, cues.false_cues):
        return False
    if phrase_at(tokens, index, cues.following_pronouns):
        return True
    after = index + phrase_at(tokens, index, cues.following)
    if after == index or after >= len(tokens):
        return False
    named = tokens[after].is_capital or tokens[after].lower in cues.pronouns
    return named or phrase_at(tokens, after, cues.speaker_nouns) > 0
