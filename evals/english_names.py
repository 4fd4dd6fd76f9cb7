"""Entity F1 on made-up English sentences: what a head that learned from Indonesian alone does to another language.

`f1` is what the pipeline reads; `rules_f1_peer` what the rules of the English pack read alone, `labels_f1_peer` what the encoder's
labels read alone. The sentences are the project's own, written before either was run on them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evals.reading import annotated, labels_of, outlets
from evals.sentences import article
from rujuk.annotate.mentions import read_names
from rujuk.annotate.tokens import read_sentence
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import load

GOLD = Path(__file__).parent / "gold" / "english_names.txt"
MARKED = re.compile(r"\[(PER|ORG|LOC) ([^]]+)\]")
Entity = tuple[int, int, str]


def run(data: Path) -> dict[str, float]:  # noqa: ARG001 (every scorer takes it)
    """Return the F1 of what the pipeline reads, of the rules alone and of the labels alone."""
    read = [marked(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    labels = labels_of([text for text, _ in read])
    scores = {
        "f1": f1(read, [whole(text) for text, _ in read]),
        "rules_f1_peer": f1(read, [alone(text, None) for text, _ in read]),
    }
    if labels is not None:
        told = [alone(text, marks) for (text, _), marks in zip(read, labels, strict=True)]
        scores["labels_f1_peer"] = f1(read, told)
    return scores


def marked(line: str) -> tuple[str, set[Entity]]:
    """Return a sentence without its marks, and its entities."""
    text, found, at = "", set[Entity](), 0
    for match in MARKED.finditer(line):
        text += line[at : match.start()]
        found.add((len(text), len(text) + len(match[2]), match[1]))
        text, at = text + match[2], match.end()
    return text + line[at:], found


def whole(text: str) -> set[Entity]:
    """Return the names the pipeline reads in an English article of one sentence."""
    document = annotate_english(text)
    return {(each.start, each.end, each.kind) for each in document}


def annotate_english(text: str) -> Iterator[Labelled]:
    document = annotated(replace(article(text), language="en"))
    for span, kind in document.names("places"):
        yield Labelled(span.start, span.end, kind)


def alone(text: str, marks: Sequence[Labelled] | None) -> set[Entity]:
    """Return the names that rules, or rules with these labels, read in a sentence."""
    sentence = read_sentence(replace(article(text), language="en").span(0, len(text)))
    names = read_names([sentence], load("en"), outlets(), labels=None if marks is None else [marks])
    return {(name.start, name.end, name.label) for name in names}


def f1(read: Sequence[tuple[str, set[Entity]]], found: Sequence[set[Entity]]) -> float:
    """Return micro F1 of exact spans with their kind."""
    right = sum(len(gold & mine) for (_, gold), mine in zip(read, found, strict=True))
    count = sum(len(gold) + len(mine) for (_, gold), mine in zip(read, found, strict=True))
    return 2 * right / count
