"""Fit the pair model of `cluster` on the labelled stories ("may fit") and write src/rujuk/cluster/model.json.

    RUJUK_DATA=... python -m training.fit_cluster

The labelled articles of the fit half (evals.stories) are clustered among all labelled ones. Positive pairs are candidate
pairs of one story, negative ones candidate pairs of two stories or with a look-alike. Logistic regression with an L2
penalty by Newton's method: 14 numbers. Pairs of a story of n articles weigh 1/sqrt(n-1), so that the few large stories do
not decide alone. `join_at` is the value with the best B-cubed F1 on the fit half.
"""

import json
import os
from pathlib import Path

import numpy as np
from evals.stories import Labelled, b_cubed, labelled

from rujuk.cluster.candidates import stack
from rujuk.cluster.features import MODEL, Model, chance, features, frequencies
from rujuk.cluster.grouping import group
from rujuk.cluster.sketch import Sketch, sketch
from rujuk.cluster.stories import ClusterConfig, pair_cosines, pairs_to_score

PENALTY = 0.3
GRID = np.round(np.arange(0.04, 0.9, 0.02), 2)


def fit(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray, penalty: float = PENALTY) -> np.ndarray:
    """Return the logistic weights, the constant last and not penalised."""
    table = np.hstack([rows, np.ones((len(rows), 1))])
    found = np.zeros(table.shape[1])
    ridge = np.diag([penalty] * rows.shape[1] + [0.0])
    for _ in range(50):
        chances = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (weights * (chances - labels)) + ridge @ found
        curve = (table * (weights * chances * (1 - chances))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-9:
            break
    return found


class Pairs:
    """The candidate pairs of the labelled articles with their features."""

    def __init__(self, gold: Labelled, config: ClusterConfig) -> None:
        ordered = sorted(gold.documents, key=lambda item: (item.article.published_at or "~", item.article.id))
        self.sketches: list[Sketch] = [sketch(item, config.lead_characters) for item in ordered]
        rows = stack(self.sketches, gold.vectors)
        self.pairs = pairs_to_score(self.sketches, rows, config)
        known = frequencies(self.sketches, config.stream)
        self.found = [
            features(self.sketches[i], self.sketches[j], cosine, known)
            for (i, j), cosine in zip(self.pairs, pair_cosines(rows, self.pairs), strict=True)
        ]
        self.names = list(self.found[0])
        self.table = np.array([[item[name] for name in self.names] for item in self.found])

    def truth(self, gold: Labelled, half: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return which pairs lie in a half, whether each is of one story, and its weight."""
        ids = [item.id for item in self.sketches]
        inside = np.array([gold.half[ids[i]] == half == gold.half[ids[j]] for i, j in self.pairs])
        same = np.array([gold.story[ids[i]] == gold.story[ids[j]] for i, j in self.pairs])
        sizes: dict[str, int] = {}
        for story in gold.story.values():
            sizes[story] = sizes.get(story, 0) + 1
        weights = np.array(
            [
                (sizes[gold.story[ids[i]]] - 1) ** -0.5 if ok else 1.0
                for (i, _), ok in zip(self.pairs, same, strict=True)
            ]
        )
        return inside, same.astype(float), weights

    def groups(self, model: Model, join_at: float) -> dict[str, str]:
        """Return the group of each article under a model."""
        scores = {
            pair: round(chance(item, model), 6) for pair, item in zip(self.pairs, self.found, strict=True)
        }
        found = group(len(self.sketches), scores, join_at)
        return {self.sketches[at].id: str(members[0]) for members in found for at in members}


def main() -> None:
    """Fit, print what was found on both halves, write the model."""
    gold = labelled(Path(os.environ["RUJUK_DATA"]))
    pairs = Pairs(gold, ClusterConfig())
    inside, same, weights = pairs.truth(gold, "fit")
    found = fit(pairs.table[inside], same[inside], weights[inside])
    values = {name: round(float(value), 3) for name, value in zip(pairs.names, found[:-1], strict=True)}
    model = Model(values, round(float(found[-1]), 3), 0.5)
    scored = {float(cut): b_cubed(pairs.groups(model, cut), gold, "fit")["f1"] for cut in GRID}
    best = max(scored.values())
    good = [cut for cut, value in scored.items() if value >= best - 0.003]
    model = Model(values, model.constant, float(round(float(np.median(good)), 2)))
    for half in ("fit", "report"):
        print(
            half, {k: round(v, 4) for k, v in b_cubed(pairs.groups(model, model.join_at), gold, half).items()}
        )
    print(json.dumps(values, indent=1), model.constant, model.join_at, scored)
    write(model, int(inside.sum()), int(same[inside].sum()))


def write(model: Model, pairs: int, positive: int) -> None:
    """Write the model with a line that says what it was fitted on."""
    about = f"stories-id-2025-06 dev, fit half: {pairs} candidate pairs, {positive} of one story; training/fit_cluster.py"
    data = {
        "about": about,
        "weights": dict(model.weights),
        "constant": model.constant,
        "join_at": model.join_at,
    }
    MODEL.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
