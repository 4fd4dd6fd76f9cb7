"""What the lines of a capture are called that are not its body."""

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "ad": "an advertisement, or a word about one",
    "byline": "who wrote or edited the report",
    "caption": "what stands under a picture or a video",
    "comment": "a comment form or its words",
    "credit": "where the text is from and who made it: sources, agencies, editors' signs, codes, rights",
    "date": "the printed time of publication",
    "menu": "navigation: sections, breadcrumbs, pagers, what stands far from the body",
    "other": "anything else that is not the body",
    "related": "a link to another story, or its headline",
    "repeat": "what the body, an earlier page of the report, or unrelated captures of the outlet say too",
    "share": "buttons of the page: share, print, follow",
    "tags": "keywords",
    "teaser": "the beginning of a line of the body, broken off",
    "title": "the headline",
}
"""Every label of a line of `Article.furniture` with its meaning; docs/stages.md lists the same, and a test compares them."""
