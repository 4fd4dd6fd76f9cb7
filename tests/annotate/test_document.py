"""The verb itself: depths, languages without a pack, odd text, and laws that hold for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.reader import article, outlets, read
from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.text import Span

BODY = "Banjir melanda Garut.\nWarga mengungsi.\nBupati Tirta Wibisana mengatakan air surut.\nRukmana Adiputra pulang."
HOSTILE = {
    "quote marks": '"' * 5000,
    "quote marks apart": '" a ' * 2000,
    "opening marks": "“Satu " * 2000,
    "cues": "kata Budi, " * 2000,
    "digits": "1" * 40 + " orang",
    "nul and separators": 'Budi\0berkata \u2028\u2029 "ya"\ufeff, kata \u200bBudi',
    "right to left": 'قال المتحدث "نعم" kata Budi Santika',
    "emoji": '👨‍👩‍👧 "Ya 👍," kata Budi Santika 👋.',
    "lone surrogate": "Budi \ud800 mengatakan hal itu",
    "marks only": "“”‘’«»\"'`",
    "space": " \n\t\u00a0",
    "empty": "",
}


def spans_of(document: Document) -> list[Span]:
    """Return every span of a document's annotation."""
    spans = [
        *document.sentences,
        *(item.span for item in (*document.mentions, *document.times, *document.quantities)),
    ]
    for quotation in document.quotations:
        parts = (quotation.speaker, quotation.role, quotation.affiliation)
        spans += [quotation.span, quotation.content, *(part.span for part in parts if part)]
        spans += [quotation.cue] if quotation.cue else []
    for cue in (*document.citations, *document.modal_cues):
        spans += [cue.span, cue.reach]
    return spans


def test_full_depth_reads_every_part() -> None:
    document = read(BODY, title="Banjir Garut Surut", captions="Warga Garut mengungsi.")
    assert {span.part for span in document.sentences} == {"body", "title", "caption"}


def test_lead_reads_title_and_first_three_paragraphs() -> None:
    document = read(BODY, title="Banjir Garut Surut", captions="Warga Garut mengungsi.", depth="lead")
    assert [span.text for span in document.sentences if span.part == "body"] == BODY.split("\n")[:3]
    assert {span.part for span in document.sentences} == {"body", "title"}


def test_language_without_a_pack_has_no_annotation() -> None:
    document = read("Bonjour le monde.", language="fr")
    assert spans_of(document) == []
    assert document.entities == ()


def test_same_text_gives_the_same_document() -> None:
    assert read(BODY) == read(BODY)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_odd_text_is_read_without_an_exception(text: str) -> None:
    document = read(text, title=text[:50])
    assert all(document.article.holds(span) for span in spans_of(document))


WORDS = st.sampled_from(
    ["Budi", "Santika", "kata", "mengatakan", "bahwa", "tidak", "akan", "Badan", "Nasional", "di", "Garut", "dan", "ujarnya",
     "menurut", "Presiden", "Antara", "dikutip", "dari", "ia", "air", "surut", '"', "“", "”", ",", ".", "?", "\n", "(", ")", ":", "-"]
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(WORDS, max_size=40), st.sampled_from([" ", ""]))
def test_every_span_stands_in_its_text_and_all_is_sorted(words: list[str], space: str) -> None:
    page = article(space.join(words))
    document = annotate(page, packs=load_all(), outlets=outlets())
    assert all(page.holds(span) for span in spans_of(document))
    for items in (document.mentions, document.quotations, document.citations, document.modal_cues):
        places = [(item.span.part, item.span.start) for item in items]
        assert places == sorted(places)
    ids = {entity.id for entity in document.entities}
    assert {mention.entity for mention in document.mentions} == ids
    assert all(quotation.span.contains(quotation.content) for quotation in document.quotations)


@settings(max_examples=40)
@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    page = article(text)
    assert all(page.holds(span) for span in spans_of(annotate(page, packs=load_all(), outlets=outlets())))
