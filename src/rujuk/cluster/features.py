"""How likely two articles tell the same event: a logistic over a short list of features that can each be explained."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from rujuk.cluster.sketch import Rarity, Sketch, rarity

Column = npt.NDArray[np.float64]
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


class Common(NamedTuple):
    """What words and names of the two articles of each pair weigh, as rarity: those that both have, and those of each; arrays (pairs,).

    `told` are the words of the left headline in the right lead, `told_whole` in the right one's whole text, `names_told` the left
    one's names there; `other_...` the same from right to left. `names_apart` is 1 where both headlines name somebody and nobody in common.
    """

    words: Column
    headlines: Column
    told: Column
    other_told: Column
    told_whole: Column
    other_told_whole: Column
    names_told: Column
    other_names_told: Column
    lead: Column
    title: Column
    names: Column
    other_lead: Column
    other_title: Column
    other_names: Column
    names_apart: Column


def features(
    lefts: Sequence[Sketch], rights: Sequence[Sketch], cosines: Column, both: Common, known: Frequencies
) -> dict[str, Column]:
    """Return the features of pairs in one language by name, arrays (pairs,) of about 0..1; the same whichever article is called left.

    Left out after cross-validation on the fit half: publication gap, one outlet, names of headlines (no gain beside these).
    `series_days` is for daily items: the same headline with other days in it. Two verdicts of one court day share everything but the
    names of the convicted (`names_told`), two companies' dividends all but whom the headline names (`title_names_apart`).
    """
    own = _of_sets(lefts, rights, known)
    headline = _of_mean(both.headlines, both.title, both.other_title)
    return {
        "vector": (cosines - 0.8) / 0.2,
        "names_told": _parts(both.names_told, both.names, both.other_names_told, both.other_names),
        "words": _of_mean(both.words, both.lead, both.other_lead),
        "headline": headline,
        "headline_told": _parts(both.told, both.title, both.other_told, both.other_title),
        "headline_told_whole": _parts(both.told_whole, both.title, both.other_told_whole, both.other_title),
        **own,
        "series_days": headline * own["days_apart"],
        "title_names_apart": both.names_apart,
    }


def features_across(
    lefts: Sequence[Sketch], rights: Sequence[Sketch], centred: Column, known: Frequencies
) -> dict[str, Column]:
    """Return the features of pairs in two languages, arrays (pairs,): words tell nothing there, names, numbers and days still do."""
    return {
        "meaning": centred,
        "names": np.array(
            [_overlap(one.names, two.names, known.names) for one, two in zip(lefts, rights, strict=True)]
        ),
        **{
            name: column for name, column in _of_sets(lefts, rights, known).items() if name != "numbers_clash"
        },
    }


def chances(found: Mapping[str, Column], model: Model) -> list[float]:
    """Return the fitted chance, 0..1, that a pair with these features tells one event, for each pair."""
    # One after the other, so that a pair's last digits are the same alone and among many.
    logits: Column = np.float64(model.constant) + np.zeros(len(next(iter(found.values()))))
    for name, column in found.items():
        logits += model.weights[name] * column
    return [1 / (1 + math.exp(-max(-50.0, min(50.0, logit)))) for logit in logits.tolist()]


def _overlap(left: frozenset[str], right: frozenset[str], known: Rarity) -> float:
    """Return the rarity that both share, as a share of the poorer one's."""
    shared = left & right
    return known.total(shared) / min(known.total(left), known.total(right)) if shared else 0.0


def _of_mean(shared: Column, one: Column, other: Column) -> Column:
    """Return the rarity that both share, as a share of the geometric mean of theirs: a cosine."""
    found: Column = np.divide(shared, np.sqrt(one * other), out=np.zeros_like(shared), where=shared > 0)
    return found


def _parts(shared: Column, whole: Column, other_shared: Column, other_whole: Column) -> Column:
    """Return the rarity of what is shared as a share of the whole, the lower of both ways; one half where there is nothing to share."""
    here, there = (
        np.divide(some, of, out=np.full_like(some, 0.5), where=of > 0)
        for some, of in ((shared, whole), (other_shared, other_whole))
    )
    found: Column = np.minimum(here, there)
    return found


def _of_sets(lefts: Sequence[Sketch], rights: Sequence[Sketch], known: Frequencies) -> dict[str, Column]:
    """Return the features of numbers and days, which are few and told pair by pair."""
    pairs = [*zip(lefts, rights, strict=True)]
    shared = [not one.days.isdisjoint(two.days) for one, two in pairs]
    apart = [bool(one.days and two.days) and not days for (one, two), days in zip(pairs, shared, strict=True)]
    return {
        "numbers": np.array([_overlap(one.numbers, two.numbers, known.numbers) for one, two in pairs]),
        "numbers_clash": np.array([_clash(one.slots, two.slots) for one, two in pairs], float),
        "days_shared": np.array(shared, float),
        "days_apart": np.array(apart, float),
    }


def _clash(left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> bool:
    """Return whether both give numbers for the same thing and never the same one."""
    shared = left.keys() & right.keys()
    return bool(shared) and all(left[slot].isdisjoint(right[slot]) for slot in shared)
