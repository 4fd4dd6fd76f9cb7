"""Pairs of parts of sentences: their scores, and features that add up to them."""

from math import exp

import pytest

from align.reading import PACKS, bag, read
from align.test_align import STORY
from rujuk.align import compare
from rujuk.align.compare import ScoredClaims
from rujuk.align.config import AlignConfig
from rujuk.align.parts import NAMES, PARTS
from rujuk.align.score import load_model


@pytest.fixture
def pairs() -> list[ScoredClaims]:
    return list(compare(STORY, bag, packs=PACKS))


def test_every_pair_is_told_once_in_order(pairs) -> None:
    keys = [(item.left.id, item.right.id) for item in pairs]
    assert keys
    assert len(keys) == len(set(keys))


def test_the_features_add_up_to_the_score(pairs) -> None:
    for item in pairs:
        logit = load_model(PARTS, NAMES).intercept
        logit += sum(value * weight for _, value, _, weight in item.features)
        assert item.score == pytest.approx(1 / (1 + exp(-logit)), abs=1e-5)


def test_only_parts_of_two_articles_that_may_tell_one_fact_are_told(pairs) -> None:
    assert all(item.left.article_id < item.right.article_id for item in pairs)
    assert all(item.score >= AlignConfig().least_told for item in pairs)


def test_another_figure_is_no_reason_to_leave_a_pair_out() -> None:
    told = """Bupati Nusakarya menyerahkan {} selimut kepada warga Desa Lembah Teduh. Hujan deras merusak jembatan lama.
Dinas Kesehatan membuka posko di lapangan. Relawan memasak nasi bungkus sejak pagi."""
    stories = [read(f"outlet{count}", told.format(count)) for count in (40, 70)]
    scores = {(item.left.text, item.right.text): item.score for item in compare(stories, bag, packs=PACKS)}
    given = [score for texts, score in scores.items() if all("selimut" in text for text in texts)]
    other = [score for texts, score in scores.items() if sum("selimut" in text for text in texts) == 1]
    assert given[0] > 0.2
    assert all(score < given[0] for score in other)


def test_a_pair_as_data_points_to_its_words(pairs) -> None:
    texts = {document.article.id: document.article for document in STORY}
    for item in pairs:
        for side in (item.to_dict()["a"], item.to_dict()["b"]):
            text = texts[side["article"]].part_text(side["part"])
            assert text[side["start"]] == side["text"][0]
            assert side["text"].startswith(text[slice(*side["pieces"][0])])
