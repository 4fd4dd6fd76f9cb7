"""Entity F1 on the dev part of idner-news-2k: exact span and kind, micro-averaged, PER, ORG and LOC apart as well.

Its train part was read for errors while the rules were written; the dev part is the report split. Each sentence stands
alone, so names that an article would explain elsewhere are harder here than in an article.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.reading import labels_of, outlets
from evals.sentences import article
from rujuk.annotate.mentions import read_names
from rujuk.annotate.tokens import read_sentence
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import LanguagePack, load

Entity = tuple[int, int, str]


def run(data: Path, part: str = "dev") -> dict[str, float]:
    """Return the F1 of all entities and of each kind; of the encoder's labels alone, if it has any."""
    pack = load("id")
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    read = list(sentences(data / "ner-idner-news-2k" / f"{part}.txt"))
    labels: Sequence[Sequence[Labelled] | None] = labels_of([text for text, _ in read]) or [None] * len(read)
    for (text, gold), found_labels in zip(read, labels, strict=True):
        mine = predicted(text, pack, found_labels)
        for counter, items in ((right, mine & gold), (found, mine), (wanted, gold)):
            counter.update(label for _, _, label in items)
            counter["all"] += len(items)
    scores = {
        f"{key.lower()}_f1": 2 * right[key] / (found[key] + wanted[key])
        for key in ("all", "PER", "ORG", "LOC")
    }
    return scores | labels_alone(read, labels)


def labels_alone(
    read: Sequence[tuple[str, set[Entity]]], labels: Sequence[Sequence[Labelled] | None]
) -> dict[str, float]:
    """Return the F1 of what the encoder labels, nothing where it labels nothing."""
    pairs = [
        (gold, set[Entity](marks)) for (_, gold), marks in zip(read, labels, strict=True) if marks is not None
    ]
    right = sum(len(gold & mine) for gold, mine in pairs)
    count = sum(len(gold) + len(mine) for gold, mine in pairs)
    return {"labels_f1": 2 * right / count} if count else {}


def predicted(text: str, pack: LanguagePack, labels: Sequence[Labelled] | None) -> set[Entity]:
    """Return the names read in a sentence as start, end and kind."""
    sentence = read_sentence(article(text).span(0, len(text)))
    names = read_names([sentence], pack, outlets(), labels=None if labels is None else [labels])
    return {(name.start, name.end, name.label) for name in names}


def sentences(path: Path) -> Iterator[tuple[str, set[Entity]]]:
    """Yield each sentence, its tokens joined by a space, with its entities."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip()]
        if rows:
            yield " ".join(row[0] for row in rows), set(_entities(rows))


def _entities(rows: Sequence[Sequence[str]]) -> Iterator[Entity]:
    place, start, label = 0, -1, ""
    for word, *_, tag in [*rows, ["", "", "O"]]:
        if start >= 0 and not tag.startswith("I-"):
            yield start, place - 1, label
            start = -1
        if tag.startswith("B-"):
            start, label = place, tag[2:]
        place += len(word) + 1
