"""The Hijri calendar in Gregorian days, by the Umm al-Qura tables (1343 to 1500 AH) of `hijridate`.

A Hijri day has the `value` of its Gregorian day; a month or year has `first/last`, as no ISO value covers it.
"""

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

FIRST_YEAR, LAST_YEAR = 1343, 1500
_NEAR = timedelta(days=31)


def first_day(year: int, month: int, day: int = 1) -> date | None:
    """Give the Gregorian day of a Hijri one; None outside the tables or where the month has no such day."""
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def value(year: int, month: int | None, day: int | None) -> str | None:
    """Write a Hijri day, month or year as a TIMEX3 value of Gregorian days."""
    first = first_day(year, month or 1, day or 1)
    if first is None or day is not None:
        return first.isoformat() if first else None
    length = Hijri(year, month, 1).month_length() if month else Hijri(year, 1, 1).year_length()
    return f"{first.isoformat()}/{(first + timedelta(days=length - 1)).isoformat()}"


def in_gregorian(year: int, month: int, day: int = 1) -> int | None:
    """Give the Hijri year whose month and day fall in a Gregorian year, the later of two."""
    around = (year - 622) * 33 // 32
    days = ((hijri, first_day(hijri, month, day)) for hijri in range(around - 1, around + 3))
    return max((hijri for hijri, at in days if at is not None and at.year == year), default=None)


def year_of(published: date, month: int, day: int | None, shift: int | None) -> int | None:
    """Give the Hijri year of a month or day that the text leaves without one.

    As for Gregorian dates: the latest begun by publication, unless `shift` (-1 «الماضي», 0, 1 «المقبل») says
    otherwise or the coming one is near; the month that is running is never «الماضي».
    """
    try:
        today = Gregorian(published.year, published.month, published.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    this = today.year
    begun = (month, day or 1) <= (today.month, today.day)
    if shift == 0:
        return this
    if shift == 1:
        return this + 1 if begun else this
    if shift == -1:
        return this if begun and not (day is None and month == today.month) else this - 1
    latest = this if begun else this - 1
    coming = first_day(latest + 1, month, day or 1)
    running = day is None and (latest, month) == (today.year, today.month)
    return latest + 1 if not running and coming is not None and coming - published <= _NEAR else latest
