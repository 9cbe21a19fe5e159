"""Dates in digits: «2024/05/03», «٣-٥-٢٠٢٤», «25/12/18», «15/9/1436», «2019-03-12T08:30», «2014-2017»."""

from itertools import pairwise

from khabar.extract import _calendar, _hijri
from khabar.extract._time_scene import Found, Scene

_MARKS = frozenset("/-.–")
_HIJRI_YEARS = (1300, 1500)
_ORDERS = (("day first", (2, 1, 0)), ("year first", (0, 1, 2)), ("month first", (2, 0, 1)))
"""How the parts stand, as the places of year, month and day."""


def numeric(scene: Scene, i: int) -> Found | None:
    """Read digits and marks: year first or last; two years and a hyphen; day and month behind «يوم»."""
    parts, last = _parts(scene, i)
    if len(parts) == 2:
        return _two(scene, i, parts, last)
    if len(parts) != 3:
        return None
    era = scene.hit(last, "hijri_era", whole=True)
    hijri = _hijri_day(parts, era is not None)
    read = hijri or _day(scene, parts)
    if read is None:
        return None
    last = era.last if era else scene.era(last)
    return _clocked(scene, Found(i, last, scene.tokens[i].start, "DATE", *read, hijri=hijri is not None))


def _parts(scene: Scene, i: int) -> tuple[list[str], int]:
    """Give the numbers between like marks; spaces stand only in full dates with a year of four digits."""
    parts = scene.tokens[i].form.split(".")
    if len(parts) > 1:
        return ([] if not all(p.isdigit() for p in parts) else parts), i + 1
    mark, last = scene.key(i + 1), i + 1
    while (
        mark in _MARKS and scene.key(last) == mark and len(parts) < 3 and scene.digits(last + 1) is not None
    ):
        parts.append(scene.tokens[last + 1].form)
        last += 2
    spaced = any(not scene.tight(k) for k in range(i + 1, last))
    if spaced and not (len(parts) == 3 and (len(parts[0]) == 4) != (len(parts[2]) == 4)):
        years = len(parts) == 2 and all(len(p) == 4 for p in parts)
        return (parts, last) if years else ([], i)
    return (parts if all(p.isdigit() for p in parts) else []), last


def _hijri_day(parts: list[str], told: bool) -> tuple[str | None, str] | None:
    if len(parts[0]) == 4:
        year, month, day = map(int, parts)
    else:
        day, month, year = map(int, parts)
        if told and year < 100:
            year += 1400
    if not _HIJRI_YEARS[0] <= year <= _HIJRI_YEARS[1] or not (1 <= month <= 12 and 1 <= day <= 30):
        return None
    value = _hijri.value(year, month, day)
    return value, "Hijri date in digits, Umm al-Qura calendar" + (
        "" if value else ", a year outside its tables"
    )


def _day(scene: Scene, parts: list[str]) -> tuple[str, str] | None:
    """Read the first order that makes a day; a year of two digits must not lie in the future."""
    long = [k for k in (0, 2) if len(parts[k]) == 4]
    if not long and max(map(len, parts)) > 2:
        return None
    latest = 2100 if long or scene.published is None else scene.published.year + 1
    for order, at in _ORDERS:
        year = int(parts[at[0]]) + (0 if long else 2000)
        if (long and at[0] != long[0]) or len(parts[at[0]]) < 2 or not 1900 <= year <= latest:
            continue
        value = _calendar.day_value(year, int(parts[at[1]]), int(parts[at[2]]))
        if value is not None:
            return value, f"date in digits, {order}"
    return None


def _two(scene: Scene, i: int, parts: list[str], last: int) -> Found | None:
    start = scene.tokens[i].start
    first, second = map(int, parts)
    lengths = [len(p) for p in parts]
    era = scene.hit(last, "hijri_era", whole=True)
    if lengths == [4, 4] and (first < second or (era is not None and first == second + 1)):
        hijri = _hijri_years(scene, (i, last), *sorted((first, second)))
        if hijri is not None:
            return hijri._replace(last=era.last if era else last)
        if scene.year(i) is not None and scene.year(i + 2) is not None and last == i + 3:
            end = scene.era(last)
            return Found(i, end, start, "DATE", f"{first}/{second}", "two years and a hyphen")
    if sorted(lengths)[1] == 4 and sorted(lengths)[0] <= 2 and scene.key(i + 1) == "/":
        year, month = (first, second) if lengths[0] == 4 else (second, first)
        value = _calendar.day_value(year, month, None) if 1900 <= year <= 2100 else None
        return Found(i, last, start, "DATE", value, "year and month in digits") if value else None
    led = scene.hit(i - 1, "dated", "equals") is not None
    zeroed = lengths == [2, 2] and scene.key(i + 1) == "/" and "0" in (parts[0][0], parts[1][0])
    if zeroed and first <= 12 < second:
        first, second = second, first
    if zeroed and not led and not (second <= 12 < first):
        return None
    if (led or zeroed) and scene.published is not None and max(lengths) <= 2 and 1 <= second <= 12:
        year = _calendar.year_of(scene.published, second, first, None)
        value = _calendar.day_value(year, second, first) if 1 <= first <= 31 else None
        why = "day and month in digits, year from the publication date"
        return Found(i, last, start, "DATE", value, why) if value else None
    return None


def _hijri_years(scene: Scene, at: tuple[int, int], first: int, second: int) -> Found | None:
    low, high = _hijri.FIRST_YEAR, _hijri.LAST_YEAR
    if not (low <= first < second <= high) or second - first > 60:
        return None
    begin, end = _hijri.value(first, None, None), _hijri.value(second, None, None)
    if begin is None or end is None:
        return None
    value = f"{begin.partition('/')[0]}/{end.partition('/')[2]}"
    return Found(at[0], at[1], scene.tokens[at[0]].start, "DATE", value, "two Hijri years", hijri=True)


def _clocked(scene: Scene, day: Found) -> Found:
    """Add the time of an ISO date-time: «T08:30», «2019-03-12 08:30»."""
    at = day.last + (scene.key(day.last) in ("T", "t") and scene.tight(day.last))
    hour, minutes = scene.digits(at), scene.digits(at + 2)
    fits = scene.key(at + 1) == ":" and all(scene.tight(k) for k in (at + 1, at + 2))
    if day.value is None or hour is None or minutes is None or not fits or hour > 24 or minutes > 59:
        return day
    last = at + 3
    if scene.key(last) == ":" and all(
        scene.digits(b) is not None and scene.tight(a) for a, b in pairwise((last, last + 1))
    ):
        last += 2
    last += scene.key(last) in ("Z", "z") and scene.tight(last)
    return day._replace(
        last=last, type="TIME", suffix=f"T{hour:02}:{minutes:02}", why=f"{day.why}, with the time"
    )
