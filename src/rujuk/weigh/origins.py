"""What one claim rests on: the outlets, agencies, persons, bodies and documents between it and the event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from urllib.parse import urlsplit

from rujuk.lang.base import LanguagePack, Packs
from rujuk.model.annotations import Citation, Document, Quotation
from rujuk.model.statement import Claim, OriginKind
from rujuk.model.text import Article
from rujuk.outlets.base import Outlet, Outlets
from rujuk.weigh.actors import doers
from rujuk.weigh.afar import is_afar
from rujuk.weigh.called import (
    apposed,
    bodies_of,
    body_of,
    full_names,
    of_posts,
    offices_of,
    other_names,
    own_packs,
    roles,
    written_names,
)
from rujuk.weigh.kinds import body_kind, is_pronoun, person_or_body, retells, speaker_kind
from rujuk.weigh.names import fold, one_name_each
from rujuk.weigh.nodes import DEPTH, UNKNOWN, Node, Trail
from rujuk.weigh.present import is_named, outlets_of

NO_PACKS: Packs = MappingProxyType({})
"""Without the words of a language nobody is known for an eyewitness, and no body's word for a measurement."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything about the articles of one story that tracing a claim needs, read off once."""

    documents: Mapping[str, Document]
    owners: Mapping[str, Node]
    cited: Mapping[str, tuple[tuple[Citation, Node], ...]]
    heard: Mapping[str, tuple[Node, ...]]
    names: Mapping[str, str]
    spelling: Mapping[str, str]
    bodies: Mapping[str, str]
    outlets: Outlets
    present: tuple[Outlet, ...]
    packs: Packs
    afar: frozenset[str] = frozenset()

    def pack(self, article_id: str) -> LanguagePack | None:
        """Return the pack of an article's language, None where there is none."""
        return self.packs.get(self.documents[article_id].article.language)


def open_desk(
    documents: Sequence[Document], speakers: Iterable[str], outlets: Outlets, packs: Packs = NO_PACKS
) -> Desk:
    """Return the desk for the documents of one story; `speakers` are the names that its claims give theirs."""
    by_id = {document.article.id: document for document in documents}
    written = written_names(documents, speakers, outlets)
    own = own_packs(documents, packs)
    full = other_names(documents, written) | full_names(written, own)
    beside = apposed(documents, own)
    written |= {fold(person): person for person in beside}
    bodies = bodies_of({*written.values(), *full.values(), *roles(documents)}, own)
    bodies |= of_posts(documents, bodies)
    bodies |= {fold(person): bodies[fold(office)] for person, office in sorted(beside.items())}
    spelling = written | {fold(name): name for name in full.values()}
    alike = one_name_each(spelling)
    names = {key: alike[fold(full.get(key, key))] for key in spelling}
    owners = {key: owner_of(document.article, outlets) for key, document in by_id.items()}
    present = outlets_of((document.article for document in documents), outlets)
    draft = Desk(by_id, owners, {}, {}, names, spelling, bodies, outlets, present, packs)
    cited = {key: tuple(_cited(document, draft)) for key, document in by_id.items()}
    heard = {key: _heard(document, draft) for key, document in by_id.items()}
    reports = ((key, own_outlet(key, draft), draft.pack(key)) for key in by_id)
    afar = frozenset(key for key, outlet, pack in reports if is_afar(by_id[key], outlet, pack))
    return replace(draft, cited=cited, heard=heard, afar=afar)


def cited_origins(document: Document, outlets: Outlets) -> tuple[str, ...]:
    """Return the names of all that one article says it rests on, sorted: cited outlets, documents, bodies, and speakers.

    A speaker of a body is "body (speaker)"; a document whose reach is somebody's words is that speaker's. The article's own
    outlet is none of them, an outlet of the same owner is; and neither is a speaker whom it only describes ("warga", "laporan itu").
    """
    desk = open_desk([document], (), outlets)
    owner = desk.owners[document.article.id]
    spoken = [(item, item.speaker) for item in document.quotations if item.speaker is not None]
    found = {
        node.key: node.name
        for citation, node in desk.cited[document.article.id]
        if (node.key != owner.key or citation.outlet_id)
        and not (
            citation.kind == "document" and any(citation.reach.overlaps(item.span) for item, _ in spoken)
        )
    }
    for quotation, named in spoken:
        speaker = resolve(named.name, person_or_body(named.name, document), desk)
        body = next(iter(_bodies(quotation, desk)), None)
        if speaker is not None and body is not None and body.key != speaker.key:
            found.pop(speaker.key, None)
            found[body.key] = f"{body.name} ({speaker.name})"
        elif (
            speaker is not None
            and named.entity is not None
            and not speaker.generic
            and not any(speaker.name in name for name in found.values())
        ):
            found[speaker.key] = speaker.name
    return tuple(sorted(set(found.values())))


