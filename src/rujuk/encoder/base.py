"""Text to vectors: one sentence a run, so that a sentence's vector never depends on its neighbours.

The network is quantised while it runs, with one scale over all the rows of a run. In a batch that scale, and
with it every vector, would depend on the other sentences (by up to .02 in a trial); alone it cannot. Sentences
are run side by side by Python threads instead: onnxruntime lets go of the interpreter lock.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rujuk.encoder.files import BUNDLED, EncoderFiles, read_files
from rujuk.model.errors import ConfigError, EncoderError

# Decimals a vector keeps. Components are about .05; rounding to the fifth moved the product of a vector with itself
# by at most 2e-5 (300 sentences) and takes away the last bits: with onnxruntime's graph rewriting on or off, the
# vectors of those sentences were the same.
DECIMALS = 5

# Characters read for each token allowed, so that hostile text costs no more than a long paragraph. The
# longest piece of the vocabulary has 16.
CHARACTERS_A_TOKEN = 64

# Inputs that encoders of the BERT family name, and what each token gets for them.
_FILL = {"attention_mask": 1, "token_type_ids": 0}


class Encoder:
    """Gives each text a vector that is the same alone and in any batch, order and number of threads.

    Attributes:
        name: what the encoder's config calls it, else its folder's name.
        width: components of a vector.
        max_tokens: tokens of a text that are read, opening and closing mark included; the rest is not seen.
        sha256: SHA-256 of model.onnx, in hex: the manifest's proof of which encoder was used.
        runtime: what ran it, "onnxruntime 1.31.1": another version may round otherwise.
    """

    name: str
    width: int
    max_tokens: int
    sha256: str
    runtime: str

    def __init__(self, files: EncoderFiles, session: Any, tokenizer: Any, *, threads: int) -> None:
        self.name = files.name
        self.max_tokens = files.max_tokens
        self.sha256 = files.sha256
        self.runtime = _runtime()
        self._folder = files.folder
        self._threads = threads
        self._session = session
        self._tokenizer = tokenizer
        self._fill = _inputs(files, session)
        self.width = self._network_width(files)

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 2) -> "Encoder":
        """Open the bundled encoder, or the one in a folder with model.onnx and tokenizer.json.

        Args:
            path: the folder; None is the bundled encoder. A config.json in it may give name, width, max_tokens
                and sha256. The network takes input_ids (and attention_mask, token_type_ids if it likes), shape
                (1, tokens), and its first output is either (1, tokens, width), whose mean is taken, or (1, width).
            threads: sentences run at once, 1 or more. A process of a pool takes 1.

        Raises:
            EncoderError: a file is missing, damaged, or of another form.
            ConfigError: threads is below 1.
        """
        if threads < 1:
            raise ConfigError(f"an encoder needs 1 thread or more, not {threads}")
        files = read_files(BUNDLED if path is None else Path(path))
        return cls(files, _session(files), _tokenizer(files), threads=threads)

    def vectors(self, texts: Sequence[str], *, prefix: str = "query: ") -> NDArray[np.float32]:
        """One vector a text, in the texts' order: float32, shape (texts, width), length 1, 5 decimals.

        Any text is accepted; one beyond max_tokens is read to there. Equal texts are computed once. The prefix is
        put before each text: the bundled encoder knows "query: " (texts of one kind) and "passage: " (what a query
        is searched in). The bits are the same wherever `runtime` and the kind of processor are; another version of
        onnxruntime moved components by up to .015 and cosines to the old vector down to .996 (training/encoder.md).
        """
        if isinstance(texts, str):
            raise TypeError("vectors() takes a sequence of texts, not one text")
        if not texts:
            return np.zeros((0, self.width), dtype=np.float32)
        # Longest first: no thread is left with the longest text when the others are done.
        distinct = sorted(set(texts), key=lambda text: (-len(text), text))
        prefixed = [prefix + text for text in distinct]
        row = {text: i for i, text in enumerate(distinct)}
        table = np.stack(self._run_all(prefixed))
        picked: NDArray[np.float32] = table[[row[text] for text in texts]]
        return picked

    def _run_all(self, texts: list[str]) -> list[NDArray[np.float32]]:
        threads = min(self._threads, len(texts))
        if threads == 1:
            return [self._vector(text) for text in texts]
        with ThreadPoolExecutor(threads, thread_name_prefix="encoder") as pool:
            return list(pool.map(self._vector, texts))

    def _vector(self, text: str) -> NDArray[np.float32]:
        return _unit(self._output(self._ids(text)))

    def _ids(self, text: str) -> list[int]:
        """Token numbers of a text, opening and closing mark included."""
        head = text[: self.max_tokens * CHARACTERS_A_TOKEN]
        readable = head.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair becomes "?"
        ids: list[int] = self._tokenizer.encode(readable).ids
        return ids

    def _output(self, ids: list[int]) -> NDArray[np.float32]:
        """The network's first output for one text: (tokens, width) or (width,)."""
        tokens = np.array([ids], dtype=np.int64)
        feed = {"input_ids": tokens} | {
            name: np.full_like(tokens, value) for name, value in self._fill.items()
        }
        try:
            output: NDArray[np.float32] = self._session.run(None, feed)[0][0]
        except Exception as error:  # onnxruntime's own classes are not public
            raise EncoderError(
                f"the network in {self._folder} does not run on {len(ids)} tokens: {error}"
            ) from error
        return output

    def _network_width(self, files: EncoderFiles) -> int:
        """The width a trial run gives, which the config must agree with."""
        output = self._output(self._ids("a"))
        if output.ndim not in (1, 2):
            raise EncoderError(
                f"the network in {files.folder} gives {output.ndim + 1} axes; (1, tokens, width) or (1, width) wanted"
            )
        width = int(output.shape[-1])
        if files.width not in (None, width):
            raise EncoderError(
                f"the network in {files.folder} is {width} wide; its config says {files.width}"
            )
        return width


