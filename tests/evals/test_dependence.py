"""Dependence is scored by Brier's rule, against the best constant, with the curve beside it."""

import pytest
from evals.calibration import draw
from evals.dependence import brier, constant, curve, examples
from evals.generated.pipeline import gather
from evals.generated.stories import generate

from rujuk.weigh.likelihood import FEATURES

PAIRS = [(1.0, True), (0.0, False), (0.8, True), (0.2, True)]


def test_brier_is_the_mean_squared_distance_and_a_constant_says_the_share() -> None:
    assert brier(PAIRS) == pytest.approx((0 + 0 + 0.04 + 0.64) / 4)
    assert constant(PAIRS) == pytest.approx(0.75 * 0.25)


def test_the_curve_says_what_was_said_and_what_is() -> None:
    assert curve([(0.05, False), (0.07, True), (1.0, True)]) == [(2, pytest.approx(0.06), 0.5), (1, 1.0, 1.0)]


def test_examples_are_pairs_of_reports_whose_descent_is_known() -> None:
    found = [
        item
        for texts in gather([generate("develop", number) for number in (3, 12, 14)])
        for item in examples(texts)
    ]
    assert {item.depends for item in found} == {True, False}
    assert all(len(item.values) == len(FEATURES) and 0 < item.probability <= 1 for item in found)


def test_the_picture_has_a_dot_for_each_tenth_and_names_its_curves() -> None:
    picture = draw({"karangan": [(3, 0.05, 0.1), (1, 0.95, 1.0)], "Juni": [(2, 0.5, 0.5)]})
    assert picture.count("<circle") == 3
    assert "karangan" in picture
    assert 'cx="196.0" cy="196.0"' in picture
