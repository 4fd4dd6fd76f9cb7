"""HTML to lines: the blocks of a page as it is seen, and the body that trafilatura finds in it."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rujuk.clean.characters import lines_of, normalise, one_line
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines import Line, is_sentence

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li", "main", "nav", "ol",
    "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul", "head", "item", "cell", "row", "list", "quote", "lb",
})  # fmt: skip
UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "video", "audio",
    "canvas", "select", "textarea",
})  # fmt: skip
BOXES = BLOCKS - frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "br", "hr", "dt", "dd", "td", "th", "tr",
    "tbody", "thead", "tfoot", "caption", "figcaption", "pre", "label", "legend", "button", "option",
    "address", "center", "summary", "title",
})  # fmt: skip
"""Blocks that hold others; the rest are paragraphs and their kind, which stand in the box around them."""
SHARE = 0.2
"""Of the characters that trafilatura takes: what stands in a box with so many of them stands beside the body."""
FAILURES = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
    AssertionError,
    etree.LxmlError,
)
"""What trafilatura has been seen to raise on broken markup; the page is then read as flattened text."""


def parse(html: str) -> HtmlElement | None:
    """Return the tree of a page, or None where there is no element in it."""
    try:
        # bytes, so that a wrong <meta charset> or an XML declaration in the text cannot change the encoding
        data = html.encode("utf-8", "replace")
        return document_fromstring(
            data, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a page: whether they are a link's or a caption's, and the number of the box they stand in."""

    text: str
    linked: bool
    place: int
    caption: bool = False


EDGE = Piece("\n", linked=False, place=-1)


@dataclass(frozen=True, slots=True)
class Block:
    """One visible line of a page: its text, the share of its characters that are links, its box, whether a caption.

    Paragraphs that stand side by side have the same box: that of what holds them.
    """

    text: str
    linked: float
    place: int
    caption: bool = False


def visible_blocks(tree: HtmlElement) -> list[Block]:
    """Return the text that a reader sees, a block for each line, in page order."""
    blocks: list[Block] = []
    pieces: list[Piece] = []
    for piece in (*_pieces(tree, UNSEEN), EDGE):
        if piece is not EDGE:
            pieces.append(piece)
            continue
        line = one_line("".join(item.text for item in pieces))
        if line:
            linked = sum(len(item.text.strip()) for item in pieces if item.linked)
            blocks.append(Block(line, min(1.0, linked / len(line)), pieces[0].place, pieces[0].caption))
        pieces.clear()
    return blocks


def extracted_lines(tree: HtmlElement, config: CleanConfig) -> list[str]:
    """Return the lines of the body that trafilatura finds in a page (precision mode), normalised; [] where none."""
    if any(True for _ in islice(tree.iter(), config.max_elements, None)):
        return []
    try:
        found = trafilatura.bare_extraction(
            tree, favor_precision=True, include_comments=False, with_metadata=False
        )
    except FAILURES:
        return []
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    return lines_of(normalise("".join(piece.text for piece in _pieces(found.body, frozenset()))))


def marked(blocks: Sequence[Block], extracted: Sequence[str], config: CleanConfig) -> list[Line]:
    """Return the blocks as lines, those marked that trafilatura takes, and those outside of what it takes.

    A line is in the extracted ones where at least half of its runs of four words are: trafilatura joins and cuts lines.
    Where it takes few sentences it has not found the body, and no line is outside.
    """
    whole = set(extracted)
    words = " \n ".join(extracted).split(" ")
    known = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    taken = [block.text in whole or _is_in(block.text.split(), known) for block in blocks]
    boxes = _boxes(blocks, taken)
    sentences = (line for line in extracted if is_sentence(line))
    found = sum(len(line.split()) for line in sentences) >= config.trusted_words
    return [
        Line(
            block.text,
            "caption" if block.caption else None,
            block.linked,
            is_taken,
            found and not is_taken and block.place not in boxes,
        )
        for block, is_taken in zip(blocks, taken, strict=True)
    ]


def _boxes(blocks: Sequence[Block], taken: Sequence[bool]) -> Set[int]:
    """Return the boxes that hold a good share of what trafilatura takes."""
    weights: Counter[int] = Counter()
    for block, is_taken in zip(blocks, taken, strict=True):
        weights[block.place] += len(block.text) * is_taken
    return {place for place, weight in weights.items() if weight and weight >= SHARE * weights.total()}


def _is_in(words: Sequence[str], known: Set[tuple[str, ...]]) -> bool:
    runs = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return sum(run in known for run in runs) * 2 >= max(1, len(runs)) and bool(runs)


def _pieces(tree: HtmlElement, unseen: frozenset[str]) -> Iterator[Piece]:
    """Yield the text below an element in order, with EDGE wherever a block begins or ends.

    No recursion, so that no depth of nesting can hurt.
    """
    place = Place()
    hidden: HtmlElement | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and hidden is None:
            if tag in unseen:
                hidden = element
                continue
            place.enter(tag)
            yield from _edge(tag)
            yield from place.piece(element.text)
        elif event == "end" and hidden in {None, element}:
            if hidden is None:
                place.leave(tag)
            hidden = None
            yield from _edge(tag)
            if element is not tree:
                yield from place.piece(element.tail)


def _edge(tag: str) -> Iterator[Piece]:
    if tag in BLOCKS:
        yield EDGE


class Place:
    """Where a walk over a page stands: in how many links, and in which box."""

    def __init__(self) -> None:
        self.links = 0
        self.captions = 0
        self.count = 0
        self.boxes = [0]

    def enter(self, tag: str) -> None:
        """Note that an element begins."""
        self.links += tag == "a"
        self.captions += tag == "figcaption"
        if tag in BOXES:
            self.count += 1
            self.boxes.append(self.count)

    def leave(self, tag: str) -> None:
        """Note that an element ends."""
        self.links -= tag == "a"
        self.captions -= tag == "figcaption"
        if tag in BOXES:
            self.boxes.pop()

    def piece(self, text: str | None) -> Iterator[Piece]:
        """Yield the text with where it stands; line breaks are no more than spaces in HTML."""
        if text:
            flat = text.replace("\n", " ").replace("\r", " ")
            yield Piece(flat, self.links > 0, self.boxes[-1], self.captions > 0)
