"""Reuse: which pairs of articles share text, an original or a quotation; who took from whom; how well the chance is calibrated.

Each story is scored with a model fitted on the other stories (the labelled events, and the made-up ones of samples/). The
signs of the model, and the other numbers of ReuseConfig, were chosen with the same labels in view.
"""

from pathlib import Path

from training.fit_reuse import left_out

from evals.reuse_cases import brier_ratio, cases, pair_scores
from rujuk.model.dependence import fitted


def run(data: Path) -> dict[str, float]:
    """Return pair F1, precision and recall, the share of directions right, unlabelled pairs without an edge, and 1 - Brier ratio."""
    stories = cases(data)
    models = left_out(stories, fitted("articles").told_at)
    found = {}
    for made_up, prefix in ((False, ""), (True, "samples_")):
        own = [at for at, case in enumerate(stories) if case.made_up is made_up]
        chosen, theirs = [stories[at] for at in own], [models[at] for at in own]
        scores = pair_scores(chosen, theirs)
        found |= {
            f"{prefix}pair_f1": scores["f1"],
            f"{prefix}pair_precision": scores["precision"],
            f"{prefix}pair_recall": scores["recall"],
            f"{prefix}direction": scores["direction"],
            f"{prefix}strangers_left_alone": 1 - scores["false_edges"],
            f"{prefix}brier_gain": 1 - brier_ratio(chosen, theirs),
        }
    return found
