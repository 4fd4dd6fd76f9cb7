"""Text to vectors and labels: one sentence a run, so that what is found never depends on its neighbours.

The network is quantised while it runs, with one scale over all the rows of a run. In a batch that scale, and
with it every vector, would depend on the other sentences (by up to .02 in a trial); alone it cannot. Sentences
are run side by side by Python threads instead: onnxruntime lets go of the interpreter lock.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rujuk.encoder.files import BUNDLED, EncoderFiles, read_files
from rujuk.encoder.labels import Labelled, Pieces, read_kinds, read_labels
from rujuk.encoder.means import read_means
from rujuk.encoder.windows import WIDEST, joined, windows
from rujuk.model.errors import ConfigError, EncoderError

# Decimals a vector keeps. Components are about .05; rounding to the fifth moved the product of a vector with itself
# by at most 2e-5 (300 sentences) and takes away the last bits: with onnxruntime's graph rewriting on or off, the
# vectors of those sentences were the same.
DECIMALS = 5

# Characters read for each token allowed, so that hostile text costs no more than a long paragraph. The
# longest piece of the vocabulary has 16.
CHARACTERS_A_TOKEN = 64

# Texts whose result is kept, so that a sentence that was read for its names costs nothing when its vector is asked
# for: some 2 KB each. A story of thirty articles has about a thousand sentences.
KEPT = 4096

LONE = "▁"  # the piece of a space by itself, which the tokenizer puts before a word it has no piece for

# Inputs that encoders of the BERT family name, and what each token gets for them.
_FILL = {"attention_mask": 1, "token_type_ids": 0}


class Reading(NamedTuple):
    """What one pass finds in each text, in the texts' order: vectors (texts, width), labelled stretches a text."""

    vectors: NDArray[np.float32]
    labels: tuple[tuple[Labelled, ...], ...]


class _Read(NamedTuple):
    vector: NDArray[np.float32]
    labels: tuple[Labelled, ...] | None


