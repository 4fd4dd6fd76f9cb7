"""Files, folders and rows of tables to pages, one at a time. Beside `store` the only stage that touches the disk."""

from rujuk.ingest.files import ingest

__all__ = ["ingest"]
