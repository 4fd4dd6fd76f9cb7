"""Where a subject begins behind the phrases of time, place and occasion that open a sentence."""

from rujuk.annotate.reading import Reading
from rujuk.annotate.tokens import phrase_at


def past_openings(reading: Reading, number: int, first: int, verb: int) -> int:
    """Return where the subject begins after phrases of time, place and occasion that a comma closes."""
    tokens = reading.sentences[number].tokens
    while first < verb and not tokens[first].is_word:
        first += 1
    while first < verb and phrase_at(tokens, first, reading.cues.openings):
        comma = next((i for i in range(first, verb) if tokens[i].text == ","), None)
        bare = first + phrase_at(tokens, first, reading.cues.openings)
        if comma is None or comma + 1 >= verb:
            return bare if bare < verb and _may_speak(reading, number, bare) else first
        first = _past_place(reading, number, comma + 1, verb)
    return first


def _past_place(reading: Reading, number: int, first: int, verb: int) -> int:
    """Return where words begin behind further places and days of an opening phrase ("Di balai desa, Garut, Senin (2/3), camat …")."""
    tokens = reading.sentences[number].tokens
    places = {mention.span.start for mention in reading.mentions[number] if mention.label == "LOC"}
    while first < verb and (tokens[first].start in places or tokens[first].lower in reading.cues.stops):
        comma = next((i for i in range(first, verb) if tokens[i].text == ","), None)
        if comma is None or comma + 1 >= verb:
            break
        first = comma + 1
    return first


def _may_speak(reading: Reading, number: int, index: int) -> bool:
    tokens = reading.sentences[number].tokens
    inside = reading.named[number]
    return tokens[index].start in inside or tokens[index].lower in reading.cues.pronouns


def opens_a_sentence(reading: Reading, word: str) -> bool:
    """Return whether a word with a capital stands before a subject and is none: "Namun", "Akibatnya"."""
    suffixed = any(word.endswith(suffix) for suffix in reading.pack.speech.person_suffixes)
    return suffixed or word in reading.pack.words.function_words or word in reading.pack.sentences.starters
