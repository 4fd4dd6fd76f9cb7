"""When and where something was said: time and place that stand with the speaker, outside of what is said."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rujuk.annotate.reading import Reading, token_index
from rujuk.annotate.reported_clause import clause_has_verb
from rujuk.annotate.tokens import phrase_at
from rujuk.model.annotations import TimeValue
from rujuk.model.text import Span

SAID = frozenset({"day", "part", "hour", "minute", "second"})
"""Granularities that a day of saying has; a year or a month beside a speaker is part of a role."""
LONGEST_ZONE = 60
"""Tokens beside a speaker in which time and place are looked for, which bounds the work on a sentence without end."""
LONGEST_PLACE = 12
"""Tokens of the longest place; the longest that was read in June 2025 news has ten."""


class Saying(NamedTuple):
    """Where the words about who says it end, and whether these end in a role."""

    end: int
    ends_in_role: bool


class Occasions:
    """The times of an article by part, in which the time and place of a saying are looked up."""

    def __init__(self, reading: Reading, times: Sequence[TimeValue]) -> None:
        """Sort the expressions of days and hours by where they begin."""
        self.reading = reading
        self.times: Mapping[str, list[Span]] = {
            part: sorted(t.span for t in times if t.span.part == part and t.granularity in SAID)
            for part in {t.span.part for t in times}
        }

    def read(
        self, first: int, last: int, extent: Span, content: Span, speaker: Saying
    ) -> tuple[Span | None, Span | None]:
        """Return the spans of time and place of a saying that stands in sentences `first` to `last`.

        They stand after the speaker, before the words that are said, or in a phrase that opens the sentence ("Di Istana").
        """
        zones = [
            zone for number in sorted({first, last}) for zone in self._zones(number, extent, content, speaker)
        ]
        when = next((span for zone in zones for span in self._times(*zone)), None)
        where = next((span for zone in zones for span in self._places(*zone)), None)
        return when, where

    def _zones(
        self, number: int, extent: Span, content: Span, saying: Saying
    ) -> Iterator[tuple[int, int, int]]:
        """Yield the token ranges of a sentence that may hold time and place: neither content nor the speaker's own words."""
        sentence = self.reading.sentences[number]
        tokens = sentence.tokens
        if content.end < sentence.span.end:
            begin = token_index(tokens, max(content.end, saying.end))
            yield number, self._past_own_place(number, begin, saying), self._clause_end(number, begin)
        if content.start > sentence.span.start:
            begin = token_index(tokens, extent.start)
            if begin and phrase_at(tokens, 0, self.reading.cues.occasions) and self._opens(number, begin):
                yield number, 0, min(begin, LONGEST_ZONE)
            if saying.end < content.start:
                begin = token_index(tokens, saying.end)
                end = min(token_index(tokens, content.start), begin + LONGEST_ZONE)
                yield number, begin, max(begin, end)

    def _opens(self, number: int, begin: int) -> bool:
        """Return whether nothing but the opening phrase stands before a token: no verb behind its first comma."""
        tokens = self.reading.sentences[number].tokens
        comma = next((i for i in range(min(begin, LONGEST_ZONE)) if tokens[i].text == ","), begin)
        return not clause_has_verb(self.reading, number, comma, min(begin, LONGEST_ZONE))

    def _past_own_place(self, number: int, begin: int, saying: Saying) -> int:
        """Return where the words begin after a role that goes on with its place ("psikoterapis di …")."""
        tokens = self.reading.sentences[number].tokens
        own = (
            saying.ends_in_role and begin < len(tokens) and tokens[begin].lower in self.reading.cues.at_places
        )
        return begin + 1 if own else begin

    def _clause_end(self, number: int, index: int) -> int:
        """Return where the words around a speaker end: at a relative clause, a mark, or what relays the words."""
        tokens, cues = self.reading.sentences[number].tokens, self.reading.cues
        while index < len(tokens) and not tokens[index].is_word:
            index += 1
        last = min(len(tokens), index + LONGEST_ZONE)
        while index < last and tokens[index].text not in '"“”;«»':
            if tokens[index].lower in cues.relatives or phrase_at(tokens, index, cues.relays):
                break
            index += 1
        return index

    def _times(self, number: int, first: int, last: int) -> Iterator[Span]:
        sentence = self.reading.sentences[number]
        times = self.times.get(sentence.span.part, [])
        if first >= last:
            return
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        for span in times[bisect_left(times, start, key=lambda item: item.start) :]:
            if span.end > end:
                return
            yield span

    def _places(self, number: int, first: int, last: int) -> Iterator[Span]:
        """Yield what stands after a word like "di", up to a comma, or over it where a place's name follows."""
        tokens, cues = self.reading.sentences[number].tokens, self.reading.cues
        for index in range(first, last - 1):
            if tokens[index].lower not in cues.at_places or phrase_at(tokens, index, cues.no_places):
                continue
            if phrase_at(tokens, index + 1, cues.documents) or phrase_at(
                tokens, index + 1, cues.agency_heads
            ):
                continue
            end = self._place_end(number, index + 1, min(last, index + 1 + LONGEST_PLACE))
            if end > index + 1:
                part = self.reading.sentences[number].span.part
                yield self.reading.article.span(tokens[index + 1].start, tokens[end - 1].end, part)

    def _place_end(self, number: int, first: int, last: int) -> int:
        tokens, cues = self.reading.sentences[number].tokens, self.reading.cues
        end_at = tokens[min(len(tokens), last + 4) - 1].end
        near = self.reading.between(number, tokens[first].start, end_at) if first < last else ()
        places = {mention.span.start for mention in near if mention.label == "LOC"}
        times = {span.start for span in self._times(number, first, last)}
        end = first
        while end < last and tokens[end].start not in times:
            token = tokens[end]
            named = token.start in self.reading.named[number]
            goes_on = token.text == "," and end + 1 < last and self._is_place(number, end + 1, places)
            if not (goes_on or (token.is_word and (named or token.lower not in cues.stops))):
                break
            end += 1
        while end > first and not tokens[end - 1].is_word:
            end -= 1
        return end

    def _is_place(self, number: int, index: int, places: set[int]) -> bool:
        """Return whether a place's name stands here, or a name that a comma and a place's name follow ("Salemba, Jakarta")."""
        tokens = self.reading.sentences[number].tokens
        if tokens[index].start in places or not tokens[index].is_capital:
            return tokens[index].start in places
        after = index + 1
        while after < len(tokens) and tokens[after].is_capital and after - index < 3:
            after += 1
        return after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].start in places
