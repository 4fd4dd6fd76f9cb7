"""An encoder's folder on disk: model.onnx, tokenizer.json and, where there is one, config.json."""

import hashlib
import json
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

    width is None where the config does not say it; then the network itself tells.
    """

    folder: Path
    name: str
    width: int | None
    max_tokens: int
    model: bytes
    tokenizer: str
    sha256: str


def read_files(folder: Path) -> EncoderFiles:
    """Read an encoder's folder; raises EncoderError when a file is missing, unreadable or altered."""
    config = _config(folder)
    model, tokenizer = _read(folder, MODEL), _read(folder, TOKENIZER)
    sha256 = _checked(folder / MODEL, model, config)
    _checked(folder / TOKENIZER, tokenizer, config)
    return EncoderFiles(
        folder=folder,
        name=str(config.get("name") or folder.name),
        width=_whole_number(folder, config, "width"),
        max_tokens=_whole_number(folder, config, "max_tokens") or MAX_TOKENS,
        model=model,
        tokenizer=_utf8(folder / TOKENIZER, tokenizer),
        sha256=sha256,
    )


def _read(folder: Path, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except FileNotFoundError as error:
        what = f"an encoder is a folder that holds {MODEL} and {TOKENIZER}"
        raise EncoderError(f"no file {name} in {folder}: {what}") from error
    except OSError as error:
        raise EncoderError(f"cannot read {folder / name}: {error.strerror}") from error


def _config(folder: Path) -> dict[str, Any]:
    """The folder's config.json; an empty one where it has none (another maker's encoder)."""
    path = folder / CONFIG
    if not path.exists():
        return {}
    try:
        config = json.loads(_utf8(path, _read(folder, CONFIG)))
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


def _checked(path: Path, data: bytes, config: dict[str, Any]) -> str:
    """The SHA-256 of the data, which must be the one the config names, if it names one."""
    found = hashlib.sha256(data).hexdigest()
    named = config.get("sha256")
    wanted = named.get(path.name) if isinstance(named, dict) else None
    if wanted is not None and wanted != found:
        what = f"SHA-256 {found}, but {CONFIG} says {wanted}"
        raise EncoderError(f"{path} is damaged or replaced: {what}")
    return found
