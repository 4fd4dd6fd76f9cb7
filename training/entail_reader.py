"""Whether one claim follows from another, contradicts it, or neither: both read together by layers of their own.

A pair is read alone, as a text is by `Encoder`: what is found never depends on the pairs beside it. The word table is
not kept twice: the graph takes it out of the encoder's own model.onnx, which must lie beside it.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rujuk.encoder.files import BUNDLED, MODEL, TOKENIZER
from rujuk.model.errors import EncoderError

ENTAIL, ENTAIL_CONFIG = "entail.onnx", "entail.json"

LABELS = ("entailment", "neutral", "contradiction")
"""What the columns of `Entailment.probabilities` stand for: what the premise says of the hypothesis."""

# Tokens read of each side; the rest is not seen. Of IndoNLI's training pairs 1 premise in 250 and no hypothesis is longer.
MOST_PREMISE, MOST_HYPOTHESIS = 150, 60
CHARACTERS_A_TOKEN = (
    64  # characters read for each token, as `Encoder` does: hostile text costs no more than a paragraph
)
DECIMALS = 4  # of a probability: the fifth moves with the processor
OPENING, CLOSING = 0, 2  # <s> and </s> of the vocabulary

Pair = tuple[str, str]
"""Premise and hypothesis."""


class Entailment:
    """Tells for pairs of claims whether the second follows from the first, the same alone and in any batch or order.

    Attributes:
        name: what entail.json calls the weights.
        sha256: SHA-256 of entail.onnx, in hex.
    """

    name: str
    sha256: str

    def __init__(self, name: str, sha256: str, session: Any, tokenizer: Any) -> None:
        self.name = name
        self.sha256 = sha256
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, folder: Path | None = None) -> "Entailment":
        """Open the weights of a folder that holds entail.onnx, entail.json, model.onnx and tokenizer.json; None: the package's.

        Raises:
            EncoderError: a file is missing or is not the one whose SHA-256 entail.json names.
        """
        home = BUNDLED if folder is None else Path(folder)
        told = _config(home / ENTAIL_CONFIG)
        for name in (MODEL, TOKENIZER, ENTAIL):
            _check(home / name, told["sha256"][name])
        return cls(
            told["name"], told["sha256"][ENTAIL], _session(home / ENTAIL), _tokenizer(home / TOKENIZER)
        )

    def probabilities(self, pairs: Sequence[Pair]) -> NDArray[np.float32]:
        """Return for each pair the probability of each of LABELS: float32, shape (pairs, 3), 4 decimals.

        The first of a pair is the premise, of which 150 tokens are read, the second the hypothesis, of which 60 are. Any
        text is accepted. Equal pairs are computed once.
        """
        if isinstance(pairs, str):
            raise TypeError("entailment is asked of a sequence of pairs, not of one text")
        found = {pair: self._one(pair) for pair in dict.fromkeys(map(tuple, pairs))}
        rows = [found[premise, hypothesis] for premise, hypothesis in pairs]
        return np.stack(rows) if rows else np.zeros((0, len(LABELS)), np.float32)

    def _one(self, pair: tuple[str, ...]) -> NDArray[np.float32]:
        ids, side = framed(*tokens(self._tokenizer, pair))
        feed = {"input_ids": np.array([ids], np.int64), "side": np.array([side], np.int64)}
        scores = self._session.run(None, feed)[0][0].astype(np.float64)
        powers = np.exp(scores - scores.max())
        shares: NDArray[np.float32] = np.round(powers / powers.sum(), DECIMALS).astype(np.float32)
        return shares


def tokens(tokenizer: Any, pair: Sequence[str]) -> tuple[list[int], list[int]]:
    """The tokens of premise and hypothesis that are read, without any mark."""
    cut = zip(pair, (MOST_PREMISE, MOST_HYPOTHESIS), strict=True)
    left, right = (_tokens(tokenizer, text, most) for text, most in cut)
    return left, right


def _tokens(tokenizer: Any, text: str, most: int) -> list[int]:
    head = text[: most * CHARACTERS_A_TOKEN].encode("utf-8", "replace").decode("utf-8")
    ids: list[int] = tokenizer.encode(head, add_special_tokens=False).ids
    return ids[:most]


def framed(left: list[int], right: list[int]) -> tuple[list[int], list[int]]:
    """Tokens of a pair with its marks, and of each token the side: 0 premise, 1 hypothesis.

    The mark before the hypothesis is one of its own, so that an empty hypothesis has tokens.
    """
    ids = [OPENING, *left, CLOSING, CLOSING, *right, CLOSING]
    return ids, [0] * (len(left) + 2) + [1] * (len(right) + 2)


def _config(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        known = {name: str(told["sha256"][name]) for name in (MODEL, TOKENIZER, ENTAIL)}
        return {"name": str(told["name"]), "sha256": known}
    except OSError as error:
        raise EncoderError(
            f"cannot read {path}, which names the entailment weights: {error.strerror}"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise EncoderError(
            f"{path} does not name the entailment weights and their SHA-256: {error!r}"
        ) from error


def _check(path: Path, wanted: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise EncoderError(f"cannot read {path} (SHA-256 {wanted}): {error.strerror}") from error
    if found != wanted:
        raise EncoderError(f"{path} has SHA-256 {found}; the entailment weights need {wanted}")


def _session(path: Path) -> Any:
    """A session on the file itself: the graph's word table lies at an offset of the model beside it."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own classes are not public
        raise EncoderError(f"{path} is no network onnxruntime can read: {error}") from error


def _tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
