"""Sketches: what of a stretch of text is kept so that its likeness to another can be computed.

A sketch holds the digests of all runs of five folded words, sorted, four bytes each, so that verifying a
pair needs neither of the texts. Of long texts only the smallest digests are kept; these are a fair sample
of all, and likeness is then computed over the part that both sketches know.

The smallest digests are also the keys: of two texts with likeness J, the smallest digest of their union is
in both with probability J, so that with n keys each a pair is missed with at most (1 - J) ** n.
"""

import struct
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

_RUN = 5
_BYTES = 4
_MOST = 1024


def sketch(folded: Sequence[str]) -> bytes:
    """Give the sketch of folded words; a text of fewer than five words is one run."""
    runs = max(1, len(folded) - _RUN + 1) if folded else 0
    joined = (" ".join(folded[at : at + _RUN]).encode() for at in range(runs))
    digests = {blake2b(run, digest_size=_BYTES).digest() for run in joined}
    return b"".join(sorted(digests)[:_MOST])


def smallest(kept: bytes, count: int) -> Iterator[str]:
    """Give the first digests of a sketch as keys."""
    for at in range(0, min(len(kept), count * _BYTES), _BYTES):
        yield kept[at : at + _BYTES].hex()


def likeness(left: bytes, right: bytes) -> float:
    """Give the share of runs that two texts have in common among those of either (Jaccard)."""
    mine, other = _known(left), _known(right)
    full = [max(known) for known in (mine, other) if len(known) == _MOST]
    if full:
        mine = frozenset(digest for digest in mine if digest <= min(full))
        other = frozenset(digest for digest in other if digest <= min(full))
    shared = len(mine & other)
    whole = len(mine) + len(other) - shared
    return shared / whole if whole else 0.0


@lru_cache(maxsize=4096)
def _known(kept: bytes) -> frozenset[int]:
    return frozenset(struct.unpack(f">{len(kept) // _BYTES}I", kept))
