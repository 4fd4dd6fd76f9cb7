"""Article -> Document: sentences, names, times, quantities, quotations, citations, modality. May change no character."""

from rujuk.annotate.document import AnnotateConfig, annotate

__all__ = ["AnnotateConfig", "annotate"]
