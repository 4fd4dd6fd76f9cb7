"""Reported clauses: X mengatakan (bahwa) …; menurut X, …; …, kata X; … (menurut X)."""

from collections.abc import Sequence
from typing import NamedTuple

from rujuk.annotate.datelines import dateline_end
from rujuk.annotate.quote_marks import Quoted
from rujuk.annotate.reading import Reading, phrase_before, token_index
from rujuk.annotate.speakers import Memory, Speaker, resolved, speaker_after, speaker_before
from rujuk.annotate.tokens import Token, phrase_at

REACH = 14
"""Tokens between a verb of saying and its complementizer ("mengatakan kepada wartawan pada hari Jumat, bahwa")."""
MOST_TRIED = 4
"""Verbs of saying that are tried in one sentence, which bounds the work on a sentence of nothing else."""
MOST_CHAINED = 4
SHORTEST = 3
"""Words a reported clause has at least."""
FINAL = ".!?…,;:"
BREAKS = frozenset(';"”»-–—')
CLOSERS = "\"”’'»)]}"


class Report(NamedTuple):
    """A reported clause [start, end), the offsets of its cue, who says it, and whether it hangs on what was said before."""

    start: int
    end: int
    cue: tuple[int, int]
    speaker: Speaker
    chained: bool = False


def find_reports(
    reading: Reading,
    number: int,
    stretches: Sequence[Quoted],
    memory: Memory,
    first: int,
    said: Speaker | None,
) -> tuple[Report, ...]:
    """Return the reported clauses of a sentence from a token on; verbs inside quotation marks are not its verbs.

    `said` is who spoke earlier in the sentence: the subject of "seraya menambahkan …".
    """
    if reading.sentences[number].headline:
        return ()
    outside = _outside(reading.sentences[number].tokens, stretches)
    reports: list[Report] = []
    found = _after_verb(reading, number, outside, memory, first, said)
    while found and len(reports) < MOST_CHAINED:
        report, _ = found
        cut = _chain(reading, number, outside, report)
        reports.append(report if cut is None else _shortened(reading, number, report, cut))
        found = (
            _after_verb(reading, number, outside, memory, cut, report.speaker) if cut is not None else None
        )
    if reports:
        return tuple(reports)
    other = _according(reading, number, outside, memory, first) or _before_cue(
        reading, number, outside, memory, first
    )
    return (other,) if other else ()


def chained(reading: Reading, number: int, verb: int, said: Speaker | None) -> Speaker | None:
    """Return who spoke before in the sentence where a coordinator ties this verb to it ("seraya menambahkan")."""
    tokens, end = reading.sentences[number].tokens, verb
    while end > 0 and tokens[end - 1].lower in reading.cues.fillers:
        end -= 1
    return said if said and phrase_before(tokens, end, reading.cues.coordinators) else None


def _chain(reading: Reading, number: int, outside: Sequence[bool], report: Report) -> int | None:
    """Return where in a reported clause a coordinator and a verb of saying begin the next one ("dan mengatakan")."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    first, last = token_index(tokens, report.start), token_index(tokens, report.end)
    for index in range(first + SHORTEST, last - 1):
        length = phrase_at(tokens, index, cues.coordinators) if outside[index] else 0
        verb = index + length
        while length and verb < last and tokens[verb].lower in cues.fillers:
            verb += 1
        if length and verb < last and phrase_at(tokens, verb, cues.preceding):
            return index
    return None


def _shortened(reading: Reading, number: int, report: Report, cut: int) -> Report:
    """Return a report that ends before token `cut`."""
    tokens = reading.sentences[number].tokens
    while cut > 0 and tokens[cut - 1].text in FINAL:
        cut -= 1
    return report._replace(end=tokens[cut - 1].end)


def _outside(tokens: Sequence[Token], stretches: Sequence[Quoted]) -> list[bool]:
    """Return for each token whether it stands outside of quotation marks."""
    flags, place = [], 0
    for token in tokens:
        while place < len(stretches) and stretches[place].end <= token.start:
            place += 1
        flags.append(place >= len(stretches) or token.start < stretches[place].start)
    return flags


def _after_verb(
    reading: Reading, number: int, outside: Sequence[bool], memory: Memory, first: int, said: Speaker | None
) -> tuple[Report, int] | None:
    """Read "X mengatakan (kepada Y) (bahwa) …" at the first verb that has a subject and something said."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    tried = 0
    for verb in range(max(1, first), len(tokens)):
        if not outside[verb] or tried >= MOST_TRIED:
            continue
        free = phrase_at(tokens, verb, cues.preceding)
        length = free or phrase_at(tokens, verb, cues.with_complementizer)
        if not length or _is_false(reading, number, verb, length) or _is_blocked(reading, number, verb):
            continue
        tried += 1
        content = _said(reading, number, verb + length, needs_complementizer=not free)
        tied = chained(reading, number, verb, said)
        speaker = (tied or _subject(reading, number, verb, memory)) if content else None
        if content and speaker:
            cue = tokens[verb].start, tokens[verb + length - 1].end
            return Report(*content, cue, speaker, chained=tied is not None), verb + length
    return None


