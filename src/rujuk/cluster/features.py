"""How likely two articles tell the same event: a logistic over a short list of features that can each be explained."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path

from rujuk.cluster.sketch import Rarity, Sketch, rarity

CUTS = ("join_at", "alone_at", "nearly_at", "vouched_at")
MODEL = Path(__file__).with_name("model.json")


@dataclass(frozen=True, slots=True)
class Frequencies:
    """The rarity of words, names and numbers in the set at hand."""

    words: Rarity
    names: Rarity
    numbers: Rarity


def frequencies(sketches: Sequence[Sketch], at_least: int) -> Frequencies:
    """Return the frequencies over these sketches."""
    return Frequencies(
        rarity([item.words for item in sketches], at_least),
        rarity([item.names for item in sketches], at_least),
        rarity([item.numbers for item in sketches], at_least),
    )


@dataclass(frozen=True, slots=True)
class Model:
    """Fitted numbers: a weight for each feature, the constant, and the likeness at which groups, and articles alone, join.

    `nearly_at` and `vouched_at` are those of groups of a running story (`grouping.Running`).
    """

    weights: Mapping[str, float]
    constant: float
    join_at: float
    alone_at: float
    nearly_at: float
    vouched_at: float


@cache
def fitted() -> Model:
    """Return the numbers that training/fit_cluster.py wrote."""
    data = json.loads(MODEL.read_text(encoding="utf-8"))
    return Model(data["weights"], data["constant"], *(data[cut] for cut in CUTS))


@cache
def fitted_across() -> Model:
    """Return the numbers for two articles of different languages, from the same file."""
    data = json.loads(MODEL.read_text(encoding="utf-8"))
    across = data["across"]
    return Model(across["weights"], across["constant"], *(data[cut] for cut in CUTS))


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near two articles' vectors are: as they come, and with what their languages have in common taken away."""

    plain: float
    centred: float


def scored(left: Sketch, right: Sketch, near: Likeness, known: Frequencies) -> tuple[dict[str, float], float]:
    """Return the features of a pair and the fitted chance, 0..1, that both tell one event."""
    if left.language == right.language:
        found = features(left, right, near.plain, known)
        return found, chance(found, fitted())
    found = features_across(left, right, near.centred, known)
    return found, chance(found, fitted_across())


def features(left: Sketch, right: Sketch, cosine: float, known: Frequencies) -> dict[str, float]:
    """Return the features of a pair in one language by name, each about 0..1; the same whichever article is called left.

    Left out after cross-validation on the fit half: publication gap, one outlet, names of headlines (no gain beside these).
    `series_days` is for daily items: the same headline with other days in it.
    """
    words, names = known.words, known.names
    told, other_told = words.whole(left.title), words.whole(right.title)
    # A headline is a part of title and lead, and those of the whole, so that each set of shared words is looked for in the last.
    here, there = left.title & right.whole, right.title & left.whole
    in_lead, other_in_lead = here & right.words, there & left.words
    in_both = in_lead & right.title
    apart = bool(left.days and right.days) and left.days.isdisjoint(right.days)
    headline = _of_mean(in_both, told, other_told, words)
    return {
        "vector": (cosine - 0.8) / 0.2,
        "names_told": _told_names(left, right, names),
        "words": _of_mean(left.words & right.words, words.whole(left.words), words.whole(right.words), words),
        "headline": headline,
        "headline_told": min(_part(in_lead, told, words), _part(other_in_lead, other_told, words)),
        "headline_told_whole": min(_part(here, told, words), _part(there, other_told, words)),
        "numbers": _overlap(left.numbers, right.numbers, known.numbers),
        "numbers_clash": float(_clash(left.slots, right.slots)),
        "days_shared": float(not left.days.isdisjoint(right.days)),
        "days_apart": float(apart),
        "series_days": headline if apart else 0.0,
        "title_names_apart": float(_names_apart(left, right, in_both)),
    }


def features_across(left: Sketch, right: Sketch, centred: float, known: Frequencies) -> dict[str, float]:
    """Return the features of a pair in two languages: words tell nothing there, names, numbers and days still do."""
    return {
        "meaning": centred,
        "names": _overlap(left.names, right.names, known.names),
        "numbers": _overlap(left.numbers, right.numbers, known.numbers),
        "days_shared": float(bool(left.days & right.days)),
        "days_apart": float(bool(left.days and right.days) and not left.days & right.days),
    }


def chance(found: Mapping[str, float], model: Model) -> float:
    """Return the fitted chance, 0..1, that a pair with these features tells one event."""
    logit = model.constant + math.fsum(map(mul, map(model.weights.__getitem__, found), found.values()))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def _overlap(left: frozenset[str], right: frozenset[str], known: Rarity) -> float:
    """Return the rarity that both share, as a share of the poorer one's."""
    shared = left & right
    return known.total(shared) / min(known.whole(left), known.whole(right)) if shared else 0.0


def _of_mean(shared: frozenset[str], one: float, other: float, known: Rarity) -> float:
    """Return the rarity that both share, as a share of the geometric mean of theirs: a cosine."""
    return known.total(shared) / math.sqrt(one * other) if shared else 0.0


def _told_names(left: Sketch, right: Sketch, known: Rarity) -> float:
    """Return how much of the names in each lead stands anywhere in the other article; the lower of the two ways.

    Two verdicts of one court day share everything but the names of the convicted.
    """
    here, there = left.names & right.whole, right.names & left.whole
    return min(_part(here, known.whole(left.names), known), _part(there, known.whole(right.names), known))


def _part(shared: frozenset[str], whole: float, known: Rarity) -> float:
    """Return the rarity of what is shared as a share of the whole; one half where there is nothing to share."""
    if not shared:
        return 0.0 if whole else 0.5
    return known.total(shared) / whole


def _names_apart(left: Sketch, right: Sketch, in_both: frozenset[str]) -> bool:
    """Return whether both headlines name somebody and nobody in common: two companies' dividends, two convicts of one court."""
    if left.title.isdisjoint(left.names) or right.title.isdisjoint(right.names):
        return False
    return (in_both & left.names).isdisjoint(right.names)


def _clash(left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> bool:
    """Return whether both give numbers for the same thing and never the same one."""
    shared = left.keys() & right.keys()
    return bool(shared) and all(left[slot].isdisjoint(right[slot]) for slot in shared)
