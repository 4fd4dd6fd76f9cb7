"""Score the labels of an encoder on what it was not trained on; `training/labels.md` holds the results.

    RUJUK_DATA=... python -m training.check_labels [FOLDER]

Of each corpus its development part: idner-news-2k in halves (the first chose what is shipped, the second is reported),
as spaced tokens and as printed; NERGrit and NERP with the labels of idner-news-2k, persons and places only.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from os import environ
from pathlib import Path

from rujuk.encoder import Encoder
from training.label_corpora import Example, Span, read_idner, read_nergrit, read_nerp

SAME = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG", "PPL": "PER", "PLC": "LOC"}


def f1(found: Iterable[set[Span]], wanted: Iterable[set[Span]]) -> dict[str, float]:
    """Entity F1 by kind and over all: exact offsets and kind."""
    right, mine, gold = Counter[str](), Counter[str](), Counter[str]()
    for one, other in zip(found, wanted, strict=True):
        for counter, items in ((right, one & other), (mine, one), (gold, other)):
            counter.update(kind for _, _, kind in items)
            counter["all"] += len(items)
    return {key: 2 * right[key] / (mine[key] + gold[key]) for key in sorted(gold) if gold[key]}


def score(encoder: Encoder, examples: Sequence[Example], kinds: Sequence[str]) -> dict[str, float]:
    read = encoder.read([example.text for example in examples])
    found = [{(s, e, kind) for s, e, kind in labels if kind in kinds} for labels in read.labels]
    named = [{(s, e, SAME.get(kind, kind)) for s, e, kind in example.spans} for example in examples]
    return f1(found, [{span for span in spans if span[2] in kinds} for spans in named])


def report(encoder: Encoder, data: Path) -> dict[str, dict[str, float]]:
    every = ("PER", "ORG", "LOC")
    pairs = read_idner(data, "dev")
    sets: dict[str, tuple[list[Example], tuple[str, ...]]] = {
        "idner, first half": ([pair[0] for pair in pairs[::2]], every),
        "idner, second half": ([pair[0] for pair in pairs[1::2]], every),
        "idner, as printed": ([pair[1] for pair in pairs], every),
        "nergrit, its valid part": (read_nergrit(data, "valid"), every),
        "nerp, its valid part": (read_nerp(data, "valid"), ("PER", "LOC")),
    }
    return {name: score(encoder, examples, kinds) for name, (examples, kinds) in sets.items()}


def main() -> None:
    encoder = Encoder.load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    for name, scores in report(encoder, Path(environ["RUJUK_DATA"])).items():
        print(f"| {name} | {' | '.join(f'{key} {value:.4f}' for key, value in scores.items())} |")


if __name__ == "__main__":
    main()
