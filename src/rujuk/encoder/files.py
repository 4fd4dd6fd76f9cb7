"""An encoder's folder on disk: model.onnx, tokenizer.json and, where there is one, config.json."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rujuk.model.errors import EncoderError

BUNDLED = Path(__file__).parent / "data"
MODEL, TOKENIZER, CONFIG = "model.onnx", "tokenizer.json", "config.json"

# The longest of NTREX's 4,176 sentences in Indonesian, Malay and English has 111 tokens, prefix and marks included;
# a title with the first paragraphs of a report fits too.
MAX_TOKENS = 256


@dataclass(frozen=True, slots=True)
class EncoderFiles:
    """The bytes of one encoder, checked against the SHA-256 its config names.

    width is None where the config does not say it; then the network itself tells. labels are those of the network's
    second output, none where it has none; doubt is what its scores of "no name" are raised by, and doubted what becomes of
    a kind whose names fall by that.
    """

    folder: Path
    name: str
    width: int | None
    max_tokens: int
    labels: tuple[str, ...]
    doubt: float
    doubted: Mapping[str, str]
    model: bytes
    tokenizer: str
    sha256: str


def read_files(folder: Path) -> EncoderFiles:
    """Read an encoder's folder; raises EncoderError when a file is missing, unreadable or altered."""
    config = _config(folder)
    model, tokenizer = _read(folder, MODEL, config), _read(folder, TOKENIZER, config)
    sha256 = _checked(folder / MODEL, model, config)
    _checked(folder / TOKENIZER, tokenizer, config)
    return EncoderFiles(
        folder=folder,
        name=str(config.get("name") or folder.name),
        width=_whole_number(folder, config, "width"),
        max_tokens=_whole_number(folder, config, "max_tokens") or MAX_TOKENS,
        labels=_labels(folder, config),
        doubt=_doubt(folder, config),
        doubted=_doubted(folder, config),
        model=model,
        tokenizer=_utf8(folder / TOKENIZER, tokenizer),
        sha256=sha256,
    )


def _read(folder: Path, name: str, config: dict[str, Any]) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError as error:
        what = f"an encoder is a folder that holds {MODEL} and {TOKENIZER}"
        wanted = _wanted(name, config)
        known = f"; {CONFIG} expects SHA-256 {wanted}" if wanted else ""
        raise EncoderError(f"no file {name} in {folder}: {what}{known}") from error
    except OSError as error:
        raise EncoderError(f"cannot read {folder / name}: {error.strerror}") from error


def _config(folder: Path) -> dict[str, Any]:
    """The folder's config.json; an empty one where it has none (another maker's encoder)."""
    path = folder / CONFIG
    if not path.exists():
        return {}
    try:
        config = json.loads(_utf8(path, _read(folder, CONFIG, {})))
    except json.JSONDecodeError as error:
        raise EncoderError(f"{path} is not JSON: {error}") from error
    if not isinstance(config, dict):
        raise EncoderError(f"{path} holds no JSON object")
    return config


def _utf8(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncoderError(f"{path} is not UTF-8 text: {error}") from error


def _whole_number(folder: Path, config: dict[str, Any], key: str) -> int | None:
    value = config.get(key)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise EncoderError(f"{folder / CONFIG}: {key} must be a whole number above 0, not {value!r}")
    return value


def _labels(folder: Path, config: dict[str, Any]) -> tuple[str, ...]:
    labels = config.get("labels", [])
    if not isinstance(labels, list) or not all(isinstance(label, str) for label in labels):
        raise EncoderError(f"{folder / CONFIG}: labels must be a list of texts, not {labels!r}")
    return tuple(labels)


def _doubt(folder: Path, config: dict[str, Any]) -> float:
    doubt = config.get("doubt", 0.0)
    if not isinstance(doubt, int | float) or isinstance(doubt, bool) or not 0 <= doubt < float("inf"):
        raise EncoderError(f"{folder / CONFIG}: doubt must be a number from 0 on, not {doubt!r}")
    return float(doubt)


def _doubted(folder: Path, config: dict[str, Any]) -> dict[str, str]:
    doubted = config.get("doubted", {})
    if not isinstance(doubted, dict) or not all(isinstance(kind, str) and kind for kind in doubted.values()):
        raise EncoderError(f"{folder / CONFIG}: doubted must give texts by kinds, not {doubted!r}")
    return doubted


def _checked(path: Path, data: bytes, config: dict[str, Any]) -> str:
    """The SHA-256 of the data, which must be the one the config names, if it names one."""
    found = hashlib.sha256(data).hexdigest()
    wanted = _wanted(path.name, config)
    if wanted is not None and wanted != found:
        what = f"SHA-256 {found}, but {CONFIG} says {wanted}"
        raise EncoderError(f"{path} is damaged or replaced: {what}")
    return found


def _wanted(name: str, config: dict[str, Any]) -> str | None:
    """The SHA-256 that the config names for a file."""
    named = config.get("sha256")
    wanted = named.get(name) if isinstance(named, dict) else None
    return None if wanted is None else str(wanted)
