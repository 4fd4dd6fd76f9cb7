"""What the readers of quotations and citations share: sentences with their mentions, and the pack's cue phrases."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rujuk.annotate.glued_sources import sources_apart
from rujuk.annotate.name_reader import Name
from rujuk.annotate.tokens import Sentence, Token, phrase_at, phrase_table
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import CitationKind, Entity, Mention
from rujuk.model.text import Article, Part, Span
from rujuk.outlets.base import Outlets

Phrases = dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Cues:
    """The speech section of a pack as phrase tables."""

    following: Phrases
    following_pronouns: Phrases
    preceding: Phrases
    with_complementizer: Phrases
    closing: Phrases
    according: Phrases
    referring: Phrases
    as_said: Phrases
    introducing: Phrases
    relays: Phrases
    relay_fillers: frozenset[str]
    agency_heads: Phrases
    nameless_media: Phrases
    documents: Phrases
    document_openers: Phrases
    reports: Phrases
    records: Phrases
    released: Phrases
    showing: Phrases
    retelling: frozenset[str]
    asides: Phrases
    announcing: Phrases
    summing: frozenset[str]
    taking_up: Phrases
    pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    speaker_nouns: Phrases
    body_nouns: Phrases
    demonstratives: frozenset[str]
    stops: frozenset[str]
    addressees: frozenset[str]
    fillers: frozenset[str]
    openings: Phrases
    false_cues: Phrases
    complementizers: frozenset[str]
    negations: frozenset[str]
    relatives: frozenset[str]
    blockers: Phrases
    coordinators: Phrases
    announcers: Phrases
    serving: Phrases
    offices: Phrases
    units: Phrases
    state_offices: Phrases
    ministers: Phrases
    turn_labels: Phrases
    titles: Phrases
    ranks: Phrases
    fields: Phrases
    bodies: Phrases
    joints: frozenset[str]
    belonging: frozenset[str]
    occasions: Phrases
    at_places: frozenset[str]
    no_places: Phrases
    loose_complementizers: frozenset[str]
    nominals: frozenset[str]
    naming: Phrases
    as_what: frozenset[str]
    judging: Phrases
    reasons: frozenset[str]
    denying: Phrases
    directives: Phrases
    goals: frozenset[str]
    first_persons: frozenset[str]
    headings: frozenset[str]


@lru_cache(maxsize=16)
def cues(pack: LanguagePack) -> Cues:
    """Return the cue phrases of a pack."""
    speech, clauses, names = pack.speech, pack.clauses, pack.names
    return Cues(
        following=phrase_table(speech.following),
        following_pronouns=phrase_table(speech.following_pronouns),
        preceding=phrase_table(speech.preceding),
        with_complementizer=phrase_table(speech.preceding_with_complementizer),
        closing=phrase_table(speech.closing),
        according=phrase_table(speech.according),
        referring=phrase_table(speech.referring),
        as_said=phrase_table(speech.as_said),
        introducing=phrase_table(speech.introducing),
        relays=phrase_table(speech.relays),
        relay_fillers=frozenset(speech.relay_fillers),
        agency_heads=phrase_table(speech.agency_heads),
        nameless_media=phrase_table(speech.nameless_media),
        documents=phrase_table(speech.documents),
        document_openers=phrase_table(speech.document_openers),
        reports=phrase_table(speech.reports),
        records=phrase_table(speech.records),
        released=phrase_table(speech.released),
        showing=phrase_table(speech.showing),
        retelling=frozenset(speech.retelling),
        asides=phrase_table(speech.asides),
        announcing=phrase_table(speech.announcing),
        summing=frozenset(speech.summing),
        taking_up=phrase_table(speech.taking_up),
        pronouns=frozenset(speech.pronouns),
        plural_pronouns=frozenset(speech.plural_pronouns),
        speaker_nouns=phrase_table(speech.speaker_nouns),
        body_nouns=phrase_table(speech.body_nouns),
        demonstratives=frozenset(speech.demonstratives),
        stops=frozenset(speech.speaker_stops),
        addressees=frozenset(speech.addressees),
        fillers=frozenset(speech.fillers),
        openings=phrase_table(speech.openings),
        false_cues=phrase_table(speech.false_cues),
        complementizers=frozenset(speech.complementizers),
        negations=frozenset((*pack.modality.negation, *pack.modality.plan)),
        relatives=frozenset(clauses.relatives),
        blockers=phrase_table(speech.blockers),
        coordinators=phrase_table(clauses.coordinators),
        announcers=phrase_table((*names.honorifics, *names.ranks, *names.roles)),
        offices=phrase_table(
            [*names.roles, *(noun for noun in speech.speaker_nouns if noun not in speech.body_nouns)]
        ),
        units=phrase_table(speech.units),
        state_offices=phrase_table(speech.state_offices),
        turn_labels=phrase_table(speech.turn_labels),
        ministers=phrase_table(speech.ministers),
        serving=phrase_table(names.serving_roles),
        titles=phrase_table((*names.honorifics, *names.ranks)),
        ranks=phrase_table(names.ranks),
        fields=phrase_table(names.role_words),
        bodies=phrase_table(names.organisation_heads),
        joints=frozenset((*names.organisation_joints, *speech.role_joints)),
        belonging=frozenset(speech.belonging),
        occasions=phrase_table(speech.occasions),
        at_places=frozenset(speech.at_places),
        no_places=phrase_table(speech.no_places),
        loose_complementizers=frozenset(speech.loose_complementizers),
        nominals=frozenset(speech.nominals),
        naming=phrase_table(speech.naming),
        as_what=frozenset(speech.as_what),
        judging=phrase_table(speech.judging),
        reasons=frozenset(speech.reasons),
        denying=phrase_table(speech.denying),
        directives=phrase_table(speech.directives),
        goals=frozenset(speech.goals),
        first_persons=frozenset(speech.first_persons),
        headings=frozenset((*speech.headings, *(word.lower() for word in names.ordinary))),
    )


class Reference(NamedTuple):
    """A place where the text names what it has something from.

    `cue` is the token that the words of taking begin with; `retold` says that those words credit a report ("dilansir X"),
    not a figure in it ("melansir data X").
    """

    number: int
    first: int
    last: int
    span: Span
    name: str
    outlet_id: str
    kind: CitationKind
    relayed: bool
    cue: int = -1
    retold: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """An article's sentences with the mentions in each, its entities, and the role that stands before a mention.

    `named` holds, for each sentence, where its tokens inside mentions begin, and whether the mention is a person.
    """

    article: Article
    pack: LanguagePack
    cues: Cues
    sentences: tuple[Sentence, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    named: tuple[Mapping[int, bool], ...]
    entities: Mapping[str, Entity]
    roles: Mapping[tuple[Part, int], tuple[int, int]]

    def between(self, number: int, start: int, end: int) -> tuple[Mention, ...]:
        """Return the mentions of a sentence that lie wholly in [start, end)."""
        mentions = self.mentions[number]
        first = bisect_left(mentions, start, key=lambda mention: mention.span.start)
        last = bisect_left(mentions, end, key=lambda mention: mention.span.start)
        return tuple(mention for mention in mentions[first:last] if mention.span.end <= end)

    def name_of(self, mention: Mention) -> str:
        """Return the full name of what a mention names."""
        return self.entities[mention.entity].name


def read_speech(
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    mentions: Sequence[Mention],
    entities: Sequence[Entity],
    pack: LanguagePack,
    outlets: Outlets,
) -> Reading:
    """Return the reading that quotations and citations are found in; sentences are sorted by part and offset."""
    ordered = sorted(
        sources_apart(sentences, pack, outlets),
        key=lambda sentence: (sentence.span.part, sentence.span.start),
    )
    places = [(mention.span.part, mention.span.start) for mention in mentions]
    inside = []
    for sentence in ordered:
        part = sentence.span.part
        first = bisect_left(places, (part, sentence.span.start))
        last = bisect_left(places, (part, sentence.span.end))
        inside.append(tuple(mentions[first:last]))
    roles = {
        (name.part, name.start): name.role for name in names if name.role and name.role[0] < name.role[1]
    }
    by_id = {entity.id: entity for entity in entities}
    named = tuple(_named(sentence, found) for sentence, found in zip(ordered, inside, strict=True))
    return Reading(article, pack, cues(pack), tuple(ordered), tuple(inside), named, by_id, roles)


def _named(sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, bool]:
    tokens = sentence.tokens
    return {
        token.start: mention.label == "PER"
        for mention in mentions
        for token in tokens[token_index(tokens, mention.span.start) : token_index(tokens, mention.span.end)]
    }


def token_index(tokens: Sequence[Token], place: int) -> int:
    """Return the index of the first token that begins at or after an offset."""
    return bisect_left(tokens, place, key=lambda token: token.start)


def phrase_before(tokens: Sequence[Token], end: int, phrases: Phrases, longest: int = 3) -> int:
    """Return how many tokens the longest phrase takes that ends right before an index, or 0."""
    for length in range(min(longest, end), 0, -1):
        if phrase_at(tokens, end - length, phrases) == length:
            return length
    return 0
