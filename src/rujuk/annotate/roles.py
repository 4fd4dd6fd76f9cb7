"""A speaker's role and affiliation: the words before a name, or after it between commas."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rujuk.annotate.reading import Reading, phrase_before, token_index
from rujuk.annotate.tokens import Token, phrase_at, tokenize
from rujuk.model.annotations import Attribution, Mention
from rujuk.model.text import Part, Span

DASHES = frozenset("-–")
LONGEST_ROLE = 28
"""Tokens before a name in which its role begins; the longest that was read in June 2025 news has 19."""


LONGEST_FIELD = 5
"""Tokens between an article and the office behind it, the article counted."""


class Introduction(NamedTuple):
    """The role and the affiliation that an article gives a person."""

    role: Attribution | None
    affiliation: Attribution | None


class Speaker(NamedTuple):
    """A speaker's noun phrase: tokens [first, last) of its sentence, and what it names."""

    first: int
    last: int
    speaker: Attribution
    role: Attribution | None
    affiliation: Attribution | None
    is_person: bool


def attribution(reading: Reading, mention: Mention) -> Attribution:
    """Return a mention as an attribution, under its entity's full name."""
    return Attribution(mention.span, mention.entity, reading.name_of(mention))


def part_span(reading: Reading, part: Part, start: int, end: int) -> Span:
    """Return the span of a part of the article."""
    return reading.article.span(start, end, part)


def role_up_to_body(
    reading: Reading, number: int, begin: int, end: int, bodies: Sequence[Mention]
) -> Attribution | None:
    """Return the words of a role up to the body that it belongs to."""
    tokens, part = reading.sentences[number].tokens, reading.sentences[number].span.part
    end = token_index(tokens, bodies[0].span.start) if bodies else end
    if begin >= end or not tokens[end - 1].is_word:
        return None
    span = part_span(reading, part, tokens[begin].start, tokens[end - 1].end)
    return Attribution(span, None, span.text)


def role_after(
    reading: Reading, number: int, index: int, affiliation: Attribution | None
) -> tuple[Attribution | None, Attribution | None, int]:
    """Return role and affiliation that follow a name between commas, and where they end."""
    tokens, part = reading.sentences[number].tokens, reading.sentences[number].span.part
    if index + 1 >= len(tokens) or tokens[index].text != ",":
        return None, affiliation, index
    begin, after = index, index + 1
    if tokens[after].lower in reading.cues.relatives:
        after += 1
        while after + 1 < len(tokens) and tokens[after].lower in reading.cues.fillers:
            after += 1
    after = _past_article(reading, number, after)
    if after >= len(tokens) or not phrase_at(tokens, after, reading.cues.offices):
        return None, affiliation, index
    index = after - 1
    end = after
    while (
        end < len(tokens)
        and (tokens[end].is_word or tokens[end].text in "()")
        and tokens[end].lower not in reading.cues.stops
    ):
        end += 1
    if has_verb(reading, number, after, end) or _goes_on(reading, number, after, end):
        return None, affiliation, begin
    start_at, end_at = tokens[index + 1].start, tokens[end - 1].end
    bodies = [mention for mention in reading.between(number, start_at, end_at) if mention.label != "PER"]
    if bodies and bodies[0].span.start > start_at:
        affiliation = attribution(reading, bodies[0])
        end_at = tokens[max(index + 1, token_index(tokens, bodies[0].span.start) - 1)].end
    span = part_span(reading, part, start_at, end_at)
    return Attribution(span, None, span.text), affiliation, end


def _past_article(reading: Reading, number: int, index: int) -> int:
    """Return where the office begins behind an article and the fields before it ("a Harlow police spokesman"), else the index as it is."""
    tokens = reading.sentences[number].tokens
    if index >= len(tokens) or tokens[index].lower not in reading.pack.names.articles:
        return index
    for at in range(index + 1, min(len(tokens), index + LONGEST_FIELD)):
        if phrase_at(tokens, at, reading.cues.offices):
            return at
        if not tokens[at].is_word or tokens[at].lower in reading.cues.stops:
            break
    return index


