"""What a number is the number of: «عدد القتلى إلى 30», «حصيلة الضحايا», «القتلى الذين بلغ عددهم 30»."""

from typing import NamedTuple

from khabar.extract._counted import Measure
from khabar.extract._figure_clause import Clause
from khabar.extract._governors import stems
from khabar.records import Number

_REACH, _OWNER_REACH, _NEAR = 24, 8, 3


class Counting(NamedTuple):
    """The noun that a number is the number of, None if none is said, and its token."""

    measure: Measure | None
    at: int


def counting(clause: Clause, number: Number) -> Counting | None:
    """Give what the number is the number of, None where no word of counting leads to it."""
    first = number.first
    for k in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if clause.turns(k):
            return None
        if clause.has("count", k):
            return _owner(clause, k) if clause.tokens[k].post else _of(clause, k, first)
    return None


def _of(clause: Clause, k: int, first: int) -> Counting:
    # «عدد القتلى إلى 30 والجرحى إلى 90»: the noun beside the number before that beside «عدد».
    beside = _first_noun(clause, max(k, first - _NEAR), first)
    if beside is not None and clause.key(beside.at)[0] == "و":
        return beside
    return _first_noun(clause, k + 1, min(first, k + 1 + _NEAR)) or Counting(None, k)


def _owner(clause: Clause, k: int) -> Counting:
    """Give what «عددهم» at token `k` is of."""
    for i in range(k - 1, max(-1, k - 1 - _OWNER_REACH), -1):
        if clause.ends(i):
            break
        noun = _noun(clause, i)
        if noun is not None:
            return Counting(noun, i)
    return Counting(None, k)


def _first_noun(clause: Clause, start: int, stop: int) -> Counting | None:
    """Give the first noun of a class in a range of tokens, else the first of none."""
    found = [Counting(noun, k) for k in range(start, stop) if (noun := _noun(clause, k)) is not None]
    classed = (one for one in found if one.measure is not None and one.measure.category != "other")
    return next(classed, found[0] if found else None)


def _noun(clause: Clause, k: int) -> Measure | None:
    for stem in stems(clause.tokens[k]):
        for entry in clause.known.measures.get(stem, ()):
            if not entry.rest and not entry.measure.is_unit:
                return entry.measure._replace(last=k + 1)
    return None
