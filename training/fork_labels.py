"""Give the bundled encoder a second output, labels of names, and leave its first as it is.

    pip install -e '.[training]'
    RUJUK_DATA=... python -m training.fork_labels --out /tmp/fork                 # the shipped runs and their mean
    RUJUK_DATA=... python -m training.fork_labels --out /tmp/fork --runs 1 1 1 --share .02     # the same way, in little

The encoder stays frozen. Copies of two of its middle layers, and a head for each corpus, learn from what the int8
network itself gives below them. `label_graft.py` joins the copies to the graph. `training/labels.md` says what was measured.
"""

import argparse
import os
import random
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from rujuk.encoder.files import BUNDLED, MODEL, TOKENIZER
from training.encoder_weights import Weights, read_weights
from training.import_encoder import package_folder
from training.label_batches import batches, padded
from training.label_branch import Branch
from training.label_corpora import CORPORA, Example, read_nergrit, tags
from training.label_examples import (
    IGNORED,
    SHIPPED,
    Drawn,
    Pieces,
    Pools,
    epoch_examples,
    pieces,
    read_pools,
)
from training.label_graft import ungrafted, write_files
from training.label_progress import stretches
from training.label_variants import lengthened, read_names
from training.train_labels import rate_at

HEADS = {corpus: len(tags(kinds)) for corpus, kinds in CORPORA.items()}
HELD = 10  # every tenth sentence of the train part is held out while the settings are chosen
RUNS = ((10, True), (16, True), (16, False))
"""Epochs of the runs whose mean is shipped, and whether each leaves every tenth sentence out."""
LONG = (700, 1000)  # characters of the texts that held-out sentences are also scored in
DRAW = 7  # seed of the draw of a share of the train part
States = NDArray[np.float16]
Item = TypeVar("Item")


@dataclass(frozen=True)
class ForkConfig:
    """How the copies are trained."""

    first: int = 6  # layer that is copied first: the rows below it tell names best (a linear probe)
    depth: int = 2  # layers that are copied
    beside: tuple[int, ...] = (2, 8)  # layers whose rows are added to those below the first copy
    epochs: int = 10
    others: tuple[tuple[str, int], ...] = (("nergrit", 300), ("nerp", 300), ("ud", 50))
    mixed: int = 4  # first epochs in which the other corpora are drawn from
    seed: int = 20
    share: float = 1.0  # of every corpus: less than all for the learning curve
    batch: int = 16
    rate: float = 3e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    dropout: float = 0.1
    warm: float = 0.06  # share of the steps over which the rate rises; it then falls to 0
    rounded: int = 3  # last epochs in which the copies compute as their int8 form will
    kept: float = 0.99  # what the averaged weights keep of themselves each step
    weights: tuple[tuple[str, float], ...] = (("idner", 1.0), ("nergrit", 0.5), ("nerp", 0.5), ("ud", 0.3))

    def drawn(self) -> Drawn:
        after = (0,) * max(0, self.epochs - self.mixed)
        counts = {corpus: max(1, round(self.share * count)) for corpus, count in self.others}
        return {corpus: (count,) * self.mixed + after for corpus, count in counts.items()}


class Frozen:
    """The bundled int8 network up to the last layer that the copies read."""

    def __init__(self, model: bytes, layers: Sequence[int]) -> None:
        graph = onnx.load_from_string(model)
        del graph.graph.output[:]
        graph.graph.output.extend(
            helper.make_tensor_value_info(f"l{layer}.rows", TensorProto.FLOAT, ["tokens", None])
            for layer in layers
        )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._pool = ThreadPoolExecutor(2)
        self._session = onnxruntime.InferenceSession(graph.SerializeToString(), options)

    def states(self, found: Sequence[Pieces]) -> list[States]:
        """The rows (tokens, layers * width) of each text, alone as at run time."""
        return list(self._pool.map(self._one, found))

    def _one(self, each: Pieces) -> States:
        rows = self._session.run(None, {"input_ids": np.array([each.ids], np.int64)})
        return np.concatenate(rows, axis=1).astype(np.float16)


Row = tuple[Pieces, States]


