"""The encoder's first layers reading premise and hypothesis together, and a small head over the mean rows of both."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder_weights import Weights
from training.label_network import LabelNetwork

HIDDEN = 256
RELATIONS = 3


class EntailmentNetwork(nn.Module):
    """Scores of entailment, neutral and contradiction; the word table is never trained."""

    def __init__(self, weights: Weights, keep: Sequence[int], layers: int, dropout: float) -> None:
        super().__init__()
        self.base = LabelNetwork(weights, keep, {})
        self.base.layers = self.base.layers[:layers]
        self.sides = nn.Parameter(torch.zeros(2, weights.width))  # added to each token: premise, hypothesis
        self.hidden = nn.Linear(4 * weights.width, HIDDEN)
        self.scores = nn.Linear(HIDDEN, RELATIONS)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, mask: Tensor, side: Tensor) -> Tensor:
        """Token numbers, mask and side 0 or 1 (pairs, tokens) to scores (pairs, 3)."""
        base = self.base
        words = functional.embedding(ids, base.words)
        rows = self.dropout(base.opening(words + base.places[: ids.shape[1]] + self.sides[side]))
        for layer in base.layers:
            rows = layer(rows, mask[:, None, None, :], rounded=False)
        rows = rows.float()
        premise, hypothesis = mean_of(rows, mask & (side == 0)), mean_of(rows, mask & (side == 1))
        both = [premise, hypothesis, (premise - hypothesis).abs(), premise * hypothesis]
        wide = functional.gelu(self.hidden(self.dropout(torch.cat(both, -1))))
        scores: Tensor = self.scores(self.dropout(wide))
        return scores

    def groups(self, rate: float, head_rate: float, fall: float) -> Iterator[dict[str, Any]]:
        """Parameters with their rates: the last layer at `rate`, each below at `fall` of the one above."""
        depth = len(self.base.layers)
        parts = [
            (list(layer.parameters()), fall ** (depth - 1 - n)) for n, layer in enumerate(self.base.layers)
        ]
        parts.append(([self.base.places, *self.base.opening.parameters()], fall**depth))
        for parameters, share in parts:
            yield {"params": parameters, "lr": rate * share, "top": rate * share}
        head = [self.sides, *self.hidden.parameters(), *self.scores.parameters()]
        yield {"params": head, "lr": head_rate, "top": head_rate}


def mean_of(rows: Tensor, mask: Tensor) -> Tensor:
    kept = mask[:, :, None].to(rows.dtype)
    return (rows * kept).sum(1) / kept.sum(1)
