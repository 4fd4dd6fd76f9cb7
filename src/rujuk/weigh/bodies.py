"""Which names of a story are one body's: its offices, parts, pages and accounts, and one chain of command in one region.

A police spokesman, his division and the force's account are one origin; the police of another region are another one. What a name is part
of is told by its words and by the pack's knowledge of bodies; two names that nothing joins stay two.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from rujuk.lang import gazetteer
from rujuk.lang.base import LanguagePack
from rujuk.lang.name_keys import key_of
from rujuk.lang.spelling import Key, words_of
from rujuk.model.annotations import Place
from rujuk.weigh.names import LONGEST, fold, one_name_each
from rujuk.weigh.unions import Unions

DEEPEST = 4
"""Times that a name is taken for a part's of something; "humas < satuan reserse < kepolisian resor" needs three."""
SHORTEST_ACCOUNT = 3
"""Letters that must be left of an account's name for it to be held against the names of bodies."""
SHORTEST_GLUED = 4
"""Letters of a word that is taken off an account's name without a mark between; shorter ones begin and end words by chance."""


BEFORE = "… "
"""Before a head in a pack: the region stands before it ("… police department")."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """A pack's `Bodies` by their words: what is taken off a name's beginning, what it is part of, and which service it serves."""

    before: frozenset[Key]
    offices: Mapping[Key, Key]
    heads: frozenset[Key]
    units: frozenset[Key]
    above: Mapping[Key, Key]
    services: Mapping[Key, tuple[str, int]]
    ends: Mapping[Key, tuple[str, int]]
    regions: Mapping[Key, tuple[Key, ...]]
    loose: frozenset[str]


@lru_cache(maxsize=16)
def parts(pack: LanguagePack) -> Parts:
    """Return the tables of a pack."""
    own = pack.bodies
    offices = {words_of(office): () for office in own.offices} | dict(_pairs(own.office_bodies, "="))
    return Parts(
        before=frozenset(map(words_of, own.channels)),
        offices=offices,
        heads=frozenset(
            map(words_of, (*own.heads, *(head for heads in own.services.values() for head in heads)))
        ),
        units=frozenset(map(words_of, own.units)),
        above=dict(_pairs(own.parts, "<")),
        services=dict(_heads(own.services, behind=False)),
        ends=dict(_heads(own.services, behind=True)),
        regions={
            words_of(region): tuple(_firm(words_of(place), own.region_words) for place in places.split(","))
            for region, _, places in (entry.partition(" = ") for entry in own.regions)
        },
        loose=frozenset(own.region_words),
    )


def _heads(services: Mapping[str, Sequence[str]], *, behind: bool) -> Iterable[tuple[Key, tuple[str, int]]]:
    """Yield the heads of services that stand behind the region, or before it, with the service and how narrow each is.

    Of those with the region before them none is wider than another: a county's deputies are not a town's police.
    """
    for name, heads in services.items():
        for at, head in enumerate(heads):
            if head.startswith(BEFORE) == behind:
                yield words_of(head.removeprefix(BEFORE)), (name, 0 if behind else at)


def _firm(region: Key, loose: Collection[str]) -> Key:
    """Return the words of a region that tell it from others."""
    return tuple(word for word in region if word not in loose)


def _pairs(entries: Iterable[str], sign: str) -> Iterable[tuple[Key, Key]]:
    for entry in entries:
        left, _, right = entry.partition(sign)
        yield words_of(left), words_of(right)


def body_of(name: str, pack: LanguagePack) -> str:
    """Return the folded full name of the body that a name, office, part or account is one of, as far as its own words tell.

    "Kabid Humas Polda Sembada" is "kepolisian daerah sembada"; a name that tells no such thing is its own full name.
    """
    tables = parts(pack)
    words = key_of(_without_mark(name, pack), "ORG", pack)
    for _ in range(DEEPEST):
        shorter = _above(_without_channel(words, tables), pack, tables)
        if shorter == words or not shorter:
            break
        words = shorter
    return " ".join(words)


def is_office(name: str, pack: LanguagePack) -> bool:
    """Return whether a name is that of an office: it begins with one and tells whose."""
    words = key_of(name[:LONGEST], "ORG", pack)
    return 0 < _begins(words, parts(pack).offices) < len(words)


def _without_mark(name: str, pack: LanguagePack) -> str:
    """Return an account's name without what it has beside the body's ("@humas_gulkarmat", "@infodamkar"), any other name as it is."""
    bare = name[:LONGEST].strip()
    if not bare.startswith("@"):
        return bare
    words = [word for word in fold(bare.replace("_", " ")).split() if word not in pack.bodies.account_words]
    text = "".join(words)
    glued = [word for word in pack.bodies.account_words if len(word) >= SHORTEST_GLUED]
    shorter = (text.removeprefix(word).removesuffix(word) for word in sorted(glued, key=len, reverse=True))
    return next((rest for rest in shorter if SHORTEST_ACCOUNT <= len(rest) < len(text)), text) or bare


def _without_channel(words: Key, tables: Parts) -> Key:
    size = _begins(words, tables.before)
    return words[size:] if 0 < size < len(words) else words


def _above(words: Key, pack: LanguagePack, tables: Parts) -> Key:
    """Return the words of what a name is an office or a part of; the same words where it is neither."""
    size = _begins(words, tables.offices)
    if size and (tables.offices[words[:size]] or size < len(words)):
        return key_of(" ".join((*tables.offices[words[:size]], *words[size:])), "ORG", pack)
    if _begins(words, tables.units):
        inner = next((at for at in range(1, len(words)) if _begins(words[at:], tables.heads)), 0)
        if inner:
            return words[inner:]
    size = _begins(words, tables.above)
    return tables.above[words[:size]] if size else words


def _begins(words: Key, known: Iterable[Key]) -> int:
    """Return how many words the longest known beginning of a name has, 0 where it begins with none."""
    listed = known if isinstance(known, (frozenset, Mapping)) else frozenset(known)
    return next((size for size in range(min(8, len(words)), 0, -1) if words[:size] in listed), 0)


def _ends(words: Key, known: Mapping[Key, tuple[str, int]]) -> int:
    """Return how many words the longest known end of a name has, 0 where it ends with none."""
    return next((size for size in range(min(8, len(words)), 0, -1) if words[-size:] in known), 0)


def one_body_each(names: Iterable[str], packs: Sequence[LanguagePack]) -> Mapping[str, str]:
    """Return for each name what stands for its body: equal for two names that are one body's, its parts' or its accounts'.

    Names of one chain of command are one where the region of one lies in the other's, or where one has no region; two regions stay two.
    """
    told = {name: _read(name, packs) for name in sorted(set(names))}
    alike = one_name_each(told.values())
    found = {name: alike[body] for name, body in told.items()}
    joined = Unions()
    for pack in packs:
        for left, right in _commands(sorted(set(found.values())), pack):
            joined.join(left, right)
    return {name: joined.find(body) for name, body in found.items()}


def _read(name: str, packs: Sequence[LanguagePack]) -> str:
    """Return the body by the first pack that knows more of a name than its own words."""
    own = fold(name)
    return next((body for pack in packs if fold(body := body_of(name, pack)) != own), own)


@dataclass(frozen=True, slots=True)
class Served:
    """A body of a service: its name, the service, how narrow its level is, and its region."""

    body: str
    service: str
    level: int
    region: Key


def _commands(bodies: Sequence[str], pack: LanguagePack) -> Iterable[tuple[str, str]]:
    """Yield the pairs of bodies of one service of which one stands under the other.

    Two without a region are one, and one without is whichever the story has; one whose region the gazetteer does not know, as it knows no districts, stands under
    the only one of a wider level.
    """
    tables = parts(pack)
    served = [found for body in bodies if (found := _served(body, tables)) is not None]
    for left, right in combinations(served, 2):
        nowhere = not (left.region or right.region)
        if left.service == right.service and (nowhere or _one_region(left.region, right.region, tables)):
            yield left.body, right.body
    for one in served:
        wider = [other for other in served if other.service == one.service and other.region and other != one]
        if one.region:
            wider = [other for other in wider if other.level < one.level]
            wider = [] if len(wider) > 1 or _places(one.region) else wider
        if wider:
            yield one.body, wider[0].body


def _served(body: str, tables: Parts) -> Served | None:
    words = tuple(body.split())
    size, end = _begins(words, tables.services), _ends(words, tables.ends)
    if size:
        told, region = tables.services[words[:size]], words[size:]
    elif end:
        told, region = tables.ends[words[-end:]], words[:-end]
    else:
        return None
    if region not in tables.regions:
        region = _firm(region, tables.loose)
    return Served(body, *told, region)


def _one_region(left: Key, right: Key, tables: Parts) -> bool:
    """Return whether one of two regions lies in the other: by its words, by the pack's regions, or by the gazetteer."""
    if not left or not right:
        return False
    return any(_lies_in(inner, outer, tables) for inner, outer in ((left, right), (right, left)))


def _lies_in(inner: Key, outer: Key, tables: Parts) -> bool:
    made_of = (outer, *tables.regions.get(outer, ()))
    if any(set(region) <= set(inner) for region in made_of):
        return True
    provinces = {place.name for region in made_of for place in _places(region) if place.kind == "province"}
    return any(not provinces.isdisjoint(place.within) for place in _places(inner) if place.kind != "city")


def _places(region: Key) -> tuple[Place, ...]:
    return gazetteer.load().find(" ".join(region))
