"""The words of the articles in memory by number, so that what one article shares with many others is counted at once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
import numpy.typing as npt

from rujuk.cluster.features import Column, Common, Frequencies
from rujuk.cluster.grouping import Pair
from rujuk.cluster.sketch import Sketch

WHOLE, LEAD, TITLE, NAME = 1, 2, 4, 8
"""Where a word stands in an article: a bit for each of the sets of its sketch."""
NAMED = TITLE | NAME

Numbers = npt.NDArray[np.int32]
Marks = npt.NDArray[np.uint8]

OF_WORDS = ((LEAD, LEAD), (TITLE, TITLE), (TITLE, LEAD), (LEAD, TITLE), (TITLE, WHOLE), (WHOLE, TITLE))
"""Where a word that counts stands in the left and in the right article, in the order of the first sums of `Common`."""
OF_NAMES = ((NAME, WHOLE), (WHOLE, NAME))
"""The same of names, in the order of the sums that follow."""


@dataclass(frozen=True, slots=True)
class Words:
    """An article's words and names: those of the headline, then those of the rest of the lead, of the rest of the text, then names
    that stand nowhere; with their marks, and its names once more. Headline and lead end at `title` and `lead`; `named` is whether
    the headline names somebody.
    """

    numbers: Numbers
    marks: Marks
    names: Numbers
    title: int
    lead: int
    named: bool


class Lexicon:
    """Words and names of the articles in memory: a number each, given out anew when no article has the word any more."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._words: list[str] = []
        self._free: list[int] = []
        self._uses = np.zeros(1024, np.int32)
        self._marks = np.zeros(1024, np.uint8)
        self._of_words, self._of_names = np.ones(1024), np.ones(1024)
        self._held: dict[int, Words] = {}

    @classmethod
    def of(cls, sketches: Sequence[Sketch], known: Frequencies) -> "Lexicon":
        """Return the lexicon of a set of articles, by their positions."""
        own = cls()
        for slot, item in enumerate(sketches):
            own.enter(slot, item)
        own.weigh(known, known.words.weights, known.names.weights)
        return own

    def __len__(self) -> int:
        """Return how many words have a number."""
        return len(self._number)

    def enter(self, slot: int, sketch: Sketch) -> None:
        """Take the words of an article in."""
        sets = (
            sketch.title,
            sketch.words - sketch.title,
            sketch.whole - sketch.words,
            sketch.names - sketch.whole,
        )
        parts = [self._numbered(items) for items in sets]
        names, numbers = self._numbered(sketch.names), np.concatenate(parts)
        marks = np.repeat(
            np.array([TITLE | LEAD | WHOLE, LEAD | WHOLE, WHOLE, 0], np.uint8), [*map(len, parts)]
        )
        self._marks[names] = NAME
        marks |= self._marks[numbers]
        self._marks[names] = 0
        self._uses[numbers] += 1
        title, lead, *_ = map(len, parts)
        named = bool((marks[:title] & NAME).any())
        self._held[slot] = Words(numbers, marks, names, title, title + lead, named)

    def leave(self, slots: Iterable[int]) -> None:
        """Let articles go, and the words that no other has."""
        for slot in slots:
            numbers = self._held.pop(slot).numbers
            self._uses[numbers] -= 1
            gone = numbers[self._uses[numbers] == 0]
            self._of_words[gone] = self._of_names[gone] = 1
            for number in gone.tolist():
                del self._number[self._words[number]]
                self._free.append(number)

    def weigh(self, known: Frequencies, words: Iterable[str], names: Iterable[str]) -> None:
        """Take over what these words and these names weigh."""
        for weights, items, rarity in (
            (self._of_words, words, known.words),
            (self._of_names, names, known.names),
        ):
            held = [item for item in items if item in self._number]
            weights[[self._number[item] for item in held]] = [rarity.of(item) for item in held]

    def common(self, pairs: Sequence[Pair]) -> Common:
        """Return what the articles of each pair share; quickest where the pairs of one article as left follow each other.

        Weights are multiples of one small fraction (`sketch.rounded`), so that no order of the sums shows in a digit.
        """
        held = [self._held[other] for _, other in pairs]
        lefts = {left: at for at, left in enumerate(dict.fromkeys(left for left, _ in pairs))}
        order = [lefts[left] for left, _ in pairs]
        *wholes, named = self._wholes([self._held[left] for left in lefts])[:, order]
        *others, other_named = self._wholes(held)
        *shared, in_both = self._shared(pairs, held)
        apart = (named > 0) & (other_named > 0) & (in_both == 0)
        return Common._make([*shared, *wholes, *others, apart.astype(np.float64)])

    def _shared(self, pairs: Sequence[Pair], held: Sequence[Words]) -> list[Column]:
        """Return what is shared by each pair, in the order of `Common`, and last how many names both headlines have; `held` are the right articles."""
        count, sizes = len(pairs), [len(item.numbers) for item in held]
        numbers = np.concatenate([item.numbers for item in held])
        here = self._marks_of_left(pairs, numbers, sizes)
        at = np.flatnonzero(here)
        own, other = here[at], np.concatenate([item.marks for item in held])[at]
        shared, where = numbers[at], np.repeat(np.arange(count), sizes)[at]

        def total(left: int, right: int, weights: Column) -> Column:
            both = np.flatnonzero((own & left == left) & (other & right == right))
            found: Column = np.bincount(where[both], weights[both], count).astype(np.float64)
            return found

        of_words, of_names = self._of_words[shared], self._of_names[shared]
        return [
            *(total(left, right, of_words) for left, right in OF_WORDS),
            *(total(left, right, of_names) for left, right in OF_NAMES),
            total(NAMED, NAMED, np.ones(len(at))),
        ]

    def _marks_of_left(self, pairs: Sequence[Pair], numbers: Numbers, sizes: Sequence[int]) -> Marks:
        """Return where each word of the pairs' right articles stands in the left one, 0 where it does not."""
        found, start, at = np.zeros(len(numbers), np.uint8), 0, 0
        for left, group in groupby(pairs, key=itemgetter(0)):
            until = at + sum(1 for _ in group)
            end = start + sum(sizes[at:until])
            own = self._held[left]
            self._marks[own.numbers] = own.marks
            found[start:end] = self._marks[numbers[start:end]]
            self._marks[own.numbers] = 0
            start, at = end, until
        return found

    def _wholes(self, held: Sequence[Words]) -> Column:
        """Return what lead, headline and names of each article weigh, and 1 where its headline names somebody: (4, articles)."""
        leads = _running(self._of_words, [item.numbers[: item.lead] for item in held])
        names = _running(self._of_names, [item.names for item in held])
        starts, ends = (
            np.cumsum([0, *(item.lead for item in held)])[cut] for cut in (slice(-1), slice(1, None))
        )
        titles = leads[starts + [item.title for item in held]] - leads[starts]
        by_name = np.diff(names[np.cumsum([0, *(len(item.names) for item in held)])])
        return np.stack([leads[ends] - leads[starts], titles, by_name, [item.named for item in held]])

    def _numbered(self, items: Collection[str]) -> Numbers:
        """Return the numbers of words, new ones where they have none."""
        found = list(map(self._number.get, items))
        if None in found:
            for item, number in zip(items, found, strict=True):
                if number is None:
                    self._number[item] = self._new(item)
            found = list(map(self._number.get, items))
        return np.array(found, np.int32)

    def _new(self, item: str) -> int:
        if self._free:
            number = self._free.pop()
            self._words[number] = item
            return number
        self._words.append(item)
        if len(self._words) > len(self._uses):
            self._grow()
        return len(self._words) - 1

    def _grow(self) -> None:
        more = len(self._uses)
        self._uses = np.concatenate([self._uses, np.zeros(more, np.int32)])
        self._marks = np.concatenate([self._marks, np.zeros(more, np.uint8)])
        self._of_words, self._of_names = (
            np.concatenate([weights, np.ones(more)]) for weights in (self._of_words, self._of_names)
        )


def _running(weights: Column, numbers: Sequence[Numbers]) -> Column:
    """Return the sums of the weights up to each of all these numbers, from 0 on."""
    found: Column = np.concatenate([[0.0], np.cumsum(weights[np.concatenate(numbers)])])
    return found