def body_after(reading: Reading, number: int, index: int) -> tuple[Attribution | None, int]:
    """Return the body that follows a name after a word of belonging, and where it ends: "kata X dari Koalisi Sembada"."""
    tokens = reading.sentences[number].tokens
    if index + 1 >= len(tokens) or tokens[index].lower not in reading.cues.belonging:
        return None, index
    found = reading.between(number, tokens[index + 1].start, tokens[index + 1].start + 200)
    if not found or found[0].label != "ORG" or found[0].span.start != tokens[index + 1].start:
        return None, index
    return attribution(reading, found[0]), token_index(tokens, found[0].span.end)


def _goes_on(reading: Reading, number: int, first: int, last: int) -> bool:
    """Return whether words behind a name are a clause of their own: "kata X, pemerintah juga harus …"."""
    tokens, cues = reading.sentences[number].tokens, reading.cues
    return any(token.lower in cues.fillers | cues.negations for token in tokens[first + 1 : last])


def role_before(
    reading: Reading, number: int, first: int, place: int
) -> tuple[Attribution | None, Attribution | None]:
    """Return role and affiliation of the words before a person's name, from token `first` on.

    The role begins at the first office in the run of capitals, offices and their fields that ends at the name; the
    affiliation is the body or place in it, with all that follows up to the name.
    """
    tokens = reading.sentences[number].tokens
    begin = _run_begin(reading, number, first, place)
    head = next((i for i in range(begin, place) if phrase_at(tokens, i, reading.cues.offices)), None)
    if head is None:
        head = next((i for i in range(begin, place) if phrase_at(tokens, i, reading.cues.titles)), None)
        return (None if head is None else _stretch(reading, number, head, place)), None
    return _parted(reading, number, head, _without_title(reading, number, head, place))


def _run_begin(reading: Reading, number: int, first: int, place: int) -> int:
    """Return where the run before a name begins that may be its role: capitals, numbers, brackets, offices, fields.

    Commas are part of it in a list of fields ("Menteri Desa, Daerah, dan Pulau"), but not of offices.
    """
    tokens, cues = reading.sentences[number].tokens, reading.cues
    comma = place - 1 > first and tokens[place - 1].text == ","
    if comma and all(
        reading.named[number].get(token.start) for token in tokens[max(first, place - 3) : place - 1]
    ):
        return place
    begin = place - 1 if comma else place
    listing = False
    while begin > first and place - begin < LONGEST_ROLE:
        token = tokens[begin - 1]
        tables = (cues.offices, cues.fields, cues.body_nouns)
        length = next((size for table in tables if (size := phrase_before(tokens, begin, table))), 0)
        listing = listing or tokens[begin].lower in cues.joints
        listed = listing and token.text == "," and not phrase_at(tokens, begin, cues.offices)
        numbered = token.text in DASHES and tokens[begin].text[0].isdigit()
        if not (
            length
            or listed
            or numbered
            or _may_hold(reading, token)
            or _abbreviates(reading, number, begin - 1)
        ):
            break
        if reading.named[number].get(token.start) and phrase_at(tokens, begin, cues.coordinators):
            break
        begin -= max(1, length)
    return max(first, begin)


def _abbreviates(reading: Reading, number: int, index: int) -> bool:
    """Return whether a token is the full stop of a rank ("Lt. Retno"); one behind an honorific begins no role ("Dr.")."""
    tokens = reading.sentences[number].tokens
    return tokens[index].text == "." and phrase_before(tokens, index, reading.cues.ranks) > 0


def _may_hold(reading: Reading, token: Token) -> bool:
    return (
        token.text[0].isupper()
        or token.text[0].isdigit()
        or token.text in "()/&"
        or token.lower in reading.cues.joints
    )


def _without_title(reading: Reading, number: int, head: int, place: int) -> int:
    """Return where the words before a name end without a comma and the rank or title that belongs to the name."""
    tokens, end = reading.sentences[number].tokens, place
    while end > head + 1:
        length = phrase_before(tokens, end, reading.cues.titles)
        if end - length <= head or not (length or tokens[end - 1].text == "," or tokens[end - 1].text == "."):
            break
        end -= max(1, length)
    return end


