"""Reading an article: the order in which its readers run."""

from collections.abc import Iterator
from dataclasses import dataclass

from rujuk.annotate.casualties import read_casualties
from rujuk.annotate.citations import find_references, read_citations
from rujuk.annotate.coreference import resolve
from rujuk.annotate.entities import join_names
from rujuk.annotate.mentions import read_names
from rujuk.annotate.modality import read_modal_cues
from rujuk.annotate.name_labels import Labeller
from rujuk.annotate.name_published import published
from rujuk.annotate.places import locate
from rujuk.annotate.quantities import read_quantities
from rujuk.annotate.quotations import read_quotations
from rujuk.annotate.reading import read_speech
from rujuk.annotate.sentences import read_sentences
from rujuk.annotate.times import read_times
from rujuk.annotate.tokens import read_sentence
from rujuk.annotate.unglue import read_labels, unglued
from rujuk.lang import gazetteer
from rujuk.lang.base import LanguagePack, Packs
from rujuk.model.annotations import Depth, Document
from rujuk.model.text import PARTS, Article, Span
from rujuk.outlets.base import Outlets


@dataclass(frozen=True, slots=True)
class AnnotateConfig:
    """How much of an article is read."""

    lead_paragraphs: int = 3  # paragraphs of the body at depth "lead": who, what, where stand there in news


def annotate(
    article: Article,
    *,
    packs: Packs,
    outlets: Outlets,
    depth: Depth = "full",
    config: AnnotateConfig = AnnotateConfig(),
    labeller: Labeller | None = None,
) -> Document:
    """Return the article with everything that is read in it.

    At depth "lead" title and first paragraphs are read, at "full" body, captions and title. An article in a language
    without a pack comes back with no annotation at all. `labeller` gives each of a list of sentences its names (an
    encoder's `read(...).labels`); without one names are read by rules alone.
    """
    pack = packs.get(article.language)
    if pack is None:
        return Document(article, depth, (), (), (), (), (), (), (), ())
    spans = tuple(_spans(article, pack, depth, config))
    written = tuple(read_sentence(span) for span in spans)
    sentences = unglued(written, pack, outlets)
    own = article.outlet.name if article.outlet else ""
    labels = read_labels(labeller, written, sentences) if labeller and spans else None
    names = read_names(sentences, pack, outlets, own, labels)
    mentions, entities = join_names(article, names, pack)
    entities = locate(entities, gazetteer.load())
    times = read_times(article, spans, pack)
    reading = read_speech(article, sentences, names, mentions, entities, pack, outlets)
    references = find_references(reading, outlets)
    quotations = read_quotations(reading, references, outlets, times)
    quantities = read_quantities(article, spans, times, pack)
    measured = [*(item.span for item in times), *(item.span for item in quantities if item.unit)]
    return Document(
        article=article,
        depth=depth,
        sentences=spans,
        mentions=published(article, mentions, names),
        entities=entities,
        times=times,
        quantities=quantities,
        quotations=quotations,
        citations=read_citations(reading, references, quotations, outlets),
        modal_cues=read_modal_cues(article, sentences, pack),
        references=resolve(article, sentences, mentions, quotations, pack),
        casualties=read_casualties(article, spans, mentions, measured, pack),
    )


def _spans(article: Article, pack: LanguagePack, depth: Depth, config: AnnotateConfig) -> Iterator[Span]:
    """Yield the sentences to read, sorted by part and offset."""
    body = read_sentences(article, "body", pack.sentences)
    if depth == "lead":
        yield from _lead(article, body, config.lead_paragraphs)
        yield from read_sentences(article, "title", pack.sentences)
        return
    yield from body
    for part in sorted(PARTS):
        if part != "body":
            yield from read_sentences(article, part, pack.sentences)


def _lead(article: Article, spans: tuple[Span, ...], paragraphs: int) -> Iterator[Span]:
    """Yield the sentences of the first paragraphs."""
    seen, before = 1, 0
    for span in spans:
        if "\n" in article.text[before : span.start] and before:
            seen += 1
        if seen > paragraphs:
            return
        before = span.end
        yield span
