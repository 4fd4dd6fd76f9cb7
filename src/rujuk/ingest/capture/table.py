"""What every reader is handed: where its input comes from, and how it is to be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rujuk.ingest.config import IngestConfig
from rujuk.model.report import Dropped, Notice
from rujuk.model.text import Page

Item = Page | Dropped | Notice


@dataclass(slots=True)
class Budget:
    """What is left of the bytes that one input may unpack to, shared by all that is nested in it."""

    left: int


@dataclass(frozen=True, slots=True)
class Table:
    """Where pages come from and how they are to be read. `depth` counts the archives around it, `budget` is theirs."""

    path: str
    columns: Mapping[str, str]
    as_is: bool
    config: IngestConfig
    depth: int = 0
    budget: Budget = field(default_factory=lambda: Budget(IngestConfig().max_unpacked_bytes))

    def name(self, number: int) -> str:
        """Return how messages call a row; rows count from 1."""
        return f"{self.path}#{number}"

    def drop(self, number: int, reason: str, detail: str = "") -> Dropped:
        """Return the drop of one row."""
        return Dropped(self.name(number), "ingest", reason, detail)

    def member(self, name: str) -> "Table":
        """Return the same for a member of this archive, whose path is written `archive!member`."""
        return replace(self, path=f"{self.path}!{name}", depth=self.depth + 1)
