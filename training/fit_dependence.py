"""Fit how likely two reports of a statement depend on each other, and write it as `reports` in src/rujuk/model/dependence.json.

    python -m training.fit_dependence [STORIES]

Examples are pairs of reports of one statement in generated stories of the half `develop` (`evals/generated`), read by the whole
pipeline: they depend on each other where the fact has one true origin or they have one owner. All text is ours. Logistic
regression with an L2 penalty by Newton's method, each statement weighing one: 11 numbers. One sign is the chance that the two whole
articles rest on one original, which `training.fit_reuse` fits: run that first.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import numpy as np
from evals.dependence import Example, examples
from evals.generated.pipeline import gather
from evals.generated.stories import generate

from rujuk.model.dependence import DependenceModel, write
from rujuk.weigh.likelihood import FEATURES
from training.logistic import logistic

PENALTY = 1.0
STORIES = 300


def fit(found: list[Example]) -> tuple[np.ndarray, float]:
    """Return the weights and the intercept."""
    rows = np.array([example.values for example in found])
    labels = np.array([float(example.depends) for example in found])
    sizes = Counter(example.statement for example in found)
    weights = np.array([1 / sizes[example.statement] for example in found])
    solution = logistic(rows, labels, weights, PENALTY)
    return solution[:-1], float(solution[-1])


def main() -> None:
    """Fit on so many stories and write the model."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else STORIES
    stories = [generate("develop", number) for number in range(size)]
    found = [example for texts in gather(stories) for example in examples(texts)]
    weights, intercept = fit(found)
    weighted = {f.__name__: round(float(w), 4) for f, w in zip(FEATURES, weights, strict=True)}
    about = f"{size} generated stories of the half develop: {len(found)} pairs of reports; training/fit_dependence.py"
    text = write("reports", DependenceModel(weighted, round(intercept, 4)), about)
    for line in _described(found):
        print(line)
    print(text)


def _described(found: list[Example]) -> Iterator[str]:
    """Yield how often each feature is there, and how often such pairs depend on each other."""
    for number, feature in enumerate(FEATURES):
        held = [example.depends for example in found if example.values[number] > 0]
        yield f"{feature.__name__:22} {len(held):6} {sum(held) / max(1, len(held)):.3f}"
    for one, other in combinations(range(len(FEATURES)), 2):
        held = [e.depends for e in found if e.values[one] > 0 and e.values[other] > 0]
        if len(held) > 30:
            yield f"  {FEATURES[one].__name__} + {FEATURES[other].__name__}: {len(held)} {sum(held) / len(held):.3f}"


if __name__ == "__main__":
    main()