def _is_false(reading: Reading, number: int, verb: int, length: int) -> bool:
    """Return whether a longer phrase stands here in which the verb reports nothing, and no clause goes on from it.

    "menyampaikan hal itu seusai rapat" reports nothing, "menyatakan hal itu tidak benar" does.
    """
    tokens, cues = reading.sentences[number].tokens, reading.cues
    phrase = phrase_at(tokens, verb, cues.false_cues)
    after = verb + phrase
    if phrase <= length:
        return False
    return after >= len(tokens) or not tokens[after].is_word or tokens[after].lower not in cues.negations


def _is_blocked(reading: Reading, number: int, verb: int) -> bool:
    """Return whether a verb says nothing here: denied, planned, or in a clause that hangs on another ("yang menyebut")."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    before = tokens[verb - 1].lower
    return before in cues.negations or phrase_before(tokens, verb, cues.blockers) > 0


def _said(reading: Reading, number: int, index: int, *, needs_complementizer: bool) -> tuple[int, int] | None:
    """Return the offsets of what is said after a verb that ends before token `index`."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    reach = range(index, min(len(tokens), index + (REACH if not needs_complementizer else 5)))
    marker = next((place for place in reach if tokens[place].lower in cues.complementizers), None)
    if marker is not None and not _has_verb(reading, number, index, marker):
        return _content(reading, number, marker + 1)
    if needs_complementizer or index >= len(tokens):
        return None
    if tokens[index].lower in cues.addressees:
        comma = next((place for place in reach if tokens[place].text == ","), None)
        return _content(reading, number, comma + 1) if comma is not None else None
    return _content(reading, number, index)


def _has_verb(reading: Reading, number: int, first: int, last: int) -> bool:
    """Return whether these words hold a verb, by the pack's list or by its prefix."""
    prefixes, verbs = reading.pack.clauses.verb_prefixes, reading.pack.clauses.verbs
    return bool(prefixes) and any(
        token.lower in verbs
        or (token.text[0].islower() and len(token.text) > 6 and token.lower.startswith(prefixes))
        for token in reading.sentences[number].tokens[first:last]
    )


def _content(reading: Reading, number: int, first: int) -> tuple[int, int] | None:
    """Return the offsets of the reported clause from a token to the sentence's end, without its last mark."""
    tokens = reading.sentences[number].tokens
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
    if sum(token.is_word for token in tokens[first:last]) < SHORTEST:
        return None
    return tokens[first].start, tokens[last - 1].end


