"""One article, one reading of a name: what an encoder labels in one sentence is found in the article's others as well.

An encoder reads each sentence by itself, so a name may be missed, or cut short, where its sentence tells little of it.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rujuk.annotate.tokens import Sentence, Token, tokens_in
from rujuk.encoder.labels import Labelled

Words = tuple[str, ...]
Marks = list[Labelled]
Forms = dict[str, list[tuple[Words, str]]]

UNBRACKETED = re.compile(r"[^\s()\[\]](?:[^()\[\]]*[^\s()\[\]])?")
TOLD_ALONE = 2
"""Sentences in which a name of one word must be labelled before it is one everywhere: a single one may be a slip."""


def spread_names(sentences: Sequence[Sentence], labels: Sequence[Sequence[Labelled]]) -> list[Marks]:
    """Return the labels of each sentence, offsets as given, with the names that other sentences tell of.

    A labelled name of several words is taken wherever the same words stand, and also in place of parts of it that were
    labelled; one of a single word, or a word of a person's name, where no label touches it. Headlines are left as they are.
    A name with another in brackets after it ("Badan Usaha Milik Negara (BUMN)", one to idner-news-2k) is two, and so is a
    person's behind the place of an office ("Kepala Kantor SAR Waimaringi Yosef Rade"), where the article names that place.
    """
    labels = [_unbracketed(each, marks) for each, marks in zip(sentences, labels, strict=True)]
    towns = _towns(sentences, labels)
    labels = [_without_office(each, marks, towns) for each, marks in zip(sentences, labels, strict=True)]
    read = [list(_words(each, marks)) for each, marks in zip(sentences, labels, strict=True)]
    forms = _forms(
        [item for each, found in zip(sentences, read, strict=True) if not each.headline for item in found]
    )
    return [
        list(marks) if each.headline else _united(each, marks, forms)
        for each, marks in zip(sentences, labels, strict=True)
    ]


def _unbracketed(sentence: Sentence, marks: Sequence[Labelled]) -> Marks:
    """Return the labels cut at brackets; what an encoder learned to take in with a name is no part of it here."""
    return [
        Labelled(mark.start + piece.start(), mark.start + piece.end(), mark.kind)
        for mark in marks
        for piece in UNBRACKETED.finditer(sentence.span.text[mark.start : mark.end])
        if any(map(str.isalnum, piece.group()))
    ]


def _towns(sentences: Sequence[Sentence], labels: Sequence[Sequence[Labelled]]) -> frozenset[str]:
    """Return the last words of what is labelled as a place, where nothing labels that word as a whole person."""
    found: dict[str, set[str]] = {"LOC": set(), "PER": set()}
    for each, marks in zip(sentences, labels, strict=True):
        for mark in marks:
            words = each.span.text[mark.start : mark.end].split()
            if words and (mark.kind == "LOC" or (mark.kind == "PER" and len(words) == 1)):
                found[mark.kind].add(words[-1])
    return frozenset(found["LOC"] - found["PER"])


def _without_office(sentence: Sentence, marks: Sequence[Labelled], towns: frozenset[str]) -> Marks:
    """Return the labels with the place of an office cut off a person's name of three words or more behind it."""
    return [part for mark in marks for part in _office_and_person(sentence, mark, towns)]


def _office_and_person(sentence: Sentence, mark: Labelled, towns: frozenset[str]) -> Marks:
    inside = _inside(sentence, mark)
    if mark.kind != "PER" or len(inside) < 3 or inside[0].text not in towns:
        return [mark]
    if not _follows_name(sentence, inside[0]):
        return [mark]
    shift = sentence.span.start
    return [Labelled(mark.start, inside[0].end - shift, "LOC"), mark._replace(start=inside[1].start - shift)]


def _inside(sentence: Sentence, mark: Labelled) -> Sequence[Token]:
    shift = sentence.span.start
    return tokens_in(sentence.tokens, mark.start + shift, mark.end + shift)


def _follows_name(sentence: Sentence, token: Token) -> bool:
    """Return whether a word with a capital stands right before this one, not as the sentence's first."""
    at = bisect_left(sentence.tokens, token.start, key=lambda each: each.start)
    return at > 1 and sentence.tokens[at - 1].is_capital


def _words(sentence: Sentence, marks: Sequence[Labelled]) -> Iterator[tuple[Words, str]]:
    """Yield the words of each label that begins and ends with a token, and its kind."""
    shift, at = sentence.span.start, 0
    for mark in marks:
        inside = []
        while at < len(sentence.tokens) and sentence.tokens[at].start - shift < mark.end:
            if sentence.tokens[at].start - shift >= mark.start:
                inside.append(sentence.tokens[at])
            at += 1
        if inside and (inside[0].start - shift, inside[-1].end - shift) == (mark.start, mark.end):
            yield tuple(token.text for token in inside), mark.kind


def _forms(found: Sequence[tuple[Words, str]]) -> Forms:
    """Return the names that hold everywhere by their first word, the longest first, each of its most frequent kind."""
    votes: dict[Words, Counter[str]] = {}
    for words, kind in found:
        votes.setdefault(words, Counter())[kind] += 1
    for words, kind in sorted({item for item in found if item[1] == "PER" and len(item[0]) > 1}):
        for word in (words[0], words[-1]):
            if word[:1].isupper() and len(word) > TOLD_ALONE:
                votes.setdefault((word,), Counter())[kind] += TOLD_ALONE
    table: Forms = {}
    for words, vote in sorted(votes.items(), key=lambda item: (-len(item[0]), item[0])):
        kind = min(vote, key=lambda each: (-vote[each], each))
        if words[0][:1].isupper() and (len(words) > 1 or vote.total() >= TOLD_ALONE):
            table.setdefault(words[0], []).append((words, kind))
    return table


def _united(sentence: Sentence, marks: Sequence[Labelled], forms: Forms) -> Marks:
    """Return the labels of a sentence with what the forms add, in order and apart."""
    shift = sentence.span.start
    kept = list(marks)
    for first, last, kind in _places(sentence.tokens, forms):
        start, end = sentence.tokens[first].start - shift, sentence.tokens[last].end - shift
        touched = [mark for mark in kept if mark.start < end and start < mark.end]
        whole = all(start <= mark.start and mark.end <= end for mark in touched)
        if whole and (first < last or not touched) and [(start, end)] != [mark[:2] for mark in touched]:
            kept = [mark for mark in kept if mark not in touched] + [Labelled(start, end, kind)]
    kept.sort()
    return kept if all(a.end <= b.start for a, b in pairwise(kept)) else list(marks)


def _places(tokens: Sequence[Token], forms: Forms) -> Iterator[tuple[int, int, str]]:
    """Yield where the words of a form stand: first and last token, kind; no two overlap."""
    index = 0
    while index < len(tokens):
        for words, kind in forms.get(tokens[index].text, ()):
            if tuple(token.text for token in tokens[index : index + len(words)]) == words:
                yield index, index + len(words) - 1, kind
                index += len(words) - 1
                break
        index += 1
