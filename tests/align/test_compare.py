"""The pairs behind the statements: the scores that `align` joins by, and features that add up to them."""

from math import exp

import pytest

from align.reading import PACKS, bag
from align.test_align import STORY
from rujuk.align import align, compare
from rujuk.align.compare import ScoredClaims
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
        logit = load_model().intercept + sum(value * weight for _, value, _, weight in item.features)
        assert item.score == (0 if item.apart else pytest.approx(1 / (1 + exp(-logit)), abs=1e-5))


def test_statements_are_made_of_these_scores(pairs) -> None:
    told = {f"{item.left.id} = {item.right.id}: {item.score:.2f}" for item in pairs}
    reasons = [reason for item in align(STORY, bag, packs=PACKS) for reason in item.reasons]
    assert reasons
    assert set(reasons) <= told


def test_a_pair_as_data_points_to_its_words(pairs) -> None:
    texts = {document.article.id: document.article for document in STORY}
    for item in pairs:
        for side in (item.to_dict()["a"], item.to_dict()["b"]):
            text = texts[side["article"]].part_text(side["part"])
            assert text[side["start"]] == side["text"][0]
            assert side["text"].startswith(text[slice(*side["pieces"][0])])
