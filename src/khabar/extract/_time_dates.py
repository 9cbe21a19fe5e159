"""Dates in digits and dates that name their month: «4 حزيران/يونيو 2020», «2024/05/03», «أيار الماضي»."""

from khabar.extract import _calendar
from khabar.extract._time_scene import Found, Hit, Scene
from khabar.extract._time_years import year_after

_DIGIT_DATE_MARKS = frozenset("/-.–")


def numeric(scene: Scene, i: int) -> Found | None:
    """Read digits and marks: year first, or day first with the month second; also «2014-2017»."""
    token = scene.tokens[i]
    parts = token.form.split(".")
    last = i + 1
    if len(parts) == 1:
        mark = scene.key(i + 1)
        while scene.key(last) == mark and mark in _DIGIT_DATE_MARKS and len(parts) < 3:
            nxt = scene.tokens[last + 1] if last + 1 < len(scene.tokens) else None
            if nxt is None or nxt.kind != "number" or nxt.start != scene.tokens[last].end:
                break
            parts.append(nxt.form)
            last += 2
    if not all(p.isdigit() for p in parts) or len(parts) not in (2, 3):
        return None
    if len(parts) == 2:
        return _years(scene, i, last)
    if len(parts[0]) == 4:
        year, month, day = map(int, parts)
    elif len(parts[2]) == 4:
        day, month, year = map(int, parts)
    else:
        return None
    if not 1900 <= year <= 2100:
        return None
    value = _calendar.day_value(year, month, day)
    if value is None and len(parts[2]) == 4:
        value = _calendar.day_value(year, day, month)
    why = "date in digits, year first" if len(parts[0]) == 4 else "date in digits, day first"
    return Found(i, last, token.start, "DATE", value, why) if value else None


def _years(scene: Scene, i: int, last: int) -> Found | None:
    first, second = scene.year(i), scene.year(i + 2)
    if first is None or second is None or first >= second or last != i + 3:
        return None
    return Found(i, last, scene.tokens[i].start, "DATE", f"{first}/{second}", "two years and a hyphen")


def month_name(scene: Scene, i: int) -> Hit | None:
    """Give the month at token `i` with its second name: «حزيران/يونيو», «يوليو (تموز)»."""
    hit = scene.hit(i, "month")
    if hit is None:
        return None
    at = hit.last
    spaced = scene.hit(at, "month", whole=True)
    if spaced is not None and spaced.entry.value == hit.entry.value:
        return Hit(hit.entry, spaced.last)  # «مارس آذار»
    if scene.key(at) in ("/", "-", "("):
        bracket = scene.key(at) == "("
        second = scene.hit(at + 1, "month", whole=True)
        if second is not None and second.entry.value == hit.entry.value:
            return Hit(hit.entry, second.last + (1 if bracket and scene.key(second.last) == ")" else 0))
    return hit


def from_day(scene: Scene, i: int) -> Found | None:
    """Read a day number and what names its month: «4 حزيران», «السابع من أكتوبر», «3 من الشهر الجاري»."""
    number = scene.numbers.get(i)
    if number is None or number.approx or number.low is None or number.high is None:
        return None
    if not (
        1 <= number.low <= number.high <= 31 and isinstance(number.low, int) and isinstance(number.high, int)
    ):
        return None
    at = number.last
    if scene.key(at) in ("st", "nd", "rd", "th"):
        at += 1
    at += scene.key(at) in (",", "،", "-", "/", "_")
    at += scene.key(at) == "من"
    at += scene.key(at) == "شهر"
    month = month_name(scene, at)
    if month is None or month.entry.cut:
        return _day_of_this_month(scene, i) or _hijri_day(scene, i, at)
    start = number.start
    opened = i > 0 and scene.key(i - 1) == "(" and scene.key(month.last) == ")"
    found = _complete(scene, (i, number.low), month, start, opened)
    if number.low == number.high or found.value is None:
        return found
    until = found.value[:-2] + f"{number.high:02}"
    return found._replace(
        value=f"{found.value}/{until}", loose=None, why=f"days {number.low} to {number.high}, {found.why}"
    )


