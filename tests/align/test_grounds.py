"""A place or a day is no fact by itself."""

import pytest

from align.reading import CONFIG, PACKS, bag, read
from rujuk.align.align import sorted_claims
from rujuk.align.grounds import grounded
from rujuk.align.pairs import ScoredPair
from rujuk.align.parts import part_pairs

FLOOD = "Banjir bandang melanda permukiman warga di Desa Rejosari."
ROAD = "Air sungai merendam jalan utama pada Senin pagi di Desa Rejosari."
FEAST = "Bupati menghadiri pesta panen raya di Desa Rejosari."


def kept(one: str, other: str, wanted: str, others: float) -> float:
    """Return what is left of a probability of .9 of the parts that begin so, all others having another one."""
    parts = sorted_claims([read("a", one), read("b", other)], PACKS, CONFIG, fine=True)
    compared = part_pairs(parts, bag, CONFIG)
    both = {place for place, part in enumerate(parts) if part.claim.text.startswith(wanted)}
    pairs = [
        ScoredPair(pair.left, pair.right, 0.9 if {pair.left, pair.right} <= both else others)
        for pair in compared
    ]
    found = grounded(parts, compared, pairs, PACKS, CONFIG)
    return next(pair.probability for pair in found if {pair.left, pair.right} <= both)


@pytest.mark.parametrize(
    ("other", "wanted", "others", "expected"),
    [
        (ROAD, "di Desa", 0.0, 0.0),
        (FEAST, "di Desa", 0.0, 0.0),
        (ROAD, "di Desa", CONFIG.grounds, 0.9),
    ],
    ids=["another sentence", "another event", "what happens there may be one"],
)
def test_a_place_alone_needs_a_ground(other: str, wanted: str, others: float, expected: float) -> None:
    assert kept(FLOOD, other, wanted, others) == expected


def test_what_has_words_of_its_own_needs_none() -> None:
    assert kept(FLOOD, "Banjir bandang surut.", "Banjir bandang", 0.0) == 0.9
