"""What the names of a page's elements (class, id) say they hold, read from `markup.toml`."""

import re
import tomllib
from functools import cache
from pathlib import Path

from rujuk.model.errors import PackError

NAMES = Path(__file__).with_name("markup.toml")


@cache
def named(kind: str) -> re.Pattern[str]:
    """Return what is looked for in names that say that an element holds this kind of thing; they are to be in lower case.

    Raises PackError for a kind that the file does not know.
    """
    kinds = tomllib.loads(NAMES.read_text(encoding="utf-8"))
    if kind not in kinds:
        raise PackError(f"{NAMES}: nothing is said of {kind!r}; there are: {', '.join(kinds)}")
    return re.compile("|".join(kinds[kind]))
