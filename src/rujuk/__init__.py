"""Rujuk reads many reports of the same events and writes one account that a person can check.

`dossiers(["folder"])` does the whole job; `articles`, `documents` and `stories` stop earlier. Each stage's verb is in
the module of its name (`rujuk.clean.clean`, `rujuk.weigh.weigh`, ...). Everything returned is a plain frozen object
with `to_dict()`.
"""

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any

from rujuk.model.annotations import Document
from rujuk.model.dossier import Dossier, verify
from rujuk.model.errors import RujukError
from rujuk.model.report import Dropped, Report
from rujuk.model.statement import Claim, Statement
from rujuk.model.story import Story
from rujuk.model.text import Article, Page, Span

if TYPE_CHECKING:
    from rujuk.pipeline.run import articles, documents, dossiers, stories
    from rujuk.pipeline.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Claim",
    "Document",
    "Dossier",
    "Dropped",
    "Page",
    "Report",
    "RujukError",
    "Settings",
    "Span",
    "Statement",
    "Story",
    "articles",
    "documents",
    "dossiers",
    "stories",
    "verify",
]

_LATE = {
    "Settings": "rujuk.pipeline.settings",
    "articles": "rujuk.pipeline.run",
    "documents": "rujuk.pipeline.run",
    "dossiers": "rujuk.pipeline.run",
    "stories": "rujuk.pipeline.run",
}
_STAGES = (
    "fetch",
    "ingest",
    "clean",
    "annotate",
    "cluster",
    "align",
    "weigh",
    "compose",
    "render",
    "store",
    "encoder",
)

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    """Load what needs the stages, or a stage itself, when it is first asked for: `import rujuk` stays quick."""
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    if name in _STAGES:
        return import_module(f"rujuk.{name}")
    raise AttributeError(f"module 'rujuk' has no attribute {name!r}")
