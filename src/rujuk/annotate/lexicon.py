"""The names section of a pack, made ready for running over tokens."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rujuk.annotate.tokens import TOKEN, Token, phrase_table
from rujuk.lang.base import LanguagePack
from rujuk.lang.names import Names
from rujuk.model.annotations import Label
from rujuk.outlets.base import Outlets

Phrases = dict[str, tuple[tuple[str, ...], ...]]
ACRONYM = 5
"""Letters up to which an entry in capitals is an acronym, and must stand in capitals in the text ("AS", "as")."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Sets and phrase tables of a `Names` section, all in lower case but for the known names."""

    known: dict[str, tuple[tuple[tuple[str, ...], Label], ...]]
    announcers: Phrases
    capital_announcers: frozenset[str]
    ranks: Phrases
    role_words: Phrases
    organisation_heads: Phrases
    place_heads: Phrases
    organisation_words: frozenset[str]
    organisation_tails: frozenset[str]
    organisation_joints: frozenset[str]
    place_words: frozenset[str]
    place_prepositions: frozenset[str]
    thing_heads: frozenset[str]
    place_bodies: Phrases
    clitics: tuple[str, ...]
    given_names: frozenset[str]
    particles: frozenset[str]
    degrees: frozenset[str]
    articles: frozenset[str]
    organisation_ends: re.Pattern[str]
    not_names: frozenset[str]
    ordinary: frozenset[str]
    ordinary_pattern: re.Pattern[str]
    opening_pattern: re.Pattern[str]

    def bare(self, text: str) -> str:
        """Return a word without a clitic that a hyphen ties to it ("Sembada-lah")."""
        return text if "-" not in text else self.named(text)

    def named(self, text: str) -> str:
        """Return the last word of a name without a clitic that a hyphen or its own apostrophe ties to it ("Crane's")."""
        if text.isalnum():
            return text
        return next((text.removesuffix(c) for c in self.clitics if text.endswith(c)), text)

    def is_ordinary(self, word: str) -> bool:
        """Return whether a lower-case word is an everyday word, by the list or by its form."""
        return word in self.ordinary or bool(self.ordinary_pattern.fullmatch(word))

    def known_at(self, tokens: tuple[Token, ...], index: int) -> tuple[int, Label] | None:
        """Return how many tokens the longest known name at this place takes, and its kind, or None."""
        for words, label in self.known.get(self.bare(tokens[index].lower), ()):
            if index + len(words) <= len(tokens) and all(
                _written(self.bare(tokens[index + k].text), word) for k, word in enumerate(words)
            ):
                return len(words), label
        return None


def _written(text: str, entry: str) -> bool:
    """Return whether a token is this word of a known name; capitals may differ inside, never at the beginning."""
    if text == entry:
        return True
    if entry.isupper() and len(entry) <= ACRONYM:
        return False
    return text.casefold() == entry.casefold() and (text[0].isupper() or not entry[0].isupper())


@lru_cache(maxsize=16)
def lexicon(pack: LanguagePack, outlets: Outlets) -> Lexicon:
    """Return the lexicon of a pack's names and of the outlets; every word another section lists is an everyday word."""
    names = pack.names
    return Lexicon(
        known=_known(names, outlets),
        announcers=phrase_table((*names.honorifics, *names.ranks, *names.roles)),
        capital_announcers=frozenset(
            word for word in (*names.honorifics, *names.ranks, *names.roles) if word.isupper()
        ),
        ranks=phrase_table(names.ranks),
        role_words=phrase_table(names.role_words),
        organisation_heads=phrase_table(names.organisation_heads),
        place_heads=phrase_table(names.place_heads),
        organisation_words=_lower(names.organisation_words),
        organisation_tails=_lower(names.organisation_tails),
        organisation_joints=_lower(names.organisation_joints),
        place_words=_lower(names.place_words),
        place_prepositions=_lower(
            (*names.place_prepositions, *(head.split()[-1] for head in names.place_heads))
        ),
        thing_heads=_lower(names.thing_heads),
        place_bodies=phrase_table(names.place_bodies),
        clitics=tuple(each if each in names.possessives else f"-{each}" for each in names.clitics),
        given_names=_lower(names.given_names),
        particles=_lower(names.name_particles),
        degrees=_lower(names.degrees),
        articles=_lower(names.articles),
        organisation_ends=_any(names.organisation_ends),
        not_names=_lower(names.not_names),
        ordinary=_lower((*names.ordinary, *_everyday(pack))),
        ordinary_pattern=_any(names.ordinary_patterns),
        opening_pattern=_any(names.opening_patterns),
    )


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


def _lower(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


def _everyday(pack: LanguagePack) -> tuple[str, ...]:
    speech, modal, clauses = pack.speech, pack.modality, pack.clauses
    return (
        *pack.words.function_words, *pack.sentences.starters, *clauses.verbs, *clauses.coordinators,
        *clauses.subordinators, *speech.preceding, *speech.following, *speech.following_pronouns, *speech.relays,
        *speech.speaker_nouns, *speech.introducing, *modal.hedge, *modal.hearsay, *modal.plan, *modal.denial, *modal.forecast,
    )  # fmt: skip


def _known(names: Names, outlets: Outlets) -> dict[str, tuple[tuple[tuple[str, ...], Label], ...]]:
    kinds: tuple[tuple[Label, tuple[str, ...], tuple[str, ...]], ...] = (
        ("ORG", (*names.organisations, *outlets.names()), names.organisation_aliases),
        ("LOC", names.places, names.place_aliases),
        ("PER", names.persons, names.person_aliases),
    )
    found: dict[tuple[str, ...], Label] = {}
    for label, listed, aliases in kinds:
        for name in (*listed, *(form for group in aliases for form in group.split(" = "))):
            found.setdefault(tuple(TOKEN.findall(name)), label)
    table: dict[str, list[tuple[tuple[str, ...], Label]]] = {}
    for words, label in found.items():
        if words:
            table.setdefault(words[0].lower(), []).append((words, label))
    return {
        first: tuple(sorted(items, key=lambda item: (-len(item[0]), item))) for first, items in table.items()
    }
