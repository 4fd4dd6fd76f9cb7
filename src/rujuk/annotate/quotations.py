"""Words given as somebody's: quotations in marks, reported clauses, and reported clauses that quote in part."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rujuk.annotate.occasions import Occasions, Saying
from rujuk.annotate.quote_marks import Quoted, goes_on, is_whole, quoted, trimmed
from rujuk.annotate.quote_repair import repaired
from rujuk.annotate.reading import Reading, Reference, phrase_before, token_index
from rujuk.annotate.reported import chained, find_reports
from rujuk.annotate.reported_clause import Report
from rujuk.annotate.roles import Introduction, Speaker, holders, introductions, is_served
from rujuk.annotate.speakers import Memory, resolved, speaker_after, speaker_before
from rujuk.annotate.tokens import Token, phrase_at
from rujuk.annotate.turns import DASHES, Turn, find_turns, signed, speaker_of_line
from rujuk.model.annotations import Attribution, Quotation, QuotationKind, TimeValue
from rujuk.model.text import PARTS, Part, Span
from rujuk.outlets.base import Outlets

BACK = 30
"""Tokens before an opening mark in which its verb is looked for."""


class Credit(NamedTuple):
    """How a quotation is attributed: its cue, its speaker, and the stretch that construction takes beyond the marks."""

    cue: Span | None
    speaker: Speaker | None
    start: int
    end: int


def read_quotations(
    reading: Reading, references: Sequence[Reference], outlets: Outlets, times: Sequence[TimeValue]
) -> tuple[Quotation, ...]:
    """Return the quotations of the article, sorted by part and offset.

    A quotation in marks that is whole is direct; a reported clause is indirect, and mixed where it holds words in
    marks. Short words in marks that no verb of saying governs are none. Pronouns stand for who spoke or was named last.
    """
    found: list[Quotation] = []
    introduced, occasions = introductions(reading), Occasions(reading, times)
    for part in PARTS:
        found += Scene(reading, part, references, outlets, introduced, occasions).read()
    return tuple(
        sorted(found, key=lambda quotation: (quotation.span.part, quotation.span.start, quotation.content))
    )


class Scene:
    """One part of an article on its way through the reader: sentences, quoted stretches, and who was named last."""

    def __init__(
        self,
        reading: Reading,
        part: Part,
        references: Sequence[Reference],
        outlets: Outlets,
        introduced: Mapping[tuple[Part, str], Introduction],
        occasions: Occasions,
    ) -> None:
        """Pair the part's marks and take its sentences."""
        self.reading = reading
        self.part = part
        self.outlets = outlets
        self.introduced = introduced
        self.occasions = occasions
        self.text = reading.article.part_text(part)
        self.numbers = [n for n, item in enumerate(reading.sentences) if item.span.part == part]
        self.memory = Memory(offices=holders(reading, introduced))
        self.references: dict[int, list[Reference]] = {}
        for reference in references:
            self.references.setdefault(reference.number, []).append(reference)
        self.carry: Speaker | None = None
        self.said_here: Speaker | None = None
        self.quoted_until = -1
        self.done = 0

    def read(self) -> Iterator[Quotation]:
        """Yield the quotations of the part in the order of their sentences."""
        if not self.numbers:
            return
        spans = [self.reading.sentences[number].span for number in self.numbers]
        pack = self.reading.pack
        stretches = quoted(
            self.text, spans[0].start, spans[-1].end, pack.words.quote_pairs, pack.speech.quote_paragraphs
        )
        queue = repaired(self.reading, self.numbers, stretches)
        turns = find_turns(self.reading, self.numbers, self.part, self.memory)
        place = 0
        for number in self.numbers:
            span = self.reading.sentences[number].span
            inside = []
            while place < len(queue) and queue[place].start < span.end:
                inside.append(queue[place])
                place += 1
            turn = turns.get(number)
            if turn is not None:
                yield self._in_turn(number, turn)
            yield from self._sentence(number, inside)
            self._remember(number)

    def _sentence(self, number: int, inside: Sequence[Quoted]) -> Iterator[Quotation]:
        """Yield the quotations that begin in this sentence: those in marks, then what verbs report in the rest."""
        span = self.reading.sentences[number].span
        self.done, self.said_here = max(span.start, min(self.quoted_until, span.end)), None
        cued = False
        for stretch in inside:
            quotation = self._in_marks(number, stretch)
            if quotation:
                cued = cued or quotation.cue is not None
                self.done = max(self.done, stretch.end, min(quotation.span.end, span.end))
                yield quotation
        first = token_index(self.reading.sentences[number].tokens, self.done)
        only_chained = cued or self.done > span.start
        for report in find_reports(
            self.reading, number, inside, self.memory, first, self.said_here if only_chained else None
        ):
            if not only_chained or report.chained:
                yield self._reported(number, report, inside)

    def _in_turn(self, number: int, turn: Turn) -> Quotation:
        """Return what somebody says in a turn of a conversation; nothing else is read in it."""
        self.quoted_until = turn.end
        last = self._number_at(number, turn.end)
        extent = self.reading.sentences[number].span.start, turn.end
        credit = Credit(None, turn.speaker, *extent)
        kind: QuotationKind = "direct" if turn.own_words else "indirect"
        return self._quotation(number, last, extent, (turn.start, turn.end), kind, credit)

    def _in_marks(self, number: int, stretch: Quoted) -> Quotation | None:
        """Return the quotation that a stretch in marks makes by itself, or None where it is part of something else."""
        inner_start, inner_end = trimmed(self.text, stretch.inner_start, stretch.inner_end)
        if inner_start >= inner_end or stretch.start < self.done:
            return None
        after_number = self._number_at(number, stretch.end)
        words = sum(token.is_word for token in self._tokens(number, after_number, inner_start, inner_end))
        whole = is_whole(self.text, stretch, inner_start, inner_end)
        credit = self._credit_after(after_number, stretch.end)
        lead = self._lead(number, stretch) if credit else None
        if credit is None and (whole or not goes_on(self.text, stretch)):
            credit = self._credit_before(number, stretch)
        if credit is None and whole and words > self.reading.pack.speech.scare_words:
            credit = self._credit_carried(number, stretch)
        if credit is None or words == 0 or (not whole and words <= 2 and lead is None):
            return None
        self.quoted_until = max(self.quoted_until, stretch.end)
        if lead is not None:
            extent = min(lead, credit.start), max(stretch.end, credit.end)
            return self._quotation(number, after_number, extent, (lead, stretch.end), "mixed", credit)
        extent = min(stretch.start, credit.start), max(stretch.end, credit.end)
        return self._quotation(number, after_number, extent, (inner_start, inner_end), "direct", credit)

    def _lead(self, number: int, stretch: Quoted) -> int | None:
        """Return where a reported clause begins that ends in this stretch: words stand before its mark, and no mark between."""
        tokens = self.reading.sentences[number].tokens
        first, opening = token_index(tokens, self.done), token_index(tokens, stretch.start)
        while first < opening and not tokens[first].is_word:
            first += 1
        if opening - first < 2 or not tokens[opening - 1].is_word:
            return None
        return None if phrase_before(tokens, opening, self.reading.cues.preceding) else tokens[first].start

    def _tokens(self, first: int, last: int, start: int, end: int) -> Iterator[Token]:
        for number in range(first, last + 1):
            tokens = self.reading.sentences[number].tokens
            yield from tokens[token_index(tokens, start) : token_index(tokens, end)]

    def _number_at(self, number: int, place: int) -> int:
        """Return the sentence that holds the character before `place`."""
        while number + 1 < len(self.reading.sentences):
            following = self.reading.sentences[number + 1].span
            if following.part != self.part or following.start >= place:
                break
            number += 1
        return number

    def _credit_after(self, number: int, place: int) -> Credit | None:
        """Read the cue and speaker after the closing mark: "…," kata X; "…," X menambahkan."""
        tokens, cues = self.reading.sentences[number].tokens, self.reading.cues
        index = token_index(tokens, place)
        while index < len(tokens) and tokens[index].text in ",.-–—\"”’'":
            index += 1
        if index >= len(tokens):
            return self._credit_signed(number + 1, 1) if self._is_signature(number + 1) else None
        if phrase_at(tokens, index, cues.false_cues):
            return None
        bound = phrase_at(tokens, index, cues.following_pronouns)
        if bound:
            return self._bound(number, index, bound)
        length = phrase_at(tokens, index, cues.following)
        if length and index + length < len(tokens):
            speaker = speaker_after(self.reading, number, index + length, self.memory)
            if speaker:
                return self._credit(number, index, length, speaker)
        return self._credit_subject(number, index) or self._credit_signed(number, index)

    def _is_signature(self, number: int) -> bool:
        """Return whether a sentence of this part begins with a dash."""
        if number >= len(self.reading.sentences) or self.reading.sentences[number].span.part != self.part:
            return False
        return any(token.text in DASHES for token in self.reading.sentences[number].tokens[:1])

    def _credit_signed(self, number: int, index: int) -> Credit | None:
        """Read "…" — X."""
        speaker = signed(self.reading, number, index)
        tokens = self.reading.sentences[number].tokens
        return Credit(None, speaker, tokens[index].start, tokens[speaker.last - 1].end) if speaker else None

    def _bound(self, number: int, index: int, length: int) -> Credit:
        """Return the credit of a cue that holds its speaker ("ujarnya"); the pronoun is its ending."""
        token = self.reading.sentences[number].tokens[index + length - 1]
        suffixes = [item for item in self.reading.pack.speech.person_suffixes if token.lower.endswith(item)]
        start = token.end - len(suffixes[0]) if suffixes else token.start
        span = self.reading.article.span(start, token.end, self.part)
        speaker = Speaker(index, index + length, resolved(span, self.memory), None, None, is_person=True)
        return self._credit(number, index, length, speaker)

    def _credit(self, number: int, index: int, length: int, speaker: Speaker) -> Credit:
        tokens = self.reading.sentences[number].tokens
        cue = self.reading.article.span(tokens[index].start, tokens[index + length - 1].end, self.part)
        edges = [cue.start, cue.end, tokens[speaker.first].start, tokens[speaker.last - 1].end]
        return Credit(cue, speaker, min(edges), max(edges))

    def _credit_subject(self, number: int, index: int) -> Credit | None:
        """Read "…," TASS melaporkan / "…," dia menambahkan: a subject at once, then a verb of saying."""
        tokens, cues = self.reading.sentences[number].tokens, self.reading.cues
        for verb in range(index + 1, min(len(tokens), index + 12)):
            length = phrase_at(tokens, verb, cues.preceding)
            if length or tokens[verb].text == ",":
                break
        else:
            return None
        subject = tokens[index].is_capital or tokens[index].lower in cues.pronouns
        if not length or not (subject or phrase_at(tokens, index, cues.speaker_nouns)):
            return None
        speaker = speaker_before(self.reading, number, index, verb, self.memory)
        return self._credit(number, verb, length, speaker) if speaker else None

    def _credit_before(self, number: int, stretch: Quoted) -> Credit | None:
        """Read the verb before the opening mark: X mengatakan, "…"; X: "…"; Menurut X, "…"."""
        tokens, cues = self.reading.sentences[number].tokens, self.reading.cues
        opening = token_index(tokens, stretch.start)
        end = opening
        while end > 0 and (tokens[end - 1].text in ",:" or tokens[end - 1].lower in cues.complementizers):
            end -= 1
        if end == 0 or (end == opening and not self._is_verb(tokens, end)):
            return None
        for verb in range(end - 1, max(-1, end - BACK), -1):
            if tokens[verb].text in '"”“;':
                return None
            length = phrase_at(tokens, verb, cues.preceding)
            if length:
                speaker = chained(self.reading, number, verb, self.said_here) or speaker_before(
                    self.reading, number, max(0, verb - BACK), verb, self.memory
                )
                return self._credit(number, verb, length, speaker) if speaker else None
            length = phrase_at(tokens, verb, cues.following) or phrase_at(tokens, verb, cues.according)
            if length and verb + length < end:
                speaker = speaker_after(self.reading, number, verb + length, self.memory)
                return self._credit(number, verb, length, speaker) if speaker else None
        return self._credit_named(number, opening)

    def _credit_named(self, number: int, opening: int) -> Credit | None:
        """Read X: "…", where the name begins the sentence and nothing else stands before the mark."""
        tokens = self.reading.sentences[number].tokens
        speaker = (
            speaker_of_line(self.reading, number, opening - 1, self.memory)
            if opening > 1 and tokens[opening - 1].text == ":"
            else None
        )
        return Credit(None, speaker, tokens[0].start, tokens[opening - 1].end) if speaker else None

    def _is_verb(self, tokens: Sequence[Token], end: int) -> bool:
        return phrase_at(tokens, end - 1, self.reading.cues.preceding) == 1

    def _credit_carried(self, number: int, stretch: Quoted) -> Credit | None:
        """Give a whole quotation without a cue to who spoke last, where it begins its sentence."""
        if self.memory.speaker is None or self.carry is None:
            return None
        if token_index(self.reading.sentences[number].tokens, stretch.start) > 0:
            return None
        carried = self.carry._replace(speaker=self.memory.speaker, role=None, affiliation=None)
        return Credit(None, carried, stretch.start, stretch.end)

    def _reported(self, number: int, report: Report, inside: Sequence[Quoted]) -> Quotation:
        article = self.reading.article
        quotes = [item for item in inside if report.start <= item.start and item.end <= report.end]
        kind: QuotationKind = "mixed" if quotes else "direct" if report.dashed else "indirect"
        start, end = report.start, report.end
        if len(quotes) == 1 and (quotes[0].start, quotes[0].end) == (start, end):
            kind, start, end = "direct", quotes[0].inner_start, quotes[0].inner_end
        credit = Credit(article.span(*report.cue, self.part), report.speaker, 0, 0)
        tokens = self.reading.sentences[number].tokens
        speaker = report.speaker
        edges = [report.start, report.end, *report.cue]
        if speaker:
            edges += [tokens[speaker.first].start, tokens[speaker.last - 1].end]
        return self._quotation(number, number, (min(edges), max(edges)), (start, end), kind, credit)

    def _quotation(
        self,
        first: int,
        last: int,
        extent: tuple[int, int],
        content: tuple[int, int],
        kind: QuotationKind,
        credit: Credit,
    ) -> Quotation:
        article = self.reading.article
        speaker = credit.speaker
        role, affiliation = self._role(speaker)
        if speaker is not None:
            self._spoke(speaker)
        whole, said = article.span(*extent, self.part), article.span(*content, self.part)
        saying = _saying(credit, role, affiliation)
        when, where = self.occasions.read(first, last, whole, said, saying) if saying else (None, None)
        return Quotation(
            span=whole,
            content=said,
            kind=kind,
            cue=credit.cue,
            speaker=speaker.speaker if speaker else None,
            role=role,
            affiliation=affiliation,
            via=self._via(first, last, speaker),
            said_when=when,
            said_where=where,
        )

    def _role(self, speaker: Speaker | None) -> tuple[Attribution | None, Attribution | None]:
        """Return role and affiliation as given with the speaker, else as the part introduces the person."""
        if speaker is None or speaker.role or speaker.affiliation or not speaker.speaker.entity:
            return (speaker.role, speaker.affiliation) if speaker else (None, None)
        return self.introduced.get((self.part, speaker.speaker.entity), Introduction(None, None))

    def _spoke(self, speaker: Speaker) -> None:
        self.carry = self.said_here = speaker
        if speaker.is_person or (speaker.speaker.entity and self.memory.speaker is None):
            self.memory.speaker = speaker.speaker
        if speaker.speaker.entity and not speaker.is_person:
            self.memory.body = speaker.speaker

    def _via(self, first: int, last: int, speaker: Speaker | None) -> tuple[str, ...]:
        """Return what the sentences of a quotation name as the place it was taken from."""
        numbers = {first, last}
        found = [
            ref.name for number in sorted(numbers) for ref in self.references.get(number, ()) if ref.relayed
        ]
        outlet = self.outlets.by_name(speaker.speaker.span.text) if speaker else None
        return tuple(dict.fromkeys([*found, *([outlet.name] if outlet else [])]))

    def _subject(self, number: int) -> Attribution | None:
        """Return the person who is most likely the subject: who speaks in it, else the first named with no preposition."""
        spoke = self.said_here
        if spoke is not None and spoke.is_person:
            return spoke.speaker
        tokens, stops = self.reading.sentences[number].tokens, self.reading.cues.stops
        for mention in self.reading.mentions[number]:
            place = token_index(tokens, mention.span.start)
            if mention.label != "PER" or is_served(self.reading, number, mention):
                continue
            if not any(token.lower in stops for token in tokens[max(0, place - 4) : place]):
                return Attribution(mention.span, mention.entity, self.reading.name_of(mention))
        return None

    def _remember(self, number: int) -> None:
        """Note a sentence's subject, and a speaker whom a passive introduces ("disampaikan X")."""
        tokens, cues = self.reading.sentences[number].tokens, self.reading.cues
        subject = self._subject(number)
        if subject is not None:
            self.memory.subject = subject
        for index in range(len(tokens)):
            length = phrase_at(tokens, index, cues.introducing)
            if length and index + length < len(tokens):
                after = index + length
                while after + 1 < len(tokens) and tokens[after].lower in cues.relay_fillers:
                    after += 1
                speaker = speaker_after(self.reading, number, after, self.memory)
                if speaker and speaker.is_person:
                    self._spoke(speaker)
                    return


def _saying(credit: Credit, role: Attribution | None, affiliation: Attribution | None) -> Saying | None:
    """Return where cue, speaker and a role that follows the speaker end, or None without a speaker."""
    if credit.speaker is None:
        return None
    spoken = credit.speaker.speaker.span
    follows = [item.span for item in (role, affiliation) if item and 0 <= item.span.start - spoken.end <= 400]
    own = [span for span in follows if credit.speaker.role or credit.speaker.affiliation]
    ends = [spoken.end, *(span.end for span in own), *((credit.cue.end,) if credit.cue else ())]
    unnamed = not credit.speaker.is_person
    return Saying(max(ends), ends_in_role=bool(own) or unnamed)
