"""Standoff annotation: everything is a span of an article's part plus what was read there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from rujuk.model.casualty import Casualty
from rujuk.model.text import Article, Span

Label = Literal["PER", "ORG", "LOC"]
MentionLabel = Literal["PER", "ORG", "LOC", "GPE"]
Convention = Literal["acts_apart", "places"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Modality = Literal["asserted", "hedged", "denied", "asked", "planned"]
Granularity = Literal[
    "year", "quarter", "month", "week", "day", "part", "hour", "minute", "second", "duration", "vague"
]
Bound = Literal["exact", "about", "at_least", "at_most", "range"]
CitationKind = Literal["agency", "outlet", "document", "body", "person"]
PlaceKind = Literal["country", "province", "regency", "town", "city"]
ReferenceKind = Literal["pronoun", "possessive", "own_side", "definite"]
Depth = Literal["lead", "full"]
STRENGTH: tuple[Modality, ...] = ("denied", "asked", "hedged", "planned", "asserted")
"""Which modality wins where several cues govern one clause: the one that least lets it pass as asserted."""
NEGATION = "negation"
"""Rule of a plain negation: the clause asserts that something is not so, which is no denial of somebody's claim."""


def at(span: Span) -> dict[str, Any]:
    """Return the offsets of a span as JSON data."""
    return {"start": span.start, "end": span.end}


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A name where it stands: PER, ORG, LOC or GPE, and the id of the document's entity it names.

    GPE is a place that acts or says whose something is ("Rusia menolak", "tentara Rusia"); its entity is a place. LOC is a
    place, also a body's house ("dirawat di RS Sembada"), whose entity is the body. `pieces` are the bare names where the
    mention holds more than one name: with its short form ("Badan Pangan Sembada (BPS)"), or behind its common noun
    ("kota Sembada"); else none.
    """

    span: Span
    label: MentionLabel
    entity: str
    pieces: tuple[Span, ...] = ()

    @property
    def kind(self) -> Label:
        """Return PER, ORG or LOC, whether a place acts or not."""
        return "LOC" if self.label == "GPE" else self.label

    @property
    def forms(self) -> tuple[Span, ...]:
        """Return the bare names that stand here: one, or a name and its short form."""
        return self.pieces or (self.span,)

    def to_dict(self) -> dict[str, Any]:
        """Return the mention as JSON data."""
        pieces = [[piece.start, piece.end] for piece in self.pieces]
        return {**at(self.span), "label": self.label, "entity": self.entity, "pieces": pieces}


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place of the gazetteer: its id there, name, kind, ISO 3166 code of its country, and what it lies in, nearest first.

    Regencies and towns are Indonesia's (`kabupaten`, `kota`), with the ministry's code after "ID."; cities of the world
    have their GeoNames id after "geonames:", countries their ISO code.
    """

    id: str
    name: str
    kind: PlaceKind
    country: str
    within: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the place as JSON data."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "country": self.country,
            "within": [*self.within],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Place":
        """Return the place that `to_dict` wrote."""
        return cls(data["id"], data["name"], data["kind"], data["country"], tuple(data["within"]))


