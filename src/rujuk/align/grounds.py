"""What tells nothing by itself: "di rumah sakit", "kunjungan presiden", "kata menteri" are one fact only where what they belong to may be."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.align.cut import is_adjunct, verbs_of
from rujuk.align.measures import alike
from rujuk.align.pairs import ScoredPair
from rujuk.align.parts import NAMES, PartPairs
from rujuk.align.roles import WORD, same_person
from rujuk.align.values import same_time
from rujuk.align.worn import Worn
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.stems import content_stems
from rujuk.lang.words import Words
from rujuk.model.moments import DAY_LENGTH
from rujuk.model.text import Span

SENTENCES = NAMES.index("centred_sentences")
Sentence = tuple[str, str, int]
Places = tuple[int, int]
"""Two parts by their places in the list."""


def grounded(
    parts: Sequence[ReadClaim],
    compared: PartPairs,
    pairs: Sequence[ScoredPair],
    packs: Packs,
    config: AlignConfig,
    everywhere: frozenset[str] = frozenset(),
) -> tuple[list[ScoredPair], frozenset[Places]]:
    """Return the pairs, in their order, with less probability where a part tells nothing and no ground speaks for one fact; and the links.

    A part tells nothing where it has no verb, or none but of saying; two that both count something, or are nearly the same words, are
    held against each other all the same. A ground is that the sentences are alike, or that two other parts of them, no adjuncts, may
    tell one fact. `compared` are the pairs as compared, in the same order. What is left is 0 between two adjuncts, else at most
    `average`, which starts no group and takes none apart; so it is between two parts that name other persons. It is 0 between two that have
    nothing in common but `everywhere`, the terms that most reports of a large story have (`worn`).

    Links are the places of the pairs that may hold a statement together, once a group is found: those that may tell one fact and have a ground, both count something, give one time of day, or have
    `linking` content words in common. What is likely one fact without being a link ("di Arab Saudi", "Washington mengklaim") still tells
    where a sentence can be cut.
    """
    looked = _Looked.of(parts, compared, pairs, packs, config, everywhere)
    firm = [looked.left_of(at, pair) for at, pair in enumerate(pairs)]
    links = (
        (pair.left, pair.right)
        for at, pair in enumerate(firm)
        if pair.probability >= config.grounds and looked.links(at, pair)
    )
    return firm, frozenset(links)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was seen of each part by its place, the likeness of the sentences of each pair, and the pairs of parts that are a ground."""

    parts: Sequence[ReadClaim]
    empty: Sequence[bool]
    adjuncts: Sequence[bool]
    places: Sequence[bool]
    persons: Sequence[Sequence[str]]
    sentences: Sequence[Sentence]
    likenesses: Sequence[float]
    grounds: Mapping[tuple[Sentence, Sentence], Sequence[Places]]
    worn: Worn
    config: AlignConfig

    @classmethod
    def of(
        cls,
        parts: Sequence[ReadClaim],
        compared: PartPairs,
        pairs: Sequence[ScoredPair],
        packs: Packs,
        config: AlignConfig,
        everywhere: frozenset[str],
    ) -> "_Looked":
        adjuncts = [
            is_adjunct(item.claim.text, packs[item.language]) and not item.quantities for item in parts
        ]
        empty = [tells_nothing(item, packs[item.language]) for item in parts]
        sentences = [item.sentence_key for item in parts]
        return cls(
            parts=parts,
            empty=empty,
            adjuncts=adjuncts,
            places=[_only_a_place(item, packs[item.language].words) for item in parts],
            persons=[[m.span.text for m in item.mentions if m.kind == "PER"] for item in parts],
            sentences=sentences,
            likenesses=compared.rows[:, SENTENCES].tolist(),
            grounds=_grounds(pairs, sentences, adjuncts, config),
            worn=Worn.of(parts, empty, everywhere, packs),
            config=config,
        )

    def left_of(self, at: int, pair: ScoredPair) -> ScoredPair:
        """Return a pair with the probability that its grounds leave it."""
        left, right = pair.left, pair.right
        if pair.probability >= self.config.grounds and self.worn.between(left, right):
            return replace(pair, probability=0.0)
        if pair.probability < self.config.average or self._ground(at, pair):
            return pair
        if self.adjuncts[left] and self.adjuncts[right]:
            return replace(pair, probability=0.0)
        held = not (self.empty[left] or self.empty[right]) or self._both_count(left, right)
        if (held or pair.probability >= self.config.surely_one) and not self._others(left, right):
            return pair
        return replace(pair, probability=min(pair.probability, self.config.average))

    def links(self, at: int, pair: ScoredPair) -> bool:
        """Return whether a pair may hold a statement together.

        Alike sentences do not speak for one fact of a place and of what has words beside it: "di Kabupaten X" and "siaran pers Dinas Y Kabupaten X".
        """
        left, right = pair.left, pair.right
        if self._both_count(left, right) or self._one_hour(left, right) or self._other_ground(pair):
            return True
        if self._alike(at) and self.places[left] == self.places[right]:
            return True
        return len({*self.parts[left].stems} & {*self.parts[right].stems}) >= self.config.linking

    def _ground(self, at: int, pair: ScoredPair) -> bool:
        return self._alike(at) or self._other_ground(pair)

    def _alike(self, at: int) -> bool:
        return self.likenesses[at] >= self.config.alike_sentences

    def _other_ground(self, pair: ScoredPair) -> bool:
        """Return whether two other parts of the sentences may tell one fact."""
        others = self.grounds.get((self.sentences[pair.left], self.sentences[pair.right]), ())
        return any(a != pair.left and b != pair.right for a, b in others)

    def _both_count(self, left: int, right: int) -> bool:
        return bool(self.parts[left].quantities and self.parts[right].quantities)

    def _one_hour(self, left: int, right: int) -> bool:
        """Return whether both give one time of day."""
        one, other = (
            [(time.start_at, time.end_at) for time in self.parts[at].times if len(time.start_at) > DAY_LENGTH]
            for at in (left, right)
        )
        return any(same_time(a, b) for a in one for b in other)

    def _others(self, left: int, right: int) -> bool:
        """Return whether both name persons, and none that both name."""
        one, other = self.persons[left], self.persons[right]
        return bool(one and other) and not _met(one, other)


