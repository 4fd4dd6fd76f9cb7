"""What a run can be told, and from where: flags before environment before rujuk.toml before the defaults."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from rujuk.model.errors import ConfigError

CONFIG_FILE = "rujuk.toml"
LANGUAGES = ("id", "en")
DEFAULTS: Mapping[str, Any] = {"processes": 0}
"""Defaults of the command line where they are not those of the library: only a command may start processes unasked."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run is done.

    `language` is the language of the pages written (id or en); `processes` 0 lets Rujuk choose (then a calling
    script needs the usual `if __name__ == "__main__"`); `encoder` is a folder
    with another ONNX encoder; `outlets` are further outlet packs; `columns` maps our field names to a table's own;
    `as_is` keeps texts character for character; `one_story` puts all inputs into one dossier.
    Raises ConfigError for values that cannot be used.
    """

    language: str = "id"
    processes: int = 1
    encoder: Path | None = None
    outlets: tuple[Path, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    as_is: bool = False
    one_story: bool = False

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ConfigError(f"language {self.language!r}: pages are written in {' or '.join(LANGUAGES)}")
        if self.processes < 0:
            raise ConfigError(f"processes {self.processes}: give 1 or more, or 0 to let Rujuk choose")

    def to_dict(self) -> dict[str, Any]:
        """Return what of the settings can change a result, as JSON data for the manifest."""
        return {"as_is": self.as_is, "columns": dict(self.columns), "one_story": self.one_story}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting with the place it came from: "flag", an environment variable, a file, or "default"."""

    name: str
    value: Any
    origin: str


def gather(flags: Mapping[str, Any], *, folder: Path, environment: Mapping[str, str]) -> tuple[Setting, ...]:
    """Return every setting and its origin, from flags (None = not given), environment and `folder`/rujuk.toml.

    Raises ConfigError for an unknown key in the file or a value of the wrong type.
    """
    file = folder / CONFIG_FILE
    written = _read_file(file) if file.is_file() else {}
    return tuple(_find(item.name, flags, environment, written, file) for item in fields(Settings))


def settle(found: tuple[Setting, ...]) -> Settings:
    """Return the settings that `gather` found; raises ConfigError for values that cannot be used."""
    return Settings(**{item.name: item.value for item in found})


def _find(
    name: str,
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    written: Mapping[str, Any],
    file: Path,
) -> Setting:
    variable = f"RUJUK_{name.upper()}"
    if flags.get(name) is not None:
        return Setting(name, _read(name, flags[name], "flag"), "flag")
    if variable in environment:
        return Setting(name, _read(name, environment[variable], variable), variable)
    if name in written:
        return Setting(name, _read(name, written[name], str(file)), str(file))
    return Setting(name, DEFAULTS.get(name, getattr(Settings(), name)), "default")


def _read_file(file: Path) -> dict[str, Any]:
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file}: {error}") from error
    known = {item.name for item in fields(Settings)}
    unknown = sorted(written.keys() - known)
    if unknown:
        raise ConfigError(f"{file}: unknown keys {unknown}; there are: {', '.join(sorted(known))}")
    return written


def _read(name: str, value: Any, origin: str) -> Any:
    """Return the value as the setting's own type; raises ConfigError naming where it came from."""
    try:
        return _READERS[name](value)
    except (TypeError, ValueError, AttributeError) as error:
        raise ConfigError(f"{name} from {origin}: {value!r} cannot be used ({error})") from error


def read_columns(value: Any) -> dict[str, str]:
    """Return a column map written as "outlet=sumber,title=judul" (or a mapping already); raises ValueError otherwise."""
    if isinstance(value, Mapping):
        return {str(key): str(item) for key, item in value.items()}
    pairs = [piece.partition("=") for piece in str(value).split(",") if piece.strip()]
    if not all(key.strip() and mark and item.strip() for key, mark, item in pairs):
        raise ValueError('write it as "outlet=sumber,title=judul"')
    return {key.strip(): item.strip() for key, _, item in pairs}


def _read_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}
    if str(value).lower() not in words:
        raise ValueError("write true or false")
    return words[str(value).lower()]


def _read_paths(value: Any) -> tuple[Path, ...]:
    pieces = value.split(os.pathsep) if isinstance(value, str) else value
    return tuple(Path(piece) for piece in pieces if str(piece))


_READERS: Mapping[str, Any] = {
    "language": str,
    "processes": int,
    "encoder": Path,
    "outlets": _read_paths,
    "columns": read_columns,
    "as_is": _read_flag,
    "one_story": _read_flag,
}
