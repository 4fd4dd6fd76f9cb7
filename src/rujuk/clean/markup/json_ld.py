"""The article object among a page's JSON-LD, as sites write it: lists, graphs, references, broken JSON."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from rujuk.clean.characters import one_line
from rujuk.clean.config import CleanConfig
from rujuk.clean.markup.blocks import Element

ARTICLE_TYPES = ("Article", "BlogPosting", "LiveBlogPosting", "Report")
MAX_NODES = 2_000
"""Objects of a page's JSON-LD that are looked at; pages have under 100."""
_PAIR = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated)"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){1,500})"'
)
_TYPED = re.compile(r'"@type"\s{0,5}:\s{0,5}\[?\s{0,5}"[A-Za-z]{0,20}(?:Article|BlogPosting|Report)"')
_WORD = re.compile(r"\w+")
_WRAP = re.compile(r"\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)")
_WRAP_ENDS = ("-->", "//]]>", "]]>")


def article_of(tree: Element, shown: str, config: CleanConfig) -> Mapping[str, Any]:
    """Return the page's article object, or an empty one.

    Where there are several, as in lists of other stories, the one whose headline the page shows (in `shown`) best,
    then one with a date, then the first.
    """
    nodes: list[Mapping[str, Any]] = []
    for script in (item for item in tree.iter("script") if "ld+json" in item.get("type", "")):
        text = _unwrapped("".join(script.itertext()))
        if len(text) <= config.max_json_ld:
            nodes += _nodes(_loaded(text))
    names = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    articles = [node for node in nodes if _is_article(node)]
    if not articles:
        return {}
    words = frozenset(_WORD.findall(shown.casefold()))
    best = max(range(len(articles)), key=lambda index: (*_fit(articles[index], words), -index))
    return {key: _resolved(value, names) for key, value in articles[best].items()}


def _unwrapped(text: str) -> str:
    """Return the text of a script without the marks that once hid it from old readers."""
    opening = _WRAP.match(text)
    text = text[opening.end() :] if opening else text
    while (shorter := text.rstrip().rstrip(";")) != text:
        text = shorter
    closing = next(filter(text.endswith, _WRAP_ENDS), "")
    return text.removesuffix(closing)


def text_of(value: Any) -> str:
    """Return a JSON-LD value as text: of an object its name, of a list its items, joined."""
    if isinstance(value, str):
        return one_line(html.unescape(value[:2000])).replace('\\"', '"')
    if isinstance(value, Mapping):
        return text_of(value.get("name"))
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(text_of, value[:20]))))
    return ""


def _fit(node: Mapping[str, Any], shown: frozenset[str]) -> tuple[float, bool]:
    words = frozenset(_WORD.findall(text_of(node.get("headline")).casefold()))
    return len(words & shown) / max(1, len(words)), "datePublished" in node


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(ARTICLE_TYPES) for kind in named)


def _resolved(value: Any, names: Mapping[str, Any]) -> Any:
    """Return a value with references to named objects of the same page ({"@id": ...}) in place of which they stand."""
    if isinstance(value, list):
        return [_resolved(item, names) for item in value[:50]]
    if isinstance(value, Mapping) and "name" not in value and isinstance(value.get("@id"), str):
        return names.get(value["@id"], value)
    return value


def _loaded(text: str) -> Any:
    """Return the JSON value of a script; of broken JSON about an article what can be read without its structure."""
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    if not _TYPED.search(text):
        return None
    found: dict[str, Any] = {}
    for key, value in _PAIR.findall(text):
        found.setdefault(key, value.replace('\\"', '"').replace("\\/", "/"))
    return {"@type": "Article", **found}


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of a JSON value, outer ones first, at most MAX_NODES of them."""
    waiting, at = [data], 0
    while at < len(waiting) and at < MAX_NODES:
        value = waiting[at]
        at += 1
        if isinstance(value, dict):
            yield value
            waiting += [item for item in value.values() if isinstance(item, (dict, list))]
        elif isinstance(value, list):
            waiting += [item for item in value if isinstance(item, (dict, list))]
