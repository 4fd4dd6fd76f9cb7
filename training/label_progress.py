"""The learning curve: entity F1 on the development part of idner-news-2k after each epoch."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from training.label_batches import padded
from training.label_corpora import CORPORA, read_idner, tags
from training.label_examples import IGNORED, pieces
from training.label_network import LabelNetwork

TAGS = tags(CORPORA["idner"])
Found = set[tuple[int, int, str]]


def development_f1(network: LabelNetwork, mean: Sequence[Tensor], tokenizer: Any) -> float:
    """Entity F1 of these weights in float32, over units; a bundled encoder is scored by `check_labels.py`."""
    sentences = [pair[0] for pair in read_idner(Path(os.environ["RUJUK_DATA"]), "dev")]
    encoded = sorted((pieces(each, tokenizer) for each in sentences), key=lambda each: len(each.ids))
    right = count = 0
    with torch.no_grad(), holding(network, mean):
        for at in range(0, len(encoded), 32):
            ids, mask, labels = padded(encoded[at : at + 32])
            best = network.heads["idner"](network(ids, mask)).argmax(-1)
            for row, wanted in zip(best, labels, strict=True):
                counted = wanted != IGNORED
                mine, gold = stretches(row[counted].tolist()), stretches(wanted[counted].tolist())
                right, count = right + len(mine & gold), count + len(mine) + len(gold)
    return 2 * right / count


@contextmanager
def holding(network: LabelNetwork, values: Sequence[Tensor]) -> Iterator[None]:
    """The network with these values in place of its own."""
    own = [each.detach().clone() for each in network.parameters()]
    for place, value in zip(network.parameters(), values, strict=True):
        place.data.copy_(value)
    yield
    for place, value in zip(network.parameters(), own, strict=True):
        place.data.copy_(value)


def stretches(numbers: Sequence[int]) -> Found:
    """The labelled stretches of a row of label numbers: first unit, unit after the last, kind."""
    found: Found = set()
    opened: tuple[int, str] | None = None
    for index, number in enumerate([*numbers, 0]):
        part, _, kind = TAGS[number].partition("-")
        if opened and (part != "I" or kind != opened[1]):
            found.add((opened[0], index, opened[1]))
            opened = None
        if kind and opened is None:
            opened = (index, kind)
    return found
