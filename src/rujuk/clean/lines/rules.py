"""The patterns of every language pack and of one outlet, compiled: pages of one language carry the furniture of others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rujuk.clean.facts.dates import DateReader, reader_of
from rujuk.clean.lines.sieve import Whole, Within, joined
from rujuk.lang.base import LanguagePack, Packs
from rujuk.lang.boilerplate import Boilerplate
from rujuk.outlets.rules import OutletRule

DATE_WORDS = 14
"""Of a line that is a printed date and little else; "Jurnalis-..., 20 Juni 2025 |18:09 WIB" and its kind have under 12."""


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """What a line is told by; `labels` is one pattern a label, tried in this order.

    `told` says whether a line is told by any of `labels`, `ends` and `bylines`, `writers` whether by any of the last, `cuts` whether any of
    `inline` is in it.
    """

    told: Whole
    writers: Whole
    cuts: Within
    labels: tuple[tuple[str, re.Pattern[str]], ...]
    lists: re.Pattern[str]
    ends: re.Pattern[str]
    bylines: tuple[re.Pattern[str], ...]
    captions: Within
    inline: tuple[re.Pattern[str], ...]
    byline_heads: re.Pattern[str]
    dates: DateReader

    def is_date(self, line: str) -> bool:
        """Return whether a line is little more than a printed date."""
        return len(line.split()) <= DATE_WORDS and self.dates.read(line) is not None

    def label(self, line: str) -> str | None:
        """Return the label of a line that is furniture whatever stands around it, or None."""
        for label, pattern in self.labels:
            if pattern.fullmatch(line):
                return label
        return None

    def byline(self, line: str) -> str | None:
        """Return the writer that a line names, or None."""
        if not self.writers.matches(line):
            return None
        matches = (pattern.fullmatch(line) for pattern in self.bylines)
        return next((match["name"].strip(" ,;-|") for match in matches if match), None)

    def cut(self, line: str) -> tuple[str, list[str]]:
        """Return the line without what is furniture inside it, and the pieces taken out."""
        taken: list[str] = []
        before = None if self.cuts.matches(line) else line
        while before != line:
            before = line
            for pattern in self.inline:
                if match := pattern.search(line):
                    taken.append(match.group().strip())
                    line = " ".join(f"{line[: match.start()]} {line[match.end() :]}".split())
        return line, taken


def rules_of(packs: Packs, own: tuple[OutletRule, ...] = ()) -> Rules:
    """Return the rules of all packs together, in the order of their codes, after them the outlet's own."""
    return _compiled(tuple(packs[code] for code in sorted(packs)), own)


@lru_cache(maxsize=64)
def _compiled(packs: tuple[LanguagePack, ...], own: tuple[OutletRule, ...]) -> Rules:
    sections = [pack.boilerplate for pack in packs]
    by_label = [*(section.line_patterns for section in sections), *(dict(rule.line_patterns) for rule in own)]
    labels = dict.fromkeys(label for patterns in by_label for label in patterns)
    both: tuple[Boilerplate | OutletRule, ...] = (*sections, *own)
    inline = [pattern for section in both for pattern in section.inline_patterns]
    endings = [pattern for section in both for pattern in section.end_patterns]
    bylines = [pattern for section in sections for pattern in section.byline_patterns]
    writers = [pattern.replace("?P<name>", "?:") for pattern in bylines]
    told = [pattern for patterns in by_label for several in patterns.values() for pattern in several]
    return Rules(
        told=Whole([*told, *endings, *writers]),
        writers=Whole(writers),
        cuts=Within(inline),
        labels=tuple(
            (label, _any(p for patterns in by_label for p in patterns.get(label, ()))) for label in labels
        ),
        lists=_any(p for section in both for p in section.list_patterns),
        ends=_any(endings),
        bylines=tuple(re.compile(p, re.IGNORECASE) for p in bylines),
        captions=Within(p for section in sections for p in section.caption_patterns),
        byline_heads=_any(p for section in sections for p in section.byline_heads_patterns),
        dates=reader_of({pack.code: pack for pack in packs}),
        inline=tuple(re.compile(p, re.IGNORECASE) for p in inline),
    )


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return joined(tuple(patterns))
