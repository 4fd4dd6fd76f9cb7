"""The dateline of a text, and whose page it is: by address, declaration, publisher and house mark."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from rujuk.model.text import OutletRef
from rujuk.outlets.base import Outlet, Outlets

REACH = 90
"""Characters in which a dateline ends; "Mataram, NTB (ANTARA News) -" has 29, the longest of a day's 1,973 has 61."""
MAX_PARTS = 4
MAX_WORDS = 9
_DASH = re.compile(r"-{1,3}|[–—―]")
_SPLIT = re.compile(r"[,()|/]+")
_SITE = re.compile(
    r"[\w-]{2,30}(?:\.[\w-]{2,20}){0,2}\.(?:com|id|co|net|org|news|tv|info|online|my|sg|uk|asia|today|live)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z][A-Z .'’-]{2,40}")
_TITLED = re.compile(r"[A-Z][\w.'’-]{1,20}(?: (?:[A-Z][\w.'’-]{1,20}|d[ei]|al)){0,3}")
_GLUED = re.compile(
    r"(?P<mark>[\w-]{2,30}(?:\.[\w-]{2,20}){0,2}), ?[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}?(?=[A-Z][A-Za-z])"
)
_DATED = re.compile(r"[\w ]{0,20}\d{1,2}(?:[./ -][\w]{1,10}){0,2}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the dash that opens a report, and the part of it that is a house mark, or ""."""

    text: str
    mark: str = ""


def read_dateline(line: str, outlets: Outlets) -> Dateline | None:
    """Return the dateline at the start of a line ("JAKARTA, KOMPAS.com -", "MOSKOW –"), or None."""
    for dash in _DASH.finditer(line, 2, REACH):
        found = _accept(line, dash, outlets)
        if found:
            return found
    return _glued(line, outlets)


def _glued(line: str, outlets: Outlets) -> Dateline | None:
    """Return a house mark and a place that scrapers glue to the first word ("Liputan6.com, JakartaWarga"), or None.

    Of 1,127 scraped rows of one outlet 445 have lost the dash and the space so.
    """
    match = _GLUED.match(line)
    return Dateline(match.group(), match["mark"]) if match and _is_mark(match["mark"], outlets) else None


def starts_with_dateline(line: str, outlets: Outlets) -> bool:
    """Return whether a line opens with a dateline that has capitals or a house mark, or is no more than a dateline."""
    found = read_dateline(line, outlets)
    if found is None:
        return False
    return bool(found.mark) or _CAPITALS.match(found.text) is not None or len(line) <= len(found.text) + 4


def _accept(line: str, dash: re.Match[str], outlets: Outlets) -> Dateline | None:
    head, rest = line[: dash.start()].rstrip(), line[dash.end() :].lstrip()
    parts = [part.strip() for part in _SPLIT.split(head) if part.strip()]
    if not parts or len(parts) > MAX_PARTS or len(head.split()) > MAX_WORDS:
        return None
    spaced = line[dash.start() - 1 : dash.start()].isspace() or line[dash.end() : dash.end() + 1].isspace()
    opens = (
        rest[:1].isupper() or rest[:1] in "\"“‘'"
    )  # an empty rest opens too: the report starts on the next line
    apart = spaced or len(dash.group()) > 1 or dash.group() != "-"
    mark = next((part for part in parts if _is_mark(part, outlets)), "")
    others = [part for part in parts if part != mark]
    if mark and all(_CAPITALS.fullmatch(p) or _TITLED.fullmatch(p) or _DATED.fullmatch(p) for p in others):
        return Dateline(head, mark) if apart or opens else None
    if len(parts) <= 2 and _CAPITALS.fullmatch(parts[0]) and len(parts[0]) > 2 and (apart or opens):
        return Dateline(head)
    titled = all(_TITLED.fullmatch(part) for part in parts) and len(parts) <= 2
    return Dateline(head) if titled and spaced and line[dash.start() - 1].isspace() and opens else None


def _is_mark(part: str, outlets: Outlets) -> bool:
    return _SITE.fullmatch(part) is not None or outlets.by_mark(part) is not None


@dataclass(frozen=True, slots=True)
class Publisher:
    """Everything that says whose page it is; None or "" where nothing does."""

    url: str | None = None
    declared: str = ""
    publishers: tuple[str, ...] = ()
    mark: str = ""


def find_outlet(publisher: Publisher, outlets: Outlets) -> tuple[Outlet | None, OutletRef | None]:
    """Return the outlet of the pack, or None, and the reference to it or to an outlet the pack does not hold, or None."""
    host = _host(publisher.url)
    named = (publisher.declared, *publisher.publishers, publisher.mark)
    known = (outlets.by_domain(host) if host else None, *(outlets.by_mark(name) for name in named if name))
    outlet = next((item for item in known if item), None)
    if outlet:
        return outlet, OutletRef(outlet.id, outlet.name)
    name = _first((*named[:-1], publisher.mark if _SITE.fullmatch(publisher.mark) else "", host))
    return None, OutletRef("", name) if name else None


def _first(names: Iterable[str]) -> str:
    return next((name.strip() for name in names if name.strip()), "")


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
