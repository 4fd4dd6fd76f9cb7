"""Render: a dossier becomes one HTML page a stranger can read and check.

Pure: same dossier, same characters. Captures are hostile, so their text is only ever inserted as text.
"""

from rujuk.render.index import IndexEntry, index_entry, render_index
from rujuk.render.page import render

__all__ = ["IndexEntry", "index_entry", "render", "render_index"]
