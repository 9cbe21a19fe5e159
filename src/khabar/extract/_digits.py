"""Digits: separators by context, groups that stand apart, fractions."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from khabar.records import Token

_SEPARATOR = re.compile(r"[.,٫٬]")
_GROUP = re.compile(r"\d{3}(?:[.,٫]\d+)?")
_SPACES = frozenset(" \u00a0\u2009\u202f")
_THOUSANDS = "٬"
_LARGEST_PART = 100


class Digits(NamedTuple):
    """A number in digits up to token `last`; `fraction` where it is written as one."""

    value: float
    last: int
    fraction: bool = False


def digits(form: str, decimal: bool = False) -> float | None:
    """Read a digit token: three digits behind `.` or `,` are thousands, others decimals; None if neither.

    `decimal` says that a percent sign or a word like مليون follows: then «2.125» is a decimal.
    """
    if form.isdigit():
        return int(form)
    groups = _SEPARATOR.split(form)
    marks = _SEPARATOR.findall(form)
    last_differs = marks.count(marks[-1]) == 1 and len(set(marks)) == 2
    tail = groups.pop() if marks[-1] == "٫" or last_differs or _decimal(groups, marks, decimal) else None
    if any(len(g) != 3 for g in groups[1:]) or (len(groups) > 1 and len(groups[0]) > 3):
        return None
    whole = "".join(groups)
    return float(f"{whole}.{tail}") if tail is not None else int(whole)


def _decimal(groups: list[str], marks: list[str], decimal: bool) -> bool:
    if len(marks) != 1 or marks[0] == _THOUSANDS:
        return False
    thousands = len(groups[1]) == 3 and len(groups[0]) <= 3 and groups[0] != "0"
    return not thousands or decimal


def touches(tokens: Sequence[Token], i: int) -> bool:
    """Does token `i` touch the next?"""
    return 0 <= i < len(tokens) - 1 and tokens[i].end == tokens[i + 1].start


def grouped(text: str, tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """Give the digits at token `i` with the groups behind them, «1 234 567» and «1،234», as one form."""
    form, at = tokens[i].form, i + 1
    if not form.isdigit() or len(form) > 3 or form[0] == "0":
        return form, at
    while at < len(tokens) and (len(form) < len("1234") or form[-4] == _THOUSANDS):
        comma = tokens[at].form == "،" and touches(tokens, at - 1) and touches(tokens, at)
        nxt = at + 1 if comma else at
        if nxt >= len(tokens) or tokens[nxt].kind != "number" or not _GROUP.fullmatch(tokens[nxt].form):
            break
        if not comma and text[tokens[at - 1].end : tokens[at].start] not in _SPACES:
            break
        form, at = form + _THOUSANDS + tokens[nxt].form, nxt + 1
    return form, at


def ratio(tokens: Sequence[Token], i: int) -> Digits | None:
    """Read a fraction «1/3» at token `i`; no date, no «24/7»."""
    if i + 2 >= len(tokens) or tokens[i + 1].key != "/" or tokens[i + 2].kind != "number":
        return None
    if not (touches(tokens, i) and touches(tokens, i + 1)) or (
        i + 3 < len(tokens) and tokens[i + 3].key == "/" and touches(tokens, i + 2)
    ):
        return None
    if i > 0 and touches(tokens, i - 1) and tokens[i - 1].key == "/":
        return None
    upper, lower = tokens[i].form, tokens[i + 2].form
    if not (upper.isdigit() and lower.isdigit()) or not 0 < int(upper) < int(lower) <= _LARGEST_PART:
        return None
    return Digits(int(upper) / int(lower), i + 3, True)
