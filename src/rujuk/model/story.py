"""A story: the articles that report one event, and who took text from whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from rujuk.model.errors import ProvenanceError
from rujuk.model.text import Span, digest

ReuseKind = Literal[
    "verbatim",
    "edited",
    "common_original",
    "press_release",
    "press_conference",
    "translation",
    "same_quotation",
    "declared",
]
ORIGINALS: frozenset[ReuseKind] = frozenset(
    {"common_original", "press_release", "press_conference", "translation"}
)
"""Kinds of two articles that rest on one original which neither of them is."""
Direction = Literal["left>right", "right>left"]


@dataclass(frozen=True, slots=True, order=True)
class Reuse:
    """Evidence that two articles share text or an original; `left` < `right` by article id.

    `direction` "left>right" means that right took from left; None where nothing shows it. `origin` names the common or
    declared original. `score` is in 0..1. `spans` are pairs of stretches, left and right, that correspond.
    """

    left: str
    right: str
    kind: ReuseKind
    direction: Direction | None
    origin: str | None
    score: float
    spans: tuple[tuple[Span, Span], ...]

    def __post_init__(self) -> None:
        if not self.left < self.right:
            raise ProvenanceError(f"reuse edge {self.left} - {self.right}: left must be below right")

    def to_dict(self) -> dict[str, Any]:
        """Return the edge as JSON data; spans carry their text, so that a dossier can be checked without the archive."""
        return {
            "left": self.left,
            "right": self.right,
            "kind": self.kind,
            "direction": self.direction,
            "origin": self.origin,
            "score": self.score,
            "spans": [pair_to_dict(left, right) for left, right in self.spans],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Reuse":
        """Return the edge that `to_dict` wrote."""
        spans = tuple(pair_from_dict(data["left"], data["right"], pair) for pair in data["spans"])
        return cls(
            data["left"], data["right"], data["kind"], data["direction"], data["origin"], data["score"], spans
        )


def pair_to_dict(left: Span, right: Span) -> dict[str, Any]:
    """Return two corresponding stretches as JSON data: offsets, and the quotes that stand there with their context."""
    return {
        "left": [left.start, left.end],
        "right": [right.start, right.end],
        "left_quote": [left.prefix, left.text, left.suffix],
        "right_quote": [right.prefix, right.text, right.suffix],
    }


def pair_from_dict(left: str, right: str, data: Mapping[str, Any]) -> tuple[Span, Span]:
    """Return the two stretches that `pair_to_dict` wrote, of the articles with these ids."""
    return _stretch(left, data["left"], data["left_quote"]), _stretch(
        right, data["right"], data["right_quote"]
    )


def _stretch(article_id: str, offsets: tuple[int, int], quote: tuple[str, str, str]) -> Span:
    return Span(article_id, "body", offsets[0], offsets[1], quote[1], quote[0], quote[2])


@dataclass(frozen=True, slots=True, order=True)
class Revision:
    """How a later version of a report changed it: sentences of `earlier` that are gone, and those of `later` that are new.

    Both are ids of articles; only the later one's claims count. A sentence that only moved is in neither list.
    """

    earlier: str
    later: str
    gone: tuple[Span, ...]
    new: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the revision as JSON data; every span carries its quote and context."""
        gone, new = ([span.to_dict() for span in spans] for spans in (self.gone, self.new))
        return {"earlier": self.earlier, "later": self.later, "gone": gone, "new": new}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Revision":
        """Return the revision that `to_dict` wrote."""
        gone, new = (tuple(Span.from_dict(item) for item in data[key]) for key in ("gone", "new"))
        return cls(data["earlier"], data["later"], gone, new)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report the same event: ids sorted, the title of the earliest, and the reuse between them.

    `topic` is equal for stories of one subject, "" where none was looked for.
    """

    id: str
    title: str
    article_ids: tuple[str, ...]
    reuse: tuple[Reuse, ...]
    topic: str = ""

    def of_topic(self, topic: str) -> "Story":
        """Return the story under a topic."""
        return replace(self, topic=topic)

    def to_dict(self) -> dict[str, Any]:
        """Return the story as JSON data."""
        return {
            "id": self.id,
            "title": self.title,
            "topic": self.topic,
            "articles": [*self.article_ids],
            "reuse": [edge.to_dict() for edge in self.reuse],
        }


def story_id(earliest_article: str) -> str:
    """Return the id of the story whose earliest article is this one."""
    return digest("story", earliest_article)


def topic_id(first_story: str) -> str:
    """Return the id of the topic whose story of the lowest id is this one."""
    return digest("topic", first_story)
