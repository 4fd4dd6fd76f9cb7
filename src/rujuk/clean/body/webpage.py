"""A web page to its body: the line classifier, held against another extractor's answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.clean.body.peers import (
    agree,
    agreement,
    densest_agreement,
    is_huge,
    resiliparse_lines,
    taken_of,
    trafilatura_lines,
)
from rujuk.clean.body.standfirst import take_standfirst
from rujuk.clean.body.tables import take_tables
from rujuk.clean.body.text import Tools, gallery_of, label_page, lines_of_blocks, take_likely
from rujuk.clean.characters import one_line
from rujuk.clean.config import CleanConfig
from rujuk.clean.facts.outlet import starts_with_dateline
from rujuk.clean.lines.features import Context, ends_sentence
from rujuk.clean.lines.line import Line, Sorted
from rujuk.clean.markup.blocks import Element, Place, labelled_elements, visible_blocks

LEAST = 0.05
"""Probability below which nothing around it makes a line body: lists of other stories print datelines too."""
PLAIN = 0.5
"""Share of an item's characters that are links up to which its list is no list of links."""
MAX_DESCRIPTION = 1000
"""Characters of a page's own description that are read."""


def body_of_markup(tree: Element, html: str, title: str, tools: Tools) -> tuple[Sorted, str]:
    """Return the visible lines of a web page, sorted, and how badly another extractor's body differs, or "".

    The tree is not to be used afterwards.
    """
    rules, config = tools.rules, tools.config
    blocks = visible_blocks(tree, labelled_elements(tree, tools.own))
    page = label_page(lines_of_blocks(blocks), rules, config)
    chances = tools.models.web.probabilities(page.lines, context_of(tree, title), rules, config)
    likely = [chance >= tools.models.web.threshold for chance in chances]
    _give_back(page.lines, likely)
    if not _read_gallery(page.lines, likely, config):
        _label_captions(page.lines, likely, tools)
    _take_lead(page.lines, likely, chances, tools)
    take_standfirst(page.lines, likely, chances, title)
    _take_lists(page.lines, likely)
    page.lines, likely = take_tables(page.lines, likely)
    if is_huge(tree, html, config):
        return take_likely(page, likely, title, config), ""
    choice = _settled(page.lines, likely, html, config)
    return take_likely(page, choice.likely, title, config), choice.disputed


def _give_back(lines: Sequence[Line], likely: Sequence[bool]) -> None:
    """Take the label of repetition off likely lines that first stand where no body is: in a highlight above the text."""
    again = {
        line.text
        for line, is_likely in zip(lines, likely, strict=True)
        if is_likely and line.label == "repeat"
    }
    first: dict[str, bool] = {}
    for line, is_likely in zip(lines, likely, strict=True):
        if line.label is None and line.text in again:
            first[line.text] = first.get(line.text, False) or is_likely
    for line, is_likely in zip(lines, likely, strict=True):
        if is_likely and line.label == "repeat" and first.get(line.text) is False:
            line.label, first[line.text] = None, True


def _read_gallery(lines: Sequence[Line], likely: Sequence[bool], config: CleanConfig) -> bool:
    """Make likely captions body where a page has no other, and return whether: its text is its pictures' captions."""
    if sum(line.length for line in _chosen(lines, likely)) >= config.min_words:
        return False
    for line in gallery_of(lines, likely, config):
        line.label = None
    return True


def _label_captions(lines: Sequence[Line], likely: Sequence[bool], tools: Tools) -> None:
    """Label captions among the likely lines: by their words above a dateline, elsewhere where they are no sentence."""
    chosen = _chosen(lines, likely)
    opening = next(
        (index for index, line in enumerate(chosen[: tools.config.head_lines]) if _opens(line, tools)), 0
    )
    for index, line in enumerate(chosen):
        is_above = index < opening
        most = tools.config.caption_length if is_above else tools.config.max_rule_length
        if len(line.text) <= most and (is_above or not ends_sentence(line.text)):
            line.label = "caption" if tools.rules.captions.matches(line.text) else None


