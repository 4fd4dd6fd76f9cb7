"""What stands on the pages of a language's press beside the news: furniture, credits, captions; and how it is told."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Boilerplate:
    """Patterns are Python regular expressions, read in any letter case, each bounded so that no line can make it slow.

    `line_patterns` match a whole line that is furniture, by its label (related, ad, caption, credit, share, comment,
    menu, tags, other). `list_patterns` match the head of a list of other stories: headlines right after it belong to it.
    `end_patterns` match a line that no body goes across. `byline_patterns` match a whole line and name the writer in
    the group `name`; after a line that `byline_heads_patterns` match the writer stands on the next. `caption_patterns` are found somewhere in a picture caption; they count only above the text.
    `inline_patterns` are cut out of lines that are otherwise body.

    `detector_codes` are the codes that py3langid gives for texts in this language, `neighbours` the languages that it
    takes such texts for; of a neighbour's text an outlet from one of `countries` decides for this language.
    `second_detector_codes` are the languages of those countries that py3langid does not know and pycld2 does.
    `press_zone` is the offset from UTC of times that the national press of those countries prints without one, or "".
    """

    line_patterns: Mapping[str, tuple[str, ...]]
    list_patterns: tuple[str, ...]
    end_patterns: tuple[str, ...]
    byline_patterns: tuple[str, ...]
    byline_heads_patterns: tuple[str, ...]
    caption_patterns: tuple[str, ...]
    inline_patterns: tuple[str, ...]
    detector_codes: tuple[str, ...]
    second_detector_codes: tuple[str, ...]
    neighbours: tuple[str, ...]
    countries: tuple[str, ...]
    press_zone: str
