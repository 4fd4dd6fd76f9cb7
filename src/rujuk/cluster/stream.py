"""Stories as articles arrive: each batch is compared with the last days alone, so that its cost never grows with the archive.

Online assignment with mending: the groups that a new article touches are taken apart and grouped anew, as `cluster` groups a
whole set, so that an early mistake is split or merged when the evidence comes (in the spirit of Allan et al. 1998 and of
Miranda et al. 2018, whose systems never take a decision back).
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median_low
from types import MappingProxyType

import numpy as np
import numpy.typing as npt

from rujuk.cluster.candidates import stack
from rujuk.cluster.features import fitted
from rujuk.cluster.judging import judge
from rujuk.cluster.naming import Told, named, told
from rujuk.cluster.sketch import Sketch, sketch
from rujuk.cluster.stories import ClusterConfig, grouped
from rujuk.cluster.window import Held, Window
from rujuk.model.annotations import Document
from rujuk.model.story import Story


@dataclass(frozen=True, slots=True)
class StreamConfig:
    """Numbers of a stream beside those of `cluster`."""

    cluster: ClusterConfig = field(default_factory=ClusterConfig)
    # Articles compared at a time; a larger batch is cut. One matrix product a block is what makes it quick.
    block: int = 256
    # Nearest articles that are scored; the members of their stories are scored too, so that no mean lacks a pair.
    neighbours: int = 16
    # Members of a story that a new article is compared with at most, the latest.
    members: int = 60
    # Chance from which a neighbour's story is looked at whole.
    near: float = 0.2
    # Windows after which an article leaves memory and its place in its story is final.
    kept: float = 1.5
    # Last dated arrivals whose middle date is the clock: one article dated years off does not move it.
    clock: int = 101


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article as a stream takes it: its sketch, the hash of its text, and how a story names it."""

    sketch: Sketch
    text: str
    told: Told


@dataclass(frozen=True, slots=True)
class Change:
    """What a batch changed: stories as they are now, sorted by id, and ids that are no story any more."""

    stories: tuple[Story, ...]
    gone: tuple[str, ...]


@dataclass(slots=True)
class _Open:
    """A story with articles in memory: their slots, and the articles that have left memory."""

    slots: list[int]
    left: list[Told]


