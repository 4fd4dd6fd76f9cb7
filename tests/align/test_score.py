import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.align.parts import NAMES, PARTS
from rujuk.align.score import PairModel, load_model
from rujuk.model.errors import ConfigError

WEIGHTS = json.loads(PARTS.read_text(encoding="utf-8"))["weights"]


def test_the_shipped_model_has_a_weight_for_every_feature_in_their_order() -> None:
    assert load_model(PARTS, NAMES).weights == tuple(WEIGHTS[name] for name in NAMES)


@pytest.mark.parametrize(
    ("vector", "expected"),
    [
        pytest.param((0.0, 0.0), 0.5, id="nothing speaks for or against"),
        pytest.param((1.0, 0.0), 0.880797, id="for"),
        pytest.param((0.0, 1.0), 0.268941, id="against"),
        pytest.param((1e9, 0.0), 1.0, id="as much as can be"),
        pytest.param((-1e9, 0.0), 0.0, id="as little as can be"),
    ],
)
def test_probability(vector: tuple[float, ...], expected: float) -> None:
    assert PairModel((2.0, -1.0), 0.0).probabilities([vector]) == pytest.approx([expected])


def test_no_vectors_have_no_probabilities() -> None:
    assert PairModel((2.0,), 0.0).probabilities([]).shape == (0,)


@given(st.lists(st.tuples(*[st.floats(-1e6, 1e6)] * 2), min_size=1, max_size=9), st.floats(-9, 9))
def test_probabilities_are_rounded_and_grow_with_what_speaks_for_it(
    vectors: list[tuple[float, float]], intercept: float
) -> None:
    found = PairModel((1.5, 0.0), intercept).probabilities(vectors)
    assert ((found >= 0) & (found <= 1)).all()
    assert (np.round(found, 6) == found).all()
    by_first = found[np.argsort([first for first, _ in vectors], kind="stable")]
    assert (np.diff(by_first) >= 0).all()


@pytest.mark.parametrize(
    "weights",
    [
        pytest.param({name: value for name, value in WEIGHTS.items() if name != "words"}, id="one too few"),
        pytest.param({**WEIGHTS, "colours": 1.0}, id="one too many"),
        pytest.param({}, id="none"),
    ],
)
def test_a_model_of_other_features_is_an_error_that_names_the_file(
    tmp_path: Path, weights: dict[str, float]
) -> None:
    path = tmp_path / "model.json"
    path.write_text(json.dumps({"intercept": 0.0, "weights": weights}), encoding="utf-8")
    with pytest.raises(ConfigError, match=r"model\.json"):
        load_model(path, NAMES)
