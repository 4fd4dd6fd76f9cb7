"""Who the names of an article stand for: mentions of one person, body or place joined into an entity.

Equal normalised names give equal ids in every document; a shorter form joins the longer one of its own document only
("Adiputra" -> "Rukmana Adiputra"), an alias of the pack joins its fullest name everywhere.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from rujuk.annotate.name_reader import Name
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Entity, Label, Mention
from rujuk.model.text import Article, digest

APOSTROPHES = re.compile(r"['’‘`ʼ]")
MARKS = re.compile(r"[^\w]+|_+")
DOUBLED = re.compile(r"([^\W\d_])\1+")
Key = tuple[str, ...]
SHORTEST_MISSPELT = 6
"""Letters from which on a name that differs in one letter is taken for a misspelling; below, names differ so by chance."""
MOST_COMPARED = 200


@dataclass(slots=True)
class Group:
    """The names of one entity: their kind, normalised fullest form, and where each stands."""

    kind: Label
    key: Key
    members: list[int] = field(default_factory=list)


def normalise(name: str, kind: Label) -> Key:
    """Return a name as comparable words: no case, accents, hyphens or apostrophes.

    For persons spellings that vary in transcription fall together: y and i, oe and u, doubled letters
    ("Zelenskyy", "Zelensky"; "Soekarno", "Sukarno").
    """
    folded = unicodedata.normalize("NFKD", APOSTROPHES.sub("", name)).casefold()
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    if kind == "PER":
        plain = DOUBLED.sub(r"\1", plain.replace("y", "i").replace("oe", "u"))
    return tuple(MARKS.sub(" ", plain).split())


@lru_cache(maxsize=16)
def _aliases(pack: LanguagePack) -> Mapping[tuple[Label, Key], str]:
    """Return the fullest name of each alias of the pack."""
    lists: tuple[tuple[Label, tuple[str, ...]], ...] = (
        ("LOC", pack.names.place_aliases),
        ("ORG", pack.names.organisation_aliases),
        ("PER", pack.names.person_aliases),
    )
    table: dict[tuple[Label, Key], str] = {}
    for kind, groups in lists:
        for group in groups:
            forms = group.split(" = ")
            for form in forms:
                table.setdefault((kind, normalise(form, kind)), forms[0])
    return table


@lru_cache(maxsize=16)
def _heads(pack: LanguagePack) -> frozenset[str]:
    """Return the heads that a place's name may have or lack ("Kota Sembada", "Sembada")."""
    return frozenset(head.casefold() for head in pack.names.place_prepositions)


def canonical(name: str, kind: Label, pack: LanguagePack) -> str:
    """Return the fullest name of the pack for an alias, else the name itself."""
    return _aliases(pack).get((kind, normalise(name, kind)), name)


def entity_id(name: str, kind: Label) -> str:
    """Return the id of an entity by its fullest name; equal names have equal ids in every document."""
    return digest("entity", kind, " ".join(normalise(name, kind)))


