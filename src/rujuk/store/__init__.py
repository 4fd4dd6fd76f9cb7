"""Store: articles and dossiers kept in one SQLite file, where they can be read and searched again.

One of the two stages that touch the world. `rujuk.store.archive.Archive` reads what `store` wrote.
"""

from rujuk.store.write import store

__all__ = ["store"]
