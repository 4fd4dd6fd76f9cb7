"""What a web page says of itself: JSON-LD, meta tags, headline, canonical address."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from rujuk.clean.characters import one_line
from rujuk.clean.config import CleanConfig

ARTICLE_TYPES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
MAX_NODES = 2_000
"""Objects of a page's JSON-LD that are looked at; pages have under 100."""
DATE_KEYS = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "publish_date", "publish-date",
    "published_time", "pubdate", "dc.date.issued", "dc.date", "content_publisheddate", "parsely-pub-date", "date",
)  # fmt: skip
AUTHOR_KEYS = ("author", "article:author", "dc.creator", "content_author", "parsely-author", "byl")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own statements, each "" or empty where it makes none; `dates` are (origin, text)."""

    headlines: tuple[str, ...] = ()
    printed_headlines: tuple[str, ...] = ()
    page_title: str = ""
    author: str = ""
    publishers: tuple[str, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()


def read_metadata(tree: HtmlElement, config: CleanConfig) -> Metadata:
    """Return what the page says of itself, JSON-LD first."""
    meta = _meta(tree)
    article = _article(tree, config)
    headlines = (_text(article.get("headline")), meta.get("og:title", ""), meta.get("twitter:title", ""))
    published = [("json_ld", _text(article.get("datePublished") or article.get("dateCreated")))]
    published += [("meta", meta[key]) for key in DATE_KEYS if meta.get(key)]
    published += [("meta", one_line(str(value))) for value in tree.xpath("//time/@datetime")[:1]]
    authors = (_text(article.get("author")), *(meta.get(key, "") for key in AUTHOR_KEYS))
    return Metadata(
        headlines=tuple(filter(None, headlines)),
        printed_headlines=tuple(filter(None, (one_line(h1.text_content()) for h1 in tree.xpath("//h1")[:5]))),
        page_title=one_line("".join(tree.xpath("//head//title[1]//text()"))[:1000]),
        author=next((author for author in authors if author and "://" not in author), ""),
        publishers=tuple(filter(None, (meta.get("og:site_name", ""), _text(article.get("publisher"))))),
        dates=tuple((origin, text) for origin, text in published if text),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the page's meta tags by lower-case name, the first of each."""
    found: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        if name:
            found.setdefault(name.casefold(), one_line(tag.get("content", "")[:2000]))
    return found


def _article(tree: HtmlElement, config: CleanConfig) -> Mapping[str, Any]:
    """Return the page's article object of JSON-LD, the first that has a headline or date, or an empty one."""
    for script in tree.xpath('//script[contains(@type, "ld+json")]'):
        text = script.text_content().strip().removesuffix(";")
        if len(text) > config.max_json_ld:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            kinds = node.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.endswith(ARTICLE_TYPES) for kind in named):
                return node
    return {}


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON value, outer ones first, at most MAX_NODES of them."""
    waiting, seen = [data], 0
    while waiting and seen < MAX_NODES:
        value = waiting.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
            waiting += [item for item in value.values() if isinstance(item, (dict, list))]
        elif isinstance(value, list):
            waiting += [item for item in value if isinstance(item, (dict, list))]


def _text(value: Any) -> str:
    """Return a JSON-LD value as text: of an object its name, of a list its items, joined."""
    if isinstance(value, str):
        return one_line(value[:2000])
    if isinstance(value, Mapping):
        return _text(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_text, value[:20]))))
    return ""
