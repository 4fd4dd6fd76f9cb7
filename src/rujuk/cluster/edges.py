"""The second verb: who reuses whose text among the full documents of one story."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

import numpy as np

from rujuk.cluster.copies import Passage, shared_passages, split_words
from rujuk.cluster.dependence import (
    Dependence,
    VectorsOf,
    commonness_of,
    shared_voices,
    signs_of,
)
from rujuk.cluster.reading import Channel, Reading, read
from rujuk.cluster.sentences import aligned_sentences
from rujuk.cluster.sketch import read_day
from rujuk.model.annotations import Document, Quotation
from rujuk.model.dependence import DependenceModel, fitted
from rujuk.model.moments import DAY_LENGTH
from rujuk.model.story import Direction, Reuse, ReuseKind
from rujuk.model.text import Span, newest_versions
from rujuk.model.vectors import remembered
from rujuk.outlets.base import Outlets


@dataclass(frozen=True, slots=True)
class ReuseConfig:
    """Numbers of `reuse`; measured on the 27 labelled reuses of claims-id-2025-06 dev (31 articles, 7 events)."""

    # Words of a seed: five in a row are rarely shared by chance, four often are (titles, offices, places).
    seed: int = 5
    # Words that may differ between two seeds of one passage.
    gap: int = 12
    # Equal words of a passage outside of quotations; shorter ones are names with offices and set phrases.
    least_words: int = 12
    # Equal words of a passage that are no part of a name, a date or a figure, which reports of one event share by nature.
    plain_words: int = 8
    # Equal words outside of quotations, as a share of the shorter text, from which two texts are copies at all.
    least_share: float = 0.05
    # Share of the shorter text, and of the words inside its passages, from which a copy is called verbatim.
    verbatim: float = 0.9
    # Equal words of a quotation, and their share of the shorter one, for two quotations to be the same.
    quotation_words: int = 6
    quotation_share: float = 0.8
    # Cosine of two sentences that say the same, and how many of them, as a share of the shorter text, in the same order.
    sentence_cosine: float = 0.9
    sentence_share: float = 0.3
    sentence_least: int = 3
    # Cosine of two quotations of one speaker from which they are one quotation in two wordings (translated or shortened).
    quotation_cosine: float = 0.93
    # Longest word overlap of two texts that only meaning or a voice brings together, as a share of the shorter one.
    paraphrase_share: float = 0.1


def reuse(
    documents: Sequence[Document],
    vectors: VectorsOf | None = None,
    *,
    outlets: Outlets,
    config: ReuseConfig = ReuseConfig(),
    model: DependenceModel | None = None,
) -> tuple[Reuse, ...]:
    """Return the reuse between the full documents of one story, sorted.

    `vectors` gives the L2-normalised vector of each sentence; without it only copies, quotations given word for word and
    declared sources are found. Direction is given where both publication times tell, or where one article names the other's
    outlet. `score` is the share of the shorter text that corresponds (of quotations their likeness), 0 where both rest on one
    voice and no sentence of theirs says the same. `model` stands for the fitted one.
    """
    return reuse_and_dependences(documents, vectors, outlets=outlets, config=config, model=model)[0]


def reuse_and_dependences(
    documents: Sequence[Document],
    vectors: VectorsOf | None = None,
    *,
    outlets: Outlets,
    config: ReuseConfig = ReuseConfig(),
    model: DependenceModel | None = None,
) -> tuple[tuple[Reuse, ...], tuple[Dependence, ...]]:
    """Return what `reuse` and `dependences` do, each pair read once; no dependences without `vectors`."""
    told = remembered(vectors) if vectors is not None else None
    numbers = model or fitted("articles")
    edges: list[Reuse] = []
    pairs: list[Dependence] = []
    readings = _readings(documents, outlets, config)
    newest = newest_versions(item.document.article for item in readings)
    # an earlier version of a report is no further report that gives a figure
    common = commonness_of([item for item in readings if newest[item.id] == item.id])
    for left, right in _pairs(readings, newest):
        own = _dependence(left, right, told, config, numbers, common) if told is not None else None
        edges += _edges(left, right, told, config, own is not None and own.chance >= numbers.told_at)
        pairs += [own] if own is not None else []
    ordered = sorted(edges, key=lambda edge: (edge.left, edge.right, edge.kind, edge.spans))
    return tuple(ordered), tuple(pairs)


def dependences(
    documents: Sequence[Document],
    vectors: VectorsOf,
    *,
    outlets: Outlets,
    config: ReuseConfig = ReuseConfig(),
    model: DependenceModel | None = None,
) -> tuple[Dependence, ...]:
    """Return for every pair of full documents of one story the fitted chance that they rest on one original, sorted.

    `documents`, `vectors` and `model` as for `reuse`; the chance is about the pair, whatever edges it has.
    """
    return reuse_and_dependences(documents, vectors, outlets=outlets, config=config, model=model)[1]


def _dependence(
    left: Reading,
    right: Reading,
    vectors: VectorsOf,
    config: ReuseConfig,
    model: DependenceModel,
    common: Mapping[float, float],
) -> Dependence:
    signs = _signs(left, right, vectors, config, common)
    return Dependence(left.id, right.id, model.chance(signs), tuple(sorted(signs.items())))


def _readings(documents: Sequence[Document], outlets: Outlets, config: ReuseConfig) -> list[Reading]:
    """Return the readings of the articles, by id."""
    return [read(item, outlets, config.seed) for item in sorted(documents, key=lambda item: item.article.id)]


def _pairs(readings: Sequence[Reading], newest: Mapping[str, str]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the pairs of articles, lower id first; versions of one report do not take from each other."""
    yield from (pair for pair in combinations(readings, 2) if newest[pair[0].id] != newest[pair[1].id])


