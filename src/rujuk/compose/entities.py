"""Who and what a story names: the entities of its documents joined, with every form and the articles that use it."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.grouping import group_names
from rujuk.lang.name_keys import key_id, key_of
from rujuk.lang.spelling import Key
from rujuk.model.annotations import Document, Entity, Label
from rujuk.model.dossier import Alias, StoryEntity
from rujuk.model.text import Span

AGE = re.compile(r"\s?\((\d{1,2})(?:\s[^\W\d]+)?\)")
AGE_REACH = 16
"""Characters after a name in which an age in brackets stands."""
LONGEST_PERSON = 8
"""Words of a person's name that are looked at; longer ones are reading errors."""


@dataclass(slots=True)
class Node:
    """An entity of one or more documents with the same key: what it is called there, and where each form first stands.

    `members` are the ids of article and entity.
    """

    kind: Label
    key: Key
    entities: list[Entity] = field(default_factory=list)
    members: set[tuple[str, str]] = field(default_factory=set)
    uses: dict[str, dict[str, Span]] = field(default_factory=lambda: defaultdict(dict))
    ages: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """Return the name that most documents give, the longest and then the first in the alphabet of equals."""
        counted = Counter(entity.name for entity in self.entities)
        return min(counted, key=lambda name: (-counted[name], -len(name), name))


Parts = tuple[list[Node], Key]


def story_entities(documents: Sequence[Document], packs: Packs) -> tuple[StoryEntity, ...]:
    """Return the entities of the documents, those of most articles first; none where no document has a pack.

    Names of different texts are one where they have equal words, or by the rules of one text; but a short name that fits
    several fuller ones stays by itself. An acronym or nickname that one article explains is explained for all.
    """
    found = [_entity(parts, key) for parts, key in joined(documents, packs)]
    return tuple(
        sorted(found, key=lambda item: (-len(item.article_ids), item.kind, item.name.casefold(), item.id))
    )


def joined(documents: Sequence[Document], packs: Packs) -> list[Parts]:
    """Return the documents' entities put together: for each of the story's the nodes that make it, and its fullest key."""
    own = sorted(
        (document for document in documents if document.article.language in packs),
        key=lambda document: document.article.id,
    )
    if not own:
        return []
    nodes = _nodes(own, packs)
    labelled = [(node.kind, node.key) for node in nodes]
    names = [node.name for node in nodes]
    groups = group_names(names, labelled, packs[own[0].article.language], nearest=False)
    parts = [([nodes[member] for member in g.members], g.key) for g in groups]
    return _one_place(_explained(_by_context(parts)))


def _nodes(documents: Sequence[Document], packs: Packs) -> list[Node]:
    """Return the entities of all documents by key; a document's entity lends its forms to its key."""
    nodes: dict[tuple[Label, Key], Node] = {}
    for document in documents:
        pack = packs[document.article.language]
        by_id: dict[str, Node] = {}
        for entity in document.entities:
            key = _key(entity, pack)
            node = nodes.setdefault((entity.kind, key), Node(entity.kind, key))
            node.entities.append(entity)
            node.members.add((document.article.id, entity.id))
            by_id[entity.id] = node
        for mention in document.mentions:
            if mention.entity in by_id:
                node = by_id[mention.entity]
                for span in mention.forms:
                    node.uses[" ".join(span.text.split())].setdefault(document.article.id, span)
                node.ages.update(_age_after(mention.span, document))
    return [nodes[place] for place in sorted(nodes)]


def _age_after(span: Span, document: Document) -> tuple[str, ...]:
    """Return the age in brackets that stands right after a name, where one does."""
    found = AGE.match(document.article.part_text(span.part)[span.end : span.end + AGE_REACH])
    return (found[1],) if found else ()


def _key(entity: Entity, pack: LanguagePack) -> Key:
    return key_of(entity.name, entity.kind, pack)


