"""Words given as somebody's by the layout alone: "Kim: …", "Tanya: …" and "Jawab: …", "“…” — Kim"."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rujuk.annotate.reading import Reading, token_index
from rujuk.annotate.reported_clause import clause_has_verb
from rujuk.annotate.roles import Speaker, attribution
from rujuk.annotate.speakers import Memory, person_speaker, unnamed
from rujuk.annotate.tokens import phrase_at
from rujuk.model.annotations import Attribution
from rujuk.model.text import Part

LONGEST_LABEL = 16
"""Tokens before the colon of a turn; a role and a name take no more in June 2025 news."""
LONGEST_NAME = 2
"""Words of a name before a colon that no list or label knows."""
SHORTEST_TURN = 3
"""Words of a turn of somebody named, so that "Kapten: Budi" and scores are none."""
SHORTEST_VERB = 6
"""Letters of a word with a verb's prefix in a title, where capitals tell no names, that has more than them."""
LEAST_LABELLED = 2
"""Turns with a label alone ("Tanya") that make an interview."""
DASHES = frozenset("-–—")
STOPS = frozenset('.?!…"”’')


class Turn(NamedTuple):
    """A turn of a conversation: who speaks, and the offsets of what is said up to the line's end; a title's words may be the outlet's."""

    speaker: Speaker
    start: int
    end: int
    own_words: bool = True


def find_turns(reading: Reading, numbers: Sequence[int], part: Part, memory: Memory) -> Mapping[int, Turn]:
    """Return the turns by the sentence that each begins in: those of somebody named or in office, and labelled ones of an interview."""
    named, labelled = dict[int, Turn](), dict[int, Turn]()
    text = reading.article.part_text(part)
    for number in numbers:
        colon = _colon(reading, number, text)
        if colon is None:
            continue
        label = _label(reading, number, colon)
        speaker = (
            label
            or speaker_of_line(reading, number, colon, memory)
            or _unknown_before(reading, number, colon)
        )
        turn = _turn(reading, number, colon, speaker, text) if speaker else None
        if turn is not None and (label or _is_said(reading, number, colon, turn, text)):
            (labelled if label else named)[number] = turn
    return {**named, **labelled} if len(labelled) >= LEAST_LABELLED else named


def _colon(reading: Reading, number: int, text: str) -> int | None:
    """Return where a sentence that opens a line has its first colon, near its beginning and with more behind it."""
    sentence = reading.sentences[number]
    start = sentence.span.start
    if start and "\n" not in text[max(0, start - 4) : start].replace("\r", "\n"):
        return None
    tokens = sentence.tokens[:LONGEST_LABEL]
    colon = next((i for i, token in enumerate(tokens) if token.text == ":"), 0)
    return colon if 0 < colon < len(sentence.tokens) - 1 else None


def _label(reading: Reading, number: int, colon: int) -> Speaker | None:
    """Return the asker or the answerer of an interview, nobody named."""
    tokens, part = reading.sentences[number].tokens, reading.sentences[number].span.part
    if phrase_at(tokens, 0, reading.cues.turn_labels) != colon:
        return None
    span = reading.article.span(tokens[0].start, tokens[colon - 1].end, part)
    return Speaker(0, colon, Attribution(span, None, span.text), None, None, is_person=False)


def named_before(reading: Reading, number: int, colon: int) -> Speaker | None:
    """Return the person whose name, with what is in brackets behind it, ends at the colon, and begins the line but for a role."""
    tokens = reading.sentences[number].tokens
    end = colon
    if tokens[end - 1].text == ")":
        end = next((i for i in range(end - 1, 0, -1) if tokens[i].text == "("), end)
    found = reading.between(number, tokens[0].start, tokens[end - 1].end)
    if not found or found[-1].label != "PER" or found[-1].span.end != tokens[end - 1].end:
        return None
    speaker = person_speaker(reading, number, 0, found[-1])
    return speaker if speaker.first == 0 else None


def speaker_of_line(reading: Reading, number: int, colon: int, memory: Memory) -> Speaker | None:
    """Return who speaks in a line by what stands before its colon: somebody named, a body, or somebody in office ("Polisi: …")."""
    return (
        named_before(reading, number, colon)
        or _body_before(reading, number, colon)
        or _office_before(reading, number, colon, memory)
    )


