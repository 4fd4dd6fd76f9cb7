"""The encoder's network as ONNX, written node by node, and its int8 form."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder_weights import BLOCK, Weights, split_blocks

OPSET = 20  # the first with Gelu; onnxruntime 1.17 runs it
LABEL_PRODUCT = "labels.product"  # stays float32: seven columns cost nothing, and decide


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


def block(graph: Graph, weights: Weights, rows: str, layer: str) -> str:
    """One layer of the network, (tokens, width) to (tokens, width)."""
    attended = graph.node("Add", [rows, attention(graph, weights, rows, layer)], f"{layer}.attended")
    rows = layer_norm(graph, weights, attended, f"{layer}.aln", f"{layer}.middle")
    wide = graph.node("Gelu", [linear(graph, weights, rows, [f"{layer}.fi"], f"{layer}.up")], f"{layer}.wide")
    narrow = linear(graph, weights, wide, [f"{layer}.fo"], f"{layer}.down")
    added = graph.node("Add", [rows, narrow], f"{layer}.added")
    return layer_norm(graph, weights, added, f"{layer}.oln", f"{layer}.rows")


@dataclass(frozen=True)
class Head:
    """The linear step from a token's row to a score for each label: matrix (width, labels) and bias."""

    matrix: NDArray[np.float32]
    bias: NDArray[np.float32]


def network(weights: Weights, keep: list[int], head: Head | None = None) -> onnx.ModelProto:
    """The float32 graph: input_ids (1, tokens) int64 to last_hidden_state (1, tokens, width).

    With a head it has a second output, label_scores (1, tokens, labels).
    """
    graph = Graph()
    rows = embeddings(graph, weights, keep)
    for number in range(weights.layers):
        rows = block(graph, weights, rows, f"l{number}")
    graph.node("Unsqueeze", [rows, graph.ints("zero", 0)], "last_hidden_state")
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, [1, "tokens"])
    out = helper.make_tensor_value_info("last_hidden_state", TensorProto.FLOAT, [1, "tokens", weights.width])
    outputs = [out]
    if head is not None:
        product = graph.node("MatMul", [rows, graph.constant("label.matrix", head.matrix)], LABEL_PRODUCT)
        scores = graph.node("Add", [product, graph.constant("label.bias", head.bias)], "labels")
        graph.node("Unsqueeze", [scores, graph.ints("zero", 0)], "label_scores")
        shape = [1, "tokens", len(head.bias)]
        outputs.append(helper.make_tensor_value_info("label_scores", TensorProto.FLOAT, shape))
    body = helper.make_graph(graph.nodes, "encoder", [ids], outputs, graph.constants)
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
            nodes_to_exclude=[LABEL_PRODUCT],
        )
