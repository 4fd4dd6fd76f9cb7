"""The columns of many pairs say what the features say of each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import CONFIG, PACKS, bag, read
from rujuk.align.align import sorted_claims
from rujuk.align.parts import PLAIN, part_pairs

LINES = (
    "Banjir merendam 120 rumah warga di Desa Rejosari pada Senin, 2 Maret 2026.",
    "Sebanyak 125 rumah warga terendam, tidak ada korban jiwa.",
    '"Air mulai surut sejak subuh," kata Bupati Nusakarya, Budi Sarwono, Senin (2/3/2026).',
    "Budi Sarwono membantah bahwa tanggul jebol pada pukul 03.15 WIB.",
    "Bupati meninjau pasar dengan mobil dinas dan membagikan 40 paket beras.",
    "1 2 3 4 5.",
)


@given(st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=4), min_size=2, max_size=3))
def test_a_column_holds_what_the_feature_gives(articles: list[list[str]]) -> None:
    documents = [read(f"a{number}", "\n".join(lines)) for number, lines in enumerate(articles)]
    pairs = part_pairs(sorted_claims(documents, PACKS, CONFIG, fine=True), bag, CONFIG)
    for pair in pairs:
        assert pair.vector()[: len(PLAIN)] == pytest.approx([feature(pair.pair).value for feature in PLAIN])


def test_a_slice_of_the_pairs_is_those_pairs() -> None:
    documents = [read(key, "\n".join(LINES)) for key in "ab"]
    pairs = part_pairs(sorted_claims(documents, PACKS, CONFIG, fine=True), bag, CONFIG)
    assert pairs[1:3] == [pairs[1], pairs[2]]
    assert [pair.vector() for pair in pairs] == [tuple(row) for row in pairs.rows.tolist()]
    assert np.all(pairs.left < pairs.right)
