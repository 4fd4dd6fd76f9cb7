"""Penalised logistic regression, the one way in which pair models of few explained numbers are fitted here."""

import numpy as np

STEPS = 100
"""Newton steps at most; the fits here need about ten."""


def logistic(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray, penalty: float) -> np.ndarray:
    """Return the weights of a logistic regression by Newton's method, the constant last and not penalised.

    `rows` are examples by features without a column for the constant, `labels` 0 or 1, `weights` what each example counts;
    `penalty` is that of the squared weights (L2).
    """
    table = np.hstack([rows, np.ones((len(rows), 1))])
    ridge = np.diag([penalty] * rows.shape[1] + [0.0])
    found = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-table @ found))
        slope = table.T @ (weights * (chances - labels)) + ridge @ found
        curve = (table * (weights * chances * (1 - chances))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-9:
            break
    return found
