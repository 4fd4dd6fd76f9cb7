"""The body among labelled lines: of a flattened page, and of lines that are mostly body already."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Protocol

from rujuk.clean.config import CleanConfig
from rujuk.clean.facts.outlet import MAX_WORDS, read_dateline, starts_with_dateline
from rujuk.clean.lines.byline import closing_lines, roles_of
from rujuk.clean.lines.classifier import LineModels
from rujuk.clean.lines.features import Context, ends_sentence
from rujuk.clean.lines.line import (
    Line,
    Sorted,
    best_run,
    is_headline,
    is_sentence,
    is_titled,
    label_lines,
    label_lists,
    run_end,
)
from rujuk.clean.lines.repeats import label_repeats
from rujuk.clean.lines.rules import Rules
from rujuk.clean.lines.strays import label_strays
from rujuk.clean.markup.blocks import Block
from rujuk.lang.base import Packs
from rujuk.outlets.base import Outlets
from rujuk.outlets.rules import OutletRule

ROUNDS = 8
"""How often a run is looked for again after headlines were taken off it; pages need one or two."""
READINGS = 20
"""How often a body is read again at most; pages need one or two, hostile ones may shrink line by line."""
BONUS = 0.3
"""What a line's second occurrence, or a date beside it, is worth, as a share of its words: a third of a headline."""
NEAR = 2
"""Lines between a headline and its date: at most the byline stands there."""
FULL = 5
"""Words of a line from which it is not too short for a headline."""
MOSTLY = 0.5
"""Share of a line's characters that are links from which it is an entry of a list of other stories."""
_WORD = re.compile(r"\w+")


class Tools(Protocol):
    """What a page is read with."""

    @property
    def packs(self) -> Packs:
        """The language packs."""

    @property
    def rules(self) -> Rules:
        """The line rules of all packs."""

    @property
    def outlets(self) -> Outlets:
        """The outlet packs."""

    @property
    def config(self) -> CleanConfig:
        """Lengths and shares."""

    @property
    def own(self) -> tuple[OutletRule, ...]:
        """The rules of the page's outlet that hold on its day."""

    @property
    def models(self) -> LineModels:
        """The line classifier, of web pages and of text."""


def body_of_page(lines: Sequence[Line], tools: Tools) -> tuple[Sorted, str]:
    """Return the lines of a flattened page, sorted, and the headline that stands above its text, or "".

    A body is read again until all of it is its own body: the classifier judges a line by those around it, and what it
    judged them by is gone from the text that it leaves.
    """
    page, title = _with_run(lines, tools)
    for _ in range(READINGS):
        kept = [line for line in page.lines if line.label is None]
        inside = kept[: len(kept) - closing_count(kept, tools)]
        again, _ = _with_run([Line(line.text) for line in inside], tools)
        if not any(line.label for line in again.lines):
            break
        for line, later in zip(inside, again.lines, strict=True):
            line.label = later.label
    _label_title(page.lines, title)
    return _finished(page), title


def closing_count(lines: Sequence[Line], tools: Tools) -> int:
    """Return how many lines at the end of a body say who wrote or edited it."""
    return closing_lines([line.text for line in lines], roles_of(tools.packs), tools.rules, tools.outlets)


def _with_run(lines: Sequence[Line], tools: Tools) -> tuple[Sorted, str]:
    """Return the lines with every one labelled that is not in the run of the body, and the headline above it, or ""."""
    rules, outlets, config = tools.rules, tools.outlets, tools.config
    page = label_page(lines, rules, config)
    chances = tools.models.text.probabilities(page.lines, Context(), rules, config)
    chances = _held_against_others(page.lines, chances, config)
    height = max(config.least_height, _height(page.lines, chances))
    for line, chance in zip(page.lines, chances, strict=True):
        line.chance = min(1.0, chance / height)
    title = ""
    for _ in range(ROUNDS):
        start, end = best_run(page.lines, lambda line: line.label == "end", config)
        taken, title_line = _take_edges(page.lines[start:end], rules, outlets, config)
        start, end = (
            _with_dateline(page.lines, start, outlets),
            run_end(page.lines, end, config) if end else 0,
        )
        inside = [line for line in page.lines[start:end] if line.label is None]
        title = title_line or title or _title_above(page.lines[:start], inside, rules, config)
        if not (_take_title(inside, title) or taken):
            break
    shown = gallery_of(page.lines, [True] * len(page.lines), config)
    shown = shown if len(shown) >= config.gallery else []
    above = _title_above(page.lines[: page.lines.index(shown[0])], shown, rules, config) if shown else ""
    _label_outside(page.lines, start, end, config)
    _label_captions(page.lines[start:end], rules, config)
    if sum(line.length for line in page.lines if line.label is None) < config.min_words:
        title = title or above
        for line in shown:
            line.label = None
    return page, title