def owner_of(article: Article, outlets: Outlets) -> Node:
    """Return the owner group that stands behind an article: of its outlet, else the outlet's name, else its host."""
    if article.outlet is not None:
        known = outlets.get(article.outlet.id) if article.outlet.id else outlets.by_name(article.outlet.name)
        if known is not None:
            return outlet_node(known)
        name = fold(article.outlet.name)
        if name:
            return Node(f"outlet:{name}", article.outlet.name, "outlet")
    host = _host(article.canonical_url or "")
    owner = outlets.by_domain(host)
    if owner is not None:
        return outlet_node(owner)
    return Node(f"outlet:{host}", host, "outlet") if host else Node(UNKNOWN, UNKNOWN, "unknown")


def _host(url: str) -> str:
    """Return the host of a URL without "www.", or "" where it cannot be read."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def outlet_node(outlet: Outlet) -> Node:
    """Return the node of an outlet or agency; outlets of one owner share its key."""
    wire = outlet.kind == "wire"
    return Node(f"outlet:{outlet.group or outlet.id}", outlet.name, "agency" if wire else "outlet")


def _cited(document: Document, desk: Desk) -> Iterable[tuple[Citation, Node]]:
    for citation in document.citations:
        kind: OriginKind = citation.kind
        if kind == "body":
            kind = body_kind(citation.name, desk.pack(document.article.id))
        node = resolve(citation.name, kind, desk, citation.outlet_id)
        if node is not None:
            yield citation, node


def _heard(document: Document, desk: Desk) -> tuple[Node, ...]:
    """Return the named persons and bodies whose words an article gives, sorted."""
    found: dict[str, Node] = {}
    for quotation in document.quotations:
        pack = desk.pack(document.article.id)
        if quotation.speaker is not None and not is_pronoun(quotation.speaker.name, pack):
            name = quotation.speaker.name
            kind = speaker_kind(name, [quotation], document, pack)
            speaker = resolve(name, kind, desk)
            own = (_of_office(speaker, [quotation], desk),) if speaker is not None else ()
            bodies = () if kind == "witness" else _bodies(quotation, desk)
            for node in (*own, *bodies):
                if node.key.startswith("name:") and not node.generic:
                    found[node.key] = node
    return tuple(found[key] for key in sorted(found))


def resolve(name: str, kind: OriginKind, desk: Desk, outlet_id: str = "") -> Node | None:
    """Return the node that a name stands for: an outlet of the pack, else a name by itself; None for an empty name."""
    known = (desk.outlets.get(outlet_id) if outlet_id else None) or desk.outlets.by_name(name)
    if known is not None:
        return outlet_node(known)
    key = fold(name)
    if not key:
        return None
    if kind in ("outlet", "agency"):
        if key not in desk.names:
            return Node(f"outlet:{key}", name, kind)
        kind = "body"
    full = desk.names.get(key, key)
    return Node(
        f"name:{full}", desk.spelling.get(full, name), kind, desk.bodies.get(full, desk.bodies.get(key, ""))
    )


def trace(claim: Claim, desk: Desk) -> Trail:
    """Return how a claim is sourced: speaker and affiliation, `via`, and the citations whose reach covers it."""
    owner = desk.owners[claim.article_id]
    cited = desk.cited[claim.article_id]
    named = [*_spoken(claim, desk)]
    named += [node for name in claim.via if (node := resolve(name, "outlet", desk))]
    named += [node for citation, node in cited if _covers(citation, claim)]
    colleagues = _colleagues(claim, desk)
    own = any(node.key == owner.key for node in (*named, *colleagues)) or _names_itself(claim, desk)
    others = [node for node in colleagues if node.key != owner.key]
    seen = any(not _credited(node, claim, cited) for node in others)
    relayed = [node for node in named if node.key != owner.key] or others
    nodes = sorted(
        {node.key: node for node in sorted(relayed, key=_preferred)}.values(), key=lambda node: node.order
    )
    elsewhere = {
        node.key: node for _, node in cited if node.kind in ("agency", "outlet") and node.key != owner.key
    }
    agencies = tuple(elsewhere[key] for key in sorted(elsewhere))
    heard = desk.heard[claim.article_id]
    spoken, retold = claim.speaker is not None, retells(claim.sentence.text, desk.pack(claim.article_id))
    done = tuple(_doers(claim, desk))
    afar = claim.article_id in desk.afar
    return Trail(claim, owner, tuple(nodes), agencies, own, heard, spoken, seen, retold, done, afar)


def _doers(claim: Claim, desk: Desk) -> Iterable[Node]:
    """Yield those whose act a claim tells, outlets left out: what one of these does, the others see."""
    document = desk.documents[claim.article_id]
    for name in doers(claim, document, desk.pack(claim.article_id)):
        node = resolve(name, person_or_body(name, document), desk)
        if node is not None and node.key.startswith("name:"):
            yield node


def _names_itself(claim: Claim, desk: Desk) -> bool:
    """Return whether a sentence of the body names the article's own outlet, and not as the mark before its first words."""
    known = own_outlet(claim.article_id, desk)
    return known is not None and claim.part == "body" and is_named(known, claim.sentence.text)


