"""Articles, claims and documents built by hand, so that a test runs no earlier stage."""

from typing import Any

from rujuk.model.annotations import Document, Modality
from rujuk.model.statement import Claim, Elements
from rujuk.model.text import Article, OutletRef


def article(article_id: str, text: str, *, outlet: str = "", **changes: Any) -> Article:
    """Return an article with this body; other fields by name."""
    values: dict[str, Any] = {
        "id": article_id,
        "path": f"{article_id}.txt",
        "url": None,
        "canonical_url": None,
        "outlet": OutletRef(outlet, outlet) if outlet else None,
        "language": "id",
        "title": "",
        "byline": None,
        "dateline": None,
        "published_at": None,
        "date_candidates": (),
        "captions": "",
        "furniture": (),
        "text": text,
    }
    return Article(**{**values, **changes})


def claim(
    own: Article,
    *quotes: str,
    modality: Modality = "asserted",
    speaker: str | None = None,
    via: tuple[str, ...] = (),
) -> Claim:
    """Return the claim made of these words of the article's body; its sentence is the whole body."""
    spans = tuple(own.span(own.text.index(quote), own.text.index(quote) + len(quote)) for quote in quotes)
    return Claim(spans, own.span(0, len(own.text)), modality, speaker, via, Elements())


def document(own: Article, **annotation: Any) -> Document:
    """Return the article with the given annotation and nothing else."""
    empty: dict[str, Any] = {
        "depth": "full",
        "sentences": (own.span(0, len(own.text)),) if own.text else (),
        "mentions": (),
        "entities": (),
        "times": (),
        "quantities": (),
        "quotations": (),
        "citations": (),
        "modal_cues": (),
    }
    return Document(own, **{**empty, **annotation})
