import re
from dataclasses import replace
from typing import Any

import pytest

from builders import article, claim
from rujuk.model.annotations import Attribution, Place, Quotation
from rujuk.model.dossier import (
    Alias,
    ArticleCard,
    Dossier,
    QuotationCard,
    StoryEntity,
    TimelineEntry,
    verify,
)
from rujuk.model.errors import ProvenanceError
from rujuk.model.statement import Origin, Statement
from rujuk.model.story import Reuse
from rujuk.model.text import Article, OutletRef, Span

A = article("a1", 'Banjir melanda desa itu pada Senin. "Kami butuh perahu di sini," kata Bagas Wiratama.')
B = article("b2", "Senin lalu banjir melanda desa itu.")
CLAIM, SAME = claim(A, "Banjir melanda desa itu"), claim(B, "banjir melanda desa itu")


def at(own: Article, words: str) -> Span:
    start = own.text.index(words)
    return own.span(start, start + len(words))


def card(own: Article) -> ArticleCard:
    return ArticleCard(
        own.id, own.path, None, None, own.title, None, None, "id", own.text_sha256, 1, ("Selat",), True
    )


STATEMENT = Statement(
    CLAIM.text,
    CLAIM.id,
    "single",
    (CLAIM, SAME),
    (),
    (Origin("Selat", "agency", ("a1", "b2"), ("Selat",)),),
    1,
    ("x",),
)
QUOTATION = Quotation(
    at(A, '"Kami butuh perahu di sini," kata Bagas Wiratama'), at(A, "Kami butuh perahu di sini,"), "direct",
    at(A, "kata"), Attribution(at(A, "Bagas Wiratama"), "e1", "Bagas Wiratama"), None, None, (),
)  # fmt: skip
ENTRY = TimelineEntry("2026-03-02", "2026-03-02", "day", STATEMENT.id, CLAIM.id, at(A, "Senin"))
EDGE = Reuse("a1", "b2", "edited", None, None, 0.5, ((at(A, "melanda desa itu"), at(B, "melanda desa itu")),))


def dossier(**changes: Any) -> Dossier:
    values: dict[str, Any] = {
        "id": "d1", "title": "Banjir", "articles": (card(A), card(B)), "statements": (STATEMENT,),
        "quotations": (QuotationCard(QUOTATION, ()),), "timeline": (ENTRY,), "summary": (STATEMENT.id,),
        "reuse": (EDGE,), "manifest": {"rujuk": "0"},
    }  # fmt: skip
    return Dossier(**{**values, **changes})


def elsewhere(span: Span) -> Span:
    return replace(span, article_id="z9")


def moved(span: Span) -> Span:
    return replace(span, start=span.start + 1, end=span.end + 1)


def test_round_trip_is_identity() -> None:
    assert Dossier.from_dict(dossier().to_dict()) == dossier()


def test_a_dossier_that_its_articles_bear_out_has_no_faults() -> None:
    assert verify(dossier(), [A, B]) == ()
    assert verify(dossier(), [B, A]) == ()


def test_every_span_is_read_again() -> None:
    texts = [span.text for span in dossier().spans()]
    assert texts == [
        CLAIM.text, A.text, SAME.text, B.text, QUOTATION.span.text, "Kami butuh perahu di sini,", "kata",
        "Bagas Wiratama", "Senin", "melanda desa itu", "melanda desa itu",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param({"summary": ("nowhere",)}, "the summary names statement nowhere", id="summary"),
        pytest.param(
            {"timeline": (replace(ENTRY, claim_id="nobody"),)}, "the timeline names claim nobody", id="timeline, claim"
        ),
        pytest.param(
            {"timeline": (replace(ENTRY, statement_id="nowhere"),)}, f"the timeline names claim {CLAIM.id}",
            id="timeline, statement",
        ),
        pytest.param(
            {"timeline": (replace(ENTRY, expression=moved(ENTRY.expression)),)}, "does not read 'Senin'",
            id="timeline, expression",
        ),
        pytest.param(
            {"timeline": (replace(ENTRY, expression=elsewhere(ENTRY.expression)),)}, "names article z9",
            id="a span of another article",
        ),
        pytest.param(
            {"timeline": (replace(ENTRY, expression=replace(ENTRY.expression, suffix="!")),)}, "does not read 'Senin'",
            id="context",
        ),
        pytest.param(
            {"quotations": (QuotationCard(replace(QUOTATION, content=moved(QUOTATION.content)), ()),)},
            "does not read 'Kami butuh", id="quotation, content",
        ),
        pytest.param(
            {"quotations": (QuotationCard(replace(QUOTATION, cue=moved(at(A, "kata"))), ()),)}, "does not read 'kata'",
            id="quotation, cue",
        ),
        pytest.param(
            {"quotations": (QuotationCard(
                replace(QUOTATION, speaker=Attribution(moved(at(A, "Bagas")), None, "Bagas")), ()
            ),)}, "does not read 'Bagas'", id="quotation, speaker",
        ),
        pytest.param(
            {"reuse": (replace(EDGE, spans=((EDGE.spans[0][0], moved(EDGE.spans[0][1])),)),)},
            "of article b2 .* does not read 'melanda desa itu'", id="reuse",
        ),
        pytest.param(
            {"articles": (replace(card(A), text_sha256="0"), card(B))}, "text of article a1 .* is not the one analysed",
            id="another text",
        ),
    ],
)  # fmt: skip
def test_a_broken_promise_is_named(changes: dict[str, Any], message: str) -> None:
    (fault,) = verify(dossier(**changes), [A, B])
    assert fault.startswith("dossier d1: ")
    assert re.search(message, fault), fault


