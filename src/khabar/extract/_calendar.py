"""Calendar arithmetic on TIMEX3 values: which days a value covers, and which year an unnamed one is in."""

import re
from calendar import monthrange
from datetime import date, timedelta

Days = tuple[str, str]

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)|-Q(?P<quarter>[1-4])|-H(?P<half>[12]))?"
)
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
        return f"{point}{'0' * pad}-01-01", f"{point}{'9' * pad}-12-31"
    found = _VALUE.fullmatch(point)
    if found is None:
        return None, None
    year = int(found["year"])
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    if found["day"]:
        return point, point
    months = 12
    start = 1
    for name, length in (("month", 1), ("quarter", 3), ("half", 6)):
        if found[name]:
            months, start = length, (int(found[name]) - 1) * length + 1
    end = start + months - 1
    return f"{year:04}-{start:02}-01", f"{year:04}-{end:02}-{monthrange(year, end)[1]:02}"


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


def weekday(published: date, day: int, shift: int | None) -> date:
    """Give the day of an ISO weekday: the latest not after publication; before it (-1) or after it (1)."""
    back = (published.isoweekday() - day) % 7
    if shift == 1:
        return published + timedelta(days=(day - published.isoweekday() - 1) % 7 + 1)
    if shift == -1 and back == 0:
        back = 7
    return published - timedelta(days=back)


def moved(published: date, unit: str, by: int) -> str | None:
    """Give the TIMEX3 value of the year, month, week or day that lies `by` units from publication.

    None where that is outside the years 1 to 9999, which no calendar of ours writes.
    """
    months = (published.year + by) * 12 if unit == "Y" else published.year * 12 + published.month - 1 + by
    if unit in ("Y", "M"):
        if not 12 <= months < 120_000:
            return None
        return f"{months // 12:04}" if unit == "Y" else f"{months // 12:04}-{months % 12 + 1:02}"
    if unit not in ("W", "D"):
        return None
    try:
        day = published + timedelta(days=by * (7 if unit == "W" else 1))
    except OverflowError:
        return None
    if unit == "D":
        return day.isoformat()
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
