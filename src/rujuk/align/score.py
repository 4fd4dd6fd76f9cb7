"""The fitted model that turns a pair's features into the probability that both assert the same fact."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from rujuk.model.errors import ConfigError


@dataclass(frozen=True, slots=True)
class PairModel:
    """A logistic model: a weight for each feature, in their order, and the intercept."""

    weights: tuple[float, ...]
    intercept: float

    def probabilities(self, vectors: Sequence[Sequence[float]] | np.ndarray) -> np.ndarray:
        """Return the probability of each feature vector, rounded to 6 decimals so that no processor's noise decides."""
        if not len(vectors):
            return np.zeros(0)
        scores = np.asarray(vectors, dtype=np.float64) @ np.asarray(self.weights) + self.intercept
        found: np.ndarray = np.round(1 / (1 + np.exp(-np.clip(scores, -40, 40))), 6)
        return found


@cache
def load_model(path: Path, names: tuple[str, ...]) -> PairModel:
    """Return the model fitted on features of these names; raises ConfigError where the file holds others."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if sorted(data["weights"]) != sorted(names):
        raise ConfigError(f"{path}: fitted on {sorted(data['weights'])}; this version has {sorted(names)}")
    return PairModel(tuple(data["weights"][name] for name in names), data["intercept"])
