"""The model file: groups of words and weights of features, made by `khabar train`, read once in a process.

Weights are whole sixty-fourths of a logit, so every machine decides alike. The weights of one feature for all
labels are one whole number, a field of `FIELD` bits for each label but O, relative to O: weights of features
are added up for all labels in one addition.
"""

import gzip
from array import array
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from sys import byteorder
from typing import Literal

import msgspec

from khabar.lexicon import BUILT_IN

PATH = BUILT_IN / "models" / "names.msgpack.gz"
LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
SCALE = 64
FIELD = 24
PLACES = "0-+<>beL"
"""Where a feature stands, its first letter; see `features`."""

NEVER = -(1 << 20)

Manner = Literal["k", "a"]
"""Whose way of marking names a model follows: `k` our guidelines, `a` ANERcorp's."""


class Stored(msgspec.Struct, frozen=True):
    """The file. Weights are 16-bit whole numbers, the low byte first, a row of all labels for each feature.

    A feature `k|…` or `a|…` counts in that manner only. `words` and `features` are joined by line ends;
    `groups` holds `finenesses` numbers for each word; `moves` the weight of each label behind each label.
    """

    words: str
    finenesses: int
    groups: bytes
    features: str
    weights: bytes
    moves: list[list[int]]


class Model:
    """The weights in one manner, ready to be added up."""

    def __init__(self, stored: Stored, manner: Manner) -> None:
        """Index a stored model."""
        numbers, n = unpacked(stored.groups), stored.finenesses
        groups = zip(*(numbers[i::n] for i in range(n)), strict=True)
        self.groups: dict[str, tuple[int, ...]] = dict(zip(stored.words.split("\n"), groups, strict=True))
        self.moves = [[_legal(a, b, w) for b, w in enumerate(row)] for a, row in enumerate(stored.moves)]
        self.weights: dict[str, dict[str, int]] = {place: {} for place in PLACES}
        for name, weight in _weights(stored, manner):
            table = self.weights[name[0]]
            table[name[1:]] = table.get(name[1:], 0) + weight


def unpacked(stored: bytes) -> "array[int]":
    """Read 16-bit whole numbers."""
    numbers = array("h", stored)
    if byteorder == "big":
        numbers.byteswap()
    return numbers


def packed(numbers: list[int]) -> bytes:
    """Write 16-bit whole numbers."""
    found = array("h", numbers)
    if byteorder == "big":
        found.byteswap()
    return found.tobytes()


def _weights(stored: Stored, manner: Manner) -> Iterator[tuple[str, int]]:
    numbers, n = unpacked(stored.weights), len(LABELS)
    columns = [numbers[i::n] for i in range(n)]
    own, other = f"{manner}|", "k|" if manner == "a" else "a|"
    for name, nothing, *rest in zip(stored.features.split("\n"), *columns, strict=True):
        if name.startswith(other):
            continue
        total = 0
        for i, weight in enumerate(rest):
            total += (weight - nothing) << (FIELD * i)
        yield name.removeprefix(own), total


def _legal(before: int, label: int, weight: int) -> int:
    """Forbid that a name goes on where none of its type was begun."""
    inside = label and label % 2 == 0
    return NEVER if inside and before not in (label, label - 1) else weight


def load(path: Path, manner: Manner = "k") -> Model:
    """Read a model from its file."""
    return Model(msgspec.msgpack.decode(gzip.decompress(path.read_bytes()), type=Stored), manner)


@lru_cache(maxsize=2)
def built_in(manner: Manner = "k") -> Model:
    """Give the model that ships with the package, read once in a process."""
    return load(PATH, manner)
