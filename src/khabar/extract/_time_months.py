"""Dates that name their month: «4 حزيران/يونيو 2020», «السابع من أكتوبر», «أيار الماضي», «3 و7 آذار»."""

from khabar.extract import _calendar
from khabar.extract._time_hijri import hijri_day
from khabar.extract._time_lexicon import Hit
from khabar.extract._time_month_years import complete, month_name
from khabar.extract._time_scene import Found, Scene
from khabar.records import Number

_ENDINGS = ("st", "nd", "rd", "th")
_DASHES = ("-", "–", "/", "(")


def day_numbers(scene: Scene, i: int) -> tuple[int, int, int, int] | None:
    """Read the day or days at token `i`: first, last, offset of the start, the token behind them.

    «4», «السابع», «الفاتح», «3-5», «3 إلى 5», «3 و7» behind «بين» or «يومي».
    """
    named = scene.hit(i, "first")
    if named is not None:
        return 1, 1, scene.start(i, named.entry), named.last
    number = scene.numbers.get(i)
    if number is None and _is_day(day := scene.digits(i)):
        return day or 0, day or 0, scene.tokens[i].start, i + 1  # the number before it took it for a range
    if number is None or number.approx or not _is_day(number.low) or not _is_day(number.high):
        return None
    low, high, last = int(number.low or 0), int(number.high or 0), number.last
    if low == high:
        beside = last + (scene.key(last) == "و")
        and_ = scene.hit(i - 1, "between", "span_of") or _next_day(scene, i, low, scene.numbers.get(beside))
        joiner = scene.hit(last, "until", whole=True) or scene.key(last) in ("-", "–", "/")
        at = last + 1 if joiner else beside if and_ else last
        second = scene.numbers.get(at)
        joined = at > last or (and_ and scene.key(at)[:1] == "و")
        one = joined and second is not None and _is_day(second.low) and second.low == second.high
        if one and second is not None and int(second.low or 0) > low:
            high, last = int(second.low or 0), second.last
    return low, high, number.start, last


def _next_day(scene: Scene, i: int, low: int, second: Number | None) -> bool:
    """Is the second number the next day of the same month: «في 29 و30 مايو»?"""
    follows = second is not None and second.low == low + 1 and scene.hit(second.last, "month", whole=True)
    return bool(follows) and scene.hit(i - 1, "in") is not None


def _is_day(value: float | int | None) -> bool:
    return isinstance(value, int) and 1 <= value <= 31


def from_day(scene: Scene, i: int) -> Found | None:
    """Read a day and what names its month: «4 حزيران», «السابع من أكتوبر», «3 من الشهر الجاري»."""
    days = day_numbers(scene, i)
    if days is None:
        return None
    low, high, start, at = days
    at += scene.key(at) in _ENDINGS
    at += scene.key(at) in (",", "،", "-", "/", "_", ".")
    at += scene.key(at) == "من"
    at += scene.key(at) == "شهر"
    month = month_name(scene, at)
    if month is None or month.entry.cut:
        return (
            _day_of_this_month(scene, i, days) or hijri_day(scene, i, days, at) or _libyan(scene, i, days, at)
        )
    opened = i > 0 and scene.key(i - 1) == "(" and scene.key(month.last) == ")"
    found = complete(scene, (i, low), month, start, opened)
    return ranged(found, low, high)


def ranged(found: Found, low: int, high: int) -> Found:
    """Stretch a day to the last of several days of its month."""
    if low == high or found.value is None:
        return found
    until = found.value[:-2] + f"{high:02}"
    return found._replace(
        value=f"{found.value}/{until}", loose=None, why=f"days {low} to {high}, {found.why}"
    )


def _libyan(scene: Scene, i: int, days: tuple[int, int, int, int], at: int) -> Found | None:
    """Read a month of the Libyan calendar of 1969 to 2011: common words, so day and year are needed."""
    month = scene.hit(at, "libya", whole=True)
    year = scene.year(month.last) if month else None
    if month is None or year is None or not scene.tokens[i].form.isdigit():
        return None
    value = _calendar.day_value(year, int(month.entry.value), days[0])
    why = f"month name {month.entry.why}, day {days[0]} beside it, year after it"
    return Found(i, scene.era(month.last + 1), days[2], "DATE", value, why)


