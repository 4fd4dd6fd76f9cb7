"""Compose: the weighed statements of a story become one dossier in the order a reader needs.

Pure: no clock, no network, no global state; knows articles, documents and statements, and nothing of how they were made.
"""

from rujuk.compose.config import ComposeConfig
from rujuk.compose.dossier import compose

__all__ = ["ComposeConfig", "compose"]
