"""The entailment layers as ONNX in int8; the word table is read out of the encoder's own model.onnx beside the file."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from shutil import copy

import numpy as np
import onnx
from onnx import TensorProto, helper
from torch import nn

from rujuk.encoder.files import BUNDLED, MODEL, TOKENIZER
from training.encoder_network import OPSET, Graph, block, embeddings, quantise
from training.encoder_weights import Weights
from training.entail_network import EntailmentNetwork
from training.entail_reader import ENTAIL, ENTAIL_CONFIG
from training.import_encoder import digest
from training.label_network import trained_weights

NAME = "multilingual-e5-small-idmsen-entailment-int8"
TABLE = ("word.nibbles", "word.scales")  # constants of both graphs, byte for byte the same


def entail_graph(network: EntailmentNetwork, before: Weights, keep: list[int]) -> onnx.ModelProto:
    """The float32 graph: input_ids and side (1, tokens) int64 to scores (1, 3)."""
    graph = Graph()
    weights = replace(trained_weights(network.base, before), layers=len(network.base.layers))
    rows = embeddings(graph, weights, keep)
    add_sides(graph, network)
    for number in range(weights.layers):
        rows = block(graph, weights, rows, f"l{number}")
    graph.node("Identity", [head(graph, network, rows)], "scores")
    value = helper.make_tensor_value_info
    inputs = [value(name, TensorProto.INT64, [1, "tokens"]) for name in ("input_ids", "side")]
    output = value("scores", TensorProto.FLOAT, [1, 3])
    body = helper.make_graph(graph.nodes, "entailment", inputs, [output], graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def add_sides(graph: Graph, network: EntailmentNetwork) -> None:
    """Add each token's side to its row before the rows are normalised: between the last two nodes so far."""
    normalised = graph.nodes.pop()
    flat = graph.node("Reshape", ["side", graph.ints("flat", -1)], "side.flat")
    table = graph.constant("side.table", network.sides.detach().float().numpy())
    rows = graph.node("Gather", [table, flat], "side.rows", axis=0)
    normalised.input[0] = graph.node("Add", [normalised.input[0], rows], "sided")
    graph.nodes.append(normalised)


def head(graph: Graph, network: EntailmentNetwork, rows: str) -> str:
    """Scores (1, 3) from the mean rows of premise and hypothesis; Gemm, so that it stays in float32."""
    hypothesis = graph.node("Cast", ["side"], "on.hypothesis", to=TensorProto.FLOAT)
    one = graph.constant("one", np.array(1, np.float32))
    premise = graph.node("Sub", [one, hypothesis], "on.premise")
    means = [mean_of(graph, rows, on) for on in (premise, hypothesis)]
    apart = graph.node("Abs", [graph.node("Sub", means, "head.difference")], "head.apart")
    alike = graph.node("Mul", means, "head.alike")
    both = graph.node("Concat", [*means, apart, alike], "head.both", axis=1)
    wide = graph.node("Gelu", [dense(graph, network.hidden, both, "head.hidden")], "head.wide")
    return dense(graph, network.scores, wide, "head.scores")


def mean_of(graph: Graph, rows: str, on: str) -> str:
    """The mean (1, width) of the rows where `on` (1, tokens) is 1."""
    summed = graph.node("Gemm", [on, rows], f"{on}.sum")
    count = graph.node("ReduceSum", [on, graph.ints("last", 1)], f"{on}.count", keepdims=1)
    return graph.node("Div", [summed, count], f"{on}.mean")


def dense(graph: Graph, linear: nn.Linear, rows: str, name: str) -> str:
    matrix = graph.constant(f"{name}.matrix", linear.weight.detach().float().numpy().T)
    bias = graph.constant(f"{name}.bias", linear.bias.detach().float().numpy())
    return graph.node("Gemm", [rows, matrix, bias], name)


def without_table(model: onnx.ModelProto, encoder: bytes) -> onnx.ModelProto:
    """The graph with its word table named by its place in the encoder's model.onnx instead of held.

    Raises SystemExit where the encoder's file does not hold the same table.
    """
    for constant in model.graph.initializer:
        if constant.name in TABLE:
            data = constant.raw_data
            at = encoder.find(data)
            if at < 0:
                raise SystemExit(f"{MODEL} does not hold the {constant.name} that was trained on")
            constant.ClearField("raw_data")
            constant.data_location = TensorProto.EXTERNAL
            for key, told in (("location", MODEL), ("offset", at), ("length", len(data))):
                entry = constant.external_data.add()
                entry.key, entry.value = key, str(told)
    return model


def write_files(network: EntailmentNetwork, before: Weights, keep: list[int], out: Path) -> None:
    """Write entail.onnx and entail.json to `out`, and beside them the encoder's files that they need."""
    out.mkdir(parents=True, exist_ok=True)
    for name in (MODEL, TOKENIZER):
        copy(BUNDLED / name, out / name)
    with tempfile.TemporaryDirectory() as folder:
        quantised = Path(folder) / ENTAIL
        quantise(entail_graph(network, before, keep), quantised)
        whole = without_table(onnx.load(str(quantised)), (out / MODEL).read_bytes())
    (out / ENTAIL).write_bytes(whole.SerializeToString(deterministic=True))
    told = {"name": NAME, "sha256": {name: digest(out / name) for name in (ENTAIL, MODEL, TOKENIZER)}}
    (out / ENTAIL_CONFIG).write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
