"""Feasts and national days by their calendar: «عيد الفطر», «ثاني أيام عيد الأضحى», «النوروز 2018»."""

from datetime import date, timedelta

from khabar.extract import _calendar, _hijri
from khabar.extract._time_lexicon import Holiday
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_tense import coming
from khabar.extract._time_years import year_after


def from_holiday(scene: Scene, i: int) -> Found | None:
    """Read a feast with the day of the feast before it and the year behind it."""
    nth, at, start = _day_of(scene, i)
    hit = scene.hit(at, "holiday", whole=at > i)
    if hit is None:
        return None
    row = scene.world.rows("words/holidays.tsv", Holiday)[int(hit.entry.value)]
    blessed = scene.hit(hit.last, "blessed", whole=True)
    last = blessed.last if blessed else hit.last
    start = start if at > i else scene.start(i, hit.entry)
    why = f"feast {hit.entry.why}"
    if row.month is None or row.day is None:
        year, behind, said = year_after(scene, last)
        value = f"{year:04}" if year is not None else None
        return Found(i, behind, start, "DATE", value, f"{why}, its day differs by country or church{said}")
    day, last, said = _resolved(scene, row, last, at)
    if day is None:
        return Found(i, last, start, "DATE", None, f"{why}{said}")
    value = (day + timedelta(days=nth - 1)).isoformat()
    return Found(i, last, start, "DATE", value, f"{why}{said}", hijri=row.calendar == "hijri")


def _day_of(scene: Scene, i: int) -> tuple[int, int, int]:
    """Read «ثاني أيام»: which day of the feast, and where its name stands."""
    number, first = scene.numbers.get(i), scene.hit(i, "first")
    nth = 1 if first else number.low if number is not None and number.ordinal else None
    at = first.last if first else number.last if number is not None else i
    if not isinstance(nth, int) or not 1 <= nth <= 7 or not scene.hit(at, "days_of", whole=True):
        return 1, i, 0
    start = scene.start(i, first.entry) if first else number.start if number else 0
    return nth, at + 1, start


def _resolved(scene: Scene, row: Holiday, last: int, i: int) -> tuple[date | None, int, str]:
    year, behind, said = year_after(scene, last)
    if row.calendar == "hijri":
        return _hijri_feast(scene, row, (last, behind, year), i)
    if year is not None:
        return _on(row, year), behind, said
    shift = scene.hit(last, "shift", whole=True)
    by = max(-1, min(1, int(shift.entry.value))) if shift else None
    last = shift.last if shift else last
    if scene.published is None or row.month is None:
        return None, last, ", no publication date"
    by = 1 if by is None and coming(scene, i) else by
    this = _on(row, scene.published.year)
    day = this.day if this else row.day
    year = _calendar.year_of(scene.published, row.month, day, by)
    return _on(row, year), last, f", {shift.entry.why}" if shift else ", year from the publication date"


def _on(row: Holiday, year: int) -> date | None:
    if row.month is None or row.day is None:
        return None
    if row.nth is not None:
        return _calendar.nth_weekday(year, row.month, row.day, row.nth)
    return _calendar.parse(_calendar.day_value(year, row.month, row.day))


def _hijri_feast(
    scene: Scene, row: Holiday, at: tuple[int, int, int | None], i: int
) -> tuple[date | None, int, str]:
    last, behind, year = at
    month, day = row.month or 1, row.day or 1
    digits = scene.digits(last)
    if digits is not None and _hijri.FIRST_YEAR <= digits <= _hijri.LAST_YEAR:
        era = scene.hit(last + 1, "hijri_era", whole=True)
        return _hijri.first_day(digits, month, day), era.last if era else last + 1, ", Hijri year after it"
    if year is not None:
        within = _hijri.in_gregorian(year, month, day)
        at_ = _hijri.first_day(within, month, day) if within is not None else None
        return at_, behind, ", year after it, Umm al-Qura calendar"
    shift = scene.hit(last, "shift", whole=True)
    last = shift.last if shift else last
    if scene.published is None:
        return None, last, ", no publication date"
    by = max(-1, min(1, int(shift.entry.value))) if shift else None
    by = 1 if by is None and coming(scene, i) else by
    hijri = _hijri.year_of(scene.published, month, day, by)
    said = f", {shift.entry.why}" if shift else ", the nearest in the Umm al-Qura calendar"
    return _hijri.first_day(hijri, month, day) if hijri else None, last, said
