"""The command line run in this process, as a terminal would: arguments and bytes in, exit code and bytes out."""

import io
import json
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reports import MARKET, WAVES, WAVES_RETOLD, row, write_rows
from rujuk.cli.main import main


@dataclass(frozen=True)
class Done:
    """How a command ended: exit code, and what it wrote."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Return standard output as JSON lines; only a newline ends one."""
        return [json.loads(line) for line in self.text.split("\n") if line]


Rujuk = Callable[..., Done]


ROWS = [
    row("karsa", WAVES, title="Lima perahu rusak"),
    row("lenterakini", WAVES_RETOLD, title="Ombak tiga meter"),
    row("kabarteluk", MARKET, title="Pasar Kertajaya terbakar", published_at="2026-01-06"),
]
"""Two reports of one event and one of another."""


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Return a file of ROWS."""
    return write_rows(tmp_path / "rows.jsonl", ROWS)


@pytest.fixture
def rujuk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Rujuk:
    """Return a function that runs `rujuk` with arguments, in an empty folder and with no settings in the environment."""
    for name in os.environ:
        if name.startswith("RUJUK_"):
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [*root.handlers])

    def run(*arguments: str | Path, stdin: bytes = b"") -> Done:
        out, err = io.BytesIO(), io.BytesIO()
        streams = [io.TextIOWrapper(raw, encoding="utf-8", write_through=True) for raw in (out, err)]
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["rujuk", *map(str, arguments)])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", streams[0])
            patch.setattr(sys, "stderr", streams[1])
            with pytest.raises(SystemExit) as ended:
                main()
        code = ended.value.code
        return Done(code if isinstance(code, int) else 1, out.getvalue(), err.getvalue().decode("utf-8"))

    return run
