"""Train layers that tell whether one Indonesian claim follows from another, contradicts it, or neither.

    pip install -e '.[training]'
    RUJUK_DATA=... python -m training.train_entail --out /tmp/entail          # --all: no premise held out
    RUJUK_DATA=... python -m training.check_entail /tmp/entail

The encoder's own first nine layers go on learning, premise and hypothesis read together; the word table stays as it is.
`training/entail.md` says what was measured and why no weights are shipped.
"""

import argparse
import os
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from rujuk.encoder.files import BUNDLED, TOKENIZER
from training.encoder_weights import read_weights
from training.entail_batches import Read, padded, read
from training.entail_graph import write_files
from training.entail_network import EntailmentNetwork
from training.entail_pairs import Pair, Pools, apart_from, labelled, read_indonli, read_pools, varied
from training.import_encoder import kept, package_folder
from training.label_batches import batches
from training.train_labels import rate_at


@dataclass(frozen=True)
class Stage:
    """Epochs with one rise and fall of the rate; in a varied stage pairs are changed and made beside IndoNLI's own."""

    epochs: int
    rate: float
    varied: bool


@dataclass(frozen=True)
class EntailConfig:
    """How the layers are trained."""

    stages: tuple[Stage, ...] = (Stage(3, 1.5e-4, varied=False), Stage(1, 1.2e-4, varied=True))
    layers: int = 9  # of the encoder's twelve; the last ones lose words (training/labels.md)
    extra: int = 2700  # pairs made of plain sentences in a varied epoch
    seed: int = 7
    batch: int = 24
    head_rate: float = 5e-4
    fall: float = 0.9  # rate of a layer as a share of that of the layer above
    decay: float = 0.01
    dropout: float = 0.1
    smoothing: float = 0.05
    warm: float = 0.06  # share of a stage's steps over which the rate rises; it then falls to 0
    kept: float = 0.99  # what the averaged weights keep of themselves each step
    largest: float = 1.0  # length a gradient is cut to


class Training:
    """A network being trained, and the average of its weights over the steps."""

    def __init__(self, network: EntailmentNetwork, config: EntailConfig) -> None:
        self.network = network
        self.config = config
        self.parameters = list(network.parameters())
        self.mean = [each.detach().clone() for each in self.parameters]

    def run(self, stage: Stage, epochs: Sequence[list[list[Read]]]) -> None:
        """Go through a stage's epochs; the network ends with the averaged weights."""
        config, step, whole = self.config, 0, sum(map(len, epochs))
        groups = list(self.network.groups(stage.rate, config.head_rate, config.fall))
        optimiser = torch.optim.AdamW(groups, weight_decay=config.decay, fused=True)
        started = time.time()
        self.network.train()
        for number, cut in enumerate(epochs, 1):
            total = 0.0
            for batch in cut:
                for group in optimiser.param_groups:
                    group["lr"] = group["top"] * rate_at(step, whole, config.warm)
                total += self._step(batch, optimiser)
                step += 1
                share = min(config.kept, (step + 1) / (step + 10))
                torch._foreach_lerp_(self.mean, [each.detach() for each in self.parameters], 1 - share)
            took = time.time() - started
            print(f"{stage} epoch {number}: loss {total / len(cut):.4f}, {took:.0f} s", flush=True)
        for place, value in zip(self.parameters, self.mean, strict=True):
            place.data.copy_(value)
        self.network.eval()

    def _step(self, batch: Sequence[Read], optimiser: torch.optim.Optimizer) -> float:
        ids, mask, side, shares = padded(batch)
        with torch.autocast("cpu", torch.bfloat16):
            scores = self.network(ids, mask, side)
        loss = functional.cross_entropy(scores.float(), shares, label_smoothing=self.config.smoothing)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, self.config.largest)
        optimiser.step()
        return float(loss.detach())


def plan(
    pools: Pools, stage: Stage, tokenizer: Any, config: EntailConfig, draw: random.Random
) -> list[list[list[Read]]]:
    """The batches of each epoch of a stage."""
    epochs = []
    for _ in range(stage.epochs):
        pairs = list(varied(pools, config.extra, draw)) if stage.varied else list(pools.pairs)
        epochs.append(batches([read(pair, tokenizer) for pair in pairs], config.batch, draw))
    return epochs


def training_pairs(data: Path, *, everything: bool) -> list[Pair]:
    """IndoNLI's train part without the premises of its validation part, or both parts whole."""
    rows, held = read_indonli(data, "train"), read_indonli(data, "val")
    return labelled([*rows, *held] if everything else apart_from(rows, held))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for entail.onnx and entail.json")
    parser.add_argument("--all", action="store_true", help="train on the validation part too")
    parser.add_argument("--limit", type=int, help="train on this many pairs only, to try the command out")
    options = parser.parse_args()
    config, data = EntailConfig(), Path(os.environ["RUJUK_DATA"])
    config = replace(config, extra=min(config.extra, options.limit or config.extra))
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    torch.manual_seed(config.seed)
    draw = random.Random(config.seed)
    weights = read_weights((package_folder() / "e5-small-q4.bin").read_bytes())
    keep = kept(weights)
    network = EntailmentNetwork(weights, keep, config.layers, config.dropout)
    pools = read_pools(data, training_pairs(data, everything=options.all)[: options.limit])
    tokenizer = Tokenizer.from_file(str(BUNDLED / TOKENIZER))
    training = Training(network, config)
    for stage in config.stages:
        training.run(stage, plan(pools, stage, tokenizer, config, draw))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "entail.pt")
    write_files(network, weights, keep, options.out)


if __name__ == "__main__":
    main()
