"""Reported clauses by a cue beside them: Menurut X, …; …, kata X; …, ujarnya; Dijelaskan X, bahwa …."""

from collections.abc import Sequence

from rujuk.annotate.datelines import dateline_end
from rujuk.annotate.reading import Reading
from rujuk.annotate.reported_clause import (
    CLOSERS,
    FAR,
    FINAL,
    OPENERS,
    REACH,
    SHORTEST,
    Report,
    clause_has_verb,
    content_from,
)
from rujuk.annotate.roles import Speaker
from rujuk.annotate.speakers import Memory, resolved, speaker_after, speaker_before
from rujuk.annotate.tokens import Token, phrase_at

DASHES = frozenset("–—")
PAUSES = DASHES | {",", "-"}
"""A lone hyphen stands for a dash in many reports, but is none where a dash gives direct words: it begins lists too."""
WHEN = 4
"""Tokens of a day behind the last verb of a sentence, with its mark."""
MARK_REACH = 600
"""Characters before a sentence in which the opening mark of a closing one in it is looked for: several sentences."""


def passive(
    reading: Reading, number: int, outside: Sequence[bool], memory: Memory, start: int
) -> Report | None:
    """Read "Dijelaskan (oleh) X, bahwa …"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for index in range(start, len(tokens) - 2):
        length = phrase_at(tokens, index, cues.introducing) if outside[index] else 0
        after = index + length
        marker = next(
            (
                i
                for i in range(after, min(len(tokens), after + FAR))
                if tokens[i].lower in cues.complementizers
            ),
            None,
        )
        if not length or marker is None:
            continue
        while after + 1 < marker and tokens[after].lower in cues.relay_fillers:
            after += 1
        speaker = speaker_after(reading, number, after, memory) if after < marker else None
        content = content_from(reading, number, marker + 1)
        if speaker and content and speaker.last <= marker:
            return Report(*content, (tokens[index].start, tokens[index + length - 1].end), speaker)
    return None


def according(
    reading: Reading, number: int, outside: Sequence[bool], memory: Memory, start: int
) -> Report | None:
    """Read "Menurut X, …" and "…, menurut X"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for index in range(start, len(tokens)):
        length = _accords(reading, number, index) if outside[index] else 0
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


def _accords(reading: Reading, number: int, index: int) -> int:
    """Return how many tokens "menurut" takes here, or at a sentence's beginning a cue that else follows ("Kata X, …")."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    length = phrase_at(tokens, index, cues.according) or (
        phrase_at(tokens, 0, cues.as_said) if not index else 0
    )
    if index and phrase_at(tokens, index, cues.referring) and tokens[index - 1].text not in PAUSES:
        return 0  # "percakapan itu mengacu pada wasit"
    length = length or _relays_nameless(reading, number, index)
    if length or index or len(tokens) < 2 or phrase_at(tokens, 0, cues.false_cues):
        return length
    return phrase_at(tokens, 0, cues.following) if tokens[1].is_capital else 0


def _relays_nameless(reading: Reading, number: int, index: int) -> int:
    """Return how many tokens words of taking have here before media without a name ("dikutip media setempat"), which then speak."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    length = phrase_at(tokens, index, cues.relays)
    after = index + length
    while length and after < len(tokens) and tokens[after].lower in cues.relay_fillers:
        named = phrase_at(tokens, after, cues.nameless_media)
        if named:
            last = after + named
            return after - index if last == len(tokens) or not tokens[last].is_capital else 0
        after += 1
    return 0


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
        return content_from(reading, number, comma + 1)
    if index > 0 and tokens[index - 1].text in PAUSES:
        return _main_clause(reading, number, index, after) or _until(reading, number, index - 1)
    follows = content_from(reading, number, after)
    return follows if index > 2 and follows else _until(reading, number, index)


def _until(reading: Reading, number: int, end: int) -> tuple[int, int] | None:
    """Return the offsets from the sentence's beginning to a token."""
    tokens = reading.sentences[number].tokens
    while end > 0 and (
        tokens[end - 1].text in FINAL or (tokens[end - 1].text in CLOSERS and not _opened(tokens, end))
    ):
        end -= 1
    if end > 1 and tokens[end - 1].lower in reading.cues.summing and tokens[end - 2].text in FINAL:
        end -= 2
    first = opening_of(reading, number)
    while first < end and tokens[first].text in DASHES:
        first += 1
    if sum(token.is_word for token in tokens[first:end]) < SHORTEST:
        return None
    return tokens[first].start, tokens[end - 1].end


