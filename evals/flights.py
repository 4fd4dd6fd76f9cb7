"""Flights: how often weighing plain conflicting values finds the truth (development part), beside a plain vote.

An item that nobody gives a value counts as wrong. The data is score-only: nothing here is fitted on it.
"""

import csv
from collections import Counter, defaultdict
from pathlib import Path

from rujuk.weigh.values import values

ATTRIBUTES = ("sched_dep_time", "act_dep_time", "sched_arr_time", "act_arr_time")


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(data: Path) -> dict[str, float]:
    """Return the share of items with the true value: ours, and the majority's."""
    rows = [
        (row["src"], f"{row['flight']} {attribute}", row[attribute].strip().lower())
        for row in read(data / "flights" / "claims.csv")
        for attribute in ATTRIBUTES
        if row[attribute].strip()
    ]
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, item, value in sorted(set(rows)):
        votes[item][value] += 1
    mine = values(rows)
    gold = {
        f"{row['flight']} {row['attribute']}": row["value"].strip().lower()
        for row in read(data / "flights" / "gold_dev.csv")
    }
    right = sum(mine.get(item) == value for item, value in gold.items())
    voted = sum(
        bool(votes[item]) and votes[item].most_common(1)[0][0] == value for item, value in gold.items()
    )
    return {"accuracy": right / len(gold), "peer_vote": voted / len(gold)}
