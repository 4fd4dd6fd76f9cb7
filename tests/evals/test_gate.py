import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from project import ROOT

sys.path.insert(0, str(ROOT))

from evals import gate

PAGE = f"# Evaluation\n\n{gate.MARKS[0]}\nold\n{gate.MARKS[1]}\n\nThe rest.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with floors and the page of scores, in place of the project's own."""
    monkeypatch.setattr(gate, "BASELINE", tmp_path / "baseline.json")
    monkeypatch.setattr(gate, "TABLE", tmp_path / "evaluation.md")
    (tmp_path / "evaluation.md").write_text(PAGE, encoding="utf-8")
    return tmp_path


def floors(folder: Path) -> dict[str, float]:
    return dict(json.loads((folder / "baseline.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("score", "low"),
    [
        pytest.param(0.95, False, id="above"),
        pytest.param(0.9, False, id="at it"),
        pytest.param(0.9 - gate.SLACK / 2, False, id="within the slack"),
        pytest.param(0.9 - gate.SLACK * 2, True, id="below"),
        pytest.param(0.0, True, id="nothing"),
        pytest.param(
            float("nan"), True, id="no number",
        ),
    ],
)  # fmt: skip
def test_a_score_below_its_floor_fails(folder: Path, score: float, low: bool) -> None:
    found = gate.fallen({"quotes/f1": score}, {"quotes/f1": 0.9})
    assert [line.partition(":")[0] for line in found] == (["quotes/f1"] if low else [])
    code = gate.settle({"quotes/f1": score}, {"quotes/f1": 0.9}, update_floors=False, lower=False)
    assert code == int(low)
    assert not (folder / "baseline.json").exists()


def test_a_fallen_score_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.settle({"quotes/f1": 0.5}, {"quotes/f1": 0.9}, update_floors=False, lower=False) == 1
    assert capsys.readouterr().err == "quotes/f1: 0.5000 is below its floor 0.9000\n"


def test_a_new_score_has_no_floor_yet() -> None:
    assert gate.settle({"quotes/f1": 0.1}, {}, update_floors=False, lower=False) == 0


def test_update_refuses_to_lower(folder: Path) -> None:
    scores = {"quotes/f1": 0.5, "names/f1": 0.95}
    assert gate.settle(scores, {"quotes/f1": 0.9, "names/f1": 0.9}, update_floors=True, lower=False) == 1
    assert not (folder / "baseline.json").exists()
    assert (folder / "evaluation.md").read_text(encoding="utf-8") == PAGE


def test_update_raises_and_keeps_the_others(folder: Path) -> None:
    known = {"quotes/f1": 0.9, "names/f1": 0.8}
    assert gate.settle({"quotes/f1": 0.95}, known, update_floors=True, lower=False) == 0
    assert floors(folder) == {"names/f1": 0.8, "quotes/f1": 0.95}


def test_update_never_lowers_a_floor_unasked(folder: Path) -> None:
    gate.settle({"quotes/f1": 0.899}, {"quotes/f1": 0.9}, update_floors=True, lower=False)
    assert floors(folder) == {"quotes/f1": 0.9}


def test_update_lowers_where_that_is_allowed(folder: Path) -> None:
    known = {"quotes/f1": 0.9, "names/f1": 0.8}
    assert gate.settle({"quotes/f1": 0.5}, known, update_floors=True, lower=True) == 0
    assert floors(folder) == {"names/f1": 0.8, "quotes/f1": 0.5}


def test_regression_allowed_without_update_writes_nothing(folder: Path) -> None:
    assert gate.settle({"quotes/f1": 0.5}, {"quotes/f1": 0.9}, update_floors=False, lower=True) == 0
    assert not (folder / "baseline.json").exists()


def test_peers_are_shown_and_are_no_floors(folder: Path) -> None:
    gate.settle({"times/peer_f1": 0.7, "times/f1": 0.9}, {}, update_floors=True, lower=False)
    assert floors(folder) == {"times/f1": 0.9}
    page = (folder / "evaluation.md").read_text(encoding="utf-8")
    assert "| times/peer_f1 | 0.7000 | – |" in page


def test_the_table_is_written_between_its_marks(folder: Path) -> None:
    gate.settle({"quotes/f1": 0.95}, {}, update_floors=True, lower=False)
    page = (folder / "evaluation.md").read_text(encoding="utf-8")
    assert page.startswith("# Evaluation\n")
    assert page.endswith("\n\nThe rest.\n")
    assert "old" not in page
    assert "| quotes/f1 | 0.9500 | 0.9500 |" in page


def test_the_projects_own_page_has_the_marks_once() -> None:
    page = (ROOT / "docs" / "evaluation.md").read_text(encoding="utf-8")
    assert [page.count(mark) for mark in gate.MARKS] == [1, 1]


def test_measure_names_scores_by_their_scorer(monkeypatch: pytest.MonkeyPatch) -> None:
    scorer = ModuleType("evals.sample")
    scorer.run = lambda data: {"f1": 0.123456, "files": len(str(data))}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "evals.sample", scorer)
    assert gate.measure(["sample"], Path("abc")) == {"sample/f1": 0.1235, "sample/files": 3.0}


def test_without_data_the_gate_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("RUJUK_DATA", raising=False)
    monkeypatch.setattr(sys, "argv", ["gate"])
    assert gate.main() == 0
    assert "skipped" in capsys.readouterr().out


def test_main_runs_the_named_scorers_against_the_floors(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scorer = ModuleType("evals.sample")
    scorer.run = lambda _data: {"f1": 0.5}  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "evals.sample", scorer)
    monkeypatch.setenv("RUJUK_DATA", str(folder))
    monkeypatch.setattr(sys, "argv", ["gate", "sample"])
    assert gate.main() == 0
    (folder / "baseline.json").write_text('{"sample/f1": 0.9}', encoding="utf-8")
    assert gate.main() == 1


def test_scorers_are_the_modules_that_run() -> None:
    found = gate.scorers()
    assert {"quotations", "statements", "times"} <= {*found}
    assert not {"gate", "events", "__init__"} & {*found}