def _own_passages(left: Reading, right: Reading, config: ReuseConfig) -> tuple[list[Passage], float]:
    """Return the passages that stand outside of quotations, and their words as a share of the shorter text."""
    passages = shared_passages(left.grams, right.grams, config.gap, config.least_words)
    own = [
        passage
        for passage in passages
        if _outside(passage, left, right) >= config.least_words
        and max(_plain(left, passage.left_words), _plain(right, passage.right_words)) >= config.plain_words
    ]
    short = max(1, min(len(left.words), len(right.words)))
    return own, sum(_outside(passage, left, right) for passage in own) / short


def _plain(reading: Reading, places: frozenset[int]) -> int:
    """Return how many of these words stand outside of quotations and bear neither a capital nor a digit."""
    text, words = reading.document.article.text, reading.words
    forms = (text[words.starts[at] : words.ends[at]] for at in places - reading.quoted)
    return sum(not any(char.isupper() or char.isdigit() for char in form) for form in forms)


def _signs(
    left: Reading, right: Reading, vectors: VectorsOf, config: ReuseConfig, common: Mapping[float, float]
) -> dict[str, float]:
    share = _own_passages(left, right, config)[1]
    alike = [_likeness(a, b, config) for _, a in left.quotations for _, b in right.quotations]
    return signs_of(left, right, share, max(alike, default=0.0), vectors, common)


def _edges(
    left: Reading, right: Reading, vectors: VectorsOf | None, config: ReuseConfig, related: bool
) -> Iterator[Reuse]:
    """Yield the edges of a pair; `related` says that its signs make one original likely enough to be told."""
    own, share = _own_passages(left, right, config)
    found: list[Reuse] = []
    if own and share >= config.least_share:
        found.append(_copy(left, right, own, min(1.0, share), config))
    found += _same_quotations(left, right, vectors, config)
    yield from found
    yield from _declared(left, right, bool(found))
    if vectors is None or share > config.paraphrase_share:
        return
    if related:
        # Without a sentence that says the same it adds nothing to what shared words tell already.
        yield from (
            edge for edge in _common_original(left, right, vectors, config) if edge.spans or not found
        )


