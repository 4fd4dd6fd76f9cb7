"""Bytes written to a file and read from it: what tests of readers ask of the items."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rujuk.ingest import ingest
from rujuk.model.report import REASONS, Dropped, Notice
from rujuk.model.text import Page


def items_of(path: Path, data: bytes | str, **options: Any) -> list[Any]:
    """Write a file and return all that is read from it."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(ingest([path], **options))


def pages(items: Sequence[Any]) -> list[Page]:
    """Return the pages among the items."""
    return [item for item in items if isinstance(item, Page)]


def drops(items: Sequence[Any]) -> list[tuple[str, str]]:
    """Return what was dropped, with the reason, which is a known one."""
    found = [(item.item, item.reason) for item in items if isinstance(item, Dropped)]
    assert all(reason in REASONS for _, reason in found)
    return found


def read(path: Path, data: bytes, **options: Any) -> tuple[list[Page], list[str], list[str]]:
    """Write a file and return its pages, the reasons of the drops and those of the notices."""
    items = items_of(path, data, **options)
    notices = [item.reason for item in items if isinstance(item, Notice)]
    assert set(notices) <= REASONS.keys()
    return pages(items), [reason for _, reason in drops(items)], notices


def urls(found: Sequence[Page]) -> list[str | None]:
    """Return the pages' canonical addresses."""
    return [page.canonical_url for page in found]


def fields(page: Page) -> dict[str, str]:
    """Return the fields of a row's page."""
    found: dict[str, str] = json.loads(page.data)
    return found
