"""A log-linear choice between candidates, learnt from examples: plain Python, the same every time."""

import math
import random
from collections import defaultdict

Example = tuple[list[list[str]], set[int]]
"""The features of each candidate, and which candidates are right."""

Coded = tuple[list[list[int]], set[int]]

ROUNDS, AVERAGED, RATE, DECAY, SCALE = 8, 5, 0.25, 2e-4, 32
SEEDS = (7, 11, 13)
"""Orders of the examples; the weights are the mean over them, so that no order decides."""


def learn(examples: list[Example], light: int) -> dict[str, int]:
    """Learn a weight for each feature in whole thirty-seconds (AdaGrad with decay), but for light ones."""
    ids: dict[str, int] = defaultdict(lambda: len(ids))
    coded = [([[ids[f] for f in c] for c in found], right) for found, right in examples if len(found) > 1]
    sums = [0.0] * len(ids)
    for seed in SEEDS:
        sums = [total + weight for total, weight in zip(sums, _run(coded, len(ids), seed), strict=True)]
    rounded = {name: round(sums[i] / len(SEEDS) * SCALE) for name, i in ids.items()}
    return {name: rounded[name] for name in sorted(rounded) if abs(rounded[name]) > light}


def _run(coded: list[Coded], size: int, seed: int) -> list[float]:
    """Give the mean of the weights after each of the last rounds over the examples in one random order."""
    weights, grown, sums = [0.0] * size, [1e-6] * size, [0.0] * size
    order, coded = random.Random(seed), list(coded)  # noqa: S311  a fixed order, no secret
    for turn in range(ROUNDS):
        order.shuffle(coded)
        for found, right in coded:
            _step(found, right, weights, grown)
        if turn >= ROUNDS - AVERAGED:
            sums = [total + weight for total, weight in zip(sums, weights, strict=True)]
    return [total / AVERAGED for total in sums]


def settle(example: Example, weights: dict[str, int], close: int) -> Example | None:
    """Choose among several right candidates the one that the weights hold for the best.

    None where no wrong one comes near it: there is nothing to learn.
    """
    found, right = example
    if len(right) == 1:
        return example
    scores = [sum(weights.get(f, 0) for f in candidate) for candidate in found]
    best = max(sorted(right), key=scores.__getitem__)
    wrong = max(score for i, score in enumerate(scores) if i not in right)
    return (found, {best}) if scores[best] - wrong < close else None


def _step(found: list[list[int]], right: set[int], weights: list[float], grown: list[float]) -> None:
    scores = [sum(weights[f] for f in c) for c in found]
    top = max(scores)
    powers = [math.exp(s - top) for s in scores]
    everything, good = sum(powers), sum(powers[i] for i in right) or 1e-30
    for i, candidate in enumerate(found):
        slope = powers[i] / everything - (powers[i] / good if i in right else 0.0)
        if abs(slope) < 1e-4:
            continue
        for f in candidate:
            step = slope + DECAY * weights[f]
            grown[f] += step * step
            weights[f] -= RATE * step / math.sqrt(grown[f])