def _held_against_others(lines: Sequence[Line], chances: Sequence[float], config: CleanConfig) -> list[float]:
    """Return the chances with what other captures of the outlet say of them; label the lines that most of those hold."""
    factors = {0: 1.0, -1: config.alone_chance, 1: config.recurring_chance, 2: config.recurring_chance}
    label_recurring(lines)
    return [min(1.0, chance * factors[line.recurs]) for line, chance in zip(lines, chances, strict=True)]


def label_recurring(lines: Sequence[Line]) -> None:
    """Label the lines that stand on most captures of the outlet, whatever they tell: they are the outlet's."""
    for line in lines:
        if line.recurs > 1 and line.label is None:
            line.label = "repeat"


def _height(lines: Sequence[Line], chances: Sequence[float]) -> float:
    """Return how likely the body's own lines are on a page: the chances' mean over the words they make likely.

    On pages of many hundred lines the classifier is sure of none, and still right about which are likelier.
    """
    likely = [
        (line.length * chance, chance)
        for line, chance in zip(lines, chances, strict=True)
        if line.label is None
    ]
    return sum(share * chance for share, chance in likely) / max(1e-9, sum(share for share, _ in likely))


def _label_outside(lines: Sequence[Line], start: int, end: int, config: CleanConfig) -> None:
    """Label what is not in the run, and what is in it but surely no body."""
    for line in (*lines[:start], *lines[end:]):
        line.label = line.label or ("repeat" if line.recurs > 0 else "menu")
    for line in lines[start:end]:
        if line.label is None and line.chance < config.least_chance:
            line.label = "other"


def _label_captions(run: Sequence[Line], rules: Rules, config: CleanConfig) -> None:
    """Label what breaks off in a caption's words ("… © X", "… (Foto: X)") in a run that has other text: of 22 such lines 17 are captions."""
    free = [line for line in run if line.label is None]
    found = [
        line
        for line in free
        if len(line.text) <= config.max_rule_length
        and not ends_sentence(line.text)
        and rules.captions.matches(line.text)
    ]
    if sum(line.length for line in free) - sum(line.length for line in found) >= config.min_words:
        for line in found:
            line.label = "caption"


def gallery_of(lines: Sequence[Line], shown: Sequence[bool], config: CleanConfig) -> list[Line]:
    """Return the captions among the shown lines that stand closest together and say most, each once: what a page without other text shows."""
    groups: list[dict[str, Line]] = [{}]
    last = 0
    for index, line in enumerate(lines):
        if line.label == "caption" and shown[index]:
            if index - last > config.gallery_gap:
                groups.append({})
            groups[-1].setdefault(line.text, line)
            last = index
    best = max(groups, key=lambda group: sum(line.length for line in group.values()))
    return list(best.values())


def _take_title(inside: Sequence[Line], title: str) -> bool:
    """Label the lines of a run that repeat the headline; return whether there are any."""
    found = [line for line in inside if title and line.text.casefold() == title.casefold()]
    for line in found:
        line.label = "title"
    return bool(found)


def _with_dateline(lines: Sequence[Line], start: int, outlets: Outlets) -> int:
    """Return where a run starts when a dateline on a line of its own ("Jakarta -") stands right above it."""
    above = lines[start - 1] if start else None
    if (
        above
        and above.label is None
        and above.words <= MAX_WORDS
        and starts_with_dateline(above.text, outlets)
    ):
        return start - 1
    return start


def lines_of_blocks(blocks: Sequence[Block]) -> list[Line]:
    """Return the visible lines of a web page, labelled where their element tells what they are."""
    return [Line(block.text, block.label, block.place.path, block.linked, block.place) for block in blocks]


def label_page(lines: Sequence[Line], rules: Rules, config: CleanConfig) -> Sorted:
    """Return the lines of a page with the labels that the rules give them."""
    page = label_lines(lines, rules, config)
    label_lists(page.lines, rules, config, least_words=config.title_words[0])
    label_repeats(page.lines)
    return page


def take_likely(page: Sorted, likely: Sequence[bool], title: str, config: CleanConfig) -> Sorted:
    """Return a page's labelled lines, sorted: of those without a label the likely ones are its body."""
    for line, is_likely in zip(page.lines, likely, strict=True):
        if line.label is None and not is_likely:
            line.label = "related" if line.linked > MOSTLY else "other"
    label_strays([line for line in page.lines if line.label is None], config)
    _label_title(page.lines, title)
    return _finished(page)


