import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.reading import PACKS, claims_of, read
from rujuk.align.features import Feature, Pair, contradictory, rarity
from rujuk.align.parts import PLAIN

WORDS = PACKS["id"].words


def value_of(name: str, own: Pair) -> Feature:
    """Return a feature of a pair by name."""
    return next(feature for feature in PLAIN if feature.__name__ == name)(own)


def pair(one: str, other: str, *, titles: bool = False, **changes: Any) -> Pair:
    """Return the first claims of two articles with these bodies, or with these titles."""
    where = "title" if titles else "body"
    keys = ("a1", "b2")
    documents = [
        read(key, "", title=text) if titles else read(key, text)
        for key, text in zip(keys, (one, other), strict=True)
    ]
    claims = claims_of(*documents)
    left, right = (
        next(item for item in claims if (item.claim.article_id, item.claim.part) == (key, where))
        for key in keys
    )
    values = {"rank": 0, **changes}
    return Pair(left, right, rarity=rarity(claims), **values)


@pytest.mark.parametrize(
    ("name", "one", "other", "expected"),
    [
        pytest.param("words", "Banjir merusak rumah.", "Banjir merusak rumah.", 1.0, id="the same words"),
        pytest.param("words", "Banjir merusak rumah.", "Gempa merobohkan menara.", 0.0, id="no common word"),
        pytest.param("words", "Banjir merusak rumah.", "Banjir merusak rumah warga.", 1.0, id="of the smaller"),
        pytest.param("letters", "Banjir merusak rumah.", "Banjir merusak rumah.", 1.0, id="the same letters"),
        pytest.param("letters", "Banjir merusak rumah.", "Gempa di kota lain.", 0.0, id="other letters"),
        pytest.param("other_names", "Bagas Wiratama tiba.", "Retno Palupi tiba.", 1.0, id="other names"),
        pytest.param("other_names", "Bagas Wiratama tiba.", "Rombongan itu tiba.", 0.0, id="one without names"),
        pytest.param("numbers", "Ada 40 rumah rusak.", "Sebanyak 40 rumah rusak.", 1.0, id="one number"),
        pytest.param("numbers", "Sekitar 50 rumah rusak.", "Sebanyak 48 rumah rusak.", 1.0, id="about"),
        pytest.param("numbers", "Ada 40 rumah rusak.", "Sebanyak 65 rumah rusak.", 0.0, id="two numbers"),
        pytest.param("counts_differ", "Ada 40 rumah rusak.", "Sebanyak 65 rumah rusak.", 1.0, id="counts differ"),
        pytest.param("counts_differ", "Ada 40 rumah rusak.", "Sebanyak 40 rumah rusak.", 0.0, id="counts agree"),
        pytest.param("counts_differ", "Ada 40 rumah rusak.", "Ada 65 kios terbakar.", 0.0, id="other things"),
        pytest.param("times", "Rapat dibuka pada Senin.", "Rapat dibuka pada 2 Maret 2026.", 1.0, id="one day"),
        pytest.param("times", "Rapat dibuka pada Senin.", "Rapat dibuka pada 4 Maret 2026.", -1.0, id="two days"),
        pytest.param("times", "Rapat dibuka pada Senin.", "Rapat sudah dibuka.", 0.0, id="one without a time"),
        pytest.param("lengths", "Banjir merusak rumah.", "Banjir merusak rumah.", 1.0, id="equal lengths"),
        pytest.param(
            "speakers", '"Ada 40 rumah rusak di sini," kata Bagas Wiratama.', "Menurut Bagas Wiratama, 40 rumah rusak.",
            1.0, id="one speaker",
        ),
        pytest.param(
            "speakers", '"Ada 40 rumah rusak di sini," kata Bagas Wiratama.', "Menurut Retno Palupi, 40 rumah rusak.",
            -1.0, id="two speakers",
        ),
        pytest.param("speakers", "Ada 40 rumah rusak.", "Menurut Retno Palupi, 40 rumah rusak.", 0.0, id="one silent"),
        pytest.param("polarity", "Pemerintah tidak meneken pakta.", "Pemerintah meneken pakta.", 1.0, id="negated"),
        pytest.param("polarity", "Pemerintah membantah meneken pakta.", "Pemerintah meneken pakta.", 1.0, id="denied"),
        pytest.param(
            "polarity", "Pemerintah membantah meneken pakta.", "Pemerintah tidak meneken pakta.", 0.0, id="both",
        ),
    ],
)  # fmt: skip
def test_value(name: str, one: str, other: str, expected: float) -> None:
    assert value_of(name, pair(one, other)).value == pytest.approx(expected)
    assert value_of(name, pair(other, one)).value == pytest.approx(expected)


def test_nearest_falls_with_the_rank() -> None:
    own = [value_of("nearest", pair("Banjir tiba.", "Banjir pergi.", rank=rank)).value for rank in range(4)]
    assert own == [1.0, 0.5, pytest.approx(1 / 3), 0.25]


def test_rare_words_weigh_more() -> None:
    claims = claims_of(read("a1", "Banjir merusak rumah.\nBanjir merusak kios.\nBanjir tiba di waduk."))
    weights = rarity(claims)
    assert weights["banjir"] == pytest.approx(math.log(4 / 3))
    assert weights["waduk"] > weights["banjir"] > 0


def test_a_feature_tells_what_it_is_made_of() -> None:
    assert value_of("numbers", pair("Ada 40 rumah rusak.", "Sebanyak 40 rumah rusak.")).detail == "40"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            "Pemerintah tidak meneken pakta.", "Pemerintah meneken pakta.", True, id="negated by one"
        ),
        pytest.param(
            "Pemerintah tidak meneken pakta.", "Pakta belum diteken pemerintah.", False, id="negated by both"
        ),
        pytest.param(
            "Pemerintah tidak meneken pakta.", "Pemerintah membeli pakta.", False, id="another word"
        ),
        pytest.param("Pemerintah meneken pakta.", "Pemerintah meneken pakta.", False, id="plain"),
        pytest.param("Harga beras naik.", "Harga beras turun.", True, id="opposites"),
        pytest.param("Harga beras naik lalu turun.", "Harga beras turun.", False, id="both say the second"),
    ],
)
def test_contradictory(one: str, other: str, expected: bool) -> None:
    own = pair(one, other)
    assert contradictory(own.left, own.right, WORDS) is expected
    assert contradictory(own.right, own.left, WORDS) is expected


SENTENCES = st.lists(
    st.sampled_from(
        [
            "Banjir",
            "merusak",
            "40 rumah",
            "65 rumah",
            "Bagas Wiratama",
            "tidak",
            "pada Senin",
            "kios",
            "terbakar",
        ]
    ),
    min_size=3,
    max_size=8,
    unique=True,
).map(lambda words: "Warga " + " ".join(words) + " kemarin.")


@given(SENTENCES, SENTENCES)
def test_every_feature_is_finite_and_the_same_both_ways(one: str, other: str) -> None:
    own = pair(one, other)
    back = Pair(own.right, own.left, own.rank, own.rarity)
    values = [feature(own).value for feature in PLAIN]
    assert all(math.isfinite(value) and -2 <= value <= 3 for value in values)
    assert values == pytest.approx([feature(back).value for feature in PLAIN])


def test_numbers_are_the_same_both_ways() -> None:
    one, other = "Warga membeli 40 rumah.", "Warga membeli 40 rumah atau sekitar 40 rumah."
    assert value_of("numbers", pair(one, other)).value == value_of("numbers", pair(other, one)).value
