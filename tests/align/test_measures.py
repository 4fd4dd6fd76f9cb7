import pytest

from align.reading import PACKS, claims_of, read
from rujuk.align.measures import measured


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Gempa itu berpusat pada kedalaman 10 km.", ["depth"]),
        ("Gempa itu berjarak 140 km dari kota pada kedalaman 10 km.", ["distance", "depth"]),
        ("Ombak setinggi 2 meter menghantam dermaga.", ["height"]),
        ("Kapal itu menempuh 10 km.", [""]),
        ("Kedalaman laut di sekitar kota tua yang ramai itu 10 km.", [""]),
    ],
)
def test_what_is_measured_is_told_by_the_nearest_word_before(text: str, kinds: list[str]) -> None:
    claims = claims_of(read("a1", text))
    found = [measured(item, claim, PACKS["id"]) for claim in claims for item in claim.quantities]
    assert found == kinds
