"""Several captures to one article, and where in a web page its body stood: characters are kept, and what each is from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rujuk.model.text import Article, Capture, CaptureUse, Furniture, Paragraph, Part, Stretch, digest

MOST_PATHS = 2000
"""Paragraphs whose paths are kept; the longest of 300 news pages has under 300."""
REPEATED = 40
"""Characters from which a line of an earlier page that stands in a later one too is a repetition: a lead printed again."""


def paragraphs_of(text: str, paths: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return where each line of a body stood, by the paths of its lines; none where there are no paths or too few."""
    lines = text.split("\n")
    if len(lines) != len(paths) or not any(paths):
        return ()
    found, start = [], 0
    for line, path in zip(lines, paths[:MOST_PATHS], strict=False):
        found.append(Paragraph(start, start + len(line), path))
        start += len(line) + 1
    return tuple(item for item in found if item.path)


def capture_of(article: Article, use: CaptureUse, stretches: Sequence[Stretch] = ()) -> Capture:
    """Return an article's own capture as one of several of another."""
    return Capture(article.id, article.path, article.url, use, tuple(stretches))


@dataclass(slots=True)
class _Part:
    """One part of a joined article as it grows: its lines, how long they are, and which of them are there already."""

    name: Part
    lines: list[str] = field(default_factory=list)
    length: int = 0
    seen: set[str] = field(default_factory=set)

    def add(self, line: str) -> Stretch:
        """Put a line below the others; return where it stands."""
        start = self.length + (1 if self.lines else 0)
        self.lines.append(line)
        self.seen.add(line)
        self.length = start + len(line)
        return self.name, start, self.length


@dataclass(slots=True)
class _Joined:
    """What has been taken from the pages of a report so far."""

    body: _Part = field(default_factory=lambda: _Part("body"))
    captions: _Part = field(default_factory=lambda: _Part("caption"))
    paragraphs: list[Paragraph] = field(default_factory=list)
    repeats: list[Furniture] = field(default_factory=list)

    def take(self, page: Article) -> list[Stretch]:
        """Put the captions and lines of a page below those of the others; return where they stand."""
        new = [line for line in page.captions.split("\n") if line and line not in self.captions.seen]
        captions = [self.captions.add(line) for line in dict.fromkeys(new)]
        return [*captions, *self._take_body(page)]

    def _take_body(self, page: Article) -> Iterator[Stretch]:
        before = frozenset(self.body.seen)
        paths = {item.start: item.path for item in page.paragraphs}
        start = 0
        for line in page.text.split("\n"):
            if len(line) >= REPEATED and line in before:
                self.repeats.append(Furniture("repeat", line))
            elif line:
                stretch = self.body.add(line)
                if start in paths:
                    self.paragraphs.append(Paragraph(*stretch[1:], paths[start]))
                yield stretch
            start += len(line) + 1


def join(pages: Sequence[Article], address: str | None) -> Article:
    """Return one article of the pages of a report, given in their order; every character stands in one of its captures.

    Title, outlet, date and language are those of the first page. A line of at least 40 characters that an earlier page holds
    is not taken again: it becomes furniture ("repeat").
    """
    first, joined = pages[0], _Joined()
    title: list[Stretch] = [("title", 0, len(first.title))] if first.title else []
    captures = [
        capture_of(page, "page", _merged([*(title if page is first else ()), *joined.take(page)]))
        for page in pages
    ]
    return replace(
        first,
        id=digest("joined", *(page.id for page in pages)),
        canonical_url=address,
        byline=_first(page.byline for page in pages),
        editor=_first(page.editor for page in pages),
        captions="\n".join(joined.captions.lines),
        furniture=(*(line for page in pages for line in page.furniture), *joined.repeats),
        text="\n".join(joined.body.lines),
        copies=min(page.copies for page in pages),
        paragraphs=tuple(joined.paragraphs[:MOST_PATHS]),
        captures=tuple(captures),
    )


def _first(values: Iterable[str | None]) -> str | None:
    return next(filter(None, values), None)


def _merged(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Return stretches with those joined that only a line's end parts, sorted by part."""
    merged: list[Stretch] = []
    for part, start, end in sorted(stretches):
        if merged and merged[-1][0] == part and start - merged[-1][2] <= 1:
            merged[-1] = (part, merged[-1][1], end)
        else:
            merged.append((part, start, end))
    return merged


def chained(versions: Sequence[Article]) -> list[Article]:
    """Return versions of one report, given from the first to the last, each with the id of the one before it."""
    before = {later.id: earlier.id for earlier, later in pairwise(versions)}
    return [replace(item, revises=before.get(item.id)) for item in versions]
