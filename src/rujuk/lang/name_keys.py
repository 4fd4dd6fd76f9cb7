"""What a name is compared by: its words in the pack's fullest form, and the id that equal names share in every document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rujuk.lang.base import LanguagePack
from rujuk.lang.spelling import DOUBLED, Key, Spelling, spelling, words_of
from rujuk.model.annotations import Label
from rujuk.model.text import digest

LONGEST_FORM = 6
"""Words of the longest form that is looked up inside a name."""


def normalise(name: str, kind: Label) -> Key:
    """Return a name as comparable words: no case, accents, hyphens or apostrophes.

    For persons the most frequent spellings of transcription fall together: y and i, oe and u, doubled letters
    ("Zelenskyy", "Zelensky"; "Soekarno", "Sukarno").
    """
    if kind != "PER":
        return words_of(name)
    return tuple(DOUBLED.sub(r"\1", word.replace("y", "i").replace("oe", "u")) for word in words_of(name))


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """A pack's knowledge of names as tables: `known` full names by alias, `inside` full words by short ones, by kind.

    `legal` are words that a company's name may lack; `body_heads` and `place_heads` heads that a name may lack.
    """

    known: Mapping[tuple[Label, Key], str]
    inside: Mapping[Label, Mapping[Key, Key]]
    legal: frozenset[str]
    body_heads: frozenset[Key]
    place_heads: frozenset[Key]
    spelling: Spelling


@lru_cache(maxsize=16)
def forms(pack: LanguagePack) -> Forms:
    """Return the tables of a pack."""
    names, joins = pack.names, pack.joins
    places = _inside((*joins.place_forms, *names.place_aliases))
    return Forms(
        known=_known(pack),
        inside={"ORG": {**places, **_inside(joins.body_forms)}, "LOC": _inside(joins.place_forms), "PER": {}},
        legal=frozenset(word for form in joins.legal_forms for word in words_of(form)),
        body_heads=frozenset(map(words_of, joins.body_heads)),
        place_heads=frozenset(map(words_of, joins.place_heads)),
        spelling=spelling(joins),
    )


def _known(pack: LanguagePack) -> Mapping[tuple[Label, Key], str]:
    lists: tuple[tuple[Label, tuple[str, ...]], ...] = (
        ("LOC", pack.names.place_aliases),
        ("ORG", pack.names.organisation_aliases),
        ("PER", pack.names.person_aliases),
    )
    table: dict[tuple[Label, Key], str] = {}
    for kind, groups in lists:
        for group in groups:
            same = group.split(" = ")
            for form in same:
                table.setdefault((kind, normalise(form, kind)), same[0])
    return table


def _inside(groups: Iterable[str]) -> dict[Key, Key]:
    """Return the words of each fullest form by those of every other form."""
    table: dict[Key, Key] = {}
    for group in groups:
        first, *others = (words_of(form) or (form,) for form in group.split(" = "))
        for other in others:
            if other != first:
                table.setdefault(other, first)
    return table


def canonical(name: str, kind: Label, pack: LanguagePack) -> str:
    """Return the fullest name of the pack for an alias, else the name itself."""
    return forms(pack).known.get((kind, normalise(name, kind)), name)


def key_of(name: str, kind: Label, pack: LanguagePack) -> Key:
    """Return what a name is compared by: its fullest form of the pack, short words inside it written out, no legal form."""
    tables = forms(pack)
    words = normalise(tables.known.get((kind, normalise(name, kind)), name), kind)
    if kind == "PER":
        return words
    full = _expanded(words, tables.inside[kind])
    if kind == "ORG":
        full = tuple(word for word in full if word not in tables.legal) or full
    known = tables.known.get((kind, full))
    return normalise(known, kind) if known else full


def _expanded(words: Key, inside: Mapping[Key, Key]) -> Key:
    """Return words with every short form inside them written out, the longest first; each place is looked at once."""
    full: list[str] = []
    at = 0
    while at < len(words):
        size = next(
            (n for n in range(min(LONGEST_FORM, len(words) - at), 0, -1) if words[at : at + n] in inside), 0
        )
        full += inside[words[at : at + size]] if size else (words[at],)
        at += size or 1
    return tuple(full)


def key_id(key: Key, kind: Label) -> str:
    """Return the id of an entity by what its fullest name is compared by; equal names have equal ids in every document."""
    return digest("entity", kind, " ".join(key))


def entity_id(name: str, kind: Label, pack: LanguagePack) -> str:
    """Return the id of an entity by its fullest name."""
    return key_id(key_of(name, kind, pack), kind)
