"""Fit the weights of `annotate.coreference` on the tune halves of two corpora ("may train") and write coreference.json.

    RUJUK_DATA=... python -m training.fit_coreference

Softmax regression over the persons named before each pronoun, plain gradient descent with an L2 penalty: nine numbers, no
words. Whom the pronoun before stood for is what the weights of the round before chose, so that an error is not handed on. News counts three times as much as the encyclopedia, of which there is ten times more.
"""

import json
import os
from pathlib import Path

import numpy as np
from evals.entities import part_of
from evals.pronouns import NEAREST, Case, accuracy, csui_cases, indocoref_cases

from rujuk.annotate.coreference import MODEL, antecedent, features

STEPS = 400
RATE = 1.0
PENALTY = 1e-4
NEWS = 3.0
ROUNDS = 4


def main() -> None:
    """Fit on the tune halves, write the weights, and say the accuracy there."""
    data = Path(os.environ["RUJUK_DATA"])
    parts = {"csui": list(csui_cases(data)), "indocoref": list(indocoref_cases(data))}
    tune = {name: [case for case in cases if part_of(case.key) == "tune"] for name, cases in parts.items()}
    named: dict[str, float] = dict(NEAREST)
    for _ in range(ROUNDS):
        rows = [
            (matrix, right, NEWS if name == "csui" else 1.0)
            for name, cases in tune.items()
            for case in cases
            for matrix, right in examples(case, named)
        ]
        fitted = fit(rows)
        named = {key: round(float(value), 3) for key, value in zip(NAMES, fitted, strict=True)}
    MODEL.write_text(json.dumps({"weights": named}, indent=2) + "\n", encoding="utf-8")
    for name, cases in tune.items():
        print(name, len(rows), round(accuracy(cases, named), 4))


NAMES = ("distance", "here", "before", "leads", "opens", "nearest", "often", "latest", "first")


def examples(case: Case, chosen: dict[str, float]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return, for each pronoun with a right and a wrong candidate, the features of all and which are right."""
    found, latest = [], None
    for place, gold in case.pronouns:
        options = list(features(case.told, place, latest))
        right = np.array([entity in gold for entity, _ in options])
        if right.any() and not right.all():
            found.append((np.array([[values[key] for key in NAMES] for _, values in options]), right))
        latest = antecedent(case.told, place, latest, chosen)
    return found


def fit(rows: list[tuple[np.ndarray, np.ndarray, float]]) -> np.ndarray:
    """Return the weights that make the right persons most probable."""
    own = np.zeros(len(NAMES))
    total = sum(weight for _, _, weight in rows)
    for _ in range(STEPS):
        slope = PENALTY * own
        for matrix, right, weight in rows:
            odds = np.exp(matrix @ own - (matrix @ own).max())
            shares = odds / odds.sum()
            wanted = np.where(right, shares, 0) / shares[right].sum()
            slope -= weight * (wanted - shares) @ matrix / total
        own -= RATE * slope
    return own


if __name__ == "__main__":
    main()
