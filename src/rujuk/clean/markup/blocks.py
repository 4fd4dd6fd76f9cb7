"""HTML to blocks: the lines of a page as a reader sees them, each with where in the page it stands."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from lxml import etree
from lxml.etree import HTMLParser

from rujuk.clean.characters import one_line
from rujuk.outlets.markup import named
from rujuk.outlets.rules import OutletRule, split_element

Element = Any
"""An element of a parsed page (`lxml.etree._Element`, whose stubs do not know what a path finds)."""
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li", "main", "nav", "ol",
    "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul", "head", "item", "cell", "row", "list", "quote", "lb",
})  # fmt: skip
BREAKS = frozenset({"br", "hr", "lb"})
"""Blocks that hold nothing: what stands after them stands in the element around them."""
ROOTS = frozenset({"html", "body"})
"""Elements whose names tell of the whole page."""
FLAT = frozenset({
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param", "source",
    "td", "th", "tr", "track", "wbr",
})  # fmt: skip
"""Elements that need no end tag: they do not nest."""
UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "video", "audio",
    "canvas", "select", "textarea",
})  # fmt: skip
INSIDE = {
    "article": "article", "main": "main", "nav": "nav", "footer": "nav", "aside": "aside", "header": "header", "form": "form",
    "button": "form", "label": "form", "ul": "list", "ol": "list", "dl": "list", "figure": "figure", "figcaption": "figure",
    "blockquote": "quote",
}  # fmt: skip
"""What an element says of everything inside it, by its tag."""
MARKS = ("marked", "hidden")
"""The same by its attributes: said to be the article's body, not shown."""
HINTS = tuple(map(named, ("body", "comments", "offers", "frame")))
"""What the names of an element say it holds; they are held against names in lower case."""
CAPTION = "caption"
"""What the first name of an element, or of the one around a nameless one, holds where its lines stand under a picture or a video."""
FAR = 99
"""Distance to an element of a kind that none of the elements around a line is."""
MAX_NAMES = 200
"""Characters of class and id that are read."""
Hints = tuple[int, int, int, int]
Said = tuple[bool, bool, bool, bool]
_Frame = tuple[str, Element, int, int]
"""A block that a walk is inside of: its tag, the element, its number, and which of its tag it is in the block around it."""
_NOTHING, _UNSEEN, _UNSEEN_BLOCK, _INLINE, _LINK, _BREAK, _BLOCK = range(7)
"""What elements do to lines: nothing inside an unseen one; from `_INLINE` on what they hold is seen."""
_EDGES = frozenset({_UNSEEN_BLOCK, _BREAK, _BLOCK})
_KINDS = {
    "a": _LINK,
    **dict.fromkeys(BLOCKS, _BLOCK),
    **dict.fromkeys(BREAKS, _BREAK),
    **dict.fromkeys(UNSEEN, _UNSEEN),
    **dict.fromkeys(UNSEEN & BLOCKS, _UNSEEN_BLOCK),
}
NAMED_BY = frozenset({"class", "id"})
NO_LABELS: Mapping[Element, str] = MappingProxyType({})
MAX_PATH = 200
"""Characters of a path that are kept, the innermost ones: real pages need under 120."""


class Place(NamedTuple):
    """An element and what is known of what stands in it: its tag, kinds around it, its ancestors' numbers, its path.

    `parent` and `grand` number the elements around it: paragraphs that stand side by side have the same parent.
    `hints` are the distances, in elements, to the nearest one whose names say body, comments, offers, frame. `label` is
    what a rule of the outlet says of all that stands in an element around it, or "".
    """

    tag: str = "html"
    inside: frozenset[str] = frozenset()
    number: int = 0
    parent: int = 0
    grand: int = 0
    kind: str = "html"
    hints: Hints = (FAR, FAR, FAR, FAR)
    path: str = ""
    label: str = ""


class Block(NamedTuple):
    """One visible line of a page: its text, the share of its characters that are links, and the place it stands in."""

    text: str
    linked: float
    place: Place

    @property
    def label(self) -> str | None:
        """Return what the line is by a rule of the outlet or by its tag or name (a picture's caption), or None."""
        place = self.place
        is_caption = place.tag == "figcaption" or CAPTION in place.kind or "Caption" in place.kind
        return place.label or ("caption" if is_caption else None)


def parse(html: str) -> Element | None:
    """Return the tree of a page, or None where there is no element in it."""
    try:
        # bytes, so that a wrong <meta charset> or an XML declaration in the text cannot change the encoding
        data = html.encode("utf-8", "replace")
        # plain elements: those of lxml.html cost a call of Python each time one is looked at
        parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
        return etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None


def visible_blocks(tree: Element, labels: Mapping[Element, str] = NO_LABELS) -> list[Block]:
    """Return the text that a reader sees, a block for each line, in page order; no depth of nesting can hurt.

    `labels` are those of elements whose lines are known to be no body (`labelled_elements`).
    """
    return _Reader(labels).read(tree)


def labelled_elements(tree: Element, rules: Sequence[OutletRule]) -> dict[Element, str]:
    """Return the block elements that rules of the outlet name, each with its label; of two rules the first counts."""
    found: dict[Element, str] = {}
    for label, element in ((label, one) for rule in rules for label, many in rule.elements for one in many):
        tag, attribute, name = split_element(element) or ("", "", "")
        for item in tree.iter(tag or etree.Element):
            if item.tag in BLOCKS and name in (item.get(attribute) or "").split():
                found.setdefault(item, label)
    return found