def _take_lead(lines: Sequence[Line], likely: list[bool], chances: Sequence[float], tools: Tools) -> None:
    """Make the paragraphs above the first likely line likely that belong to it.

    These are sentences parted from it by line breaks alone, those right in the element that holds its paragraphs, and a line with
    a dateline a little further up, with the sentences of its element.
    """
    start = next((i for i, line in enumerate(lines) if likely[i] and line.label is None), 0)
    while (
        start
        and _may_lead(lines[start - 1], chances[start - 1])
        and _side_by_side(lines[start - 1].place, lines[start].place)
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


def _side_by_side(above: Place | None, below: Place | None) -> bool:
    """Return whether two lines are in one element, or the upper one right in the element around the lower one."""
    return above == below or (above is not None and below is not None and above.number == below.parent)


def _take_lists(lines: Sequence[Line], likely: list[bool]) -> None:
    """Make the items of plain lists likely that stand between paragraphs, in the element that holds most of the body.

    A list is plain where hardly any of it is a link, and no name around it says that it holds something else.
    """
    words: Counter[int] = Counter()
    for line in _chosen(lines, likely):
        if line.place:
            words[line.place.parent] += line.length
    inside = [index for index, line in enumerate(lines) if likely[index] and line.label is None]
    if not words or not inside:
        return
    home = words.most_common(1)[0][0]
    between = range(inside[0], inside[-1])
    items = [index for index in between if _is_item(lines[index]) and _grand(lines[index]) == home]
    linked: Counter[int] = Counter()
    for index in items:
        linked[_parent(lines[index])] += lines[index].linked > PLAIN
    for index in items:
        likely[index] = likely[index] or not linked[_parent(lines[index])]


def _is_item(line: Line) -> bool:
    place = line.place
    return bool(place and place.tag == "li" and line.label is None and min(place.hints[1:]) > 1)


def _parent(line: Line) -> int:
    return line.place.parent if line.place else 0


def _grand(line: Line) -> int:
    return line.place.grand if line.place else 0


def _may_lead(line: Line, chance: float) -> bool:
    return line.label is None and chance >= LEAST and ends_sentence(line.text)


def _opens(line: Line, tools: Tools) -> bool:
    return starts_with_dateline(line.text, tools.outlets)


def context_of(tree: Element, title: str) -> Context:
    """Return what a page says of itself: its headline, and its description in a meta tag."""
    said = (
        tag.get("content")
        for tag in tree.iter("meta")
        if tag.get("property") == "og:description" or tag.get("name") == "description"
    )
    first = next((text for text in said if text is not None), "")
    return Context(title, one_line(first[:MAX_DESCRIPTION]))


@dataclass(frozen=True, slots=True)
class Choice:
    """Which lines are taken for body, and what is to be said of it."""

    likely: list[bool]
    disputed: str = ""


def _settled(lines: list[Line], likely: list[bool], html: str, config: CleanConfig) -> Choice:
    """Return our own choice, or where two other extractors agree with each other and not with us, theirs.

    They are not asked where the page's densest element bears our choice out.
    """
    chosen = _chosen(lines, likely)
    if densest_agreement(lines, chosen) >= config.borne_out:
        return Choice(likely)
    second = resiliparse_lines(html)
    own = [line.text for line in chosen]
    if agree(own, second, config.disputed):
        return Choice(likely)
    ours = agreement(own, second)
    if ours >= config.disputed:
        return Choice(likely)
    third = trafilatura_lines(html)
    theirs = agreement(third, second) if third else 0.0  # two that find nothing agree on nothing
    outvoted = theirs >= config.outvoted
    said = f"{ours:.2f} of the words are those of resiliparse"
    return Choice(
        taken_of(lines, third) if outvoted else likely,
        f"{said}; taken: {'trafilatura' if outvoted else 'own'}",
    )


def _chosen(lines: Sequence[Line], likely: Sequence[bool]) -> list[Line]:
    return [line for line, is_likely in zip(lines, likely, strict=True) if is_likely and line.label is None]
