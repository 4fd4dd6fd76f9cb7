"""Which of conflicting plain values is believed: weighing without text, so that it can be judged where the truth is known.

Pooled investment (Pasternack and Roth, "Knowing what to believe (when you already know something)", COLING 2010): outlets
spread their trust over the values they give, values of one item share what is paid in, and pay it back to their outlets. Beside
the paper, an outlet keeps back a part of its trust, the greater the fewer values it gives: of whom little is known little is believed.
"""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ValuesConfig:
    """Numbers of `values`, as the paper gives them, and one more; none is fitted."""

    # How much more than its share a value with more invested gets.
    growth: float = 1.4
    # Rounds; beliefs on the flight data no longer change the winner after eight.
    rounds: int = 20
    # Least trust of an outlet, where the mean is 1: one that is always outvoted must not vanish and divide by zero.
    least_trust: float = 1e-6
    # Values that every outlet is taken to have given beside its own: an outlet with ten values stakes half of its trust on them. On
    # Flights one outlet of ten values else outweighs fifteen that agree; from 2 to 200 the same items are right there.
    unspent: int = 10


NOTE = re.compile(r"\s*\([^()]*\)|\*+|\s{3,}.*", re.DOTALL)
"""What a table's cell says about its value: in brackets, by an asterisk, or set apart by white space."""
CLOCK = re.compile(
    r"(?<![\d:.,/])(\d{1,2})[:.](\d{2})(?:\s*([ap])\.?m\b|([ap])(?=[^a-z]|$|[a-z]{3,9} \d))", re.IGNORECASE
)
"""A clock time of the first or second half of a day; the letter may run into a day whose blank was lost ("7:10aDec 1")."""

Key = tuple[str, str]
"""Item and value."""


def plain(value: str) -> str:
    """Return a cell's value without what is noted about it: "10.30 (perkiraan)" and "10.30*" are 10.30; a value of notes alone stays.

    Of a cell with one clock time of twelve hours that time is the value, however it is written and whatever day stands beside
    it: "Fri Dec 2 5:11 AM" and "5:11a" are "5:11 a.m.".
    """
    bare = NOTE.sub("", value).strip() or value
    found = CLOCK.findall(bare)
    if len(found) != 1:
        return bare
    hour, minute, spaced, glued = found[0]
    return f"{int(hour)}:{minute} {(spaced or glued).lower()}.m."


def values(
    rows: Iterable[tuple[str, str, str]],
    *,
    read: Callable[[str], str] = plain,
    config: ValuesConfig = ValuesConfig(),
) -> Mapping[str, str]:
    """Return the believed value of each item; `rows` are (outlet, item, value), in any order, repeats counting once.

    Items are the keys, in string order; no rows give no items. An outlet may give several values for one item: each then takes its share of
    the outlet's trust. Values that `read` alike are one, and given back as read (`plain` unless another function is named: it must
    give a string for every string). Among values equally believed the first in string order wins. Time grows with the number of
    distinct (outlet, item, value) times `config.rounds`; nothing is kept between calls.
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
        stake = {outlet: trust[outlet] / (len(given[outlet]) + config.unspent) for outlet in trust}
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
