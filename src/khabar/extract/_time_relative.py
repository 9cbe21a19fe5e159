"""Times told from the day of publication: weekdays, «أمس», «الشهر الماضي», parts of days, «سابقاً»."""

from datetime import date, timedelta

from khabar.extract import _calendar
from khabar.extract._time_dates import from_day, numeric
from khabar.extract._time_scene import Entry, Found, Hit, Scene

_LONG = ("E", "C")


def from_weekday(scene: Scene, i: int) -> Found | None:
    """Read a weekday with what names its week or its date: «السبت الماضي», «الخميس 4 حزيران»."""
    hit = scene.hit(i, "weekday")
    if hit is None or scene.hit(i - 1, "weekday_name"):
        return None
    start, last, why = scene.start(i, hit.entry), hit.last, f"weekday {hit.entry.why}"
    second = scene.hit(last, "weekday", whole=True)
    last = second.last if second else last  # «ليل الجمعة السبت»
    dated = _date_behind(scene, last)
    if dated is not None:
        return dated._replace(first=i, start=start, why=f"{why}, {dated.why}", type="DATE")
    number = int(hit.entry.value)
    shift: int | None = None
    if (beside := scene.hit(last, "shift", "day", whole=True)) is not None:
        last, why = beside.last, f"{why}, {beside.entry.why}"
        if beside.entry.kind == "shift":
            shift = int(beside.entry.value)
    value, said, firm = _weekday_value(scene, i, number, shift)
    firm = firm or shift == 1
    loose = None if shift in (-1, 0) else ("weekday", number, 0)
    return Found(i, last, start, "DATE", value, why + said, loose=loose, firm=firm)


def _weekday_value(scene: Scene, i: int, number: int, shift: int | None) -> tuple[str, str, bool]:
    if scene.published is None:
        return f"XXXX-WXX-{number}", ", no publication date", False
    coming = shift is None and scene.published.isoweekday() != number and scene.coming(i)
    day = _calendar.weekday(scene.published, number, 1 if coming else shift)
    said = ", a word of the future before it" if coming else ", from the publication date"
    return day.isoformat(), said, coming


def _date_behind(scene: Scene, at: int) -> Found | None:
    at += scene.key(at) in ("،", ",", "(", "الموافق")
    number = scene.numbers.get(at)
    if number is None or scene.tokens[at].start != number.start:
        return None
    found = from_day(scene, at) or numeric(scene, at)
    if found is not None and scene.key(at - 1) == "(" and scene.key(found.last) == ")":
        found = found._replace(last=found.last + 1)
    return found


def from_day_word(scene: Scene, i: int) -> Found | None:
    """Read «اليوم», «أمس», «غداً», with the weekday or date behind them."""
    hit = scene.hit(i, "day")
    if hit is None:
        return None
    start, offset = scene.start(i, hit.entry), int(hit.entry.value)
    weekday = scene.hit(hit.last, "weekday", whole=True)
    if weekday is not None:
        found = from_weekday(scene, hit.last)
        if found is not None:
            return _named_day(scene, (i, start, offset), found, hit)
    if offset == 0 and (special := _today(scene, i, hit)) is not None:
        return special if special.type == "DATE" else None
    value = _day(scene.published, offset)
    said = ", from the publication date" if value else ", no publication date"
    return Found(i, hit.last, start, "DATE", value, hit.entry.why + said)


def _named_day(scene: Scene, at: tuple[int, int, int], found: Found, hit: Hit) -> Found:
    i, start, offset = at
    value, why = found.value, f"{hit.entry.why}, {found.why}"
    if scene.published is not None and found.loose is not None and found.loose[0] == "weekday":
        day = scene.published + timedelta(days=offset)
        if day.isoweekday() == found.loose[1]:
            value = day.isoformat()
        elif offset > 0:
            value = _calendar.weekday(scene.published, found.loose[1], 1).isoformat()
    return found._replace(first=i, start=start, value=value, why=why, loose=None)


def _today(scene: Scene, i: int, hit: Hit) -> Found | None:
    """Give «اليوم» as nowadays; as a SET marker (read as nothing) where it is «the first day», «a day»."""
    start = scene.start(i, hit.entry)
    number = scene.numbers.get(hit.last)
    if (number and number.ordinal) or scene.hit(hit.last, "day_name") or scene.key(i - 1) in ("في", "ذلك"):
        return Found(i, hit.last, start, "SET", None, "")
    if scene.hit(i - 1, "until"):
        return Found(
            i, hit.last, start, "DATE", "PRESENT_REF", f"{hit.entry.why}, nowadays behind «حتى» or «إلى»"
        )
    if scene.quoted(i):
        return Found(
            i, hit.last, start, "DATE", "PRESENT_REF", f"{hit.entry.why}, nowadays inside a quotation"
        )
    return None


