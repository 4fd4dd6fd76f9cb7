"""How far a citation covers the text around it: its sentence, a passage, or the whole body.

Which it is follows the custom of the press. A retelling credits the report it retells once, in its first half ("Dilansir X,
…"), and all of it rests on that report, up to another credit or a note of the outlet's own. A later credit covers what is
told with it: the rest of its paragraph where it opens a sentence, and the words of whoever is quoted with it. What an
outlet names beside that ("menurut data X", "kepada X") covers its sentence. Where a reader may doubt, the wider reach is
taken: two reports of one agency must not count as two origins.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice

from rujuk.annotate.reading import Phrases, Reading, Reference
from rujuk.annotate.tokens import phrase_at
from rujuk.model.annotations import Quotation
from rujuk.model.text import Span

OTHERS = 1
"""Words that a sentence may have beside a name and words of taking, and still only say where the text is from ("Artikel ini dikutip dari …")."""
SILENT = 8
"""Sentences without a speaker that may stand between two quotations of one person taken from one place."""
LEAD = 0.5
"""The part of the body in which a credit is that of the whole report; chosen on the `tune` half of evals/reach.py."""


@dataclass(frozen=True, eq=False)
class Body:
    """The sentences of a body: where each one's paragraph begins and ends, who speaks in it, and which hold a credit."""

    reading: Reading
    size: int
    starts: Sequence[int]
    paragraphs: Sequence[tuple[int, int]]
    speakers: Mapping[int, frozenset[str]]
    quoted: frozenset[int]
    references: Sequence[int]
    credits: Sequence[int]

    @classmethod
    def of(cls, reading: Reading, references: Sequence[Reference], quotations: Sequence[Quotation]) -> "Body":
        """Return the body of an article."""
        starts = [sentence.span.start for sentence in reading.sentences if sentence.span.part == "body"]
        size = len(starts)
        return cls(
            reading,
            size,
            starts,
            tuple(_paragraphs(reading, size)),
            {number: frozenset(names) for number, names in _speakers(starts, quotations).items()},
            frozenset(_speakers(starts, [each for each in quotations if each.kind == "direct"])),
            sorted({each.number for each in references}),
            sorted({each.number for each in references if credits_report(each)}),
        )

    @cached_property
    def spans(self) -> dict[tuple[int, int], Span]:
        """Return the spans made so far: many references that cover the same text share its copy."""
        return {}

    @cached_property
    def asides(self) -> Sequence[int]:
        """Return the sentences that open a paragraph as a note of the outlet itself."""
        return [n for n in range(self.size) if self.paragraphs[n][0] == n and self._opens(n)]

    def _opens(self, number: int) -> bool:
        tokens = self.reading.sentences[number].tokens
        return bool(tokens) and phrase_at(tokens, 0, self.reading.cues.asides) > 0

    def span(self, first: int, last: int) -> Span:
        """Return the text from one sentence to another, the whole body where these are its first and last."""
        if (first, last) not in self.spans:
            sentences, text = self.reading.sentences, self.reading.article.text
            start, end = sentences[first].span.start, sentences[last].span.end
            if (first, last) == (0, self.size - 1):
                start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            self.spans[first, last] = self.reading.article.span(start, end)
        return self.spans[first, last]

    def reach(self, each: Reference) -> Span:
        """Return the text that a reference covers; outside of the body its sentence."""
        if each.number >= self.size:
            return self.reading.sentences[each.number].span
        return self.span(*self._covered(each))

    def carried_on(self, words: Span) -> Span:
        """Return the words that an agency or a body is given with the sentences that take its report up again."""
        number = bisect_right(self.starts, words.start) - 1
        if words.part != "body" or number < 0:
            return words
        number = max(number, bisect_left(self.starts, words.end) - 1)
        last = self._taken_up(number)
        return words if last == number else self.reading.article.span(words.start, self._end(last))

    def _end(self, number: int) -> int:
        return self.reading.sentences[number].span.end

    def _taken_up(self, number: int) -> int:
        """Return the last of the sentences right after one that take up its report, or the sentence itself."""
        while number + 1 < self.size and number + 1 not in self._referring and self._takes_up(number + 1):
            number += 1
        return number

    def _takes_up(self, number: int) -> bool:
        return number in self._taking_up

    @cached_property
    def _taking_up(self) -> frozenset[int]:
        phrases = self.reading.cues.taking_up
        return frozenset(n for n in range(self.size) if _has(self.reading, n, phrases))

    def _covered(self, each: Reference) -> tuple[int, int]:
        """Return the first and the last sentence that a reference of the body covers."""
        number, last = each.number, self.size - 1
        alone = _stands_alone(self.reading, each)
        if _in_dateline(self.reading, each) or (number == last and (alone or _closes(self.reading, each))):
            return 0, last
        if credits_report(each):
            return self._credited(each, alone=alone)
        if alone:
            return self.paragraphs[number]
        opened = self.paragraphs[number][1] if each.cue in (0, 1) and each.cue < each.first else number
        if each.kind != "document":
            return number, max(self._taken_up(number), opened)
        first, last = self._passage(number, silent=SILENT)
        return first, max(last, opened)

    def _credited(self, each: Reference, *, alone: bool) -> tuple[int, int]:
        """Return what the credit of a report covers."""
        number = each.number
        before = bisect_left(self.credits, number)
        if _has(self.reading, number, self.reading.cues.announcing):
            return number, self._before_next(number)
        if number not in self.quoted and _sums_up(self.reading, each):
            before = bisect_left(self.references, number)
            if not before:
                return 0, self._before_next(number)
            return min(number, self.paragraphs[self.references[before - 1]][1] + 1), number
        start = self.reading.sentences[number].span.start
        early = not before and start < LEAD * len(self.reading.article.text)
        if early and not self._opens(number):
            return 0, self._before_next(number)
        if alone:
            return self.paragraphs[number]
        first, last = self._passage(number, silent=SILENT)
        opened = each.cue <= 1 or self._opens(number)
        return first, max(last, self.paragraphs[number][1] if opened else last)

    def _before_next(self, number: int) -> int:
        """Return the last sentence before another credit, or a note of the outlet, after a sentence."""
        place = bisect_right(self.credits, number)
        ends = [self.paragraphs[self.credits[place]][0]] if place < len(self.credits) else []
        place = bisect_right(self.asides, number)
        ends += self.asides[place : place + 1]
        return max(number, min(ends, default=self.size) - 1)

    def _passage(self, number: int, silent: int) -> tuple[int, int]:
        """Return the sentences around one in which the same person speaks, or its report is taken up, to the next reference."""
        who = self.speakers.get(number, frozenset())
        first = number
        while first and first - 1 not in self._referring and who & self.speakers.get(first - 1, frozenset()):
            first -= 1
        last, place = number, number + 1
        while place < self.size and place - last <= silent + 1 and place not in self._referring:
            speaking = self.speakers.get(place, frozenset())
            if who & speaking or self._takes_up(place):
                last = place
            elif speaking or self._opens(place):
                break
            place += 1
        return first, last

    @cached_property
    def _referring(self) -> frozenset[int]:
        return frozenset(self.references)


