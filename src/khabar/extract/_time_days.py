"""Days told from publication or from a date told before: weekdays, «أمس», «اليوم التالي», «السبت الماضي»."""

from datetime import timedelta

from khabar.extract import _calendar
from khabar.extract._time_digits import numeric
from khabar.extract._time_lexicon import Hit
from khabar.extract._time_months import day_numbers, from_day, from_month
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_tense import coming, past
from khabar.extract._time_today import nowadays, some_day
from khabar.extract._time_years import year_after


def from_weekday(scene: Scene, i: int) -> Found | None:
    """Read a weekday with what names its week or its date: «السبت الماضي», «الخميس 4 حزيران»."""
    hit = scene.hit(i, "weekday")
    if hit is None or scene.hit(i - 1, "weekday_name") or _means_two(scene, i, hit):
        return None
    start, last, why = scene.start(i, hit.entry), hit.last, f"weekday {hit.entry.why}"
    last += scene.key(last) == "يوم" and scene.hit(last + 1, "shift", whole=True) is not None
    second = scene.hit(last, "weekday", whole=True)
    last = second.last if second else last  # «ليل الجمعة السبت»
    dated = _date_behind(scene, last)
    if dated is not None:
        return dated._replace(first=i, start=start, why=f"{why}, {dated.why}")
    number = int(hit.entry.value)
    in_week = _in_week(scene, i, last, number)
    if in_week is not None:
        return in_week._replace(start=start, why=f"{why}, {in_week.why}")
    shift: int | None = None
    if (beside := scene.hit(last, "shift", "day", whole=True)) is not None:
        last, why = beside.last, f"{why}, {beside.entry.why}"
        if beside.entry.kind == "shift":
            shift = int(beside.entry.value)
    value, said, firm = _weekday_value(scene, (i, last), number, shift)
    firm = firm or shift == 1
    gone = shift is None and not firm and past(scene, i)  # no other mention settles it
    loose = None if shift in (-1, 0) else ("weekday gone" if gone else "weekday", number, 0)
    return Found(i, last, start, "DATE", value, why + said, loose=loose, firm=firm)


def _in_week(scene: Scene, i: int, last: int, number: int) -> Found | None:
    """Read the week or the number of the day behind a weekday: «من الأسبوع المقبل», «الخميس في 21»."""
    at = last + (scene.key(last) in ("من", "في"))
    week = _week(scene, at)
    if week is not None:
        return Found(i, week.last, 0, "DATE", _calendar.in_week(week.value, number), week.why)
    days = day_numbers(scene, at) if at in scene.numbers and scene.key(last) != "من" else None
    if days is None or days[0] != days[1] or not scene.stops(days[3]) or scene.published is None:
        return None
    near = (scene.published + timedelta(days=k) for k in sorted(range(-31, 32), key=abs))
    fits = next((d for d in near if d.day == days[0] and d.isoweekday() == number), None)
    why = "the number of the day, the nearest such date"
    return Found(i, days[3], 0, "DATE", fits.isoformat(), why) if fits else None


def _week(scene: Scene, at: int) -> Found | None:
    """Read «الأسبوع المقبل», «هذا الأسبوع»."""
    this = scene.hit(at, "this", whole=True)
    unit = scene.hit(this.last if this else at, "unit", whole=True)
    shift = this or (scene.hit(unit.last, "shift", whole=True) if unit else None)
    if unit is None or unit.entry.value != "W" or not unit.entry.definite or shift is None:
        return None
    if unit.entry.extra != "singular":
        return None
    value = _calendar.moved(scene.published, "W", int(shift.entry.value)) if scene.published else None
    why = f"{unit.entry.why}, {shift.entry.why}" + ("" if value else ", no publication date")
    return Found(at, max(unit.last, shift.last), 0, "DATE", value, why)


def week_with(scene: Scene, i: int) -> Found | None:
    """Read «أسبوع 15 سبتمبر»: the week with that day."""
    unit = scene.hit(i, "unit")
    if unit is None or unit.entry.value != "W" or unit.entry.extra != "singular":
        return None
    at = unit.last + (scene.key(unit.last) == "في")
    found = from_day(scene, at) if at in scene.numbers and scene.tokens[at].kind == "number" else None
    day = _calendar.parse(found.value) if found else None
    if found is None or day is None:
        return None
    value = _calendar.moved(day, "W", 0)
    return found._replace(
        first=i, start=scene.start(i, unit.entry), value=value, why=f"{unit.entry.why}, {found.why}"
    )


