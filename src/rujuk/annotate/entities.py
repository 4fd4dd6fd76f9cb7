"""Who the names of an article stand for: mentions of one person, body or place joined into an entity.

Equal normalised names give equal ids in every document; a shorter form, another spelling or a misspelt name joins the
fuller one of its own document only ("Adiputra" -> "Rukmana Adiputra"), an alias of the pack its fullest name everywhere.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rujuk.annotate.definitions import FEWEST_INITIALS, definitions, strict_initials
from rujuk.annotate.name_keys import Forms, canonical, forms, key_id, key_of, normalise
from rujuk.annotate.name_reader import Name
from rujuk.lang.base import LanguagePack
from rujuk.lang.spelling import Key, Spelling, is_misspelt, is_part, same_person
from rujuk.model.annotations import Entity, Label, Mention
from rujuk.model.text import Article

MOST_COMPARED = 50
"""Fuller names that one short name is held against; more of one word in one article are a list, in which nothing is short."""


@dataclass(slots=True)
class Group:
    """The names of one entity: their kind, what the fullest is compared by, and where each stands."""

    kind: Label
    key: Key
    members: list[int] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)


def join_names(
    article: Article, names: Sequence[Name], pack: LanguagePack
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions, sorted by part and offset, and the entities they name, sorted by id."""
    fuller = _fuller(definitions(article, names, pack), names)
    names = [name._replace(label=fuller[name.text].label) if name.text in fuller else name for name in names]
    keys = _keys([fuller.get(name.text, name) for name in names], pack)
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    for group in _groups(names, keys, pack):
        entity = _entity(article, group, names, keys, pack)
        entities[entity.id] = _merged(entities.get(entity.id), entity)
        for member in group.members:
            name = names[member]
            mentions.append(Mention(article.span(name.start, name.end, name.part), name.label, entity.id))
    ordered = sorted(mentions, key=lambda mention: (mention.span.part, mention.span.start))
    return tuple(ordered), tuple(entities[key] for key in sorted(entities))


def _fuller(defined: Mapping[int, int], names: Sequence[Name]) -> dict[str, Name]:
    """Return the fuller name of each form that the text defines, by the form; the first definition of a form counts."""
    table: dict[str, Name] = {}
    for short, full in sorted(defined.items()):
        if names[short].text != names[full].text:
            table.setdefault(names[short].text, names[full])
    for form in list(table):
        table[form] = table.get(table[form].text, table[form]) if table[form].text != form else table[form]
    return {form: full for form, full in table.items() if full.text != form}


def _keys(names: Sequence[Name], pack: LanguagePack) -> list[Key]:
    """Return what each name is compared by; a bare name that the pack knows may be another person's of this article."""
    keys = [key_of(name.text, name.label, pack) for name in names]
    bare = [normalise(name.text, name.label) for name in names]
    full = {key for name, key in zip(names, bare, strict=True) if name.label == "PER" and len(key) > 1}
    words = {word for key in full for word in key}
    return [
        own if name.label == "PER" and len(own) == 1 and own[0] in words and key not in full else key
        for name, key, own in zip(names, keys, bare, strict=True)
    ]


def _groups(names: Sequence[Name], keys: Sequence[Key], pack: LanguagePack) -> list[Group]:
    """Return the names grouped by equal words, then by the rules of each kind."""
    by_key: dict[tuple[Label, Key], Group] = {}
    for index, (name, key) in enumerate(zip(names, keys, strict=True)):
        group = by_key.setdefault((name.label, key), Group(name.label, key))
        group.members.append(index)
        group.forms.add(name.text)
    ordered = sorted(by_key.values(), key=lambda group: (-len(group.key), group.members[0]))
    tables = forms(pack)
    persons = _join_persons([group for group in ordered if group.kind == "PER"], tables.spelling)
    places = _join_places([group for group in ordered if group.kind == "LOC"], tables.place_heads)
    joints = frozenset(pack.names.organisation_joints)
    settings = frozenset(group.key for group in ordered if group.kind == "LOC")
    bodies = _join_bodies([group for group in ordered if group.kind == "ORG"], tables, joints, settings)
    return [*persons, *places, *bodies]


class Index:
    """The kept names by each of their words as they sound; at most `MOST_COMPARED` are looked at a word."""

    def __init__(self, rules: Spelling) -> None:
        """Begin with no names."""
        self.rules = rules
        self.by_word: dict[str, list[Group]] = defaultdict(list)
        self.by_start: dict[str, set[str]] = defaultdict(set)
        self.whole: dict[str, Group] = {}

    def add(self, group: Group) -> None:
        """Put a kept name under each of its words."""
        heard = self.rules.heard(group.key)
        self.whole.setdefault("".join(heard), group)
        for word in set(heard):
            self.by_word[word].append(group)
            self.by_start[word[:2]].add(word)

    def near(self, key: Key) -> list[Group]:
        """Return kept names that share the rarest word of a name, by sound or but for one letter."""
        heard = [word for word in self.rules.heard(key) if len(word) > 1]
        listed = [self.by_word[word] for word in heard if word in self.by_word]
        if listed:
            return min(listed, key=len)[:MOST_COMPARED]
        if len(heard) != 1:
            return []
        alike = [
            w for w in sorted(self.by_start.get(heard[0][:2], ()))[:MOST_COMPARED] if is_misspelt(heard[0], w)
        ]
        return self.by_word[alike[0]][:MOST_COMPARED] if len(alike) == 1 else []


