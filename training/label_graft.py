"""Join trained copies of some layers to the bundled graph, whose own nodes and numbers stay as they are."""

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper

from rujuk.encoder.files import BUNDLED, CONFIG, MODEL, TOKENIZER
from training.encoder_network import LABEL_PRODUCT, OPSET, Graph, Head, block, quantise
from training.encoder_weights import Weights
from training.import_encoder import digest
from training.label_branch import Branch
from training.label_corpora import CORPORA, tags
from training.label_examples import SHIPPED

NAME = "multilingual-e5-small-idmsen-names-int8"
PREFIX = "names."  # before the names of the copies' nodes and constants


def branch_graph(branch: Branch, before: Weights) -> onnx.ModelProto:
    """The copies alone, float32: the rows they begin from to label_scores (1, tokens, labels)."""
    graph, weights = Graph(), branch.weights(before, PREFIX)
    rows, *others = sources = [f"l{layer}.rows" for layer in (branch.first - 1, *branch.beside)]
    for number, (other, join) in enumerate(zip(others, branch.joins, strict=True)):
        name = f"{PREFIX}join{number}"
        turned = graph.constant(f"{name}.matrix", join.weight.detach().float().numpy().T)
        rows = graph.node("Add", [rows, graph.node("MatMul", [other, turned], f"{name}.product")], name)
    for number in range(branch.first, branch.first + len(branch.layers)):
        rows = block(graph, weights, rows, f"{PREFIX}l{number}")
    head = head_of(branch)
    product = graph.node("MatMul", [rows, graph.constant("label.matrix", head.matrix)], LABEL_PRODUCT)
    scores = graph.node("Add", [product, graph.constant("label.bias", head.bias)], "labels")
    graph.node("Unsqueeze", [scores, graph.ints("zero", 0)], "label_scores")
    value = helper.make_tensor_value_info
    inputs = [value(source, TensorProto.FLOAT, ["tokens", before.width]) for source in sources]
    outputs = [value("label_scores", TensorProto.FLOAT, [1, "tokens", len(head.bias)])]
    body = helper.make_graph(graph.nodes, "names", inputs, outputs, graph.constants)
    return helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)


def head_of(branch: Branch) -> Head:
    linear = branch.heads[SHIPPED]
    matrix = np.ascontiguousarray(linear.weight.detach().float().numpy().T)
    return Head(matrix, linear.bias.detach().float().numpy())


def grafted(model: bytes, branch: onnx.ModelProto) -> onnx.ModelProto:
    """The bundled graph and the branch's nodes; what both have (the rows' rounding, sizes) stands once."""
    whole = onnx.load_from_string(model)
    made = {name for node in whole.graph.node for name in node.output}
    known = {constant.name for constant in whole.graph.initializer}
    whole.graph.node.extend(node for node in branch.graph.node if not made & set(node.output))
    whole.graph.initializer.extend(each for each in branch.graph.initializer if each.name not in known)
    whole.graph.output.extend(branch.graph.output)
    onnx.checker.check_model(whole)
    return whole


def ungrafted(model: bytes) -> bytes:
    """The graph without what `grafted` put in, byte for byte what it was; one without labels comes back as it is."""
    whole = onnx.load_from_string(model)
    nodes = [node for node in whole.graph.node if not all(map(of_branch, node.output))]
    constants = [each for each in whole.graph.initializer if not of_branch(each.name)]
    outputs = [each for each in whole.graph.output if not of_branch(each.name)]
    for field, kept in (("node", nodes), ("initializer", constants), ("output", outputs)):
        whole.graph.ClearField(field)
        getattr(whole.graph, field).extend(kept)
    data: bytes = whole.SerializeToString(deterministic=True)
    return data


def of_branch(name: str) -> bool:
    return name.startswith((PREFIX, "label"))


def write_files(model: bytes, branch: Branch, before: Weights, out: Path) -> None:
    """Write model.onnx, config.json and the package's tokenizer to `out`, a whole encoder; the means stay those of the package."""
    with tempfile.TemporaryDirectory() as folder:
        quantised = Path(folder) / MODEL
        quantise(branch_graph(branch, before), quantised)
        whole = grafted(model, onnx.load(str(quantised)))
    (out / MODEL).write_bytes(whole.SerializeToString(deterministic=True))
    shutil.copyfile(BUNDLED / TOKENIZER, out / TOKENIZER)
    config = json.loads((BUNDLED / CONFIG).read_text(encoding="utf-8"))
    config |= {"name": NAME, "labels": list(tags(CORPORA[SHIPPED]))}
    config["sha256"][MODEL] = digest(out / MODEL)
    config["grafted_on"] = hashlib.sha256(model).hexdigest()
    (out / CONFIG).write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")
