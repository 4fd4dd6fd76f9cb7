"""Which page of a report that is parted into several a capture holds: by its address, its links and what it prints."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin, urlsplit, urlunsplit

from rujuk.lang.base import LanguagePack, Packs
from rujuk.model.text import Article, Page

HEAD = 200_000
"""Bytes of a saved page that are searched for the links to the pages before and after it; they stand in the head."""
MOST = 50
"""Pages of one report: a higher number counts something else."""
LINE = 200
"""Characters of a printed line that may be a pager."""
_LINK = re.compile(r"<link\s[^>]{1,2000}>", re.IGNORECASE)
_REL = re.compile(r"""\brel\s*=\s*["']?(prev|next)(?![\w-])""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?([^"'\s<>]{1,1900})""", re.IGNORECASE)
_REST = re.compile(r"""[/?][\w=/-]{1,30}(?=["'])""")
"""What follows a report's path in a link to a page of it; a link into a page ("#") leads elsewhere."""
MOST_LINKS = 200
LINK_TAIL = 40
LEAST_PATH = 12
"""Characters of a path from which it names a report and no section."""
_TAIL = re.compile(r"(?<=[\w-]{8})/(\d{1,3})/?$")


@dataclass(frozen=True, slots=True, eq=False)
class Habits:
    """The page words of all packs together."""

    parameters: frozenset[str]
    whole_values: frozenset[str]
    whole_parameters: frozenset[str]
    path: re.Pattern[str]
    steps: tuple[int, ...]
    pagers: tuple[re.Pattern[str], ...]
    further: re.Pattern[str]
    headline: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PagePlace:
    """The address of a report without what names a page, the page's number, and the last number known.

    `given` is that of the address under which it was captured, "" where none is known. `number` is None where the capture is said to hold all pages, and 1 where nothing names one. `tail` is the report's address
    if a bare number at the end of the path counts pages, and that number; ("", 0) without one.
    """

    base: str
    number: int | None = 1
    last: int = 0
    tail: tuple[str, int] = ("", 0)
    given: str = ""


def habits_of(packs: Packs) -> Habits:
    """Return what all packs say of parted reports."""
    return _habits(tuple(packs[code] for code in sorted(packs)))


@lru_cache(maxsize=8)
def _habits(packs: tuple[LanguagePack, ...]) -> Habits:
    sections = [pack.paging for pack in packs]
    words = "|".join(re.escape(word) for section in sections for word in section.page_words)
    return Habits(
        parameters=_folded(word for section in sections for word in section.page_parameters),
        whole_values=_folded(word for section in sections for word in section.whole_values),
        whole_parameters=_folded(word for section in sections for word in section.whole_parameters),
        path=re.compile(rf"/(?:{words or '(?!)'})[/-]?(\d{{1,2}})/?$", re.IGNORECASE),
        steps=tuple(sorted({step for section in sections for step in section.tail_steps})),
        pagers=tuple(re.compile(p, re.IGNORECASE) for section in sections for p in section.pager_patterns),
        further=_any(p for section in sections for p in section.next_patterns),
        headline=re.compile(
            f"{_any(p for section in sections for p in section.headline_patterns).pattern}$", re.IGNORECASE
        ),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(patterns) or '(?!)'})", re.IGNORECASE)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for word in words)


def place_of(article: Article, page: Page, habits: Habits) -> PagePlace:
    """Return which page of which report a capture holds; the base is "" without an address.

    What the capture's address says goes before the address that the page gives as its own, then come links to the pages
    beside it and what it prints.
    """
    if article.canonical_url is None:
        return PagePlace("")
    own = read_address(article.canonical_url, habits)
    given = read_address(page.url, habits) if page.url else own
    told = next((item.number for item in (given, own) if item.number != 1), 1)
    linked, before = _linked(page, own.base, habits)
    printed, last = _printed(article, habits)
    number = told if told != 1 else linked if linked > 1 else max(1, printed)
    known = (
        last,
        before,
        number or 0,
        (number or 0) + _goes_on(article, habits),
        _pointed(page, own.base, habits),
    )
    above, tail = _tail(given, own)
    pointed = _pointed(page, above, habits, is_bare=True) if 0 < tail <= last else 0
    if pointed:  # the number at the end is one of those that its pager prints and leads to
        return PagePlace(above, tail, max(*known, pointed), given=above)
    return PagePlace(own.base, number, max(known), (above, tail), given.base if page.url else "")