def this_weekday(scene: Scene, i: int) -> Found | None:
    """Read «هذا الأحد», «هذا يوم الجمعة»: the one of the week of publication."""
    this = scene.hit(i, "this")
    at = this.last + (scene.key(this.last) == "يوم") if this else i
    day = scene.hit(at, "weekday", whole=True) if this else None
    if this is None or day is None:
        return None
    week = _calendar.moved(scene.published, "W", 0) if scene.published else None
    value = _calendar.in_week(week, int(day.entry.value)) or f"XXXX-WXX-{day.entry.value}"
    why = f"{this.entry.why}, weekday {day.entry.why}, in the week of publication"
    return Found(i, day.last, scene.start(i, this.entry), "DATE", value, why)


def week_day(scene: Scene, i: int) -> Found | None:
    """Read the weekday behind its week: «الأسبوع القادم الأحد», «هذا الأسبوع يوم السبت»."""
    week = _week(scene, i)
    at = week.last + (scene.key(week.last) == "يوم") if week else i
    opened = scene.hit(at, "between", "from", whole=True) if week else None
    day = scene.hit(opened.last if opened else at, "weekday", whole=True) if week else None
    if week is None or day is None or scene.hit(day.last, "shift", whole=True):
        return None
    value = _calendar.in_week(week.value, int(day.entry.value))
    if opened is not None:
        return _days_of_week(scene, i, week, day)
    return Found(i, day.last, scene.tokens[i].start, "DATE", value, f"{week.why}, weekday {day.entry.why}")


def _days_of_week(scene: Scene, i: int, week: Found, day: Hit) -> Found | None:
    """Read «بين الأربعاء والجمعة», «من الأربعاء إلى الجمعة» behind its week."""
    at = day.last + bool(scene.hit(day.last, "until", whole=True) or scene.key(day.last) == "و")
    second = scene.hit(at, "weekday")
    if second is None or second.entry.cut > 1 or (second.entry.cut == 0 and at == day.last):
        return None
    days = [_calendar.in_week(week.value, int(d.entry.value)) for d in (day, second)]
    value = "/".join(d for d in days if d is not None) if None not in days else None
    why = f"{week.why}, weekdays {day.entry.why} to {second.entry.why}"
    return Found(i, second.last, scene.tokens[i].start, "DATE", value, why)


def _means_two(scene: Scene, i: int, hit: Hit) -> bool:
    """«الاثنين» is the number two behind «بين», where no second weekday follows, and behind «كلا», «هذين»."""
    if hit.entry.value != "1":
        return False
    if scene.hit(i - 1, "pair"):
        return True
    after = (
        scene.hit(hit.last, "weekday") or scene.hit(hit.last + 1, "weekday") or scene.hit(hit.last, "shift")
    )
    return scene.hit(i - 1, "between") is not None and after is None


def _weekday_value(
    scene: Scene, span: tuple[int, int], number: int, shift: int | None
) -> tuple[str, str, bool]:
    i, last = span
    if scene.published is None:
        return f"XXXX-WXX-{number}", ", no publication date", False
    before = scene.said
    if (
        shift is None
        and before is not None
        and before.loose is not None
        and before.loose[0].startswith("weekday")
    ):
        start = _calendar.parse(before.value)
        if start is not None and before.last == i - 1 and scene.hit(i - 1, "until"):
            day = start + timedelta(days=(number - start.isoweekday() - 1) % 7 + 1)
            return day.isoformat(), ", after the weekday before it", False
    ahead = shift is None and scene.published.isoweekday() != number and coming(scene, i, behind=last)
    by = 1 if ahead else None if shift is None else max(-1, min(1, shift))
    day = _calendar.weekday(scene.published, number, by)
    if shift is not None and abs(shift) == 2:
        day += timedelta(days=7 if shift > 0 else -7)
    said = ", a word of the future before it" if ahead else ", from the publication date"
    return day.isoformat(), said, ahead


def _date_behind(scene: Scene, at: int) -> Found | None:
    equals = scene.hit(at, "equals", whole=True)
    at = equals.last if equals else at + (scene.key(at) in ("،", ",", "(", "في"))
    number = scene.numbers.get(at)
    month = scene.hit(at, "month", whole=True)
    if month is not None and month.last in scene.numbers and scene.numbers[month.last].ordinal:
        return from_month(scene, at)
    digits = at < len(scene.tokens) and scene.tokens[at].kind == "number"
    worded = number is not None and scene.tokens[at].start == number.start
    if not (digits or worded or scene.hit(at, "first", whole=True)):
        return None
    found = (numeric(scene, at) if digits else None) or from_day(scene, at)
    if found is not None and scene.key(at - 1) == "(" and scene.key(found.last) == ")":
        found = found._replace(last=found.last + 1)
    return found


