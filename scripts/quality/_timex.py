"""What a case of the Recognizers-Text specifications expects of times, and whether our records say the same.

*Span*: our spans leave the preposition outside, so prepositions are cut off the front of what is expected;
a stretch between two whole expressions («من 2 أكتوبر إلى 22 أكتوبر») is two records here, and they are joined
for comparison where nothing but the joining word stands between.

*Value*: a day or stretch agrees where our first and last day are those of the past or the future resolution
(theirs ends one day behind the last); «قبل عامين» is a length of time here, and agrees where the day expected
lies within `begin` and `finish`; lengths agree by their seconds; hours agree by what stands behind the T in
our value; any value agrees that is written alike.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from khabar.records import Time

LEADS = ("من", "ما", "بين", "في", "إلى", "بعد", "قبل", "خلال", "منذ", "طوال", "حتى", "يوم")
_JOINTS = re.compile(r"\s*(?:إلى|حتى|و|-|–)?\s*(?:يوم\s+|الساعة\s+)?")
_SECONDS = {"Y": 31_536_000, "M": 2_628_000, "W": 604_800, "D": 86_400}
_CLOCK_SECONDS = {"H": 3600, "M": 60, "S": 1}
_PERIOD = re.compile(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?")


class Said(NamedTuple):
    """One expression: its span, what it says, and the records behind it."""

    start: int
    end: int
    value: str
    begin: str | None
    finish: str | None


def said(text: str, times: Sequence[Time]) -> list[Said]:
    """Give our records, and each pair of neighbours joined by a word for a stretch."""
    ours = [Said(t.start, t.end, t.value or "", t.begin, t.finish) for t in times]
    joined = [
        Said(a.start, b.end, f"{a.value}/{b.value}", a.begin, b.finish)
        for a, b in pairwise(ours)
        if _JOINTS.fullmatch(text[a.end : b.start])
    ]
    return ours + joined


def stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut prepositions off the front of a span."""
    while True:
        word = re.match(r"(\S+)\s+", text[start:end])
        if word is None or word[1] not in LEADS or start + word.end() >= end:
            return start, end
        start += word.end()


def seconds(value: str) -> float | None:
    """Give the seconds of a duration; a year has 365 days and a month a twelfth of it."""
    found = _PERIOD.fullmatch(value)
    if found is None or not (found[1] or found[2]):
        return None
    days = sum(float(n) * _SECONDS[u] for n, u in re.findall(r"([\d.]+)([YMWD])", found[1]))
    hours = re.findall(r"([\d.]+)([HMS])", found[2] or "")
    return days + sum(float(n) * _CLOCK_SECONDS[u] for n, u in hours)


def agrees(one: Said, value: Mapping[str, Any]) -> bool:
    """Does one of our records say what the case expects?"""
    timex = str(value.get("Timex", ""))
    if timex == one.value.removeprefix("XXXX-"):
        return True
    length = seconds(timex)
    if length is not None:
        return length == seconds(one.value)
    if timex.startswith(("T", "(T")):
        return _clock(timex) == _clock(one.value)
    resolutions = (value.get("PastResolution") or {}, value.get("FutureResolution") or {})
    return any(_days(one, resolution) for resolution in resolutions)


def _clock(value: str) -> list[str]:
    hours = re.findall(r"(?<!P)T(\d\d(?::\d\d)*|MO|MI|AF|EV|NI)", value)
    full = [f"{h}:00" if len(h) == 2 and h.isdigit() else h for h in hours]
    return [h.replace("24:00", "00:00") for h in full]


def _days(one: Said, resolution: Mapping[str, str]) -> bool:
    day = resolution.get("date")
    if day:
        inside = one.value.startswith("P") and one.begin is not None and one.finish is not None
        within = inside and str(one.begin) <= day <= str(one.finish)
        return within or (one.begin, one.finish) == (day, day)
    first, last = resolution.get("startDate"), resolution.get("endDate")
    if not first or not last:
        return False
    before = (date.fromisoformat(last) - timedelta(days=1)).isoformat()
    return one.begin == first and one.finish in (last, before)


def right(text: str, times: Sequence[Time], expected: Iterable[Mapping[str, Any]], valued: bool) -> bool:
    """Is every expression of a case among ours, with its value where `valued`; none where it has none?"""
    expected = list(expected)
    if not expected:
        return not times
    ours = said(text, times)
    for result in expected:
        span = stripped(text, result["Start"], result["Start"] + result["Length"])
        fits = [one for one in ours if stripped(text, one.start, one.end) == span]
        if not any(not valued or agrees(one, result["Value"]) for one in fits):
            return False
    return True
