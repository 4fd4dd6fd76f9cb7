"""Modality of clauses on labelled June 2025 news: asserted, negated, hedged, denied, asked or planned.

339 clauses of 223 sentences, labelled by offsets before any output was seen (the pack's word lists had been read). Whoever
wrote the rules had labelled both halves; errors were read in `tune` alone. The sentences: of 80 articles drawn by hash,
one at random ("random") and one that a wide pattern of modal words and their look-alikes finds ("cue"); of 84 more,
one by narrower patterns of each kind and of false friends; those without a clear clause are left out. A clause is a finite
verb with its own words; several to a sentence where they differ. Verdicts: "asserted" is stated as so; "negated" stated as
not so; "hedged" not vouched for, conditions ("jika …") among them; "denied" what somebody denies or what is said to be untrue;
"asked"; "planned" not yet so: intended, foreseen, wished, asked for, an aim ("agar …"). General truths with "akan" are asserted.

- `accuracy`: all six verdicts; `random_accuracy`: on the sentences drawn at random alone; `macro_f1`: mean F1 of verdicts;
- `held_back`: of what is hedged, denied, asked or planned, the share not taken for a statement, asserted or negated;
- `let_through`: of statements, the share taken for one.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evals.labelled_news import labelled
from rujuk.annotate.document import annotate
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document, modality_of
from rujuk.model.text import Span
from rujuk.outlets.base import load

STATED = frozenset({"asserted", "negated"})
Verdicts = list[tuple[str, str, str]]


def run(data: Path, part: str = "report") -> dict[str, float]:
    """Return the scores on the labels of a part."""
    found = [item for _, _, item in verdicts(data, part)]
    return {
        "accuracy": _share([gold == mine for gold, mine, _ in found]),
        "random_accuracy": _share([gold == mine for gold, mine, drawn in found if drawn == "random"]),
        "macro_f1": _macro(found),
        "held_back": _share([mine not in STATED for gold, mine, _ in found if gold not in STATED]),
        "let_through": _share([mine in STATED for gold, mine, _ in found if gold in STATED]),
    }


def verdicts(data: Path, part: str) -> Iterator[tuple[Document, Span, tuple[str, str, str]]]:
    """Yield each labelled clause with its label, what was read, and how its sentence was drawn."""
    for item in labelled(data, "modality"):
        if item.part != part:
            continue
        document = annotate(item.article, packs=load_all(), outlets=load())
        for gold in item.items:
            clause = item.article.span(gold["start"], gold["end"])
            yield document, clause, (gold["verdict"], verdict(document, clause), gold["drawn"])


def verdict(document: Document, clause: Span) -> str:
    """Return the modality that was read for a clause; "negated" for an assertion that a negation governs."""
    modality = modality_of(document.modal_cues, [clause])
    negated = any(cue.negates(clause) for cue in document.modal_cues)
    return "negated" if modality == "asserted" and negated else modality


def _macro(found: Verdicts) -> float:
    right = Counter(gold for gold, mine, _ in found if gold == mine)
    totals = Counter(gold for gold, _, _ in found) + Counter(mine for _, mine, _ in found)
    kinds = {gold for gold, _, _ in found}
    return sum(2 * right[kind] / totals[kind] for kind in kinds) / max(1, len(kinds))


def _share(flags: list[bool]) -> float:
    return sum(flags) / max(1, len(flags))
