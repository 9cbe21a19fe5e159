"""Groups of words that stand beside the same words: from counts over raw news, the same every time.

Each word's neighbours one and two off are weighed by how much more often they come than by chance (positive
pointwise mutual information), brought down to some dimensions, and parted by k-means, coarse and fine.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
from scipy import sparse

LEAST = 8
"""A unit that comes less often has no group."""

FINENESSES = (64, 256, 1024)
_CONTEXTS, _DIMENSIONS, _SPARE, _ROUNDS, _SEED = 8000, 150, 20, 15, 7
_SMOOTHED = 0.75  # of a neighbour's share, so that rare neighbours do not weigh too much
_OFFSETS = ((-2, 0.5), (-1, 1.0), (1, 1.0), (2, 0.5))

Array = Any


def learn(lines: Iterable[list[str]]) -> dict[str, tuple[int, ...]]:
    """Give each unit's groups, from the coarsest to the finest."""
    kept = list(lines)
    counts = Counter(unit for line in kept for unit in line)
    units = [u for u, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= LEAST]
    vectors = _vectors(_beside(kept, units))
    weight = np.log(np.array([counts[unit] for unit in units], dtype=np.float32) + 1)
    groups = [_parted(vectors, min(k, len(units)), weight) for k in FINENESSES]
    return {unit: tuple(int(group[i]) for group in groups) for i, unit in enumerate(units)}


def _beside(lines: list[list[str]], units: list[str]) -> Array:
    """Count for each unit (row) how often each common unit (column) stands at each offset."""
    index = {unit: i for i, unit in enumerate(units)}
    rare, end, size = len(units), len(units) + 1, min(_CONTEXTS, len(units))
    coded = [end, end]
    for line in lines:
        coded += [index.get(unit, rare) for unit in line]
        coded += [end, end]
    row = np.array(coded, dtype=np.int32)
    blocks = []
    for offset, weight in _OFFSETS:
        word, other = (row[:-offset], row[offset:]) if offset > 0 else (row[-offset:], row[:offset])
        column = np.where(other == end, size, np.minimum(other, size + 1))
        real = word < rare
        ones: Array = np.full(int(real.sum()), weight, dtype=np.float32)
        shape = (len(units), size + 2)
        blocks.append(sparse.coo_matrix((ones, (word[real], column[real])), shape=shape).tocsr())
    return sparse.hstack(blocks).tocoo()


def _vectors(counts: Array) -> Array:
    """Weigh the counts and bring them down to a few dimensions (randomised singular values, fixed seed)."""
    rows = np.asarray(counts.sum(1)).ravel()
    columns = np.asarray(counts.sum(0)).ravel() ** _SMOOTHED
    columns /= columns.sum()
    more = np.maximum(np.log(counts.data / (rows[counts.row] * columns[counts.col])), 0)
    table = sparse.csr_matrix((more, (counts.row, counts.col)), shape=counts.shape)
    random = np.random.default_rng(_SEED)
    size = min(_DIMENSIONS + _SPARE, *table.shape)
    basis = table @ random.standard_normal((table.shape[1], size))
    for _ in range(4):
        basis, _ = np.linalg.qr(table @ (table.T @ basis))
    left, strength, _ = np.linalg.svd((table.T @ basis).T, full_matrices=False)
    vectors = (basis @ left[:, :_DIMENSIONS]) * np.sqrt(strength[:_DIMENSIONS])
    return (vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)).astype(np.float32)


def _parted(vectors: Array, k: int, weight: Array) -> Array:
    """Part unit vectors into k groups by k-means, each counted by its weight."""
    count = len(vectors)
    random = np.random.default_rng(_SEED)
    centres = vectors[random.choice(count, k, replace=False, p=weight / weight.sum())].copy()
    for _ in range(_ROUNDS):
        steps = range(0, count, 4000)
        label = np.concatenate([np.argmax(vectors[i : i + 4000] @ centres.T, 1) for i in steps])
        sums = sparse.csr_matrix((weight, (label, np.arange(count))), shape=(k, count)) @ vectors
        lengths = np.linalg.norm(sums, axis=1)
        centres[lengths > 0] = sums[lengths > 0] / lengths[lengths > 0][:, None]
    return label
