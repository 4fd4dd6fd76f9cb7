"""Sentences as tensors, and batches of like length."""

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

import torch
from torch import Tensor

from training.label_examples import IGNORED, Pieces


class HasTokens(Protocol):
    """Whatever is as long as its tokens."""

    @property
    def ids(self) -> Sequence[int]: ...


Tokens = TypeVar("Tokens", bound=HasTokens)


def padded(batch: Sequence[Pieces]) -> tuple[Tensor, Tensor, Tensor]:
    """Token numbers, mask and labels of a batch, (texts, tokens)."""
    longest = max(len(each.ids) for each in batch)
    ids = torch.full((len(batch), longest), 1)
    labels = torch.full((len(batch), longest), IGNORED)
    for row, each in enumerate(batch):
        ids[row, : len(each.ids)] = torch.tensor(each.ids)
        labels[row, : len(each.ids)] = torch.tensor(each.labels)
    return ids, ids != 1, labels


def batches(found: Sequence[Tokens], size: int, draw: random.Random) -> list[list[Tokens]]:
    """Batches of like length in random order; the last may be smaller."""
    order = list(found)
    draw.shuffle(order)
    cut: list[list[Tokens]] = []
    for at in range(0, len(order), size * 24):
        near = sorted(order[at : at + size * 24], key=lambda each: len(each.ids))
        cut += [near[i : i + size] for i in range(0, len(near), size)]
    draw.shuffle(cut)
    return cut
