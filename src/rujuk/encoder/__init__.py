"""Sentence vectors from one bundled ONNX network. Knows no stage."""

from rujuk.encoder.base import Encoder

__all__ = ["Encoder"]
