"""The verb: alignments become statements with origins, a conservative count, a status, and the reasons for them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from rujuk.lang.base import Packs
from rujuk.model.annotations import Document, Modality
from rujuk.model.statement import Alignment, Claim, Origin, OriginKind, Statement, Status
from rujuk.model.story import Reuse
from rujuk.outlets.base import Outlets
from rujuk.weigh.confirmation import confirming, only_credit, vague_headlines
from rujuk.weigh.dependence import SharedText
from rujuk.weigh.independence import Basis, Count, count
from rujuk.weigh.kinds import is_pronoun, person_or_body
from rujuk.weigh.likelihood import expected, report_model
from rujuk.weigh.lists import body_key, officials
from rujuk.weigh.nodes import DEPTH, Node, Trail
from rujuk.weigh.origins import NO_PACKS, Desk, outlet_node
from rujuk.weigh.reasons import say
from rujuk.weigh.reports import Reports, WeighConfig, leading_claim, open_reports
from rujuk.weigh.voices import tokens_of

FIRM: frozenset[Modality] = frozenset({"asserted", "denied", "planned"})
"""Modalities of which two independent reports make agreement; two guesses do not confirm each other."""


def weigh(
    alignments: Sequence[Alignment],
    documents: Sequence[Document],
    reuse: Sequence[Reuse],
    *,
    outlets: Outlets,
    packs: Packs = NO_PACKS,
    config: WeighConfig = WeighConfig(),
    chances: Mapping[tuple[str, str], float] = MappingProxyType({}),
) -> tuple[Statement, ...]:
    """Return a statement for each alignment of one story, sorted by id.

    `documents` holds at least every article that a claim stands in; earlier versions of others are no voices, but what was
    copied from or by them counts for the last version. Only claims of the leading claim's modality count:
    a denied, hedged, asked or planned claim never supports an asserted one. `packs` tell eyewitnesses from other persons, and
    bodies whose word is a measurement from others. `chances` are those that two articles, by their ids in string order, rest on one original;
    they are a sign of how likely reports depend, and decide nothing.
    """
    desk, reports = open_reports(alignments, documents, reuse, outlets, packs, config)
    return tuple(
        sorted((_statement(own, desk, chances) for own in reports), key=lambda statement: statement.id)
    )


def _statement(own: Reports, desk: Desk, chances: Mapping[tuple[str, str], float]) -> Statement:
    alignment = own.alignment
    vague = vague_headlines(alignment, own.support, desk)
    confirmed, lead, alike = _confirmed(own, vague, desk)
    independent = max(1, confirmed)
    likely, ties = expected(own.voices, tokens_of(own.shared), chances, report_model())
    return Statement(
        text=lead.text,
        lead=lead.id,
        status=_status(alignment, own.support, independent),
        claims=alignment.claims,
        disagreements=alignment.disagreements,
        origins=_origins(own.found, own.trails, own.shared, desk),
        independent=independent,
        why=_why(own, alike, vague, desk),
        expected=likely,
        dependences=ties,
    )


def _confirmed(own: Reports, vague: frozenset[str], desk: Desk) -> tuple[int, Claim, frozenset[str]]:
    """Return on how many origins the best confirmed claim stands, that claim, and the ids of those that confirm it and its own.

    The leading claim, where none stands on more; else whichever of the best would lead. To take the claim of most articles would let a
    further copy lower the count. No claim stands on more origins than all of them do, which is looked for first.
    """
    known: dict[frozenset[str], int] = {}
    most, best = 0, dict[Claim, frozenset[str]]()
    for claim, alike in confirming(own.alignment, own.lead, desk):
        if alike not in known:
            known[alike] = min(own.found.independent, _stands_on(own, alike, vague))
        if known[alike] > most:
            most, best = known[alike], {}
        if known[alike] == most:
            best[claim] = alike
        if claim == own.lead and most == own.found.independent:
            break
    lead = own.lead if own.lead in best else leading_claim([*best], desk)
    return most, lead, best[lead]


def _stands_on(own: Reports, alike: frozenset[str], vague: frozenset[str]) -> int:
    told = count([trail for trail in own.trails if trail.claim.id in alike], own.copies, own.lists)
    firm = [trail for trail in own.trails if trail.claim.id in alike - vague]
    if not firm or own.lead.modality not in FIRM:
        return 1
    return min(told.independent, count(firm, own.copies, own.lists).independent)


def _status(alignment: Alignment, support: Sequence[Claim], independent: int) -> Status:
    if any(not gap.develops for gap in alignment.disagreements):
        return "disputed"
    if alignment.disagreements:
        return "developing"
    if len({claim.article_id for claim in support}) == 1:
        return "single"
    return "agreed" if independent >= 2 else "relayed"


def _origins(
    found: Count, trails: Sequence[Trail], shared: Sequence[SharedText], desk: Desk
) -> tuple[Origin, ...]:
    """Return the origins with the articles that reach them; an article that states none goes where its report goes."""
    placed = {basis.key: set(basis.stated_by) for basis in found.bases}
    stated = set().union(*placed.values())
    for report in found.reports:
        home = min((basis for basis in found.bases if _serves(basis, report)), key=_by_support)
        placed[home.key] |= set(report) - stated
    origins = (
        _origin(basis, [trail for trail in trails if trail.claim.article_id in placed[basis.key]], desk)
        for basis in found.bases
    )
    stating = {basis.key for basis in found.bases if basis.stated_by}
    named = (
        origin if basis.key in stating else _by_original(origin, shared, desk)
        for basis, origin in zip(found.bases, origins, strict=True)
    )
    return tuple(sorted(named))


def _by_original(origin: Origin, shared: Sequence[SharedText], desk: Desk) -> Origin:
    """Return an origin that no claim states under the name of the original that its reports are known to carry."""
    articles = {*origin.article_ids}
    originals = [pair for pair in shared if pair.token == "same_original"]  # noqa: S105 - a reason's token
    names = {pair.origin for pair in originals if {pair.left, pair.right} <= articles}
    if len(names) != 1 or is_pronoun(min(names), desk.pack(origin.article_ids[0])):
        return origin
    name = names.pop()
    return replace(origin, name=name, kind=_kind_of(name, origin.article_ids, desk))


def _kind_of(name: str, articles: Sequence[str], desk: Desk) -> OriginKind:
    """Return what kind of origin a name is that no claim gives: of the outlets and agencies known, else as its articles speak of it."""
    known = desk.outlets.by_name(name)
    if known is not None:
        return outlet_node(known).kind
    kinds = {node.kind for article in articles for node in desk.heard[article] if node.name == name}
    return min(kinds, default=person_or_body(name, desk.documents[articles[0]]))


def _serves(basis: Basis, report: Sequence[str]) -> bool:
    return not {*basis.stated_by, *basis.perhaps_by}.isdisjoint(report)


def _by_support(basis: Basis) -> tuple[int, int, str]:
    return -len(basis.stated_by), -len(basis.perhaps_by), basis.key


def _origin(basis: Basis, trails: Sequence[Trail], desk: Desk) -> Origin:
    keys = {node.key for node in basis.nodes}
    chains: dict[str, str] = {}
    for article in sorted({trail.claim.article_id for trail in trails}):
        links = {
            node.key: node for trail in trails if trail.claim.article_id == article for node in trail.nodes
        }
        shown = (node for key, node in links.items() if key in keys or node.kind == "outlet")
        path = sorted(shown, key=lambda node: node.order)
        chains[article] = " < ".join((display_name(article, desk), *(node.name for node in path)))
    node = headline_node(basis, trails)
    told = basis.stated_by or node.key in {key for trail in trails for key in _told(trail)}
    return Origin(node.name, node.kind if told else "unknown", tuple(chains), tuple(chains.values()))


def _told(trail: Trail) -> set[str]:
    """Return the keys of what an article says a claim rests on, or of its owner where it says nothing."""
    return {node.key for node in trail.nodes} or {trail.owner.key}


def headline_node(basis: Basis, trails: Sequence[Trail]) -> Node:
    """Return the node that names an origin: a name before a description, the one most articles name, nearest to the event."""
    named = Counter(
        key
        for key, _ in {
            (node.key, trail.claim.article_id) for trail in trails for node in (trail.nodes or trail.possible)
        }
    )
    return min(basis.nodes, key=lambda node: (node.generic, -named[node.key], -DEPTH[node.kind], node.key))


def display_name(article_id: str, desk: Desk) -> str:
    """Return how messages call an article: its outlet, else the host or owner known of it, else its path."""
    article = desk.documents[article_id].article
    if article.outlet is not None:
        return article.outlet.name
    owner = desk.owners[article_id]
    return owner.name if owner.kind != "unknown" else article.path


def _why(own: Reports, alike: frozenset[str], vague: frozenset[str], desk: Desk) -> tuple[str, ...]:
    """Return the reasons for count and status: disagreements, origins, shared text and owners, and what did not count."""
    lines = [
        say("developing" if gap.develops else "disputed", element=gap.element)
        for gap in own.alignment.disagreements
    ]
    for basis in sorted(own.found.bases, key=_by_support):
        lines += _about(basis, own.trails, desk)
    lines += _about_hearers(own, alike)
    lines += [_about_text(pair, desk) for pair in own.shared]
    lines += _about_lists(own)
    lines += _about_owners(own.trails, desk)
    lines += _about_modality(own.alignment.claims, own.lead)
    lines += _about_words(alike, own.trails, desk)
    lines += _about_headlines(own.support, vague, desk)
    return tuple(dict.fromkeys(lines))


def _about_hearers(own: Reports, alike: frozenset[str]) -> list[str]:
    """Return who was heard by how many reports that share neither owner nor text and name nobody between: witnesses of the saying."""
    lines = []
    for basis in own.found.bases:
        speakers = {node.key for node in basis.nodes if node.kind in ("person", "witness")}
        heard = {
            trail.claim.article_id
            for trail in own.trails
            if trail.spoken and trail.claim.id in alike and speakers & {node.key for node in trail.nodes}
            and not any(DEPTH[node.kind] <= DEPTH["agency"] for node in trail.nodes)
        }  # fmt: skip
        groups = sum(not heard.isdisjoint(group) for group in own.found.reports)
        if groups > 1:
            name = headline_node(
                basis, [trail for trail in own.trails if trail.claim.article_id in heard]
            ).name
            lines.append(say("heard_by", articles=groups, origin=name))
    return lines


def _about(basis: Basis, trails: Sequence[Trail], desk: Desk) -> list[str]:
    touching = [trail for trail in trails if trail.claim.article_id in {*basis.stated_by, *basis.perhaps_by}]
    name = headline_node(basis, touching).name
    told = [trail for trail in touching if trail.own and not trail.nodes]
    lines = [say("own_reporting", outlet=display_name(trail.claim.article_id, desk)) for trail in told]
    naming = {*basis.stated_by, *_naming(basis, touching)}
    if naming and not told:
        token = "one_origin" if len(naming) == 1 else "shared_origin"
        lines.append(say(token, origin=name, articles=len(naming)))
    unknown = set()
    for trail in touching:
        article = trail.claim.article_id
        if article in basis.perhaps_by and trail.owner.kind == "unknown" and not trail.nodes:
            unknown.add(article)
        elif article in basis.perhaps_by and article not in naming:
            lines.append(_about_unsettled(trail, name, basis, desk))
    return lines + ([say("unstated_unknown", articles=len(unknown))] if unknown else [])


def _naming(basis: Basis, trails: Sequence[Trail]) -> set[str]:
    """Return the articles that name one of the nodes of an origin with the claim, though another may stand behind it."""
    keys = {node.key for node in basis.nodes}
    return {trail.claim.article_id for trail in trails if keys & {node.key for node in trail.nodes}}


def _about_unsettled(trail: Trail, name: str, basis: Basis, desk: Desk) -> str:
    """Return what is said of an article that does not settle where it has a claim from."""
    keys = {node.key for node in basis.nodes}
    outlet = display_name(trail.claim.article_id, desk)
    if trail.retold and not trail.nodes:
        return say("retold", outlet=outlet)
    if trail.nodes:
        relay = ", ".join(node.name for node in trail.nodes)
        return say("relay_explained", outlet=outlet, relay=relay, origin=name)
    cited = next((node.name for node in (*trail.elsewhere, *trail.heard) if node.key in keys), "")
    if trail.owner.key in keys:
        return say("unstated", outlet=outlet)
    if not cited and any(node.key in keys for node in trail.doers):
        return say("own_act", outlet=outlet, origin=name)
    if trail.afar and not cited:
        return say("afar", outlet=outlet, origin=name)
    return say("unstated_explained", outlet=outlet, origin=cited or name)


def _about_text(pair: SharedText, desk: Desk) -> str:
    names = {"left": display_name(pair.left, desk), "right": display_name(pair.right, desk)}
    return say(pair.token, origin=pair.origin, **names)


def _about_lists(own: Reports) -> list[str]:
    """Return which of the bodies that the claims name hand on one list."""
    named = {body_key(node) for trail in own.trails for node in officials(trail)}
    told = (pair for pair in own.lists if {pair.left, pair.right} <= named)
    return [say("one_list", left=pair.left_name, right=pair.right_name) for pair in told]


def _about_owners(trails: Sequence[Trail], desk: Desk) -> list[str]:
    of: dict[str, dict[str, str]] = {}
    for trail in trails:
        if trail.owner.kind != "unknown":
            article = trail.claim.article_id
            of.setdefault(trail.owner.key, {})[article] = display_name(article, desk)
    many = (sorted(set(articles.values())) for _, articles in sorted(of.items()) if len(articles) > 1)
    return [say("same_owner", outlets=", ".join(names)) for names in many if len(names) > 1]


def _about_words(alike: frozenset[str], trails: Sequence[Trail], desk: Desk) -> list[str]:
    """Return which articles tell it in words too unlike to confirm the leading claim, or only say who says it."""
    near = {trail.claim.article_id for trail in trails if trail.claim.id in alike}
    far = sorted({trail.claim.article_id for trail in trails} - near)
    telling = {trail.claim.article_id for trail in trails if not only_credit(trail.claim, desk)}
    return [
        say("unlike" if article in telling else "only_credit", outlet=display_name(article, desk))
        for article in far
    ]


def _about_headlines(support: Sequence[Claim], vague: frozenset[str], desk: Desk) -> list[str]:
    """Return which of several articles tell it in a headline alone that confirms nothing."""
    articles = {claim.article_id for claim in support}
    alone = sorted(articles - {claim.article_id for claim in support if claim.id not in vague})
    return [say("headline", outlet=display_name(article, desk)) for article in alone if len(articles) > 1]


def _about_modality(claims: Sequence[Claim], lead: Claim) -> list[str]:
    supporting = {claim.article_id for claim in claims if claim.modality == lead.modality}
    left: Mapping[str, int] = Counter(
        modality
        for _, modality in {(claim.article_id, claim.modality) for claim in claims}
        if modality != lead.modality
    )
    lines = [
        say("other_modality", articles=number, modality=modality, lead=lead.modality)
        for modality, number in sorted(left.items())
    ]
    if lead.modality not in FIRM and len(supporting) > 1:
        lines.append(say("only_hedged", modality=lead.modality))
    return lines
