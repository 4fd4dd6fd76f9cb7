"""A folder that `rujuk dossier` wrote, read back."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rujuk.model.dossier import Dossier
from rujuk.model.jsonl import read_lines
from rujuk.model.text import Article
from rujuk.pipeline.files import ARTICLES, DOSSIERS


@dataclass(frozen=True)
class SampleRun:
    """The run over the samples: its folder, and what stands there."""

    folder: Path

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        return list(read_lines(self.folder / DOSSIERS))

    @cached_property
    def dossiers(self) -> list[Dossier]:
        return [Dossier.from_dict(line) for line in self.lines]

    @cached_property
    def articles(self) -> list[Article]:
        return [Article.from_dict(line) for line in read_lines(self.folder / ARTICLES)]
