"""Labels of an encoder beside what packs, outlets and gazetteer know: they decide the kind of a known name and keep it whole.

An encoder that learned from 1,464 sentences takes a city it never saw for a person, cuts a name of two words, and leaves
out a country that acts ("Rusia menolak"), as its corpus does. What such lists know is not left to it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rujuk.annotate.lexicon import Lexicon
from rujuk.annotate.name_reader import Name
from rujuk.annotate.tokens import Sentence, Token, phrase_at, tokens_in
from rujuk.encoder.labels import Labelled
from rujuk.lang.gazetteer import Gazetteer

Marks = list[Labelled]


@dataclass(frozen=True, slots=True)
class Known:
    """Names of one sentence that lists know, where they stand in it, and all names that the rules are sure of."""

    listed: tuple[Labelled, ...]
    sure: tuple[Labelled, ...]


def known_names(sentences: Sequence[Sentence], names: Sequence[Name], ready: Lexicon) -> list[Known]:
    """Return what the rules' names of an article hold for each sentence; offsets count from the sentence's start."""
    places = [(each.span.part, each.span.start) for each in sentences]
    order = sorted(range(len(places)), key=places.__getitem__)
    starts = [places[number] for number in order]
    listed: list[Marks] = [[] for _ in sentences]
    sure: list[Marks] = [[] for _ in sentences]
    for name in names:
        at = bisect_left(starts, (name.part, name.start + 1)) - 1
        if at < 0 or not name.sure:
            continue
        number = order[at]
        sentence = sentences[number]
        if sentence.span.part != name.part or name.end > sentence.span.end:
            continue
        shift = sentence.span.start
        mark = Labelled(name.start - shift, name.end - shift, name.label)
        sure[number].append(mark)
        if is_listed(sentence.tokens, name, ready):
            listed[number].append(mark)
    return [Known(tuple(one), tuple(other)) for one, other in zip(listed, sure, strict=True)]


def is_listed(tokens: Sequence[Token], name: Name, ready: Lexicon) -> bool:
    """Return whether a name begins with one that the pack or the outlets list, and is of that kind or a body's."""
    at = bisect_left(tokens, name.start, key=lambda token: token.start)
    found = ready.known_at(tuple(tokens[at : at + 8]), 0) if at < len(tokens) else None
    return found is not None and name.label != "PER" and found[1] != "PER"


def settled(
    sentence: Sentence,
    marks: Sequence[Labelled],
    known: Known,
    places: Gazetteer,
    ready: Lexicon,
    agencies: frozenset[str],
) -> Marks:
    """Return the labels of a sentence with the kind and extent of what lists know; none without a capital.

    A label inside a longer listed name becomes that name; one of the same extent takes its kind; a body's head alone is
    read on to what it heads; a person's name begins right behind a rank; a place of the gazetteer that is no given name is a place. Words that the pack lists as no
    names are no person, and behind a figure nothing ("16.30 Wita"), nor is a thing a person ("KMP Arung Samudra").
    """
    kept: set[Labelled] = set()
    for label in marks:
        words, mark = _named(sentence, label)
        if words and not _is_none(sentence, mark, words, ready):
            told = _whole(mark, words, known, ready) or _parts(mark, words, known, ready, agencies)
            kept.update(told or [_as_place(sentence, mark, words, places, ready)])
    found = sorted(kept)
    found = [_from_rank(sentence, each, found, places, ready) for each in found]
    found = _with_ends(sentence, found, ready)
    return found if all(a.end <= b.start for a, b in pairwise(found)) else list(marks)


def _with_ends(sentence: Sentence, marks: Marks, ready: Lexicon) -> Marks:
    """Return the labels with the body that a place or body right before such an end begins, as one: "[Mesa County] Sheriff's office"."""
    text = sentence.span.text
    for end in ready.organisation_ends.finditer(text):
        first = bisect_left(marks, end.start() - 1, key=lambda each: each.end)
        last = bisect_left(marks, end.end(), key=lambda each: each.start)
        if first < last and marks[first].start < end.start() and marks[first].kind != "PER":
            whole = Labelled(marks[first].start, max(end.end(), marks[last - 1].end), "ORG")
            marks = [*marks[:first], whole, *marks[last:]]
    return marks


def _is_none(sentence: Sentence, mark: Labelled, words: Sequence[Token], ready: Lexicon) -> bool:
    """Return whether a label holds words that are no person or unit of a figure, or takes what a noun of things heads for a person."""
    at = bisect_left(sentence.tokens, words[0].start, key=lambda token: token.start)
    if all(token.lower in ready.articles for token in words):
        return True
    if all(token.lower in ready.not_names for token in words):
        return mark.kind == "PER" or (at > 0 and sentence.tokens[at - 1].text[0].isdigit())
    if mark.kind == "PER" and _is_titled_thing(sentence.tokens, at, ready):
        return True
    # With a capital the head belongs to the name; "bintang Retno" and "film Retno" do tell of a person.
    heads = {token.lower for token in sentence.tokens[max(0, at - 1) : at + 1] if token.is_capital}
    return (
        mark.kind == "PER"
        and not ready.thing_heads.isdisjoint(heads)
        and words[0].lower not in ready.given_names
    )


def _is_titled_thing(tokens: Sequence[Token], at: int, ready: Lexicon) -> bool:
    """Return whether a rank in capitals belongs to a thing's name: "fregat Marsekal Sembadov"; it begins here or just before."""
    for first in (at, at - 1):
        ranked = first > 0 and tokens[first].is_capital and phrase_at(tokens, first, ready.announcers) == 1
        if ranked and tokens[first - 1].lower in ready.thing_heads:
            return True
    return False


