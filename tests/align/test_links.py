"""Which pieces of one likely fact stand in one statement."""

import pytest

from align.reading import CONFIG, PACKS, read
from rujuk.align.align import sorted_claims
from rujuk.align.claims import ReadClaim
from rujuk.align.links import linked
from rujuk.align.pieces import ALONE


def parts_of(articles: str) -> list[ReadClaim]:
    """Return a part for each letter, which is its article."""
    return [sorted_claims([read(letter, "Hujan turun.")], PACKS, CONFIG, fine=True)[0] for letter in articles]


PIECES = {0: 0, 1: 1, 2: 2, 3: 3}
"""Each part is held by the piece of its own place."""


@pytest.mark.parametrize(
    ("labels", "told", "links", "expected"),
    [
        ([7, 7, 7, 7], {0: 7, 1: 7, 2: 7, 3: 7}, [(0, 1), (1, 2), (2, 3)], [0, 0, 0, 0]),
        ([7, 7, 7, 7], {0: 7, 1: 7, 2: 7, 3: 7}, [(0, 1), (2, 3)], [0, 0, 2, 2]),
        ([7, 7, 7, 7], {0: 7, 1: 7, 2: 7, 3: 7}, [(0, 1)], [0, 0, ALONE, ALONE]),
        ([7, 7, 7, 7], {0: 7, 1: 7, 2: 7, 3: 7}, [], [ALONE] * 4),
        ([7, 7, 8, 8], {0: 7, 1: 7, 2: 8, 3: 8}, [(0, 1), (1, 2), (2, 3)], [0, 0, 2, 2]),
        ([7, 7, ALONE, ALONE], {0: 7, 1: 7}, [(0, 1), (2, 3)], [0, 0, ALONE, ALONE]),
    ],
    ids=["a chain", "two sides", "two that nothing links", "no link", "two facts", "what nobody else tells"],
)
def test_pieces_stand_together_that_links_of_their_fact_connect(
    labels: list[int], told: dict[int, int], links: list[tuple[int, int]], expected: list[int]
) -> None:
    assert linked(labels, PIECES, told, parts_of("abcd"), links) == expected


def test_two_parts_of_one_article_are_no_two_reports() -> None:
    told = {0: 7, 1: 7, 2: 7}
    assert linked([7, 7, 7], {0: 0, 1: 1, 2: 2}, told, parts_of("aab"), [(0, 1)]) == [ALONE] * 3


def test_a_piece_of_two_sides_stands_with_the_one_of_more_reports() -> None:
    told = dict.fromkeys(range(6), 7)
    holders = {0: 0, 1: 1, 2: 0, 3: 2, 4: 3, 5: 4}
    found = linked([7] * 5, holders, told, parts_of("abacde"), [(0, 1), (2, 3), (3, 4)])
    assert found == [2, 0, 2, 2, ALONE]


def test_a_piece_that_holds_no_part_of_its_fact_stands_with_most_reports() -> None:
    told = {0: 7, 1: 7, 2: 7}
    assert linked([7, 7, 7, 7], {0: 0, 1: 1, 2: 2}, told, parts_of("abc"), [(0, 1), (1, 2)]) == [0] * 4


@pytest.mark.parametrize(
    "links", [[(0, 1), (1, 2), (2, 3)], [(2, 3), (1, 2), (0, 1)], [(1, 2), (0, 1), (2, 3)]]
)
def test_the_order_of_links_changes_nothing(links: list[tuple[int, int]]) -> None:
    told = dict.fromkeys(range(4), 7)
    assert linked([7] * 4, PIECES, told, parts_of("abcd"), links) == [0] * 4
