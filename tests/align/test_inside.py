import pytest

from align.reading import read
from rujuk.align.inside import Inside, within

TEXT = 'Banjir merusak 40 rumah di Desa Rejosari. "Warga butuh 12 perahu di sini," kata Bagas Wiratama.'


def second() -> Inside:
    document = read("a1", TEXT)
    return Inside.of(document, document.sentences[1])


def test_only_what_lies_in_the_sentence_is_held() -> None:
    first = Inside.of((document := read("a1", TEXT)), document.sentences[0])
    assert [item.value for item in first.quantities] == [40]
    assert [item.span.text for item in first.mentions] == ["Desa Rejosari"]
    assert first.quotations == ()
    assert [item.value for item in second().quantities] == [12]


def test_offsets_are_those_of_the_sentence() -> None:
    inside = second()
    text = inside.sentence.text
    assert {text[start:end] for start, end in inside.protected()} >= {"Bagas Wiratama", "12 perahu"} or {
        text[start:end] for start, end in inside.protected()
    } >= {"Bagas Wiratama"}
    assert [text[offset:].split()[0] for offset in inside.counts()] == ["12"]


@pytest.mark.parametrize(("shortest", "edges"), [(3, 2), (5, 2), (6, 0), (50, 0)])
def test_reported_words_of_a_few_words_are_scraps(shortest: int, edges: int) -> None:
    assert len(second().reported(shortest)) == edges


def test_reported_words_begin_and_end_at_their_content() -> None:
    inside = second()
    start, end = inside.reported(3)
    assert inside.sentence.text[start:end] == "Warga butuh 12 perahu di sini,"


def test_a_modal_cue_is_held_where_its_reach_is() -> None:
    document = read("a1", "Pelaku diduga melarikan diri. Polisi mencari pelaku itu.")
    cues = [[item.span.text for item in Inside.of(document, own).cues] for own in document.sentences]
    assert cues == [["diduga"], []]


def test_within_wants_the_whole_item_in_one_span() -> None:
    document = read("a1", TEXT)
    article = document.article
    (quantity, _) = document.quantities
    left, right = quantity.span.start, quantity.span.end
    assert within(document.quantities, [article.span(left, right)]) == (quantity,)
    assert within(document.quantities, [article.span(left, left + 1), article.span(left + 1, right)]) == ()
    assert within(document.quantities, []) == ()