@dataclass(frozen=True, slots=True, order=True)
class Entity:
    """Who or what several mentions of one document name: fullest name, every form used, and titles or roles seen.

    `places` are what the gazetteer has under a place's name, most likely first; none for persons and bodies. `id` is a hash of kind and normalised name, so that the same name has the same id in every document.
    """

    id: str
    kind: Label
    name: str
    aliases: tuple[str, ...]
    roles: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the entity as JSON data."""
        return {
            "id": self.id,
            "kind": self.kind,
            "name": self.name,
            "aliases": [*self.aliases],
            "roles": [*self.roles],
            "places": [place.to_dict() for place in self.places],
        }


@dataclass(frozen=True, slots=True, order=True)
class TimeValue:
    """A temporal expression: an ISO 8601 interval [start_at, end_at] with its granularity, what anchored it, the rule.

    `start_at` and `end_at` are inclusive days or moments without zone ("2026-03-03", "2026-03-03T14:20"), empty for
    durations and vague references. `timex_type` and `timex` follow TIMEX3 (DATE, TIME, DURATION, SET). `flags` holds
    tokens such as "weekday_mismatch".
    """

    span: Span
    start_at: str
    end_at: str
    granularity: Granularity
    anchor: str
    rule: str
    timex_type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str
    zone: str = ""
    flags: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the expression as JSON data; `value` is the interval, or the TIMEX3 value where there is none."""
        interval = self.start_at if self.start_at == self.end_at else f"{self.start_at}/{self.end_at}"
        return {
            **at(self.span),
            "value": interval if self.start_at else self.timex,
            "timex": {"type": self.timex_type, "value": self.timex},
            "granularity": self.granularity,
            "anchor": self.anchor,
            "rule": self.rule,
            "flags": [*self.flags],
        }


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """A number in the text: value (and high end of a range), unit, what is counted, and how exactly it is meant.

    `unit` is a symbol ("IDR", "%", "km", "kg", "magnitude") or "" for plain counts; `counted` is the counted noun phrase,
    lower-cased, head first ("drone peledak", "orang tewas"), or "".
    """

    span: Span
    value: int | float
    high: int | float | None
    unit: str
    counted: str
    bound: Bound
    rule: str

    @property
    def approximate(self) -> bool:
        """Return whether the text says that the number is not meant exactly."""
        return self.bound != "exact"

    def to_dict(self) -> dict[str, Any]:
        """Return the quantity as JSON data."""
        return {
            **at(self.span),
            "value": self.value,
            "high": self.high,
            "unit": self.unit,
            "counted": self.counted,
            "approximate": self.approximate,
            "bound": self.bound,
            "rule": self.rule,
        }


@dataclass(frozen=True, slots=True, order=True)
class Attribution:
    """Where a speaker, role or affiliation is named, and the id and full name of the entity it stands for, if known."""

    span: Span
    entity: str | None
    name: str

    def to_dict(self) -> dict[str, Any]:
        """Return the attribution as JSON data."""
        return {**at(self.span), "text": self.span.text, "entity": self.entity, "name": self.name}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], article_id: str, part: str) -> "Attribution":
        """Return the attribution that `to_dict` wrote inside a dossier, with its context."""
        span = Span.from_dict({**data, "article": article_id, "part": part})
        return cls(span, data["entity"], data["name"])


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Words given as somebody's: the whole construction, the content alone, the cue, and who said it, by whose account.

    `span` covers content, cue and speaker; `content` the quoted or reported words without the quotation marks. `via`
    holds the agencies, outlets or documents that the words were taken from; `said_when` and `said_where` are the time and
    the place that the article gives for the saying ("saat ditemui di Istana, Selasa"), `said_when` one of its `times`.
    """

    span: Span
    content: Span
    kind: QuotationKind
    cue: Span | None
    speaker: Attribution | None
    role: Attribution | None
    affiliation: Attribution | None
    via: tuple[str, ...]
    said_when: Span | None = None
    said_where: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the quotation as JSON data, offsets only."""
        return {
            **at(self.span),
            "content": [self.content.start, self.content.end],
            "kind": self.kind,
            "cue": [self.cue.start, self.cue.end] if self.cue else None,
            "speaker": self.speaker.to_dict() if self.speaker else None,
            "role": self.role.to_dict() if self.role else None,
            "affiliation": self.affiliation.to_dict() if self.affiliation else None,
            "via": [*self.via],
            "said_when": [self.said_when.start, self.said_when.end] if self.said_when else None,
            "said_where": [self.said_where.start, self.said_where.end] if self.said_where else None,
        }


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A place where the text says what it rests on: the characters, the name, its outlet id if known, and its reach.

    `reach` is the stretch of text that the citation covers: a sentence, a paragraph, or the whole body.
    """

    span: Span
    name: str
    outlet_id: str
    kind: CitationKind
    reach: Span

    def to_dict(self) -> dict[str, Any]:
        """Return the citation as JSON data."""
        reach = [self.reach.start, self.reach.end]
        return {
            **at(self.span),
            "name": self.name,
            "outlet": self.outlet_id or None,
            "kind": self.kind,
            "reach": reach,
        }


@dataclass(frozen=True, slots=True, order=True)
class ModalCue:
    """A word or phrase that makes what it governs hedged, denied, asked or planned; `reach` is what it governs."""

    span: Span
    modality: Modality
    reach: Span
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """Return the cue as JSON data."""
        reach = [self.reach.start, self.reach.end]
        return {**at(self.span), "modality": self.modality, "reach": reach, "rule": self.rule}

    @property
    def onward(self) -> bool:
        """Return whether the cue governs what follows it and not itself: a verb whose object is what it changes."""
        return self.reach.start >= self.span.end

    def governs(self, clause: Sequence[Span]) -> bool:
        """Return whether a clause, given in its pieces, is what the cue changes, and not only holds words that it changes.

        It is where the cue reaches from its beginning on or over half of it; a denial, or a verb's object, wherever it
        stands in it. "Polisi menahan pria yang diduga mencuri" states that a man is held.
        """
        shared = sum(self.reach.shared(piece) for piece in clause)
        if not shared:
            return False
        anywhere = self.modality == "denied" or self.onward or self.reach.start <= clause[0].start
        return anywhere or 2 * shared >= sum(len(piece.text) for piece in clause)

    def negates(self, clause: Span) -> bool:
        """Return whether this is a plain negation that stands in a clause."""
        return self.rule == NEGATION and clause.contains(self.span)


def modality_of(cues: Iterable[ModalCue], clause: Sequence[Span]) -> Modality:
    """Return how a clause is meant, given in one or more pieces: the strongest modality of the cues that govern it.

    A plain negation is none of them: "tidak ada korban" is asserted.
    """
    said = {cue.modality for cue in cues if cue.rule != NEGATION and cue.governs(clause)}
    return next((modality for modality in STRENGTH if modality in said), "asserted")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A word or phrase that takes up somebody named before it ("ia", "istrinya", "politikus itu"), and the entity's id.

    `span` is the whole word or phrase, of a possessive the ending alone. `entity` is a person, for `own_side` ("pihaknya")
    also the body that the speaker stands for.
    """

    span: Span
    entity: str
    kind: ReferenceKind

    def to_dict(self) -> dict[str, Any]:
        """Return the reference as JSON data."""
        return {**at(self.span), "entity": self.entity, "kind": self.kind}