def _day_of_this_month(scene: Scene, i: int, days: tuple[int, int, int, int]) -> Found | None:
    low, high, start, at = days
    at += scene.key(at) in ("من", "في")
    this = scene.hit(at, "this", whole=True)
    unit = scene.hit(this.last if this else at, "unit", whole=True)
    if (
        unit is not None
        and unit.entry.value == "M"
        and unit.entry.definite
        and unit.entry.extra == "singular"
    ):
        shift = this or scene.hit(unit.last, "shift")
        last = unit.last if this else (shift.last if shift else unit.last)
    else:
        shift = scene.hit(at, "shift", whole=True) if at == days[3] else None  # «25 الجاري»
        last = shift.last if shift else at
        if scene.numbers.get(i) is None or scene.numbers[i].ordinal:
            return None
    if shift is None or shift.entry.value not in ("-1", "0", "1"):
        return None
    value = None
    if scene.published is not None:
        month = _calendar.moved(scene.published, "M", int(shift.entry.value)) or ""
        value = _calendar.day_value(int(month[:4]), int(month[5:]), low)
    return ranged(Found(i, last, start, "DATE", value, f"day of the month, {shift.entry.why}"), low, high)


def from_month(scene: Scene, i: int) -> Found | None:
    """Read a month with no day before it: «أغسطس 2023», «شهر أيار», «May 5, 2024», «أيار - حزيران 2018»."""
    month = month_name(scene, i)
    if month is None or (month.entry.cut == 0 and scene.hit(i - 1, "particle", whole=True)):
        return None  # «لويجي دي مايو»
    start = scene.start(i, month.entry)
    if month.entry.cut == 0 and (this := scene.hit(i - 1, "this")) is not None:
        start = scene.start(i - 1, this.entry)
    bare = month.last == i + 1
    day = _day_behind(scene, i, month)
    month = day[1] if day else month
    until = _until_month(scene, i, month, start) if day is None else None
    if until is not None:
        return until
    found = complete(scene, (i, day[0] if day else None), month, start, False)
    if not bare or found.last > i + 1 or month.entry.extra == "yes":
        return found
    led = scene.hit(i - 1, "in", "since", "until", "part", "prep", "span_of", "this") or _and_month(scene, i)
    return found if led and scene.tokens[i].form != "أب" else None


def month_of(scene: Scene, i: int) -> Found | None:
    """Read «شهر أيار»: the word for month belongs to its name."""
    unit = scene.hit(i, "unit")
    if unit is None or unit.entry.value != "M" or unit.entry.extra != "singular" or unit.entry.definite:
        return None
    if month_name(scene, unit.last) is None or not scene.hit(unit.last, "month", whole=True):
        return None
    month = month_name(scene, unit.last)
    found = _until_month(scene, unit.last, month, 0) if month else None
    if found is None and month is not None:
        day = _day_behind(scene, unit.last, month)
        found = complete(scene, (i, day[0] if day else None), day[1] if day else month, 0, False)
    this = scene.hit(i - 1, "this") if unit.entry.cut == 0 else None
    start = scene.start(i - 1, this.entry) if this else scene.start(i, unit.entry)
    return found._replace(first=i, start=start) if found else None


def _day_behind(scene: Scene, i: int, month: Hit) -> tuple[int, Hit] | None:
    """Read the day behind its month: «May 5», «مايو الحادي عشر», «يناير 1» where it counts nothing."""
    at = month.last + (scene.key(month.last) == "-" and scene.tight(month.last))
    number = scene.numbers.get(at)
    low = number.low if number is not None and number.low == number.high and not number.approx else None
    if number is None and at > month.last:
        low = scene.digits(at)  # «يناير-1»
    if not _is_day(low) or (number is not None and number.start > scene.tokens[at].start):
        return None  # «مارس لأول مرة»
    last = number.last if number is not None else at + 1
    last += scene.key(last) in _ENDINGS
    plain = last >= len(scene.tokens) or (
        scene.tokens[last].kind == "mark" and scene.key(last) not in ("-", "–", "/")
    )
    sure = scene.tokens[i].form.isascii() or (number is not None and number.ordinal) or plain
    return (int(low or 0), Hit(month.entry, last)) if sure and scene.key(at)[:1] != "و" else None


def _and_month(scene: Scene, i: int) -> bool:
    """Does the month at `i` stand beside another: «تموز وآب»?"""
    return any(k >= 0 and scene.hit(k, "month") is not None for k in (i - 1, i - 2, i - 3)) or bool(
        (after := scene.hit(i + 1, "month")) and after.entry.cut == 1
    )


def _until_month(scene: Scene, i: int, month: Hit, start: int) -> Found | None:
    """Read two different months with a dash between: «أيار - حزيران 2018»."""
    at = month.last
    second = month_name(scene, at + 1) if scene.key(at) in ("-", "–", "/") else None
    if second is None or second.entry.cut or second.entry.value == month.entry.value:
        return None
    end = complete(scene, (at + 1, None), second, scene.tokens[at + 1].start, False)
    if end.value is None:
        return None
    year = int(end.value[:4]) - (int(month.entry.value) > int(second.entry.value))
    value = f"{_calendar.day_value(year, int(month.entry.value), None)}/{end.value}"
    return Found(i, end.last, start, "DATE", value, f"month name {month.entry.why} to {end.why}")