def _opened(tokens: Sequence[Token], end: int) -> bool:
    """Return whether a closing mark before a token may have its opening one before it in the sentence."""
    return any(token.text in OPENERS for token in tokens[: end - 1])


def opening_of(reading: Reading, number: int) -> int:
    """Return where a sentence's own words begin: after the dateline in the first one of the body."""
    sentence = reading.sentences[number]
    first = number == 0 and sentence.span.part == "body"
    end = dateline_end(sentence.tokens) if first else 0
    return 0 if _is_remark(reading, number, end) else end


def _is_remark(reading: Reading, number: int, after: int) -> bool:
    """Return whether a cue goes on right after the dash of a dateline: "Bandara — ujar X — …" has none."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    if not 0 < after < len(tokens) or tokens[after].is_capital:
        return False
    return any(phrase_at(tokens, after, each) for each in (cues.following, cues.according))


def before_cue(
    reading: Reading, number: int, outside: Sequence[bool], memory: Memory, start: int
) -> Report | None:
    """Read "…, kata X", "…, ujarnya", "…, X melaporkan" after a comma or a dash."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for index in range(max(2, start), len(tokens)):
        # a closing mark whose opening one is missing: "Air surut," kata X
        stray = int(tokens[index - 1].text in CLOSERS and index > 2 and not _opened_before(reading, number))
        pause = index - 1 - stray
        if tokens[pause].text not in PAUSES or not (outside[index] and outside[pause - 1]):
            continue
        if phrase_at(tokens, index, cues.false_cues):
            continue
        found = _after_comma(reading, number, index, memory)
        if found:
            dashed = tokens[pause].text in DASHES or tokens[0].text in DASHES
            around = found.end > tokens[index].start  # "— kata X —" parts the outlet's own sentence
            return found._replace(dashed=not around and (dashed or bool(stray)))
    return None


def _opened_before(reading: Reading, number: int) -> bool:
    """Return whether a mark stands in the same paragraph, not far before a sentence: it may open what is said there."""
    span = reading.sentences[number].span
    text = reading.article.part_text(span.part)[max(0, span.start - MARK_REACH) : span.start]
    return any(mark in text.rpartition("\n")[2] for mark in CLOSERS + OPENERS)


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
    if after + 1 >= len(tokens) or not _closes(tokens, cue, after):
        return None
    if tokens[after].text == "," and tokens[after + 1].lower in cues.stops:
        return None
    if phrase_at(tokens, after + 1, cues.coordinators):
        return None
    dashed = tokens[after].text != ","  # behind a comma a day may stand: "…, kata X, Senin"
    opened = phrase_at(tokens, 0, cues.openings) > 0
    follows = content_from(reading, number, after + 1, 1 if dashed and not opened else SHORTEST)
    if follows and opened:
        return follows
    start = opening_of(reading, number)
    return (
        (tokens[start].start, follows[1])
        if follows and not clause_has_verb(reading, number, 0, cue)
        else None
    )


def _closes(tokens: Sequence[Token], cue: int, after: int) -> bool:
    """Return whether the pause after a cue's speaker is the one before the cue: "…, kata X, …", "… — kata X — …"."""
    return tokens[after].text == "," or {tokens[after].text, tokens[cue - 1].text} <= DASHES | {"-"}


def _suffixed(reading: Reading, number: int, index: int, memory: Memory) -> Speaker:
    token = reading.sentences[number].tokens[index]
    suffix = next((s for s in reading.pack.speech.person_suffixes if token.lower.endswith(s)), token.lower)
    span = reading.article.span(token.end - len(suffix), token.end, reading.sentences[number].span.part)
    return Speaker(index, index + 1, resolved(span, memory), None, None, is_person=True)


def _nearly_ends(tokens: Sequence[Token], index: int, stops: frozenset[str]) -> bool:
    """Return whether a sentence ends here, or after a few words of when ("TASS melaporkan pada Senin.")."""
    rest = len(tokens) - index
    return rest <= 1 or (rest <= WHEN and tokens[index].lower in stops and tokens[index + 1].is_capital)


def _closing(
    reading: Reading, number: int, index: int, content: tuple[int, int], memory: Memory
) -> Report | None:
    """Read "…, kantor berita TASS melaporkan." at the sentence's end."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    for verb in range(index + 1, min(len(tokens), index + 12)):
        length = phrase_at(tokens, verb, cues.closing)
        if length and _nearly_ends(tokens, verb + length, cues.stops):
            speaker = speaker_before(reading, number, index, verb, memory)
            return (
                Report(*content, (tokens[verb].start, tokens[verb + length - 1].end), speaker)
                if speaker
                else None
            )
    return None
