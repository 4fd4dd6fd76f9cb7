"""Lines to body: which lines of a flattened page are running text, and what the others are.

A run is scored by the words of its lines, each as far as the line classifier takes it for body or not. The run with the
largest sum starts and ends with body: every beginning and end of it has a positive sum.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rujuk.clean.characters import words_of
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.rules import Rules
from rujuk.clean.markup.blocks import Place
from rujuk.model.text import Furniture

_NO_HEADLINE = re.compile(r"""(?:[.…:;,]["”’'»)\]]{0,3}|[-–—])$""")
_NAME = re.compile(r"[A-Z][\w.'’-]{0,20}(?:,? [A-Z][\w.'’-]{0,20}){0,5}")
_PLAIN_END = re.compile(r"""[.][”"’']?$|[”"]$""")
_PASSED = ("ad", "related", "caption", "other", "repeat", "teaser")
_OPEN_END = re.compile(r"""[?!"”’'»)\]]$""")
FAR_EASTERN = re.compile("[\u2e80-\U0010ffff]")
"""Characters of scripts that put no space between words; two of them are about one word."""
_SENTENCE_END = re.compile(r"""[.!?…]["”’'»)\]]*$|,["”]$""")


@dataclass(slots=True)
class Line:
    """One line with its label: None while it may be body; `path` says where in the capture it stands.

    Of a web page also the share of its characters that are links, and its place among the elements; `chance` is how
    likely the classifier takes it for body, once it was asked; `recurs` is 2 where it stands on most unrelated captures of the
    outlet, 1 where on some, -1 where on none, 0 where there are no such captures; `length` is about how many words it has, in any script.
    """

    text: str
    label: str | None = None
    path: str = ""
    linked: float = 0.0
    place: Place | None = None
    chance: float = 1.0
    recurs: int = 0
    length: int = field(init=False)
    _said: list[str] | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.length = length_of(self.text)

    @property
    def words(self) -> int:
        """Return how many words the line has, which is normalised; hostile lines without a space count once."""
        return self.text.count(" ") + 1

    @property
    def said(self) -> list[str]:
        """Return the words of the line in lower case, without marks, told once."""
        if self._said is None:
            self._said = words_of(self.text)
        return self._said


@dataclass(slots=True)
class Sorted:
    """The lines of a page, sorted: body, and everything else with its label, in page order."""

    lines: list[Line]
    body: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    start: int = 0
    byline: str | None = None
    cuts: list[Furniture] = field(default_factory=list)

    @property
    def captions(self) -> list[str]:
        """Return the lines that are picture captions."""
        return list(dict.fromkeys(line.text for line in self.lines if line.label == "caption"))

    @property
    def furniture(self) -> tuple[Furniture, ...]:
        """Return every line that is not body, and what was cut out of lines, in page order."""
        return (*(Furniture(line.label, line.text) for line in self.lines if line.label), *self.cuts)


def length_of(text: str) -> int:
    """Return about how many words a line has; in scripts without spaces two characters are about one."""
    words = text.count(" ") + 1
    return words if text.isascii() else max(words, len(FAR_EASTERN.findall(text)) // 2)


def label_lines(lines: Sequence[Line], rules: Rules, config: CleanConfig) -> Sorted:
    """Return the lines with the labels that need no context, and furniture inside lines cut out.

    The lines are labelled in place; those that something is cut out of are replaced.
    """
    page = Sorted([])
    for line in lines:
        is_short = len(line.text) <= config.max_rule_length * 10
        rest, taken = rules.cut(line.text) if is_short else (line.text, [])
        if taken:
            page.cuts += [Furniture(_cut_label(piece, rules), piece) for piece in taken]
            line = Line(rest, line.label, line.path, line.linked, line.place, recurs=line.recurs)  # noqa: PLW2901
        if rest:
            line.label = line.label or _label(rest, page, rules, config)
            page.lines.append(line)
    _label_bylines(page, rules)
    return page


def _label_bylines(page: Sorted, rules: Rules) -> None:
    """Read a writer's name off the line after one that says no more than "Penulis"."""
    for line, after in pairwise(page.lines):
        if line.words <= 3 and after.label is None and rules.byline_heads.fullmatch(line.text):
            name = after.text.lstrip(" :：")
            if _NAME.fullmatch(name):
                line.label = after.label = "byline"
                page.byline = page.byline or name


def _cut_label(piece: str, rules: Rules) -> str:
    return rules.label(piece) or ("credit" if piece.endswith((")", "]")) else "other")


def _label(text: str, page: Sorted, rules: Rules, config: CleanConfig) -> str | None:
    if len(text) > config.max_rule_length or not rules.told.matches(text):
        return None
    writer = rules.byline(text)
    if writer:
        page.byline = page.byline or writer
        return "byline"
    return "end" if rules.ends.fullmatch(text) else rules.label(text)


def label_lists(lines: list[Line], rules: Rules, config: CleanConfig, *, least_words: int) -> None:
    """Label the heads of lists of other stories, and the headlines of at least so many words that follow them."""
    left = 0
    for line in lines:
        if len(line.text) <= config.max_rule_length and rules.lists.fullmatch(line.text):
            line.label, left = "related", config.list_lines
        elif left and line.label is None and line.words >= least_words and is_headline(line.text, config):
            line.label, left = "related", left - 1
        elif line.label is None:
            left = 0


def is_headline(text: str, config: CleanConfig) -> bool:
    """Return whether a line has the form of a headline: some words, a capital, digit or quote first, no sentence end.

    A line that ends in "?", "!" or a closing mark counts where most of its longer words have capitals.
    """
    words = text[: config.max_rule_length].split()
    least, most = config.title_words
    first = text.lstrip("\"'“‘([")[:1]
    if not (
        least <= len(words) <= most
        and len(text) <= config.max_rule_length
        and (first.isupper() or first.isdigit())
        and any(len(word) > 1 for word in words)  # "A A A" sets the size of letters
    ):
        return False
    return not _NO_HEADLINE.search(text) and (not _OPEN_END.search(text) or is_titled(words))


def is_titled(words: Sequence[str]) -> bool:
    """Return whether most of the longer words have capitals, as in a headline."""
    long = [word.lstrip("\"'“‘([") for word in words if len(word) > 3]
    return sum(word[:1].isupper() for word in long) * 2 > len(long)


def is_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does."""
    return not text[-1:].isalnum() and _SENTENCE_END.search(text[-8:]) is not None


def score(line: Line, config: CleanConfig) -> float:
    """Return how much a line speaks for body, in words; below 0 it speaks against."""
    return min(config.full_words, line.length) * (line.chance - config.run_chance)


def running_words(text: str) -> int:
    """Return the words of a line, at most two for each that is not capitalised: menus are lists of names."""
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    plain = sum(not word[0].isupper() or word.isupper() for word in words)
    return min(len(words), 2 * plain)


def run_end(lines: Sequence[Line], end: int, config: CleanConfig) -> int:
    """Return where a run ends when the short sentences after it are taken in: last paragraphs are often short.

    A line or two of furniture may stand between, but neither a comment form nor a list of other stories.
    """
    passed = 0
    for index in range(end, len(lines)):
        line = lines[index]
        if line.label in _PASSED and passed < config.passed_lines:
            passed += 1
            continue
        is_close = line.label is None and config.tail_words <= line.words == running_words(line.text)
        if not (is_close and _PLAIN_END.search(line.text[-3:])):
            break
        end, passed = index + 1, 0
    return end


def best_run(lines: Sequence[Line], barrier: Callable[[Line], bool], config: CleanConfig) -> tuple[int, int]:
    """Return [start, end) of the run of unlabelled lines with the largest sum of scores, the longest of equals.

    Labelled lines count nothing; a run never goes across a line for which `barrier` is true. (0, 0) where no run has a
    positive sum.
    """
    best, found = 0.0, (0, 0)
    total, start = -1.0, 0
    for index, line in enumerate(lines):
        if barrier(line):
            total = -1.0
        elif line.label is None:
            total, start = (total, start) if total >= 0 else (0.0, index)
            total += score(line, config)
            if total > best or (total == best > 0 and start == found[0]):
                best, found = total, (start, index + 1)
    return found
