"""What leads to pages: lists of addresses, OPML, feeds and sitemaps, from disk or off the network."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

HEAD = 2_000
"""Characters in which an XML document names its root element; comments of feed makers stand before it."""
MAX_LINKS = 50_000
"""Links of one list that are looked at: as many as a sitemap may hold."""
ROOTS = {"opml", "rss", "rdf", "feed", "urlset", "sitemapindex"}


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """An address that a list holds; `is_list` where it leads to a further list (a feed of an OPML) and to no page."""

    url: str
    is_list: bool = False


def links_of_text(text: str) -> list[Link]:
    """Return the addresses of a list, a line each; blank lines and lines that begin with # are passed over."""
    lines = (line.strip() for line in text.splitlines())
    return [Link(line, is_list=True) for line in lines if line and not line.startswith("#")]


def links_of_document(data: bytes, base: str) -> list[Link] | None:
    """Return the links of an OPML, RSS, Atom, JSON Feed or sitemap, made absolute; None where it is none of them.

    Broken XML is read as far as it goes. Nothing outside of the document is loaded, and no entity is expanded.
    """
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        found = _of_json(data)
    elif head.startswith(b"<"):
        found = _of_xml(data)
    else:
        return None
    if found is None:
        return None
    absolute = (Link(_joined(base, link.url), link.is_list) for link in found)
    return list(dict.fromkeys(link for link in absolute if link.url))[:MAX_LINKS]


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url.strip())
    except ValueError:
        return url.strip()


def _of_json(data: bytes) -> list[Link] | None:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version", "")):
        return None
    items = feed.get("items")
    urls = (item.get("url") for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
    return [Link(url) for url in urls if isinstance(url, str)]


def _of_xml(data: bytes) -> list[Link] | None:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or _name(root) not in ROOTS:
        return None
    return list(_links(root))


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _links(root: etree._Element) -> Iterator[Link]:
    for element in root.iter():
        name = _name(element)
        parent = element.getparent()
        above = "" if parent is None else _name(parent)
        if name == "outline":
            feed, page = element.get("xmlUrl"), element.get("htmlUrl") or element.get("url")
            yield from [Link(feed, is_list=True)] if feed else [Link(page)] if page else []
        elif name == "loc" and above in {"url", "sitemap"}:
            yield Link(element.text or "", is_list=above == "sitemap")
        elif name == "link" and above == "item":
            yield Link(element.text or "")
        elif name == "link" and above == "entry" and element.get("rel", "alternate") == "alternate":
            yield Link(element.get("href", ""))