def _outside(passage: Passage, left: Reading, right: Reading) -> int:
    """Return how many equal words of a passage stand outside of quotations, on the side where they are fewer."""
    return min(len(passage.left_words - left.quoted), len(passage.right_words - right.quoted))


def _copy(
    left: Reading, right: Reading, passages: Sequence[Passage], share: float, config: ReuseConfig
) -> Reuse:
    spans = tuple((_stretch(left, item.left), _stretch(right, item.right)) for item in passages)
    equal = sum(len(item.left_words) + len(item.right_words) for item in passages)
    covered = sum(end - start + 1 for item in passages for start, end in (item.left, item.right))
    whole = sum(len(item.left_words) for item in passages) / max(1, min(len(left.words), len(right.words)))
    same = whole >= config.verbatim and equal / covered >= config.verbatim
    kind: ReuseKind = "verbatim" if same else "edited"
    return Reuse(left.id, right.id, kind, _direction(left, right), None, round(share, 3), spans)


def _stretch(reading: Reading, words: tuple[int, int]) -> Span:
    start, end = reading.words.starts[words[0]], reading.words.ends[words[1]]
    return reading.document.article.span(start, end)


def _direction(left: Reading, right: Reading) -> Direction | None:
    """Return who took from whom: the one that names the other's outlet, else the one that came out later."""
    named = _names_other(left, right), _names_other(right, left)
    if named[0] != named[1]:
        return "right>left" if named[0] else "left>right"
    times = _moments(left, right)
    if times is None or times[0] == times[1]:
        return None
    return "left>right" if times[0] < times[1] else "right>left"


def _moments(left: Reading, right: Reading) -> tuple[float, float] | None:
    """Return when both came out, in days, of two of which one has no hour both days' noons; None unless both are dated."""
    first, second = left.document.article.published_at, right.document.article.published_at
    if not first or not second:
        return None
    if DAY_LENGTH in (len(first), len(second)):
        first, second = first[:DAY_LENGTH], second[:DAY_LENGTH]
    times = read_day(first), read_day(second)
    return None if times[0] is None or times[1] is None else (times[0], times[1])


def _names_other(one: Reading, other: Reading) -> bool:
    theirs, mine = other.document.article.outlet, one.document.article.outlet
    own = mine is not None and theirs is not None and mine.id == theirs.id
    return theirs is not None and bool(theirs.id) and theirs.id in one.outlets and not own


def _declared(left: Reading, right: Reading, shared: bool) -> Iterator[Reuse]:
    """Yield the edge of an article that names the outlet of another one of the story.

    Text need be `shared` only where the named one came out later: it names another article of that outlet then, unless it says the same.
    """
    first, second = (not shared and _moments(left, right)) or (0.0, 0.0)
    to_left = first <= second and _names_other(right, left)
    to_right = second <= first and _names_other(left, right)
    if to_left or to_right:
        direction: Direction | None = (
            None if to_left and to_right else "left>right" if to_left else "right>left"
        )
        named = (left if to_left else right).document.article.outlet
        yield Reuse(left.id, right.id, "declared", direction, named.name if named else None, 1.0, ())


def _same_quotations(
    left: Reading, right: Reading, vectors: VectorsOf | None, config: ReuseConfig
) -> Iterator[Reuse]:
    """Yield one edge for all quotations that both articles give: in nearly the same words, or one speaker's by meaning."""
    found = [
        (share, first, second)
        for first, first_words in left.quotations
        for second, second_words in right.quotations
        if (share := _likeness(first_words, second_words, config)) >= config.quotation_share
    ]
    if vectors is not None:
        found += _same_by_meaning(left, right, vectors, config)
    if found:
        names = {item.speaker.name for _, *both in found for item in both if item.speaker}
        origin = names.pop() if len(names) == 1 else None
        spans = tuple(sorted({(first.content, second.content) for _, first, second in found}))
        score = round(max(share for share, _, _ in found), 3)
        yield Reuse(left.id, right.id, "same_quotation", None, origin, min(1.0, score), spans)


