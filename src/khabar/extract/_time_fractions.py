"""Counted parts of a year or month: «الربع الثاني من 2016», «الأشهر الستة الأولى», «الأحد الثاني من مايو»."""

from khabar.extract import _calendar
from khabar.extract._time_centuries import century
from khabar.extract._time_cycles import from_cycle
from khabar.extract._time_lexicon import Hit
from khabar.extract._time_months import from_month
from khabar.extract._time_relative import current, shifted
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_years import from_year, year_after

_ORDINALS = {"Q": 4, "H": 2, "W": 53, "E": 10}


def _container(scene: Scene, at: int) -> Found | None:
    """Read the year, month or century that something is a part of, with or without «من»."""
    of = scene.key(at) in ("من", "في")
    at += of
    if at >= len(scene.tokens):
        return None
    led = scene.key(at) == "شهر" and scene.hit(at + 1, "month", whole=True)
    found = (
        from_cycle(scene, at)
        or from_month(scene, at + 1 if led else at)
        or from_year(scene, at)
        or century(scene, at)
    )
    found = found or shifted(scene, at)
    if found is None and (told := year_after(scene, at))[0] is not None:
        found = Found(at, told[1], scene.tokens[at].start, "DATE", f"{told[0]:04}", f"year {told[0]}")
    if found is None:
        found = current(scene, at) if of else None
    if found is None or found.value is None or found.type != "DATE":
        return None
    return found if found.start == scene.tokens[found.first].start else None


def _ordinal(scene: Scene, at: int, most: int) -> tuple[int, int] | None:
    final = scene.hit(at, "final", whole=True)
    if final is not None:
        return -1, final.last
    number = scene.numbers.get(at)
    if number is None or not number.ordinal or not isinstance(number.low, int) or not 1 <= number.low <= most:
        return None
    return number.low, number.last


def part_of(scene: Scene, i: int) -> Found | None:
    """Read «الربع الثاني من 2016», «النصف الأول من القرن», «الأسبوع الثالث من مايو»."""
    hit = scene.hit(i, "quarter")
    nth = _ordinal(scene, hit.last, _ORDINALS[hit.entry.value]) if hit else None
    whole = _container(scene, nth[1]) if nth else None
    if hit is None or nth is None or whole is None or whole.value is None:
        return None
    kind = hit.entry.value
    if _cycle(whole.value):
        mod = {("H", 1): "START", ("H", 2): "END", ("H", -1): "END"}.get((kind, nth[0]))
        why = f"{hit.entry.why}, a part of {whole.why}"
        return whole._replace(first=i, start=scene.start(i, hit.entry), mod=mod, why=why)
    value = _part_value(kind, nth[0], whole)
    if value is None:
        return None
    start = scene.start(i, hit.entry)
    return Found(i, whole.last, start, "DATE", value, f"{hit.entry.why}, number {nth[0]}, {whole.why}")


def _cycle(value: str) -> bool:
    """Is it a year of two, as a fiscal year is: «2017/2018»?"""
    return len(value) == len("2017/2018") and value[4] == "/"


def _part_value(kind: str, nth: int, whole: Found) -> str | None:
    value = whole.value or ""
    if kind == "W":
        return _calendar.week_of(value, nth)
    if kind == "E":
        return f"{value}{nth - 1 if nth > 0 else 9}" if len(value) == 2 else None
    count = {"Q": 4, "H": 2}[kind]
    nth = count if nth == -1 else nth
    if len(value) == 4:
        return f"{value}-{kind}{nth}"
    if kind == "H" and len(value) == 7:
        days = (f"{value}-01", f"{value}-15") if nth == 1 else (f"{value}-16", _calendar.interval(value)[1])
        return f"{days[0]}/{days[1]}"
    return None


def first_units(scene: Scene, i: int) -> Found | None:
    """Read «الأشهر الستة الأولى من 2018», «الأيام العشرة الأخيرة من أيار»."""
    unit = scene.hit(i, "unit")
    number = scene.numbers.get(unit.last) if unit else None
    if (
        unit is None
        or number is None
        or not unit.entry.definite
        or not isinstance(number.low, int)
        or number.ordinal
    ):
        return None
    nth = _ordinal(scene, number.last, 1)
    whole = _container(scene, nth[1]) if nth else None
    size = {"M": 4, "D": 7}.get(unit.entry.value)
    if nth is None or whole is None or whole.value is None:
        return None
    if unit.entry.value == "M" and _cycle(whole.value):
        why = f"{unit.entry.why}, {number.why}, a part of {whole.why}"
        mod = "START" if nth[0] == 1 else "END"
        return whole._replace(first=i, start=scene.start(i, unit.entry), mod=mod, why=why)
    if len(whole.value) != size:
        return None
    most = 12 if size == 4 else int((_calendar.interval(whole.value)[1] or "")[-2:])
    if not 1 <= number.low <= most:
        return None
    first, last = (1, number.low) if nth[0] == 1 else (most - number.low + 1, most)
    value = f"{whole.value}-{first:02}/{whole.value}-{last:02}"
    why = f"{unit.entry.why}, {number.why}, {whole.why}"
    return Found(i, whole.last, scene.start(i, unit.entry), "DATE", value, why)


def nth_weekday(scene: Scene, i: int) -> Found | None:
    """Read «أول يوم أحد من شهر تموز», «آخر جمعة من أيار»."""
    opener: Hit | None = scene.hit(i, "first", "last")
    if opener is None:
        return None
    at = opener.last + (scene.key(opener.last) == "يوم")
    day = scene.hit(at, "bare_weekday", "weekday", whole=True)
    whole = _container(scene, day.last) if day else None
    if day is None or whole is None or whole.value is None or len(whole.value) != 7:
        return None
    nth = 1 if opener.entry.kind == "first" else -1
    year, month = int(whole.value[:4]), int(whole.value[5:])
    value = _calendar.nth_weekday(year, month, int(day.entry.value), nth)
    why = f"{opener.entry.why}, weekday {day.entry.why}, {whole.why}"
    return Found(
        i, whole.last, scene.start(i, opener.entry), "DATE", value.isoformat() if value else None, why
    )


def weekday_nth(scene: Scene, i: int) -> Found | None:
    """Read «الأحد الثاني من يونيو», unless the second of June is that Sunday."""
    day = scene.hit(i, "weekday")
    nth = _ordinal(scene, day.last, 5) if day else None
    whole = _container(scene, nth[1]) if nth and scene.key(nth[1]) == "من" else None
    if day is None or nth is None or whole is None or whole.value is None or len(whole.value) != 7:
        return None
    year, month, number = int(whole.value[:4]), int(whole.value[5:]), int(day.entry.value)
    date_ = _calendar.parse(_calendar.day_value(year, month, nth[0])) if nth[0] > 0 else None
    if date_ is not None and date_.isoweekday() == number:
        return None
    value = _calendar.nth_weekday(year, month, number, nth[0])
    why = f"weekday {day.entry.why}, number {nth[0]}, {whole.why}"
    if value is None:
        why += ", a month with no such day"
    iso = value.isoformat() if value else None
    return Found(i, whole.last, scene.start(i, day.entry), "DATE", iso, why)
