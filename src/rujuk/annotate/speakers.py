"""Who says it: the noun phrase before or after a verb of saying, as speaker, role and affiliation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rujuk.annotate.coreference import salient
from rujuk.annotate.openings import opens_a_sentence, past_openings
from rujuk.annotate.owned import owned_speaker
from rujuk.annotate.reading import Reading, phrase_before, token_index
from rujuk.annotate.roles import (
    Speaker,
    attribution,
    body_after,
    has_verb,
    part_span,
    role_after,
    role_before,
    role_up_to_body,
)
from rujuk.annotate.tokens import phrase_at
from rujuk.model.annotations import Attribution, Mention
from rujuk.model.text import Span

LONGEST = 28
"""Tokens after a cue in which its speaker is looked for; the longest role in June 2025 news that was read has 19."""

NICKNAME_REACH = 5
"""Tokens after "yang" within which a nickname stands ("yang akrab disapa …"); further on it is another clause's name."""


@dataclass(slots=True)
class Memory:
    """Who was named or spoke last, in reading order: what a pronoun stands for; which body; and who holds which office."""

    speaker: Attribution | None = None
    body: Attribution | None = None
    subject: Attribution | None = None
    offices: Mapping[str, Attribution] = field(default_factory=dict)

    def antecedent(self, *, subject: bool) -> Attribution | None:
        """Return the person a pronoun most likely stands for.

        A pronoun that is a subject takes up the subject before it; one inside a cue ("ujarnya", "kata dia") who spoke last.
        """
        first, second = (self.subject, self.speaker) if subject else (self.speaker, self.subject)
        return first or second


def speaker_after(reading: Reading, number: int, first: int, memory: Memory) -> Speaker | None:
    """Return the speaker whose noun phrase begins at a token of sentence `number`, after a cue ("kata …")."""
    tokens = reading.sentences[number].tokens
    if first + 1 < len(tokens) and tokens[first].text == "@" and tokens[first].end == tokens[first + 1].start:
        return _handle(reading, number, first)
    report = phrase_at(tokens, first, reading.cues.reports)
    if report and first + report < len(tokens):
        named = tokens[first + report].start in reading.named[number]
        first += report if named or phrase_at(tokens, first + report, reading.cues.agency_heads) else 0
    last = _phrase_end(reading, number, first)
    if first >= last:
        return None
    lead = _pronoun(reading, number, first, memory, subject=False)
    found = lead or _named(reading, number, first, last)
    if found:
        return found
    nameless = unnamed(reading, number, first, min(last, first + 8), memory)
    return _called(reading, number, nameless) if nameless else None


def _called(reading: Reading, number: int, unnamed: Speaker) -> Speaker:
    """Return the person whom a relative clause names ("pria yang akrab disapa Dodi"), else the speaker as it is."""
    tokens = reading.sentences[number].tokens
    if unnamed.last >= len(tokens) or tokens[unnamed.last].lower not in reading.cues.relatives:
        return unnamed
    ahead = tokens[unnamed.last + 1 : unnamed.last + NICKNAME_REACH]
    named = next((token for token in ahead if reading.named[number].get(token.start)), None)
    mentions = reading.between(number, named.start, named.start + 200) if named else ()
    if not mentions:
        return unnamed
    last = token_index(tokens, mentions[0].span.end)
    return Speaker(
        unnamed.first, last, attribution(reading, mentions[0]), unnamed.speaker, None, is_person=True
    )


def _handle(reading: Reading, number: int, first: int) -> Speaker:
    """Return the account "@name" as a speaker."""
    tokens, part = reading.sentences[number].tokens, reading.sentences[number].span.part
    span = part_span(reading, part, tokens[first].start, tokens[first + 1].end)
    return Speaker(first, first + 2, Attribution(span, None, span.text), None, None, is_person=False)


