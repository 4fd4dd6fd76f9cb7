"""Captures and articles, and the span: characters of one article with a copy of what stands there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal, get_args

from rujuk.model.errors import ProvenanceError

Part = Literal["body", "title", "caption"]
PageKind = Literal["text", "html", "row"]
CaptureUse = Literal["page", "repeat", "part"]
Stretch = tuple[Part, int, int]
"""Characters [start, end) of one part of an article."""

PARTS: tuple[Part, ...] = get_args(Part)
LEAD = 400
"""Characters of a body, beside its title, that stand for an article's subject: measured with the story labels' baselines."""
CONTEXT = 16
"""Characters of context a span keeps on each side, so that a quote that occurs twice is still one place."""


def digest(*parts: str) -> str:
    """Return 16 hexadecimal digits that name these strings, the same on every machine."""
    joined = "\x1f".join(parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Page:
    """One capture as it came in: bytes, their kind, and what the input itself says of them.

    `data` is UTF-8, decoded and encoded again, while `sha256` is of the bytes as they came.
    `path` is relative to the input the user named; `row` counts from 1 inside a table or JSONL file and is None
    for a file of its own. `fields` holds what a row declares (outlet, title, published_at, language), as given.
    `as_is` asks that the text be kept character for character. `dates` are publication dates that came with the capture and do not stand in it, as
    (origin, text): of a feed's entry ("feed"), of an archive's record ("archive").
    """

    path: str
    row: int | None
    kind: PageKind
    data: bytes
    sha256: str
    url: str | None = None
    canonical_url: str | None = None
    captured_at: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    as_is: bool = False
    dates: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Return the identity of the capture: canonical url, else relative path, with the content's hash.

        The row number is left out on purpose: shuffling the rows of a file must not change a dossier.
        """
        return digest(self.canonical_url or self.path, self.sha256)

    @property
    def name(self) -> str:
        """Return how messages call this capture: path, with the row where there is one."""
        return self.path if self.row is None else f"{self.path}#{self.row}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of one part of an article, with the text that stands there and 16 characters around it.

    Offsets are Unicode code points. Spans are made by `Article.span`, which reads the quote off the part; `verify`
    reads it again. Raises ProvenanceError where start, end and text cannot belong together.
    """

    article_id: str
    part: Part
    start: int
    end: int
    text: str
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ProvenanceError(
                f"span [{self.start}, {self.end}) of {self.article_id}: start must be below end"
            )
        if len(self.text) != self.end - self.start:
            raise ProvenanceError(
                f"span [{self.start}, {self.end}) of {self.article_id}: {len(self.text)} characters"
            )

    def contains(self, other: "Span") -> bool:
        """Return whether the other span lies wholly inside this one, in the same part of the same article."""
        same = self.article_id == other.article_id and self.part == other.part
        return same and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two spans share at least one character of the same part of the same article."""
        same = self.article_id == other.article_id and self.part == other.part
        return same and self.start < other.end and other.start < self.end

    def shared(self, other: "Span") -> int:
        """Return how many characters the two spans have in common, 0 where they stand in different parts."""
        return min(self.end, other.end) - max(self.start, other.start) if self.overlaps(other) else 0

    def quote(self) -> dict[str, Any]:
        """Return offsets, text and context as JSON data, for where the article and part are told apart from it."""
        return {key: getattr(self, key) for key in ("start", "end", "text", "prefix", "suffix")}

    def to_dict(self) -> dict[str, Any]:
        """Return the span as JSON data, with its context."""
        return {"article": self.article_id, "part": self.part, **self.quote()}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Span":
        """Return the span that `to_dict` wrote; raises ProvenanceError where it contradicts itself."""
        return cls(
            data["article"], read_part(data["part"]), data["start"], data["end"], data["text"],
            data.get("prefix", ""), data.get("suffix", ""),
        )  # fmt: skip


def read_part(value: object) -> Part:
    """Return the value as a part's name; raises ProvenanceError for any other."""
    for part in PARTS:
        if part == value:
            return part
    raise ProvenanceError(f"no part {value!r} of an article; there are: {', '.join(PARTS)}")


@dataclass(frozen=True, slots=True, order=True)
class DateCandidate:
    """One reading of when an article was published: ISO 8601 value, where it was found, the characters read.

    `value` is a day ("2026-03-03") or a moment with its zone ("2026-03-03T14:20:00+07:00").
    """

    value: str
    origin: str
    text: str

    def to_dict(self) -> dict[str, Any]:
        """Return the candidate as JSON data."""
        return {"value": self.value, "origin": self.origin, "text": self.text}


