"""Lines and what they are read with, for the tests of the line classifier."""

from functools import cache

from rujuk.clean.article import Desk
from rujuk.clean.body.text import label_page, lines_of_blocks
from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.classifier import bundled
from rujuk.clean.lines.line import Line
from rujuk.clean.markup.blocks import parse, visible_blocks
from rujuk.lang.base import load_all
from rujuk.outlets.base import load


@cache
def desk() -> Desk:
    """Return the packs, outlets and models that come with the package."""
    return Desk(load_all(), load(), CleanConfig(), bundled())


def web_lines(markup: str) -> list[Line]:
    """Return the labelled lines of a web page."""
    tree = parse(markup)
    assert tree is not None
    return label_page(lines_of_blocks(visible_blocks(tree)), desk().rules, desk().config).lines
