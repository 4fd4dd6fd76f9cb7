"""The final chance that a pair of articles tells one event: the fitted one, and the rules that decide over it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rujuk.cluster.candidates import Rows, likenesses
from rujuk.cluster.features import (
    Column,
    Frequencies,
    chances,
    features,
    features_across,
    fitted,
    fitted_across,
    frequencies,
)
from rujuk.cluster.grouping import Pair
from rujuk.cluster.lexicon import Lexicon
from rujuk.cluster.sketch import Sketch

LOWEST = 1e-6
"""The chance of a pair that is compared; 0 is that of two items of a series, which are ruled out."""
AT_A_TIME = 4096
"""Pairs that are judged at a time; bounds memory to some twenty MB."""

Features = Mapping[str, Column]


@dataclass(frozen=True, slots=True)
class Bench:
    """What articles are judged by, each by a number: its sketch, its row, its words, and how rare these are in the set at hand."""

    sketch: Callable[[int], Sketch]
    rows: Rows
    lexicon: Lexicon
    known: Frequencies

    @classmethod
    def of(cls, sketches: Sequence[Sketch], rows: Rows, at_least: int) -> "Bench":
        """Return the bench of a set of articles by their positions; `at_least` is what `sketch.rarity` asks for."""
        known = frequencies(sketches, at_least)
        return cls(sketches.__getitem__, rows, Lexicon.of(sketches, known), known)


def judge(bench: Bench, pairs: Sequence[Pair], series_headline: float) -> Iterator[float]:
    """Yield the chance of each pair, 0..1, rounded to six places: 1 for one address, 0 for two items of a daily series.

    `series_headline` is the likeness of two headlines from which other days and numbers make them items of a series.
    """
    for start in range(0, len(pairs), AT_A_TIME):
        some = pairs[start : start + AT_A_TIME]
        likely = [0.0] * len(some)
        for places, told in _told(bench, some):
            for place, chance in zip(places, told.chances(series_headline), strict=True):
                likely[place] = chance
        yield from likely


def reasons(bench: Bench, pair: Pair, series_headline: float) -> tuple[dict[str, float], float]:
    """Return the features of one pair by name, and its chance as `judge` gives it."""
    ((_, told),) = _told(bench, [pair])
    (chance,) = told.chances(series_headline)
    return {name: column.item() for name, column in told.features.items()}, chance


def series(lefts: Sequence[Sketch], rights: Sequence[Sketch], found: Features, headline: float) -> list[bool]:
    """Return of each pair whether it is two items of a daily series.

    Two issues, each with its own day in the title, or one headline with other days and other numbers of the same thing.
    """
    alike = (found["numbers_clash"] > 0) & (found["days_apart"] > 0) & (found["headline"] >= headline)
    return [
        one.issue != two.issue if one.issue and two.issue else so
        for one, two, so in zip(lefts, rights, alike.tolist(), strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Told:
    """Pairs that are all of one language, or all of two, with their features."""

    lefts: Sequence[Sketch]
    rights: Sequence[Sketch]
    features: Features
    one_language: bool

    def chances(self, series_headline: float) -> list[float]:
        """Return the final chances."""
        model = fitted() if self.one_language else fitted_across()
        likely = [max(LOWEST, round(chance, 6)) for chance in chances(self.features, model)]
        if self.one_language:
            out = series(self.lefts, self.rights, self.features, series_headline)
            likely = [0.0 if ruled_out else chance for chance, ruled_out in zip(likely, out, strict=True)]
        return [
            1.0 if one.url and one.url == two.url else chance
            for one, two, chance in zip(self.lefts, self.rights, likely, strict=True)
        ]


def _told(bench: Bench, pairs: Sequence[Pair]) -> Iterator[tuple[list[int], _Told]]:
    """Yield the pairs of one language, then those of two, each with their places among all."""
    lefts, rights = ([bench.sketch(pair[side]) for pair in pairs] for side in (0, 1))
    alike = [one.language == two.language for one, two in zip(lefts, rights, strict=True)]
    for one_language in (True, False):
        places = [at for at, so in enumerate(alike) if so is one_language]
        if not places:
            continue
        some, own, others = (
            [pairs[at] for at in places],
            [lefts[at] for at in places],
            [rights[at] for at in places],
        )
        if one_language:
            cosines, both = likenesses(bench.rows.plain, some), bench.lexicon.common(some)
            found = features(own, others, cosines, both, bench.known)
        else:
            found = features_across(own, others, likenesses(bench.rows.centred, some), bench.known)
        yield places, _Told(own, others, found, one_language)