def _unit(output: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mean over tokens, length 1, rounded; a zero stays a zero. -0.0 becomes 0.0."""
    mean = np.atleast_2d(output).mean(axis=0, dtype=np.float64)
    length = float(np.linalg.norm(mean))
    unit = mean / length if length > 0 else mean
    rounded: NDArray[np.float32] = (np.round(unit, DECIMALS) + 0.0).astype(np.float32)
    return rounded


def _runtime() -> str:
    import onnxruntime  # noqa: PLC0415

    return f"onnxruntime {onnxruntime.__version__}"


def _session(files: EncoderFiles) -> Any:
    """An onnxruntime session with one thread of its own."""
    # Imported when an encoder is wanted: the import takes longer than `rujuk --help` may.
    import onnxruntime  # noqa: PLC0415

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4  # what goes wrong is raised; onnxruntime would also write it to stderr
    try:
        return onnxruntime.InferenceSession(files.model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own classes are not public
        raise EncoderError(
            f"{files.folder / 'model.onnx'} is no network onnxruntime can read: {error}"
        ) from error


def _tokenizer(files: EncoderFiles) -> Any:
    """The tokenizer, cutting at max_tokens and never padding."""
    from tokenizers import Tokenizer  # noqa: PLC0415

    try:
        tokenizer = Tokenizer.from_str(files.tokenizer)
    except Exception as error:  # tokenizers raises bare Exception
        raise EncoderError(f"{files.folder / 'tokenizer.json'} is no tokenizer: {error}") from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(files.max_tokens)
    return tokenizer


def _inputs(files: EncoderFiles, session: Any) -> dict[str, int]:
    """What to give for each input beside input_ids."""
    names = [each.name for each in session.get_inputs()]
    unknown = sorted(set(names) - set(_FILL) - {"input_ids"})
    if unknown or "input_ids" not in names:
        known = ", ".join(["input_ids", *_FILL])
        raise EncoderError(f"the network in {files.folder} takes {', '.join(names)}; known are {known}")
    return {name: _FILL[name] for name in names if name != "input_ids"}
