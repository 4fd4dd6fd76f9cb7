"""The reasons that the weighing gives, said in the language of the page.

A dossier holds them as English sentences. Each is recognised by the English label it was made from and said again with
the page's own; a sentence that no label knows stays as it is.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from rujuk.render.wording import Wording, wording

WRITTEN_IN = "en"
PREFIX = "why."
PLACE = re.compile(r"\\{(\w+)\\}")
"""A place of a label, as `re.escape` leaves it."""


def reasons(lines: Iterable[str], words: Wording) -> tuple[str, ...]:
    """Return the reasons in the language of the page, in their order."""
    return tuple(reason(line, words) for line in lines)


def reason(line: str, words: Wording) -> str:
    """Return one reason in the language of the page, with elements and modalities in its words."""
    for key, pattern in _patterns().items():
        found = pattern.fullmatch(line)
        if found:
            return words.text(
                key, **{name: _said(name, value, words) for name, value in found.groupdict().items()}
            )
    return line


def _said(name: str, value: str, words: Wording) -> str:
    """Return a value of a reason in the words of the page: an element or a modality has a label, a name stands."""
    group = {"element": "element", "modality": "modality", "lead": "modality"}.get(name, "")
    label = words.labels.get(f"{group}.{value}", value)
    return label.lower() if group else label


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    labels = wording(WRITTEN_IN).labels
    known = {key: label for key, label in labels.items() if key.startswith(PREFIX)}
    return {
        key: re.compile(PLACE.sub(r"(?P<\1>.{1,400}?)", re.escape(label))) for key, label in known.items()
    }
