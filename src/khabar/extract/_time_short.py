"""Days told by their numbers alone: «يوم 27», «سأعود في 15», «عدت للثاني», «سأعود في 22-4»."""

from khabar.extract import _calendar
from khabar.extract._digits import touches
from khabar.extract._time_days import from_said
from khabar.extract._time_months import day_numbers, from_day
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_tense import coming

_MARKS = ("/", "-", "–", ".")
_MONTHS = 12


def numbered_day(scene: Scene, i: int) -> Found | None:
    """Read «يوم 27»: the latest such day, or the next where a word of the future stands before it."""
    hit = scene.hit(i, "dated")
    if hit is None or hit.last not in scene.numbers or scene.numbers[hit.last].ordinal:
        return None
    return _day(scene, hit.last, hit.entry.why, coming(scene, hit.last))


def travelled_day(scene: Scene, i: int) -> Found | None:
    """Read the day that «عاد», «سافر» and their like name by a number: «سيعود في 15», «عدت إلى 27»."""
    led = scene.hit(i - 1, "in", "until", whole=True)
    verb = scene.hit(i - 2, "travel") or scene.hit(i - 3, "travel") if led else scene.hit(i - 1, "travel")
    if verb is None:
        return None
    person, ahead = verb.entry.extra in ("1", "2"), verb.entry.value == "present"
    if led is not None and led.entry.kind == "in":
        return _month_day(scene, i, verb.entry.why, ahead) or _day(scene, i, verb.entry.why, ahead)
    if not person:
        return None
    bound = led is not None or scene.key(i).startswith("لل")
    return _day(scene, i, verb.entry.why, ahead) if bound else _month_day(scene, i, verb.entry.why, ahead)


def day_of_said(scene: Scene, i: int) -> Found | None:
    """Read «السادس عشر من نفس الشهر», «3 من الشهر ذاته»: a day of the month told before."""
    days = day_numbers(scene, i)
    month = from_said(scene, days[3] + 1) if days is not None and scene.key(days[3]) == "من" else None
    value = month.value if month is not None else None
    if days is None or month is None or days[0] != days[1] or value is None or len(value) != len("2018-04"):
        return None
    day = _calendar.day_value(int(value[:4]), int(value[5:]), days[0])
    return Found(i, month.last, days[2], "DATE", day, f"day {days[0]}, {month.why}")


def _day(scene: Scene, i: int, why: str, ahead: bool) -> Found | None:
    days = day_numbers(scene, i)
    if days is None or days[0] != days[1] or not scene.stops(days[3]) or from_day(scene, i) is not None:
        return None
    if scene.key(days[3]) in ("/", "-", "–", ":", "%"):
        return None
    value = _calendar.numbered_day(scene.published, days[0], ahead) if scene.published else None
    return Found(
        i, days[3], days[2], "DATE", value, f"{why}, day {days[0]} of the month nearest to publication"
    )


def _month_day(scene: Scene, i: int, why: str, ahead: bool) -> Found | None:
    """Read «22-4», «4/22», «4.22» where one part can only be the day."""
    parts, last = scene.tokens[i].form.split("."), i + 1
    if len(parts) == 1 and scene.key(last) in _MARKS and touches(scene.tokens, i):
        parts, last = (
            [parts[0], scene.tokens[last + 1].form if last + 1 < len(scene.tokens) else ""],
            last + 2,
        )
    if len(parts) != 2 or not all(p.isdigit() and len(p) <= 2 for p in parts) or not scene.stops(last):
        return None
    month, day = sorted(map(int, parts))
    if not 1 <= month <= _MONTHS < day:
        return None
    value = None
    if scene.published is not None:
        year = _calendar.year_of(scene.published, month, day, 1 if ahead else None)
        value = _calendar.day_value(year, month, day)
        if value is None:
            return None
    why = f"{why}, day and month in digits, year from the publication date"
    return Found(i, last, scene.tokens[i].start, "DATE", value, why)
