"""A speaker's role and affiliation: the words before a name, or after it between commas."""

from collections.abc import Sequence

from rujuk.annotate.reading import Reading, token_index
from rujuk.annotate.tokens import phrase_at
from rujuk.model.annotations import Attribution, Mention
from rujuk.model.text import Part, Span


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
    begins = phrase_at(tokens, index + 1, reading.cues.announcers) or phrase_at(
        tokens, index + 1, reading.cues.speaker_nouns
    )
    if not begins:
        return None, affiliation, index
    end = index + 1
    while (
        end < len(tokens)
        and (tokens[end].is_word or tokens[end].text in "()")
        and tokens[end].lower not in reading.cues.stops
    ):
        end += 1
    start_at, end_at = tokens[index + 1].start, tokens[end - 1].end
    bodies = [mention for mention in reading.between(number, start_at, end_at) if mention.label != "PER"]
    if bodies and bodies[0].span.start > start_at:
        affiliation = attribution(reading, bodies[0])
        end_at = tokens[max(index + 1, token_index(tokens, bodies[0].span.start) - 1)].end
    span = part_span(reading, part, start_at, end_at)
    return Attribution(span, None, span.text), affiliation, end


def role_before(
    reading: Reading, number: int, first: int, place: int
) -> tuple[Attribution | None, Attribution | None]:
    """Return role and affiliation of the words before a person's name, from token `first` on."""
    tokens, part = reading.sentences[number].tokens, reading.sentences[number].span.part
    begin = next((i for i in range(first, place) if tokens[i].is_word), place)
    known = reading.roles.get((part, tokens[place].start)) if place < len(tokens) else None
    if known and known[0] >= tokens[first].start:
        begin = token_index(tokens, known[0])
    elif not phrase_at(tokens, begin, reading.cues.speaker_nouns) and not phrase_at(
        tokens, begin, reading.cues.announcers
    ):
        begin = place
    inside = reading.between(number, tokens[begin].start, tokens[place].start) if begin < place else ()
    bodies = [mention for mention in inside if mention.label != "PER"]
    affiliation = attribution(reading, bodies[-1]) if bodies else None
    end = token_index(tokens, bodies[0].span.start) if bodies else place
    while end > begin and not tokens[end - 1].is_word:
        end -= 1
    if begin >= end:
        return None, affiliation
    span = part_span(reading, part, tokens[begin].start, tokens[end - 1].end)
    return Attribution(span, None, span.text), affiliation
