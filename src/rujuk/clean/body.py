"""The body among labelled lines: of a flattened page, and of lines that are mostly body already."""

from collections.abc import Sequence
from itertools import islice

from rujuk.clean.config import CleanConfig
from rujuk.clean.lines import Line, Sorted, best_run, is_headline, is_sentence, label_lines
from rujuk.clean.outlet import starts_with_dateline
from rujuk.clean.rules import Rules
from rujuk.outlets.base import Outlets

ROUNDS = 8
"""How often a run is looked for again after headlines were taken off it; pages need one or two."""
REPEATED = 40
"""Characters from which a line that occurs again is a repetition and not a phrase of speech."""


def body_of_page(lines: Sequence[Line], rules: Rules, outlets: Outlets, config: CleanConfig) -> tuple[Sorted, str]:
    """Return the lines of a whole page, sorted, and the headline that stands above its text, or ""."""
    page = label_lines(lines, rules, config)
    _label_repeats(page.lines)
    title = ""
    span = (0, 0)
    for _ in range(ROUNDS):
        span = best_run(page.lines, lambda line: line.label == "end", config)
        taken, title_line = _take_edges(page.lines, span, rules, outlets, config)
        title = title_line or title
        if not taken:
            break
    page.start = span[0]
    title = title or _title_above(page.lines[: span[0]], config)
    for line in (*page.lines[: span[0]], *page.lines[span[1] :]):
        if line.label is None:
            line.label = "title" if line.text == title else "menu"
    return _finished(page), title


def body_of_markup(
    lines: Sequence[Line], title: str, rules: Rules, outlets: Outlets, config: CleanConfig
) -> tuple[Sorted, str]:
    """Return the visible lines of a web page, sorted, and its headline: `title` where that is given.

    The body is a run as in flattened text; what trafilatura takes for body counts more, links count less. Of a line
    in the run that trafilatura does not take only a sentence stays.
    """
    page, found = body_of_page(lines, rules, outlets, config)
    for line in page.lines[page.start :]:
        if line.label is None and not line.extracted and (line.linked > config.max_linked or not is_sentence(line.text)):
            line.label = "related" if line.linked > config.max_linked else "other"
    _label_title(page.lines, title)
    return _finished(page), title or found


def _finished(page: Sorted) -> Sorted:
    for line in page.lines:
        line.label = "menu" if line.label == "end" else line.label
    page.body = [line.text for line in page.lines if line.label is None]
    return page


def _label_title(lines: Sequence[Line], title: str) -> None:
    folded = title.casefold()
    for line in lines:
        if line.label in {None, "menu"} and title and line.text.casefold() == folded:
            line.label = "title"


def body_of_lines(texts: Sequence[str], title: str, rules: Rules, config: CleanConfig) -> Sorted:
    """Return lines that are body but for furniture among them, sorted; lines that repeat the title are none."""
    page = label_lines([Line(text) for text in texts], rules, config)
    _label_repeats(page.lines)
    _label_title(page.lines, title)
    ended = False
    for line in page.lines:
        ended = ended or line.label == "end"
        if line.label is None and ended and is_headline(line.text, config):
            line.label = "related"
    return _finished(page)


def _take_edges(
    lines: list[Line], span: tuple[int, int], rules: Rules, outlets: Outlets, config: CleanConfig
) -> tuple[bool, str]:
    """Label headlines and captions at the start of a run and headlines at its end; return whether any, and the title."""
    inside = [line for line in lines[span[0] : span[1]] if line.label is None]
    title = _take_head(inside, rules, outlets, config)
    taken = any(line.label for line in inside)
    for line in reversed(inside):
        if line.label is not None or not is_headline(line.text, config) or line.text[0].isdigit():
            break
        line.label, taken = "related", True
    return taken, title


def _take_head(inside: list[Line], rules: Rules, outlets: Outlets, config: CleanConfig) -> str:
    title = ""
    for line in _before_text(inside, outlets, config):
        if rules.captions.search(line.text):
            line.label = "caption"
        elif is_headline(line.text, config):
            line.label = "title"
            title = line.text
    return title


def _before_text(inside: list[Line], outlets: Outlets, config: CleanConfig) -> list[Line]:
    """Return the lines at the start of a run that are not yet the text: headlines, and captions above a dateline."""
    found: list[Line] = []
    for line in inside:
        if starts_with_dateline(line.text, outlets) or is_sentence(line.text):
            break
        found.append(line)
    for index, line in enumerate(islice(inside, len(found), len(found) + config.head_lines)):
        if index and starts_with_dateline(line.text, outlets):
            return [*found, *inside[len(found) : len(found) + index]]
    return found


def _title_above(lines: Sequence[Line], config: CleanConfig) -> str:
    """Return the headline above a body: the nearest line that stands there twice, else the nearest in its form, else ""."""
    texts = [line.text for line in lines if line.label is None and is_headline(line.text, config)]
    again = [text for text in texts if texts.count(text) > 1] if len(texts) < 200 else []
    return next(iter(again[::-1] or texts[::-1]), "")


def _label_repeats(lines: list[Line]) -> None:
    """Label lines that stand in the page before, and lines that hold all of the lines below them (nested captures)."""
    free = [line for line in lines if line.label is None]
    for line, below, further in zip(free, free[1:], [*free[2:], Line("")], strict=False):
        if len(below.text) >= REPEATED and line.text != below.text and line.text.startswith(below.text):
            rest = line.text[len(below.text) :].strip()
            if not rest or rest.startswith(further.text[:REPEATED] or rest[:1]):
                line.label = "other"
    seen: set[str] = set()
    for line in free:
        if line.label is None and len(line.text) >= REPEATED and is_sentence(line.text):
            if line.text in seen:
                line.label = "other"
            seen.add(line.text)
