"""Who the names of an article stand for: mentions of one person, body or place joined into an entity.

Equal normalised names give equal ids in every document; a shorter form, another spelling or a misspelt name joins the
fuller one of its own document only ("Adiputra" -> "Rukmana Adiputra"), an alias of the pack its fullest name everywhere.
"""

from collections.abc import Mapping, Sequence

from rujuk.annotate.definitions import definitions
from rujuk.annotate.name_reader import Name
from rujuk.lang.base import LanguagePack
from rujuk.lang.grouping import Group, group_names
from rujuk.lang.name_keys import canonical, key_id, key_of, normalise
from rujuk.lang.spelling import Key
from rujuk.model.annotations import Entity, Mention
from rujuk.model.text import Article


def join_names(
    article: Article, names: Sequence[Name], pack: LanguagePack
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return the mentions, sorted by part and offset, and the entities they name, sorted by id."""
    fuller = _fuller(definitions(article, names, pack), names)
    names = [name._replace(label=fuller[name.text].label) if name.text in fuller else name for name in names]
    keys = _keys([fuller.get(name.text, name) for name in names], pack)
    mentions: list[Mention] = []
    entities: dict[str, Entity] = {}
    labelled = [(name.label, key) for name, key in zip(names, keys, strict=True)]
    for group in group_names([name.text for name in names], labelled, pack, nearest=True):
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
