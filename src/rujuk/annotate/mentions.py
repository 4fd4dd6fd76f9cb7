"""Names of an article: those of its running text, settled by one another, and those of its headlines."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rujuk.annotate.lexicon import Lexicon, lexicon
from rujuk.annotate.name_reader import Evidence, Name, Reader, span_text
from rujuk.annotate.name_runs import OPENERS, read_running
from rujuk.annotate.tokens import Sentence, Token
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Label

Seen = dict[str, list[tuple[tuple[str, ...], Label]]]


def read_names(sentences: Sequence[Sentence], pack: LanguagePack) -> tuple[Name, ...]:
    """Return the names of these sentences, in their order; headlines are read with the names of the running text."""
    ready = lexicon(pack)
    speech = frozenset((*pack.speech.preceding, *pack.speech.closing))
    after_cue = frozenset((*pack.speech.following, *pack.speech.according))
    modal = pack.modality
    speech |= {*pack.speech.fillers, *modal.plan, *modal.negation, *pack.speech.relays}
    evidence = _evidence(sentences)
    running: list[Name] = []
    for sentence in sentences:
        if not sentence.headline:
            prefixes = pack.clauses.verb_prefixes
            reader = Reader(sentence.tokens, sentence.span, ready, speech, after_cue, prefixes, evidence)
            running += read_running(reader)
    running = _agreed(running)
    seen = _seen(running)
    heads = [
        name for sentence in sentences if sentence.headline for name in _read_headline(sentence, seen, ready)
    ]
    return tuple(sorted({*running, *heads}, key=lambda name: (name.part, name.start)))


def _evidence(sentences: Sequence[Sentence]) -> Evidence:
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
    return Evidence(frozenset(lower), frozenset(capital))


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
