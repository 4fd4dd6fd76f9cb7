"""A web page to its body: the line classifier, held against another extractor's answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from lxml.html import HtmlElement

from rujuk.clean.body import label_page, lines_of_blocks, take_likely
from rujuk.clean.characters import one_line
from rujuk.clean.classifier import LineModel
from rujuk.clean.config import CleanConfig
from rujuk.clean.features import Context, ends_sentence
from rujuk.clean.lines import Line, Sorted
from rujuk.clean.markup import labelled_elements, visible_blocks
from rujuk.clean.outlet import starts_with_dateline
from rujuk.clean.peers import agreement, is_huge, resiliparse_lines, taken_of, trafilatura_lines
from rujuk.clean.rules import Rules
from rujuk.outlets.base import Outlets
from rujuk.outlets.rules import OutletRule

LEAST = 0.05
"""Probability below which nothing around it makes a line body: lists of other stories print datelines too."""
MAX_DESCRIPTION = 1000
"""Characters of a page's own description that are read."""


class Tools(Protocol):
    """What a page is read with."""

    @property
    def rules(self) -> Rules:
        """The line rules of all packs."""

    @property
    def own(self) -> tuple[OutletRule, ...]:
        """The rules of the page's outlet that hold on its day."""

    @property
    def outlets(self) -> Outlets:
        """The outlet packs."""

    @property
    def config(self) -> CleanConfig:
        """Lengths and shares."""

    @property
    def model(self) -> LineModel:
        """The line classifier."""


def body_of_markup(tree: HtmlElement, html: str, title: str, tools: Tools) -> tuple[Sorted, str]:
    """Return the visible lines of a web page, sorted, and how badly another extractor's body differs, or "".

    The tree is not to be used afterwards.
    """
    rules, config = tools.rules, tools.config
    blocks = visible_blocks(tree, labelled_elements(tree, tools.own))
    page = label_page(lines_of_blocks(blocks), rules, config)
    chances = tools.model.probabilities(page.lines, context_of(tree, title), rules, config)
    likely = [chance >= tools.model.threshold for chance in chances]
    if not _read_gallery(page.lines, likely, config):
        _label_captions(page.lines, likely, tools)
    _take_lead(page.lines, likely, chances, tools)
    if is_huge(tree, config):
        return take_likely(page, likely, title, config), ""
    choice = _settled(page.lines, likely, html, tree, config)
    return take_likely(page, choice.likely, title, config), choice.disputed


def _read_gallery(lines: Sequence[Line], likely: Sequence[bool], config: CleanConfig) -> bool:
    """Make likely captions body where a page has no other, and return whether: its text is its pictures' captions."""
    if sum(line.words for line in _chosen(lines, likely)) >= config.min_words:
        return False
    for line, is_likely in zip(lines, likely, strict=True):
        if is_likely and line.label == "caption":
            line.label = None
    return True


def _label_captions(lines: Sequence[Line], likely: Sequence[bool], tools: Tools) -> None:
    """Label captions among the likely lines: by their words above a dateline, elsewhere where they are no sentence."""
    chosen = _chosen(lines, likely)
    opening = next(
        (index for index, line in enumerate(chosen[: tools.config.head_lines]) if _opens(line, tools)), 0
    )
    for index, line in enumerate(chosen):
        is_short = len(line.text) <= tools.config.max_rule_length
        if (index < opening or not ends_sentence(line.text)) and is_short:
            line.label = "caption" if tools.rules.captions.search(line.text) else None


def _take_lead(lines: Sequence[Line], likely: list[bool], chances: Sequence[float], tools: Tools) -> None:
    """Make the paragraphs above the first likely line likely that belong to it.

    These are sentences parted from it by line breaks alone, and a line with a dateline a little further up, with the
    sentences of its element.
    """
    start = next((i for i, line in enumerate(lines) if likely[i] and line.label is None), 0)
    while (
        start
        and _may_lead(lines[start - 1], chances[start - 1])
        and lines[start - 1].place == lines[start].place
    ):
        start -= 1
        likely[start] = True
    reach = range(max(0, start - tools.config.lead_lines), start)
    opening = next(
        (i for i in reach if lines[i].label is None and chances[i] >= LEAST and _opens(lines[i], tools)),
        start,
    )
    for index in range(opening, start):
        likely[index] = index == opening or (
            lines[index].place == lines[opening].place and ends_sentence(lines[index].text)
        )


def _may_lead(line: Line, chance: float) -> bool:
    return line.label is None and chance >= LEAST and ends_sentence(line.text)


def _opens(line: Line, tools: Tools) -> bool:
    return starts_with_dateline(line.text, tools.outlets)


def context_of(tree: HtmlElement, title: str) -> Context:
    """Return what a page says of itself: its headline, and its description in a meta tag."""
    said = tree.xpath("//meta[@property='og:description' or @name='description']/@content")
    return Context(title, one_line(str(said[0])[:MAX_DESCRIPTION]) if said else "")


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines are taken for body, and what is to be said of it."""

    likely: list[bool]
    disputed: str = ""


def _settled(
    lines: list[Line], likely: list[bool], html: str, tree: HtmlElement, config: CleanConfig
) -> Choice:
    """Return our own choice, or where two other extractors agree with each other and not with us, theirs."""
    second = resiliparse_lines(html)
    ours = agreement([line.text for line in _chosen(lines, likely)], second)
    if ours >= config.disputed:
        return Choice(likely)
    third = trafilatura_lines(tree, config)
    theirs = agreement(third, second)
    outvoted = theirs >= config.outvoted
    said = f"{ours:.2f} of the words are those of resiliparse"
    return Choice(
        taken_of(lines, third) if outvoted else likely,
        f"{said}; taken: {'trafilatura' if outvoted else 'own'}",
    )


def _chosen(lines: Sequence[Line], likely: Sequence[bool]) -> list[Line]:
    return [line for line, is_likely in zip(lines, likely, strict=True) if is_likely and line.label is None]
