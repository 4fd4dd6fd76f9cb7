"""What most reports of a large story say anyway: what it is about, where and on which day. That alone makes no two parts one fact."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rujuk.align.acts import Doing, doing, same_act
from rujuk.align.claims import ReadClaim
from rujuk.align.config import AlignConfig
from rujuk.lang.base import Packs
from rujuk.model.moments import DAY_LENGTH


def worn_terms(parts: Sequence[ReadClaim], config: AlignConfig) -> frozenset[str]:
    """Return the content words and times that at least the share `worn` of a story's articles have; none of a story of fewer than `crowded`."""
    by_article: dict[str, set[str]] = {}
    for item in parts:
        by_article.setdefault(item.claim.article_id, set()).update(_terms(item))
    if len(by_article) < config.crowded:
        return frozenset()
    seen = Counter(term for own in by_article.values() for term in own)
    return frozenset(term for term, count in seen.items() if count >= config.worn * len(by_article))


def only_worn(left: ReadClaim, right: ReadClaim, everywhere: frozenset[str], packs: Packs) -> bool:
    """Return whether two claims have nothing in common but what is worn: no figure, and no act but the one that the story is about.

    Of that one a verb is an act: a mountain that "meletus". But "akibat erupsi" stands in whatever is told of the days after. Claims of two
    languages have nothing but names in common, which tells nothing.
    """
    if not _share_worn(_terms(left), _terms(right), everywhere) or _told_otherwise(left, right):
        return False
    pack = packs[left.language]
    return not same_act(doing(left, pack), doing(right, pack), pack, but=everywhere)


@dataclass(frozen=True, slots=True)
class Worn:
    """The terms of each part of a story by its place, what its head does, and which terms are worn."""

    parts: Sequence[ReadClaim]
    terms: Sequence[frozenset[str]]
    acts: Sequence[Doing]
    everywhere: frozenset[str]
    packs: Packs

    @classmethod
    def of(
        cls, parts: Sequence[ReadClaim], empty: Sequence[bool], everywhere: frozenset[str], packs: Packs
    ) -> "Worn":
        """Return what `between` asks; `empty` says which parts have no verb, `everywhere` which terms are worn."""
        if not everywhere:
            return cls(parts, (), (), everywhere, packs)
        heads = [parts[at] for at in _heads(parts, empty)]
        acts = [doing(head, packs[head.language]) for head in heads]
        return cls(parts, [_terms(item) for item in parts], acts, everywhere, packs)

    def between(self, left: int, right: int) -> bool:
        """Return whether two parts have nothing in common but what is worn, and what they belong to tells no act in common.

        "di Bandara X" is one fact where both tell of a landing there, and none where one tells of a landing and the other of a departure.
        """
        if not self.everywhere or not _share_worn(self.terms[left], self.terms[right], self.everywhere):
            return False
        one, other = self.parts[left], self.parts[right]
        if _told_otherwise(one, other):
            return False
        return not same_act(self.acts[left], self.acts[right], self.packs[one.language])


def _terms(item: ReadClaim) -> frozenset[str]:
    times = (time.start_at for time in item.times if len(time.start_at) >= DAY_LENGTH)
    return frozenset((*item.stems, *times))


def _share_worn(one: frozenset[str], other: frozenset[str], everywhere: frozenset[str]) -> bool:
    """Return whether both have terms in common, all of them worn."""
    shared = one & other
    return bool(shared) and shared <= everywhere


def _told_otherwise(left: ReadClaim, right: ReadClaim) -> bool:
    """Return whether two claims are held against each other by their figures, or by meaning alone as those of two languages are."""
    return left.language != right.language or bool(left.quantities and right.quantities)


def _heads(parts: Sequence[ReadClaim], empty: Sequence[bool]) -> list[int]:
    """Return for each part the place of the one whose verb it belongs to: itself, the nearest before it in its sentence, or else behind it."""
    found = [*range(len(parts))]
    for places in (range(len(parts)), reversed(range(len(parts)))):
        last = -1
        for at in places:
            if not empty[at]:
                last = at
            elif found[at] == at and last >= 0 and parts[last].sentence_key == parts[at].sentence_key:
                found[at] = last
    return found