def join_names(
    article: Article, names: Sequence[Name], pack: LanguagePack
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions, sorted by part and offset, and the entities they name, sorted by id."""
    longs = _definitions(article, names)
    names = [name._replace(label=longs[name.text].label) if name.text in longs else name for name in names]
    fulls = [longs.get(name.text, name) for name in names]
    keys = [normalise(canonical(full.text, full.label, pack), full.label) for full in fulls]
    groups = _groups(names, keys, pack)
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for group in groups:
        entity = _entity(article, group, names, keys, pack)
        entities[entity.id] = _merged(entities.get(entity.id), entity)
        for member in group.members:
            name = names[member]
            mentions.append(Mention(article.span(name.start, name.end, name.part), name.label, entity.id))
    ordered = sorted(mentions, key=lambda mention: (mention.span.part, mention.span.start))
    return tuple(ordered), tuple(entities[key] for key in sorted(entities))


def _definitions(article: Article, names: Sequence[Name]) -> dict[str, Name]:
    """Return the long name of each acronym that the text defines as "Long Name (LN)"."""
    pairs = pairwise(names)
    return {right.text: left for left, right in pairs if _is_definition(article, left, right)}


def _is_definition(article: Article, left: Name, right: Name) -> bool:
    """Return whether two names stand as "Long Name (LN)"."""
    if left.part != right.part or " " in right.text or len(left.text) <= len(right.text):
        return False
    text = article.part_text(left.part)
    between = text[left.end : right.start]
    if between.strip() != "(" or text[right.end : right.end + 1] != ")":
        return False
    initials = iter("".join(word[0] for word in left.text.casefold().split()) + left.text.casefold())
    return all(char in initials for char in right.text.casefold() if char.isalnum())


def _groups(names: Sequence[Name], keys: Sequence[Key], pack: LanguagePack) -> list[Group]:
    """Return the names grouped by equal words, then shorter forms of persons and places, then defined acronyms."""
    by_key: dict[tuple[Label, Key], Group] = {}
    for index, (name, key) in enumerate(zip(names, keys, strict=True)):
        group = by_key.setdefault((name.label, key), Group(name.label, key))
        group.members.append(index)
    groups = sorted(by_key.values(), key=lambda group: (-len(group.key), group.members[0]))
    persons = _join_persons([group for group in groups if group.kind == "PER"])
    places = _join_places([group for group in groups if group.kind == "LOC"], _heads(pack))
    return [*persons, *places, *(group for group in groups if group.kind == "ORG")]


def _join_persons(groups: Sequence[Group]) -> list[Group]:
    """Join each shorter name to the longer one that holds all its words; of several, to the one named last before it."""
    kept: list[Group] = []
    holders: dict[str, list[Group]] = {}
    for group in groups:
        words = set(group.key)
        fitting = _holding(group.key, holders)
        if fitting:
            _share(group, fitting)
            continue
        kept.append(group)
        for word in words:
            holders.setdefault(word, []).append(group)
    return kept


def _holding(key: Key, holders: Mapping[str, Sequence[Group]]) -> list[Group]:
    """Return the longer names that hold all words of a name; a single misspelt word joins a name with a close one."""
    if not key or (len(key) == 1 and len(key[0]) < 2):
        return []
    fitting = [held for held in holders.get(key[0], ()) if set(key) < set(held.key)]
    if fitting or len(key) > 1 or len(key[0]) < SHORTEST_MISSPELT:
        return fitting
    close = [word for word in sorted(holders)[:MOST_COMPARED] if _is_misspelt(key[0], word)]
    return [held for word in close for held in holders[word] if len(held.key) > 1] if len(close) == 1 else []


def _is_misspelt(left: str, right: str) -> bool:
    """Return whether two words differ by the order of their letters, or by one letter that is not the first."""
    if left[0] != right[0] or abs(len(left) - len(right)) > 1 or left == right:
        return False
    if left[-1] == right[-1] and sorted(left) == sorted(right):
        return True
    prefix = next(
        (i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right))
    )
    a, b = left[prefix:], right[prefix:]
    return b in (a[1:], b[:1] + a[1:]) or a == b[1:]


def _share(group: Group, fitting: Sequence[Group]) -> None:
    """Give each mention of a short name to the fitting longer name whose full form stands nearest before it."""
    places = [(place, held) for held in fitting for place in held.members]
    for member in group.members:
        before = [item for item in places if item[0] < member] or places
        _, held = max(before, key=lambda item: (item[0] < member, item[0] if item[0] < member else -item[0]))
        held.members.append(member)


def _join_places(groups: Sequence[Group], heads: frozenset[str]) -> list[Group]:
    """Join "Kota Sembada" and "Sembada" of one document."""
    by_key = {group.key: group for group in groups}
    kept = []
    for group in groups:
        bare = by_key.get(group.key[1:]) if len(group.key) > 1 and group.key[0] in heads else None
        if bare is not None:
            bare.members += group.members
        else:
            kept.append(group)
    return kept


def _entity(
    article: Article, group: Group, names: Sequence[Name], keys: Sequence[Key], pack: LanguagePack
) -> Entity:
    forms = sorted({names[member].text for member in group.members})
    fullest = [names[member].text for member in sorted(group.members) if keys[member] == group.key]
    name = canonical(max(fullest, key=len, default=forms[0]), group.kind, pack)
    roles = sorted({_role(article, names[member]) for member in group.members} - {""})
    return Entity(entity_id(name, group.kind), group.kind, name, tuple(forms), tuple(roles))


def _role(article: Article, name: Name) -> str:
    if name.role is None or name.role[0] >= name.role[1]:
        return ""
    return article.part_text(name.part)[name.role[0] : name.role[1]].strip(" ,.(")


def _merged(old: Entity | None, new: Entity) -> Entity:
    if old is None:
        return new
    aliases = tuple(sorted({*old.aliases, *new.aliases}))
    return Entity(old.id, old.kind, old.name, aliases, tuple(sorted({*old.roles, *new.roles})))
