"""A story of very many articles: copies, one event told by all, several events in one, each statement with all its reports."""

from collections.abc import Sequence
from itertools import permutations
from zlib import crc32

import numpy as np
import pytest

from align.reading import PACKS, bag, read
from rujuk.align import align
from rujuk.align.config import AlignConfig
from rujuk.align.crowd import align_crowd
from rujuk.model.annotations import Document
from rujuk.model.statement import Alignment

SMALL = AlignConfig(largest_story=10, batch=5)
FLOOD = (
    "Banjir merendam 40 rumah di Desa Rejosari, Senin pagi.",
    "Camat Retno Palupi mengatakan 12 warga mengungsi ke balai desa.",
)
FIRE = (
    "Pasar Kertajaya terbakar dan 25 kios habis dilalap api, Selasa malam.",
    "Petugas menurunkan enam mobil pemadam ke lokasi kebakaran.",
)


def story(count: int, *sentences: str, name: str = "a") -> list[Document]:
    """Return so many reports of the same sentences, each with a line of its own."""
    return [
        read(f"{name}{at:03}", "\n".join((*sentences, f"Wartawan situs ke-{at} melapor dari posko {at}.")))
        for at in range(count)
    ]


def made(documents: list[Document], config: AlignConfig = SMALL) -> tuple[Alignment, ...]:
    return align(documents, bag, packs=PACKS, config=config)


def reports(alignments: tuple[Alignment, ...], words: str) -> set[str]:
    """Return the articles of the statement of most articles that holds these words."""
    held = [{claim.article_id for claim in item.claims} for item in alignments
            if any(words in claim.text for claim in item.claims)]  # fmt: skip
    return max(held, key=len)


def test_a_fact_that_all_tell_is_one_statement() -> None:
    told = made(story(20, *FLOOD))
    assert len(reports(told, "40 rumah")) == 20
    assert len(reports(told, "12 warga")) == 20


def test_two_events_in_one_story_stay_two() -> None:
    told = made([*story(10, *FLOOD, name="a"), *story(10, *FIRE, name="b")])
    assert reports(told, "40 rumah") == {f"a{at:03}" for at in range(10)}
    assert reports(told, "25 kios") == {f"b{at:03}" for at in range(10)}


def test_every_claim_is_in_exactly_one_statement_and_no_sentence_is_lost() -> None:
    documents = [*story(12, *FLOOD, name="a"), *story(4, *FIRE, name="b")]
    found, alone = (
        [claim for item in made(documents, *config) for claim in item.claims]
        for config in ((), (AlignConfig(),))
    )
    assert len({claim.id for claim in found}) == len(found)
    assert claimed(found) == claimed(alone)


def claimed(claims):
    """Return the sentences of which some piece is claimed: where pieces are cut depends on who else is in the batch."""
    return {(claim.article_id, claim.sentence) for claim in claims}


def test_the_order_of_documents_changes_nothing() -> None:
    documents = story(12, *FLOOD)
    assert (
        len({made([*documents[9:], *order, *documents[3:9]]) for order in permutations(documents[:3])}) == 1
    )


def test_500_copies_are_aligned_once_and_kept() -> None:
    sizes: list[int] = []
    first = read("a000", "\n".join(FLOOD))
    copies = [read(f"a{at:03}", "\n".join(FLOOD)) for at in range(500)]

    def counted(documents: object) -> tuple[Alignment, ...]:
        assert isinstance(documents, list)
        sizes.append(len(documents))
        return align(documents, bag, packs=PACKS)

    told = align_crowd(copies, bag, AlignConfig(), counted)
    assert sizes == [1]
    assert len(told) == len(align([first], bag, packs=PACKS))
    assert {len({claim.article_id for claim in item.claims}) for item in told} == {500}
    assert not any(item.disagreements for item in told)
    for item in told:
        for claim in item.claims:
            assert copies[int(claim.article_id[1:])].article.holds(claim.sentence)


def test_no_batch_is_larger_than_it_may_be() -> None:
    sizes: list[int] = []

    def counted(documents: object) -> tuple[Alignment, ...]:
        assert isinstance(documents, list)
        sizes.append(len(documents))
        return align(documents, bag, packs=PACKS)

    align_crowd(story(40, *FLOOD), bag, SMALL, counted)
    assert max(sizes) <= SMALL.largest_story
    assert sum(sizes) <= 2 * 40


def test_a_difference_between_batches_is_shown() -> None:
    other = FLOOD[0].replace("40", "65")
    told = made([*story(7, *FLOOD, name="a"), *story(7, other, FLOOD[1], name="b")])
    gaps = [gap for item in told for gap in item.disagreements]
    assert {gap.element for gap in gaps} <= {"number"}
    for item in told:
        known = {claim.id for claim in item.claims}
        assert all(key in known for gap in item.disagreements for v in gap.variants for key in v.claim_ids)


@pytest.mark.parametrize("count", [11, 23])
def test_vectors_of_nothing_alike_join_nothing(count: int) -> None:
    def apart(texts: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(texts), 4096), dtype=np.float32)
        rows[range(len(texts)), [crc32(text.encode()) % 4096 for text in texts]] = 1
        return rows

    documents = [
        read(f"a{at:03}", f"Kejadian nomor {at * 17} dicatat petugas {at * 31}.") for at in range(count)
    ]
    found = align(documents, apart, packs=PACKS, config=SMALL)
    assert sum(len(item.claims) for item in found) >= count
