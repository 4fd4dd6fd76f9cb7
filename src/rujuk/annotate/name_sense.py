"""What an encoder's labels tell of a name beside its kind and the bare name that rules, lists and joins need.

Labels learned from idner-news-2k pass over a place that acts or says whose something is ("Rusia menolak", "tentara
Rusia"), call a body's house a place, and take in a name's short form in brackets and a place's common noun.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from rujuk.annotate.datelines import dateline_end
from rujuk.annotate.lexicon import Lexicon
from rujuk.annotate.name_reader import Name
from rujuk.annotate.name_union import touching
from rujuk.annotate.tokens import Sentence, phrase_at, tokens_in
from rujuk.encoder.labels import Labelled
from rujuk.lang import gazetteer
from rujuk.model.annotations import MentionLabel
from rujuk.model.text import Part

Place = tuple[Part, int]
LONGEST = 8
"""Tokens of a name that are held against the lists: the longest of the packs has no more."""


def with_sense(
    names: Sequence[Name],
    sentences: Sequence[Sentence],
    labels: Sequence[Sequence[Labelled]],
    ready: Lexicon,
    said: frozenset[str] = frozenset(),
) -> list[Name]:
    """Return the names with their sense, short forms and common nouns as the labels have them.

    Args:
        names: names of the sentences, in any order.
        labels: what the encoder labels in each sentence, offsets from its start.
        said: words of saying, which are no common noun of a place ("dilansir").
    """
    places = {(sentence.span.part, sentence.span.start): at for at, sentence in enumerate(sentences)}
    order = sorted(places)
    called = set(_called(names, sentences, labels))
    found = []
    for name in names:
        at = bisect_left(order, (name.part, name.start + 1)) - 1
        number = places[order[at]]
        sentence, shift = sentences[number], sentences[number].span.start
        near = touching(labels[number], Labelled(name.start - shift, name.end - shift, name.label))
        head = _head(name, sentence, near, said)
        named = head >= 0 and _is_kind_of_place(name, head, sentence, ready)
        sense = "GPE" if head >= 0 and not named else _sense(name, sentence, near, ready)
        sense = None if number == 0 and _in_dateline(name, sentence) else sense
        is_called = (name.part, name.start) in called
        found.append(name._replace(sense=sense, head=head if named else -1, called=is_called))
    return found


def _sense(name: Name, sentence: Sentence, near: Sequence[Labelled], ready: Lexicon) -> MentionLabel | None:
    """Return GPE for a place of the lists that no label calls one, or that one doubts, LOC for a body labelled whole as a place."""
    shift = sentence.span.start
    places = [mark for mark in near if mark.kind == "LOC"]
    if name.label == "LOC" and any(mark.kind == "GPE" for mark in near):
        return "GPE"
    if name.label == "LOC" and not places:
        at = bisect_left(sentence.tokens, name.start, key=lambda token: token.start)
        known = ready.known_at(sentence.tokens[at : at + LONGEST], 0)
        return "GPE" if known is not None and known[1] == "LOC" else None
    whole = (name.start - shift, name.end - shift)
    return "LOC" if name.label == "ORG" and any(mark[:2] == whole for mark in places) else None


def _in_dateline(name: Name, sentence: Sentence) -> bool:
    """Return whether a name stands in the dateline that opens a body."""
    dash = dateline_end(sentence.tokens) - 1
    return sentence.span.part == "body" and dash > 0 and name.end <= sentence.tokens[dash].start


def _is_kind_of_place(name: Name, head: int, sentence: Sentence, ready: Lexicon) -> bool:
    """Return whether a place with these words before it is that place: "kota Sembada" is, "kedutaan Jepang" is not Japan.

    Of a country it is where the words begin with a place's kind that the pack lists ("wilayah Jepang").
    """
    if all(place.kind != "country" for place in gazetteer.load().find(name.text)):
        return True
    before = tokens_in(sentence.tokens, head, name.start - 1)
    return phrase_at(before, 0, ready.place_heads) > 0


def _head(name: Name, sentence: Sentence, near: Sequence[Labelled], said: frozenset[str]) -> int:
    """Return where the words in lower case begin that a place's label holds before the name, -1 without any."""
    shift = sentence.span.start
    for mark in near:
        if name.label == mark.kind == "LOC" and mark.start + shift < name.start:
            before = tokens_in(sentence.tokens, mark.start + shift, name.start - 1)
            if mark.end + shift == name.end and not any(t.is_capital or t.lower in said for t in before):
                return mark.start + shift
    return -1


def _called(
    names: Sequence[Name], sentences: Sequence[Sentence], labels: Sequence[Sequence[Labelled]]
) -> Iterator[Place]:
    """Yield where a name in brackets begins that one label takes in with the name before it."""
    starts = {(name.part, name.start) for name in names}
    for sentence, marks in zip(sentences, labels, strict=True):
        for mark in marks:
            text = sentence.span.text[mark.start : mark.end]
            opened = text.find("(")
            if mark.kind != "PER" and 0 < opened < len(text) - 1:
                inner = opened + 1 + len(text[opened + 1 :]) - len(text[opened + 1 :].lstrip())
                place = sentence.span.part, sentence.span.start + mark.start + inner
                if place in starts:
                    yield place