def test_a_missing_article_is_named() -> None:
    (fault,) = verify(dossier(), [A])
    assert fault == "dossier d1: article b2 (b2.txt) is not among the articles"


def test_an_article_without_a_card_is_named_for_each_span() -> None:
    faults = verify(dossier(articles=(card(A),)), [A, B])
    assert {*faults} == {"dossier d1: a span names article b2, which is not in the dossier"}
    assert len(faults) == 3


def test_a_changed_text_breaks_the_quotes_too() -> None:
    changed = replace(B, text=B.text.replace("melanda", "merusak"))
    faults = verify(dossier(), [A, changed])
    assert "not the one analysed" in faults[0]
    assert len(faults) == 4


def test_a_moved_claim_is_named() -> None:
    (true, *others) = STATEMENT.claims
    false = replace(true, spans=(moved(true.spans[0]),))
    own = dossier(
        statements=(replace(STATEMENT, lead=false.id, claims=(false, *others)),), timeline=(), summary=()
    )
    (fault,) = verify(own, [A, B])
    assert "does not read 'Banjir melanda desa itu'" in fault


def test_a_quotation_card_of_other_offsets_does_not_load() -> None:
    data = dossier().to_dict()
    content = data["quotations"][0]["content"]
    data["quotations"][0]["content"] = {**content, "start": content["start"] + 1, "end": content["end"] + 1}
    with pytest.raises(ProvenanceError, match="give the id"):
        Dossier.from_dict(data)


@pytest.mark.parametrize("key", ["span", "content"])
def test_a_quotation_without_its_words_does_not_load(key: str) -> None:
    data = dossier().to_dict()
    data["quotations"][0][key] = None
    with pytest.raises(ProvenanceError, match="no span or no content"):
        Dossier.from_dict(data)


@pytest.mark.parametrize("outlet", [None, OutletRef("", "Kabar Teluk"), OutletRef("karsa", "Karsa")])
def test_cards_round_trip(outlet: OutletRef | None) -> None:
    own = replace(card(A), outlet=outlet)
    assert ArticleCard.from_dict(own.to_dict()) == own


PLACE = Place("ID.11.01", "Wantuli", "regency", "ID", ("Aceh", "Indonesia"))
NAMED = StoryEntity("ab" * 8, "PER", "Bagas Wiratama", (Alias("Bagas Wiratama", (at(A, "Bagas Wiratama"),)),), ("kades",), (PLACE,))  # fmt: skip


def with_entity(entity: StoryEntity) -> Dossier:
    return Dossier("d1", "Judul", (card(A), card(B)), (), (), (), (), (), {}, (entity,))


def test_entities_survive_json_and_are_verified() -> None:
    own = with_entity(NAMED)
    assert Dossier.from_dict(own.to_dict()) == own
    assert NAMED.article_ids == {"a1"}
    assert verify(own, [A, B]) == ()


@pytest.mark.parametrize(
    "alias",
    [
        Alias("Bagas Wiratama", (at(B, "banjir"),)),
        Alias("Bagas", (at(A, "Bagas Wiratama"),)),
        Alias("Bagas", (replace(at(A, "Bagas"), start=1, end=6),)),
    ],
    ids=["another word", "a shorter form", "shifted"],
)
def test_a_form_that_its_article_does_not_use_is_a_fault(alias: Alias) -> None:
    assert verify(with_entity(replace(NAMED, aliases=(alias,))), [A, B])
