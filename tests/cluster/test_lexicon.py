import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.cluster.features import Common, frequencies
from rujuk.cluster.lexicon import Lexicon
from rujuk.cluster.sketch import Rarity, Sketch, rarity

WORDS = [f"kata{number}" for number in range(30)]
SOME = st.frozensets(st.sampled_from(WORDS), max_size=12)


def made(
    key: int, title: frozenset[str], lead: frozenset[str], rest: frozenset[str], names: frozenset[str]
) -> Sketch:
    words = title | lead
    return Sketch(
        id=f"{key:016x}", language="id", outlet="", url="", moment=None, title=title, words=words, whole=words | rest,
        names=names, numbers=frozenset(), slots={}, days=frozenset(),
    )  # fmt: skip


SKETCHES = st.lists(st.tuples(SOME, SOME, SOME, SOME), min_size=2, max_size=8).map(
    lambda rows: [made(key, *sets) for key, sets in enumerate(rows)]
)


def by_sets(left: Sketch, right: Sketch, words: Rarity, names: Rarity) -> list[float]:
    """Return what `Common` means, said with sets."""
    named = left.title & left.names, right.title & right.names
    return [
        words.total(left.words & right.words),
        words.total(left.title & right.title),
        words.total(left.title & right.words),
        words.total(right.title & left.words),
        words.total(left.title & right.whole),
        words.total(right.title & left.whole),
        names.total(left.names & right.whole),
        names.total(right.names & left.whole),
        words.total(left.words),
        words.total(left.title),
        names.total(left.names),
        words.total(right.words),
        words.total(right.title),
        names.total(right.names),
        float(bool(named[0] and named[1]) and named[0].isdisjoint(named[1])),
    ]


def rows(found: Common) -> list[list[float]]:
    return np.stack(found, axis=1).tolist()


@given(SKETCHES, st.randoms())
def test_what_is_counted_at_once_is_what_sets_give(sketches: list[Sketch], random) -> None:
    known = frequencies(sketches, 1000)
    pairs = [(left, right) for left in range(len(sketches)) for right in range(len(sketches))]
    random.shuffle(pairs)
    found = rows(Lexicon.of(sketches, known).common(pairs))
    want = [by_sets(sketches[left], sketches[right], known.words, known.names) for left, right in pairs]
    assert found == want


@given(SKETCHES, SKETCHES)
def test_who_came_and_went_leaves_no_trace(stay: list[Sketch], go: list[Sketch]) -> None:
    known = frequencies([*stay, *go], 1000)
    lexicon = Lexicon.of([*go], known)
    for slot, item in enumerate(stay, start=100):
        lexicon.enter(slot, item)
    lexicon.leave(range(len(go)))
    lexicon.weigh(known, known.words.weights, known.names.weights)
    pairs = [(100, 100 + at) for at in range(len(stay))]
    assert rows(lexicon.common(pairs)) == [by_sets(stay[0], item, known.words, known.names) for item in stay]
    assert len(lexicon) == len(frozenset().union(*(item.whole | item.names for item in stay)))


def test_numbers_of_words_that_are_gone_are_given_out_again() -> None:
    lexicon, none = Lexicon(), frozenset[str]()
    for day in range(50):
        own = frozenset(f"hari{day} kata{number}" for number in range(100))
        lexicon.enter(day, made(day, none, own, none, none))
        lexicon.leave([day])
    assert len(lexicon) == 0
    assert len(lexicon._words) == 100


@pytest.mark.parametrize("count", [3, 1500])
def test_more_words_than_there_was_room_for(count: int) -> None:
    own = frozenset(f"kata{number}" for number in range(count))
    none = frozenset[str]()
    known = frequencies([made(0, none, own, none, none)], 1000)
    lexicon = Lexicon.of([made(0, none, own, none, none), made(1, none, own, none, own)], known)
    (found,) = rows(lexicon.common([(0, 1)]))
    assert found[0] == known.words.total(own)


@given(st.lists(st.frozensets(st.sampled_from(WORDS), min_size=1), min_size=1, max_size=40), st.randoms())
def test_sums_do_not_depend_on_the_order(sets: list[frozenset[str]], random) -> None:
    known = rarity(sets, 1000)
    items = [item for own in sets for item in own]
    want = known.total(items)
    random.shuffle(items)
    assert known.total(items) == want
