"""Reported clauses: X mengatakan (bahwa) …; menurut X, …; …, kata X; … (menurut X)."""

from collections.abc import Sequence

from rujuk.annotate.quote_marks import Quoted
from rujuk.annotate.reading import Reading, phrase_before, token_index
from rujuk.annotate.reported_clause import (
    FAR,
    FINAL,
    MOST_TRIED,
    REACH,
    Report,
    clause_has_verb,
    content_from,
)
from rujuk.annotate.reported_cues import according, before_cue, opening_of, passive
from rujuk.annotate.reported_views import called, judged, only_names
from rujuk.annotate.roles import Speaker, attribution
from rujuk.annotate.speakers import Memory, person_speaker, speaker_before
from rujuk.annotate.tokens import Token, phrase_at, run_before

MOST_CHAINED = 4
ADDRESSEE = 6
"""Tokens of somebody who is told to do something, before "untuk"."""
SHORTEST_CHAINED = 3
"""Words a reported clause has before a coordinator may begin the next one."""


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
        reports += _within(reading, number, outside, report) if cut is None else ()
        found = (
            _after_verb(reading, number, outside, memory, cut, report.speaker) if cut is not None else None
        )
    if reports:
        return tuple(each for each in reports if not only_names(reading, number, each, stretches))
    other = (
        passive(reading, number, outside, memory, first)
        or according(reading, number, outside, memory, first)
        or before_cue(reading, number, outside, memory, first)
        or called(reading, number, stretches, outside, memory, first)
        or judged(reading, number, stretches, outside, memory, first)
    )
    return (other,) if other else ()


def chained(reading: Reading, number: int, verb: int, said: Speaker | None) -> Speaker | None:
    """Return who spoke before in the sentence where a coordinator ties this verb to it ("seraya menambahkan")."""
    tokens = reading.sentences[number].tokens
    end = run_before(tokens, verb, reading.cues.fillers | reading.cues.pronouns)
    return said if said and phrase_before(tokens, end, reading.cues.coordinators) else None


def _chain(reading: Reading, number: int, outside: Sequence[bool], report: Report) -> int | None:
    """Return where in a reported clause a coordinator and a verb of saying begin the next one ("dan mengatakan")."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    first, last = token_index(tokens, report.start), token_index(tokens, report.end)
    for index in range(first + SHORTEST_CHAINED, last - 1):
        length = phrase_at(tokens, index, cues.coordinators) if outside[index] else 0
        verb = index + length
        while length and verb < last and tokens[verb].lower in cues.fillers | cues.pronouns:
            verb += 1
        if length and verb < last and phrase_at(tokens, verb, cues.preceding):
            return index
    return None


def _within(reading: Reading, number: int, outside: Sequence[bool], report: Report) -> tuple[Report, ...]:
    """Return what a relative clause in a reported one reports: "X bersyukur atas keterangan Y, yang menyebut bahwa …"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    first, last = token_index(tokens, report.start), token_index(tokens, report.end)
    for verb in range(first + 1, last - 1):
        length = phrase_at(tokens, verb, cues.preceding) if outside[verb] else 0
        content = _said(reading, number, verb + length, needs_complementizer=False) if length else None
        speaker = _relative(reading, number, verb) if content else None
        if content and speaker:
            return (
                Report(
                    *content,
                    (tokens[verb].start, tokens[verb + length - 1].end),
                    speaker,
                    chained=report.chained,
                ),
            )
    return ()


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
        bound = phrase_at(tokens, verb, cues.with_complementizer)
        length = free or bound
        if not length or _is_false(reading, number, verb, length) or _is_blocked(reading, number, verb):
            continue
        tried += 1
        content = _said(
            reading,
            number,
            verb + length,
            needs_complementizer=not free or (bound > 0 and not _pauses(tokens, verb + length)),
        )
        tied = chained(reading, number, verb, said)
        own = _relative(reading, number, verb) if content else None
        speaker = (tied or own or _subject(reading, number, verb, memory)) if content else None
        if content and speaker:
            cue = tokens[verb].start, tokens[verb + length - 1].end
            return Report(*content, cue, speaker, chained=tied is not None), verb + length
    return None


def _pauses(tokens: Sequence[Token], index: int) -> bool:
    """Return whether a comma or a colon stands here."""
    return index < len(tokens) and tokens[index].text in ",:"


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
    if before in cues.negations:
        return not phrase_at(tokens, verb, cues.denying)  # "tidak membantah bahwa …" grants it
    return phrase_before(tokens, verb, cues.blockers) > 0 and _relative(reading, number, verb) is None


