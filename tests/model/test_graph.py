"""The origin graph: each statement of an outlet is one thing, copies are told as such, and nothing is counted twice."""

import pytest

from render import ferry
from render.builders import article, claim, origin, statement
from rujuk.model.graph import CopyEdge, OutletShare, origin_graph
from rujuk.model.story import Reuse

NUSA, TELUK = (
    article(name, "Judul", "Hujan turun. Sungai meluap.") for name in ("Warta Nusa", "Kabar Teluk")
)
NAMES = {NUSA.id: "Warta Nusa", TELUK.id: "Kabar Teluk"}


def share(*origins, edges=()) -> dict[str, OutletShare]:
    told = statement(
        "relayed", [claim(NUSA, "Hujan turun"), claim(TELUK, "Hujan turun")], origins, independent=1
    )
    return {one.outlet: one for one in origin_graph([told], edges, NAMES).shares}


def copied(direction) -> Reuse:
    low, high = sorted((NUSA, TELUK), key=lambda item: item.id)
    spans = ((low.span(0, 12), high.span(0, 12)),)
    return Reuse(low.id, high.id, "verbatim", direction, None, 0.9, spans)


def test_own_relayed_and_unstated() -> None:
    found = share(origin("Warta Nusa", "outlet", (NUSA, "x")), origin("Sari", "person", (TELUK, "y")))
    assert found["Warta Nusa"] == OutletShare("Warta Nusa", 1, 0, 0, 0)
    assert found["Kabar Teluk"] == OutletShare("Kabar Teluk", 0, 1, 0, 0)
    found = share(origin("Selat", "unknown", (NUSA, "x"), (TELUK, "y")))
    assert [one.unstated for one in found.values()] == [1, 1]


@pytest.mark.parametrize(("direction", "takers"), [("left>right", 1), ("right>left", 1), (None, 2)])
def test_copied_words_are_the_takers_or_of_both_where_nobody_knows(direction, takers: int) -> None:
    found = share(origin("Warta Nusa", "outlet", (NUSA, "x"), (TELUK, "y")), edges=[copied(direction)])
    assert sum(one.copied for one in found.values()) == takers
    low, high = sorted((NUSA, TELUK), key=lambda item: item.id)
    giver, taker = (low, high) if direction == "left>right" else (high, low)
    names = [NAMES[giver.id], NAMES[taker.id]]
    (edge,) = origin_graph([], [copied(direction)], NAMES).copies
    assert edge == CopyEdge(*(names if direction else sorted(names)), direction is not None, 0.9)


def test_the_graph_counts_what_the_statements_say() -> None:
    made = ferry.ferry()
    graph = made.origin_graph
    for one in graph.shares:
        ids = {card.id for card in made.articles if card.outlet and card.outlet.name == one.outlet}
        held = [s for s in made.statements if any(ids & {*origin.article_ids} for origin in s.origins)]
        assert one.own + one.relayed + one.unstated + one.copied == len(held)
    assert made.to_dict()["origin_graph"] == graph.to_dict()
