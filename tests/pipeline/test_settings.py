from pathlib import Path

import pytest

from rujuk.model.errors import ConfigError
from rujuk.pipeline.settings import Settings, gather, settle


def found(
    tmp_path: Path, flags: dict[str, object] | None = None, **environment: str
) -> dict[str, tuple[object, str]]:
    settings = gather(flags or {}, folder=tmp_path, environment=environment)
    return {item.name: (item.value, item.origin) for item in settings}


def test_defaults(tmp_path: Path) -> None:
    assert found(tmp_path)["language"] == ("id", "default")
    assert settle(gather({}, folder=tmp_path, environment={})) == Settings(processes=0)


def test_flag_beats_environment_beats_file(tmp_path: Path) -> None:
    file = tmp_path / "rujuk.toml"
    file.write_text('language = "en"\nprocesses = 3\n', encoding="utf-8")
    assert found(tmp_path)["processes"] == (3, str(file))
    assert found(tmp_path, RUJUK_PROCESSES="2")["processes"] == (2, "RUJUK_PROCESSES")
    assert found(tmp_path, {"processes": 1}, RUJUK_PROCESSES="2")["processes"] == (1, "flag")


def test_column_map(tmp_path: Path) -> None:
    assert found(tmp_path, {"columns": "outlet=sumber, text=isi"})["columns"][0] == {
        "outlet": "sumber",
        "text": "isi",
    }


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("colour = 1", "unknown keys"),
        ("processes = 'x'", "processes"),
        ("processes =", "rujuk.toml"),
        ("columns = 'a'", "columns"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, written: str, message: str) -> None:
    (tmp_path / "rujuk.toml").write_text(written, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        gather({}, folder=tmp_path, environment={})


@pytest.mark.parametrize("changes", [{"language": "xx"}, {"processes": -1}])
def test_values_that_cannot_be_used(changes: dict[str, object]) -> None:
    with pytest.raises(ConfigError):
        Settings(**changes)  # type: ignore[arg-type]
