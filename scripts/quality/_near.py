"""Exact near-duplicates of a collection: all pairs of texts whose runs of five words reach a Jaccard index.

An inverted index over a part of each text is enough to be exact: with the runs of all texts in one order, two
texts that share half of their runs share one among the first half of either (prefix filtering).
"""

from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b

_RUN = 5
_SLOTS = 1 << 24


def runs(words: Sequence[str]) -> "array[int]":
    """Give the distinct runs of five words of a text as numbers of eight bytes."""
    joined = (" ".join(words[at : at + _RUN]).encode() for at in range(max(1, len(words) - _RUN + 1)))
    digests = {blake2b(run, digest_size=8).digest() for run in joined} if words else set()
    return array("Q", (int.from_bytes(digest) for digest in digests))


def pairs(texts: Sequence["array[int]"], least: float) -> Iterator[tuple[int, int, float]]:
    """Give each pair of texts, as their numbers, whose Jaccard index is above `least`."""
    seen = _counts(texts)
    index: dict[int, list[int]] = {}
    for number, text in enumerate(texts):
        rarest = sorted(text, key=lambda run: (seen[run % _SLOTS], run))
        shared = [run for run in rarest[: len(text) - int(least * len(text)) + 1] if seen[run % _SLOTS] > 1]
        earlier = {other for run in shared for other in index.get(run, ())}
        own = set(text)
        for other in earlier:
            common = len(own.intersection(texts[other]))
            found = common / (len(own) + len(texts[other]) - common)
            if found > least:
                yield other, number, found
        for run in shared:
            index.setdefault(run, []).append(number)


def _counts(texts: Sequence["array[int]"]) -> bytearray:
    """Count the texts of every run, up to 255; runs of one slot are counted as one."""
    seen = bytearray(_SLOTS)
    for text in texts:
        for run in text:
            slot = run % _SLOTS
            seen[slot] = min(255, seen[slot] + 1)
    return seen
