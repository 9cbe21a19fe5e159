"""A log-linear choice between candidates, learnt from examples: plain Python, the same every time."""

import math
import random
from collections import defaultdict

Example = tuple[list[list[str]], set[int]]
"""The features of each candidate, and which candidates are right."""

ROUNDS, RATE, DECAY, SCALE = 6, 0.25, 2e-4, 32


def learn(examples: list[Example], light: int) -> dict[str, int]:
    """Learn a weight for each feature in whole thirty-seconds (AdaGrad with decay), but for light ones."""
    ids: dict[str, int] = defaultdict(lambda: len(ids))
    coded = [([[ids[f] for f in c] for c in found], right) for found, right in examples if len(found) > 1]
    weights = [0.0] * len(ids)
    grown = [1e-6] * len(ids)
    order = random.Random(7)  # noqa: S311  a fixed order, no secret
    for _ in range(ROUNDS):
        order.shuffle(coded)
        for found, right in coded:
            _step(found, right, weights, grown)
    rounded = {name: round(weights[i] * SCALE) for name, i in ids.items()}
    return {name: rounded[name] for name in sorted(rounded) if abs(rounded[name]) > light}


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
