"""Names of an article: those of its running text, settled by one another, and those of its headlines."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rujuk.annotate.datelines import read_dateline
from rujuk.annotate.lexicon import Lexicon, Phrases, lexicon
from rujuk.annotate.name_labels import read_labelled
from rujuk.annotate.name_reader import Evidence, Name, Reader, span_text
from rujuk.annotate.name_runs import OPENERS, read_running
from rujuk.annotate.name_sense import with_sense
from rujuk.annotate.name_spread import spread_names
from rujuk.annotate.name_union import known_names, settled, with_known
from rujuk.annotate.tokens import Sentence, Token, phrase_table
from rujuk.encoder.labels import Labelled
from rujuk.lang import gazetteer
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Label
from rujuk.outlets.base import Outlets

SHORTEST_PLACE = 4
PLAIN = {"GPE": "LOC"}
"""What a label's kind is to the rules and lists: a place, though it acts."""
OUTVOTE = 9
"""Votes that a word gets which stands between role and name like a place, against the names it was read into."""
Seen = dict[str, list[tuple[tuple[str, ...], Label]]]


class Setting(NamedTuple):
    """What every sentence of an article is read with."""

    lexicon: Lexicon
    speech: frozenset[str]
    after_cue: frozenset[str]
    relays: frozenset[str]
    verb_prefixes: tuple[str, ...]


@lru_cache(maxsize=16)
def _setting(pack: LanguagePack, outlets: Outlets) -> Setting:
    speech, modal = pack.speech, pack.modality
    verbs = (
        *speech.preceding,
        *speech.closing,
        *speech.fillers,
        *modal.plan,
        *modal.negation,
        *speech.relays,
    )
    return Setting(
        lexicon(pack, outlets),
        frozenset(verbs),
        frozenset((*speech.following, *speech.according)),
        frozenset((*speech.relays, *speech.agency_heads)) - frozenset(pack.names.place_prepositions),
        pack.clauses.verb_prefixes,
    )


def read_names(
    sentences: Sequence[Sentence],
    pack: LanguagePack,
    outlets: Outlets,
    own: str = "",
    labels: Sequence[Sequence[Labelled]] | None = None,
) -> tuple[Name, ...]:
    """Return the names of these sentences, in their order; `own` is the name of the article's outlet.

    Running text is read twice: places that their heads or prepositions tell are then known everywhere. Headlines are
    read with the names of the running text. Where an encoder's `labels` of each sentence are given (offsets count from
    the sentence's start), they say what a name is beside the lists; a listed place that they pass over acts.
    """
    setting = _setting(pack, outlets)
    evidence = _evidence(sentences, {})
    running = _running(sentences, setting, evidence, own)
    evidence = _evidence(sentences, _places(running, setting.lexicon))
    running = _agreed(_running(sentences, setting, evidence, own))
    headlines = [number for number, sentence in enumerate(sentences) if sentence.headline]
    extra: list[Name] = []
    if labels is not None:
        plain = [[mark._replace(kind=PLAIN.get(mark.kind, mark.kind)) for mark in marks] for marks in labels]
        found = _told(sentences, plain, running, setting, evidence, own)
        extra = [name for number in headlines for name in found[number]]
        told = [
            name for names, each in zip(found, sentences, strict=True) if not each.headline for name in names
        ]
        running = _majority(told)
    seen = _seen(running)
    heads = [
        name for number in headlines for name in _read_headline(sentences[number], seen, setting.lexicon)
    ]
    names = sorted({*running, *_united(heads, extra)}, key=lambda name: (name.part, name.start))
    return tuple(
        names
        if labels is None
        else with_sense(names, sentences, labels, setting.lexicon, setting.speech | setting.relays)
    )


def _told(
    sentences: Sequence[Sentence],
    labels: Sequence[Sequence[Labelled]],
    ruled: Sequence[Name],
    setting: Setting,
    evidence: Evidence,
    own: str,
) -> list[list[Name]]:
    """Return the names of each sentence that its labels tell, with what lists know of them and beside them."""
    known, places = known_names(sentences, ruled, setting.lexicon), gazetteer.load()
    whole = [
        settled(each, marks, listed, places, setting.lexicon, setting.relays)
        for each, marks, listed in zip(sentences, labels, known, strict=True)
    ]
    told = []
    for number, (each, marks) in enumerate(zip(sentences, spread_names(sentences, whole), strict=True)):
        reader = Reader(each.tokens, each.span, *setting, evidence)
        if number == 0 and each.span.part == "body":
            read_dateline(reader, own)
        told.append(_labelled(reader, with_known(marks, known[number].listed)))
    return told


def _labelled(reader: Reader, marks: Sequence[Labelled]) -> list[Name]:
    shift, begin = reader.span.start, reader.tokens[reader.index - 1].end if reader.index else 0
    moved = (Labelled(m.start + shift, m.end + shift, m.kind) for m in marks)
    return read_labelled(reader, [mark for mark in moved if mark.start >= begin])


def _united(first: Sequence[Name], others: Sequence[Name]) -> list[Name]:
    """Return the first names, and of the others those that touch none of them."""
    taken = sorted((name.part, name.start, name.end) for name in first)
    return [*first, *(name for name in others if not _touches(name, taken))]


def _touches(name: Name, taken: Sequence[tuple[str, int, int]]) -> bool:
    after = bisect_left(taken, (name.part, name.end))
    if not after:
        return False
    part, _, end = taken[after - 1]
    return part == name.part and end > name.start


