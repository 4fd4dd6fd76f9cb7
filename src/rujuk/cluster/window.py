"""The articles of the last days that a stream holds in memory: sketches, vectors, and how common each word is among them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import log

import numpy as np
import numpy.typing as npt

from rujuk.cluster.candidates import Rows
from rujuk.cluster.features import Frequencies
from rujuk.cluster.judging import Bench
from rujuk.cluster.lexicon import Lexicon
from rujuk.cluster.naming import Told
from rujuk.cluster.sketch import Rarity, Sketch, Weights, rounded

STALE = 0.05
"""Growth of the window from which all weights are taken anew; within it only those of words that came or went are."""

ROUNDING = 0.00005
"""What rounding to four places may add to a cosine."""


@dataclass(frozen=True, slots=True)
class Held:
    """An article in the window: its sketch, the hash of its text, the clock when it came, and all articles of that text."""

    sketch: Sketch
    text: str
    came: float
    copies: list[Told]


class Counted:
    """How many articles of the window have each item, and the rarity that `sketch.rarity` would give it."""

    def __init__(self, at_least: int) -> None:
        self._at_least = at_least
        self._counts: Counter[str] = Counter()
        self._sized = 0
        self._weights = Weights()
        self.rarity = Rarity(self._weights)

    def change(self, came: Iterable[frozenset[str]], went: Iterable[frozenset[str]], size: int) -> set[str]:
        """Count the items of articles that came in and out, and return those whose weight may be another; `size` is the number of articles now."""
        touched: set[str] = set()
        for own in came:
            self._counts.update(own)
            touched |= own
        for own in went:
            self._counts.subtract(own)
            touched |= own
        whole = max(size, self._at_least) + 1
        if abs(whole - self._sized) > STALE * self._sized:
            self._sized = whole
            touched = set(self._counts)
        self._weigh(touched)
        return touched

    def _weigh(self, items: Iterable[str]) -> None:
        base, counts = log(self._sized), self._counts
        numbers = {item: counts[item] for item in items}
        of_number = {
            number: rounded(max(0.0, 1 - log(number) / base)) for number in {*numbers.values()} if number > 0
        }
        self._weights.update((item, of_number[number]) for item, number in numbers.items() if number > 0)
        for item in [item for item, number in numbers.items() if number <= 0]:
            del counts[item]
            self._weights.pop(item, None)


@dataclass(slots=True)
class Table:
    """Rows by slot, grown by doubling; a slot that is let go is given out again, so that memory follows the window."""

    width: int
    plain: npt.NDArray[np.float32] = field(init=False)
    centred: npt.NDArray[np.float32] = field(init=False)
    times: npt.NDArray[np.float64] = field(init=False)
    free: list[int] = field(default_factory=list)
    used: int = 0

    def __post_init__(self) -> None:
        self.plain = np.zeros((256, self.width), np.float32)
        self.centred = np.zeros((256, self.width), np.float32)
        self.times = np.full(256, np.inf)

    def put(self, plain: npt.NDArray[np.float32], centred: npt.NDArray[np.float32], time: float) -> int:
        """Store a row and return its slot."""
        slot = self.free.pop() if self.free else self.used
        if slot == len(self.plain):
            self._grow()
        self.used = max(self.used, slot + 1)
        self.plain[slot], self.centred[slot], self.times[slot] = plain, centred, time
        return slot

    def drop(self, slot: int) -> None:
        """Let a slot go; until it is given out again it is near to nothing."""
        self.plain[slot], self.centred[slot], self.times[slot] = 0, 0, np.inf
        self.free.append(slot)

    def rows(self) -> Rows:
        """Return the rows up to the last slot in use."""
        return Rows(self.plain[: self.used], self.centred[: self.used])

    def _grow(self) -> None:
        more = np.zeros_like(self.plain)
        self.plain = np.vstack([self.plain, more])
        self.centred = np.vstack([self.centred, more])
        self.times = np.concatenate([self.times, np.full(len(more), np.inf)])


class Window:
    """The articles in memory, by slot."""

    def __init__(self, width: int, at_least: int) -> None:
        self.table = Table(width)
        self.held: dict[int, Held] = {}
        self.by_name: dict[str, set[int]] = {}
        self.by_url: dict[str, int] = {}
        self.by_text: dict[str, int] = {}
        self._words, self._names, self._numbers = (Counted(at_least) for _ in range(3))
        self._lexicon = Lexicon()

    @property
    def width(self) -> int:
        """Return the width of the vectors."""
        return self.table.width

    def linked(self, slot: int, rare: int) -> Iterator[int]:
        """Yield the slots that share a name which at most `rare` articles have, or the address."""
        own = self.held[slot].sketch
        for name in own.names:
            if len(self.by_name[name]) <= rare:
                yield from self.by_name[name]
        if own.url:
            yield self.by_url[own.url]

    def nearest(self, slots: Sequence[int], count: int, floor: float, days: float) -> Iterator[list[int]]:
        """Yield for each slot its nearest others by centred vector, at most `count`, published within `days` of it."""
        rows, times = self.table.rows().centred, self.table.times[: self.table.used]
        cosines = rows[slots] @ rows.T
        cosines[np.arange(len(slots)), slots] = -1
        least = floor - ROUNDING
        for slot, line in zip(slots, cosines, strict=True):
            # Few of all reach the floor, and only their times and order need a look; a slot that is free lies infinitely far.
            near = np.flatnonzero(line >= least)
            near = near[~(np.abs(times[near] - times[slot]) > days)]
            if len(near) > count:
                near = near[np.argpartition(line[near], -count)[-count:]]
            cosine = np.round(line[near], 4)
            yield [int(near[at]) for at in np.lexsort((near, -cosine)) if cosine[at] >= floor]

    @property
    def bench(self) -> Bench:
        """Return what pairs of slots are judged by: how rare words, names and numbers are among the articles in memory."""
        return Bench(lambda slot: self.held[slot].sketch, self.table.rows(), self._lexicon, self._known)

    @property
    def _known(self) -> Frequencies:
        return Frequencies(self._words.rarity, self._names.rarity, self._numbers.rarity)

    def enter(self, items: Sequence[Held], rows: Rows) -> list[int]:
        """Take articles in and return their slots."""
        slots = []
        for at, item in enumerate(items):
            moment = np.nan if item.sketch.moment is None else item.sketch.moment
            slot = self.table.put(rows.plain[at], rows.centred[at], moment)
            self.held[slot] = item
            for name in item.sketch.names:
                self.by_name.setdefault(name, set()).add(slot)
            if item.sketch.url:
                self.by_url.setdefault(item.sketch.url, slot)
            self.by_text[item.text] = slot
            self._lexicon.enter(slot, item.sketch)
            slots.append(slot)
        self._count([item.sketch for item in items], [])
        return slots

    def leave(self, slots: Sequence[int]) -> list[Held]:
        """Let articles go and return them."""
        gone = [self.held.pop(slot) for slot in slots]
        for slot, item in zip(slots, gone, strict=True):
            self.table.drop(slot)
            for name in item.sketch.names:
                self.by_name[name].discard(slot)
                if not self.by_name[name]:
                    del self.by_name[name]
            for index, key in ((self.by_url, item.sketch.url), (self.by_text, item.text)):
                if index.get(key) == slot:
                    del index[key]
        self._count([], [item.sketch for item in gone])
        self._lexicon.leave(slots)
        return gone

    def _count(self, came: Sequence[Sketch], went: Sequence[Sketch]) -> None:
        size = len(self.held)
        words = self._words.change([i.words for i in came], [i.words for i in went], size)
        names = self._names.change([i.names for i in came], [i.names for i in went], size)
        self._numbers.change([i.numbers for i in came], [i.numbers for i in went], size)
        self._lexicon.weigh(self._known, words, names)
