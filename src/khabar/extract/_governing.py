"""Which governor a number stands under: the clause is walked from the number to both sides.

To the left, across subjects, places and asides («قتل، بحسب الوكالة، في الهجوم 12 شخصا»), as far as no other
verb or conjunction begins a clause of its own; to the right, to the verb whose subject the counted is.
"""

from typing import NamedTuple

from khabar import arabic
from khabar.extract._figure_clause import Clause
from khabar.extract._governors import Governor
from khabar.records import Number

_REACH, _BEHIND = 40, 10
_BARE_REACH, _NOUN_REACH, _DOER_REACH = 8, 8, 4
_PHRASE_GAP = 6
_LEAST_SUM = 1000
_OF_PEOPLE = ("members", "personnel", "fighters", "population")
_NOMINAL = ("noun", "name", "num", "pron")


class Asked(NamedTuple):
    """A number, the token behind its noun, the unit the noun gives, and whether it has no noun."""

    number: Number
    last: int
    unit: str | None
    bare: bool


class Governed(NamedTuple):
    """What governs a number; `both` where two that differ share it («مقتل وإصابة 30»)."""

    governor: Governor
    both: Governor | None = None


def governed(clause: Clause, asked: Asked) -> Governed | None:
    """Give what governs a number, before it or else behind; None if nothing does."""
    return _before(clause, asked) or _behind(clause, asked)


def _before(clause: Clause, asked: Asked) -> Governed | None:
    number = asked.number
    if _has_own_noun(clause, number.first - 1):
        return None
    k, lowest = number.first - 1, max(-1, number.first - 1 - _REACH)
    while k > lowest and not clause.ends(k):
        start = clause.aside(k)
        if start is not None:
            k = start - 1
            continue
        for governor in clause.at(k):
            end = _complete(clause, governor, k, asked) if _fits(governor, asked) else None
            if end is not None and _reaches(clause, governor, end, asked):
                return Governed(governor, _twin(clause, governor, k))
        if clause.turns(k):
            return None
        k -= 1
    return None


def _behind(clause: Clause, asked: Asked) -> Governed | None:
    """Find «قتلوا», «رهن الاحتجاز» behind what is counted."""
    for k in range(asked.last, min(len(clause.tokens), asked.last + _BEHIND)):
        if clause.ends(k - 1) or clause.tokens[k].kind == "number":
            return None
        for governor in clause.at(k):
            state = governor.row.kind == "state"
            if not _fits(governor, asked) or not (state or governor.undergone):
                continue
            end = clause.run(governor.rest, k + 1, k + 2)
            if end is not None and (state or _undergone(clause, governor, k, end)):
                return Governed(governor)
        if clause.turns(k) and not clause.has("still", k):
            return None
    return None


def _fits(governor: Governor, asked: Asked) -> bool:
    row = governor.row
    if row.kind == "count" or not row.fits(asked.unit):
        return False
    if row.scope == "money":
        return asked.bare and (asked.number.high or asked.number.low or 0) >= _LEAST_SUM
    # «نشر خمس ورقات»: what a noun of no list counts may have died, but is nobody's member.
    return asked.unit is not None or row.category not in _OF_PEOPLE


def _undergone(clause: Clause, governor: Governor, k: int, end: int) -> bool:
    """«12 شخصا قتلوا في» were killed, «12 شخصا قتلوا ضابطا» killed."""
    if clause.tokens[k].pre or clause.tokens[k].pos not in ("verb", "adj"):
        return False
    if governor.row.patient == "subject" or end >= len(clause.tokens):
        return True
    after = clause.tokens[end]
    return after.kind == "mark" or after.pre > 0 or after.start in clause.times or after.pos not in _NOMINAL


def _complete(clause: Clause, governor: Governor, k: int, asked: Asked) -> int | None:
    """Give the token behind a governor's words; what it governs may stand between them."""
    if not governor.rest:
        return k + 1
    first = asked.number.first
    end = clause.run(governor.rest, k + 1, min(first, k + 2 + _PHRASE_GAP), first)
    if end is None and clause.run(governor.rest, asked.last, asked.last + _PHRASE_GAP) is not None:
        return k + 1
    return end


def _reaches(clause: Clause, governor: Governor, end: int, asked: Asked) -> bool:
    """Does a governor whose words end before token `end` reach the number, over what stands between?"""
    if governor.row.scope == "money" and not governor.finite:
        return True  # «ميزانية قدرها», «تصل أرباحها إلى»: but words of amounting the clause has none between
    number, takes = asked.number, arabic.key(governor.row.takes).split()
    gap, led, joined = number.first - end, clause.led(number), clause.joined(number)
    if takes and joined:
        return any(_prefixed(clause, k, one) for one in takes for k in range(end, number.first))
    if takes or led:
        return led in takes
    if gap == 0:
        return True
    if not governor.finite:
        if joined:
            return gap <= _NOUN_REACH
        return gap <= _DOER_REACH and _is_doer(clause, end, number.first)
    return not (asked.bare and gap > _BARE_REACH) and not clause.has("agent", number.first - 1)


def _prefixed(clause: Clause, k: int, preposition: str) -> bool:
    token = clause.tokens[k]
    return token.key == preposition or (
        len(preposition) == 1 and token.pre > 0 and token.key[0] == preposition
    )


def _is_doer(clause: Clause, first: int, last: int) -> bool:
    """Are the tokens the doer in «اعتقال الشرطة 12 شخصا»: definite or a name, nothing else?"""
    between = clause.tokens[first:last]
    if any(t.kind != "word" or t.pre or t.pos == "prep" for t in between):
        return False
    return all(t.key.startswith("ال") or t.pos == "name" for t in (between[0], between[-1]))


def _has_own_noun(clause: Clause, k: int) -> bool:
    """Is token `k` a noun with «و» that governs the number by itself: «ونقل 12 مريضا»?"""
    if k < 0:
        return False
    token = clause.tokens[k]
    if not token.pre or token.key[0] != "و" or token.pos != "noun" or token.key.startswith("ال", token.pre):
        return False
    return not clause.has("among", k) and next(clause.at(k), None) is None


def _twin(clause: Clause, governor: Governor, k: int) -> Governor | None:
    """«مقتل وإصابة 30»: give what shares the number of the governor at token `k`, if it differs."""
    if k == 0 or not clause.tokens[k].pre or clause.key(k)[0] != "و":
        return None
    same = (g for g in clause.at(k - 1) if not g.rest and g.row.scope == governor.row.scope)
    return next((g for g in same if g.row.category != governor.row.category), None)
