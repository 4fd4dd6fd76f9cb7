"""What a capture holds: the characters of its page, and what a row declares beside them."""

import json

from rujuk.model.text import Page


def content_of(page: Page) -> tuple[dict[str, str], str, bool]:
    """Return what a row declares, the characters of the page, and whether they are HTML."""
    content = page.data.decode("utf-8", "surrogatepass" if page.kind == "row" else "replace")
    if page.kind != "row":
        return dict(page.fields), content, page.kind == "html"
    row: dict[str, str] = json.loads(content)
    text = row.get("text", "")
    is_html = not text.strip() and "html" in row
    return row, row["html"] if is_html else text, is_html