def _same_by_meaning(
    left: Reading, right: Reading, vectors: VectorsOf, config: ReuseConfig
) -> list[tuple[float, Quotation, Quotation]]:
    """Return the pairs of long enough quotations whose speakers share a name and whose contents say the same."""
    pairs = [
        (first, second)
        for first, first_words in left.spoken
        for second, second_words in right.spoken
        if min(len(first_words), len(second_words)) >= config.quotation_words and _one_speaker(first, second)
    ]
    if not pairs:
        return []
    ones, others = (
        np.asarray(vectors([pair[side].content.text for pair in pairs]), dtype=np.float32) for side in (0, 1)
    )
    cosines = np.round(np.einsum("ij,ij->i", ones, others), 4)
    return [
        (float(cosine), *pair)
        for cosine, pair in zip(cosines, pairs, strict=True)
        if cosine >= config.quotation_cosine
    ]


def _one_speaker(first: Quotation, second: Quotation) -> bool:
    """Return whether the words of one speaker's name are all among the words of the other's."""
    names = [_name_words(item.speaker.name) for item in (first, second) if item.speaker]
    return len(names) == 2 and all(names) and (names[0] <= names[1] or names[1] <= names[0])


@lru_cache(maxsize=10_000)
def _name_words(name: str) -> frozenset[str]:
    """Return the words of a name: in a large story each is compared with those of every other report."""
    return frozenset(split_words(name).folded)


def _likeness(left: Sequence[str], right: Sequence[str], config: ReuseConfig) -> float:
    """Return how much of the shorter quotation stands in the longer one in word pairs; 0 where it is too short to tell."""
    short, long = sorted((left, right), key=len)
    if len(short) < config.quotation_words:
        return 0.0
    pairs, held = list(pairwise(short)), set(pairwise(long))
    return sum(pair in held for pair in pairs) / len(pairs)


def _common_original(
    left: Reading, right: Reading, vectors: VectorsOf, config: ReuseConfig
) -> Iterator[Reuse]:
    """Yield the edge of two articles that rest on the same agency, body or person, with the sentences that say the same.

    Where no such name is shared the sentences alone show it, and the origin is not known.
    """
    agencies = sorted(left.agencies.keys() & right.agencies.keys())
    origin = left.agencies[agencies[0]] if agencies else _voice(left, right)
    pairs = aligned_sentences(left.sentences, right.sentences, vectors, config.sentence_cosine)
    if origin is None and not pairs:
        return
    share = len(pairs) / max(1, min(len(left.sentences), len(right.sentences)))
    whole = len(pairs) >= config.sentence_least and share >= config.sentence_share
    channel = None if agencies else _channel(left, right)
    kind: ReuseKind = "translation" if agencies and whole else channel[0] if channel else "common_original"
    origin = channel[1] if channel else origin
    spans = tuple((left.sentences[i], right.sentences[j]) for i, j in pairs)
    yield Reuse(left.id, right.id, kind, None, origin, round(min(1.0, share), 3), spans)


def _channel(left: Reading, right: Reading) -> tuple[Channel, str] | None:
    """Return how the words of one voice came to both, as both say, and its fullest name; a written text before an occasion."""
    found: set[tuple[Channel, str]] = set()
    for one, other in shared_voices(left, right):
        both = left.channels.get(one, frozenset()) & right.channels.get(other, frozenset())
        name = max(left.voices[one], right.voices[other], key=lambda name: (len(name), name))
        found.update((channel, name) for channel in both)
    order = {"press_release": 0, "press_conference": 1}
    return min(found, key=lambda item: (order[item[0]], -len(item[1]), item[1]), default=None)


def _voice(left: Reading, right: Reading) -> str | None:
    """Return the fullest name of a body that both rest on, else of a voice that both let speak; None without one."""
    bodies = sorted(left.bodies.keys() & right.bodies.keys())
    if bodies:
        return left.bodies[bodies[0]]
    names = [
        side.voices[name]
        for pair in shared_voices(left, right)
        for side, name in zip((left, right), pair, strict=True)
    ]
    return min(names, key=lambda name: (-len(name), name), default=None)
