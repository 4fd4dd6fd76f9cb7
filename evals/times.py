"""Times on labelled June 2025 news: recognition F1 (any overlap, one to one) and F1 with the TIMEX3 value right too."""

from pathlib import Path

from evals.labelled_news import Labelled, Tally, labelled, paired, sentences
from rujuk.annotate.times import read_times
from rujuk.lang.base import LanguagePack, load
from rujuk.model.annotations import TimeValue


def run(data: Path, part: str = "report") -> dict[str, float]:
    """Return recognition and value F1 on the labels of a part."""
    pack = load("id")
    found, valued = Tally(), Tally()
    for item in labelled(data, "times"):
        if item.part != part:
            continue
        made = readings(item, pack)
        pairs = list(paired(made, item.items))
        for tally in (found, valued):
            tally.made += len(made)
            tally.wanted += len(item.items)
        found.right += len(pairs)
        valued.right += sum(time.timex == gold["timex"] for time, gold in pairs)
    return {"recognition_f1": found.f1, "value_f1": valued.f1}


def readings(item: Labelled, pack: LanguagePack) -> list[TimeValue]:
    """Return what is read in an article, outside of the stretches left out."""
    times = read_times(item.article, sentences(item.article, pack), pack)
    return [time for time in times if item.scored(time.span)]