def _finished(page: Sorted) -> Sorted:
    for line in page.lines:
        line.label = "menu" if line.label == "end" else line.label
    page.body = [line.text for line in page.lines if line.label is None]
    page.paths = [line.path for line in page.lines if line.label is None]
    page.start = next((index for index, line in enumerate(page.lines) if line.label is None), page.start)
    return page


def _label_title(lines: Sequence[Line], title: str) -> None:
    """Label the lines that are the headline; what has its form and stands beside it is something else."""
    folded = title.casefold()
    for line in lines:
        is_title = bool(title) and line.text.casefold() == folded
        if is_title and line.label in {None, "menu", "caption"}:
            line.label = "title"
        elif line.label == "title" and not is_title:
            line.label = "other"


def body_of_lines(lines: Sequence[Line], title: str, rules: Rules, config: CleanConfig) -> Sorted:
    """Return lines that are body but for furniture among them, sorted; lines that repeat the title are none."""
    page = label_lines(lines, rules, config)
    label_recurring(page.lines)
    label_lists(page.lines, rules, config, least_words=config.listed_words)
    label_repeats(page.lines)
    _label_title(page.lines, title)
    ended = False
    for line in page.lines:
        ended = ended or line.label == "end"
        if line.label is None and ended and is_headline(line.text, config):
            line.label = "related"
    return _finished(page)


def _take_edges(run: Sequence[Line], rules: Rules, outlets: Outlets, config: CleanConfig) -> tuple[bool, str]:
    """Label headlines and captions at the start of a run and headlines at its end; return whether any, and the title."""
    inside = [line for line in run if line.label is None]
    title = _take_head(inside, rules, outlets, config)
    taken = any(line.label for line in inside)
    for line in reversed(inside):
        is_sure = line.chance > config.sure_chance
        if line.label is not None or is_sure or not is_headline(line.text, config) or line.text[0].isdigit():
            break
        line.label, taken = "related", True
    return taken, title


def _take_head(inside: list[Line], rules: Rules, outlets: Outlets, config: CleanConfig) -> str:
    title = ""
    above = _before_text(inside, outlets, config)
    opening = inside[len(above)].text if len(above) < len(inside) else ""
    is_above_dateline = read_dateline(opening, outlets) is not None
    for line in above:
        if rules.captions.matches(line.text):
            line.label = "caption"
        elif rules.is_date(line.text):
            line.label = "date"
        elif line.chance > config.sure_chance and not is_above_dateline and not _opens_titled(line, above):
            continue
        elif is_headline(line.text, config):
            line.label = "title"
            title = line.text
        elif line.words < config.title_words[0]:
            line.label = "menu"  # a section's name: no text opens with a crosshead
    return title


def _opens_titled(line: Line, above: Sequence[Line]) -> bool:
    """Return whether a line opens a run in the capitals of a headline: the classifier takes some for text."""
    return line is above[0] and is_titled(line.text.split())


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


def _title_above(lines: Sequence[Line], body: Sequence[Line], rules: Rules, config: CleanConfig) -> str:
    """Return the headline above a body, or "": of the lines in its form the one whose words the body takes up most.

    A line that stands there twice, as headlines do beside the path to them, or beside the date is worth more; of equals
    the nearest wins.
    """
    said = {word for line in body[: config.title_body] for word in _long_words(line.text)}
    counts = Counter(line.text for line in lines)
    reach = lines[-config.title_reach :]
    dates = [index for index, line in enumerate(reach) if rules.is_date(line.text)]
    best, title = 0.0, ""
    for index, line in enumerate(reach):
        if index in dates or not _may_be_title(line, index + 1 in dates, rules, config):
            continue
        words = _long_words(line.text)
        share = sum(word in said for word in words) / max(1, len(words))
        share += BONUS * (counts[line.text] > 1) + BONUS * any(abs(index - other) <= NEAR for other in dates)
        share *= min(1.0, line.words / FULL)
        if share >= best:
            best, title = share, line.text
    return title


def _may_be_title(line: Line, is_dated: bool, rules: Rules, config: CleanConfig) -> bool:
    """Return whether a line may be the headline: one in its form, and where it opens as captions do ("FOTO: …") right above the date."""
    is_caption = line.label == "caption" or rules.captions.matches(line.text)
    return (
        line.label in ({None, "caption"} if is_dated else {None})
        and is_headline(line.text, config)
        and (is_dated or not is_caption)
    )


def _long_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if len(word) > 3 or word.isdigit()]