def _phrase_end(reading: Reading, number: int, first: int) -> int:
    """Return where the noun phrase after a cue ends: at a stop word or mark, but not inside a name or before one is found."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    inside = reading.named[number]
    found = False
    index = first
    while index < min(len(tokens), first + LONGEST):
        token = tokens[index]
        if token.start in inside:
            found = found or inside[token.start]
        elif token.text == ",":
            if found or index == first or not _goes_on(reading, number, first, index + 1):
                break
        elif (
            token.text == "."
            and index > first
            and len(tokens[index - 1].text) <= 3
            and index + 1 < len(tokens)
        ):
            pass
        elif token.lower in cues.stops or not (token.is_word or token.text in "()/&"):
            break
        index += 1
    return index


def _goes_on(reading: Reading, number: int, first: int, index: int) -> bool:
    """Return whether a name follows a comma at once: "kata Camat Sembada, Rukmana Adiputra"; a body's only if none stands before."""
    tokens = reading.sentences[number].tokens
    if index >= len(tokens) or not tokens[index].is_capital:
        return False
    if reading.named[number].get(tokens[index].start, False) or phrase_at(
        tokens, index, reading.cues.announcers
    ):
        return True
    bodies = [
        m for m in reading.between(number, tokens[first].start, tokens[index].end + 40) if m.label == "ORG"
    ]
    return bool(bodies) and bodies[0].span.start == tokens[index].start


def speaker_before(reading: Reading, number: int, first: int, verb: int, memory: Memory) -> Speaker | None:
    """Return the subject among tokens [first, verb) of a sentence, before a verb of saying."""
    first = past_openings(reading, number, first, verb)
    if first >= verb:
        return None
    coordinated = _coordinated(reading, number, first, verb) or _enclosed(reading, number, first, verb)
    coordinated = coordinated or _apposed(reading, number, first, verb)
    if coordinated:
        return coordinated
    lead = _pronoun(reading, number, first, memory, subject=True)
    if lead:
        return lead
    named = _named(reading, number, first, verb)
    headed = named is not None and (named.first == first or _begins_with_noun(reading, number, first))
    tied = phrase_before(reading.sentences[number].tokens, verb, reading.cues.coordinators) > 0
    if named and not tied and _governs_other(reading, number, named.last, verb, headed=headed):
        return _adjacent(reading, number, verb)
    named = named or _adjacent(reading, number, verb, only_person=True)
    return named or unnamed(reading, number, first, min(verb, first + 12), memory)


def _governs_other(reading: Reading, number: int, after: int, verb: int, *, headed: bool) -> bool:
    """Return whether another verb stands between a subject and the verb, with no clause mark: the subject is that verb's.

    A clause word is such a mark only where the phrase is `headed` by the name or a title: "kunjungan Kim sejak pandemi
    mendorong X mengatakan" has another subject.
    """
    between = reading.sentences[number].tokens[after:verb]
    if any(not token.is_word or (headed and token.lower in reading.cues.stops) for token in between):
        return False
    return has_verb(reading, number, after, verb)


