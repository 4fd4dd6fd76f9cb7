"""The training loop: token labels of several corpora, and every sentence's vector kept where it was.

Each process runs on one thread with its own half of every batch; gradients are averaged. One seed and one kind of
processor give the same weights.
"""

import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, distributed
from torch.nn import functional

from training.label_batches import batches, padded
from training.label_examples import (
    DRAWN,
    IGNORED,
    Drawn,
    Example,
    Pieces,
    Pools,
    epoch_examples,
    pieces,
)
from training.label_network import LabelNetwork, pooled
from training.label_progress import development_f1

Targets = dict[str, NDArray[np.float32]]


@dataclass(frozen=True)
class TrainConfig:
    """How the network is trained."""

    drawn: Drawn = field(default_factory=lambda: DRAWN)
    seed: int = 20
    processes: int = 2
    batch: int = 12  # sentences a process and step
    rate: float = 1.5e-4  # of the layers
    head_rate: float = 1e-3
    decay: float = 0.01
    warm: float = 0.06  # share of the steps over which the rate rises; it then falls to 0
    rounded: int = 3  # last epochs in which the network computes as its int8 form will
    kept: float = 0.99  # what the averaged weights keep of themselves each step
    anchor: float = 8.0  # weight of 1 - cosine to the vector before, against the mean loss of a label
    weights: tuple[tuple[str, float], ...] = (("idner", 1.0), ("nergrit", 0.5), ("nerp", 0.5), ("ud", 0.3))


def teach(
    network: LabelNetwork, examples: Sequence[Example], tokenizer: Any, batch: int = 32
) -> NDArray[np.float32]:
    """The vectors of these examples before training, shape (examples, width)."""
    encoded = [pieces(example, tokenizer) for example in examples]
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i].ids))
    table = np.zeros((len(encoded), network.places.shape[1]), np.float32)
    network.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for at in range(0, len(order), batch):
            rows = order[at : at + batch]
            ids, mask, _ = padded([encoded[i] for i in rows])
            table[rows] = pooled(network(ids, mask).float(), mask).numpy()
    return table


def loss_of(
    network: LabelNetwork, batch: Sequence[Pieces], targets: Targets, config: TrainConfig, *, rounded: bool
) -> tuple[Tensor, Tensor]:
    """The label loss and the distance from the vectors before, over one batch."""
    ids, mask, labels = padded(batch)
    with torch.autocast("cpu", torch.bfloat16):
        rows = network(ids, mask, rounded=rounded)
    rows = rows.float()
    label_loss = rows.new_zeros(())
    counted = 1.0
    for corpus, weight in config.weights:
        picked = [i for i, each in enumerate(batch) if each.corpus == corpus]
        if picked:
            scores = network.heads[corpus](rows[picked])
            wanted = labels[picked]
            label_loss = label_loss + weight * functional.cross_entropy(
                scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="sum"
            )
            counted += float((wanted != IGNORED).sum())
    known = [i for i, each in enumerate(batch) if each.text in targets]
    apart = rows.new_zeros(())
    if known:
        before = torch.from_numpy(np.stack([targets[batch[i].text] for i in known]))
        apart = (1 - (pooled(rows[known], mask[known]) * before).sum(-1)).sum() / len(batch)
    return label_loss / counted, apart


def averaged(parameters: Sequence[Tensor], processes: int) -> None:
    """Give every process the mean of all processes' gradients."""
    if processes == 1:
        return
    for each in parameters:
        if each.grad is None:  # a head whose corpus is in no sentence of this process's part
            each.grad = torch.zeros_like(each)
    flat = torch.cat([each.grad.flatten().bfloat16() for each in parameters])
    distributed.all_reduce(flat)
    flat /= processes
    at = 0
    for each in parameters:
        if each.grad is not None:
            each.grad.copy_(flat[at : at + each.numel()].view_as(each))
            at += each.numel()


def steps(pools: Pools, tokenizer: Any, config: TrainConfig) -> Iterator[tuple[int, list[list[Pieces]]]]:
    """Yield each epoch's number and its batches, of `batch` sentences a process."""
    draw = random.Random(config.seed)
    for epoch in range(len(config.drawn["anchor"])):
        found = [pieces(each, tokenizer) for each in epoch_examples(pools, config.drawn, epoch, draw)]
        yield epoch, batches(found, config.batch * config.processes, draw)


def rate_at(step: int, whole: int, warm: float) -> float:
    rising = max(1, round(whole * warm))
    return (step + 1) / rising if step < rising else max(0.0, (whole - step) / (whole - rising))


def train(
    network: LabelNetwork,
    pools: Pools,
    targets: Targets,
    tokenizer: Any,
    config: TrainConfig,
    out: Path,
    rank: int,
) -> None:
    """Train in place; process 0 writes the averaged weights to `out` after every epoch."""
    torch.manual_seed(config.seed + rank)
    plan = list(steps(pools, tokenizer, config))
    whole = sum(len(cut) for _, cut in plan)
    heads = {id(each) for each in network.heads.parameters()}
    parameters = list(network.parameters())
    groups = [
        {"params": [each for each in parameters if (id(each) in heads) is head], "lr": rate}
        for head, rate in ((False, config.rate), (True, config.head_rate))
    ]
    for group in groups:
        group["top"] = group["lr"]
    optimiser = torch.optim.AdamW(groups, weight_decay=config.decay, fused=True)
    mean = [each.detach().clone() for each in parameters]
    step, started = 0, time.time()
    network.train()
    for epoch, cut in plan:
        sums = np.zeros(2)
        for number, batch in enumerate(cut, 1):
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * rate_at(step, whole, config.warm)
            part = batch[rank :: config.processes] or batch[:1]
            label_loss, apart = loss_of(
                network, part, targets, config, rounded=epoch >= len(plan) - config.rounded
            )
            optimiser.zero_grad(set_to_none=False)
            (label_loss + config.anchor * apart).backward()
            averaged(parameters, config.processes)
            optimiser.step()
            kept = min(config.kept, (step + 1) / (step + 10))
            torch._foreach_lerp_(mean, [each.detach() for each in parameters], 1 - kept)
            sums += [float(label_loss.detach()), float(apart.detach())]
            step += 1
            if rank == 0 and step % 25 == 0:
                print(f"step {step}/{whole} {time.time() - started:.0f} s {sums / number}", flush=True)
        if rank == 0:
            save(network, mean, out)
            line = {"epoch": epoch + 1, "label_loss": sums[0] / len(cut), "apart": sums[1] / len(cut)}
            line["development_f1"] = development_f1(network, mean, tokenizer)
            line["seconds"] = round(time.time() - started)
            print(line, flush=True)
            with (out / "curve.jsonl").open("a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")


def save(network: LabelNetwork, mean: Sequence[Tensor], out: Path) -> None:
    names = [name for name, _ in network.named_parameters()]
    torch.save(dict(zip(names, mean, strict=True)), out / "trained.pt")


def worker(rank: int, make: Any, config: TrainConfig, out: Path) -> None:
    """One process of the training: `make` reads everything anew, the same in every process."""
    torch.set_num_threads(1)
    if config.processes > 1:
        store = f"file://{(out / 'meeting').resolve()}"
        distributed.init_process_group("gloo", init_method=store, rank=rank, world_size=config.processes)
    network, pools, targets, tokenizer = make()
    train(network, pools, targets, tokenizer, config, out, rank)
    if config.processes > 1:
        distributed.destroy_process_group()
