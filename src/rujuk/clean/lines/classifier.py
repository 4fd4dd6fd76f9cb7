"""The line classifier: how likely each line of a page is body, by a model of two readings.

The first reading sees a line and its place, or where a page came without markup the lines around it; the second the
same and what the first said of the other lines. Both are logistic; `training/fit_clean.py` writes their weights to
model.json, with what they were fitted on: one pair for web pages, one for flattened text.
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
from rujuk.clean.lines.features import Context, columns_of, context_columns
from rujuk.clean.lines.line import Line
from rujuk.clean.lines.rules import Rules

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
        columns = columns_of(lines, context, rules, config, {*self.first.weights, *self.second.weights})
        first = self.first.probabilities(columns, len(lines))
        second = self.second.probabilities({**columns, **context_columns(lines, first)}, len(lines))
        found: list[float] = second.tolist()
        return found


@dataclass(frozen=True, slots=True)
class LineModels:
    """The model of the lines of web pages, and that of flattened text."""

    web: LineModel
    text: LineModel


@cache
def bundled() -> LineModels:
    """Return the models that come with the package, read once."""
    return from_json(json.loads(MODEL.read_text(encoding="utf-8")))


def from_json(data: Mapping[str, Any]) -> LineModels:
    """Return the models that a model file holds."""
    return LineModels(_model(data["web"]), _model(data["text"]))


def _model(data: Mapping[str, Any]) -> LineModel:
    first, second = (Reading(data[name]["weights"], data[name]["bias"]) for name in ("first", "second"))
    return LineModel(first, second, data["threshold"])
