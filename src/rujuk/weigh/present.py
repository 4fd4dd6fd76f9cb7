"""Which known outlets have reports in a story, and where a sentence names one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rujuk.model.text import Article
from rujuk.outlets.base import Outlet, Outlets


def outlets_of(articles: Iterable[Article], outlets: Outlets) -> tuple[Outlet, ...]:
    """Return the known outlets of the articles and of their owners, sorted by id."""
    ids = {article.outlet.id for article in articles if article.outlet is not None and article.outlet.id}
    known = {outlet.id: outlet for key in ids if (outlet := outlets.get(key)) is not None}
    groups = {outlet.group for outlet in known.values() if outlet.group}
    known |= {outlet.id: outlet for outlet in outlets.all if outlet.group in groups}
    return tuple(known[key] for key in sorted(known))


def is_named(outlet: Outlet, sentence: str) -> bool:
    """Return whether a sentence names an outlet, and not as the mark with a place before its first words ("Warta Nusa, Sembada Hujan …")."""
    return any(
        found.start() or not sentence.startswith(",", found.end())
        for found in _pattern(outlet).finditer(sentence)
    )


@lru_cache(maxsize=512)
def _pattern(outlet: Outlet) -> re.Pattern[str]:
    """Return what finds an outlet's name in a sentence, where it is not followed by a dash or a colon."""
    names = "|".join(re.escape(name) for name in sorted(outlet.names, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b(?!\s*\)?\s*[-–—:])")
