"""Headlines of other stories between the paragraphs of a web page: lines that are one link and have a headline's form."""

from collections.abc import Sequence

from rujuk.clean.config import CleanConfig
from rujuk.clean.lines.line import Line, is_headline

TEXTUAL = frozenset({"p", "li", *(f"h{level}" for level in range(1, 7))})
"""Elements in which a link that fills them points elsewhere: what fills a bare box may be an offer that the text goes on about."""
LINKED = 0.9
"""Share of a line's characters that are links from which it is a link and no text that holds some."""


def label_strays(body: Sequence[Line], config: CleanConfig) -> None:
    """Label those lines of a body that lead to another story; addresses, short links and linked sentences stay."""
    for line in body:
        if line.linked >= LINKED and line.words >= config.stray_words and _is_pointer(line, config):
            line.label = "related"


def _is_pointer(line: Line, config: CleanConfig) -> bool:
    is_textual = line.place is not None and line.place.tag in TEXTUAL
    return is_textual and is_headline(line.text, config)
