"""Months with the year that is told or meant: «حزيران/يونيو 2020», «أيار الماضي», «هجمات 11 سبتمبر»."""

from khabar.extract import _calendar
from khabar.extract._time_lexicon import Entry, Hit
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_tense import coming
from khabar.extract._time_years import year_after

_DASHES = ("-", "–", "/", "(")


def month_name(scene: Scene, i: int) -> Hit | None:
    """Give the month at token `i` with its second name: «حزيران/يونيو», «يوليو (تموز)»."""
    hit = scene.hit(i, "month")
    if hit is None:
        return None
    at = hit.last
    spaced = scene.hit(at, "month", whole=True)
    if spaced is not None and spaced.entry.value == hit.entry.value:
        return Hit(hit.entry, spaced.last)  # «مارس آذار»
    if scene.key(at) in _DASHES:
        bracket = scene.key(at) == "("
        second = scene.hit(at + 1, "month", whole=True)
        if second is not None and second.entry.value == hit.entry.value:
            return Hit(hit.entry, second.last + (1 if bracket and scene.key(second.last) == ")" else 0))
    return hit


def complete(scene: Scene, at: tuple[int, int | None], month: Hit, start: int, opened: bool) -> Found:
    """Read year and «الماضي» behind a month; `at` is the first token and the day."""
    i, day = at
    why = f"month name {month.entry.why}" + (f", day {day} beside it" if day is not None else "")
    number = int(month.entry.value)
    year, last, said = year_after(scene, month.last)
    shift = None
    if opened and year is None:
        ahead = scene.hit(last + 1, "shift")
        if ahead is not None:
            i, start, last = i - 1, scene.tokens[i - 1].start, last + 1
    if (hit := scene.hit(last, "shift", whole=True)) is not None and hit.entry.value in ("-1", "0", "1"):
        shift, last, said = int(hit.entry.value), hit.last, said or f", {hit.entry.why}"
    loose = ("day", number, day) if day is not None else None
    if year is None and shift is None:
        year = _year_of_next(scene, month, last)
        said = ", year of the month beside it" if year is not None else said
    if year is not None:
        value = _calendar.day_value(year, number, day)
        return Found(i, last, start, "DATE", value, why + said, loose=loose, firm=True)
    known = _known(scene, i, number, day) if shift is None else None
    if known is not None:
        value = _calendar.day_value(int(known.extra), number, day)
        return Found(i, last, start, "DATE", value, f"{why}, year of {known.why}")
    if shift is None and (year := _year_of_first(scene, i, number, day)) is not None:
        value = _calendar.day_value(year, number, day)
        return Found(i, last, start, "DATE", value, f"{why}, behind the date before it", loose=loose)
    if scene.published is None:
        return Found(i, last, start, "DATE", None, f"{why}{said}, no publication date", loose=loose)
    shift = _tense(scene, (i, last), (number, day), shift)
    value = _calendar.day_value(_calendar.year_of(scene.published, number, day, shift), number, day)
    why += said or ", year from the publication date"
    return Found(i, last, start, "DATE", value, why, loose=loose, firm=shift is not None)


def _tense(scene: Scene, span: tuple[int, int], at: tuple[int, int | None], shift: int | None) -> int | None:
    (i, last), published = span, scene.published
    if shift is not None or published is None:
        return shift
    if scene.hit(i - 1, "this"):
        return 0
    if scene.hit(i - 1, "since"):
        return -1 if (at[0], at[1] or 1) > (published.month, published.day) else None
    return 1 if coming(scene, i, "coming", behind=last) and at[0] != published.month else None


def _known(scene: Scene, i: int, month: int, day: int | None) -> Entry | None:
    """Give the event that is known by this day and named before it: «هجمات 11 سبتمبر»."""
    for entry in (scene.entries[i - 1] or ()) if i > 0 else ():
        if entry.kind == "event" and entry.value == f"{month}-{day}":
            past = scene.published is None or int(entry.extra) <= scene.published.year
            return entry if past else None
    return None


def _year_of_first(scene: Scene, i: int, month: int, day: int | None) -> int | None:
    """Give the year in which the second date of «من يونيو إلى سبتمبر» follows the first."""
    first = scene.said
    if first is None or first.last != i - 1 or not scene.hit(i - 1, "until"):
        return None
    begin = _calendar.parse(_calendar.interval(first.value)[0])
    if begin is None or len(first.value or "") not in (7, 10):
        return None
    return begin.year + ((month, day or 31) < (begin.month, begin.day))


def _year_of_next(scene: Scene, month: Hit, last: int) -> int | None:
    """Give the year that «تموز وآب 2018» and «نوفمبر إلى مارس 2018» tell once for both."""
    until = scene.hit(last, "until", whole=True) if scene.hit(month.last - 1, "month") else None
    at = until.last if until else last + (scene.key(last) == "و")
    second = month_name(scene, at)
    if second is None or (at == last and not (second.entry.cut == 1 and scene.key(at)[0] == "و")):
        return None
    year = year_after(scene, second.last)[0]
    if year is None or until is None:
        return year
    return year - (int(month.entry.value) > int(second.entry.value))