def _parted(
    reading: Reading, number: int, head: int, end: int
) -> tuple[Attribution | None, Attribution | None]:
    """Return the words [head, end) as a role and the body or place that it ends with."""
    tokens = reading.sentences[number].tokens
    after = head + max(1, phrase_at(tokens, head, reading.cues.offices))
    inside = reading.between(number, tokens[after].start, tokens[end - 1].end) if after < end else ()
    end = _before_other_name(tokens, end, inside)
    inside = tuple(item for item in inside if item.span.end <= tokens[end - 1].end)
    place = _body(reading, number, after, end, inside)
    if place is not None:
        named = next(
            (item for item in inside if item.label == "ORG" and item.span.start >= tokens[place].start), None
        )
        span = _stretch(reading, number, place, end).span
        entity, name = (named.entity, reading.name_of(named)) if named else (None, span.text)
        return _stretch(reading, number, head, place), Attribution(span, entity, name)
    if inside and inside[-1].label == "LOC":
        start = token_index(tokens, inside[-1].span.start)
        return _stretch(reading, number, head, start), attribution(reading, inside[-1])
    return _stretch(reading, number, head, end), None


def _before_other_name(tokens: Sequence[Token], end: int, inside: Sequence[Mention]) -> int:
    """Return where a role ends before a person whose other name, with a title at most, a bracket holds: "Menteri Desa Wirya Utama (Gus Iwir)"."""
    for item in inside:
        behind = token_index(tokens, item.span.end)
        if item.label == "PER" and behind < len(tokens) and tokens[behind].text == "(" and end - behind <= 2:
            return token_index(tokens, item.span.start)
    return end


def _body(reading: Reading, number: int, after: int, end: int, inside: Sequence[Mention]) -> int | None:
    """Return where the body begins that a role belongs to: a unit right after the office is part of the role.

    "Kepala Departemen Epidemiologi Universitas Sembada" is of the university, "Kepala Dinas Kesehatan" of the department.
    """
    tokens = reading.sentences[number].tokens
    countries = [item.span for item in inside if item.label == "LOC"]
    heads = [
        i
        for i in range(after, end)
        if tokens[i].is_capital
        and (phrase_at(tokens, i, reading.cues.bodies) or phrase_at(tokens, i, reading.cues.body_nouns))
        and not any(span.start < tokens[i].start < span.end for span in countries)
    ]
    named = [token_index(tokens, item.span.start) for item in inside if item.label == "ORG"]
    offices = reading.cues.offices
    places = [
        i for i in sorted({*heads, *named}) if tokens[i - 1].text != "(" and not phrase_at(tokens, i, offices)
    ]
    unit = phrase_at(tokens, after, reading.cues.units) if after < end else 0
    if len(places) > 1 and places[0] == after and unit and places[0] in heads:
        apart = places[1] > places[0] + unit and (
            end - places[1] > 1 or tokens[places[1]].text.isupper() or places[1] in named
        )
        return places[1] if apart else places[0]
    inner = _inner_body(reading, number, after + unit + 1, end) if unit and places == [after] else None
    if inner is not None:
        return inner
    of_state = phrase_before(tokens, after, reading.cues.state_offices) > 0
    if places:
        whole = phrase_before(tokens, after, reading.cues.ministers) > 0 or (of_state and after not in heads)
        return None if whole and places == [after] else places[0]
    rest = after
    while rest < end and (
        length := phrase_at(tokens, rest, reading.cues.fields) or tokens[rest].lower in reading.cues.joints
    ):
        rest += max(1, length)
    whole = all(token.is_word and token.is_capital for token in tokens[rest:end])
    least = 2 if of_state or (end - after > 1 and rest > after) else 1
    return rest if end - rest >= least and whole and not inside else None


def _inner_body(reading: Reading, number: int, first: int, end: int) -> int | None:
    """Return where behind a unit an acronym or an official body stands: "Kepala Divisi Humas Polri"."""
    tokens, official = reading.sentences[number].tokens, reading.pack.speech.official_bodies
    for index in range(first, end):
        text = tokens[index].text
        if tokens[index - 1].text != "(" and (text in official or (text.isupper() and len(text) > 2)):
            return index
    return None


