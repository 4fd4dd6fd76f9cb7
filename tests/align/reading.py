"""Short made-up articles read at full depth, their claims, and what `align` says where two of them differ."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations
from typing import Any
from zlib import crc32

import numpy as np

from builders import article
from rujuk.align.claims import ReadClaim, read_claims
from rujuk.align.config import AlignConfig
from rujuk.align.differ import disagreements
from rujuk.annotate import annotate
from rujuk.lang.base import load_all
from rujuk.model.annotations import Document
from rujuk.model.statement import Disagreement
from rujuk.outlets.base import Outlets, load

PACKS = load_all()
CONFIG = AlignConfig()
EARLY, LATE = "2026-03-03T09:00:00+07:00", "2026-03-03T18:00:00+07:00"
WIDTH = 256


@cache
def outlets() -> Outlets:
    """Return the bundled outlets, read once."""
    return load()


def read(article_id: str, text: str, **changes: Any) -> Document:
    """Return the document of an article's body, published on Tuesday 3 March 2026 unless told otherwise."""
    values = {"outlet": article_id, "published_at": EARLY, **changes}
    return annotate(article(article_id, text, **values), packs=PACKS, outlets=outlets())


def claims_of(*documents: Document) -> list[ReadClaim]:
    """Return the claims of documents, sorted as `align` sorts them."""
    found = [item for document in documents for item in read_claims(document, PACKS, CONFIG)]
    return sorted(found, key=lambda item: (item.claim.article_id, item.claim.part, item.claim.spans))


def bag(texts: Sequence[str]) -> np.ndarray:
    """Return a hashed bag of words of each text, one L2-normalised row a text: a stand-in for the encoder."""
    rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for row, text in zip(rows, texts, strict=True):
        for word in re.findall(r"\w+", text.lower()) or ["-"]:
            row[crc32(word.encode()) % WIDTH] += 1
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def differences(*documents: Document) -> tuple[Disagreement, ...]:
    """Return what the claims of these documents differ in, taken for surely one fact, all of them."""
    claims = claims_of(*documents)
    sure = {(a.claim.id, b.claim.id) for a, b in combinations(claims, 2)}
    published = {item.article.id: item.article.published_at or "" for item in documents}
    places = {
        item.article.id: frozenset(mention.entity for mention in item.mentions if mention.kind == "LOC")
        for item in documents
    }
    return disagreements(claims, sure, published, places, PACKS)


def told(*documents: Document) -> list[tuple[str, list[str]]]:
    """Return each difference's element and the values that are given for it."""
    return [(gap.element, [item.value for item in gap.variants]) for gap in differences(*documents)]