def _opens(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a closing mark at the end has its opening mark in the clause."""
    return any(token.text in "\"“‘'«([{" for token in tokens[first : last - 1])


def _before_relay(reading: Reading, number: int, first: int) -> int:
    """Return where a clause ends before ", seperti dikutip X" or ", menurut X"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for index in range(first + 1, len(tokens)):
        if tokens[index - 1].text == "," and (
            phrase_at(tokens, index, cues.relays) or phrase_at(tokens, index, cues.according)
        ):
            return index - 1
    return len(tokens)


def _subject(reading: Reading, number: int, verb: int, memory: Memory) -> Speaker | None:
    """Return who says it: the subject before the verb, or, after "seraya", "dan", who spoke last."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    end = verb
    while (
        end > 0
        and tokens[end - 1].lower in cues.fillers
        and tokens[end - 1].start not in reading.named[number]
    ):
        end -= 1
    first = _clause_start(tokens, end, reading)
    speaker = speaker_before(reading, number, first, end, memory) if first < end else None
    if speaker is None and first > 0:
        speaker = speaker_before(reading, number, 0, end, memory)
    return speaker


def _clause_start(tokens: Sequence[Token], end: int, reading: Reading) -> int:
    """Return where the clause of a verb begins: after a complementizer, a semicolon, or a closing mark."""
    for index in range(end - 1, -1, -1):
        if tokens[index].text in ';"”»' or tokens[index].lower in reading.cues.complementizers:
            return index + 1
    return 0


def _according(
    reading: Reading, number: int, outside: Sequence[bool], memory: Memory, start: int
) -> Report | None:
    """Read "Menurut X, …" and "…, menurut X"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for index in range(start, len(tokens)):
        length = phrase_at(tokens, index, cues.according) if outside[index] else 0
        bound = (
            tokens[index].lower.startswith(tuple(cues.according))
            and not length
            and _bound_suffix(reading, tokens[index])
        )
        if not (length or bound):
            continue
        cue = tokens[index].start, tokens[index + max(length, 1) - 1].end
        if bound:
            speaker, after = _bound(reading, number, index, memory), index + 1
        else:
            after = (
                index
                + length
                + (phrase_at(tokens, index + length, cues.reports) if index + length < len(tokens) else 0)
            )
            found = speaker_after(reading, number, after, memory) if after < len(tokens) else None
            if found is None:
                continue
            speaker, after = found, found.last
        content = _around(reading, number, index, after)
        if content:
            return Report(*content, cue, speaker)
    return None


def _bound_suffix(reading: Reading, token: Token) -> str:
    """Return the bound pronoun of a word like "menurutnya", or ""."""
    suffixes = reading.pack.speech.person_suffixes
    return next(
        (s for s in suffixes if token.lower.endswith(s) and token.lower[: -len(s)] in reading.cues.according),
        "",
    )


def _bound(reading: Reading, number: int, index: int, memory: Memory) -> Speaker:
    token = reading.sentences[number].tokens[index]
    start = token.end - len(_bound_suffix(reading, token))
    span = reading.article.span(start, token.end, reading.sentences[number].span.part)
    return Speaker(index, index + 1, resolved(span, memory), None, None, is_person=True)


def _around(reading: Reading, number: int, index: int, after: int) -> tuple[int, int] | None:
    """Return the clause that "menurut X" at tokens [index, after) belongs to: what follows it, else what precedes it."""
    tokens = reading.sentences[number].tokens
    comma = next(
        (place for place in range(after, min(len(tokens), after + REACH)) if tokens[place].text == ","), None
    )
    if comma is not None and index <= 2:
        return _content(reading, number, comma + 1)
    if index > 0 and tokens[index - 1].text == ",":
        return _main_clause(reading, number, index, after) or _until(reading, number, index - 1)
    follows = _content(reading, number, after)
    return follows if index > 2 and follows else _until(reading, number, index)


def _until(reading: Reading, number: int, end: int) -> tuple[int, int] | None:
    """Return the offsets from the sentence's beginning to a token."""
    tokens = reading.sentences[number].tokens
    while end > 0 and tokens[end - 1].text in FINAL:
        end -= 1
    first = _opening(reading, number)
    if sum(token.is_word for token in tokens[first:end]) < SHORTEST:
        return None
    return tokens[first].start, tokens[end - 1].end


def _opening(reading: Reading, number: int) -> int:
    """Return where a sentence's own words begin: after the dateline in the first one of the body."""
    sentence = reading.sentences[number]
    first = number == 0 and sentence.span.part == "body"
    return dateline_end(sentence.tokens) if first else 0


def _before_cue(
    reading: Reading, number: int, outside: Sequence[bool], memory: Memory, start: int
) -> Report | None:
    """Read "…, kata X", "…, ujarnya", "…, X melaporkan" after a comma."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for index in range(max(2, start), len(tokens)):
        if tokens[index - 1].text != "," or not (outside[index] and outside[index - 2]):
            continue
        if phrase_at(tokens, index, cues.false_cues):
            continue
        found = _after_comma(reading, number, index, memory)
        if found:
            return found
    return None


def _after_comma(reading: Reading, number: int, index: int, memory: Memory) -> Report | None:
    """Read the cue that stands at a token after a comma, with what is said before it, or around it."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    before = _until(reading, number, index - 1)
    bound = phrase_at(tokens, index, cues.following_pronouns)
    length = phrase_at(tokens, index, cues.following)
    if bound and before:
        cue = tokens[index].start, tokens[index + bound - 1].end
        return Report(*before, cue, _suffixed(reading, number, index + bound - 1, memory))
    if length and index + length < len(tokens):
        speaker = speaker_after(reading, number, index + length, memory)
        content = _main_clause(reading, number, index, speaker.last) or before if speaker else None
        if speaker and content:
            return Report(*content, (tokens[index].start, tokens[index + length - 1].end), speaker)
    return _closing(reading, number, index, before, memory) if before else None


def _main_clause(reading: Reading, number: int, cue: int, after: int) -> tuple[int, int] | None:
    """Return what is said around a cue in the middle, or None where it all stands before the cue.

    "Setelah …, kata X, …": what follows. "Hasil kajian itu, kata X, …": no verb before the cue, so all of the sentence.
    """
    tokens, cues = reading.sentences[number].tokens, reading.cues
    if after + 1 >= len(tokens) or tokens[after].text != "," or tokens[after + 1].lower in cues.stops:
        return None
    if phrase_at(tokens, after + 1, cues.coordinators):
        return None
    follows = _content(reading, number, after + 1)
    if follows and phrase_at(tokens, 0, cues.openings):
        return follows
    start = _opening(reading, number)
    return (tokens[start].start, follows[1]) if follows and not _has_verb(reading, number, 0, cue) else None


def _suffixed(reading: Reading, number: int, index: int, memory: Memory) -> Speaker:
    token = reading.sentences[number].tokens[index]
    suffix = next((s for s in reading.pack.speech.person_suffixes if token.lower.endswith(s)), token.lower)
    span = reading.article.span(token.end - len(suffix), token.end, reading.sentences[number].span.part)
    return Speaker(index, index + 1, resolved(span, memory), None, None, is_person=True)


def _closing(
    reading: Reading, number: int, index: int, content: tuple[int, int], memory: Memory
) -> Report | None:
    """Read "…, kantor berita TASS melaporkan." at the sentence's end."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for verb in range(index + 1, min(len(tokens), index + 12)):
        length = phrase_at(tokens, verb, cues.closing)
        if length and verb + length + 1 >= len(tokens):
            speaker = speaker_before(reading, number, index, verb, memory)
            return (
                Report(*content, (tokens[verb].start, tokens[verb + length - 1].end), speaker)
                if speaker
                else None
            )
    return None