class Stream:
    """The stories of the last days, added to batch by batch.

    Articles of one batch end in the same stories in whatever order they are given. Across batches, order can show where an
    article's neighbours came later (only the nearest are scored) and where words became common meanwhile; how much,
    `evals/stream.py` measures. A story whose last article left memory is closed: it was handed out, and is forgotten. An
    article without a date is compared with all in memory; one dated far from the clock with those near its own date, which
    may be none.
    """

    def __init__(
        self,
        *,
        means: Mapping[str, npt.NDArray[np.float32]] = MappingProxyType({}),
        config: StreamConfig = StreamConfig(),
    ) -> None:
        self._means, self._config = means, config
        self._window: Window | None = None
        self._scores: dict[int, dict[int, float]] = {}
        self._of: dict[int, _Open] = {}
        self._dates: deque[float] = deque(maxlen=config.clock)

    def __len__(self) -> int:
        """Return how many articles are in memory, copies of one text counted once."""
        return len(self._of)

    def stories(self) -> tuple[Story, ...]:
        """Return the open stories, sorted by id."""
        return tuple(sorted(self._told(self._of), key=lambda item: item.id))

    def add(self, documents: Sequence[Document], vectors: Mapping[str, npt.NDArray[np.generic]]) -> Change:
        """Take documents in and return what changed.

        `documents` are at depth "lead" or "full"; `vectors` holds, by article id, the L2-normalised vector of title and first
        400 characters, of one width in all calls.
        """
        lead = self._config.cluster.lead_characters
        return self.add_sketches(
            [
                Arrival(
                    sketch(item, lead),
                    item.article.text_sha256,
                    told(item.article),
                )
                for item in documents
            ],
            vectors,
        )

    def add_sketches(
        self, arrivals: Sequence[Arrival], vectors: Mapping[str, npt.NDArray[np.generic]]
    ) -> Change:
        """Do what `add` does, for callers that kept the articles' sketches."""
        ordered = sorted(arrivals, key=lambda item: item.told)
        before: set[str] = set()
        now: dict[str, Story] = {}
        for start in range(0, len(ordered), self._config.block):
            were, are = self._block(ordered[start : start + self._config.block], vectors)
            before |= were - now.keys()
            now = {key: item for key, item in now.items() if key not in were} | {
                item.id: item for item in are
            }
        return Change(tuple(now[key] for key in sorted(now)), tuple(sorted(before - now.keys())))

    def _block(
        self, arrivals: Sequence[Arrival], vectors: Mapping[str, npt.NDArray[np.generic]]
    ) -> tuple[set[str], list[Story]]:
        """Take a block in; return the ids of the stories that it touched as they were, and these stories as they are."""
        window = self._opened(vectors)
        self._dates.extend(item.sketch.moment for item in arrivals if item.sketch.moment is not None)
        clock = median_low(self._dates) if self._dates else 0.0
        self._retire(window, clock)
        fresh, copied = self._fold(window, arrivals, clock)
        slots = window.enter(
            fresh, stack([item.sketch for item in fresh], vectors, self._means, window.width)
        )
        for slot in slots:
            self._of[slot], self._scores[slot] = _Open([slot], []), {}
        self._compare(window, slots)
        parts = self._parts([*slots, *copied])
        touched = {slot for part in parts for slot in part}
        were = {item.id for item in self._told(touched - set(slots), without=arrivals)}
        for part in parts:
            self._regroup(window, part)
        return were, list(self._told(touched))

    def _opened(self, vectors: Mapping[str, npt.NDArray[np.generic]]) -> Window:
        """Return the window, made by the width of the first vectors."""
        if self._window is None:
            width = max((row.shape[0] for row in vectors.values()), default=1)
            self._window = Window(width, self._config.cluster.stream)
        return self._window

    def _retire(self, window: Window, clock: float) -> None:
        """Let the articles go that came too long ago; the rest of their stories keeps their names."""
        oldest = clock - self._config.kept * self._config.cluster.window
        slots = [slot for slot, item in window.held.items() if item.came < oldest]
        for slot, item in zip(slots, window.leave(slots), strict=True):
            story = self._of.pop(slot)
            story.slots.remove(slot)
            story.left += item.copies
            for other in self._scores.pop(slot):
                del self._scores[other][slot]

    def _fold(
        self, window: Window, arrivals: Sequence[Arrival], clock: float
    ) -> tuple[list[Held], list[int]]:
        """Return the articles whose text is new, and the slots of those in memory that got a copy."""
        fresh: dict[str, Held] = {}
        copied: list[int] = []
        for item in arrivals:
            slot = window.by_text.get(item.text)
            if slot is not None and self._near(window.held[slot].sketch, item.sketch):
                window.held[slot].copies.append(item.told)
                copied.append(slot)
            elif item.text in fresh:
                fresh[item.text].copies.append(item.told)
            else:
                fresh[item.text] = Held(item.sketch, item.text, clock, [item.told])
        return list(fresh.values()), copied

    def _near(self, one: Sketch, other: Sketch, days: float | None = None) -> bool:
        """Return whether two publications lie within so many days, else within the window; an unknown one does."""
        if one.moment is None or other.moment is None:
            return True
        return abs(one.moment - other.moment) <= (self._config.cluster.window if days is None else days)

    def _compare(self, window: Window, slots: Sequence[int]) -> None:
        """Score new articles with their nearest, with those that share a rare name or the address, and with these's stories."""
        config = self._config.cluster
        nearest = window.nearest(slots, self._config.neighbours, config.floor, config.window)
        self._score(
            window,
            [
                (slot, other)
                for slot, near in zip(slots, nearest, strict=True)
                for other in sorted({*near, *self._linked(window, slot)})
            ],
        )
        self._score(window, [(slot, mate) for slot in slots for mate in self._mates(slot)])

    def _mates(self, slot: int) -> list[int]:
        """Return the latest members of the stories that an article may belong to."""
        likely = [other for other, score in self._scores[slot].items() if score >= self._config.near]
        mates = {mate for other in likely for mate in self._of[other].slots[-self._config.members :]}
        return sorted(mates - {slot})

    def _linked(self, window: Window, slot: int) -> Iterator[int]:
        """Yield the others that share a rare name or the address, in the window; in memory, where they share several."""
        config, own = self._config.cluster, window.held[slot].sketch
        for other, names in Counter(window.linked(slot, config.rare)).items():
            days = config.far if names >= config.far_names else None
            if other != slot and self._near(own, window.held[other].sketch, days):
                yield other

    def _score(self, window: Window, wanted: Iterable[tuple[int, int]]) -> None:
        """Score new articles with others that they have not been scored with; pairs of one new article follow each other."""
        pairs = [(slot, other) for slot, other in wanted if other not in self._scores[slot]]
        chances = judge(window.bench, pairs, self._config.cluster.series_headline)
        for (slot, other), chance in zip(pairs, chances, strict=True):
            self._scores[slot][other] = self._scores[other][slot] = chance

    def _parts(self, slots: Sequence[int]) -> list[list[int]]:
        """Return the articles that the given ones may share a story with: whoever is linked by pairs likely enough to join."""
        # Groups are like each other in the mean, and an article is like another, where one pair at least is.
        least, seen, parts = min(fitted().join_at, fitted().alone_at), set[int](), []
        for start in slots:
            if start in seen:
                continue
            seen.add(start)
            part, at = [start], 0
            while at < len(part):
                near = [other for other, score in self._scores[part[at]].items() if score >= least]
                more = [other for other in (*near, *self._of[part[at]].slots) if other not in seen]
                seen.update(more)
                part += dict.fromkeys(more)
                at += 1
            parts.append(part)
        return parts

    def _regroup(self, window: Window, part: Sequence[int]) -> None:
        """Group a part anew. What had left a story goes with its earliest article that is still in memory."""
        slots = sorted(part, key=lambda slot: window.held[slot].copies[0])
        at = {slot: place for place, slot in enumerate(slots)}
        scores = {
            (at[slot], at[other]): score
            for slot in slots
            for other, score in self._scores[slot].items()
            if other in at and at[slot] < at[other]
        }
        before = {id(story): story for story in (self._of[slot] for slot in slots)}.values()
        for members in grouped(scores, [window.held[slot].sketch.moment for slot in slots]):
            story = _Open([slots[place] for place in members], [])
            self._of.update(dict.fromkeys(story.slots, story))
        for old in before:
            if old.left:
                self._of[min(old.slots, key=lambda slot: at[slot])].left += old.left

    def _told(self, slots: Iterable[int], without: Sequence[Arrival] = ()) -> Iterator[Story]:
        """Yield the stories of slots, each once; `without` leaves articles out that have only just come."""
        window, new = self._window, {item.told for item in without}
        for story in {id(item): item for item in map(self._of.__getitem__, sorted(slots))}.values():
            copies = [copy for slot in story.slots for copy in (window.held[slot].copies if window else ())]
            members = {*story.left, *copies} - new
            if members:
                yield named(members)
