"""What tells two figures apart beside themselves: who died and who lives."""

import pytest

from align.reading import PACKS, claims_of, read
from rujuk.align.matters import other_fate


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sembilan orang meninggal.", "Ada sembilan orang yang saya angkut.", True),
        ("Per pukul 18.00, korban tewas sembilan orang.", "Nelayan itu menyelamatkan sembilan orang.", True),
        ("Sembilan orang meninggal.", "Sembilan orang mengalami luka-luka.", True),
        ("Sembilan orang meninggal.", "Sembilan penumpang tewas.", False),
        ("Sembilan orang meninggal.", "Jumlah itu menjadi sembilan orang.", False),
        ("Sembilan orang meninggal.", "Sembilan orang tertimbun longsor.", False),
        ("Sembilan orang meninggal.", "Petugas mengevakuasi sembilan jenazah.", False),
        ("Seorang nelayan meninggal.", "Nelayan itu pulang.", False),
    ],
)
def test_the_dead_and_the_living_are_not_one_fact(one: str, other: str, expected: bool) -> None:
    left, right = claims_of(read("a", one), read("b", other))
    assert other_fate(left, right, PACKS["id"]) is expected
    assert other_fate(right, left, PACKS["id"]) is expected
