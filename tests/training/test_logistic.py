"""The one logistic fit that all pair models use."""

import numpy as np
import pytest
from training.logistic import logistic


def test_the_constant_alone_gives_the_weighed_share() -> None:
    labels, weights = np.array([1.0, 1.0, 0.0]), np.array([1.0, 2.0, 1.0])
    found = logistic(np.zeros((3, 1)), labels, weights, 1.0)
    assert found[0] == pytest.approx(0.0)
    assert 1 / (1 + np.exp(-found[-1])) == pytest.approx(0.75)


def test_the_slope_of_the_penalised_loss_is_zero() -> None:
    rows = np.array([[0.0], [1.0], [2.0], [3.0]])
    labels, weights, penalty = np.array([0.0, 1.0, 0.0, 1.0]), np.ones(4), 0.5
    found = logistic(rows, labels, weights, penalty)
    missed = 1 / (1 + np.exp(-(rows[:, 0] * found[0] + found[1]))) - labels
    assert rows[:, 0] @ missed + penalty * found[0] == pytest.approx(0.0, abs=1e-8)
    assert missed.sum() == pytest.approx(0.0, abs=1e-8)
