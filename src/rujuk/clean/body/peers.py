"""What others take for a page's body: the densest of its elements, resiliparse where that is not ours, trafilatura where resiliparse disagrees."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import accumulate, islice

import trafilatura
from lxml import etree
from resiliparse.extract.html2text import extract_plain_text

from rujuk.clean.characters import lines_of, normalise
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.features import ITEM_WORDS, ends_sentence
from rujuk.clean.lines.line import Line
from rujuk.clean.markup.blocks import FLAT, Element

FAILURES = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
    AssertionError,
    RuntimeError,
    etree.LxmlError,
)
"""What the extractors have been seen to raise on broken markup; they have no opinion of such a page."""
LEAST_MARKUP = 2
"""Characters of a page that an element takes at least, those included that a parser adds (a paragraph around bare text)."""
MAX_DEPTH = 1_000
"""Elements inside each other that resiliparse is trusted with: its time grows with the square; real pages nest under 100."""
_TAG = re.compile(r"<(/?[a-zA-Z]\w{0,20})")


def densest_agreement(lines: Sequence[Line], own: Sequence[Line]) -> float:
    """Return how much a body agrees with the element that holds most words of a page's sentences: F1 over words, 0 to 1.

    Every line counts that stands in a child of that element, so that quotations and lists among its paragraphs do. It is the
    oldest way to find a body, and knows nothing of the classifier's weights.
    """
    sentences: Counter[int] = Counter()
    for line in lines:
        if line.place and line.length >= ITEM_WORDS and ends_sentence(line.text):
            sentences[line.place.grand] += round(line.length * (1 - line.linked))
    if not sentences:
        return 0.0
    densest = sentences.most_common(1)[0][0]
    theirs, both, ours = (
        sum(line.length for line in some if line.place and (is_all or line.place.grand == densest))
        for some, is_all in ((lines, False), (own, False), (own, True))
    )
    return 2 * both / (theirs + ours)


def resiliparse_lines(html: str) -> list[str]:
    """Return the lines of the body that resiliparse finds in a page, normalised; [] where none."""
    if is_deep(html):
        return []
    try:
        return lines_of(normalise(extract_plain_text(html, main_content=True)))
    except FAILURES:
        return []


def trafilatura_lines(html: str) -> list[str]:
    """Return the lines of the body that trafilatura finds in a page (precision mode), normalised; [] where none.

    It is not to be asked about a page of which `is_huge` is true.
    """
    try:
        found = trafilatura.extract(html, favor_precision=True, include_comments=False, fast=True)
    except FAILURES:
        return []
    return lines_of(normalise(found or ""))


def is_deep(html: str) -> bool:
    """Return whether more elements than MAX_DEPTH are open at once."""
    return max(accumulate(map(_step, _TAG.findall(html))), default=0) > MAX_DEPTH


@lru_cache(maxsize=1024)
def _step(tag: str) -> int:
    """Return by how many elements a tag, as it stands after "<", takes a reader further in."""
    if tag.removeprefix("/").lower() in FLAT:
        return 0
    return -1 if tag[0] == "/" else 1


def is_huge(tree: Element, html: str, config: CleanConfig) -> bool:
    """Return whether a page has more elements than other extractors are trusted with."""
    if len(html) < LEAST_MARKUP * config.max_elements:
        return False
    return any(True for _ in islice(tree.iter("*"), config.max_elements, None))


def agree(left: Sequence[str], right: Sequence[str], least: float) -> bool:
    """Return whether two bodies surely agree by at least `least`: most do by lines that both hold, and by a part of those."""
    others = frozenset(right)
    enough = least * (_most_runs(left) + _most_runs(right)) / 2
    shared: set[tuple[str, ...]] = set()
    for line in left:
        if line in others:
            shared |= _runs([line])
            if len(shared) >= enough:
                return True
    return False


def _most_runs(lines: Sequence[str]) -> int:
    """Return as many different runs as lines may hold, which part their words by single spaces."""
    return sum(line.count(" ") + 1 for line in lines)


def agreement(left: Sequence[str], right: Sequence[str]) -> float:
    """Return how much two bodies agree: F1 over their different runs of four words, 1 where both are empty."""
    ours, theirs = _runs(left), _runs(right)
    whole = len(ours) + len(theirs)
    return 2 * len(ours & theirs) / whole if whole else 1.0


def _runs(lines: Sequence[str]) -> set[tuple[str, ...]]:
    words = " ".join(lines).split()
    return set(zip(words, words[1:], words[2:], words[3:], strict=False))


def taken_of(lines: Sequence[Line], body: Sequence[str]) -> list[bool]:
    """Return which lines a body holds: those of which at least half of the runs of four words are in it."""
    whole, known = set(body), _runs(body)
    return [line.text in whole or _is_in(line.text.split(), known) for line in lines]


def _is_in(words: Sequence[str], known: Set[tuple[str, ...]]) -> bool:
    runs = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    return sum(run in known for run in runs) * 2 >= max(1, len(runs)) and bool(runs)
