"""Reading one section of a language pack: a TOML file whose keys are exactly the fields of a frozen dataclass."""

import dataclasses
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, get_origin, get_type_hints

from rujuk.model.errors import PackError

T = TypeVar("T")


def read_section(cls: type[T], path: Path) -> T:
    """Return the section `cls` read from a TOML file.

    Fields may be str, int, float, bool, tuple[...] or Mapping[str, ...] (of those); none has a default, so a gap fails
    here. Lists become tuples. Raises PackError for a missing file, a missing or unknown key, a wrong type, an entry that
    is not in Unicode form NFC, an entry that occurs twice in its list, or a `*_pattern` field that does not compile.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path}: {error}") from error
    fields = {field.name for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
    if data.keys() != fields:
        missing, unknown = sorted(fields - data.keys()), sorted(data.keys() - fields)
        raise PackError(f"{path}: missing keys {missing}, unknown keys {unknown}")
    hints = get_type_hints(cls)
    values = {name: _checked(path, name, hints[name], value) for name, value in data.items()}
    return cls(**values)


def _checked(path: Path, name: str, hint: Any, value: Any) -> Any:
    kind = get_origin(hint) or hint
    expected = {tuple: list, Mapping: dict}.get(
        kind, dict if kind is not float and _is_mapping(kind) else kind
    )
    if not isinstance(value, (int, float) if expected is float else expected):
        raise PackError(f"{path}: {name} must be a {expected.__name__}, not {type(value).__name__}")
    for text in _texts(value):
        _check_text(path, name, text)
    if isinstance(value, list):
        _check_unique(path, name, value)
    return _frozen(value)


def _is_mapping(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Mapping)


def _check_text(path: Path, name: str, text: str) -> None:
    if unicodedata.normalize("NFC", text) != text:
        raise PackError(f"{path}: {name} holds {text!r}, which is not in Unicode form NFC")
    if name.endswith(("_pattern", "_patterns")):
        try:
            re.compile(text)
        except re.error as error:
            raise PackError(f"{path}: {name} holds {text!r}: {error}") from error


def _check_unique(path: Path, name: str, items: list[Any]) -> None:
    seen: set[str] = set()
    for item in map(repr, items):
        if item in seen:
            raise PackError(f"{path}: {name} holds {item} twice")
        seen.add(item)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    return value
