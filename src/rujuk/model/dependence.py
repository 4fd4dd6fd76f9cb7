"""How likely two reports depend on each other: one logistic form and one file of fitted numbers, for articles and for statements.

`articles` says it of two whole articles of a story, `reports` of what two of them say of one statement; the second reads the first as
one of its signs. Which signs there are is known where they are read, in `cluster` and in `weigh`.
"""

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from rujuk.model.errors import ConfigError

MODEL = Path(__file__).with_name("dependence.json")
Level = Literal["articles", "reports"]


@dataclass(frozen=True, slots=True)
class DependenceModel:
    """Fitted numbers: a weight for each sign, the constant, and the chance from which an edge of reuse is told (articles only)."""

    weights: Mapping[str, float]
    constant: float
    told_at: float = 1.0

    def chance(self, signs: Mapping[str, float]) -> float:
        """Return the chance, 0..1 to six decimals, that a pair with these signs depends; a sign without a weight raises KeyError."""
        logit = self.constant + math.fsum(self.weights[name] * value for name, value in signs.items())
        return round(1 / (1 + math.exp(-max(-50.0, min(50.0, logit)))), 6)


@cache
def fitted(level: Level, signs: Collection[str] = (), path: Path = MODEL) -> DependenceModel:
    """Return the fitted model of a level; raises ConfigError where `signs` are named and it was fitted on others."""
    data = json.loads(path.read_text(encoding="utf-8"))[level]
    if signs and sorted(data["weights"]) != sorted(signs):
        raise ConfigError(
            f"{path}: {level} fitted on {sorted(data['weights'])}; this version has {sorted(signs)}"
        )
    return DependenceModel(data["weights"], data["constant"], data.get("told_at", 1.0))


def write(level: Level, model: DependenceModel, about: str, path: Path = MODEL) -> str:
    """Write one level of the file, the other one as it is, and return the new text."""
    data = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    own = {"about": about, "weights": dict(sorted(model.weights.items())), "constant": model.constant}
    data[level] = own | ({"told_at": model.told_at} if level == "articles" else {})
    text = json.dumps(dict(sorted(data.items())), indent=2) + "\n"
    path.write_text(text, encoding="utf-8")
    return text
