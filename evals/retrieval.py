"""The encoder across languages: is a sentence's translation its nearest neighbour among all sentences (NTREX)?"""

from pathlib import Path

import numpy as np

from rujuk.encoder.base import Encoder

FILES = {
    "en": "newstest2019-src.eng.70pct.txt",
    "id": "newstest2019-ref.ind.70pct.txt",
    "ms": "newstest2019-ref.msa.70pct.txt",
}


def run(data: Path) -> dict[str, float]:
    """Return recall at 1 for each pair of languages, both directions averaged."""
    encoder = Encoder.load()
    vectors = {code: encoder.vectors(_sentences(data / "xling-ntrex" / name)) for code, name in FILES.items()}
    pairs = (("en", "id"), ("en", "ms"), ("id", "ms"))
    return {f"{one}_{other}": _recall(vectors[one], vectors[other]) for one, other in pairs}


def _sentences(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _recall(one: np.ndarray, other: np.ndarray) -> float:
    similar = one @ other.T
    rows = np.arange(len(one))
    there, back = (similar.argmax(axis=1) == rows).mean(), (similar.argmax(axis=0) == rows).mean()
    return float(there + back) / 2
