from dataclasses import replace

import numpy as np
import pytest

from rujuk.cluster.candidates import Rows
from rujuk.cluster.features import fitted, fitted_across
from rujuk.cluster.judging import AT_A_TIME, LOWEST, Bench, judge, reasons
from rujuk.cluster.sketch import Sketch

TITLE = frozenset({"banjir", "rendam", "pasar", "sukamulya"})
SERIES = 0.65


def sketch(key: int, title: frozenset[str] = TITLE, **changes: object) -> Sketch:
    words = title | frozenset({"warga", "mengungsi", f"kata{key % 7}"})
    own = Sketch(
        id=f"{key:016x}", language="id", outlet="", url="", moment=None, title=title, words=words, whole=words,
        names=frozenset({"sukamulya"}), numbers=frozenset(), slots={}, days=frozenset(),
    )  # fmt: skip
    return replace(own, **changes)  # type: ignore[arg-type]


def bench(*sketches: Sketch) -> Bench:
    rows = np.ones((len(sketches), 4), np.float32) / 2
    return Bench.of(sketches, Rows(rows, rows), 1000)


def test_one_address_is_one_report() -> None:
    own = bench(
        sketch(0, url="https://warta.example/1"),
        sketch(1, frozenset({"lain"}), url="https://warta.example/1"),
    )
    assert [*judge(own, [(0, 1)], SERIES)] == [1.0]


@pytest.mark.parametrize(
    ("one", "other", "ruled_out"),
    [
        ({"issue": "2031-05-02"}, {"issue": "2031-05-03"}, True),
        ({"issue": "2031-05-02"}, {"issue": "2031-05-02"}, False),
        ({"issue": "2031-05-02"}, {}, False),
        (
            {"slots": {"IDR gram": frozenset({"1900000"})}, "days": frozenset({"2031-05-02"})},
            {"slots": {"IDR gram": frozenset({"1910000"})}, "days": frozenset({"2031-05-03"})},
            True,
        ),
    ],
)
def test_items_of_a_series_are_ruled_out(one: dict, other: dict, ruled_out: bool) -> None:
    (chance,) = judge(bench(sketch(0, **one), sketch(1, **other)), [(0, 1)], SERIES)
    assert (chance == 0.0) is ruled_out
    assert ruled_out or chance >= LOWEST


def test_pairs_of_one_and_of_two_languages_are_judged_by_their_own_models() -> None:
    own = bench(sketch(0), sketch(1), sketch(2, language="en"))
    assert reasons(own, (0, 1), SERIES)[0].keys() == fitted().weights.keys()
    assert reasons(own, (0, 2), SERIES)[0].keys() == fitted_across().weights.keys()
    mixed = [(0, 2), (0, 1), (1, 2)]
    assert [*judge(own, mixed, SERIES)] == [reasons(own, pair, SERIES)[1] for pair in mixed]


def test_a_pair_is_judged_alike_alone_and_among_many() -> None:
    own = bench(*(sketch(key) for key in range(12)))
    pairs = [(left, right) for left in range(12) for right in range(12)] * (AT_A_TIME // 100)
    alone = {pair: next(judge(own, [pair], SERIES)) for pair in set(pairs)}
    assert len(pairs) > AT_A_TIME
    assert [*judge(own, pairs, SERIES)] == [alone[pair] for pair in pairs]
    assert all(alone[left, right] == alone[right, left] for left, right in alone)


def test_no_pairs_no_chances() -> None:
    assert [*judge(bench(sketch(0)), [], SERIES)] == []