def _day(published: date | None, offset: int) -> str | None:
    return _calendar.moved(published, "D", offset) if published else None


def day_like(scene: Scene, i: int) -> Found | None:
    """Read any expression that names one day at token `i`."""
    found = from_weekday(scene, i) or from_day_word(scene, i)
    return found or (numeric(scene, i) if i in scene.numbers else None) or from_day(scene, i)


def day_part(scene: Scene, i: int) -> Found | None:
    """Read «مساء الجمعة», «فجر اليوم الأحد», «ليل الجمعة السبت»."""
    hit = scene.hit(i, "daypart")
    if hit is None:
        return None
    at = hit.last
    at += scene.key(at) in ("من", "يوم") if not scene.hit(at, "day") else 0
    at += scene.key(at) == "يوم" and scene.hit(at, "day") is None
    day = (
        day_like(scene, at) if at < len(scene.tokens) and scene.start(at) == scene.tokens[at].start else None
    )
    if day is None or day.start != scene.tokens[at].start or day.type != "DATE":
        return None
    why = f"{hit.entry.why}, {day.why}"
    value = day.value if day.value != "PRESENT_REF" else _day(scene.published, 0)
    return day._replace(
        first=i, start=scene.start(i, hit.entry), type="TIME", value=value, why=why, suffix=hit.entry.value
    )


def from_reference(scene: Scene, i: int) -> Found | None:
    """Read «سابقاً», «حالياً», «المستقبل المنظور»; a day behind «وقت سابق» gives its value."""
    hit = scene.hit(i, "ref")
    if hit is None:
        return None
    start, last = scene.start(i, hit.entry), hit.last
    if hit.entry.rest:
        at = last + (scene.key(last) == "من")
        day = from_weekday(scene, at) or from_day_word(scene, at) or shifted(scene, at)
        if day is not None and day.start == scene.tokens[at].start:
            return day._replace(first=i, start=start, why=f"{hit.entry.why}, {day.why}")
    return Found(i, last, start, "DATE", hit.entry.value, hit.entry.why)


def shifted(scene: Scene, i: int) -> Found | None:
    """Read «الشهر الماضي», «هذا العام», «الأيام الماضية», «السنوات العشر المقبلة», «العقد الماضي»."""
    this = scene.hit(i, "this")
    unit = scene.hit(this.last if this else i, "unit", whole=this is not None)
    if unit is None or not unit.entry.definite:
        return None
    opener = this.entry if this else unit.entry
    start, number, at = scene.start(i, opener), unit.entry.extra, unit.last
    if this is not None:
        return None if number != "singular" else _one(scene, (i, at, start), unit.entry, (0, this.entry.why))
    many = scene.numbers.get(at)
    if many is not None and number == "plural" and not many.ordinal:
        at = many.last
    shift = scene.hit(at, "shift", "recent", whole=True)
    if shift is None or (shift.entry.kind == "recent" and number == "singular"):
        return None
    if number == "singular":
        if unit.entry.value == "Y" and scene.hit(i - 1, "general"):
            return None
        return _one(scene, (i, shift.last, start), unit.entry, (int(shift.entry.value), shift.entry.why))
    if many is not None or number == "dual":
        return None
    value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[int(shift.entry.value)]
    return Found(i, shift.last, start, "DATE", value, f"{unit.entry.why}, {shift.entry.why}")


def _one(scene: Scene, at: tuple[int, int, int], unit: Entry, shift: tuple[int, str]) -> Found | None:
    i, last, start = at
    why = f"{unit.why}, {shift[1]}"
    if unit.value in _LONG:
        if unit.value == "C":
            return Found(i, last, start, "DATE", f"{20 + shift[0]}", why)
        return Found(i, last, start, "DURATION", "P10Y", why)
    if unit.value in ("TH", "TM", "TS"):
        return None
    value = _calendar.moved(scene.published, unit.value, shift[0]) if scene.published else None
    return Found(i, last, start, "DATE", value, why + ("" if value else ", no publication date"))


def current(scene: Scene, i: int) -> Found | None:
    """Read a definite unit by itself as the current one; only behind «نهاية» and the like."""
    unit = scene.hit(i, "unit")
    if unit is None or not unit.entry.definite or unit.entry.extra != "singular":
        return None
    return _one(scene, (i, unit.last, scene.start(i, unit.entry)), unit.entry, (0, "the current one"))