def credits_report(each: Reference) -> bool:
    """Return whether a reference credits a report with the text: it stands behind words of retelling, and is no document."""
    return each.retold and each.kind in ("agency", "outlet", "body")


def _paragraphs(reading: Reading, size: int) -> Iterator[tuple[int, int]]:
    """Yield for each sentence of the body the first and the last one of its paragraph."""
    text, sentences = reading.article.text, reading.sentences
    first = 0
    for number in range(size):
        end = sentences[number].span.end
        if number + 1 == size or "\n" in text[end : sentences[number + 1].span.start]:
            yield from ((first, number) for _ in range(first, number + 1))
            first = number + 1


def _speakers(starts: Sequence[int], quotations: Sequence[Quotation]) -> Mapping[int, set[str]]:
    """Return who speaks in each sentence of the body, by entity or, without one, by name."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for quotation in quotations:
        if quotation.span.part != "body":
            continue
        first = bisect_right(starts, quotation.span.start) - 1
        for number in range(max(0, first), bisect_left(starts, quotation.span.end)):
            speaker = quotation.speaker
            found[number].update([speaker.entity or speaker.name] if speaker else [])
    return found


def _has(reading: Reading, number: int, phrases: Phrases) -> bool:
    """Return whether a sentence holds one of the phrases."""
    tokens = reading.sentences[number].tokens
    return any(phrase_at(tokens, index, phrases) for index in range(len(tokens)))


def _sums_up(reading: Reading, each: Reference) -> bool:
    """Return whether the words of taking say that what precedes is taken ("demikian dilansir X")."""
    tokens, summing = reading.sentences[each.number].tokens, reading.cues.summing
    return any(token.lower in summing for token in tokens[max(0, each.cue - 2) : each.first])


def _stands_alone(reading: Reading, each: Reference) -> bool:
    """Return whether a sentence only says where the text is from: hardly a word in it is not of taking, a day or a figure."""
    tokens, cues = reading.sentences[each.number].tokens, reading.cues
    taking = {*cues.relay_fillers, *cues.stops, *cues.demonstratives, *cues.summing}
    taking.update(word for phrases in cues.relays.values() for words in phrases for word in words)
    outside = (tokens[i] for i in chain(range(each.first), range(each.last, len(tokens))))
    other = (t for t in outside if t.is_word and t.lower not in taking and not t.text[0].isdigit())
    return len([*islice(other, OTHERS + 1)]) <= OTHERS


def _closes(reading: Reading, each: Reference) -> bool:
    """Return whether a name in brackets ends its sentence."""
    tokens = reading.sentences[each.number].tokens
    return each.first > 1 and tokens[each.first - 1].text == "(" and each.last + 2 >= len(tokens)


def _in_dateline(reading: Reading, each: Reference) -> bool:
    """Return whether a reference stands in brackets before the dash of the line that opens the body."""
    tokens = reading.sentences[each.number].tokens
    opens = each.number == 0 and each.last + 1 < len(tokens)
    return opens and tokens[each.last].text == ")" and tokens[each.last + 1].text in "-–—"
