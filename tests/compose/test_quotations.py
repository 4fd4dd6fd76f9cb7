import itertools

import pytest

from render.builders import article, document, quotation
from rujuk.compose.config import ComposeConfig
from rujuk.compose.quotations import quotation_cards
from rujuk.model.annotations import Document

LONG = "Kami akan membuka posko sampai semua warga pulang"


def quoting(outlet: str, content: str, speaker: str = "Bagas Wiratama") -> Document:
    of = article(outlet, f"Judul {outlet}", f'"{content}" kata {speaker}.\n{outlet} menulis.')
    return document(of, quotations=[quotation(of, f'"{content}" kata {speaker}', content, speaker=speaker)])


def linked(*documents: Document) -> bool:
    first, second = quotation_cards(documents, ComposeConfig())
    assert (second.id in first.same_as) == (first.id in second.same_as)
    return second.id in first.same_as


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (LONG, LONG, True),
        (LONG, "kami akan membuka posko, sampai semua warga pulang!", True),
        (LONG, "Kami (BPBD) akan membuka posko sampai semua warga [korban banjir] pulang", True),
        (LONG, "Kami akan membuka posko sampai semua", True),
        (LONG, "posko sampai semua warga pulang", True),
        (LONG, "Kami tidak akan membuka posko sampai semua warga pulang", False),
        (LONG, "Kami akan membuka dapur sampai semua warga pulang", False),
        ("Ada 12 rumah yang rusak berat", "Ada 13 rumah yang rusak berat", False),
        ("sangat berat", "sangat berat", True),
        ("sangat berat", "berat", False),
        ("…", "…", False),
    ],
)
def test_same_words(left: str, right: str, same: bool) -> None:
    assert linked(quoting("Warta Nusa", left), quoting("Kabar Selat", right)) is same


def test_a_short_fragment_needs_the_same_speaker() -> None:
    assert not linked(
        quoting("Warta Nusa", "sangat berat"), quoting("Kabar Selat", "sangat berat", "Laras Puspita")
    )


def test_one_article_is_never_linked_to_itself() -> None:
    of = article("Warta Nusa", "Judul", f'"{LONG}" kata Bagas.\n"{LONG}" ujar Bagas.')
    twice = [quotation(of, f'"{LONG}" {cue} Bagas', LONG, speaker="Bagas") for cue in ("kata", "ujar")]
    assert [card.same_as for card in quotation_cards([document(of, quotations=twice)], ComposeConfig())] == [
        (),
        (),
    ]


def test_three_articles_are_linked_whatever_their_order() -> None:
    documents = [quoting(outlet, LONG) for outlet in ("Warta Nusa", "Kabar Selat", "Harian Teluk")]
    cards = {card.id: card.same_as for card in quotation_cards(documents, ComposeConfig())}
    assert all(set(same) == cards.keys() - {own} for own, same in cards.items())
    for given in itertools.permutations(documents):
        assert {card.id: card.same_as for card in quotation_cards(given, ComposeConfig())} == cards


def test_many_reprints_are_linked_through_the_first() -> None:
    documents = [quoting(f"Media {number:03}", LONG) for number in range(100)]
    cards = quotation_cards(documents, ComposeConfig())
    assert len(cards[0].same_as) == 99
    assert {card.same_as for card in cards[1:]} == {(cards[0].id,)}


def test_hostile_repetition_is_read() -> None:
    left, right = quoting("Warta Nusa", "ya " * 3000 + "ya"), quoting("Kabar Selat", "( " * 3000 + "ya")
    assert len(quotation_cards([left, right], ComposeConfig())) == 2
