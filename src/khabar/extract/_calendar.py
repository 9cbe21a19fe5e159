"""Calendar arithmetic on TIMEX3 values: which days a value covers, and which year an unnamed one is in.

Values beside the plain ISO ones: `199` a decade, `19` a century, `2018-SU` a season (meteorological: spring
is March to May, winter December to February of the next year), `2018-W11-WE` a weekend, `A/B` from A to B.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<end>-WE)?|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?"
)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
NEAR_FUTURE = 31
"""Days ahead in which a day without year is read as coming; farther off it is the last one past."""


def parse(day: str | None) -> date | None:
    """Read the day of an ISO date or date-time; None where it is none."""
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None


def interval(value: str | None) -> tuple[str | None, str | None]:
    """Give the first and last ISO day that a TIMEX3 date value covers, None and None where unknown."""
    if value is None:
        return None, None
    first, slash, second = value.partition("/")
    if slash:
        return interval(first)[0], interval(second)[1]
    point = first.partition("T")[0]
    if point.isdigit() and len(point) in (2, 3):
        pad = 4 - len(point)
        start = f"{point}{'0' * pad}"
        return f"{start if start != '0000' else '0001'}-01-01", f"{point}{'9' * pad}-12-31"
    found = _VALUE.fullmatch(point)
    if found is None or int(found["year"]) == 0:
        return None, None
    if found["week"]:
        return _week(int(found["year"]), int(found["week"]), bool(found["end"]))
    return (point, point) if found["day"] else _months(found)


def _week(year: int, week: int, end: bool) -> tuple[str | None, str | None]:
    monday = date.fromisocalendar(year, week, 1)
    return (monday + timedelta(days=5 if end else 0)).isoformat(), (monday + timedelta(days=6)).isoformat()


def _months(found: re.Match[str]) -> tuple[str | None, str | None]:
    year, months, start = int(found["year"]), 12, 1
    for name, length in (("month", 1), ("quarter", 3), ("half", 6)):
        if found[name]:
            months, start = length, (int(found[name]) - 1) * length + 1
    if found["season"]:
        months, start = 3, _SEASONS[found["season"]]
    last, end = year + (start + months - 2) // 12, (start + months - 2) % 12 + 1
    if last > 9999:
        return None, None
    return f"{year:04}-{start:02}-01", f"{last:04}-{end:02}-{monthrange(last, end)[1]:02}"


def day_value(year: int, month: int, day: int | None) -> str | None:
    """Write a month or a day as TIMEX3; None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    return f"{year:04}-{month:02}-{day:02}" if 1 <= day <= monthrange(year, month)[1] else None


def year_of(published: date, month: int, day: int | None, shift: int | None) -> int:
    """Give the year of a month or day that the text leaves without one.

    `shift` is -1 for «الماضي», 0 for «الجاري», 1 for «المقبل» and None where the text says nothing: then it
    is the latest not after publication, unless the coming one is near (`NEAR_FUTURE`) and the last far.
    """
    this = published.year
    at = (month, day if day is not None else published.day)
    today = (published.month, published.day)
    if shift == 0:
        return this
    if shift == -1:
        return this if at < today else this - 1
    if shift == 1:
        return this if at > today else this + 1
    if at <= today:
        ahead = (date(this + 1, month, 1) - published).days + (day or 1) - 1
        return this + 1 if ahead <= NEAR_FUTURE and day is not None else this
    ahead = (date(this, month, 1) - published).days + (day or 1) - 1
    return this if day is not None and ahead <= NEAR_FUTURE else this - 1


def season_year(published: date, season: str, shift: int | None) -> int:
    """Give the year in which a season without one starts: the latest begun, or as «المقبل» and such say."""
    this = published.year if published.month >= _SEASONS[season] else published.year - 1
    now = (published.month - _SEASONS[season]) % 12 < 3
    if shift == 1:
        return this + 1
    if shift == 0 and not now:
        return published.year
    return this - 1 if shift == -1 and now else this


def weekday(published: date, day: int, shift: int | None) -> date:
    """Give the day of an ISO weekday: the latest not after publication; before it (-1) or after it (1)."""
    back = (published.isoweekday() - day) % 7
    if shift == 1:
        return published + timedelta(days=(day - published.isoweekday() - 1) % 7 + 1)
    if shift == -1 and back == 0:
        back = 7
    return published - timedelta(days=back)


def numbered_day(published: date, number: int, coming: bool) -> str | None:
    """Give the latest day of that number not after publication, or the first not before it if `coming`.

    None where neither the month of publication nor those next to it have such a day.
    """
    for by in (0, 1) if coming else (0, -1, -2):
        month = moved(published, "M", by)
        day = day_value(int(month[:4]), int(month[5:]), number) if month else None
        fits = day is not None and (day >= published.isoformat() if coming else day <= published.isoformat())
        if fits:
            return day
    return None


def in_week(value: str | None, day: int) -> str | None:
    """Give the ISO weekday `day` of the week that a TIMEX3 value names."""
    monday = parse(interval(value)[0])
    return (monday + timedelta(days=day - 1)).isoformat() if monday else None


def nth_weekday(year: int, month: int, day: int, nth: int) -> date | None:
    """Give the nth ISO weekday of a month, from 1; -1 is the last; None where the month has no such one."""
    length = monthrange(year, month)[1]
    days = [d for d in (date(year, month, k) for k in range(1, length + 1)) if d.isoweekday() == day]
    return days[nth - 1 if nth > 0 else nth] if nth <= len(days) else None


def week_of(value: str, nth: int) -> str | None:
    """Give the ISO week that is the nth of a month or year (-1 the last): its Thursday is the nth in it."""
    begin, finish = parse(interval(value)[0]), parse(interval(value)[1])
    if begin is None or finish is None:
        return None
    first = begin + timedelta(days=(4 - begin.isoweekday()) % 7)
    last = finish - timedelta(days=(finish.isoweekday() - 4) % 7)
    thursday = last if nth == -1 else first + timedelta(days=7 * (nth - 1))
    year, week, _ = thursday.isocalendar()
    return f"{year:04}-W{week:02}" if thursday <= last else None


def _days_on(day: date, by: int) -> date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def day_from(day: date, unit: str, by: int) -> date | None:
    """Give the day that lies `by` units from another, the month's last where it has no such day.

    None outside the years 1 to 9999.
    """
    if unit in "WD":
        return _days_on(day, by * (7 if unit == "W" else 1))
    month = moved(day, "M", by * {"M": 1, "Y": 12, "E": 120, "C": 1200}[unit])
    if month is None:
        return None
    year, number = int(month[:4]), int(month[5:])
    return date(year, number, min(day.day, monthrange(year, number)[1]))


def moved(published: date, unit: str, by: int) -> str | None:
    """Give the TIMEX3 value of the year, month, week or day that lies `by` units from publication.

    None where that is outside the years 1 to 9999, which no calendar of ours writes.
    """
    if unit in "EC":
        unit, by = "Y", by * (10 if unit == "E" else 100)
    months = (published.year + by) * 12 if unit == "Y" else published.year * 12 + published.month - 1 + by
    if unit in ("Y", "M"):
        if not 12 <= months < 120_000:
            return None
        return f"{months // 12:04}" if unit == "Y" else f"{months // 12:04}-{months % 12 + 1:02}"
    if unit not in ("W", "D"):
        return None
    day = _days_on(published, by * (7 if unit == "W" else 1))
    if day is None or unit == "D":
        return day.isoformat() if day else None
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
