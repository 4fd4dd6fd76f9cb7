"""Statements of several articles of the labelled events that were read, one by one: do their claims tell one fact?

The labels name facts of several reports, not everything that may wrongly come together: a place, a visit, "so-and-so claims". gold/joins.jsonl holds
the claims of the 124 statements of several articles that were found on 27 November 2026, by offsets, and whether they tell one fact or
none that is one. 17 do not. They were read before the rule of `rujuk.align.links` and in view of it, so the two shares say what it keeps, not how right
a new story is.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from evals.events import Event
from rujuk.model.statement import Alignment, Claim

GOLD = Path(__file__).with_name("gold") / "joins.jsonl"
Held = tuple[str, str, tuple[tuple[int, int], ...]]
"""Article id, part, and the ranges of a claim."""


@cache
def judged() -> tuple[dict[str, Any], ...]:
    """Return the statements that were read."""
    return tuple(json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines())


def kept_together(event: Event, statements: Sequence[Alignment], *, one_fact: bool) -> Iterator[float]:
    """Yield for each judged statement of an event the share of its pairs of claims, of two articles, that still stand together."""
    place = {claim.id: at for at, own in enumerate(statements) for claim in own.claims}
    claims = [claim for own in statements for claim in own.claims]
    for item in judged():
        if item["event"] == event.name and item["one_fact"] is one_fact:
            held = [_held(claim, event) for claim in item["claims"]]
            at = [place.get(_nearest(one, claims), -1 - number) for number, one in enumerate(held)]
            pairs = [(a, b) for a, b in combinations(range(len(held)), 2) if held[a][0] != held[b][0]]
            yield sum(at[a] == at[b] for a, b in pairs) / len(pairs)


def _held(claim: dict[str, Any], event: Event) -> Held:
    ranges = tuple((start, end) for start, end in claim["spans"])
    return event.articles[claim["article"]].id, claim["part"], ranges


def _nearest(one: Held, claims: Sequence[Claim]) -> str:
    """Return the id of the claim that has most characters of a judged one, "" where none has any."""
    best = max(claims, key=lambda claim: (_shared(one, claim), claim.id))
    return best.id if _shared(one, best) else ""


def _shared(one: Held, claim: Claim) -> int:
    if (claim.article_id, claim.part) != one[:2]:
        return 0
    return sum(
        max(0, min(end, span.end) - max(start, span.start)) for start, end in one[2] for span in claim.spans
    )
