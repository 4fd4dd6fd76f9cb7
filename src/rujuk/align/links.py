"""Which pieces of one likely fact stand in one statement: those that links hold together.

Parts of sentences that name the same place, person or body are alike wherever they stand, and where they are, a sentence can be cut. But two
reports tell one fact only where more speaks for it (`grounds.py`).
"""

from collections.abc import Iterable, Mapping, Sequence

from rujuk.align.claims import ReadClaim
from rujuk.align.pieces import ALONE


def linked(
    labels: Sequence[int],
    holders: Mapping[int, int],
    told: Mapping[int, int],
    parts: Sequence[ReadClaim],
    links: Iterable[tuple[int, int]],
) -> list[int]:
    """Return the labels of pieces anew: those of one fact that links hold together have one, those that none does have ALONE.

    Args:
        labels: of each piece the fact that it tells, ALONE where nobody else does.
        holders: the piece that holds each part.
        told: the fact that each part tells which others tell too.
        parts: all parts, by whose places the other arguments go.
        links: the pairs of parts that may hold a statement together.
    """
    sides = _sides(told, links)
    articles: dict[int, set[str]] = {}
    of_fact: dict[int, set[int]] = {}
    for place, side in sides.items():
        articles.setdefault(side, set()).add(parts[place].claim.article_id)
        of_fact.setdefault(told[place], set()).add(side)
    held: dict[int, set[int]] = {}
    for place, piece in holders.items():
        if told.get(place, ALONE) == labels[piece] != ALONE:
            held.setdefault(piece, set()).add(sides[place])
    return [
        _largest(held.get(piece, of_fact.get(label, set())), articles) for piece, label in enumerate(labels)
    ]


def _sides(told: Mapping[int, int], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each part the least place among those that links of its fact connect it with."""
    side = {place: place for place in told}
    members = {place: [place] for place in told}
    for left, right in links:
        if left not in told or right not in told or told[left] != told[right]:
            continue
        low, high = sorted((side[left], side[right]))
        if low != high:
            for place in members.pop(high):
                side[place] = low
                members[low].append(place)
    return side


def _largest(sides: Iterable[int], articles: Mapping[int, set[str]]) -> int:
    """Return the side that most articles tell, the first of equals; ALONE where several articles tell none."""
    several = [side for side in sides if len(articles[side]) > 1]
    return min(several, key=lambda side: (-len(articles[side]), side), default=ALONE)
