"""How likely two articles tell the same event: a logistic over a short list of features that can each be explained."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rujuk.cluster.sketch import Rarity, Sketch, rarity

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
    """Fitted numbers: a weight for each feature, the constant, and the likeness at which groups, and articles alone, join."""

    weights: Mapping[str, float]
    constant: float
    join_at: float
    alone_at: float


@cache
def fitted() -> Model:
    """Return the numbers that training/fit_cluster.py wrote."""
    data = json.loads(MODEL.read_text(encoding="utf-8"))
    return Model(data["weights"], data["constant"], data["join_at"], data["alone_at"])


@cache
def fitted_across() -> Model:
    """Return the numbers for two articles of different languages, from the same file."""
    data = json.loads(MODEL.read_text(encoding="utf-8"))
    across = data["across"]
    return Model(across["weights"], across["constant"], data["join_at"], data["alone_at"])


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
    found = {"vector": (cosine - 0.8) / 0.2}
    found["names_told"] = _told_names(left, right, known.names)
    found["words"] = _cosine(left.words, right.words, known.words)
    found["headline"] = _cosine(left.title, right.title, known.words)
    found["headline_told"] = _told(left, right, known.words)
    found["headline_told_whole"] = _told_whole(left, right, known.words)
    found["numbers"] = _overlap(left.numbers, right.numbers, known.numbers)
    found["numbers_clash"] = float(_clash(left.slots, right.slots))
    found["days_shared"] = float(bool(left.days & right.days))
    found["days_apart"] = float(bool(left.days and right.days) and not left.days & right.days)
    found["series_days"] = found["days_apart"] * found["headline"]
    found["title_names_apart"] = float(_apart(left.title & left.names, right.title & right.names))
    return found


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
    logit = model.constant + math.fsum(model.weights[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, logit))))


def _overlap(left: frozenset[str], right: frozenset[str], known: Rarity) -> float:
    """Return the rarity that both share, as a share of the poorer one's."""
    poorer = min(known.whole(left), known.whole(right))
    return _shared(left, right, known) / poorer if poorer else 0.0


def _cosine(left: frozenset[str], right: frozenset[str], known: Rarity) -> float:
    """Return the rarity that both share, as a share of the geometric mean of theirs."""
    mean = math.sqrt(known.whole(left) * known.whole(right))
    return _shared(left, right, known) / mean if mean else 0.0


def _told(left: Sketch, right: Sketch, known: Rarity) -> float:
    """Return how much of each headline stands in the other's title and lead; the lower of the two ways."""
    return min(_part_of(left.title, right.words, known), _part_of(right.title, left.words, known))


def _told_whole(left: Sketch, right: Sketch, known: Rarity) -> float:
    """Return how much of each headline stands anywhere in the other article; the lower of the two ways."""
    return min(_part_of(left.title, right.whole, known), _part_of(right.title, left.whole, known))


def _told_names(left: Sketch, right: Sketch, known: Rarity) -> float:
    """Return how much of the names in each lead stands anywhere in the other article; the lower of the two ways.

    Two verdicts of one court day share everything but the names of the convicted.
    """
    return min(_part_of(left.names, right.whole, known), _part_of(right.names, left.whole, known))


def _part_of(items: frozenset[str], held: frozenset[str], known: Rarity) -> float:
    whole = known.whole(items)
    return _shared(items, held, known) / whole if whole else 0.5


def _shared(left: frozenset[str], right: frozenset[str], known: Rarity) -> float:
    shared = left & right
    return known.total(shared) if shared else 0.0


def _apart(left: frozenset[str], right: frozenset[str]) -> bool:
    """Return whether both hold something and nothing in common: two companies' dividends, two convicts of one court."""
    return bool(left) and bool(right) and left.isdisjoint(right)


def _clash(left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]) -> bool:
    """Return whether both give numbers for the same thing and never the same one."""
    shared = left.keys() & right.keys()
    return bool(shared) and all(left[slot].isdisjoint(right[slot]) for slot in shared)
