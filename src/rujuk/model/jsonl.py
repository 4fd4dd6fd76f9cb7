"""JSON lines, in and out, the same bytes on every machine."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rujuk.model.errors import InputError


def json_line(data: Mapping[str, Any]) -> str:
    """Return one JSON line: compact, characters as they are; a line with a lone surrogate is written in ASCII."""
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        line = json.dumps(data, separators=(",", ":"))
    return line + "\n"


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON lines file; raises InputError where it is missing or a line is not a JSON object."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, 1):
                data = json.loads(line)
                if not isinstance(data, dict):
                    raise InputError(f"{path} line {number}: not a JSON object")
                yield data
    except OSError as error:
        raise InputError(
            f"{path}: {error.strerror}; give the folder that `rujuk dossier --out` wrote"
        ) from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not JSON lines ({error})") from error
