"""What each group of features of `rujuk.align.parts` is worth on the labelled events; prints a table, writes nothing.

    RUJUK_DATA=... python -m training.ablate_parts

Each event is scored by a model fitted on the other events and the samples, with all features, without one group, and with one group
alone, and cut at the score that is best on the other events. Intervals: the middle 95 % over draws of pairs with replacement;
of a difference, over the same draws for both, so that it is told from noise where either interval would hide it.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from evals.events import events, made_up_events
from evals.pairs import average_precision, crossed, f1, leave_one_out

from rujuk.align.parts import NAMES
from training.fit_parts import Examples, examples

DRAWS, SEED = 1000, 7
GROUPS: Mapping[str, tuple[str, ...]] = {
    "meaning by vector": ("nearest", "centred_meaning", "centred_sentences", "stands_out"),
    "words, letters": ("words", "letters", "around", "lengths", "substance"),
    "terms of the story": ("terms_around", "terms_stand_out", "around_stands_out"),
    "figures and counts": ("numbers", "counts_differ", "figures"),
    "times": ("times", "timed"),
    "names": ("other_names", "persons"),
    "who says it": ("speakers", "attributions"),
    "place in the text": ("places", "neighbours"),
    "negation": ("polarity",),
}


def only(item: Examples, names: Sequence[str]) -> Examples:
    """Return an event's pairs with these features alone."""
    return replace(item, rows=item.rows[:, [NAMES.index(name) for name in names]])


def scored(
    own: Sequence[Examples], always: Sequence[Examples], names: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return labels, scores and what passes the cut, over all events, by models of these features."""
    found = leave_one_out([only(item, names) for item in own], [only(item, names) for item in always])
    labels, scores = (np.concatenate(side) for side in zip(*found, strict=True))
    return labels, scores, np.concatenate([crossed(index, found) for index in range(len(found))])


def middle(values: Sequence[float]) -> str:
    """Return the middle 95 % of values as text."""
    low, high = np.quantile(values, [0.025, 0.975])
    return f"{low:.3f} to {high:.3f}"


def main() -> int:
    """Print the table."""
    own = [examples(event) for event in events(Path(os.environ["RUJUK_DATA"]))]
    always = [examples(event) for event in made_up_events()]
    labels, scores, passed = scored(own, always, NAMES)
    draw = np.random.default_rng(SEED)
    picks = [draw.integers(0, len(labels), len(labels)) for _ in range(DRAWS)]
    whole = [f1(labels[pick], passed[pick]) for pick in picks]
    print(f"all | {average_precision(labels, scores):.3f} | {f1(labels, passed):.3f} | {middle(whole)}")
    for name, group in GROUPS.items():
        for kind, names in (("without", [n for n in NAMES if n not in group]), ("alone", list(group))):
            _, scores, without = scored(own, always, names)
            drawn = [f1(labels[pick], without[pick]) for pick in picks]
            change = [all_ - this for all_, this in zip(whole, drawn, strict=True)]
            told = f"{average_precision(labels, scores):.3f} | {f1(labels, without):.3f} | {middle(drawn)}"
            print(f"{kind} {name} ({len(group)}) | {told} | {middle(change)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