def _join_persons(groups: Sequence[Group], rules: Spelling) -> list[Group]:
    """Join each name to another spelling of it, and each shorter one to the fuller that was named last before it."""
    kept: list[Group] = []
    index = Index(rules)
    for group in groups:
        near = index.near(group.key)
        heard = "".join(rules.heard(group.key))
        same = [held for held in near if same_person(group.key, held.key, rules)]
        same = same or [index.whole[heard]] if heard in index.whole else same
        fuller = [held for held in near if _is_short_for(group.key, held.key, rules)]
        if same:
            same[0].members += group.members
        elif fuller:
            _share(group, fuller)
        else:
            kept.append(group)
            index.add(group)
    return kept


def _is_short_for(short: Key, full: Key, rules: Spelling) -> bool:
    """Return whether a name is a part of a fuller one, or one word of it misspelt."""
    if is_part(short, full, rules):
        return True
    if len(short) != 1 or len(full) == 1:
        return False
    own, _, _ = rules.parts(full)
    return any(is_misspelt(rules.heard(short)[0], word) for word in own) and short[0] not in own


def _share(group: Group, fuller: Sequence[Group]) -> None:
    """Give each mention of a short name to the fuller name whose full form stands nearest before it, else first after it."""
    places = sorted((place, rank) for rank, held in enumerate(fuller) for place in held.members)
    for member in group.members:
        before = bisect_left(places, (member, -1)) - 1
        _, rank = places[max(before, 0)]
        fuller[rank].members.append(member)


def _join_places(groups: Sequence[Group], heads: frozenset[Key]) -> list[Group]:
    """Join "Kota Sembada" and "Sembada" of one document, unless two heads claim the bare name ("Kabupaten Sembada")."""
    by_key = {group.key: group for group in groups}
    claims: dict[Key, list[Group]] = defaultdict(list)
    for group in groups:
        for size in (1, 2):
            if group.key[:size] in heads and group.key[size:] in by_key:
                claims[group.key[size:]].append(group)
    gone = set()
    for bare, headed in claims.items():
        if len(headed) == 1:
            headed[0].members += by_key[bare].members
            gone.add(bare)
    return [group for group in groups if group.key not in gone]


def _join_bodies(
    groups: Sequence[Group], tables: Forms, joints: frozenset[str], settings: frozenset[Key]
) -> list[Group]:
    """Join a body's name without its head ("Partai"), its undefined acronym, its name without its place ("Dinas Sosial")."""
    by_key = {group.key: group for group in groups}
    target: dict[Key, Key] = {}
    for short, fuller in (
        *_headless(groups, tables),
        *_initials(groups, joints),
        *_placeless(groups, tables, settings),
    ):
        if len(fuller) == 1 and short in by_key and fuller[0] != short:
            target.setdefault(short, fuller[0])
    for group in sorted(groups, key=lambda item: (len(item.key), item.key)):
        if group.key in target:
            by_key[target[group.key]].members += group.members
    return [group for group in groups if group.key not in target]


def _headless(groups: Sequence[Group], tables: Forms) -> Iterator[tuple[Key, list[Key]]]:
    """Yield names without their head with the names that have one."""
    claims: dict[Key, list[Key]] = defaultdict(list)
    for group in groups:
        for size in (1, 2):
            if len(group.key) > size and group.key[:size] in tables.body_heads:
                claims[group.key[size:]].append(group.key)
    yield from claims.items()


def _initials(groups: Sequence[Group], joints: frozenset[str]) -> Iterator[tuple[Key, list[Key]]]:
    """Yield acronyms of three letters or more with the bodies whose words have these initials."""
    claims: dict[Key, list[Key]] = defaultdict(list)
    for group in groups:
        letters = strict_initials(" ".join(group.key), joints)
        if len(group.key) >= FEWEST_INITIALS and len(letters) >= FEWEST_INITIALS:
            claims[(letters,)].append(group.key)
    shouted = {group.key for group in groups if any(form.isupper() for form in group.forms)}
    yield from ((short, fuller) for short, fuller in claims.items() if short in shouted)


def _placeless(
    groups: Sequence[Group], tables: Forms, settings: frozenset[Key]
) -> Iterator[tuple[Key, list[Key]]]:
    """Yield names of two words or more with those that add a place of the document, unless the pack knows the short one."""
    known = {key for kind, key in tables.known if kind == "ORG"}
    claims: dict[Key, list[Key]] = defaultdict(list)
    for group in groups:
        for size in range(2, len(group.key)):
            rest = group.key[size:]
            if rest in settings or rest[:1] in tables.place_heads:
                claims[group.key[:size]].append(group.key)
    yield from ((short, fuller) for short, fuller in claims.items() if short not in known)


def _entity(
    article: Article, group: Group, names: Sequence[Name], keys: Sequence[Key], pack: LanguagePack
) -> Entity:
    written = sorted({names[member].text for member in group.members})
    fullest = [names[member].text for member in sorted(group.members) if keys[member] == group.key]
    name = canonical(max(fullest, key=len, default=written[0]), group.kind, pack)
    roles = sorted({_role(article, names[member]) for member in group.members} - {""})
    return Entity(key_id(group.key, group.kind), group.kind, name, tuple(written), tuple(roles))


def _role(article: Article, name: Name) -> str:
    if name.role is None or name.role[0] >= name.role[1]:
        return ""
    return article.part_text(name.part)[name.role[0] : name.role[1]].strip(" ,.(")


def _merged(old: Entity | None, new: Entity) -> Entity:
    if old is None:
        return new
    aliases = tuple(sorted({*old.aliases, *new.aliases}))
    return Entity(old.id, old.kind, old.name, aliases, tuple(sorted({*old.roles, *new.roles})))
