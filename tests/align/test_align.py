from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.reading import LATE, PACKS, bag, claims_of, read
from rujuk.align import align
from rujuk.align.config import AlignConfig
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment

ONE = read("a1", "Banjir bandang melanda Desa Rejosari.\nSebanyak 40 rumah rusak di Desa Rejosari.")
TWO = read("b2", "Banjir bandang melanda Desa Rejosari.\nSebanyak 65 rumah rusak di Desa Rejosari.")
THREE = read("c3", "Bupati Retno Palupi membuka pasar.\nBanjir bandang melanda Desa Rejosari.")
STORY = (ONE, TWO, THREE)


def aligned(*documents: Document) -> tuple[Alignment, ...]:
    return align(documents, bag, packs=PACKS)


def together(found: tuple[Alignment, ...]) -> list[set[tuple[str, str]]]:
    groups = ({(claim.article_id, claim.text) for claim in own.claims} for own in found)
    return [own for own in groups if len(own) > 1]


def test_claims_that_assert_one_fact_come_together() -> None:
    flood = "Banjir bandang melanda Desa Rejosari"
    assert {(key, flood) for key in ("a1", "b2", "c3")} in together(aligned(*STORY))


def test_claims_of_two_articles_in_alike_words_confirm_one_another() -> None:
    for own in aligned(*STORY):
        article = {claim.id: claim.article_id for claim in own.claims}
        assert own.alike is not None
        assert all(article[left] != article[right] for left, right in own.alike)
    flood = next(own for own in aligned(*STORY) if len(own.claims) == 3)
    assert len(flood.alike or ()) == 3


def test_claims_that_are_not_likely_one_fact_as_they_stand_do_not_confirm_one_another() -> None:
    strict = align(STORY, bag, packs=PACKS, config=AlignConfig(confirms=1.1))
    assert all(own.alike == () for own in strict)
    assert [own.claims for own in strict] == [own.claims for own in aligned(*STORY)]


@pytest.mark.parametrize(
    ("title", "confirmed"),
    [("Jadwal Lengkap Liga Nusa Musim Ini", False), ("Liga Nusa Ditunda Musim Ini", True)],
)
def test_headlines_in_the_same_words_confirm_one_another_where_they_tell_an_act(
    title: str, confirmed: bool
) -> None:
    bodies = {"a1": "Suasana di stadion itu tenang sejak pagi.", "b2": "Bupati Retno Palupi membuka pasar."}
    found = aligned(*(read(key, text, title=title) for key, text in bodies.items()))
    (lines,) = (own for own in found if {claim.part for claim in own.claims} == {"title"})
    assert len(lines.claims) == 2
    assert bool(lines.alike) is confirmed


@pytest.mark.parametrize("original", STORY, ids=lambda document: document.article.id)
def test_a_copy_joins_and_parts_nothing(original: Document) -> None:
    copy = read("z9", original.article.text, published_at=LATE)
    others = [{claim.id for claim in own.claims if claim.article_id != "z9"} for own in aligned(*STORY, copy)]
    assert others == [{claim.id for claim in own.claims} for own in aligned(*STORY)]


def test_what_they_differ_in_is_shown() -> None:
    gaps = [gap for own in aligned(ONE, TWO) for gap in own.disagreements]
    assert [(gap.element, [item.value for item in gap.variants]) for gap in gaps] == [
        ("number", ["40 rumah rusak", "65 rumah rusak"])
    ]


def test_a_fact_of_one_article_stands_alone() -> None:
    alone = [own for own in aligned(*STORY) if len(own.claims) == 1]
    assert [own.claims[0].text for own in alone] == ["Bupati Retno Palupi membuka pasar"]


