"""Dependence: is the probability that two reports of a statement depend on each other what it says?

On generated stories of the half `report`, where descent is known: the Brier score against that of a constant, and the calibration
curve (`python -m evals.dependence` prints it, and draws it where a picture is named). On the labelled events of June 2025 a pair of
articles depends where the labels know of reuse: what is scored is the chance of whole articles, which is a sign of the other, each
event by a model fitted without it. Those labels are not exhaustive and know 52 pairs.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training.fit_reuse import left_out

from evals.calibration import draw
from evals.generated.pipeline import Texts, gather, weighed
from evals.generated.stories import generate
from evals.independence import SAMPLE
from evals.reuse_cases import cases
from rujuk.weigh.likelihood import judge, report_model, signs_of

BINS = 10


@dataclass(frozen=True)
class Example:
    """Two reports of one statement: the features' values, what the shipped model says, and whether they depend on each other."""

    statement: str
    values: tuple[float, ...]
    probability: float
    depends: bool


def examples(texts: Texts) -> Iterator[Example]:
    """Yield the pairs of reports of each statement of a generated story that both tell its fact."""
    reports, chances = weighed(texts)
    for own in reports:
        fact = texts.fact(own.support)
        roots = (
            {claim.article_id: texts.root(claim, fact) for claim in own.support} if fact is not None else {}
        )
        for pair in own.pairs(chances):
            left, right = pair.left.article_id, pair.right.article_id
            if roots.get(left) and roots.get(right):
                owners = {texts.told[key].owner for key in (left, right)}
                values = tuple(signs_of(pair).values())
                depends = roots[left] == roots[right] or len(owners) == 1
                yield Example(own.lead.id, values, judge(pair, report_model())[0], depends)


def brier(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the mean squared distance of probabilities from what is so."""
    return sum((probability - float(so)) ** 2 for probability, so in pairs) / max(1, len(pairs))


def constant(pairs: Sequence[tuple[float, bool]]) -> float:
    """Return the Brier score of saying their own share of each pair, the best that a constant can do."""
    base = sum(so for _, so in pairs) / max(1, len(pairs))
    return brier([(base, so) for _, so in pairs])


def curve(pairs: Sequence[tuple[float, bool]]) -> list[tuple[int, float, float]]:
    """Return the calibration curve: for each tenth of probability how many pairs, what was said, and what is so, on average."""
    groups: dict[int, list[tuple[float, bool]]] = {}
    for probability, so in pairs:
        groups.setdefault(min(BINS - 1, int(probability * BINS)), []).append((probability, so))
    return [
        (len(own), sum(p for p, _ in own) / len(own), sum(so for _, so in own) / len(own))
        for _, own in sorted(groups.items())
    ]


def generated(half: str, size: int) -> list[tuple[float, bool]]:
    """Return the pairs of reports of so many generated stories of a half."""
    stories = [generate(half, number) for number in range(size)]
    return [(item.probability, item.depends) for texts in gather(stories) for item in examples(texts)]


def june(data: Path) -> list[tuple[float, bool]]:
    """Return the pairs of articles of the labelled events, each by the model of the other events; those that labels imply are left out."""
    stories = cases(data)
    return [
        (model.chance(dict(pair.signs)), frozenset((pair.left, pair.right)) in case.gold)
        for case, model in zip(stories, left_out(stories), strict=True)
        for pair in case.pairs
        if not case.made_up and frozenset((pair.left, pair.right)) not in case.implied
    ]


def run(data: Path) -> dict[str, float]:
    """Return one minus the Brier scores, and those of a constant beside them: higher is better, as everywhere in the gate."""
    found = {"generated": generated("report", SAMPLE // 2), "june": june(data)}
    scores = {f"{name}_brier_skill": 1 - brier(pairs) / constant(pairs) for name, pairs in found.items()}
    return scores | {f"{name}_one_minus_brier": 1 - brier(pairs) for name, pairs in found.items()}


def main() -> None:
    """Print Brier scores and calibration curves of so many stories of a half, and of the events where data is named; draw them where a
    picture is named: `python -m evals.dependence report 100 DATA docs/img/calibration.svg`.
    """
    half, size = (*sys.argv[1:], *("report", "200")[len(sys.argv) - 1 :])[:2]
    found = {f"reports of a statement, {size} generated stories ({half})": generated(half, int(size))}
    if len(sys.argv) > 3:
        found["articles of the labelled events of June 2025"] = june(Path(sys.argv[3]))
    for name, pairs in found.items():
        print_curve(name, pairs)
    if len(sys.argv) > 4:
        picture = draw({f"{name}: {len(pairs):,} pairs": curve(pairs) for name, pairs in found.items()})
        Path(sys.argv[4]).write_text(picture, encoding="utf-8")


def print_curve(name: str, pairs: Sequence[tuple[float, bool]]) -> None:
    """Print one calibration curve."""
    print(f"{name}: {len(pairs)} pairs, Brier {brier(pairs):.4f}, a constant {constant(pairs):.4f}")
    for count, said, so in curve(pairs):
        print(f"  {count:6} pairs: said {said:.3f}, is {so:.3f}")


if __name__ == "__main__":
    main()
