"""Dates that name a Hijri month: «27 رجب 1445», «رمضان 1441هـ», «شوال الجاري», «في رمضان 2018»."""

from khabar.extract import _hijri
from khabar.extract._time_lexicon import Hit
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_tense import coming


def hijri_day(scene: Scene, i: int, days: tuple[int, int, int, int], at: int) -> Found | None:
    """Read the month and year behind the day numbers `days` (first, last, offset, next token)."""
    month = scene.hit(at, "hijri", whole=True)
    if month is None or days[1] > 30:
        return None
    year, last, why, firm = _year(scene, month, days[0])
    if not firm and (month.entry.extra == "dated" or scene.key(at - 1) == "-"):
        return None  # «2-صفر» is a score
    why = f"Hijri day {days[0]}, {why}"
    value = _hijri.value(year, int(month.entry.value), days[0]) if year else None
    if value is not None and year is not None and days[1] > days[0]:
        value = f"{value}/{_hijri.value(year, int(month.entry.value), days[1]) or value}"
    return Found(i, last, days[2], "DATE", value, why, firm=firm, hijri=True)


def from_hijri(scene: Scene, i: int) -> Found | None:
    """Read «شهر رمضان الماضي», «محرم 1440 هـ», «في رمضان»; bare only where the name is plainly a month."""
    named = scene.hit(i, "unit") if scene.key(i).endswith("شهر") else None
    month = scene.hit(i + 1 if named else i, "hijri", whole=named is not None)
    if month is None:
        return None
    year, last, why, told = _year(scene, month, None)
    bare = last == month.last
    if bare and named is None:
        behind = scene.hit(i - 1, "in", "prep", "since", "until", "part", "approach")
        led = behind is not None or (
            month.entry.cut > 0 and scene.key(i)[0] != "و"
        )  # «ورمضان» may be a surname
        sure = month.entry.extra == "yes" and _plain(scene, month.last)
        if not led or not (sure or (scene.hit(i - 1, "in") and scene.stops(month.last))):
            return None
    start = scene.start(i, named.entry if named else month.entry)
    value = _hijri.value(year, int(month.entry.value), None) if year else None
    blessed = scene.hit(last, "blessed", whole=True)
    loose = ("hijri", int(month.entry.value), 0)
    firm = told or scene.hit(last - 1, "shift") is not None
    end = blessed.last if blessed else last
    return Found(i, end, start, "DATE", value, why, loose=loose, firm=firm, hijri=True)


def _plain(scene: Scene, at: int) -> bool:
    """Does no further word of a name follow («رمضان قديروف»): a mark, a preposition or nothing does."""
    token = scene.tokens[at] if at < len(scene.tokens) else None
    if token is None or token.kind == "mark" or scene.breaks(at - 1):
        return True
    return (
        scene.entries[at] is not None
        or token.key.startswith("ال")
        or len(token.key) <= 4
        or token.key[0] in "ولبسيت"
    )


def _year(scene: Scene, month: Hit, day: int | None) -> tuple[int | None, int, str, bool]:
    """Give the Hijri year told or meant, the token behind it, the reason and whether it is told."""
    at, number = month.last, int(month.entry.value)
    why = f"Hijri month {month.entry.why}, Umm al-Qura calendar"
    blessed = scene.hit(at, "blessed", whole=True)
    at = blessed.last if blessed else at
    comma = at + (scene.key(at) in (",", "،", "/", "-") and scene.digits(at + 1) is not None)
    k = comma + (scene.key(comma) == "من" and scene.hit(comma + 1, "unit") is not None)
    unit = scene.hit(k, "unit")
    k = unit.last if unit is not None and unit.entry.value == "Y" and scene.digits(unit.last) else comma
    year = scene.digits(k)
    gregorian = scene.year(k)
    if gregorian is not None:
        return (
            _hijri.in_gregorian(gregorian, number),
            scene.era(k + 1),
            f"{why}, in the Gregorian year after it",
            True,
        )
    if year is not None and (1300 <= year <= 1500 or scene.hit(k + 1, "hijri_era", whole=True)):
        era = scene.hit(k + 1, "hijri_era", whole=True)
        told = _hijri.FIRST_YEAR <= year <= _hijri.LAST_YEAR
        return year, era.last if era else k + 1, why + ("" if told else ", a year outside its tables"), True
    shift = scene.hit(at, "shift", whole=True)
    by = int(shift.entry.value) if shift is not None and shift.entry.value in ("-1", "0", "1") else None
    last = shift.last if shift is not None and by is not None else month.last
    era = scene.hit(last, "hijri_era", whole=True)
    last = era.last if era else last
    if scene.published is None:
        return None, last, f"{why}, no publication date", False
    first = month.last - 1 - len(month.entry.rest)
    ahead = coming(scene, first) or scene.hit(first - 1, "approach") or scene.hit(first - 2, "approach")
    meant = _hijri.year_of(scene.published, number, day, by)
    if by is None and ahead and meant is not None and not _running(scene, meant, number, day):
        meant = _hijri.year_of(scene.published, number, day, 1)
    return meant, last, f"{why}, year from the publication date", False


def _running(scene: Scene, year: int, month: int, day: int | None) -> bool:
    """Does the month lie at or after publication already?"""
    end = (_hijri.value(year, month, day) or "")[-10:]
    return scene.published is not None and end >= scene.published.isoformat()