def _goes_on(article: Article, habits: Habits) -> bool:
    """Return whether the page prints that its report goes on in the next."""
    short = (line.text for line in article.furniture if len(line.text) <= LINE)
    return any(habits.further.fullmatch(text) for text in short)


def _tail(given: PagePlace, own: PagePlace) -> tuple[str, int]:
    """Return the report's address and the number where one of the two addresses ends in a bare number."""
    for item in (own, given):
        if item.tail[1]:
            return item.tail
    return "", 0


def read_address(url: str, habits: Habits) -> PagePlace:
    """Return the address without what names a page, and the page's number, None for all pages, 1 where nothing names one."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return PagePlace(url)
    number: int | None = 1
    kept = []
    for pair in filter(None, parts.query.split("&")):
        name, _, value = pair.casefold().partition("=")
        if pair.casefold() in habits.whole_parameters or (
            name in habits.parameters and value in habits.whole_values
        ):
            number = None
        elif name in habits.parameters and value.isdecimal() and 0 < int(value[:4]) <= MOST:
            number = int(value) if number is not None else None
        else:
            kept.append(pair)
    path = parts.path
    if match := habits.path.search(path):
        path, number = path[: match.start()], int(match[1]) if number == 1 else number
    base = urlunsplit((parts.scheme, parts.netloc, path or "/", "&".join(kept), ""))
    tail = _TAIL.search(path)
    if not tail or kept or number != 1:
        return PagePlace(base, number)
    above = urlunsplit((parts.scheme, parts.netloc, path[: tail.start()], "", ""))
    return PagePlace(base, number, 0, (above, int(tail[1])))


def _linked(page: Page, base: str, habits: Habits) -> tuple[int, int]:
    """Return the page's number by the links to the pages beside it, 0 where there are none, and the last number they name."""
    if page.kind != "html":
        return 0, 0
    head = page.data[:HEAD].decode("utf-8", "replace")
    number = last = 0
    for tag in _LINK.finditer(head):
        rel, href = _REL.search(tag.group()), _HREF.search(tag.group())
        other = _joined(base, href[1].replace("&amp;", "&")) if rel and href else ""
        place = read_address(other, habits) if other else None
        if rel and place and place.number and _same(place.base, base):
            step = 1 if rel[1].casefold() == "prev" else -1
            number, last = max(number, place.number + step), max(last, place.number)
    return number, last


def _pointed(page: Page, base: str, habits: Habits, *, is_bare: bool = False) -> int:
    """Return the highest page of the report that a web page's links lead to, 0 where they lead to none.

    A bare number at the end of their paths counts pages where `is_bare` says so.
    """
    path = urlsplit(base).path.rstrip("/").encode()
    if page.kind != "html" or len(path) < LEAST_PATH:
        return 0
    last, start = 0, page.data.find(path)
    for _ in range(MOST_LINKS):
        if start < 0:
            break
        tail = page.data[start + len(path) : start + len(path) + LINK_TAIL].decode("utf-8", "replace")
        if match := _REST.match(tail):
            place = read_address(f"{base.rstrip('/')}{match[0]}", habits)
            above, number = place.tail if is_bare and place.tail[1] else (place.base, place.number or 0)
            last = max(last, number) if _same(above, base) and number <= MOST else last
        start = page.data.find(path, start + len(path))
    return last if last > 1 else 0


def _same(one: str, other: str) -> bool:
    """Return whether two addresses are one, whatever their scheme and closing slash."""
    return one.partition(":")[2].rstrip("/") == other.partition(":")[2].rstrip("/")


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _printed(article: Article, habits: Habits) -> tuple[int, int]:
    """Return the page's number as printed ("Halaman 2 dari 3"), 0 where none is, and the last number printed."""
    number = last = 0
    for line in article.furniture:
        for pager in habits.pagers if len(line.text) <= LINE else ():
            if match := pager.fullmatch(line.text):
                found = match.groupdict()
                number = max(number, int(found.get("number") or 0))
                last = max(last, int(found["last"] or 0))
    return (number, last) if number <= last <= MOST else (0, 0)