def own_outlet(article_id: str, desk: Desk) -> Outlet | None:
    """Return the known outlet that printed an article, None where it is not known."""
    outlet = desk.documents[article_id].article.outlet
    return desk.outlets.get(outlet.id) if outlet is not None and outlet.id else None


def _colleagues(claim: Claim, desk: Desk) -> list[Node]:
    """Return the outlets with reports of the story that a sentence names: "Pantauan Warta Nusa di lokasi, …" is theirs, whoever prints it."""
    own = desk.documents[claim.article_id].article.outlet
    named = (outlet for outlet in desk.present if own is None or outlet.id != own.id)
    return [outlet_node(outlet) for outlet in named if is_named(outlet, claim.sentence.text)]


def _credited(node: Node, claim: Claim, cited: Iterable[tuple[Citation, Node]]) -> bool:
    """Return whether a sentence names an outlet in the words of a credit ("dikutip dari Warta Nusa"): that outlet may have it from others."""
    return any(other.key == node.key and cite.span.overlaps(claim.sentence) for cite, other in cited)


def _preferred(node: Node) -> tuple[int, str, str]:
    """Return the sort key by which the deepest kind of one key comes last, and so is kept."""
    return DEPTH[node.kind], node.kind, node.name


def _covers(citation: Citation, claim: Claim) -> bool:
    reaches = citation.reach.contains(claim.sentence) or any(
        citation.reach.overlaps(span) for span in claim.spans
    )
    whole_body = citation.reach.part == "body" and claim.part == "title" and citation.reach.start == 0
    return reaches or whole_body


def _spoken(claim: Claim, desk: Desk) -> Iterable[Node]:
    """Yield whoever says the claim: its speaker, and role and affiliation that its quotation gives the speaker.

    Eyewitnesses speak for nobody: what their quotation names is where they live.
    """
    if claim.speaker is None or is_pronoun(claim.speaker, desk.pack(claim.article_id)):
        return
    document = desk.documents[claim.article_id]
    own = [quotation for quotation in document.quotations if _is_quote_of(quotation, claim)]
    same = [item for item in document.quotations if item.speaker and item.speaker.name == claim.speaker]
    kind = speaker_kind(claim.speaker, same, document, desk.pack(claim.article_id))
    speaker = resolve(claim.speaker, kind, desk)
    if speaker is None:
        return
    yield _of_office(speaker, same, desk)
    if kind != "witness":
        for quotation in own:
            yield from _bodies(quotation, desk)


def _of_office(speaker: Node, quotations: Sequence[Quotation], desk: Desk) -> Node:
    """Return a speaker as one of the body whose office the role in one of these quotations is ("Kapolres Sembada")."""
    if speaker.kind == "witness":
        return speaker
    body = body_of((office for item in quotations for office in offices_of(item)), desk.bodies)
    return speaker if body is None else replace(speaker, body=body)


def _is_quote_of(quotation: Quotation, claim: Claim) -> bool:
    if quotation.speaker is None or claim.speaker is None:
        return False
    same = fold(quotation.speaker.name) == fold(claim.speaker)
    return same and any(quotation.span.overlaps(span) for span in claim.spans)


def _is_seat(quotation: Quotation, desk: Desk) -> bool:
    """Return whether a speaker's affiliation is but the place of an office that tells its body."""
    document, named = desk.documents[quotation.span.article_id], quotation.affiliation
    known = document.entity(named.entity) if named is not None and named.entity else None
    told = body_of(offices_of(quotation)[:1], desk.bodies)
    return known is not None and known.kind == "LOC" and told is not None


def _bodies(quotation: Quotation, desk: Desk) -> Iterable[Node]:
    """Yield the body that a quotation's affiliation names, or that its role names where another report quotes it.

    The place of an office that tells its body ("Kapolda" of "Sembada") is no body beside it.
    """
    if quotation.affiliation is not None and _is_seat(quotation, desk):
        return
    if quotation.affiliation is not None:
        body = resolve(quotation.affiliation.name, "body", desk)
        if body is not None:
            yield body
    elif quotation.role is not None:
        words = fold(quotation.role.span.text).split()
        for size in (3, 2, 1):
            pieces = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
            known = next((piece for piece in pieces if piece in desk.names), None)
            if known is not None:
                full = desk.names[known]
                yield Node(f"name:{full}", desk.spelling[full], "body", desk.bodies.get(full, ""))
                return
