"""HTML to blocks: the lines of a page as a reader sees them, each with where in the page it stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from rujuk.clean.characters import one_line
from rujuk.outlets.rules import OutletRule, split_element

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "button", "caption", "center", "dd",
    "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "label", "legend", "li", "main", "nav", "ol",
    "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "title", "tr", "ul", "head", "item", "cell", "row", "list", "quote", "lb",
})  # fmt: skip
BREAKS = frozenset({"br", "hr", "lb"})
"""Blocks that hold nothing: what stands after them stands in the element around them."""
UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "video", "audio",
    "canvas", "select", "textarea",
})  # fmt: skip
INSIDE = {
    "article": "article", "main": "main", "nav": "nav", "footer": "nav", "aside": "aside", "header": "header", "form": "form",
    "button": "form", "label": "form", "ul": "list", "ol": "list", "dl": "list", "figure": "figure", "figcaption": "figure",
}  # fmt: skip
"""What an element says of everything inside it, by its tag."""
MARKS = ("marked", "hidden")
"""The same by its attributes: said to be the article's body, not shown."""
HINTS = {
    "body": re.compile(
        r"(?:article|story|post|entry|main|content|news|detail|read)[-_]?(?:body|text|content|copy|article|detail|main)"
        r"|paragraph|rich-?_?text|\b(?:body|entry|text|content|prose|isi)",
        re.IGNORECASE,
    ),
    "comments": re.compile(r"comment|disqus|respon[ds]|discussion|\breply|komentar", re.IGNORECASE),
    "offers": re.compile(
        r"relat|recommend|popul|trending|most-|promo|teaser|outbrain|taboola|newsletter|recirc|rail|side-?bar|widget|subscri"
        r"|sign-?up|read-?more|more-|see-?also|sponsor|advert|\bads?\b|banner|breaking|terkait|latest",
        re.IGNORECASE,
    ),
    "frame": re.compile(
        r"share|social|byline|author|tags?\b|tag-|meta\b|date|time|bread|toolbar|foot|nav|menu|copyright|disclaimer|bio|legal"
        r"|login|modal|popup|cookie|consent|pager|pagination|header|masthead|card|list|hidden|print|gallery|slider|infobox|poll"
        r"|quiz|donat|paywall|caption|credit|hot",
        re.IGNORECASE,
    ),
}
"""What the names of an element (class, id) say it holds: words that web designers use everywhere, in no site's own form."""
FAR = 99
"""Distance to an element of a kind that none of the elements around a line is."""
MAX_NAMES = 200
"""Characters of class and id that are read."""
NO_LABELS: Mapping[HtmlElement, str] = MappingProxyType({})
MAX_PATH = 200
"""Characters of a path that are kept, the innermost ones: real pages need under 120."""


