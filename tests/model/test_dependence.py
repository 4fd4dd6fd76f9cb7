"""One form and one file of fitted numbers for how likely articles and reports depend on each other."""

import json
from pathlib import Path

import pytest

from rujuk.model.dependence import DependenceModel, fitted, write
from rujuk.model.errors import ConfigError


def test_a_chance_is_the_logistic_of_the_weighted_signs() -> None:
    model = DependenceModel({"suara": 2.0, "jarak": -1.0}, 0.0)
    assert model.chance({"suara": 0.0, "jarak": 0.0}) == 0.5
    assert model.chance({"suara": 1.0, "jarak": 1.0}) == pytest.approx(0.731059)
    assert model.chance({"suara": 1000.0}) == 1.0
    with pytest.raises(KeyError):
        model.chance({"ganjil": 1.0})


def test_one_level_is_written_and_the_other_stays(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    write("articles", DependenceModel({"suara": 1.5}, -1.0, 0.4), "dua cerita", path)
    write("reports", DependenceModel({"pemilik": 3.0}, -2.0), "tiga cerita", path)
    assert fitted("articles", ("suara",), path) == DependenceModel({"suara": 1.5}, -1.0, 0.4)
    assert fitted("reports", ("pemilik",), path) == DependenceModel({"pemilik": 3.0}, -2.0)
    assert list(json.loads(path.read_text("utf-8"))) == ["articles", "reports"]


def test_a_model_of_other_signs_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    write("reports", DependenceModel({"ganjil": 1.0}, 0.0), "satu cerita", path)
    with pytest.raises(ConfigError, match="ganjil"):
        fitted("reports", ("pemilik",), path)


def test_both_shipped_levels_are_there() -> None:
    assert fitted("articles").told_at < 1
    assert fitted("reports").weights["whole_articles"] >= 0
