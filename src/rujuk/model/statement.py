"""What articles assert: claims, claims that assert the same thing, how they differ, and what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from rujuk.model.annotations import Modality
from rujuk.model.casualty import Fate
from rujuk.model.errors import ProvenanceError
from rujuk.model.text import Part, Span, digest, read_part

Element = Literal["number", "time", "date", "place", "person", "organisation", "name", "attribution", "other"]
Status = Literal["agreed", "relayed", "single", "disputed", "developing"]
OriginKind = Literal["agency", "body", "data", "person", "witness", "document", "outlet", "unknown"]
OPENING = '-–—:“"'
"""What stands before a sentence that begins within another: a dateline, somebody's words."""


@dataclass(frozen=True, slots=True, order=True)
class Elements:
    """What a claim is about, normalised for comparison: each a sorted tuple of strings, empty where nothing was read.

    `who` and `where` hold entity ids with their names ("id name"), `what` content-word stems, `when` ISO intervals,
    `how_many` "value unit counted" strings.
    """

    who: tuple[str, ...] = ()
    what: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    how_many: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the elements as JSON data."""
        return {name: [*getattr(self, name)] for name in ("who", "what", "where", "when", "how_many")}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Elements":
        """Return the elements that `to_dict` wrote."""
        return cls(**{name: tuple(values) for name, values in data.items()})


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """One article's assertion: its spans (several where it is discontinuous), its sentence, modality, and whose word it is.

    `speaker` is the full name of the person or body whose words these are, None for the outlet's own voice; `via` are
    the agencies, outlets or documents it was taken from, as the article names them. `id` is a hash of article, part
    and offsets. Raises ProvenanceError without spans, or where a span lies outside the sentence.
    """

    spans: tuple[Span, ...]
    sentence: Span
    modality: Modality
    speaker: str | None
    via: tuple[str, ...]
    elements: Elements

    def __post_init__(self) -> None:
        if not self.spans:
            raise ProvenanceError("a claim needs at least one span")
        if not all(self.sentence.contains(span) for span in self.spans):
            raise ProvenanceError(
                f"claim of {self.article_id}: a span lies outside its sentence {self.sentence}"
            )

    @property
    def article_id(self) -> str:
        """Return the id of the article that makes the claim."""
        return self.sentence.article_id

    @property
    def part(self) -> Part:
        """Return the part of the article it stands in."""
        return self.sentence.part

    @property
    def text(self) -> str:
        """Return the claim's words; the pieces of a discontinuous claim are joined by an ellipsis."""
        return " … ".join(span.text for span in self.spans)

    @property
    def reads_alone(self) -> bool:
        """Return whether it can be read out of its sentence: one piece from the sentence's beginning, a mark or a quote on, up to a mark or its end."""
        if len(self.spans) > 1:
            return False
        start, end = (edge - self.sentence.start for edge in (self.spans[0].start, self.spans[0].end))
        before, behind = self.sentence.text[:start].rstrip(), self.sentence.text[end:].lstrip()
        opens = not any(map(str.isalnum, before)) or before[-1] in OPENING
        return opens and not self.text[:1].islower() and not behind[:1].isalnum()

    @property
    def id(self) -> str:
        """Return the hash that names the claim: of its article, part, offsets and sentence."""
        offsets = (f"{span.start}-{span.end}" for span in (*self.spans, self.sentence))
        return digest("claim", self.article_id, self.part, *offsets)

    def to_dict(self) -> dict[str, Any]:
        """Return the claim as JSON data: start and end, or `spans` where it is discontinuous."""
        where: dict[str, Any] = {"spans": [span.quote() for span in self.spans]}
        if len(self.spans) == 1:
            where = self.spans[0].quote()
        return {
            "id": self.id,
            "article": self.article_id,
            "part": self.part,
            **where,
            "text": self.text,
            "sentence": [self.sentence.start, self.sentence.end],
            "sentence_quote": [self.sentence.prefix, self.sentence.text, self.sentence.suffix],
            "modality": self.modality,
            "speaker": self.speaker,
            "via": [*self.via],
            "elements": self.elements.to_dict(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Claim":
        """Return the claim that `to_dict` wrote; raises ProvenanceError where its id is not its content's."""
        part = read_part(data["part"])
        pieces = data.get("spans", [data])
        spans = tuple(
            Span(
                data["article"],
                part,
                piece["start"],
                piece["end"],
                piece["text"],
                piece["prefix"],
                piece["suffix"],
            )
            for piece in pieces
        )
        prefix, text, suffix = data["sentence_quote"]
        start, end = data["sentence"]
        sentence = Span(data["article"], part, start, end, text, prefix, suffix)
        elements = Elements.from_dict(data["elements"])
        claim = cls(spans, sentence, data["modality"], data["speaker"], tuple(data["via"]), elements)
        if claim.id != data["id"]:
            raise ProvenanceError(f"claim {data['id']}: its offsets give the id {claim.id}")
        return claim


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    """One value of a disputed element, and the ids of the claims that give it."""

    value: str
    claim_ids: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the variant as JSON data."""
        return {"value": self.value, "claims": [*self.claim_ids]}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Variant":
        """Return the variant that `to_dict` wrote."""
        return cls(data["value"], tuple(data["claims"]))


@dataclass(frozen=True, slots=True, order=True)
class Disagreement:
    """An element on which claims of one statement differ so that they cannot all be true; at least two variants.

    `develops` is True where the variants are one figure growing over time, each superseding the one before.
    """

    element: Element
    variants: tuple[Variant, ...]
    develops: bool
    why: str

    def __post_init__(self) -> None:
        if len(self.variants) < 2:
            raise ProvenanceError(f"a disagreement over {self.element} needs two variants")

    def to_dict(self) -> dict[str, Any]:
        """Return the disagreement as JSON data."""
        variants = [variant.to_dict() for variant in self.variants]
        return {"element": self.element, "variants": variants, "develops": self.develops, "why": self.why}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Disagreement":
        """Return the disagreement that `to_dict` wrote."""
        variants = tuple(Variant.from_dict(item) for item in data["variants"])
        return cls(data["element"], variants, data["develops"], data["why"])


@dataclass(frozen=True, slots=True)
class Alignment:
    """Claims that assert the same thing, as `align` hands them to `weigh`: sorted, with what they differ in.

    `reasons` are the readable grounds for which the claims were brought together, a line for each joining pair. `alike` are
    pairs of ids of claims of two articles whose words are alike enough for one to confirm the other; None where that was not
    looked at, and then every claim confirms every other.
    """

    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    reasons: tuple[str, ...]
    alike: tuple[tuple[str, str], ...] | None = None

    def __post_init__(self) -> None:
        if not self.claims:
            raise ProvenanceError("an alignment needs at least one claim")


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """What claims finally rest on: a name, its kind, the articles that reach it, and by which chain each does.

    Kind "unknown" means that no report states it for these claims: `name` is then the agency that they cite elsewhere and
    may rest on, or "unknown". `chains` has one readable line an article ("Warta Nusa < Kantor Berita Selat").
    """

    name: str
    kind: OriginKind
    article_ids: tuple[str, ...]
    chains: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the origin as JSON data."""
        return {
            "name": self.name,
            "kind": self.kind,
            "articles": [*self.article_ids],
            "chains": [*self.chains],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Origin":
        """Return the origin that `to_dict` wrote."""
        return cls(data["name"], data["kind"], tuple(data["articles"]), tuple(data["chains"]))


@dataclass(frozen=True, slots=True, order=True)
class Dependence:
    """How likely two articles (`left` below `right`) depend on each other in one statement, 0 to 1, and what speaks for it.

    `reasons` are names of features of `rujuk.weigh`: same_owner, copied, same_words, same_quotation, same_origin,
    perhaps_same_origin, names_the_other, rare_words, whole_articles.
    """

    left: str
    right: str
    probability: float
    reasons: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the dependence as JSON data."""
        return {
            "left": self.left,
            "right": self.right,
            "probability": self.probability,
            "reasons": [*self.reasons],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Dependence":
        """Return the dependence that `to_dict` wrote."""
        return cls(data["left"], data["right"], data["probability"], tuple(data["reasons"]))


@dataclass(frozen=True, slots=True)
class Statement:
    """Claims that assert the same thing, weighed: what they rest on, how many independent origins, and why.

    `text` is the wording of the claim that stands for all of them (`lead`, a claim id). `independent` is conservative
    and never more than the number of origins; `expected` is the number of independent reports that is likely, None where it
    was not reckoned, and decides nothing. `dependences` holds for each supporting article but the first its strongest tie to an earlier one. Raises ProvenanceError without claims, where `lead` is not one of them,
    where a disagreement names a claim that is not here, or where `agreed` rests on fewer than two origins.
    """

    text: str
    lead: str
    status: Status
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    origins: tuple[Origin, ...]
    independent: int
    why: tuple[str, ...]
    expected: float | None = None
    dependences: tuple[Dependence, ...] = ()

    def __post_init__(self) -> None:
        ids = {claim.id: claim for claim in self.claims}
        if self.lead not in ids or ids[self.lead].text != self.text:
            raise ProvenanceError(f"statement {self.text!r}: its text is not that of one of its claims")
        named = {item for gap in self.disagreements for variant in gap.variants for item in variant.claim_ids}
        if not named <= ids.keys():
            raise ProvenanceError(f"statement {self.text!r}: a variant names claims that are not its own")
        if not 0 <= self.independent <= len(self.origins):
            raise ProvenanceError(
                f"statement {self.text!r}: {self.independent} independent of {len(self.origins)}"
            )
        if self.status == "agreed" and self.independent < 2:
            raise ProvenanceError(f"statement {self.text!r}: agreed needs two independent origins")

    @property
    def id(self) -> str:
        """Return the hash that names the statement: of the lowest id among its claims."""
        return digest("statement", min(claim.id for claim in self.claims))

    @property
    def article_ids(self) -> tuple[str, ...]:
        """Return the ids of the articles that make it, sorted."""
        return tuple(sorted({claim.article_id for claim in self.claims}))

    def to_dict(self) -> dict[str, Any]:
        """Return the statement as JSON data."""
        return {
            "id": self.id,
            "text": self.text,
            "lead": self.lead,
            "status": self.status,
            "claims": [claim.to_dict() for claim in self.claims],
            "disagreements": [gap.to_dict() for gap in self.disagreements],
            "origins": [origin.to_dict() for origin in self.origins],
            "independent": self.independent,
            "why": [*self.why],
            "expected": self.expected,
            "dependences": [tie.to_dict() for tie in self.dependences],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Statement":
        """Return the statement that `to_dict` wrote; raises ProvenanceError where its id is not its content's."""
        statement = cls(
            text=data["text"],
            lead=data["lead"],
            status=data["status"],
            claims=tuple(Claim.from_dict(item) for item in data["claims"]),
            disagreements=tuple(Disagreement.from_dict(item) for item in data["disagreements"]),
            origins=tuple(Origin.from_dict(item) for item in data["origins"]),
            independent=data["independent"],
            why=tuple(data["why"]),
            expected=data.get("expected"),
            dependences=tuple(Dependence.from_dict(item) for item in data.get("dependences", ())),
        )
        if statement.id != data["id"]:
            raise ProvenanceError(f"statement {data['id']}: its claims give the id {statement.id}")
        return statement


@dataclass(frozen=True, slots=True, order=True)
class TollReport:
    """How many killed, or injured, one article tells of, and the stretches of its words that tell it."""

    article_id: str
    value: int
    spans: tuple[Span, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON data."""
        spans = [span.to_dict() for span in self.spans]
        return {"article": self.article_id, "value": self.value, "spans": spans}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "TollReport":
        """Return the report that `to_dict` wrote."""
        return cls(data["article"], data["value"], tuple(map(Span.from_dict, data["spans"])))


@dataclass(frozen=True, slots=True, order=True)
class Toll:
    """How many were killed, or injured, by the reports of a story together, and what each of them that tells a number tells.

    `value` is the number of most reports, later ones counting more; `reports` are in the order of publication. Raises
    ProvenanceError without a report.
    """

    fate: Fate
    value: int
    reports: tuple[TollReport, ...]

    def __post_init__(self) -> None:
        if not self.reports:
            raise ProvenanceError(f"a toll of {self.fate} needs a report")

    def to_dict(self) -> dict[str, Any]:
        """Return the toll as JSON data."""
        return {
            "fate": self.fate,
            "value": self.value,
            "reports": [report.to_dict() for report in self.reports],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Toll":
        """Return the toll that `to_dict` wrote."""
        return cls(data["fate"], data["value"], tuple(TollReport.from_dict(item) for item in data["reports"]))