def _stretch(reading: Reading, number: int, first: int, last: int) -> Attribution:
    """Return tokens [first, last) without marks at their end as an attribution that stands for no entity."""
    tokens, part = reading.sentences[number].tokens, reading.sentences[number].span.part
    while last > first + 1 and not tokens[last - 1].is_word and not _closes(tokens, first, last):
        last -= 1
    span = part_span(reading, part, tokens[first].start, tokens[last - 1].end)
    return Attribution(span, None, span.text)


def _closes(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether these tokens end in a bracket that opens among them."""
    return tokens[last - 1].text == ")" and any(token.text == "(" for token in tokens[first : last - 1])


def has_verb(reading: Reading, number: int, first: int, last: int) -> bool:
    """Return whether a word among these tokens looks like a verb."""
    prefixes = reading.pack.clauses.verb_prefixes
    return bool(prefixes) and any(
        token.lower.startswith(prefixes) and len(token.lower) > 6 and token.lower not in reading.cues.fillers
        for token in reading.sentences[number].tokens[first:last]
        if token.text[0].islower() and token.start not in reading.named[number]
    )


def introductions(reading: Reading) -> dict[tuple[Part, str], Introduction]:
    """Return role and affiliation of each person where a part of the article first gives either, by part and entity."""
    found: dict[tuple[Part, str], Introduction] = {}
    for number, sentence in enumerate(reading.sentences):
        if sentence.headline:
            continue
        for mention in reading.mentions[number]:
            key = sentence.span.part, mention.entity
            if mention.label == "PER" and key not in found:
                given = _given(reading, number, mention)
                if given.role or given.affiliation:
                    found[key] = given
    return found


def holders(reading: Reading, introduced: Mapping[tuple[Part, str], Introduction]) -> dict[str, Attribution]:
    """Return by office, in lower case, the one person whom an article introduces with it ("gubernur", "gubernur sembada")."""
    found: dict[str, dict[str, Attribution]] = {}
    for (part, entity), given in sorted(introduced.items(), key=lambda item: item[0]):
        for office in _offices(reading, part, given):
            person = (
                Attribution(given.role.span, entity, reading.entities[entity].name) if given.role else None
            )
            if person:
                found.setdefault(office, {}).setdefault(entity, person)
    return {office: next(iter(people.values())) for office, people in found.items() if len(people) == 1}


def _offices(reading: Reading, part: Part, given: Introduction) -> tuple[str, ...]:
    """Return the office that a role begins with, alone and with all that follows."""
    if given.role is None:
        return ()
    words = tokenize(given.role.span)
    length = phrase_at(words, 0, reading.cues.offices)
    head = reading.article.part_text(part)[words[0].start : words[max(1, length) - 1].end]
    return tuple(dict.fromkeys((head.casefold(), given.role.span.text.casefold())))


def _given(reading: Reading, number: int, mention: Mention) -> Introduction:
    tokens = reading.sentences[number].tokens
    place, after = token_index(tokens, mention.span.start), token_index(tokens, mention.span.end)
    role, affiliation = role_before(reading, number, max(0, place - LONGEST_ROLE), place)
    if role is None and affiliation is None:
        role, affiliation, _ = role_after(reading, number, after, None)
    return Introduction(role, affiliation)


def is_served(reading: Reading, number: int, mention: Mention) -> bool:
    """Return whether a person is named only to say whose office another's is: Tirta in "juru bicara Tirta, Laksmi Arum"."""
    tokens = reading.sentences[number].tokens
    first, last = token_index(tokens, mention.span.start), token_index(tokens, mention.span.end)
    if not phrase_before(tokens, first, reading.cues.serving):
        return False
    followed = last + 1 < len(tokens) and tokens[last].text == ","
    return followed and any(
        other.label == "PER" and other.span.start == tokens[last + 1].start
        for other in reading.mentions[number]
    )
