"""Which of conflicting plain values is believed: weighing without text, so that it can be judged where the truth is known.

Pooled investment (Pasternack and Roth, "Knowing what to believe (when you already know something)", COLING 2010): outlets
spread their trust over the values they give, values of one item share what is paid in, and pay it back to their outlets.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValuesConfig:
    """Numbers of `values`, as the paper gives them; none is fitted."""

    # How much more than its share a value with more invested gets.
    growth: float = 1.4
    # Rounds; beliefs on the flight data no longer change the winner after eight.
    rounds: int = 20
    # Least trust of an outlet, where the mean is 1: one that is always outvoted must not vanish and divide by zero.
    least_trust: float = 1e-6


NOTE = re.compile(r"\s*\([^()]*\)|\*+|\s{3,}.*", re.DOTALL)
"""What a table's cell says about its value: in brackets, by an asterisk, or set apart by white space."""

Key = tuple[str, str]
"""Item and value."""


def plain(value: str) -> str:
    """Return a cell's value without what is noted about it: "10.30 (perkiraan)" and "10.30*" are 10.30; a value of notes alone stays."""
    return NOTE.sub("", value).strip() or value


def values(
    rows: Iterable[tuple[str, str, str]],
    *,
    read: Callable[[str], str] = plain,
    config: ValuesConfig = ValuesConfig(),
) -> Mapping[str, str]:
    """Return the believed value of each item; `rows` are (outlet, item, value), in any order, repeats counting once.

    Values that `read` alike are one, and given back as read. Among values equally believed the first in string order wins.
    """
    given: defaultdict[str, set[Key]] = defaultdict(set)
    for outlet, item, value in rows:
        given[outlet].add((item, read(value)))
    backers: defaultdict[Key, list[str]] = defaultdict(list)
    for outlet in sorted(given):
        for key in sorted(given[outlet]):
            backers[key].append(outlet)
    trust = dict.fromkeys(sorted(given), 1.0)
    belief: dict[Key, float] = {}
    for _ in range(config.rounds):
        stake = {outlet: trust[outlet] / len(given[outlet]) for outlet in trust}
        paid = {key: math.fsum(stake[outlet] for outlet in named) for key, named in sorted(backers.items())}
        belief = _shared(paid, config.growth)
        returns = _paid_back(belief, paid, stake, given)
        trust = {outlet: max(amount, config.least_trust) for outlet, amount in returns.items()}
    return _winners(belief)


def _shared(paid: Mapping[Key, float], growth: float) -> dict[Key, float]:
    """Return the belief in each value: what was paid in for it, grown and shared out within its item."""
    pools: defaultdict[str, list[float]] = defaultdict(list)
    for (item, _), amount in paid.items():
        pools[item].append(amount**growth)
    whole = {item: math.fsum(amounts) for item, amounts in pools.items()}
    return {key: amount * amount**growth / whole[key[0]] for key, amount in paid.items() if whole[key[0]] > 0}


def _paid_back(
    belief: Mapping[Key, float],
    paid: Mapping[Key, float],
    stake: Mapping[str, float],
    given: Mapping[str, set[Key]],
) -> dict[str, float]:
    """Return each outlet's trust: its part of the belief in every value it gave; the mean trust is kept at 1."""
    raw = {
        outlet: math.fsum(
            belief[key] * stake[outlet] / paid[key] for key in sorted(given[outlet]) if key in belief
        )
        for outlet in stake
    }
    mean = math.fsum(raw.values()) / len(raw) if raw else 1.0
    return {outlet: amount / mean for outlet, amount in raw.items()}


def _winners(belief: Mapping[Key, float]) -> dict[str, str]:
    best: dict[str, tuple[float, str]] = {}
    for (item, value), amount in sorted(belief.items()):
        if item not in best or round(amount, 9) > best[item][0]:
            best[item] = (round(amount, 9), value)
    return {item: value for item, (_, value) in sorted(best.items())}
