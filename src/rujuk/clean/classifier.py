"""The line classifier: how likely each line of a web page is body, by a model of two readings.

The first reading sees a line and its place; the second the same and what the first said of the lines around it. Both
are logistic; `training/fit_clean.py` writes their weights to model.json, with what they were fitted on.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rujuk.clean.config import CleanConfig
from rujuk.clean.features import Context, context_columns, place_columns, text_columns
from rujuk.clean.lines import Line
from rujuk.clean.rules import Rules

MODEL = Path(__file__).with_name("model.json")
STEEPEST = 30.0
"""Beyond it a logistic is 0 or 1 to twelve digits."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One logistic: what it adds for each column, and where it starts."""

    weights: Mapping[str, float]
    bias: float

    def probabilities(self, columns: Mapping[str, NDArray[np.float64]], count: int) -> NDArray[np.float64]:
        """Return the probability of each of `count` lines; a column that is not there adds nothing."""
        total = np.full(count, self.bias)
        for name, weight in self.weights.items():
            if name in columns:
                total += weight * columns[name]
        found: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(total, -STEEPEST, STEEPEST)))
        return found


@dataclass(frozen=True, slots=True)
class LineModel:
    """The two readings of the lines of a page, and the probability from which a line is body."""

    first: Reading
    second: Reading
    threshold: float

    def probabilities(
        self, lines: Sequence[Line], context: Context, rules: Rules, config: CleanConfig
    ) -> list[float]:
        """Return how likely each line is body, between 0 and 1."""
        if not lines:
            return []
        columns = {**text_columns(lines, context, rules, config), **place_columns(lines, context)}
        first = self.first.probabilities(columns, len(lines))
        second = self.second.probabilities({**columns, **context_columns(lines, first)}, len(lines))
        return [float(value) for value in second]


@cache
def bundled() -> LineModel:
    """Return the model that comes with the package, read once."""
    return from_json(json.loads(MODEL.read_text(encoding="utf-8")))


def from_json(data: Mapping[str, Any]) -> LineModel:
    """Return the model that a model file holds."""
    first, second = (Reading(data[name]["weights"], data[name]["bias"]) for name in ("first", "second"))
    return LineModel(first, second, data["threshold"])
