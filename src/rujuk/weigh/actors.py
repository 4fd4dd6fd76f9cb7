"""Whose act a claim tells: what somebody decided, announced or seized, most outlets know from whoever did it.

"PLN merombak direksi" in two outlets that name nobody are two reports of one company's word until one of them says otherwise. So the
doer is among those that such a claim may rest on; it never takes the place of an origin that is named.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Document, Mention
from rujuk.model.statement import Claim

DOERS = frozenset({"PER", "ORG", "GPE"})
BETWEEN = 6
"""Words looked at between a doer and the verb, those of a short form in brackets not counted."""
NEAR = 3
"""The same in a headline, where names and verbs look alike."""
ASIDE = re.compile(r"^\s*(?:\([^()]{1,40}\))?(?:\s*,[^,.;]{1,60},)?")
WORD = re.compile(r"[^\W\d_]+")


def doers(claim: Claim, document: Document, pack: LanguagePack | None) -> Iterator[str]:
    """Yield the names of those whose act a claim tells, as their article calls them in full, in the order of the text.

    Of a person in a post ("Wirya Utama - Direktur Keuangan") these are the bodies of headline and first sentence: one of them appoints.
    """
    if pack is None or not pack.origins.acts:
        return
    if _appoints(claim, document, pack):
        yield from _bodies_above(document)
    sentence = claim.sentence
    first, last = min(span.start for span in claim.spans), max(span.end for span in claim.spans)
    for mention in document.mentions:
        span = mention.span
        if (
            mention.label in DOERS
            and sentence.contains(span)
            and not sentence.text[: span.start - sentence.start].endswith("(")
            and first <= span.start
            and span.end <= last
            and _acts(mention, sentence.start, sentence.text, last, pack)
        ):
            entity = document.entity(mention.entity)
            yield entity.name if entity is not None else span.text


def _appoints(claim: Claim, document: Document, pack: LanguagePack) -> bool:
    """Return whether a claim is a person's name with a post right behind it, or behind words that give it."""
    for mention in document.mentions:
        span = mention.span
        if mention.label != "PER" or not any(own.contains(span) for own in claim.spans):
            continue
        behind = claim.sentence.text[span.end - claim.sentence.start :]
        words = [word.lower() for word in WORD.findall(behind)[: BETWEEN + 1]]
        while words and words[0] in pack.origins.posted:
            words.pop(0)
        if any(words[:size] == post.split() for post in pack.origins.posts if (size := len(post.split()))):
            return True
    return False


def _bodies_above(document: Document) -> Iterator[str]:
    """Yield the names of the bodies that a headline or the first sentence of a body names."""
    opening = next((span for span in document.sentences if span.part == "body"), None)
    for mention in document.mentions:
        if mention.label == "ORG" and (
            mention.span.part == "title" or (opening is not None and opening.contains(mention.span))
        ):
            entity = document.entity(mention.entity)
            yield entity.name if entity is not None else mention.span.text


def _acts(mention: Mention, start: int, sentence: str, last: int, pack: LanguagePack) -> bool:
    """Return whether the verb behind a name, or the passive before it, tells an act of which its doer tells."""
    before, behind = sentence[: mention.span.start - start], sentence[mention.span.end - start : last - start]
    aside = ASIDE.match(behind)
    words = WORD.findall(behind[aside.end() if aside else 0 :])[: BETWEEN + 1]
    if mention.span.part == "title":  # where every word has a capital
        active = any(word.lower() in _verbs(pack) for word in words[:NEAR])
    else:
        active = _first_verb(words, pack)
    return active or _passive(WORD.findall(before)[-BETWEEN:], pack)


def _first_verb(words: list[str], pack: LanguagePack) -> bool:
    """Return whether the first word that may not stand between, further names left out, tells an act whose doer stands before it."""
    between = pack.origins.between
    verb = next((word for word in words if word.lower() not in between and not word[0].isupper()), "")
    return verb in _verbs(pack)


def _passive(words: list[str], pack: LanguagePack) -> bool:
    """Return whether the words before a name, offices left out, end in a passive whose agent it is ("dicabut Presiden …", "seized by the …")."""
    acts, told = _passives(pack) | _verbs(pack), list(words)
    while (
        told and told[-1].lower() not in acts and (told[-1][0].isupper() or told[-1] in pack.origins.between)
    ):
        told.pop()  # an office before a name, an article
    last = [word.lower() for word in told[-2:]]
    if last and last[-1] in pack.origins.agents:
        return last[0] in acts or any(word.lower() in _passives(pack) for word in told)
    return bool(last) and last[-1] in _passives(pack)


@lru_cache(maxsize=16)
def _verbs(pack: LanguagePack) -> frozenset[str]:
    """Return the acts as their verbs stand in text and, without the prefix of an active, in headlines."""
    return frozenset(form for act in pack.origins.acts for form in act.split())


@lru_cache(maxsize=16)
def _passives(pack: LanguagePack) -> frozenset[str]:
    bare = [act.split()[-1] for act in pack.origins.acts]
    return frozenset(prefix + verb for prefix in pack.differences.passive_prefixes for verb in bare)