@dataclass(frozen=True, slots=True)
class Document:
    """An article with everything read in it; each tuple is sorted by part ("body" before "caption" before "title") and offset.

    `depth` is "lead" (title and first paragraphs only) or "full". Sentence vectors live beside it, not in it.
    """

    article: Article
    depth: Depth
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    times: tuple[TimeValue, ...]
    quantities: tuple[Quantity, ...]
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]
    modal_cues: tuple[ModalCue, ...]
    references: tuple[Reference, ...] = ()
    casualties: tuple[Casualty, ...] = ()

    def entity(self, entity_id: str) -> Entity | None:
        """Return the document's entity of that id, or None."""
        return next((entity for entity in self.entities if entity.id == entity_id), None)

    def names(self, convention: Convention = "acts_apart") -> tuple[tuple[Span, Label], ...]:
        """Return the names with their kinds as a corpus of names counts them, sorted as the mentions are.

        "acts_apart" (idner-news-2k): a place that acts is no name, a name with its short form in brackets is one, a
        place's common noun is part of it where the text is read so, a body's house is LOC.
        "places" (CoNLL 2003, NERGrit, NERP): a place is LOC whatever it does, a name and its short form are two, and
        names are bare.
        """
        if convention == "places":
            return tuple((form, each.kind) for each in self.mentions for form in each.forms)
        return tuple((each.span, each.kind) for each in self.mentions if each.label != "GPE")

    def to_dict(self) -> dict[str, Any]:
        """Return article and annotation as JSON data: offsets of the body at the top, those of title and captions apart."""
        return {
            **self.article.to_dict(),
            **self._part("body"),
            "entities": [entity.to_dict() for entity in self.entities],
            "title_annotation": self._part("title"),
            "caption_annotation": self._part("caption"),
        }

    def _part(self, part: str) -> dict[str, Any]:
        """Return the annotation of one part as JSON data."""
        return {
            "sentences": [[span.start, span.end] for span in self.sentences if span.part == part],
            "mentions": [item.to_dict() for item in self.mentions if item.span.part == part],
            "times": [item.to_dict() for item in self.times if item.span.part == part],
            "quantities": [item.to_dict() for item in self.quantities if item.span.part == part],
            "quotations": [item.to_dict() for item in self.quotations if item.span.part == part],
            "citations": [item.to_dict() for item in self.citations if item.span.part == part],
            "modal_cues": [item.to_dict() for item in self.modal_cues if item.span.part == part],
            "references": [item.to_dict() for item in self.references if item.span.part == part],
            "casualties": [item.to_dict() for item in self.casualties if item.span.part == part],
        }