def _relative(reading: Reading, number: int, verb: int) -> Speaker | None:
    """Return the person or body whom a relative clause right before the verb tells of: "Tirta, yang menyebut …"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    end = run_before(tokens, verb, cues.fillers)
    if end < 2 or tokens[end - 1].lower not in cues.relatives:
        return None
    end -= 2 if tokens[end - 2].text == "," else 1
    found = reading.between(number, tokens[max(0, end - 8)].start, tokens[end - 1].end) if end else ()
    if not found or found[-1].label == "LOC" or found[-1].span.end != tokens[end - 1].end:
        return None
    first = token_index(tokens, found[-1].span.start)
    if found[-1].label == "PER":
        return person_speaker(reading, number, max(0, first - 12), found[-1])
    return Speaker(first, end, attribution(reading, found[-1]), None, None, is_person=False)


def _said(reading: Reading, number: int, index: int, *, needs_complementizer: bool) -> tuple[int, int] | None:
    """Return the offsets of what is said after a verb that ends before token `index`."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    reach = range(index, min(len(tokens), index + (REACH if not needs_complementizer else 5)))
    marker = next((place for place in reach if tokens[place].lower in cues.complementizers), None)
    if marker is not None and not clause_has_verb(reading, number, index, marker):
        return content_from(reading, number, marker + 1)
    far = _far_marker(reading, number, index)
    if far is not None:
        return content_from(reading, number, far + 1)
    if index >= len(tokens) or (needs_complementizer and not _is_told_to(reading, number, index)):
        return None
    if tokens[index].lower in cues.addressees:
        comma = next((place for place in reach if tokens[place].text == ","), None)
        if comma is not None:
            return content_from(reading, number, comma + 1)
        return (
            content_from(reading, number, index)
            if clause_has_verb(reading, number, index, len(tokens))
            else None
        )
    if tokens[index].lower in cues.loose_complementizers:
        return content_from(reading, number, index + 1)
    if _is_only_described(reading, number, index):
        return None
    if tokens[index].lower in cues.nominals or _is_nominal(reading, tokens[index]):
        if _is_told_to(reading, number, index):
            return content_from(reading, number, index)
        return content_from(reading, number, index) if _has_predicate(reading, number, index) else None
    return content_from(reading, number, index)


def _is_told_to(reading: Reading, number: int, index: int) -> bool:
    """Return whether somebody is told to do what follows: "memerintahkan menterinya untuk …"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    if not phrase_before(tokens, index, cues.directives):
        return False
    ahead = tokens[index + 1 : index + ADDRESSEE]
    return any(token.lower in cues.goals for token in ahead)


def _is_only_described(reading: Reading, number: int, index: int) -> bool:
    """Return whether a noun with a relative clause is all that follows ("mengungkapkan hadiah yang diberikan kepada X")."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    if index + 1 >= len(tokens) or tokens[index + 1].lower not in cues.relatives:
        return False
    marks = cues.negations | frozenset(reading.pack.clauses.verbs) | cues.demonstratives
    return not any(token.lower in marks or token.text == "," for token in tokens[index + 2 :])


def _far_marker(reading: Reading, number: int, index: int) -> int | None:
    """Return the complementizer after a long phrase of whom, where or when: "menyampaikan dalam rapat yang …, bahwa"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    if index >= len(tokens) or tokens[index].lower not in cues.stops - cues.complementizers - cues.relatives:
        return None
    for place in range(index, min(len(tokens), index + FAR)):
        if tokens[place].lower in cues.complementizers and tokens[place - 1].text == ",":
            return place
    return None


def _is_nominal(reading: Reading, token: Token) -> bool:
    """Return whether a word is made a noun by a bound pronoun ("pentingnya"), so that it begins no clause."""
    exempt = reading.pack.clauses.verbs
    suffixes = reading.pack.speech.person_suffixes
    return (
        bool(suffixes)
        and token.lower.endswith(suffixes)
        and token.lower not in exempt
        and len(token.lower) > 6
    )


def _has_predicate(reading: Reading, number: int, first: int) -> bool:
    """Return whether a verb, a negation or a word of plan stands from here on, before a relative clause or a preposition."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    ends = cues.relatives | (cues.stops - cues.demonstratives - cues.negations)
    last = next((i for i in range(first, len(tokens)) if tokens[i].lower in ends), len(tokens))
    said = any(token.lower in cues.negations for token in tokens[first:last])
    return said or clause_has_verb(reading, number, first + 1, last)


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
    opening = opening_of(reading, number)
    first = max(opening, _clause_start(tokens, end, reading))
    speaker = speaker_before(reading, number, first, end, memory) if first < end else None
    if speaker is None and opening < first:
        speaker = speaker_before(reading, number, opening, end, memory)
    return speaker


def _clause_start(tokens: Sequence[Token], end: int, reading: Reading) -> int:
    """Return where the clause of a verb begins: after a complementizer, a semicolon, or a closing mark."""
    for index in range(end - 1, -1, -1):
        if tokens[index].text in ';"”»' or tokens[index].lower in reading.cues.complementizers:
            return index + 1
    return 0
