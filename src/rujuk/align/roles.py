"""Who gives, in a claim about something given: the one role whose confusion turns a story round."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from rujuk.align.claims import ReadClaim
from rujuk.lang.base import LanguagePack
from rujuk.lang.stems import stem
from rujuk.model.annotations import Mention
from rujuk.model.text import Span

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def giver(item: ReadClaim, pack: LanguagePack) -> Mention | None:
    """Return the person that a claim has give something, None where it does not tell or tells of several.

    Read from the order of words: a person right before an active verb of giving ("Gubernur X menyerahkan"), or right
    behind a word for "by" or "from" that follows a passive verb of giving or a verb of getting ("diberi oleh X").
    """
    told = [
        _giver_at(word.group().lower(), span.start + word.start(), span, item, pack)
        for span in item.claim.spans
        for word in WORD.finditer(span.text)
        if _gives(word.group().lower(), pack)
    ]
    return told[0] if len(told) == 1 else None


def _gives(word: str, pack: LanguagePack) -> bool:
    """Return whether a word is a verb of giving or getting."""
    return word in pack.differences.getting or stem(word, pack.words) in _giving_stems(pack)


@lru_cache(maxsize=16)
def _giving_stems(pack: LanguagePack) -> frozenset[str]:
    return frozenset(stem(verb, pack.words) for verb in pack.differences.giving)


def _giver_at(word: str, at: int, span: Span, item: ReadClaim, pack: LanguagePack) -> Mention | None:
    words = pack.differences
    if word in words.getting or word.startswith(words.passive_prefixes):
        return _behind(words.givers, at, span, item.mentions)
    return _before(at, span, item.mentions) if word.startswith(words.active_prefixes) else None


def _before(at: int, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the one person named before an offset of a span, None where there are several."""
    earlier = {
        m.entity: m for m in mentions if m.label == "PER" and span.contains(m.span) and m.span.end <= at
    }
    return next(iter(earlier.values())) if len(earlier) == 1 else None


def _behind(markers: Collection[str], at: int, span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """Return the first person behind an offset of a span before whom, within a title's length, a marker stands."""
    for mention in mentions:
        if mention.label == "PER" and span.contains(mention.span) and mention.span.start > at:
            between = span.text[at - span.start : mention.span.start - span.start].lower().split()
            return mention if any(word in markers for word in between[-6:]) else None
    return None


def same_person(left: str, right: str) -> bool:
    """Return whether two names may be one person's: they share a word of three letters or more."""
    one, other = ({word for word in WORD.findall(name.lower()) if len(word) > 2} for name in (left, right))
    return bool(one & other)
