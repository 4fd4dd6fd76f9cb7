"""The template engine, set so that a capture's text can only ever become text."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

HERE = Path(__file__).parent / "templates"

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Characters that HTML forbids, that break lines unseen, or that cannot be written as UTF-8."""
REFUSED = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff<>\"'`\\]")
"""Characters that no web address holds unescaped; an address with one is shown as text."""


@cache
def environment() -> Environment:
    """Return the templates with escaping always on and unknown names an error."""
    return Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=printable,
    )


def printable(value: object) -> object:
    """Return a text with each character that cannot stand on a page replaced by U+FFFD; other values as they are."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return UNPRINTABLE.sub("\ufffd", value)
    return value


def safe_url(url: str | None) -> str | None:
    """Return the address if it is a plain http or https one with a host, else None: it must not become a link."""
    if not url or REFUSED.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.hostname else None