class Encoder:
    """Gives each text a vector and labels that are the same alone and in any batch, order and number of threads.

    Attributes:
        name: what the encoder's config calls it, else its folder's name.
        width: components of a vector.
        max_tokens: tokens of a text that are read, opening and closing mark included; the rest is not seen.
        sha256: SHA-256 of model.onnx, in hex: the manifest's proof of which encoder was used.
        runtime: what ran it, "onnxruntime 1.31.1": another version may round otherwise.
        kinds: the kinds `read` tells apart, as PER, ORG, LOC, GPE; none where the network labels nothing. GPE of the bundled
            one are places that it is less sure of, mostly such as act or say whose something is.
        means: by language the mean vector of news leads ("passage: " before them), which makes vectors of two languages
            comparable; none where its folder has none.
    """

    name: str
    width: int
    max_tokens: int
    sha256: str
    runtime: str
    kinds: tuple[str, ...]
    means: Mapping[str, NDArray[np.float32]]

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
        self._columns = read_kinds(files.labels, files.doubt, files.doubted)
        self.kinds = tuple(dict.fromkeys((*self._columns.names, *self._columns.doubted.values())))
        self._lone = tokenizer.token_to_id(LONE)
        self._kept: OrderedDict[str, _Read] = OrderedDict()
        self._lock = Lock()
        self.width = self._network_width(files)
        self.means = read_means(files.folder, self.width)

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
        return self._table(self._all(texts, prefix, labelled=False), texts)

    def read(self, texts: Sequence[str], *, prefix: str = "query: ") -> Reading:
        """Vectors as `vectors` gives them and, from the same pass, the labelled stretches of each text.

        Stretches are in order and apart; their offsets are code points of the text itself. A text beyond max_tokens is
        labelled in windows that overlap, so that no name is lost at a seam, up to max_tokens * 64 characters; its vector
        stays that of its first max_tokens. Raises EncoderError where the network has no labels.
        """
        if not self.kinds:
            raise EncoderError(f"the encoder in {self._folder} gives no labels: its config names none")
        found = self._all(texts, prefix, labelled=True)
        return Reading(self._table(found, texts), tuple(found[text].labels or () for text in texts))

    def _table(self, found: dict[str, _Read], texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.width), dtype=np.float32)
        return np.stack([found[text].vector for text in texts])

    def _all(self, texts: Sequence[str], prefix: str, *, labelled: bool) -> dict[str, _Read]:
        """What is found in each distinct text; what an earlier call found is not computed again."""
        if isinstance(texts, str):
            raise TypeError("an encoder takes a sequence of texts, not one text")
        one = self._read_of if labelled else self._vector_of
        found = {text: self._remembered(prefix + text, labelled=labelled) for text in set(texts)}
        # Longest first: no thread is left with the longest text when the others are done.
        missing = sorted((t for t, read in found.items() if read is None), key=lambda t: (-len(t), t))
        reads = self._run_all(one, prefix, missing)
        for text, read in zip(missing, reads, strict=True):
            self._remember(prefix + text, read)
        return {text: read for text, read in (found | dict(zip(missing, reads, strict=True))).items() if read}

    def _remembered(self, key: str, *, labelled: bool) -> _Read | None:
        with self._lock:
            read = self._kept.get(key)
        return read if read is not None and (read.labels is not None or not labelled) else None

    def _remember(self, key: str, read: _Read) -> None:
        with self._lock:
            self._kept[key] = read
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)

    def _run_all(self, one: Callable[[str, str], _Read], prefix: str, texts: list[str]) -> list[_Read]:
        threads = min(self._threads, len(texts))
        if threads <= 1:
            return [one(prefix, text) for text in texts]
        with ThreadPoolExecutor(threads, thread_name_prefix="encoder") as pool:
            return list(pool.map(lambda text: one(prefix, text), texts))

    def _vector_of(self, prefix: str, text: str) -> _Read:
        ids = self._encoding(prefix + text).ids
        return _Read(_unit(self._outputs(self._cut(ids))[0]), None)

    def _read_of(self, prefix: str, text: str) -> _Read:
        """Vector and labels of one text: one run where it fits, else one more a window."""
        encoding = self._encoding(prefix + text)
        pieces = self._pieces(encoding, len(prefix))
        opening = int(np.argmax(pieces.real)) if pieces.real.any() else len(pieces.ids) - 1
        vector, scores = self._outputs(self._cut(encoding.ids))
        if len(pieces.ids) > self.max_tokens:
            cut = windows(pieces.ids, opening, min(WIDEST, self.max_tokens))
            parts = [(window, self._outputs(window.ids)[1]) for window in cut]
            scores = joined(parts, opening, len(pieces.ids))
        return _Read(_unit(vector), read_labels(text, pieces, scores, self._columns))

    def _encoding(self, text: str) -> Any:
        """The tokenizer's reading of a text, opening and closing mark included, not cut to max_tokens."""
        head = text[: self.max_tokens * CHARACTERS_A_TOKEN]
        readable = head.encode("utf-8", "replace").decode("utf-8")  # half a surrogate pair becomes "?"
        return self._tokenizer.encode(readable)

    def _pieces(self, encoding: Any, opening: int) -> Pieces:
        """The tokens of a text whose prefix has `opening` characters."""
        ids = np.array(encoding.ids, np.int64)
        offsets = np.array(encoding.offsets, np.int64).reshape(-1, 2) - opening
        marks = np.array(encoding.special_tokens_mask, bool)
        real = ~marks & (ids != self._lone) & (offsets[:, 0] >= 0) & (offsets[:, 1] > offsets[:, 0])
        return Pieces(ids, offsets, real)

    def _cut(self, ids: list[int]) -> NDArray[np.int64]:
        """The first max_tokens of a text's tokens, its closing mark kept at the end."""
        if len(ids) > self.max_tokens:
            ids = [*ids[: self.max_tokens - 1], ids[-1]]
        return np.array(ids, np.int64)

    def _outputs(self, ids: NDArray[np.int64]) -> list[NDArray[np.float32]]:
        """The network's outputs for one run of tokens: (tokens, width) or (width,), then scores where it labels."""
        tokens = ids[None]
        feed = {"input_ids": tokens} | {
            name: np.full_like(tokens, value) for name, value in self._fill.items()
        }
        try:
            outputs = self._session.run(None, feed)
        except Exception as error:  # onnxruntime's own classes are not public
            raise EncoderError(
                f"the network in {self._folder} does not run on {len(ids)} tokens: {error}"
            ) from error
        return [output[0] for output in outputs]

    def _network_width(self, files: EncoderFiles) -> int:
        """The width a trial run gives, which the config must agree with; the scores must have its labels."""
        output, *others = self._outputs(self._cut(self._encoding("a").ids))
        columns = others[0].shape[-1] if others else 0
        if files.labels and columns != len(files.labels):
            raise EncoderError(
                f"the network in {files.folder} scores {columns} labels; its config names {len(files.labels)}"
            )
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
    """The tokenizer, never cutting or padding."""
    from tokenizers import Tokenizer  # noqa: PLC0415

    try:
        tokenizer = Tokenizer.from_str(files.tokenizer)
    except Exception as error:  # tokenizers raises bare Exception
        raise EncoderError(f"{files.folder / 'tokenizer.json'} is no tokenizer: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _inputs(files: EncoderFiles, session: Any) -> dict[str, int]:
    """What to give for each input beside input_ids."""
    names = [each.name for each in session.get_inputs()]
    unknown = sorted(set(names) - set(_FILL) - {"input_ids"})
    if unknown or "input_ids" not in names:
        known = ", ".join(["input_ids", *_FILL])
        raise EncoderError(f"the network in {files.folder} takes {', '.join(names)}; known are {known}")
    return {name: _FILL[name] for name in names if name != "input_ids"}
