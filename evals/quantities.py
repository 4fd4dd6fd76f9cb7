"""Quantities on labelled June 2025 news: found (F1 by overlap), and F1 with value, high end, unit and counted all right."""

from pathlib import Path
from typing import Any

from evals.labelled_news import Labelled, Tally, labelled, paired, sentences
from rujuk.annotate.quantities import read_quantities
from rujuk.annotate.times import read_times
from rujuk.lang.base import LanguagePack, load
from rujuk.model.annotations import Quantity


def run(data: Path, part: str = "report") -> dict[str, float]:
    """Return the F1 of finding, of value and unit, and of value, unit and counted, on the labels of a part."""
    pack = load("id")
    found, valued, exact = Tally(), Tally(), Tally()
    for item in labelled(data, "quantities"):
        if item.part != part:
            continue
        made = readings(item, pack)
        pairs = list(paired(made, item.items))
        for tally in (found, valued, exact):
            tally.made += len(made)
            tally.wanted += len(item.items)
        found.right += len(pairs)
        valued.right += sum(same_value(*pair) for pair in pairs)
        exact.right += sum(same_value(*pair) and same_counted(item, *pair) for pair in pairs)
    return {"found_f1": found.f1, "value_f1": valued.f1, "exact_f1": exact.f1}


def same_value(quantity: Quantity, gold: dict[str, Any]) -> bool:
    """Return whether value, high end and unit are the labelled ones."""
    return (quantity.value, quantity.high, quantity.unit) == (gold["value"], gold["high"], gold["unit"])


def same_counted(item: Labelled, quantity: Quantity, gold: dict[str, Any]) -> bool:
    """Return whether the words for what is counted are the labelled ones."""
    return quantity.counted == item.words(gold["counted"])


def readings(item: Labelled, pack: LanguagePack) -> list[Quantity]:
    """Return what is read in an article, outside of the stretches left out."""
    spans = sentences(item.article, pack)
    times = read_times(item.article, spans, pack)
    quantities = read_quantities(item.article, spans, times, pack)
    return [quantity for quantity in quantities if item.scored(quantity.span)]
