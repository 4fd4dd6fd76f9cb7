"""A story has the id of its earliest article and a title in the language that most of its articles are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.cluster.naming import Told, named
from rujuk.model.story import story_id

ENGLISH = Told("2031-05-02T06:00:00+07:00", "e", "Three hurt in warehouse fire", "en")
EARLY = Told("2031-05-02T08:00:00+07:00", "a", "Gudang Kapuk Terbakar", "id")
LATER = Told("2031-05-02T09:00:00+07:00", "b", "Tiga Orang Terluka di Gudang Kapuk", "id")
UNDATED = Told("~", "u", "Kebakaran Gudang", "id")
BARE = Told("2031-05-02T05:00:00+07:00", "n", "", "id")


@pytest.mark.parametrize(
    ("members", "first", "title"),
    [
        ((EARLY, LATER), EARLY, EARLY.title),
        ((ENGLISH, EARLY, LATER), ENGLISH, EARLY.title),
        ((ENGLISH, EARLY), ENGLISH, ENGLISH.title),  # neither language is commoner: the earliest
        ((UNDATED, LATER), LATER, LATER.title),
        ((BARE, ENGLISH), BARE, ENGLISH.title),
        ((BARE,), BARE, ""),
    ],
)
def test_name(members: tuple[Told, ...], first: Told, title: str) -> None:
    story = named(members)
    assert (story.id, story.title) == (story_id(first.id), title)
    assert story.article_ids == tuple(sorted(item.id for item in members))


def test_an_earlier_version_names_the_story_by_its_id_alone() -> None:
    story = named([LATER], [EARLY])
    assert (story.id, story.title, story.article_ids) == (story_id("a"), LATER.title, ("a", "b"))


@given(st.permutations([ENGLISH, EARLY, LATER, UNDATED, BARE]))
def test_order_never_matters(members: list[Told]) -> None:
    assert named(members) == named([ENGLISH, EARLY, LATER, UNDATED, BARE])
