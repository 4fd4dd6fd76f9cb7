import pytest

from builders import article
from rujuk.model.errors import ProvenanceError
from rujuk.model.story import Reuse, Story, story_id, topic_id

LEFT, RIGHT = (
    article("a1", "Banjir melanda desa itu kemarin."),
    article("b2", "Kemarin banjir melanda desa itu."),
)
PAIR = (LEFT.span(0, 19), RIGHT.span(8, 27))


def edge(**changes: object) -> Reuse:
    values: dict[str, object] = {
        "left": "a1", "right": "b2", "kind": "edited", "direction": "left>right", "origin": "Kantor Berita Selat",
        "score": 0.75, "spans": (PAIR,),
    }  # fmt: skip
    return Reuse(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="whole"),
        pytest.param({"direction": None, "origin": None}, id="nothing shows who took from whom"),
        pytest.param({"spans": ()}, id="without stretches"),
        pytest.param({"spans": (PAIR, (LEFT.span(20, 24), RIGHT.span(0, 7)))}, id="two stretches"),
    ],
)
def test_round_trip(changes: dict[str, object]) -> None:
    own = edge(**changes)
    assert Reuse.from_dict(own.to_dict()) == own


@pytest.mark.parametrize(("left", "right"), [("b2", "a1"), ("a1", "a1")])
def test_left_is_below_right(left: str, right: str) -> None:
    with pytest.raises(ProvenanceError, match="left must be below right"):
        edge(left=left, right=right)


def test_a_stretch_of_another_length_than_its_quote_does_not_load() -> None:
    data = edge().to_dict()
    data["spans"][0]["left"] = [0, 5]
    with pytest.raises(ProvenanceError):
        Reuse.from_dict(data)


def test_a_story_as_data() -> None:
    own = Story(story_id("a1"), "Banjir", ("a1", "b2"), (edge(),), topic_id("c3"))
    assert own.to_dict() == {
        "id": story_id("a1"), "title": "Banjir", "topic": topic_id("c3"), "articles": ["a1", "b2"], "reuse": [edge().to_dict()],
    }  # fmt: skip


def test_a_story_is_named_by_its_earliest_article() -> None:
    assert story_id("a1") == story_id("a1") != story_id("b2")
    assert len(story_id("a1")) == 16
