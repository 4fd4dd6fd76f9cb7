"""What a web page says of itself: JSON-LD, microdata, meta tags, headline, canonical address."""

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from rujuk.clean.characters import one_line
from rujuk.clean.config import CleanConfig
from rujuk.clean.markup.blocks import Element
from rujuk.clean.markup.json_ld import article_of, text_of
from rujuk.outlets.markup import named

DATE_KEYS = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "publishdate", "publish_date",
    "publish-date", "publisheddate", "published_time", "published-date", "publication_date", "published_at", "pubdate", "pub_date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "dc.date", "dc.date.created", "content_publisheddate", "dtk:publishdate", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "rnews:datepublished", "originalpublicationdate",
    "article_date_original", "article.published", "release_date", "citation_publication_date", "date",
)  # fmt: skip
MODIFIED_KEYS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod", "updated_time",
)  # fmt: skip
AUTHOR_KEYS = (
    "author", "content_author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "cxenseparse:author",
    "article:author_name", "citation_author", "byl", "dtk:author",
)  # fmt: skip
EDITOR_KEYS = ("content_editor", "article:editor", "editor", "dtk:editor")
MARKED = "//@itemprop/..|//a/@rel/.."
"""Elements that say by an attribute what they hold; looked for once, and by their attributes: of those there are few."""
SIGNED_TAGS = ("a", "p", "div", "span", "strong", "address")
SIGNED_CLASS = named("signed")
"""What the class of an element holds that pages put a writer's name in."""
SIGNATURE = 120
"""Characters of such an element that may be a name; boxes about a writer are longer."""
MAX_SIGNED = 10
_SEVERAL = re.compile(r"[^/]{2,60} [^/]{2,60}")
"""What stands in a class of that name alone: one word or "AGENCY/NAME" is the credit of a picture."""
_HANDLE = re.compile(r"@\w+|https?://\S+|\S+@\S+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own statements, each "" or empty where it makes none, the most trusted first.

    `authors` and `editors` are as the tags have them, `printed_authors` those of elements that are marked as a writer's
    name. `dates` are (origin, text); `addresses` are those that the page gives as its own.
    """

    headlines: tuple[str, ...] = ()
    printed_headlines: tuple[str, ...] = ()
    page_title: str = ""
    authors: tuple[str, ...] = ()
    printed_authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    addresses: tuple[str, ...] = ()


def read_metadata(tree: Element, config: CleanConfig) -> Metadata:
    """Return what the page says of itself, JSON-LD first."""
    meta = _meta(tree)
    marked = tree.xpath(MARKED)
    page_title = _plain("".join(text for title in _titles(tree) for text in title.itertext())[:1000])
    printed = [_plain(_spaced(h1.itertext())) for h1 in islice(tree.iter("h1"), 5)]
    article = article_of(tree, " ".join((page_title, *printed)), config)
    headlines = (text_of(article.get("headline")), meta.get("og:title", ""), meta.get("twitter:title", ""))
    authors = (
        _people(article, "author"),
        _people(article, "creator"),
        *(meta.get(key, "") for key in AUTHOR_KEYS),
    )
    editors = (
        _people(article, "editor"),
        *(meta.get(key, "") for key in EDITOR_KEYS),
        *_names(_with_property(marked, "editor")),
    )
    addresses = (
        *[
            link.get("href")
            for link in tree.iter("link")
            if link.get("rel") == "canonical" and link.get("href")
        ][:1],
        meta.get("og:url", ""),
        text_of(article.get("url")),
    )
    return Metadata(
        headlines=_filled(headlines),
        printed_headlines=_filled(printed),
        page_title=page_title,
        authors=_filled(authors),
        printed_authors=_filled((*_names(_signed(marked)), *filter(_SEVERAL.fullmatch, _names(_classed(tree))))),
        editors=_filled(editors),
        publishers=_filled((meta.get("og:site_name", ""), text_of(article.get("publisher")))),
        dates=tuple((origin, text) for origin, text in _dates(tree, marked, article, meta) if text),
        addresses=_filled(one_line(str(address)[:2000]) for address in addresses),
    )  # fmt: skip


def _filled(texts: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _plain(text: str) -> str:
    """Return text on one line, with entities that were escaped twice."""
    return one_line(html.unescape(text))


def _spaced(pieces: Iterable[str]) -> str:
    """Return pieces of markup joined, with a space between two that meet as in "DemoDer": kicker and headline."""
    joined = ""
    for piece in pieces:
        meets = joined[-1:].isalnum() and (piece[:1].isdigit() or piece[:1].isupper())
        joined += f" {piece}" if meets else piece
    return joined


def _dates(
    tree: Element, marked: Sequence[Element], article: Mapping[str, Any], meta: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    yield "json_ld", text_of(article.get("datePublished") or article.get("dateCreated"))
    yield from (("meta", meta[key]) for key in DATE_KEYS if meta.get(key))
    for element in _with_property(marked, "datePublished")[:1]:
        given = element.get("content") or element.get("datetime") or "".join(element.itertext())
        yield "meta", one_line(given[:200])
    times = [time for time in tree.iter("time") if time.get("datetime") is not None and not _is_changed(time)]
    marked = [
        time for time in times if "publish" in (time.get("class") or "") or time.get("pubdate") is not None
    ]
    yield from (("time", one_line(time.get("datetime", "")[:200])) for time in (marked or times)[:1])
    yield "modified", text_of(article.get("dateModified"))
    yield from (("modified", meta[key]) for key in MODIFIED_KEYS if meta.get(key))


def _is_changed(time: Element) -> bool:
    """Return whether a time says that it is that of a later change."""
    names = time.get("class") or ""
    return "updated" in names or "modified" in names or time.get("itemprop") == "dateModified"


def _titles(tree: Element) -> list[Element]:
    """Return the titles in a page's head, of several side by side the first."""
    return [
        title
        for title in tree.iter("title")
        if next(title.iterancestors("head"), None) is not None
        and next(title.itersiblings("title", preceding=True), None) is None
    ]


def _people(article: Mapping[str, Any], key: str) -> str:
    """Return the names under a key of a JSON-LD article that are not an organisation's."""
    value = article.get(key)
    several = value if isinstance(value, list) else [value]
    return text_of([one for one in several if not _is_organisation(one)])


def _is_organisation(value: Any) -> bool:
    kind = value.get("@type") if isinstance(value, Mapping) else None
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.endswith("Organization") for one in kinds)


