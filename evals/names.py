"""Entity F1 on the dev part of idner-news-2k: exact span and kind, micro-averaged, PER, ORG and LOC apart as well.

Its train part was read for errors while the rules were written, and so were the sentences of the dev part with an even number,
from 0; those with an odd number were not: `unread_f1`. Each sentence stands alone, so names that an article would
explain elsewhere are harder here than in an article. Names are a document's as this corpus counts them (`acts_apart`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.reading import annotated, labels_of
from evals.sentences import article
from rujuk.encoder.labels import Labelled

Entity = tuple[int, int, str]


def run(data: Path, part: str = "dev") -> dict[str, float]:
    """Return the F1 of all entities, of each kind, of the unread half; of the encoder's labels alone, if it has any."""
    right, found, wanted = Counter[str](), Counter[str](), Counter[str]()
    read = list(sentences(data / "ner-idner-news-2k" / f"{part}.txt"))
    labels: Sequence[Sequence[Labelled] | None] = labels_of([text for text, _ in read]) or [None] * len(read)
    for number, (text, gold) in enumerate(read):
        mine = predicted(text)
        for counter, items in ((right, mine & gold), (found, mine), (wanted, gold)):
            counter.update(label for _, _, label in items)
            counter["all"] += len(items)
            counter["unread"] += len(items) * (number % 2)
    scores = {
        f"{key.lower()}_f1": 2 * right[key] / (found[key] + wanted[key])
        for key in ("all", "PER", "ORG", "LOC", "unread")
    }
    return scores | labels_alone(read, labels)


def labels_alone(
    read: Sequence[tuple[str, set[Entity]]], labels: Sequence[Sequence[Labelled] | None]
) -> dict[str, float]:
    """Return the F1 of what the encoder labels, nothing where it labels nothing."""
    pairs = [
        (gold, {(m.start, m.end, m.kind) for m in marks if m.kind != "GPE"})
        for (_, gold), marks in zip(read, labels, strict=True)
        if marks is not None
    ]
    right = sum(len(gold & mine) for gold, mine in pairs)
    count = sum(len(gold) + len(mine) for gold, mine in pairs)
    return {"labels_f1": 2 * right / count} if count else {}


def predicted(text: str) -> set[Entity]:
    """Return the names of a document of one sentence as start, end and kind."""
    names = annotated(article(text)).names("acts_apart")
    return {(span.start, span.end, kind) for span, kind in names}


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
