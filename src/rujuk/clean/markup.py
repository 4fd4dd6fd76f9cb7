"""HTML to lines: the blocks of a page as it is seen, and the body that trafilatura finds in it."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

import trafilatura
from lxml import etree
from lxml.html import HTMLParser, HtmlElement, document_fromstring

from rujuk.clean.characters import lines_of, normalise, one_line
from rujuk.clean.lines import Line

BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html label legend li main nav ol option p pre section select "
    "summary table tbody td tfoot th thead title tr ul head item cell row list quote lb".split()
)
UNSEEN = frozenset("script style noscript template head svg math iframe object video audio canvas select textarea".split())
FAILURES = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError, etree.LxmlError)
"""What trafilatura has been seen to raise on broken markup; the page is then read as flattened text."""


def parse(html: str) -> HtmlElement | None:
    """Return the tree of a page, or None where there is no element in it."""
    try:
        # bytes, so that a wrong <meta charset> or an XML declaration in the text cannot change the encoding
        data = html.encode("utf-8", "replace")
        return document_fromstring(data, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    except (etree.LxmlError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Block:
    """One visible line of a page: its normalised text and the share of its characters that are links."""

    text: str
    linked: float


def visible_blocks(tree: HtmlElement) -> list[Block]:
    """Return the text that a reader sees, a block for each line, in page order."""
    blocks: list[Block] = []
    texts: list[str] = []
    linked = 0
    for text, in_link in (*_pieces(tree, UNSEEN), ("\n", False)):
        if text != "\n":
            texts.append(text)
            linked += len(text.strip()) if in_link else 0
            continue
        line = one_line("".join(texts))
        if line:
            blocks.append(Block(line, min(1.0, linked / len(line))))
        texts.clear()
        linked = 0
    return blocks


def extracted_lines(tree: HtmlElement) -> list[str]:
    """Return the lines of the body that trafilatura finds in a page (precision mode), normalised; [] where none."""
    try:
        found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, with_metadata=False)
    except FAILURES:
        return []
    if found is None or found.body is None:
        return []
    return lines_of(normalise("".join(text for text, _ in _pieces(found.body, frozenset()))))


def marked(blocks: Sequence[Block], extracted: Sequence[str]) -> list[Line]:
    """Return the blocks as lines, those that are in the extracted lines marked.

    A line is in them where at least half of its runs of four words are; trafilatura joins and cuts lines.
    """
    whole = set(extracted)
    words = " \n ".join(extracted).split(" ")
    known = set(zip(words, words[1:], words[2:], words[3:], strict=False))
    return [Line(block.text, None, block.linked, block.text in whole or _is_in(block.text.split(), known)) for block in blocks]


def _is_in(words: Sequence[str], known: Set[tuple[str, ...]]) -> bool:
    runs = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return sum(run in known for run in runs) * 2 >= max(1, len(runs)) and bool(runs)


def _pieces(tree: HtmlElement, unseen: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """Yield the text below an element in order with whether it is a link's, a newline at every edge of a block.

    No recursion, so that no depth of nesting can hurt.
    """
    hidden: HtmlElement | None = None
    links = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "end":
            links -= tag == "a" and hidden is None
            hidden = None if hidden is element else hidden
        elif hidden is None and tag in unseen:
            hidden = element
        elif hidden is None:
            links += tag == "a"
        if hidden is not None:
            continue
        if tag in BLOCKS:
            yield "\n", False
        text = element.text if event == "start" else element.tail if element is not tree else None
        if text:
            yield text.replace("\n", " ").replace("\r", " "), links > 0
