"""Which claims of a statement confirm one another, and what speaks against it."""

import pytest

from align.reading import CONFIG, PACKS, claims_of, read
from rujuk.align.claims import ReadClaim
from rujuk.align.confirms import Known, confirming
from rujuk.align.features import rarity


def confirmed(left: ReadClaim, right: ReadClaim, **changes: object) -> bool:
    """Return whether two claims confirm one another that are surely likely one fact."""
    key = (left.claim.id, right.claim.id)
    known = Known({}, {}, rarity([left, right]), {}, {key: 1.0}, frozenset())._replace(**changes)
    return [*confirming([left, right], known, PACKS, CONFIG)] == [key]


def headline(key: str, title: str) -> ReadClaim:
    return claims_of(read(key, "Suasana tenang.", title=title, language="id"))[-1]


def body(key: str, text: str) -> ReadClaim:
    return claims_of(read(key, text))[-1]


FIRE = body("a", "Kebakaran melanda Pasar Sawitan pada dini hari.")
OTHER = body("b", "Kebakaran itu melanda Pasar Sawitan.")


def test_alike_words_and_one_act_confirm() -> None:
    assert confirmed(FIRE, OTHER)


def test_what_is_not_likely_one_fact_does_not_confirm() -> None:
    key = (FIRE.claim.id, OTHER.claim.id)
    assert not confirmed(FIRE, OTHER, likely={key: CONFIG.confirms - 0.01})
    assert not confirmed(FIRE, OTHER, told={key: None})


def test_what_all_reports_say_does_not_confirm() -> None:
    left = body("a", "Warga Rejosari mengungsi akibat erupsi Gunung Karsa.")
    right = body("b", "Erupsi Gunung Karsa membuat warga Rejosari sakit.")
    assert confirmed(left, right)
    assert not confirmed(left, right, worn=frozenset(left.stems) & frozenset(right.stems))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("5 Orang Terkaya di Pulau Karsa", "5 Orang Paling Kaya di Pulau Karsa", False),
        ("5 Orang Tewas di Pulau Karsa", "5 Orang Tewas Tertimbun di Pulau Karsa", True),
    ],
    ids=["two lists", "a toll"],
)
def test_headlines_that_begin_with_a_figure(one: str, other: str, expected: bool) -> None:
    assert confirmed(headline("a", one), headline("b", other)) is expected


def test_a_pronoun_for_somebody_else_does_not_confirm() -> None:
    left = body("a", "Sari Wening memeluk putranya. Dia menangis di pelaminan itu.")
    assert not confirmed(left, body("b", "Bagas Wiratama menangis di pelaminan itu."))
    assert confirmed(left, body("b", "Sari menangis di pelaminan itu."))