def _grounds(
    pairs: Sequence[ScoredPair],
    sentences: Sequence[Sentence],
    adjuncts: Sequence[bool],
    config: AlignConfig,
) -> dict[tuple[Sentence, Sentence], list[Places]]:
    """Return by pair of sentences the pairs of their parts, none an adjunct without a figure, that may tell one fact."""
    found: dict[tuple[Sentence, Sentence], list[Places]] = {}
    for pair in pairs:
        if pair.probability >= config.grounds and not (adjuncts[pair.left] or adjuncts[pair.right]):
            key = sentences[pair.left], sentences[pair.right]
            found.setdefault(key, []).append((pair.left, pair.right))
    return found


def tells_nothing(item: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether a part of a sentence has no verb, or none but verbs of saying: a thing, a place, a day, who said something."""
    if item.stems == item.context:
        return False
    speech = pack.speech
    saying = {
        *speech.following,
        *speech.following_pronouns,
        *speech.preceding,
        *speech.introducing,
        *speech.relays,
    }
    return all(verb in saying for verb in verbs_of(item.claim.text, pack))


def other_voices(left: ReadClaim, right: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether two parts tell who said something and name nobody in common, or one is what "I" say and the other is of somebody else."""
    if left.attribution and right.attribution:
        names = [tuple(item.span.text for item in each.mentions) for each in (left, right)]
        return (
            all(names)
            and not _met(*names)
            and not {m.entity for m in left.mentions} & {m.entity for m in right.mentions}
        )
    return _of_another(left, right, pack) or _of_another(right, left, pack)


def _of_another(one: ReadClaim, other: ReadClaim, pack: LanguagePack) -> bool:
    """Return whether a speaker says something as "I" or "we" and the other part is another one's words or names only others."""
    speaker = one.claim.speaker
    if not speaker or not {*WORD.findall(one.claim.text.lower())} & {*pack.speech.first_persons}:
        return False
    if other.claim.speaker:  # one person under two names says the same words
        return not alike(one, other) and not _met((speaker,), (other.claim.speaker,))
    return bool(other.persons) and not _met((speaker,), other.persons)


def _met(one: Iterable[str], other: Sequence[str]) -> bool:
    """Return whether two lists of names may have somebody in common."""
    return any(same_person(a, b) for a in one for b in other)


def other_days(left: ReadClaim, right: ReadClaim, words: Words) -> bool:
    """Return whether two parts give days, none in common, and one of them tells nothing but a time; clock times of one day may be one event's."""
    one, other = (
        [(time.start_at[:10], time.end_at[:10]) for time in item.times if time.start_at]
        for item in (left, right)
    )
    if not one or not other or any(same_time(a, b) for a in one for b in other):
        return False
    return any(_only_times(item, words) for item in (left, right))


def _only_a_place(item: ReadClaim, words: Words) -> bool:
    """Return whether a part names places and has no content word beside theirs."""
    named = [each.span for each in item.mentions if each.kind == "LOC"]
    return bool(named) and _says_only(item, named, words)


def _only_times(item: ReadClaim, words: Words) -> bool:
    """Return whether a part has no content word beside those of its times."""
    return _says_only(item, [time.span for time in item.times], words)


def _says_only(item: ReadClaim, told: Iterable[Span], words: Words) -> bool:
    return {*item.stems} <= {stem for span in told for stem in content_stems(span.text, words)}