def stacked(rows: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """States, mask and labels of a batch, padded to its longest text."""
    ids, mask, labels = padded([each for each, _ in rows])
    states = torch.zeros((*ids.shape, rows[0][1].shape[1]))
    for row, (_, values) in enumerate(rows):
        states[row, : len(values)] = torch.from_numpy(values.astype(np.float32))
    return states, mask, labels


def loss_of(branch: Branch, rows: Sequence[Row], config: ForkConfig, *, rounded: bool) -> Tensor:
    """Return the mean cross-entropy of the rows' labels; `rounded` reads with int8 weights."""
    states, mask, labels = stacked(rows)
    with torch.autocast("cpu", torch.bfloat16):
        top = branch(states, mask, rounded=rounded)
    total, counted = torch.zeros(()), 0
    for corpus, weight in config.weights:
        picked = [i for i, (each, _) in enumerate(rows) if each.corpus == corpus]
        if picked:
            scores, wanted = branch.heads[corpus](top.float()[picked]).flatten(0, 1), labels[picked].flatten()
            summed = functional.cross_entropy(scores, wanted, ignore_index=IGNORED, reduction="sum")
            total, counted = total + weight * summed, counted + int((wanted != IGNORED).sum())
    return total / max(1, counted)


def held_f1(branch: Branch, rows: Sequence[Row]) -> float:
    """Entity F1 over units of the shipped head, as int8 will compute."""
    right = count = 0
    branch.eval()
    with torch.no_grad():
        for at in range(0, len(rows), 32):
            states, mask, labels = stacked(rows[at : at + 32])
            best = branch.heads[SHIPPED](branch(states, mask, rounded=True)).argmax(-1)
            for row, wanted in zip(best, labels, strict=True):
                known = wanted != IGNORED
                mine, gold = stretches(row[known].tolist()), stretches(wanted[known].tolist())
                right, count = right + len(mine & gold), count + len(mine) + len(gold)
    branch.train()
    return 2 * right / count if count else 0.0


def rows_of(examples: Sequence[Example], frozen: Frozen, tokenizer: Any) -> list[Row]:
    """The examples as the branch reads them, the shortest first."""
    found = sorted((pieces(each, tokenizer) for each in examples), key=lambda each: len(each.ids))
    return list(zip(found, frozen.states(found), strict=True))


def pools_of(data: Path, config: ForkConfig, *, hold: bool) -> tuple[Pools, list[Example]]:
    """The training sentences, and those held out (none unless `hold`); names of sentences left out are put in nowhere."""
    pools = read_pools(data, config.seed)
    if not hold and config.share == 1:
        return pools, []
    kept = [pair for number, pair in enumerate(pools.idner) if not hold or number % HELD]
    kept = part_of(kept, config.share)
    names = read_names(data, [pair[1] for pair in kept], read_nergrit(data, "train"))
    held = [pair[0] for pair in pools.idner[::HELD]] if hold else []
    return replace(pools, idner=kept, names=names), held


def part_of(items: Sequence[Item], share: float) -> list[Item]:
    """A share of some items, drawn the same way whatever the seed of a run: a smaller one lies in every larger one."""
    order = list(range(len(items)))
    random.Random(DRAW).shuffle(order)
    return [items[number] for number in sorted(order[: max(1, round(share * len(items)))])]


def optimiser_of(branch: Branch, config: ForkConfig) -> torch.optim.AdamW:
    """Return AdamW with a rate of its own for the heads."""
    groups = [
        {"params": list(part.parameters()), "lr": rate, "top": rate}
        for part, rate in (
            (branch.layers, config.rate),
            (branch.joins, config.rate),
            (branch.heads, config.head_rate),
        )
    ]
    return torch.optim.AdamW(groups, weight_decay=config.decay, fused=True)


def train(
    branch: Branch, frozen: Frozen, tokenizer: Any, pools: Pools, held: Sequence[Example], config: ForkConfig
) -> None:
    """Train in place; the branch ends with the averaged weights."""
    draw = random.Random(config.seed)
    plan = []
    for epoch in range(config.epochs):
        found = [pieces(each, tokenizer) for each in epoch_examples(pools, config.drawn(), epoch, draw)]
        plan.append(batches(found, config.batch, draw))
    long = lengthened(held, 1.0, LONG, draw) if held else []
    scored = [rows_of(each, frozen, tokenizer) for each in (held, long)]
    optimiser, parameters = optimiser_of(branch, config), list(branch.parameters())
    mean = [each.detach().clone() for each in parameters]
    whole, step, started = sum(map(len, plan)), 0, time.time()
    for epoch, cut in enumerate(plan):
        total = 0.0
        for batch in cut:
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * rate_at(step, whole, config.warm)
            rows = list(zip(batch, frozen.states(batch), strict=True))
            loss = loss_of(branch, rows, config, rounded=epoch >= config.epochs - config.rounded)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            kept = min(config.kept, (step + 1) / (step + 10))
            torch._foreach_lerp_(mean, [each.detach() for each in parameters], 1 - kept)
            total, step = total + float(loss.detach()), step + 1
        with branch.holding(mean):
            score, far = (held_f1(branch, rows) for rows in scored)
        took = time.time() - started
        f1 = f"held-out F1 {score:.4f}, in long texts {far:.4f}"
        print(f"epoch {epoch + 1} loss {total / len(cut):.4f} {f1} {took:.0f} s", flush=True)
    for place, value in zip(parameters, mean, strict=True):
        place.data.copy_(value)
    branch.eval()


def run(data: Path, model: bytes, weights: Weights, config: ForkConfig, *, hold: bool) -> Branch:
    """One training from the encoder's own layers on; the same beginning in every run."""
    torch.manual_seed(config.seed)
    branch = Branch(weights, config.first, config.depth, config.beside, HEADS, config.dropout)
    frozen = Frozen(model, (config.first - 1, *config.beside))
    pools, held = pools_of(data, config, hold=hold)
    train(branch, frozen, Tokenizer.from_file(str(BUNDLED / TOKENIZER)), pools, held, config)
    return branch


def mean_of(branches: Sequence[Branch]) -> Branch:
    """The first branch with the mean of the weights of all (Wortsman et al. 2022, arXiv:2203.05482)."""
    states = [each.state_dict() for each in branches]
    branches[0].load_state_dict(
        {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    )
    return branches[0].eval()


def options_of() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--out", type=Path, required=True, help="folder for model.onnx and config.json")
    parser.add_argument("--first", type=int, default=ForkConfig.first, help="layer that is copied first")
    parser.add_argument("--depth", type=int, default=ForkConfig.depth, help="layers that are copied")
    parser.add_argument("--beside", type=int, nargs="*", default=ForkConfig.beside)
    parser.add_argument("--rate", type=float, default=ForkConfig.rate)
    parser.add_argument("--seed", type=int, default=ForkConfig.seed)
    parser.add_argument("--share", type=float, default=1.0, help="of every corpus")
    parser.add_argument(
        "--runs", type=int, nargs="+", help="epochs of each run; all but the last of several hold a tenth out"
    )
    parser.add_argument("--hold", action="store_true", help="the last run holds a tenth out too")
    return parser.parse_args()


def runs_of(epochs: Sequence[int] | None, *, hold: bool) -> tuple[tuple[int, bool], ...]:
    """Epochs of each run and whether it holds a tenth of the train part out and scores it; the shipped ones without any."""
    if epochs is None:
        return RUNS
    return tuple((count, hold or number < len(epochs) - 1) for number, count in enumerate(epochs))


def main() -> None:
    """Train, measure and write the branch."""
    options = options_of()
    config = ForkConfig(
        first=options.first,
        depth=options.depth,
        beside=tuple(options.beside),
        rate=options.rate,
        seed=options.seed,
        share=options.share,
    )
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))
    weights = read_weights((package_folder() / "e5-small-q4.bin").read_bytes())
    model = ungrafted((BUNDLED / MODEL).read_bytes())
    data = Path(os.environ["RUJUK_DATA"])
    branch = mean_of(
        [
            run(data, model, weights, replace(config, epochs=each), hold=hold)
            for each, hold in runs_of(options.runs, hold=options.hold)
        ]
    )
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(branch.state_dict(), options.out / "branch.pt")
    write_files(model, branch, weights, options.out)


if __name__ == "__main__":
    main()