class _Reader:
    """Where a walk over a page stands, the text since the last edge of a block, and the blocks before that.

    `elements` are those that the walk is inside of, `kinds` what they do to lines. `frames` are the blocks among them, with their numbers
    and counts; their `places` are made when a line in them is found, for most hold none; `inner` counts what is right inside each, by tag.
    """

    def __init__(self, labels: Mapping[Element, str]) -> None:
        self.labels = labels
        self.elements: list[Element] = []
        self.kinds: list[int] = []
        self.frames: list[_Frame] = [("html", None, 0, 0)]
        self.places: list[Place | None] = [Place()]
        self.inner: list[dict[str, int] | None] = [None]
        self.links = self.linked = self.number = 0
        self.texts: list[str] = []
        self.blocks: list[Block] = []

    def read(self, tree: Element) -> list[Block]:
        """Walk over a tree: by its starts alone, for a walk that tells of ends too takes twice the time."""
        elements, kinds, leave = self.elements, self.kinds, self.leave
        for element in tree.iter("*"):
            around = element.getparent()
            while elements and elements[-1] is not around:
                leave()
            kind = _KINDS.get(element.tag, _INLINE) if not kinds or kinds[-1] >= _INLINE else _NOTHING
            elements.append(element)
            kinds.append(kind)
            if kind in _EDGES or kind == _LINK:
                self.enter(element, kind)
            if kind >= _INLINE:
                self.add(element.text)
        while elements:
            leave()
        self.flush()
        return self.blocks

    def enter(self, element: Element, kind: int) -> None:
        if kind == _LINK:
            self.links += 1
            return
        if self.texts:
            self.flush()
        if kind >= _INLINE:
            self.open_block(element, kind)

    def leave(self) -> None:
        element, kind = self.elements.pop(), self.kinds.pop()
        if kind in _EDGES:
            if self.texts:
                self.flush()
            if kind == _BLOCK:
                self.frames.pop()
                self.places.pop()
                self.inner.pop()
        elif kind == _LINK:
            self.links -= 1
        if kind and self.elements:
            self.add(element.tail)

    def open_block(self, element: Element, kind: int) -> None:
        tag = element.tag
        inner = self.inner[-1]
        if inner is None:
            inner = self.inner[-1] = {}
        count = inner[tag] = inner.get(tag, 0) + 1
        if kind == _BLOCK:
            self.number += 1
            self.frames.append((tag, element, self.number, count))
            self.places.append(None)
            self.inner.append(None)

    def add(self, text: str | None) -> None:
        if text and (self.texts or not text.isspace()):  # most of what stands between two tags is an indent
            self.texts.append(text)
            if self.links:
                self.linked += len(text.strip())

    def flush(self) -> None:
        line = one_line("".join(self.texts))
        if line:
            self.blocks.append(Block(line, min(1.0, self.linked / len(line)), self.place()))
        self.texts.clear()
        self.linked = 0

    def place(self) -> Place:
        """Return the place of the element that the walk is inside of; no edge of one lies within a line."""
        known = len(self.places) - 1
        while self.places[known] is None:
            known -= 1
        place = self.places[known] or Place()
        for index in range(known + 1, len(self.places)):
            tag, element, number, count = self.frames[index]
            place = _inner(place, tag, element, number, count)
            if self.labels and not place.label and element in self.labels:
                place = place._replace(label=self.labels[element])
            self.places[index] = place
        return place


def _inner(outer: Place, tag: str, element: Element, number: int, count: int) -> Place:
    attributes = element.keys()  # most elements have none, or one
    names = _names(element) if not NAMED_BY.isdisjoint(attributes) else ""
    path = f"{outer.path}/{tag}[{count}]"
    return Place(
        tag,
        _inside(outer.inside, tag, element, attributes),
        number,
        outer.number,
        outer.parent,
        f"{tag}.{names.partition(' ')[0]}" if names else f"{tag}<{outer.kind[:40]}",
        _hints(outer.hints, _said(names) if names and tag not in ROOTS else _NOTHING_SAID),
        path if len(path) <= MAX_PATH else f"…/{path[-MAX_PATH:].partition('/')[2]}",
        outer.label,
    )


def _names(element: Element) -> str:
    names = f"{element.get('class', '')} {element.get('id', '')}"[:MAX_NAMES]
    return names if len(names) > 1 else ""


def _inside(outer: frozenset[str], tag: str, element: Element, attributes: Sequence[str]) -> frozenset[str]:
    kinds = [INSIDE[tag]] if tag in INSIDE else []
    if "itemprop" in attributes and "articlebody" in element.get("itemprop").casefold():
        kinds.append("marked")
    if "hidden" in attributes or (
        "style" in attributes and "display:none" in element.get("style").replace(" ", "")
    ):
        kinds.append("hidden")
    return outer if not kinds or outer.issuperset(kinds) else outer | frozenset(kinds)


@lru_cache(maxsize=4096)
def _hints(outer: Hints, said: Said) -> Hints:
    body, comments, offers, frame = said
    return (
        0 if body else min(FAR, outer[0] + 1),
        0 if comments else min(FAR, outer[1] + 1),
        0 if offers else min(FAR, outer[2] + 1),
        0 if frame else min(FAR, outer[3] + 1),
    )


_NOTHING_SAID: Said = (False, False, False, False)


@lru_cache(maxsize=4096)
def _said(names: str) -> Said:
    """Return what the names of an element say it holds, name by name: sites put the same ones together in ever new ways."""
    body = comments = offers = frame = False
    for told in map(_said_by, names.lower().split()):
        body, comments, offers, frame = (
            body or told[0],
            comments or told[1],
            offers or told[2],
            frame or told[3],
        )
    return body, comments, offers, frame


@lru_cache(maxsize=4096)
def _said_by(name: str) -> Said:
    body, comments, offers, frame = (pattern.search(name) is not None for pattern in HINTS)
    return body, comments, offers, frame
