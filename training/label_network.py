"""The encoder's network in torch: the same weights as the bundled graph, and a head of token labels for each corpus."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.encoder_weights import Weights

MATRICES = ("q", "k", "v", "ao", "fi", "fo")
NORMS = ("aln", "oln")


class Layer(nn.Module):
    """One layer of the network: attention and two dense steps, each added to its input and normalised."""

    def __init__(self, width: int, inner: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        sizes = dict.fromkeys(MATRICES, (width, width)) | {"fi": (width, inner), "fo": (inner, width)}
        self.dense = nn.ModuleDict({name: nn.Linear(*size) for name, size in sizes.items()})
        self.norms = nn.ModuleDict({name: nn.LayerNorm(width, eps=epsilon) for name in NORMS})

    def forward(self, rows: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Rows (texts, tokens, width) to rows; mask (texts, 1, 1, tokens) is True where a token stands."""
        texts, tokens, width = rows.shape
        query, key, value = (
            self.dense[name](rows).view(texts, tokens, self.heads, -1).transpose(1, 2) for name in "qkv"
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        context = self.dense["ao"](mixed.transpose(1, 2).reshape(texts, tokens, width))
        rows = self.norms["aln"](rows + functional.dropout(context, dropout, self.training))
        wide = functional.gelu(self.dense["fi"](rows))
        added = functional.dropout(self.dense["fo"](wide), dropout, self.training)
        normed: Tensor = self.norms["oln"](rows + added)
        return normed


class LabelNetwork(nn.Module):
    """The encoder with one linear head a corpus; the word table is never trained."""

    words: Tensor

    def __init__(self, weights: Weights, keep: Sequence[int], heads: Mapping[str, int]) -> None:
        super().__init__()
        width = weights.width
        whole = weights.matrix("emb.word", 1).reshape(-1, width)
        self.register_buffer("words", torch.from_numpy(whole[list(keep)].copy()))
        places = weights.floats["emb.pos"].reshape(-1, width) + weights.floats["emb.type"][:width]
        self.places = nn.Parameter(torch.from_numpy(places.astype(np.float32)))
        self.opening = nn.LayerNorm(width, eps=weights.epsilon)
        inner = len(weights.floats["l0.fi.b"])
        self.layers = nn.ModuleList(
            Layer(width, inner, weights.heads, weights.epsilon) for _ in range(weights.layers)
        )
        self.heads = nn.ModuleDict({name: nn.Linear(width, count) for name, count in heads.items()})
        for head in self.heads.values():
            nn.init.normal_(head.weight, std=1 / math.sqrt(width))
            nn.init.zeros_(head.bias)
        self._fill(weights)

    def _fill(self, weights: Weights) -> None:
        with torch.no_grad():
            for name, module in named_parts(self):
                module.bias.copy_(torch.from_numpy(weights.floats[f"{name}.b"]))
                if isinstance(module, nn.Linear):
                    module.weight.copy_(torch.from_numpy(weights.matrix(f"{name}.w", module.out_features)))
                else:
                    module.weight.copy_(torch.from_numpy(weights.floats[f"{name}.w"]))

    def forward(self, ids: Tensor, mask: Tensor, dropout: float = 0.0) -> Tensor:
        """Token numbers and mask (texts, tokens) to rows (texts, tokens, width)."""
        rows = self.opening(functional.embedding(ids, self.words) + self.places[: ids.shape[1]])
        rows = functional.dropout(rows, dropout, self.training)
        seen = mask[:, None, None, :]
        for layer in self.layers:
            rows = layer(rows, seen, dropout)
        return rows


def named_parts(network: LabelNetwork) -> list[tuple[str, nn.Linear | nn.LayerNorm]]:
    """Each matrix and norm of the network under its name in the weights file, heads left out."""
    parts: list[tuple[str, nn.Linear | nn.LayerNorm]] = [("emb.ln", network.opening)]
    for number, layer in enumerate(network.layers):
        for group in (layer.dense, layer.norms):
            parts += [(f"l{number}.{name}", part) for name, part in group.items()]
    return parts


def pooled(rows: Tensor, mask: Tensor) -> Tensor:
    """The mean over a text's tokens, length 1: what the encoder gives as its vector."""
    kept = mask[:, :, None].to(rows.dtype)
    return functional.normalize((rows * kept).sum(1) / kept.sum(1), dim=-1)


def trained_weights(network: LabelNetwork, before: Weights) -> Weights:
    """The weights file's form of a trained network: every trained tensor as float32, the word table as it was."""
    floats = dict(before.floats)
    for name, part in named_parts(network):
        floats[f"{name}.w"] = part.weight.detach().float().numpy()
        floats[f"{name}.b"] = part.bias.detach().float().numpy()
    floats["emb.pos"] = network.places.detach().float().numpy().reshape(-1)
    floats["emb.type"] = np.zeros_like(before.floats["emb.type"])
    return replace(before, floats=floats)
