import pytest
from training.fit_doubt import least_of_the_best


@pytest.mark.parametrize(
    ("scores", "doubt"),
    [
        ({0.0: 0.80, 1.0: 0.85, 2.0: 0.90}, 2.0),
        ({0.0: 0.80, 1.0: 0.898, 2.0: 0.90}, 1.0),
        ({0.0: 0.90, 1.0: 0.90, 2.0: 0.80}, 0.0),
    ],
)
def test_the_least_doubt_near_the_best(scores: dict[float, float], doubt: float) -> None:
    assert least_of_the_best(scores) == doubt