def _coordinated(reading: Reading, number: int, first: int, verb: int) -> Speaker | None:
    """Return the subject of a clause that a coordinator adds: "A saling menyapa dan Wali Kota B mengatakan"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    place = next((i for i in range(verb - 1, first, -1) if phrase_at(tokens, i, cues.coordinators)), None)
    if place is None or not has_verb(reading, number, first, place):
        return None
    subject = _adjacent(reading, number, verb)
    return subject if subject and subject.first == place + 1 else None


def _enclosed(reading: Reading, number: int, first: int, verb: int) -> Speaker | None:
    """Return the person between commas right before the verb: "seorang penumpang yang selamat, Sarinah (34), menuturkan"."""
    tokens = reading.sentences[number].tokens
    end = verb
    while end > first and not tokens[end - 1].is_word:
        end -= 1
    if end == verb or tokens[verb - 1].text != ",":
        return None
    if tokens[end - 1].text.isdigit() and end - 2 > first and tokens[end - 2].text == "(":
        end -= 2
    found = reading.between(number, tokens[max(first, end - 8)].start, tokens[end - 1].end)
    if not found or found[-1].label != "PER" or found[-1].span.end != tokens[end - 1].end:
        return None
    place = token_index(tokens, found[-1].span.start)
    if (
        place - 2 < first
        or tokens[place - 1].text != ","
        or reading.named[number].get(tokens[place - 2].start)
    ):
        return None
    opened = (i + 1 for i in range(place - 2, first, -1) if tokens[i].text == ",")
    start = next((i for i in opened if phrase_at(tokens, i, reading.cues.offices)), first)
    begin = next((i for i in range(start, place) if tokens[i].is_word), start)
    part = reading.sentences[number].span.part
    span = part_span(reading, part, tokens[begin].start, tokens[place - 2].end)
    bodies = [item for item in reading.between(number, span.start, span.end) if item.label != "PER"]
    affiliation = attribution(reading, bodies[-1]) if bodies else None
    role = role_up_to_body(reading, number, begin, place - 1, bodies)
    return Speaker(begin, place + 1, attribution(reading, found[-1]), role, affiliation, is_person=True)


def _apposed(reading: Reading, number: int, first: int, verb: int) -> Speaker | None:
    """Return who is named in a word or two that nothing reads as a name, by the noun for a speaker behind: "Takdir, sopir truk, mengatakan"."""
    tokens = reading.sentences[number].tokens
    end = next((i for i in range(first, min(verb, first + 3)) if not tokens[i].text[:1].isupper()), first)
    role = range(end + 1, verb - 1)
    if end == first or len(role) == 0 or any(tokens[i].text != "," for i in (end, verb - 1)):
        return None
    if opens_a_sentence(reading, tokens[first].lower):
        return None
    held = reading.between(number, tokens[first].start, tokens[verb - 1].end)
    if any(item.label == "PER" or item.span.start < tokens[end].start for item in held):
        return None
    if not phrase_at(tokens, role[0], reading.cues.speaker_nouns) or not all(tokens[i].is_word for i in role):
        return None
    part = reading.sentences[number].span.part
    name, given = (
        part_span(reading, part, tokens[a].start, tokens[b].end)
        for a, b in ((first, end - 1), (role[0], role[-1]))
    )
    said_by = Attribution(name, None, name.text)
    return Speaker(first, verb - 1, said_by, Attribution(given, None, given.text), None, is_person=True)


def _adjacent(reading: Reading, number: int, verb: int, *, only_person: bool = False) -> Speaker | None:
    """Return the mention that ends right before the verb as its subject, unless a preposition governs it."""
    tokens = reading.sentences[number].tokens
    found = reading.between(number, tokens[max(0, verb - 12)].start, tokens[verb - 1].end)
    if not found or found[-1].span.end != tokens[verb - 1].end:
        return None
    if only_person and found[-1].label == "LOC":
        return None
    first = token_index(tokens, found[-1].span.start)
    before = tokens[first - 1].lower if first else ""
    owned = found[-1].label != "PER" and phrase_before(tokens, first, reading.cues.speaker_nouns)
    if before in reading.cues.stops or owned:
        return None
    if found[-1].label == "PER":
        return person_speaker(reading, number, max(0, verb - 12), found[-1])
    return Speaker(first, verb, attribution(reading, found[-1]), None, None, is_person=False)


def _pronoun(reading: Reading, number: int, index: int, memory: Memory, *, subject: bool) -> Speaker | None:
    token = reading.sentences[number].tokens[index]
    if token.lower not in reading.cues.pronouns:
        return None
    span = part_span(reading, reading.sentences[number].span.part, token.start, token.end)
    known = memory.antecedent(subject=subject) is not None
    found = None if known else salient(reading, number, span)
    stands_for = found or resolved(span, memory, subject=subject)
    return Speaker(index, index + 1, stands_for, None, None, is_person=True)


def resolved(span: Span, memory: Memory, *, subject: bool = False) -> Attribution:
    """Return the attribution of a pronoun at a span: who it stands for, where that is known."""
    found = memory.antecedent(subject=subject)
    return Attribution(span, found.entity if found else None, found.name if found else span.text)


def _named(reading: Reading, number: int, first: int, last: int) -> Speaker | None:
    """Return the first person named among these tokens, else the first body, else the first place, as the speaker."""
    tokens = reading.sentences[number].tokens
    start, end = tokens[first].start, tokens[last - 1].end
    found = reading.between(number, start, end)
    people = [item for item in found if item.label == "PER" and _is_head(reading, number, first, item)]
    person = _last_of_run(reading, number, people) if people else None
    if person is not None:
        return person_speaker(reading, number, first, person)
    if _begins_with_noun(reading, number, first):
        return None
    kinds = ("ORG",) if phrase_at(tokens, first, reading.cues.agency_heads) else ("ORG", "LOC")
    for label in kinds:
        body = next(
            (item for item in found if item.label == label and _is_head(reading, number, first, item)), None
        )
        if body is not None:
            place = token_index(tokens, body.span.start)
            return Speaker(
                place,
                token_index(tokens, body.span.end),
                attribution(reading, body),
                None,
                None,
                is_person=False,
            )
    return None


def _last_of_run(reading: Reading, number: int, people: Sequence[Mention]) -> Mention:
    """Return the last name that no comma and no coordinator before an office parts from the first: those before it are words of a role."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    last = people[0]
    for person in people[1:]:
        between = range(token_index(tokens, last.span.end), token_index(tokens, person.span.start))
        parted = any(
            tokens[i].text == ","
            or (phrase_at(tokens, i, cues.coordinators) and _is_other(reading, number, i + 1))
            for i in between
        )
        if parted:
            break
        last = person
    return last


