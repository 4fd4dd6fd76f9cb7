"""Persons of whom a text tells that they were killed, injured or struck."""

from dataclasses import dataclass
from typing import Any, Literal

from rujuk.model.text import Span

Fate = Literal["killed", "injured", "struck"]


@dataclass(frozen=True, slots=True, order=True)
class Casualty:
    """Where a text tells of persons killed, injured, or struck by what does either, how many, and what each is called.

    `span` covers cue and victims. `value` is None where the number is not told ("the victims died", "who was killed"). `victims` are
    entity ids of those named, ages ("6-year-old") or nouns ("mother") of the others; `rule` says where the victims stand.
    """

    span: Span
    fate: Fate
    value: int | None
    victims: tuple[str, ...]
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """Return the casualty as JSON data."""
        return {
            "start": self.span.start,
            "end": self.span.end,
            "fate": self.fate,
            "value": self.value,
            "victims": [*self.victims],
            "rule": self.rule,
        }