def from_day_word(scene: Scene, i: int) -> Found | None:
    """Read «اليوم», «أمس», «غداً», with the weekday or date behind them."""
    hit = scene.hit(i, "day")
    if hit is None:
        return None
    if scene.hit(i - 1, "day_title") or scene.hit(i, "no_day"):
        return None
    nth = scene.numbers.get(hit.last) if int(hit.entry.value) == 0 else None
    if nth is not None and nth.ordinal and (found := from_day(scene, hit.last)) is not None:
        return found._replace(first=i, start=scene.start(i, hit.entry))  # «اليوم الثاني من الشهر المقبل»
    start, offset = scene.start(i, hit.entry), int(hit.entry.value)
    bracket = scene.key(hit.last) == "("
    weekday = scene.hit(hit.last + bracket, "weekday", whole=True)
    if weekday is not None:
        found = from_weekday(scene, hit.last + bracket)
        if found is not None and bracket:
            closed = scene.key(found.last) == ")"
            found = found._replace(last=found.last + 1) if closed else None
        if found is not None:
            return _named_day(scene, (i, start, offset), found, hit)
    dated = _date_behind(scene, hit.last) if scene.key(hit.last) == "(" else None
    if dated is not None and scene.key(dated.last - 1) == ")":
        return dated._replace(first=i, start=start, why=f"{hit.entry.why}, {dated.why}")
    shift = scene.hit(hit.last, "shift", whole=True) if offset == 0 else None
    if shift is not None and scene.published is not None:
        value = _day(scene, int(shift.entry.value))
        return Found(i, shift.last, start, "DATE", value, f"{hit.entry.why}, {shift.entry.why}")
    if offset == 0 and some_day(scene, i, hit):
        return None
    if offset == 0 and (now := nowadays(scene, i, hit)) is not None:
        return now
    value = _day(scene, offset)
    said = ", from the publication date" if value else ", no publication date"
    return Found(i, hit.last, start, "DATE", value, hit.entry.why + said)


def _named_day(scene: Scene, at: tuple[int, int, int], found: Found, hit: Hit) -> Found:
    i, start, offset = at
    value, why = found.value, f"{hit.entry.why}, {found.why}"
    if scene.published is not None and found.loose is not None and found.loose[0].startswith("weekday"):
        day = scene.published + timedelta(days=offset)
        if day.isoweekday() == found.loose[1]:
            value = day.isoformat()
        elif offset > 0:
            value = _calendar.weekday(scene.published, found.loose[1], 1).isoformat()
    return found._replace(first=i, start=start, value=value, why=why, loose=None)


def _day(scene: Scene, offset: int) -> str | None:
    return _calendar.moved(scene.published, "D", offset) if scene.published else None


def day_like(scene: Scene, i: int) -> Found | None:
    """Read any expression that names one day at token `i`."""
    found = from_weekday(scene, i) or from_day_word(scene, i) or from_said(scene, i)
    digits = i < len(scene.tokens) and scene.tokens[i].kind == "number"
    return found or (numeric(scene, i) if digits else None) or from_day(scene, i)


def from_said(scene: Scene, i: int) -> Found | None:
    """Read «اليوم التالي», «العام نفسه», «ذلك الشهر»: told from the last date before them, or not known."""
    that = scene.hit(i, "that")
    unit = scene.hit(that.last if that else i, "unit", whole=that is not None)
    if unit is None or not unit.entry.definite or unit.entry.extra != "singular":
        return None
    code = unit.entry.value
    beside = scene.hit(unit.last, "same", "next", whole=True) if that is None else None
    word = that or beside
    if word is None or code not in ("Y", "M", "W", "D"):
        return None
    value, why = None, f"{unit.entry.why}, {word.entry.why}"
    day = _calendar.parse(_calendar.interval(scene.said.value)[0]) if scene.said else None
    if day is not None and scene.said is not None and _fine(scene.said, code):
        value = _calendar.moved(day, code, 1 if word.entry.kind == "next" else 0)
    last = beside.last if beside else unit.last
    year, behind, _ = year_after(scene, last) if value is not None and code == "D" else (None, last, "")
    if year is not None and value is not None:
        value, last = f"{year:04}{value[4:]}", behind  # «في نفس اليوم من عام 2005»
    if value is None and that is not None and not scene.key(i).endswith("نفس"):
        return None
    why += ", from the date told before it" if value else ", no such date told before it"
    start = scene.start(i, that.entry if that else unit.entry)
    return Found(i, last, start, "DATE", value, why)


def _fine(said: Found, code: str) -> bool:
    """Is the last date told at least as exact as the unit?"""
    first, last = _calendar.interval(said.value)
    if said.hijri and code != "D":
        return False
    same = {"Y": 4, "M": 7, "W": 10, "D": 10}[code]
    return first is not None and last is not None and first[:same] == last[:same]
