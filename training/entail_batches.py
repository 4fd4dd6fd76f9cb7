"""Pairs as tensors."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor

from training.entail_pairs import Pair
from training.entail_reader import framed, tokens


class Read(NamedTuple):
    """A pair's tokens, the side of each, and how much of each relation the pair is."""

    ids: list[int]
    side: list[int]
    shares: tuple[float, float, float]


def read(pair: Pair, tokenizer: Any) -> Read:
    """The pair's tokens, framed and cut as the reader does."""
    return Read(*framed(*tokens(tokenizer, (pair.premise, pair.hypothesis))), pair.shares)


def padded(batch: Sequence[Read]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Token numbers, mask and sides (pairs, tokens), and shares (pairs, 3)."""
    longest = max(len(each.ids) for each in batch)
    ids, side = torch.full((len(batch), longest), 1), torch.zeros((len(batch), longest), dtype=torch.int64)
    for row, each in enumerate(batch):
        ids[row, : len(each.ids)] = torch.tensor(each.ids)
        side[row, : len(each.side)] = torch.tensor(each.side)
    return ids, ids != 1, side, torch.tensor([each.shares for each in batch])