@dataclass(frozen=True, slots=True)
class Place:
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
    hints: tuple[int, int, int, int] = (FAR, FAR, FAR, FAR)
    path: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One visible line of a page: its text, the share of its characters that are links, and the place it stands in."""

    text: str
    linked: float
    place: Place

    @property
    def label(self) -> str | None:
        """Return what the line is by a rule of the outlet or by its tag (a picture's caption), or None."""
        return self.place.label or ("caption" if self.place.tag == "figcaption" else None)


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


def visible_blocks(tree: HtmlElement, labels: Mapping[HtmlElement, str] = NO_LABELS) -> list[Block]:
    """Return the text that a reader sees, a block for each line, in page order; no depth of nesting can hurt.

    `labels` are those of elements whose lines are known to be no body (`labelled_elements`).
    """
    return list(_walk(tree, labels))


def labelled_elements(tree: HtmlElement, rules: Sequence[OutletRule]) -> dict[HtmlElement, str]:
    """Return the block elements that rules of the outlet name, each with its label; of two rules the first counts."""
    found: dict[HtmlElement, str] = {}
    for label, element in ((label, one) for rule in rules for label, many in rule.elements for one in many):
        tag, attribute, name = split_element(element) or ("", "", "")
        for item in tree.iter(tag or etree.Element):
            if item.tag in BLOCKS and name in (item.get(attribute) or "").split():
                found.setdefault(item, label)
    return found


def _walk(tree: HtmlElement, labels: Mapping[HtmlElement, str]) -> Iterator[Block]:
    reader = _Reader(labels)
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = tag in BLOCKS
        if is_block:
            yield from reader.flush()
        if event == "start":
            if tag in UNSEEN:
                walker.skip_subtree()
                continue
            reader.enter(tag, element, is_block)
            reader.add(element.text)
        else:
            if tag not in UNSEEN:
                reader.leave(tag, is_block)
            if element is not tree:
                reader.add(element.tail)
    yield from reader.flush()


class _Reader:
    """Where a walk over a page stands, and the text since the last edge of a block."""

    def __init__(self, labels: Mapping[HtmlElement, str]) -> None:
        self.labels = labels
        self.place = Place()
        self.above: list[Place] = []
        self.counts: list[dict[str, int]] = [{}]
        self.links = self.linked = self.number = 0
        self.texts: list[str] = []
        self.first = self.place

    def enter(self, tag: str, element: HtmlElement, is_block: bool) -> None:
        self.links += tag == "a"
        if is_block:
            count = self.counts[-1][tag] = self.counts[-1].get(tag, 0) + 1
            if tag not in BREAKS:
                self.number += 1
                self.above.append(self.place)
                self.counts.append({})
                self.place = _inner(self.place, tag, element, self.number, count)
                if self.labels and not self.place.label and element in self.labels:
                    self.place = replace(self.place, label=self.labels[element])

    def leave(self, tag: str, is_block: bool) -> None:
        self.links -= tag == "a"
        if is_block and tag not in BREAKS:
            self.place = self.above.pop()
            self.counts.pop()

    def add(self, text: str | None) -> None:
        if text:
            if not self.texts:
                self.first = self.place
            self.texts.append(text)
            if self.links:
                self.linked += len(text.strip())

    def flush(self) -> Iterator[Block]:
        if self.texts:
            # line breaks are no more than spaces in HTML
            line = one_line("".join(self.texts).replace("\n", " ").replace("\r", " "))
            if line:
                yield Block(line, min(1.0, self.linked / len(line)), self.first)
            self.texts.clear()
            self.linked = 0


def _inner(outer: Place, tag: str, element: HtmlElement, number: int, count: int) -> Place:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"[:MAX_NAMES]
    path = f"{outer.path}/{tag}[{count}]"
    return Place(
        tag,
        _inside(outer.inside, tag, element),
        number,
        outer.number,
        outer.parent,
        f"{tag}.{names.split(' ', 1)[0]}" if len(names) > 1 else f"{tag}<{outer.kind[:40]}",
        _hints(outer.hints, names if tag not in {"html", "body"} else ""),
        path if len(path) <= MAX_PATH else f"…/{path[-MAX_PATH:].partition('/')[2]}",
        outer.label,
    )


def _inside(outer: frozenset[str], tag: str, element: HtmlElement) -> frozenset[str]:
    kinds = [INSIDE[tag]] if tag in INSIDE else []
    if "articlebody" in (element.get("itemprop") or "").casefold():
        kinds.append("marked")
    if element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", ""):
        kinds.append("hidden")
    return outer if outer.issuperset(kinds) else outer | frozenset(kinds)


def _hints(outer: tuple[int, int, int, int], names: str) -> tuple[int, int, int, int]:
    said = _said(names) if len(names) > 1 else (False,) * 4
    body, comments, offers, frame = (
        0 if is_said else min(FAR, distance + 1) for is_said, distance in zip(said, outer, strict=True)
    )
    return body, comments, offers, frame


@lru_cache(maxsize=4096)
def _said(names: str) -> tuple[bool, ...]:
    return tuple(pattern.search(names) is not None for pattern in HINTS.values())
