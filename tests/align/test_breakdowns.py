"""Of a thing that an article counts many times over no figure is held against another article's."""

import pytest

from align.reading import PACKS, claims_of, read
from rujuk.align.breakdowns import breaks_down, counts_in, gives_both, lists
from rujuk.align.printed import printed_in

PLAIN = "Sebanyak 65 penerbangan dibatalkan."
SEVERAL = (
    PLAIN
    + "\nSebanyak 12 penerbangan dibatalkan di Sawitan.\nSebanyak 33 penerbangan dibatalkan di Nusakarya."
)
OLD_AND_NEW = PLAIN + "\nSebelumnya sebanyak 12 penerbangan dibatalkan."
OTHERS = PLAIN + "\nSebanyak 12 kapal dan 33 bus tetap berangkat."


@pytest.mark.parametrize(
    ("text", "expected"),
    [(PLAIN, False), (SEVERAL, True), (OLD_AND_NEW, False), (OTHERS, False)],
    ids=["one figure", "place by place", "an old and a new one", "other things"],
)
def test_breaks_down(text: str, expected: bool) -> None:
    document, other = read("a", text), read("b", "Sebanyak 40 penerbangan dibatalkan.")
    left, right = claims_of(document)[0].quantities[0], claims_of(other)[0].quantities[0]
    named = {"a": counts_in(document, PACKS["id"])}
    assert breaks_down((left, right), "a", PACKS["id"], named) is expected


def test_an_article_that_is_not_known_breaks_nothing_down() -> None:
    (item,) = claims_of(read("a", PLAIN))[0].quantities
    assert not breaks_down((item, item), "b", PACKS["id"], {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebanyak 65 penumpang tertahan.", False),
        ("Sebanyak 65 penumpang tertahan di Sawitan dan 12 penumpang di Nusakarya.", True),
        ("Bandara itu melayani 65 kedatangan dan 12 kedatangan domestik.", True),
        ("Sebanyak 65 penumpang tertahan bersama 12 awak.", False),
        ("Dari 65 orang di kapal, 12 orang tewas.", False),
        ("Sebanyak 65 penumpang tertahan, dan 65 penumpang itu kini di hotel.", False),
    ],
    ids=[
        "one figure",
        "port by port",
        "a kind of it",
        "other persons",
        "some of them died",
        "the same again",
    ],
)
def test_lists(text: str, expected: bool) -> None:
    claim = next(item for item in claims_of(read("a", text)) if item.quantities)
    assert lists(claim.quantities[0], claim.counts, PACKS["id"]) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sebanyak 1.320 keluarga belum menerima bantuan.", False),
        ("Sebanyak 1.320 keluarga belum menerima bantuan.\nSebanyak 7.990 keluarga sudah menerima.", True),
        ("Sebanyak 1.320 keluarga belum menerima bantuan.\nYang sudah: 7.990 KPM.", True),
        ("Sebanyak 1.320 keluarga belum menerima bantuan.\nDi Sawitan 12 keluarga.", False),
    ],
    ids=["its own figure", "the other's too", "the other's, counted by another word", "other figures"],
)
def test_gives_both(text: str, expected: bool) -> None:
    document, other = read("a", text), read("b", "Sebanyak 7.990 keluarga menerima bantuan.")
    left, right = claims_of(document)[0].quantities[0], claims_of(other)[0].quantities[0]
    named = {
        item.article.id: counts_in(item, PACKS["id"]) | printed_in(item.article) for item in (document, other)
    }
    assert gives_both((left, right), ("a", "b"), named) is expected
    assert gives_both((right, left), ("b", "a"), named) is expected
