"""The headline of a web page among what its tags call one."""

import re
from collections.abc import Set

from rujuk.clean.lines.rules import Rules
from rujuk.clean.markup.metadata import Metadata
from rujuk.outlets.base import Outlets

_CUT = re.compile(r" *[|»›·•] *| +[-–—] +| *:: *|(?<=\w): +")
_WORD = re.compile(r"\w+")
OVERLAP = 0.5
"""Share of words that a printed headline and a tag must have in common: section names have none."""


def choose_title(metadata: Metadata, rules: Rules, outlets: Outlets) -> str:
    """Return the page's headline: the printed one that a tag bears out best, else the tags' own without the outlet's name."""
    own = frozenset(name.casefold() for name in metadata.publishers)
    tagged = [strip_outlet(text, own, rules, outlets) for text in (*metadata.headlines, metadata.page_title)]
    tagged = [text for text in tagged if text]
    printed = [strip_outlet(text, own, rules, outlets) for text in metadata.printed_headlines]
    score, _, best = max(
        (
            (max((_overlap(text, tag) for tag in tagged), default=0.0), -index, text)
            for index, text in enumerate(printed)
        ),
        default=(0.0, 0, ""),
    )
    return best if score >= OVERLAP else next(iter((*tagged, *printed)), "")


def strip_outlet(title: str, own: Set[str], rules: Rules, outlets: Outlets) -> str:
    """Return a title without the outlet's name and section at its end or start ("... - Health :: Okezone Lifestyle")."""
    while cuts := list(_CUT.finditer(title[:500])):
        head, tail = title[: cuts[0].start()].strip(), title[cuts[-1].end() :].strip()
        if _is_outlet(tail, own, outlets) or rules.label(tail) == "menu":
            title = title[: cuts[-1].start()].strip()
        elif _is_outlet(head, own, outlets):
            title = title[cuts[0].end() :].strip()
        else:
            break
    return title


def _is_outlet(text: str, own: Set[str], outlets: Outlets) -> bool:
    """Return whether a piece of a title is an outlet's name, alone or before a section ("Kompas.com Regional")."""
    words = text.split()
    if not words or len(words) > 4:
        return False
    return text.casefold() in own or any(
        outlets.by_mark(" ".join(words[:end])) for end in range(1, len(words) + 1)
    )


def _overlap(left: str, right: str) -> float:
    words = set(_WORD.findall(left.casefold()))
    others = set(_WORD.findall(right.casefold()))
    return len(words & others) / len(words | others) if len(words & others) > 1 else 0.0
