"""Pages to articles: body, title, byline, dateline, publication time. The last stage that changes characters."""

from rujuk.clean.article import clean
from rujuk.clean.captures.gather import gather
from rujuk.clean.captures.survey import survey

__all__ = ["clean", "gather", "survey"]
