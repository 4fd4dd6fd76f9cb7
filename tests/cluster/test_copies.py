"""Word n-grams by a rolling hash: the same shared stretches as by comparing every n-gram, whatever the text."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.cluster.copies import REPEATS, WORD, Words, hits, seeds, shared_passages, split_words

SIZE = 3
texts = st.lists(st.sampled_from(["feri", "kandas", "Muara", "12", "syahbandar", "—"]), max_size=60).map(
    " ".join
)


def plain_seeds(words: Words) -> dict[tuple[str, ...], list[int]]:
    """Return the n-grams as they stand, each with its places."""
    grams = [words.folded[at : at + SIZE] for at in range(len(words) - SIZE + 1)]
    counts = Counter(grams)
    return {
        gram: [at for at, own in enumerate(grams) if own == gram] for gram in grams if counts[gram] <= REPEATS
    }


@given(texts, texts)
def test_hits_are_those_of_the_plain_n_grams(one: str, other: str) -> None:
    left, right = split_words(one), split_words(other)
    grams = plain_seeds(left), plain_seeds(right)
    plain = sorted(
        (i, j) for gram in grams[0].keys() & grams[1].keys() for i in grams[0][gram] for j in grams[1][gram]
    )
    assert hits(seeds(left, SIZE), seeds(right, SIZE)) == plain


@given(texts)
def test_seeds_are_the_places_of_every_n_gram_that_is_no_refrain(text: str) -> None:
    words = split_words(text)
    places = sorted(place for own in plain_seeds(words).values() for place in own)
    assert sorted(seeds(words, SIZE).places.tolist()) == places


def test_a_refrain_starts_nothing() -> None:
    refrain = split_words("berita ini akan terus diperbarui " * (REPEATS + 2))
    assert not shared_passages(seeds(refrain, 5), seeds(refrain, 5), 12, 5)


@pytest.mark.parametrize("text", ["", "Feri", "Feri kandas", "—"])
def test_a_text_shorter_than_a_seed_has_none(text: str) -> None:
    found = seeds(split_words(text), SIZE)
    assert not len(found.keys)
    assert shared_passages(found, seeds(split_words("Feri sayur kandas di muara"), SIZE), 0, SIZE) == []


@given(st.text(max_size=40))
def test_words_stand_where_they_say(text: str) -> None:
    words = split_words(text)
    found = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert [word.casefold() for word in found] == list(words.folded)
    assert all(WORD.fullmatch(word) for word in found)
