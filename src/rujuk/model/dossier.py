"""The dossier: one story's account with everything that bears it out, and the check that it does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rujuk.model.annotations import Attribution, Label, Place, Quotation
from rujuk.model.errors import ProvenanceError
from rujuk.model.graph import OriginGraph, origin_graph, outlet_name
from rujuk.model.statement import Statement, Toll
from rujuk.model.story import Reuse, Revision
from rujuk.model.text import PARTS, Article, OutletRef, Span, digest


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What a dossier says of one of its articles: everything but the text, whose hash it keeps.

    `cites` are the names of what the article says it rests on; `analysed` is False for a language without a pack. `revises`
    is the id of the version before it.
    """

    id: str
    path: str
    url: str | None
    outlet: OutletRef | None
    title: str
    byline: str | None
    published_at: str | None
    language: str
    text_sha256: str
    copies: int
    cites: tuple[str, ...]
    analysed: bool
    revises: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the card as JSON data."""
        return {
            "id": self.id,
            "path": self.path,
            "url": self.url,
            "outlet": self.outlet.to_dict() if self.outlet else None,
            "title": self.title,
            "byline": self.byline,
            "published_at": self.published_at,
            "language": self.language,
            "text_sha256": self.text_sha256,
            "copies": self.copies,
            "cites": [*self.cites],
            "analysed": self.analysed,
            "revises": self.revises,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "ArticleCard":
        """Return the card that `to_dict` wrote."""
        outlet = OutletRef.from_dict(data["outlet"]) if data["outlet"] else None
        return cls(**{**data, "outlet": outlet, "cites": tuple(data["cites"])})


@dataclass(frozen=True, slots=True)
class QuotationCard:
    """A quotation as a dossier shows it: the quotation itself, and the ids of the other articles' cards that carry it too.

    `same_as` holds the ids of quotation cards of other articles whose words are the same.
    """

    quotation: Quotation
    same_as: tuple[str, ...]

    @property
    def id(self) -> str:
        """Return the hash that names the quotation: of its article, part and offsets."""
        content = self.quotation.content
        whole = self.quotation.span
        return digest(
            "quotation",
            content.article_id,
            content.part,
            f"{content.start}-{content.end}",
            f"{whole.start}-{whole.end}",
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the card as JSON data; every span carries its quote and context."""
        quotation = self.quotation
        named = {"speaker": quotation.speaker, "role": quotation.role, "affiliation": quotation.affiliation}
        return {
            "id": self.id,
            "article": quotation.content.article_id,
            "part": quotation.content.part,
            "span": quotation.span.quote(),
            "content": quotation.content.quote(),
            "kind": quotation.kind,
            "cue": quotation.cue.quote() if quotation.cue else None,
            **{key: _attribution(value) if value else None for key, value in named.items()},
            "via": [*quotation.via],
            "said_when": quotation.said_when.quote() if quotation.said_when else None,
            "said_where": quotation.said_where.quote() if quotation.said_where else None,
            "same_as": [*self.same_as],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "QuotationCard":
        """Return the card that `to_dict` wrote; raises ProvenanceError where its id is not its content's."""
        where = {"article": data["article"], "part": data["part"]}
        span, content, cue, said_when, said_where = (
            Span.from_dict({**data[key], **where}) if data.get(key) else None
            for key in ("span", "content", "cue", "said_when", "said_where")
        )
        speaker, role, affiliation = (
            Attribution.from_dict(data[key], data["article"], data["part"]) if data[key] else None
            for key in ("speaker", "role", "affiliation")
        )
        if span is None or content is None:
            raise ProvenanceError(f"quotation {data['id']}: it has no span or no content")
        via = tuple(data["via"])
        quotation = Quotation(
            span, content, data["kind"], cue, speaker, role, affiliation, via, said_when, said_where
        )
        card = cls(quotation, tuple(data["same_as"]))
        if card.id != data["id"]:
            raise ProvenanceError(f"quotation {data['id']}: its offsets give the id {card.id}")
        return card


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {**attribution.span.quote(), "entity": attribution.entity, "name": attribution.name}


@dataclass(frozen=True, slots=True, order=True)
class Alias:
    """A form in which a story names somebody or something; `uses` hold where it first stands in each article that uses it."""

    text: str
    uses: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the form as JSON data; every use carries its quote and context."""
        return {"text": self.text, "uses": [span.to_dict() for span in self.uses]}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Alias":
        """Return the form that `to_dict` wrote."""
        return cls(data["text"], tuple(Span.from_dict(item) for item in data["uses"]))


@dataclass(frozen=True, slots=True)
class StoryEntity:
    """A person, body or place of a story: fullest name, every form with the articles that use it, roles, places it may be.

    `id` is that of the fullest name, as in the documents.
    """

    id: str
    kind: Label
    name: str
    aliases: tuple[Alias, ...]
    roles: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def article_ids(self) -> frozenset[str]:
        """Return the articles that name the entity."""
        return frozenset(span.article_id for alias in self.aliases for span in alias.uses)

    def to_dict(self) -> dict[str, Any]:
        """Return the entity as JSON data."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "aliases": [alias.to_dict() for alias in self.aliases],
            "roles": [*self.roles],
            "places": [place.to_dict() for place in self.places],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "StoryEntity":
        """Return the entity that `to_dict` wrote."""
        return cls(
            data["id"],
            data["kind"],
            data["name"],
            tuple(Alias.from_dict(item) for item in data["aliases"]),
            tuple(data["roles"]),
            tuple(Place.from_dict(item) for item in data["places"]),
        )


@dataclass(frozen=True, slots=True, order=True)
class TimelineEntry:
    """A dated point of the story: ISO 8601 interval, its granularity, and the statement it dates.

    `expression` is where the time stands in the text; `claim_id` the claim it belongs to.
    """

    start_at: str
    end_at: str
    granularity: str
    statement_id: str
    claim_id: str
    expression: Span

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as JSON data."""
        return {
            "start_at": self.start_at,
            "end_at": self.end_at,
            "granularity": self.granularity,
            "statement": self.statement_id,
            "claim": self.claim_id,
            "expression": self.expression.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "TimelineEntry":
        """Return the entry that `to_dict` wrote."""
        expression = Span.from_dict(data["expression"])
        return cls(
            data["start_at"],
            data["end_at"],
            data["granularity"],
            data["statement"],
            data["claim"],
            expression,
        )


@dataclass(frozen=True, slots=True)
class Dossier:
    """One story's account: articles, statements in reading order, quotations, timeline, summary, reuse, who and what is named,
    how reports were revised, and how it was made.

    `summary` holds ids of statements, the account in short. `manifest` holds versions, hashes of encoder and packs,
    configuration and inputs. `topic` is equal for stories of one subject, "" where none was looked for. `tolls` are how many were killed and injured, as
    the reports tell. JSON round trip is identity.
    """

    id: str
    title: str
    articles: tuple[ArticleCard, ...]
    statements: tuple[Statement, ...]
    quotations: tuple[QuotationCard, ...]
    timeline: tuple[TimelineEntry, ...]
    summary: tuple[str, ...]
    reuse: tuple[Reuse, ...]
    manifest: Mapping[str, Any]
    entities: tuple[StoryEntity, ...] = ()
    revisions: tuple[Revision, ...] = ()
    topic: str = ""
    tolls: tuple[Toll, ...] = ()

    @property
    def reports(self) -> tuple[ArticleCard, ...]:
        """Return the cards of the articles that count as reports: all but the earlier versions of others."""
        earlier = {card.revises for card in self.articles}
        return tuple(card for card in self.articles if card.id not in earlier)

    @property
    def origin_graph(self) -> OriginGraph:
        """Return who stands behind which outlet, who copied whom, and what is an outlet's own."""
        names = {card.id: outlet_name(card.outlet, card.path) for card in self.articles}
        return origin_graph(self.statements, self.reuse, names)

    def to_dict(self) -> dict[str, Any]:
        """Return the dossier as JSON data; `origin_graph` is computed from the rest of it."""
        return {
            "id": self.id,
            "title": self.title,
            "topic": self.topic,
            "articles": [card.to_dict() for card in self.articles],
            "statements": [statement.to_dict() for statement in self.statements],
            "quotations": [card.to_dict() for card in self.quotations],
            "timeline": [entry.to_dict() for entry in self.timeline],
            "tolls": [toll.to_dict() for toll in self.tolls],
            "summary": [*self.summary],
            "reuse": [edge.to_dict() for edge in self.reuse],
            "origin_graph": self.origin_graph.to_dict(),
            "entities": [entity.to_dict() for entity in self.entities],
            "revisions": [revision.to_dict() for revision in self.revisions],
            "manifest": dict(self.manifest),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Dossier":
        """Return the dossier that `to_dict` wrote; raises ProvenanceError where a part contradicts itself."""
        return cls(
            id=data["id"],
            title=data["title"],
            articles=tuple(ArticleCard.from_dict(item) for item in data["articles"]),
            statements=tuple(Statement.from_dict(item) for item in data["statements"]),
            quotations=tuple(QuotationCard.from_dict(item) for item in data["quotations"]),
            timeline=tuple(TimelineEntry.from_dict(item) for item in data["timeline"]),
            summary=tuple(data["summary"]),
            reuse=tuple(Reuse.from_dict(item) for item in data["reuse"]),
            entities=tuple(StoryEntity.from_dict(item) for item in data["entities"]),
            manifest=data["manifest"],
            revisions=tuple(Revision.from_dict(item) for item in data.get("revisions", ())),
            topic=data.get("topic", ""),
            tolls=tuple(Toll.from_dict(item) for item in data.get("tolls", ())),
        )

    def spans(self) -> Iterator[Span]:
        """Yield every span the dossier rests on, in the order of the page."""
        for statement in self.statements:
            for claim in statement.claims:
                yield from (*claim.spans, claim.sentence)
        for card in self.quotations:
            quotation = card.quotation
            named = (quotation.speaker, quotation.role, quotation.affiliation)
            yield from (quotation.span, quotation.content)
            yield from (span for span in (quotation.cue, quotation.said_when, quotation.said_where) if span)
            yield from (item.span for item in named if item)
        yield from (entry.expression for entry in self.timeline)
        yield from (span for toll in self.tolls for report in toll.reports for span in report.spans)
        for edge in self.reuse:
            for left, right in edge.spans:
                yield from (left, right)
        for entity in self.entities:
            for alias in entity.aliases:
                yield from alias.uses
        for revision in self.revisions:
            yield from (*revision.gone, *revision.new)


def verify(dossier: Dossier, articles: Sequence[Article]) -> tuple[str, ...]:
    """Return a line for every promise the dossier breaks, none if it is borne out by the articles' own text.

    Every quote is read again, with 16 characters on each side; every text must be the one that was analysed; summary and
    timeline may only name statements and claims that are there.
    """
    by_id = {article.id: article for article in articles}
    return (*_article_faults(dossier, by_id), *_span_faults(dossier, by_id), *_reference_faults(dossier))


def _article_faults(dossier: Dossier, by_id: Mapping[str, Article]) -> Iterator[str]:
    for card in dossier.articles:
        article = by_id.get(card.id)
        if article is None:
            yield f"dossier {dossier.id}: article {card.id} ({card.path}) is not among the articles"
        elif article.text_sha256 != card.text_sha256:
            yield f"dossier {dossier.id}: the text of article {card.id} ({card.path}) is not the one analysed"
        else:
            yield from (f"dossier {dossier.id}: {fault}" for fault in unsourced(article))


def unsourced(article: Article) -> Iterator[str]:
    """Yield a line for each place of an article where a character stands in none of its captures, or in two.

    The line ends by which an article's lines are joined are nobody's.
    """
    for part in PARTS:
        given = sorted(
            (start, end) for item in article.givers for name, start, end in item.stretches if name == part
        )
        text, at = article.part_text(part), 0
        for start, end in [*given, (len(text), len(text))]:
            if start < at or end > len(text) or text[at:start].strip("\n"):
                yield f"{part} [{at}, {start}) of article {article.id} ({article.path}) is not of one capture"
            at = end


def _span_faults(dossier: Dossier, by_id: Mapping[str, Article]) -> Iterator[str]:
    cards = {card.id for card in dossier.articles}
    for span in dossier.spans():
        article = by_id.get(span.article_id)
        if span.article_id not in cards:
            yield f"dossier {dossier.id}: a span names article {span.article_id}, which is not in the dossier"
        elif article is not None and not article.holds(span):
            where = f"{span.part} [{span.start}, {span.end}) of article {span.article_id} ({article.path})"
            yield f"dossier {dossier.id}: {where} does not read {span.text!r}"


def _reference_faults(dossier: Dossier) -> Iterator[str]:
    claims = {statement.id: {claim.id for claim in statement.claims} for statement in dossier.statements}
    for statement_id in dossier.summary:
        if statement_id not in claims:
            yield f"dossier {dossier.id}: the summary names statement {statement_id}, which is not there"
    for entity in dossier.entities:
        for alias in entity.aliases:
            if any(" ".join(span.text.split()) != alias.text for span in alias.uses):
                yield f"dossier {dossier.id}: entity {entity.id} is not called {alias.text!r} where it says"
    for entry in dossier.timeline:
        if entry.claim_id not in claims.get(entry.statement_id, set()):
            yield f"dossier {dossier.id}: the timeline names claim {entry.claim_id}, which is not there"