def _by_context(groups: Sequence[Parts]) -> list[Parts]:
    """Join a person's single word to the one fuller name that shares its role, and initials to the one that shares the age.

    Only where the words alone do not decide: "Gubernur Wibisana" of two families, "AR (32)" of "Adi Rahmat (32)".
    """
    by_word: dict[str, set[int]] = defaultdict(set)
    by_initials: dict[str, set[int]] = defaultdict(set)
    for number, (parts, key) in enumerate(groups):
        if parts[0].kind == "PER" and 1 < len(key) <= LONGEST_PERSON:
            by_initials["".join(word[0] for word in key)].add(number)
            for word in key:
                by_word[word].add(number)
    target: dict[int, int] = {}
    for number, (parts, key) in enumerate(groups):
        if parts[0].kind != "PER" or len(key) != 1:
            continue
        fitting = {other for other in by_word[key[0]] if _roles(parts) & _roles(groups[other][0])}
        initials = all(form.isupper() for node in parts for form in node.uses)
        aged = {other for other in by_initials[key[0]] if initials and _ages(parts) & _ages(groups[other][0])}
        if len(fitting | aged) == 1:
            target[number] = min(fitting | aged)
    for number, other in target.items():
        groups[other][0].extend(groups[number][0])
    return [group for number, group in enumerate(groups) if number not in target]


def _roles(parts: Sequence[Node]) -> set[str]:
    return {role.casefold() for node in parts for entity in node.entities for role in entity.roles}


def _ages(parts: Sequence[Node]) -> set[str]:
    return {age for node in parts for age in node.ages}


def _explained(groups: Sequence[Parts]) -> list[Parts]:
    """Join a group to the one other of its kind in which an article explains its name ("Ateng", "BPW")."""
    claims: dict[tuple[Label, Key], set[int]] = defaultdict(set)
    for number, (parts, _) in enumerate(groups):
        for node in parts:
            for form in node.uses:
                claims[node.kind, tuple(form.casefold().split())].add(number)
    target: dict[int, int] = {}
    for number, (parts, key) in enumerate(groups):
        forms = {(node.kind, tuple(form.casefold().split())) for node in parts for form in node.uses}
        others = {other for form in forms for other in claims[form]} - {number}
        if len(others) == 1 and len(key) == 1:
            (other,) = others
            if len(groups[other][1]) > 1:
                target[number] = other
    for number, other in target.items():
        groups[other][0].extend(groups[number][0])
    return [group for number, group in enumerate(groups) if number not in target]


def _one_place(groups: Sequence[Parts]) -> list[Parts]:
    """Join the names of one country in several languages: those whose first candidate it is."""
    kept: list[Parts] = []
    countries: dict[str, Parts] = {}
    for parts, key in groups:
        first = next((e.places[0] for node in parts for e in node.entities if e.places), None)
        if first is not None and first.kind == "country":
            held = countries.setdefault(first.id, (parts, key))
            if held[0] is not parts:
                held[0].extend(parts)
                continue
        kept.append((parts, key))
    return kept


def _entity(parts: Sequence[Node], key: Key) -> StoryEntity:
    """Return one entity of a story; its name is the fullest node's, its places those most documents agree on."""
    head = next((node for node in parts if node.key == key), parts[0])
    uses: Mapping[str, dict[str, Span]] = defaultdict(dict)
    for node in parts:
        for form, spans in node.uses.items():
            uses[form].update({article: span for article, span in spans.items() if article not in uses[form]})
    aliases = tuple(Alias(form, tuple(uses[form][a] for a in sorted(uses[form]))) for form in sorted(uses))
    entities = [entity for node in parts for entity in node.entities]
    places = Counter(entity.places for entity in entities if entity.places)
    return StoryEntity(
        id=key_id(key, head.kind),
        kind=head.kind,
        name=_name(parts, head),
        aliases=aliases,
        roles=tuple(sorted({role for entity in entities for role in entity.roles})),
        places=min(places, key=lambda item: (-places[item], item), default=()),
    )


def _name(parts: Sequence[Node], head: Node) -> str:
    """Return the fullest name; of a person the one of two words or more that most documents use, not a rare longer one."""
    full = [node for node in parts if len(node.key) > 1]
    if head.kind != "PER" or not full:
        return head.name
    return max(full, key=lambda node: (len(node.entities), len(node.key), node.key)).name