def _day_of_this_month(scene: Scene, i: int) -> Found | None:
    number = scene.numbers[i]
    if not isinstance(number.low, int) or number.low != number.high:
        return None
    if scene.key(number.last) == "من":
        unit = scene.hit(number.last + 1, "unit", whole=True)
        if unit is None or unit.entry.value != "M" or not unit.entry.definite:
            return None
        shift = scene.hit(unit.last, "shift")
    else:
        shift = scene.hit(number.last, "shift", whole=True)  # «25 الجاري»
    if shift is None:
        return None
    value = None
    if scene.published is not None:
        month = _calendar.moved(scene.published, "M", int(shift.entry.value)) or ""
        value = _calendar.day_value(int(month[:4]), int(month[5:]), number.low)
    return Found(i, shift.last, number.start, "DATE", value, f"day of the month, {shift.entry.why}")


def from_month(scene: Scene, i: int) -> Found | None:
    """Read a month with no day before it: «أغسطس 2023», «شهر أيار», «May 5, 2024»."""
    month = month_name(scene, i)
    if month is None:
        return None
    start = scene.start(i, month.entry)
    number = scene.numbers.get(month.last)
    english = scene.tokens[i].form.isascii()
    day: int | None = None
    if english and number is not None and isinstance(number.low, int) and 1 <= number.low <= 31:
        after = number.last + (scene.key(number.last) in ("st", "nd", "rd", "th"))
        month, day = Hit(month.entry, after), number.low
    found = _complete(scene, (i, day), month, start, False)
    bare = month.last == i + 1 and found.last == month.last
    if not bare or month.entry.extra == "yes":
        return found
    led = scene.hit(i - 1, "in", "since", "until", "part", "prep") or scene.key(i - 1) in (
        "شهر",
        "/",
        "لشهر",
        "بشهر",
    )
    return found if led else None


def _complete(scene: Scene, at: tuple[int, int | None], month: Hit, start: int, opened: bool) -> Found:
    """Read year and «الماضي» behind a month; `at` is the first token and the day."""
    i, day = at
    last = month.last
    why = f"month name {month.entry.why}" + (f", day {day} beside it" if day is not None else "")
    number = int(month.entry.value)
    year, last, said = year_after(scene, last)
    shift = None
    if opened and year is None:
        ahead = scene.hit(last + 1, "shift")
        if ahead is not None:
            i, start, last = i - 1, scene.tokens[i - 1].start, last + 1
    if (hit := scene.hit(last, "shift")) is not None:
        shift, last, said = int(hit.entry.value), hit.last, said or f", {hit.entry.why}"
    loose = ("day", number, day) if day is not None else None
    if year is not None:
        value = _calendar.day_value(year, number, day)
        return Found(i, last, start, "DATE", value, why + said, loose=loose, firm=True)
    if scene.published is None:
        return Found(i, last, start, "DATE", None, f"{why}{said}, no publication date", loose=loose)
    if shift is None and scene.hit(i - 1, "since"):
        shift = -1 if (number, day or 1) > (scene.published.month, scene.published.day) else None
    if shift is None and scene.coming(i) and number != scene.published.month:
        shift = 1
    value = _calendar.day_value(_calendar.year_of(scene.published, number, day, shift), number, day)
    why += said or ", year from the publication date"
    return Found(i, last, start, "DATE", value, why, loose=loose, firm=shift is not None)


def _hijri_day(scene: Scene, i: int, at: int) -> Found | None:
    month = scene.hit(at, "hijri", whole=True)
    return None if month is None else _hijri(scene, i, month, scene.numbers[i].start)


def from_hijri(scene: Scene, i: int) -> Found | None:
    """Read «شهر رمضان الماضي», «محرم 1440 هـ»: found, but not converted, so of no value."""
    named = scene.key(i) in ("شهر", "الشهر")
    month = scene.hit(i + 1 if named else i, "hijri")
    if month is None:
        return None
    found = _hijri(scene, i, month, scene.tokens[i].start if named else scene.start(i, month.entry))
    return found if named or found.last > month.last else None


def _hijri(scene: Scene, i: int, month: Hit, start: int) -> Found:
    last = month.last
    token = scene.tokens[last] if last < len(scene.tokens) else None
    if (
        token is not None
        and token.kind == "number"
        and token.form.isdigit()
        and 1300 <= int(token.form) <= 1500
    ):
        last += 1
    elif (shift := scene.hit(last, "shift", whole=True)) is not None:
        last = shift.last
    last += scene.key(last) in ("ه", "هجري", "هجريه")
    return Found(i, last, start, "DATE", None, f"Hijri month {month.entry.why}, not converted")
