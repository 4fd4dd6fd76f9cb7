"""Why an article is in a story: the same chances that made the story, and features that add up to them."""

from dataclasses import replace
from math import exp

import pytest

from cluster.test_stories import ALL, EVENTS, FIRE, GOLD, SUBJECTS, VERDICTS, vectors
from rujuk.cluster import cluster, why
from rujuk.cluster.why import Comparison

TABLE = vectors(ALL, SUBJECTS, EVENTS)
STORIES = cluster(ALL, TABLE)


def story_of(document):
    return next(item for item in STORIES if document.article.id in item.article_ids)


def logit(item: Comparison) -> float:
    return item.constant + sum(one.to_dict()["adds"] for one in item.features)


@pytest.mark.parametrize(("own", "other"), [(FIRE[0], FIRE[1]), (VERDICTS[0], VERDICTS[1])])
def test_a_member_is_told_as_inside_by_chances_above_the_cut(own, other) -> None:
    found = why(ALL, TABLE, own.article.id, story_of(other))
    assert found.inside
    assert found.likeness >= found.alone_at
    assert [item.article_id for item in found.comparisons] == [other.article.id]


def test_a_look_alike_is_told_as_outside_by_a_chance_below_the_cut() -> None:
    found = why(ALL, TABLE, VERDICTS[2].article.id, story_of(VERDICTS[0]))
    assert not found.inside
    assert found.likeness < found.alone_at
    assert found.mean < found.join_at
    assert found.nearly_at < found.join_at
    assert len(found.comparisons) == 2


def test_the_features_add_up_to_the_chance() -> None:
    found = why(ALL, TABLE, VERDICTS[2].article.id, story_of(VERDICTS[0]))
    for item in found.comparisons:
        assert item.verdict == "scored"
        assert 1 / (1 + exp(-logit(item))) == pytest.approx(item.chance, abs=1e-3)


def test_items_of_a_series_say_so() -> None:
    found = why(ALL, TABLE, GOLD[0].article.id, story_of(GOLD[2]))
    assert {item.verdict for item in found.comparisons} <= {"series", "scored"}
    assert not found.inside


def test_a_copy_and_an_article_years_away_say_so() -> None:
    copy = replace(FIRE[0], article=replace(FIRE[0].article, id="c" * 16))
    late = replace(FIRE[1], article=replace(FIRE[1].article, id="d" * 16, published_at="2035-01-01"))
    documents = [*ALL, copy, late]
    table = {**TABLE, copy.article.id: TABLE[FIRE[0].article.id], late.article.id: TABLE[FIRE[1].article.id]}
    story = next(item for item in cluster(documents, table) if copy.article.id in item.article_ids)
    verdicts = {
        item.article_id: item.verdict for item in why(documents, table, FIRE[0].article.id, story).comparisons
    }
    assert verdicts[copy.article.id] == "same_text"
    assert {item.verdict for item in why(documents, table, late.article.id, story).comparisons} == {
        "not_compared"
    }