def _is_other(reading: Reading, number: int, index: int) -> bool:
    """Return whether another person begins here: a name, or an office."""
    tokens = reading.sentences[number].tokens
    return (
        bool(reading.named[number].get(tokens[index].start))
        or phrase_at(tokens, index, reading.cues.offices) > 0
    )


def _begins_with_noun(reading: Reading, number: int, first: int) -> bool:
    """Return whether a noun of persons heads the phrase ("juru bicara Kremlin"), so that no body in it is the speaker."""
    tokens = reading.sentences[number].tokens
    token = tokens[first]
    heads = phrase_at(tokens, first, reading.cues.agency_heads)
    if heads or token.start in reading.named[number]:
        return False
    return (
        phrase_at(tokens, first, reading.cues.speaker_nouns) > 0
        or phrase_at(tokens, first, reading.cues.announcers) > 0
    )


def _is_head(reading: Reading, number: int, first: int, mention: Mention) -> bool:
    """Return whether a mention may be the subject: no preposition between the phrase's beginning and it."""
    tokens = reading.sentences[number].tokens
    place = token_index(tokens, mention.span.start)
    between = tokens[first:place]
    return not any(token.lower in reading.cues.stops for token in between) or place == first


def person_speaker(reading: Reading, number: int, first: int, person: Mention) -> Speaker:
    """Return a person as speaker, with the role that the words from token `first` on or those after the name give."""
    owned = owned_speaker(reading, number, person)
    if owned is not None:
        return owned
    tokens = reading.sentences[number].tokens
    speaker = attribution(reading, person)
    place, after = token_index(tokens, person.span.start), token_index(tokens, person.span.end)
    role, affiliation = role_before(reading, number, first, place)
    begin = token_index(tokens, min(item.span.start for item in (role, affiliation, speaker) if item))
    if role is None:
        role, affiliation, after = role_after(reading, number, after, affiliation)
    if role is None and affiliation is None:
        affiliation, after = body_after(reading, number, after)
    return Speaker(begin, after, speaker, role, affiliation, is_person=True)


def unnamed(reading: Reading, number: int, first: int, last: int, memory: Memory) -> Speaker | None:
    """Return a speaker who is not named: "polisi", "juru bicara kementerian itu", "mereka"; "perwira itu" takes up a name."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    part = reading.sentences[number].span.part
    announced = phrase_at(tokens, first, cues.announcers) > 0
    if tokens[first].lower in cues.plural_pronouns:
        last = first + 1
    elif not (
        announced or phrase_at(tokens, first, cues.speaker_nouns) or phrase_at(tokens, first, cues.body_nouns)
    ):
        return None
    end = first
    while (
        end < last
        and tokens[end].is_word
        and (end == first or tokens[end].lower not in cues.stops - cues.demonstratives)
    ):
        end += 1
    while end > first + 1 and tokens[end - 1].lower in cues.fillers:
        end -= 1
    end = max(end, first + 1)
    span = part_span(reading, part, tokens[first].start, tokens[end - 1].end)
    taken_up = tokens[end - 1].lower in cues.demonstratives
    if taken_up and memory.body and phrase_at(tokens, first, cues.body_nouns) == end - first - 1:
        body = Attribution(span, memory.body.entity, memory.body.name)
        return Speaker(first, end, body, None, None, is_person=False)
    found = (
        memory.antecedent(subject=True)
        if announced and taken_up
        else memory.offices.get(span.text.casefold())
    )
    if found:
        return Speaker(first, end, Attribution(span, found.entity, found.name), None, None, is_person=True)
    return Speaker(first, end, Attribution(span, None, span.text), None, None, is_person=False)
