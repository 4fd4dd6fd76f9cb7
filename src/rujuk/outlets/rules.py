"""Dated rules of an outlet: what its pages print beside the news that no other outlet's do, and in which years.

A rule is a table `[[outlet.rules]]` below its outlet. It comes into play only for pages of that outlet and of its time;
what many outlets print belongs into the language packs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rujuk.model.errors import PackError

LABELS = frozenset({"related", "ad", "caption", "credit", "share", "comment", "menu", "tags", "other"})
"""What a line that is no body may be called."""
PATTERNS = ("list_patterns", "end_patterns", "inline_patterns")
KEYS = frozenset({"from", "until", "seen", "line_patterns", *PATTERNS, "desks", "elements"})
Labelled = tuple[tuple[str, tuple[str, ...]], ...]
"""Texts by label, in the order of the file."""
_ELEMENT = re.compile(r"(?P<tag>[a-z][a-z0-9]{0,19})?(?P<mark>[.#])(?P<name>[\w-]{1,80})")


@dataclass(frozen=True, slots=True)
class OutletRule:
    """What is added to the language packs' rules for one outlet's pages from one time.

    `since` is its first day and `until` the day after its last, each "" where it is not known; `seen` says where and
    when its pages were seen to need it. `line_patterns`, `list_patterns`, `end_patterns` and `inline_patterns` are those
    of a language pack's `boilerplate.toml`. `desks` are names printed beside a writer's that are no one's. `elements`
    are the elements of a web page that hold no body, as "tag.class", ".class" or "#id", by the label of their lines.
    """

    since: str
    until: str
    seen: str
    line_patterns: Labelled
    list_patterns: tuple[str, ...]
    end_patterns: tuple[str, ...]
    inline_patterns: tuple[str, ...]
    desks: tuple[str, ...]
    elements: Labelled

    def holds(self, day: str) -> bool:
        """Return whether it is for pages of an ISO 8601 day or moment; of those whose day is unknown ("") every rule is."""
        return not day or (self.since <= day[:10] and (not self.until or day[:10] < self.until))


def split_element(text: str) -> tuple[str, str, str] | None:
    """Return tag (or ""), "class" or "id", and name of an element as rules write it, or None where it is none."""
    match = _ELEMENT.fullmatch(text)
    return (match["tag"] or "", "id" if match["mark"] == "#" else "class", match["name"]) if match else None


def read_rule(where: str, entry: Any) -> OutletRule:
    """Return the rule that a table is; raises PackError for an unknown key, label or element, a wrong type, a bad pattern."""
    if not isinstance(entry, dict):
        raise PackError(f"{where}: must be a table")
    unknown = sorted(entry.keys() - KEYS)
    if unknown:
        raise PackError(f"{where}: unknown keys {unknown}; there are: {', '.join(sorted(KEYS))}")
    seen = entry.get("seen")
    if not isinstance(seen, str) or not seen.strip():
        raise PackError(f"{where}: seen is missing: say on which pages it was seen to be needed")
    since, until = (_day(where, key, entry) for key in ("from", "until"))
    if since and until and since >= until:
        raise PackError(f"{where}: until {until} must be after from {since}")
    lists, ends, inline, desks = (
        _texts(f"{where}: {key}", entry.get(key, [])) for key in (*PATTERNS, "desks")
    )
    lines, elements = (_labelled(where, key, entry) for key in ("line_patterns", "elements"))
    rule = OutletRule(since, until, seen, lines, lists, ends, inline, desks, elements)
    _check(where, rule)
    return rule


def _day(where: str, key: str, entry: Mapping[str, Any]) -> str:
    value = entry.get(key)
    if value is None:
        return ""
    if type(value) is not date:
        raise PackError(f"{where}: {key} must be a day, like 2021-03-01")
    return value.isoformat()


def _labelled(where: str, key: str, entry: Mapping[str, Any]) -> Labelled:
    value = entry.get(key, {})
    if not isinstance(value, dict):
        raise PackError(f"{where}: {key} must be a table")
    unknown = sorted(value.keys() - LABELS)
    if unknown:
        raise PackError(
            f"{where}: {key} has unknown labels {unknown}; there are: {', '.join(sorted(LABELS))}"
        )
    return tuple((label, _texts(f"{where}: {key}.{label}", texts)) for label, texts in value.items())


def _texts(what: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise PackError(f"{what} must be a list of strings")
    return tuple(value)


def _check(where: str, rule: OutletRule) -> None:
    lines = (pattern for _, patterns in rule.line_patterns for pattern in patterns)
    for pattern in (*lines, *rule.list_patterns, *rule.end_patterns, *rule.inline_patterns):
        try:
            re.compile(pattern)
        except re.error as error:
            raise PackError(f"{where}: {pattern!r} is no pattern: {error}") from error
    for element in (element for _, elements in rule.elements for element in elements):
        if split_element(element) is None:
            raise PackError(f"{where}: {element!r} is no element; write tag.class, .class or #id")
