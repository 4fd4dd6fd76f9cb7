"""What later versions of a report changed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rujuk.model.annotations import Document
from rujuk.model.story import Revision
from rujuk.model.text import Span

_WORD = re.compile(r"\w+")


def revisions(documents: Sequence[Document]) -> tuple[Revision, ...]:
    """Return how each document's article changed the version before it, where both are here, in the order of the documents."""
    by_id = {document.article.id: document for document in documents}
    pairs = ((by_id.get(document.article.revises or ""), document) for document in documents)
    return tuple(_revision(earlier, later) for earlier, later in pairs if earlier is not None)


def _revision(earlier: Document, later: Document) -> Revision:
    gone, new = tuple(_beyond(earlier, later)), tuple(_beyond(later, earlier))
    return Revision(earlier.article.id, later.article.id, gone, new)


def _beyond(one: Document, other: Document) -> Iterator[Span]:
    """Yield the sentences of one document that the other does not have, as often as it lacks them."""
    left = Counter(map(_words, _sentences(other)))
    for span in _sentences(one):
        words = _words(span)
        if words and left[words] <= 0:
            yield span
        left[words] -= 1


def _words(span: Span) -> tuple[str, ...]:
    return tuple(_WORD.findall(span.text.casefold()))


def _sentences(document: Document) -> list[Span]:
    """Return the sentences of title and body in their order; the lines where the language could not be read."""
    article = document.article
    if document.sentences:
        found = [span for span in document.sentences if span.part != "caption"]
        return sorted(found, key=lambda span: (span.part != "title", span.start))
    lines = re.finditer(r"[^\n]+", article.text)
    title = [article.span(0, len(article.title), "title")] if article.title else []
    return [*title, *(article.span(line.start(), line.end()) for line in lines)]
