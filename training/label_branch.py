"""The copies of some of the encoder's layers in torch, with a head of token labels for each corpus."""

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder_weights import Weights
from training.label_network import Layer, through, through_columns


class Branch(nn.Module):
    """Rows below layer `first` to rows the heads read; begins as `depth` of the encoder's own layers.

    Rows after the layers `beside` are added to those below the first by way of a matrix each, 0 at the beginning.
    """

    def __init__(
        self,
        weights: Weights,
        first: int,
        depth: int,
        beside: Sequence[int],
        heads: Mapping[str, int],
        dropout: float,
    ) -> None:
        super().__init__()
        self.first = first
        self.beside = tuple(beside)
        self.joins = nn.ModuleList(nn.Linear(weights.width, weights.width, bias=False) for _ in self.beside)
        for join in self.joins:
            nn.init.zeros_(join.weight)
        inner = len(weights.floats["l0.fi.b"])
        self.layers = nn.ModuleList(
            Layer(weights.width, inner, weights.heads, weights.epsilon) for _ in range(depth)
        )
        self.heads = nn.ModuleDict({name: nn.Linear(weights.width, count) for name, count in heads.items()})
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=1 / math.sqrt(weights.width))
            nn.init.zeros_(head.bias)
        self.dropout = nn.Dropout(dropout)
        with torch.no_grad():
            for name, part in self.parts():
                part.bias.copy_(torch.from_numpy(weights.floats[f"{name}.b"]))
                if isinstance(part, nn.Linear):
                    part.weight.copy_(torch.from_numpy(weights.matrix(f"{name}.w", part.out_features)))
                else:
                    part.weight.copy_(torch.from_numpy(weights.floats[f"{name}.w"]))

    def parts(self) -> Iterator[tuple[str, nn.Linear | nn.LayerNorm]]:
        """Each matrix and norm under the name of what it was copied from."""
        for number, layer in enumerate(self.layers, self.first):
            for group in (layer.dense, layer.norms):
                for name, part in group.items():
                    yield f"l{number}.{name}", part

    def forward(self, states: Tensor, mask: Tensor, *, rounded: bool = False) -> Tensor:
        """States and mask (texts, tokens) to rows (texts, tokens, width).

        States are the rows below the first layer and those `beside`, side by side: (texts, tokens, sources * width).
        """
        rows, *others = self.dropout(states).chunk(1 + len(self.joins), dim=-1)
        seen = mask[:, :, None] if rounded else None
        for join, other in zip(self.joins, others, strict=True):
            weight = through_columns(join.weight) if rounded else join.weight
            rows = rows + functional.linear(through(other, seen), weight)
        for layer in self.layers:
            rows = layer(rows, mask[:, None, None, :], rounded=rounded)
        dropped: Tensor = self.dropout(rows)
        return dropped

    @contextmanager
    def holding(self, values: Sequence[Tensor]) -> Iterator[None]:
        """The branch with these values in place of its own."""
        own = [each.detach().clone() for each in self.parameters()]
        for place, value in zip(self.parameters(), values, strict=True):
            place.data.copy_(value)
        yield
        for place, value in zip(self.parameters(), own, strict=True):
            place.data.copy_(value)

    def weights(self, before: Weights, prefix: str) -> Weights:
        """The trained tensors in the weights file's form, `prefix` before the names of the layers copied."""
        floats = dict(before.floats)
        for name, part in self.parts():
            floats[f"{prefix}{name}.w"] = part.weight.detach().float().numpy()
            floats[f"{prefix}{name}.b"] = part.bias.detach().float().numpy()
        return replace(before, floats=floats)
