"""The annotation that lies in one sentence, and where it says that the sentence may or must be cut."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rujuk.model.annotations import (
    Citation,
    Document,
    Mention,
    ModalCue,
    Quantity,
    Quotation,
    Reference,
    TimeValue,
)
from rujuk.model.text import Span

Item = TypeVar("Item", Mention, TimeValue, Quantity, Reference)


def within(items: Iterable[Item], spans: Sequence[Span]) -> tuple[Item, ...]:
    """Return the items that lie wholly in one of the spans."""
    return tuple(item for item in items if any(span.contains(item.span) for span in spans))


@dataclass(frozen=True, slots=True)
class Inside:
    """A sentence of a document with what was read in it, or reaches into it."""

    document: Document
    sentence: Span
    mentions: tuple[Mention, ...]
    times: tuple[TimeValue, ...]
    quantities: tuple[Quantity, ...]
    cues: tuple[ModalCue, ...]
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]

    @classmethod
    def of(cls, document: Document, sentence: Span) -> "Inside":
        """Return the sentence with its annotation."""
        return cls(
            document,
            sentence,
            within(document.mentions, [sentence]),
            within(document.times, [sentence]),
            within(document.quantities, [sentence]),
            tuple(item for item in document.modal_cues if sentence.overlaps(item.reach)),
            tuple(item for item in document.quotations if sentence.overlaps(item.span)),
            tuple(item for item in document.citations if sentence.overlaps(item.reach)),
            within(document.references, [sentence]),
        )

    def protected(self) -> list[tuple[int, int]]:
        """Return the ranges of the sentence inside of which it is not cut: names, times, quantities."""
        spans = [item.span for item in self.mentions]
        spans += [item.span for item in self.times]
        spans += [item.span for item in self.quantities]
        return [(span.start - self.sentence.start, span.end - self.sentence.start) for span in spans]

    def counts(self) -> list[int]:
        """Return the offsets in the sentence at which counted things begin."""
        return [item.span.start - self.sentence.start for item in self.quantities]

    def reported(self, shortest: int) -> list[int]:
        """Return the offsets at which somebody's reported words begin and end; those of `shortest` words or fewer are scraps."""
        whole = [item.content for item in self.quotations if len(item.content.text.split()) > shortest]
        edges = {edge - self.sentence.start for span in whole for edge in (span.start, span.end)}
        return sorted(edge for edge in edges if 0 < edge < len(self.sentence.text))