def _body_before(reading: Reading, number: int, colon: int) -> Speaker | None:
    """Return the body that speaks publicly, known by its name or by what its name begins with ("BMKG: …")."""
    tokens = reading.sentences[number].tokens
    found = reading.between(number, tokens[0].start, tokens[colon - 1].end)
    if len(found) != 1 or (found[0].span.start, found[0].span.end) != (
        tokens[0].start,
        tokens[colon - 1].end,
    ):
        return None
    body = attribution(reading, found[0])
    listed = {body.name, body.span.text}.intersection(reading.pack.speech.official_bodies)
    known = listed or phrase_at(tokens, 0, reading.cues.bodies)
    return Speaker(0, colon, body, None, None, is_person=False) if known and found[0].label == "ORG" else None


def _office_before(reading: Reading, number: int, colon: int, memory: Memory) -> Speaker | None:
    """Return who is given by an office or a noun alone, or with the field, the place or the body that belongs to it."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    length = phrase_at(tokens, 0, cues.speaker_nouns) or phrase_at(tokens, 0, cues.offices)
    if not 0 < length <= colon or tokens[0].lower in reading.pack.speech.headings:
        return None
    index = length
    while index < colon:
        of_it = phrase_at(tokens, index, cues.fields) or int(tokens[index].start in reading.named[number])
        if not of_it:
            return None
        index += of_it
    return unnamed(reading, number, 0, colon, memory) if index == colon else None


def _unknown_before(reading: Reading, number: int, colon: int) -> Speaker | None:
    """Return who has a name that nothing else tells ("Bagas: Kami pulang."), where what follows is said in the first person."""
    sentence, cues = reading.sentences[number], reading.cues
    tokens = sentence.tokens
    if colon > LONGEST_NAME or reading.between(number, tokens[0].start, tokens[colon].start):
        return None
    name = all(
        token.is_capital and token.text.isalpha() and token.lower not in cues.headings
        for token in tokens[:colon]
    )
    own = any(token.lower in cues.first_persons for token in tokens[colon + 1 :])
    if not (name and own) or any(phrase_at(tokens, i, cues.documents) for i in range(colon)):
        return None
    span = reading.article.span(tokens[0].start, tokens[colon - 1].end, sentence.span.part)
    return Speaker(0, colon, Attribution(span, None, span.text), None, None, is_person=False)


def _turn(reading: Reading, number: int, colon: int, speaker: Speaker, text: str) -> Turn | None:
    """Return the turn from behind the colon to the line's end, unless it is in quotation marks."""
    first = reading.sentences[number].tokens[colon + 1]
    marks = {char for pair in reading.pack.words.quote_pairs for char in pair}
    if first.text in marks:
        return None
    end = text.find("\n", first.start)
    said = text[first.start : end if end >= 0 else len(text)].rstrip()
    tokens, cues = reading.sentences[number].tokens[colon + 1 :], reading.cues
    own = reading.sentences[number].span.part != "title" or any(
        token.lower in cues.first_persons for token in tokens
    )
    return Turn(speaker, first.start, first.start + len(said), own) if said else None


def _is_said(reading: Reading, number: int, colon: int, turn: Turn, text: str) -> bool:
    """Return whether the words of somebody are a sentence, with a capital, a predicate, and a mark at its end but in a title."""
    sentence = reading.sentences[number]
    words = sum(token.is_word for token in sentence.tokens[colon + 1 :])
    titled = sentence.span.part == "title"
    ends = titled or (text[turn.end - 1] in STOPS and not sentence.headline)
    whole = text[turn.start].isupper() and ends
    return whole and words >= SHORTEST_TURN and _predicates(reading, number, colon + 1)


def _predicates(reading: Reading, number: int, first: int) -> bool:
    """Return whether the words from a token on say something: a verb, "I", a negation, or a word that stands before a predicate."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    if clause_has_verb(reading, number, first, len(tokens)):
        return True
    prefixes, titled = reading.pack.clauses.verb_prefixes, reading.sentences[number].span.part == "title"
    words = cues.first_persons | cues.negations | cues.fillers
    return any(
        token.lower in words
        or (
            titled and bool(prefixes) and len(token.text) > SHORTEST_VERB and token.lower.startswith(prefixes)
        )
        for token in tokens[first:]
    )


def signed(reading: Reading, number: int, index: int) -> Speaker | None:
    """Return the person whose name, after a dash, signs a quotation and ends its sentence: "“…” — Kim"."""
    tokens = reading.sentences[number].tokens
    if index == 0 or index >= len(tokens) or tokens[index - 1].text not in DASHES:
        return None
    found = reading.between(number, tokens[index].start, tokens[-1].end)
    person = next((item for item in found if item.label == "PER"), None)
    if person is None:
        return None
    speaker = person_speaker(reading, number, index, person)
    rest = tokens[token_index(tokens, person.span.end) :]
    ends = not rest or rest[0].text in ",.(" or speaker.last >= len(tokens)
    return speaker if speaker.first == index and ends else None
