"""Pages to articles: body, title, byline, dateline, publication time. The last stage that changes characters."""

from rujuk.clean.article import clean

__all__ = ["clean"]
