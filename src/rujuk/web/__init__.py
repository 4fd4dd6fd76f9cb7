"""Web: an archive's dossiers and articles as pages and JSON, to read and search; nothing can be changed through it.

Needs the extra `web` (`pip install rujuk[web]`). `python -m rujuk.web ARCHIVE` serves it; `rujuk.web.app.application`
is the same as an ASGI application.
"""