def _with_property(marked: Sequence[Element], name: str) -> list[Element]:
    return [element for element in marked if element.get("itemprop") == name]


def _signed(marked: Sequence[Element]) -> list[Element]:
    """Return the elements that are marked as a writer, by property or by the kind of link."""
    return [
        element
        for element in marked
        if element.get("itemprop") in {"author", "creator"}
        or (element.tag == "a" and "author" in (element.get("rel") or "").split())
    ]


def _classed(tree: Element) -> list[Element]:
    """Return the first elements, outside figures, whose class says that they hold a writer's name."""
    found = (
        element
        for element in tree.iter(*SIGNED_TAGS)
        if (names := element.get("class"))
        and SIGNED_CLASS.search(names)
        and next(element.iterancestors("figure"), None) is None
    )
    return list(islice(found, MAX_SIGNED))


def _names(elements: Sequence[Element]) -> Sequence[str]:
    found = [
        _plain(_spaced(element.itertext())) or element.get("content", "") for element in elements[:MAX_SIGNED]
    ]
    return [text for text in found if 0 < len(text) <= SIGNATURE and not _HANDLE.fullmatch(text)]


def _meta(tree: Element) -> dict[str, str]:
    """Return the page's meta tags by lower-case name, the first of each that holds anything."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        if tag.get("content") is None:
            continue
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = _plain(tag.get("content", "")[:2000])
        if name and content:
            found.setdefault(name.casefold(), content)
    return found