def _majority(names: Sequence[Name]) -> list[Name]:
    """Return the names, each of the kind that most of the same words have in the article; at a tie of its own."""
    votes: dict[str, Counter[Label]] = {}
    for name in names:
        votes.setdefault(name.text.casefold(), Counter())[name.label] += 1
    settled = []
    for name in names:
        vote = votes[name.text.casefold()]
        best = min(vote, key=lambda kind: (-vote[kind], kind != name.label, kind))
        settled.append(name if vote[best] == vote[name.label] else name._replace(label=best, role=None))
    return settled


def _running(sentences: Sequence[Sentence], setting: Setting, evidence: Evidence, own: str) -> list[Name]:
    names: list[Name] = []
    for number, sentence in enumerate(sentences):
        if sentence.headline:
            continue
        reader = Reader(sentence.tokens, sentence.span, *setting, evidence)
        if number == 0 and sentence.span.part == "body":
            read_dateline(reader, own)
        names += read_running(reader)
    return names


def _places(names: Sequence[Name], ready: Lexicon) -> Phrases:
    """Return the places of a first reading, with and without their heads, unless persons have the same name."""
    votes: Counter[str] = Counter()
    for name in names:
        words = name.text.split()
        if name.label == "PER":
            votes.update(
                {word: -1 for word in {*words, name.text} if name.role is not None or len(words) > 1}
            )
        tail = _tail(words, ready.place_heads if name.label == "LOC" else ready.place_bodies)
        if name.sure and name.label == "LOC":
            votes[name.text] += 1
        if tail and name.label != "PER":
            votes[tail] += 1
    votes.update(dict.fromkeys(_fields(names), OUTVOTE))
    found = [form for form, count in votes.items() if count > 0 and len(form) >= SHORTEST_PLACE]
    return phrase_table([form for form in found if form.casefold() not in ready.given_names])


def _fields(names: Sequence[Name]) -> set[str]:
    """Return the first words of names after a role that are the role's place: "Gubernur Sembada Tirta Wibisana".

    Two persons' names begin with such a word; or a later word of the name stands alone elsewhere, as it does itself, or
    as the last word of another body's or place's name ("Dinas Perhubungan Sembada").
    """
    alone = {name.text for name in names if name.role is None and " " not in name.text}
    tails = {name.text.split()[-1] for name in names if name.label != "PER" and " " in name.text}
    rest: dict[str, set[str]] = {}
    for name in names:
        words = name.text.split()
        if name.label == "PER" and name.role is not None and len(words) > 2:
            rest.setdefault(words[0], set()).add(words[1])
            if words[0] in alone | tails and alone & set(words[1:]):
                rest[words[0]].add("")
    return {word for word, seconds in rest.items() if len(seconds) > 1}


def _tail(words: Sequence[str], heads: Phrases) -> str:
    """Return a name without the head it begins with, or "" where it has none."""
    for head in heads.get(words[0].lower(), ()) if words else ():
        if tuple(word.lower() for word in words[: len(head)]) == head:
            return " ".join(words[len(head) :])
    return ""


def _evidence(sentences: Sequence[Sentence], places: Phrases) -> Evidence:
    lower: set[str] = set()
    capital: set[str] = set()
    for sentence in sentences:
        if sentence.headline:
            continue
        inside = False
        for token in sentence.tokens:
            if token.text[0].islower():
                lower.add(token.lower)
            elif inside and token.is_capital:
                capital.add(token.lower)
            inside = token.is_word or (inside and token.text not in OPENERS)
    return Evidence(frozenset(lower), frozenset(capital), places)


def _agreed(names: Sequence[Name]) -> list[Name]:
    """Return the names with every guess settled by what the same words are elsewhere in the article."""
    votes: dict[str, Counter[Label]] = {}
    for name in names:
        if not name.sure:
            continue
        votes.setdefault(name.text.casefold(), Counter())[name.label] += 1
        if name.label == "PER":
            for word in name.text.casefold().split():
                votes.setdefault(word, Counter())["PER"] += 1
    settled = []
    for name in names:
        vote = votes.get(name.text.casefold())
        if not name.sure and vote:
            label = min(vote, key=lambda kind: (-vote[kind], kind))
            settled.append(name._replace(label=label, sure=True))
        else:
            settled.append(name)
    return settled


def _seen(names: Sequence[Name]) -> Seen:
    """Return the names of the running text as words, and the words of persons' names, for headlines."""
    forms: dict[tuple[str, ...], Label] = {}
    for name in names:
        words = tuple(name.text.casefold().split())
        forms.setdefault(words, name.label)
        forms.setdefault(tuple(name.text.casefold().replace("-", " ").split()), name.label)
        if name.label == "PER":
            for first in range(len(words)):
                for last in range(first + 1, len(words) + 1):
                    if last - first > 1 or len(words[first]) > 2:
                        forms.setdefault(words[first:last], "PER")
    table: Seen = {}
    for words, label in sorted(forms.items(), key=lambda item: (-len(item[0]), item)):
        table.setdefault(words[0], []).append((words, label))
    return table


def _read_headline(sentence: Sentence, seen: Seen, ready: Lexicon) -> Iterator[Name]:
    tokens, index, part = sentence.tokens, 0, sentence.span.part
    while index < len(tokens):
        found = _seen_at(tokens, index, seen) or ready.known_at(tokens, index)
        if not found or not tokens[index].is_capital:
            index += 1
            continue
        length, label = found
        start, end = tokens[index].start, tokens[index + length - 1].end
        yield Name(part, start, end, span_text(sentence.span, start, end), label, None, sure=True)
        index += length


def _seen_at(tokens: Sequence[Token], index: int, seen: Seen) -> tuple[int, Label] | None:
    for words, label in seen.get(tokens[index].lower, ()):
        if tuple(token.lower for token in tokens[index : index + len(words)]) == words:
            return len(words), label
    return None
