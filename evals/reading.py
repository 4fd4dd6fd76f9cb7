"""Articles and names as the pipeline reads them: with the names that the bundled encoder labels, if it labels any."""

from collections.abc import Sequence
from functools import cache

from rujuk.annotate.mentions import read_names
from rujuk.annotate.name_reader import Name
from rujuk.annotate.tokens import Sentence
from rujuk.encoder import Encoder
from rujuk.encoder.labels import Labelled
from rujuk.lang.base import LanguagePack
from rujuk.model.annotations import Depth, Document
from rujuk.model.text import Article
from rujuk.outlets.base import Outlets, load
from rujuk.pipeline.work import Tools, annotate_article, load_encoder


@cache
def outlets() -> Outlets:
    """Return the bundled outlets, read once."""
    return load()


def bundled() -> Encoder:
    """Return the bundled encoder, opened once."""
    return load_encoder(None, Tools().threads)


def annotated(article: Article, depth: Depth = "full") -> Document:
    """Return an article as the pipeline annotates it; raises ValueError where it would be dropped."""
    found = annotate_article(article, Tools(), depth)
    if not isinstance(found, Document):
        raise ValueError(f"{article.path}: {found.detail}")
    return found


def names_of(sentences: Sequence[Sentence], pack: LanguagePack) -> tuple[Name, ...]:
    """Return the names of sentences as the pipeline reads them."""
    return read_names(sentences, pack, outlets(), labels=labels_of([each.span.text for each in sentences]))


def labels_of(texts: Sequence[str]) -> Sequence[Sequence[Labelled]] | None:
    """Return what the bundled encoder labels in each text, None where it labels nothing."""
    return bundled().read(texts).labels if bundled().kinds and texts else None
