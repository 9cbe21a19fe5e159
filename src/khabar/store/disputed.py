"""Figures of one article that its sources give differently: «قتل 10» says one, «قتل 25» another."""

from collections.abc import Iterator
from itertools import combinations

from khabar.records import Document, Figure

_COUNTED = frozenset(["killed", "wounded", "detained", "displaced", "missing", "fighters"])


def disputed(document: Document) -> set[int]:
    """Give the places of the figures that another figure of the article contradicts.

    Two figures contradict each other where they count the same category in the article's own news, have
    no value in common, and are claimed by two different speakers, or by one and the article itself.
    """
    claimed = {s.id: s.speaker_entity or s.id for s in document.statements}
    found: set[int] = set()
    rows = list(_news(document))
    for (at, one), (other_at, other) in combinations(rows, 2):
        same = (one.category, one.unit) == (other.category, other.unit)
        mine, theirs = claimed.get(one.statement or ""), claimed.get(other.statement or "")
        if same and mine != theirs and _apart(one, other):
            found |= {at, other_at}
    return found


def _news(document: Document) -> Iterator[tuple[int, Figure]]:
    """Give the counting figures that stand in no background block."""
    old = [(block.start, block.end) for block in document.blocks if block.role != "body"]
    for at, figure in enumerate(document.figures):
        inside = any(start <= figure.start < end for start, end in old)
        if figure.category in _COUNTED and not inside:
            yield at, figure


def _apart(one: Figure, other: Figure) -> bool:
    """Say whether two figures have no value in common; an open bound reaches as far as it may."""
    if None in (one.low or one.high, other.low or other.high):
        return False
    low, high = one.low or 0, one.high if one.high is not None else float("inf")
    least, most = other.low or 0, other.high if other.high is not None else float("inf")
    return high < least or most < low
