"""Names put together into persons, bodies and places by the rules of each kind: of one article, or of a whole story."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rujuk.lang.base import LanguagePack
from rujuk.lang.name_keys import Forms, forms
from rujuk.lang.spelling import Key, Spelling, is_misspelt, is_part, same_person, words_of
from rujuk.model.annotations import Label

LONGEST_BODY = 16
"""Words of a body's name that are looked at; longer ones are reading errors and must not cost time."""
FEWEST_INITIALS = 3
"""Letters from which on an acronym that the text does not define is taken for the one body with these initials."""
MOST_COMPARED = 50
"""Fuller names that one short name is held against; more of one word in one article are a list, in which nothing is short."""


@dataclass(slots=True)
class Group:
    """The names of one entity: their kind, what the fullest is compared by, and where each stands."""

    kind: Label
    key: Key
    members: list[int] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)


def group_names(
    names: Sequence[str], keys: Sequence[tuple[Label, Key]], pack: LanguagePack, *, nearest: bool
) -> list[Group]:
    """Return names, in their order, as groups: by equal keys, then by the rules of each kind.

    With `nearest` a short name that fits several fuller ones is the one named last before it, as in one text; without it
    stands for itself, as do names of different texts.
    """
    by_key: dict[tuple[Label, Key], Group] = {}
    for index, (name, key) in enumerate(zip(names, keys, strict=True)):
        group = by_key.setdefault(key, Group(*key))
        group.members.append(index)
        group.forms.add(name)
    ordered = sorted(by_key.values(), key=lambda group: (-len(group.key), group.members[0]))
    tables = forms(pack)
    kinds: Mapping[Label, list[Group]] = {"PER": [], "LOC": [], "ORG": []}
    for group in ordered:
        kinds[group.kind].append(group)
    persons = _join_persons(kinds["PER"], tables.spelling, nearest)
    places = _join_places(kinds["LOC"], tables.place_heads)
    joints = frozenset(pack.names.organisation_joints)
    settings = frozenset(group.key for group in kinds["LOC"])
    return [*persons, *places, *_join_bodies(kinds["ORG"], tables, joints, settings)]


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


def _join_persons(groups: Sequence[Group], rules: Spelling, nearest: bool) -> list[Group]:
    """Join each name to another spelling of it, and each shorter one to a fuller one."""
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
        elif fuller and nearest:
            _share(group, fuller)
        elif len(fuller) == 1:
            fuller[0].members += group.members
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
    """Yield acronyms of three letters or more, alone or after a head ("Dinas KPKP"), with the bodies that have these initials."""
    claims: dict[Key, list[Key]] = defaultdict(list)
    for group in groups:
        for kept in (0, 1):
            letters = _strict_initials(" ".join(group.key[kept:]), joints)
            if len(group.key) - kept >= FEWEST_INITIALS and len(letters) >= FEWEST_INITIALS:
                claims[(*group.key[:kept], letters)].append(group.key)
    shouted = {
        group.key
        for group in groups
        if any(form.split()[-1].isupper() for form in group.forms if form.split())
    }
    yield from ((short, fuller) for short, fuller in claims.items() if short in shouted)


def _placeless(
    groups: Sequence[Group], tables: Forms, settings: frozenset[Key]
) -> Iterator[tuple[Key, list[Key]]]:
    """Yield names of two words or more with those that add a place of the document, unless the pack knows the short one."""
    known = {key for kind, key in tables.known if kind == "ORG"}
    claims: dict[Key, list[Key]] = defaultdict(list)
    for group in groups:
        for size in range(2, min(len(group.key), LONGEST_BODY)):
            rest = group.key[size:]
            if rest in settings or rest[:1] in tables.place_heads:
                claims[group.key[:size]].append(group.key)
    yield from ((short, fuller) for short, fuller in claims.items() if short not in known)


def _strict_initials(full: str, joints: frozenset[str]) -> str:
    """Return the first letters of a name's words without the words that link them."""
    return "".join(word[0] for word in words_of(full) if word not in joints)