def _from_rank(
    sentence: Sentence, mark: Labelled, marks: Sequence[Labelled], places: Gazetteer, ready: Lexicon
) -> Labelled:
    """Return a person's label with the word between it and a rank ("AKBP Kemas [Indra]"), where nothing knows that word."""
    shift = sentence.span.start
    at = bisect_left(sentence.tokens, mark.start + shift, key=lambda token: token.start) - 1
    if mark.kind != "PER" or at < 1 or not _ranked(sentence.tokens, at, ready):
        return mark
    word = sentence.tokens[at]
    whole = mark._replace(start=word.start - shift)
    if len(touching(marks, whole)) > 1 or places.find(word.text) or ready.known_at(sentence.tokens, at):
        return mark
    return whole


def _ranked(tokens: Sequence[Token], at: int, ready: Lexicon) -> bool:
    """Return whether a word that may begin a name stands right behind a rank: written like one, and no title or head."""
    word = tokens[at]
    if not word.is_capital or word.text.isupper() or not word.text.isalpha() or word.lower in ready.not_names:
        return False
    tables = (ready.announcers, ready.role_words, ready.organisation_heads, ready.place_heads)
    return not any(phrase_at(tokens, at, each) for each in tables) and _ends_rank(tokens, at, ready)


def _ends_rank(tokens: Sequence[Token], end: int, ready: Lexicon) -> bool:
    """Return whether a rank of one to three words ends before a token."""
    return any(phrase_at(tokens, end - size, ready.ranks) == size for size in range(1, min(3, end) + 1))


def _whole(mark: Labelled, words: Sequence[Token], known: Known, ready: Lexicon) -> Marks:
    """Return the listed name that a label stands in, or the body whose head or last word it is."""
    around = [each for each in touching(known.listed, mark) if _covers(each, mark)]
    if not around and (phrase_at(words, 0, ready.organisation_heads) == len(words) or mark.kind == "LOC"):
        around = [each for each in touching(known.sure, mark) if each.kind == "ORG" and _covers(each, mark)]
    return around[:1]


def _parts(
    mark: Labelled, words: Sequence[Token], known: Known, ready: Lexicon, agencies: frozenset[str]
) -> Marks:
    """Return the names that a label holds as rules read them.

    They are those of a person's label with a listed body, or with the place of the person's office, of a body's or
    place's with its country, of a body's with a title before it or a word after it that is no name, of an agency's with
    no more than a country ("kantor berita Rusia").
    """
    listed, sure = _held(known.listed, mark), _held(known.sure, mark)
    if mark.kind == "PER":
        bodies = any(each.kind == "ORG" for each in listed)
        office = len(sure) > 1 and sure[0].kind != "PER" and sure[-1].kind == "PER"
        return sure if bodies or (office and sure[-1].end == mark.end) else []
    ends = [each for each in sure if each.start == mark.start or each.end == mark.end]
    if len(ends) == 2:
        apart = mark.kind != "LOC" or ends[0] in listed
        return ends if apart and ends[1] in listed and ends[1].kind == "LOC" else []
    if not ends:
        return []
    shift = words[0].start - mark.start
    before = [token for token in words if token.end - shift <= ends[0].start]
    after = [token for token in words if token.start - shift >= ends[0].end]
    titled = bool(before) and phrase_at(before, 0, ready.announcers) == len(before)
    called = " ".join(token.lower for token in before) in agencies and ends[0].kind == "LOC"
    ended = mark.kind == "ORG" and bool(after) and all(token.lower in ready.not_names for token in after)
    ended = ended and after[0].lower not in ready.organisation_joints
    return ends if titled or called or ended else []


def with_known(marks: Sequence[Labelled], known: Sequence[Labelled]) -> Marks:
    """Return the labels of a sentence and the known names that touch none of them, in order."""
    return sorted([*marks, *(each for each in known if not touching(marks, each))])


def touching(marks: Sequence[Labelled], mark: Labelled) -> Sequence[Labelled]:
    """Return which of some stretches, in order and apart, share a character with this one."""
    first = bisect_right(marks, mark.start, key=lambda each: each.end)
    return marks[first : bisect_left(marks, mark.end, key=lambda each: each.start)]


def _held(marks: Sequence[Labelled], mark: Labelled) -> Marks:
    """Return the stretches that lie in a label and are shorter than it."""
    return [each for each in touching(marks, mark) if _covers(mark, each) and each[:2] != mark[:2]]


def _covers(each: Labelled, mark: Labelled) -> bool:
    return each.start <= mark.start and mark.end <= each.end


def _named(sentence: Sentence, mark: Labelled) -> tuple[Sequence[Token], Labelled]:
    """Return a label from its first word with a capital on ("kosmodrom Vostochny"), with its words; none without one."""
    shift = sentence.span.start
    words = tokens_in(sentence.tokens, mark.start + shift, mark.end + shift)
    first = next((at for at, t in enumerate(words) if t.is_capital or t.text[0].isdigit()), len(words))
    words = words[first:]
    return words, mark._replace(start=max(mark.start, words[0].start - shift)) if words else mark


def _as_place(
    sentence: Sentence, mark: Labelled, words: Sequence[Token], places: Gazetteer, ready: Lexicon
) -> Labelled:
    """Return a label as a place's where the gazetteer has a country, region or large city of this name."""
    if mark.kind == "LOC" or any(token.lower in ready.given_names for token in words):
        return mark
    at = bisect_left(sentence.tokens, words[0].start, key=lambda token: token.start)
    if at and phrase_at(sentence.tokens, at - 1, ready.place_heads) == 1:
        return mark._replace(kind="LOC")
    found = places.find(sentence.span.text[mark.start : mark.end])
    sure = any(each.kind != "city" for each in found)
    large = mark.kind == "PER" and any(each.id in places.large for each in found)
    return mark._replace(kind="LOC") if sure or large else mark
