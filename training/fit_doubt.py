"""Fit how much surer of a name than of none the bundled encoder must be, and write it into its config.json.

    RUJUK_DATA=... python -m training.fit_doubt

Trained on sentences into which names of lists were put, the branch is too ready to see one. One number, raised onto the
score of "no name", is chosen on the sentences of idner-news-2k's development part with an even number (from 0); those
with an odd number are reported. `fork_labels` keeps the number of the config it begins from.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from os import environ
from pathlib import Path

from rujuk.encoder import Encoder
from rujuk.encoder.files import BUNDLED, CONFIG, read_files
from training.check_labels import score
from training.label_corpora import Example, read_idner

DOUBTS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
NEAR = 0.005
"""F1 below the best at which a smaller doubt is taken: one or two names of a half, and doubt loses names elsewhere."""
EVERY = ("PER", "ORG", "LOC")


def least_of_the_best(scores: Mapping[float, float]) -> float:
    """The smallest doubt whose score is near the best."""
    return min(doubt for doubt, f1 in scores.items() if f1 >= max(scores.values()) - NEAR)


def scores_of(encoders: Mapping[float, Encoder], examples: list[Example]) -> dict[float, float]:
    """Return the F1 of each doubt, by the encoder that reads with it."""
    return {doubt: score(encoder, examples, EVERY)["all"] for doubt, encoder in encoders.items()}


def encoders_of(doubts: tuple[float, ...]) -> dict[float, Encoder]:
    """The bundled encoder with each doubt; all run one network."""
    files, bundled = read_files(BUNDLED), Encoder.load(threads=1)
    return {
        doubt: Encoder(replace(files, doubt=doubt), bundled._session, bundled._tokenizer, threads=1)  # noqa: SLF001
        for doubt in doubts
    }


def main() -> None:
    """Choose the doubt on one half of the held names, print both halves, and write it to the encoder."""
    pairs = read_idner(Path(environ["RUJUK_DATA"]), "dev")
    encoders = encoders_of(DOUBTS)
    chosen, reported = (scores_of(encoders, [pair[0] for pair in pairs[half::2]]) for half in (0, 1))
    for doubt in DOUBTS:
        print(f"| {doubt} | {chosen[doubt]:.4f} | {reported[doubt]:.4f} |")
    path = BUNDLED / CONFIG
    config = json.loads(path.read_text("utf-8")) | {"doubt": least_of_the_best(chosen)}
    path.write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
