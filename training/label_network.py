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
WEIGHT_STEPS = 64  # either side of 0: 7 bits, as `quantise` writes them


class Layer(nn.Module):
    """One layer of the network: attention and two dense steps, each added to its input and normalised."""

    def __init__(self, width: int, inner: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        sizes = dict.fromkeys(MATRICES, (width, width)) | {"fi": (width, inner), "fo": (inner, width)}
        self.dense = nn.ModuleDict({name: nn.Linear(*size) for name, size in sizes.items()})
        self.norms = nn.ModuleDict({name: nn.LayerNorm(width, eps=epsilon) for name in NORMS})

    def forward(self, rows: Tensor, mask: Tensor, *, rounded: bool) -> Tensor:
        """Rows (texts, tokens, width) to rows; mask (texts, 1, 1, tokens) is True where a token stands."""
        texts, tokens, width = rows.shape
        seen = mask[:, 0, 0, :, None] if rounded else None
        joined = through(rows, seen)
        query, key, value = (
            self.product(name, joined, rounded).view(texts, tokens, self.heads, -1).transpose(1, 2)
            for name in "qkv"
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        context = through(mixed.transpose(1, 2).reshape(texts, tokens, width), seen)
        rows = self.norms["aln"](rows + self.product("ao", context, rounded))
        wide = functional.gelu(self.product("fi", through(rows, seen), rounded))
        normed: Tensor = self.norms["oln"](rows + self.product("fo", through(wide, seen), rounded))
        return normed

    def product(self, name: str, rows: Tensor, rounded: bool) -> Tensor:
        dense = self.dense[name]
        weight = through_columns(dense.weight) if rounded else dense.weight
        return functional.linear(rows, weight, dense.bias)


def through(rows: Tensor, seen: Tensor | None) -> Tensor:
    """Rows (texts, tokens, columns) as the int8 graph reads them: one scale of 255 steps a text, 0 among them.

    The gradient passes as if nothing were rounded (Bengio et al. 2013, arXiv:1308.3432). Where `seen`
    (texts, tokens, 1) is None, rows are given back as they are.
    """
    if seen is None:
        return rows
    with torch.no_grad():
        known = rows.float() * seen
        low, high = known.amin((1, 2), keepdim=True), known.amax((1, 2), keepdim=True)
        step = ((high - low) / 255).clamp_min(1e-8)
        zero = torch.round(-low / step)
        cut = ((torch.round(known / step) + zero).clamp(0, 255) - zero) * step
        change = (cut - known).to(rows.dtype)
    return rows + change


def through_columns(weight: Tensor) -> Tensor:
    """A matrix (outputs, inputs) as the int8 graph holds it: 64 steps either side of 0, one scale an output."""
    with torch.no_grad():
        step = (weight.abs().amax(1, keepdim=True) / WEIGHT_STEPS).clamp_min(1e-12)
        change = torch.round(weight / step) * step - weight
    return weight + change


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

    def forward(self, ids: Tensor, mask: Tensor, *, rounded: bool = False) -> Tensor:
        """Token numbers and mask (texts, tokens) to rows (texts, tokens, width); rounded as int8 where asked."""
        rows: Tensor = self.opening(functional.embedding(ids, self.words) + self.places[: ids.shape[1]])
        seen = mask[:, None, None, :]
        for layer in self.layers:
            rows = layer(rows, seen, rounded=rounded)
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