@dataclass(frozen=True, slots=True, order=True)
class Furniture:
    """A line of a capture that is not body text, kept with the label that says why ("related", "caption", "credit")."""

    label: str
    text: str

    def to_dict(self) -> dict[str, Any]:
        """Return the line as JSON data."""
        return {"label": self.label, "text": self.text}


@dataclass(frozen=True, slots=True, order=True)
class OutletRef:
    """The publisher of an article: `id` is its key in the outlet pack, or "" where the pack does not hold it."""

    id: str
    name: str

    @property
    def key(self) -> str:
        """Return what tells outlets apart: the id, or the name of one that the pack does not hold."""
        return self.id or self.name

    def to_dict(self) -> dict[str, Any]:
        """Return the outlet as JSON data; an outlet outside the pack has a null id."""
        return {"id": self.id or None, "name": self.name}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "OutletRef":
        """Return the outlet that `to_dict` wrote."""
        return cls(data["id"] or "", data["name"])


@dataclass(frozen=True, slots=True, order=True)
class Paragraph:
    """Characters [start, end) of a body, and the path of the element of the web page in which they stood."""

    start: int
    end: int
    path: str


@dataclass(frozen=True, slots=True, order=True)
class Capture:
    """One of several captures of an article: `id`, `path` and `url` are those of its page.

    `use` is "page" where it gave the characters of `stretches`, "repeat" where it holds the same words as the article, "part"
    where all it holds stands in a fuller capture.
    """

    id: str
    path: str
    url: str | None
    use: CaptureUse
    stretches: tuple[Stretch, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the capture as JSON data."""
        return {
            "id": self.id,
            "path": self.path,
            "url": self.url,
            "use": self.use,
            "stretches": [{"part": part, "start": start, "end": end} for part, start, end in self.stretches],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Capture":
        """Return the capture that `to_dict` wrote."""
        stretches = tuple((read_part(item["part"]), item["start"], item["end"]) for item in data["stretches"])
        return cls(data["id"], data["path"], data["url"], data["use"], stretches)


@dataclass(frozen=True, slots=True)
class Article:
    """One cleaned report; its text is never changed after this.

    `text` holds paragraphs joined by newlines; `captions` holds picture captions, a line each. `language` is a code
    of ISO 639-1, or "und". `byline` is who wrote it, `editor` who edited it. `copies` counts how often it was captured
    (1 = once). `revises` is the id of the version before it of the same canonical URL. `dateline_place` and `dateline_mark`
    are the place and the house mark inside the dateline. `paragraphs` say where in a web page the body stood, in the order of
    the text; flattened text has none. `captures` is empty where one capture is the whole article; else it holds those that
    the article was joined from, in the order of its text, and those that repeat it or a part of it.
    """

    id: str
    path: str
    url: str | None
    canonical_url: str | None
    outlet: OutletRef | None
    language: str
    title: str
    byline: str | None
    dateline: str | None
    published_at: str | None
    date_candidates: tuple[DateCandidate, ...]
    captions: str
    furniture: tuple[Furniture, ...]
    text: str
    copies: int = 1
    editor: str | None = None
    revises: str | None = None
    dateline_place: str | None = None
    dateline_mark: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    captures: tuple[Capture, ...] = ()

    @property
    def text_sha256(self) -> str:
        """Return the SHA-256 of title, captions and body, which every set of spans over this article records."""
        joined = "\x1f".join((self.title, self.captions, self.text))
        return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def lead(self) -> str:
        """Return the title and the first LEAD characters of the body, a line apart: what tells which articles are near each other."""
        return f"{self.title}\n{self.text[:LEAD]}"

    def part_text(self, part: Part) -> str:
        """Return the characters of one part."""
        return {"body": self.text, "title": self.title, "caption": self.captions}[part]

    def span(self, start: int, end: int, part: Part = "body") -> Span:
        """Return the span of characters [start, end) of a part; raises ProvenanceError outside of it."""
        text = self.part_text(part)
        if not 0 <= start < end <= len(text):
            raise ProvenanceError(
                f"[{start}, {end}) is outside the {part} of article {self.id} (length {len(text)})"
            )
        around = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        return Span(self.id, part, start, end, text[start:end], *around)

    @property
    def givers(self) -> tuple[Capture, ...]:
        """Return the captures that gave the article its characters: it alone where it was not joined from several."""
        pages = tuple(item for item in self.captures if item.use == "page")
        whole = ((part, 0, len(self.part_text(part))) for part in PARTS)
        stretches = tuple(item for item in whole if item[2])
        return pages or (Capture(self.id, self.path, self.url, "page", stretches),)

    def captures_of(self, span: Span) -> tuple[Capture, ...]:
        """Return the captures in which the characters of a span stand: one, or several for a span across their joints."""
        return tuple(
            item
            for item in self.givers
            if any(
                part == span.part and start < span.end and span.start < end
                for part, start, end in item.stretches
            )
        )

    def holds(self, span: Span) -> bool:
        """Return whether the span reads the same, with its context, off this article."""
        text = self.part_text(span.part)
        return (
            span.article_id == self.id
            and span.end <= len(text)
            and self.span(span.start, span.end, span.part) == span
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON data, `id` first."""
        return {
            "id": self.id,
            "path": self.path,
            "url": self.url,
            "canonical_url": self.canonical_url,
            "outlet": self.outlet.to_dict() if self.outlet else None,
            "language": self.language,
            "title": self.title,
            "byline": self.byline,
            "editor": self.editor,
            "dateline": self.dateline,
            "dateline_place": self.dateline_place,
            "dateline_mark": self.dateline_mark,
            "published_at": self.published_at,
            "date_candidates": [candidate.to_dict() for candidate in self.date_candidates],
            "captions": self.captions,
            "furniture": [line.to_dict() for line in self.furniture],
            "text": self.text,
            "text_sha256": self.text_sha256,
            "copies": self.copies,
            "revises": self.revises,
            "captures": [capture.to_dict() for capture in self.captures],
            "paragraphs": _to_table(self.paragraphs),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Article":
        """Return the article that `to_dict` wrote; raises ProvenanceError where its hash is not its text's."""
        article = cls(
            id=data["id"],
            path=data["path"],
            url=data["url"],
            canonical_url=data["canonical_url"],
            outlet=OutletRef.from_dict(data["outlet"]) if data["outlet"] else None,
            language=data["language"],
            title=data["title"],
            byline=data["byline"],
            dateline=data["dateline"],
            published_at=data["published_at"],
            date_candidates=tuple(DateCandidate(**item) for item in data["date_candidates"]),
            captions=data["captions"],
            furniture=tuple(Furniture(**item) for item in data["furniture"]),
            text=data["text"],
            copies=data["copies"],
            editor=data.get("editor"),
            revises=data.get("revises"),
            dateline_place=data.get("dateline_place"),
            dateline_mark=data.get("dateline_mark"),
            paragraphs=_from_table(data.get("paragraphs")),
            captures=tuple(Capture.from_dict(item) for item in data.get("captures", ())),
        )
        if article.text_sha256 != data["text_sha256"]:
            raise ProvenanceError(
                f"article {article.id}: its text is not the one its text_sha256 was taken of"
            )
        return article


def newest_versions(articles: Iterable[Article]) -> Mapping[str, str]:
    """Return for each article's id that of the last version among these; an earlier version is no voice of its own."""
    by_id = {article.id: article for article in articles}
    later = {item.revises: key for key, item in sorted(by_id.items()) if item.revises in by_id}
    newest = {}
    for key in by_id:
        last, passed = key, {key}
        while later.get(last, last) not in passed:
            last = later[last]
            passed.add(last)
        newest[key] = last
    return newest


def _to_table(paragraphs: Sequence[Paragraph]) -> dict[str, Any] | None:
    """Return paragraphs as JSON data: what all paths begin with once, and a row [start, end, rest of the path] for each."""
    if not paragraphs:
        return None
    paths = [item.path for item in paragraphs]
    first, last = min(paths), max(paths)
    above = first[
        : next((n for n, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first))
    ]
    above = above.rpartition("/")[0]  # whole steps of a path
    return {"above": above, "rows": [[item.start, item.end, item.path[len(above) :]] for item in paragraphs]}


def _from_table(data: Mapping[str, Any] | None) -> tuple[Paragraph, ...]:
    if data is None:
        return ()
    return tuple(Paragraph(start, end, data["above"] + rest) for start, end, rest in data["rows"])