def test_reasons_name_both_claims_and_the_probability() -> None:
    for own in aligned(*STORY):
        ids = {claim.id for claim in own.claims}
        for line in own.reasons:
            pair, _, chance = line.rpartition(": ")
            assert {*pair.split(" = ")} <= ids
            assert 0 <= float(chance) <= 1
        assert bool(own.reasons) == (len(own.claims) > 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Pemerintah meneken pakta dagang itu.", "Pemerintah tidak meneken pakta dagang itu.", id="negated"
        ),
        pytest.param("Sebanyak 11 orang tewas.", "Sebanyak 23 orang luka.", id="dead and injured"),
        pytest.param(
            "Banjir bandang melanda Desa Rejosari.", "Bupati Retno Palupi membuka pasar.", id="unrelated"
        ),
    ],
)
def test_other_facts_are_no_statement_and_no_dispute(one: str, other: str) -> None:
    found = aligned(read("a1", one), read("b2", other))
    assert together(found) == []
    assert all(own.disagreements == () for own in found)


def test_a_growing_toll_is_shown_as_such() -> None:
    found = aligned(
        read("a1", "Sebanyak 11 orang tewas dalam kebakaran itu."),
        read("b2", "Sebanyak 13 orang tewas dalam kebakaran itu.", published_at=LATE),
    )
    assert [(gap.element, gap.develops) for own in found for gap in own.disagreements] == [("number", True)]


@pytest.mark.parametrize(
    "documents",
    [
        pytest.param((), id="none"),
        pytest.param((read("a1", ""),), id="an empty article"),
        pytest.param((read("a1", "Banjir melanda desa.", language="tl"),), id="a language without a pack"),
    ],
)
def test_nothing_to_align(documents: tuple[Document, ...]) -> None:
    assert aligned(*documents) == ()


def test_one_article_needs_no_vectors() -> None:
    def refuse(texts: object) -> np.ndarray:
        raise AssertionError(texts)

    found = align([ONE], refuse, packs=PACKS)
    assert [own.disagreements for own in found] == [(), ()]


SENTENCES = (
    "Banjir bandang melanda Desa Rejosari.", "Sebanyak 40 rumah rusak.", "Sebanyak 65 rumah rusak.",
    "Bupati Retno Palupi membuka pasar.", "Gempa itu terjadi pukul 09.15 WIB.", "Kapal itu belum ditemukan.",
    "Kapal itu ditemukan di Selat Balanga.", '"Kami butuh 12 perahu di sini," kata Bagas Wiratama.',
)  # fmt: skip
BODIES = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n".join), min_size=1, max_size=4
)


@settings(max_examples=40)
@given(BODIES, st.randoms(use_true_random=False))
def test_every_claim_stands_in_one_alignment_whatever_the_order(bodies: list[str], random: Random) -> None:
    documents = [read(f"a{number}", body) for number, body in enumerate(bodies)]
    found = aligned(*documents)
    ids = [claim.id for own in found for claim in own.claims]
    assert sorted(ids) == sorted(item.claim.id for item in claims_of(*documents))
    assert len(ids) == len({*ids})
    assert aligned(*random.sample(documents, len(documents))) == found
    for own in found:
        named = {item for gap in own.disagreements for variant in gap.variants for item in variant.claim_ids}
        assert named <= {claim.id for claim in own.claims}
        assert not own.disagreements or len({claim.article_id for claim in own.claims}) > 1


def disputed(*documents: Document) -> list[tuple[str, ...]]:
    return [
        tuple(variant.value for variant in gap.variants)
        for own in aligned(*documents)
        for gap in own.disagreements
    ]


def test_a_day_in_a_borrowed_beginning_is_no_figure_that_differs() -> None:
    one = read(
        "a1", "Tren naik. Hingga 17 Juni 2025 pukul 10.00 WIB, sebanyak 952.639 tiket telah terjual atau setara dengan 27 persen dari total kapasitas.",
    )  # fmt: skip
    two = read(
        "b2", "Tren naik. Hingga 18 Juni 2025 pukul 10.00 WIB, sebanyak 1.032.346 tiket telah terjual, atau sekitar 29% dari total kapasitas.",
        published_at=LATE,
    )  # fmt: skip
    assert disputed(one, two) == []
