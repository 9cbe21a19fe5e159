"""Times told from the day of publication: «الشهر الماضي», «هذا العام», «السنوات العشر المقبلة», «سابقاً»."""

from khabar.extract import _calendar
from khabar.extract._time_days import from_day_word, from_weekday
from khabar.extract._time_lexicon import Entry
from khabar.extract._time_scene import Found, Scene

_LONG = ("E", "C")


def from_reference(scene: Scene, i: int) -> Found | None:
    """Read «سابقاً», «حالياً», «المستقبل المنظور»; a day behind «وقت سابق» gives its value."""
    hit = scene.hit(i, "ref")
    if hit is None and scene.hit(i - 1, "until"):
        hit = scene.hit(i, "ref_until")
    if hit is None:
        return None
    start, last = scene.start(i, hit.entry), hit.last
    if hit.entry.rest:
        at = last + (scene.key(last) == "من")
        at += scene.key(at) == "يوم" and scene.hit(at, "weekday", "day") is None
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
    if this is not None and unit.entry.value == "D" and scene.hit(i - 1, "until"):
        return Found(i, at, start, "DATE", "PRESENT_REF", f"{this.entry.why}, nowadays behind «حتى» or «إلى»")
    if this is not None:
        return None if number != "singular" else _one(scene, (i, at, start), unit.entry, (0, this.entry.why))
    many = scene.numbers.get(at)
    if many is not None and number == "plural" and not many.ordinal:
        at = many.last
    few = scene.hit(at, "few_adj", whole=True) if number == "plural" else None
    at = few.last if few else at
    shift = scene.hit(at, "shift", "recent", whole=True)
    if shift is None or (shift.entry.kind == "recent" and number == "singular"):
        return None
    by = int(shift.entry.value)
    if number == "singular":
        if scene.key(i).endswith("عام") and scene.hit(i - 1, "general"):
            return None
        return _one(scene, (i, shift.last, start), unit.entry, (by, shift.entry.why))
    if many is not None or number == "dual":
        return None
    value = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[max(-1, min(1, by))]
    return Found(i, shift.last, start, "DATE", value, f"{unit.entry.why}, {shift.entry.why}")


def _one(scene: Scene, at: tuple[int, int, int], unit: Entry, shift: tuple[int, str]) -> Found | None:
    i, last, start = at
    why = f"{unit.why}, {shift[1]}"
    if unit.value in _LONG:
        if unit.value == "C":
            return Found(i, last, start, "DATE", f"{20 + shift[0]}", why)
        days = _decade(scene, shift[0])
        return Found(i, last, start, "DURATION", "P10Y", why, days=days)
    if unit.value in ("TH", "TM", "TS"):
        return None
    value = _calendar.moved(scene.published, unit.value, shift[0]) if scene.published else None
    return Found(i, last, start, "DATE", value, why + ("" if value else ", no publication date"))


def _decade(scene: Scene, by: int) -> tuple[str | None, str | None] | None:
    """Give the ten years before or after publication."""
    edge = _calendar.day_from(scene.published, "E", by) if scene.published and by else None
    if edge is None or scene.published is None:
        return None
    published = scene.published.isoformat()
    return (edge.isoformat(), published) if by < 0 else (published, edge.isoformat())


def remainder(scene: Scene, i: int) -> Found | None:
    """Read «بقية الشهر», «باقي هذا العام»: from publication to the end of it."""
    hit = scene.hit(i, "rest")
    whole = (shifted(scene, hit.last) or current(scene, hit.last)) if hit else None
    if hit is None or whole is None or whole.type != "DATE" or whole.start != scene.tokens[hit.last].start:
        return None
    end = _calendar.interval(whole.value)[1]
    days = (scene.published.isoformat(), end) if scene.published and end else None
    why = f"{hit.entry.why}, {whole.why}"
    return whole._replace(first=i, start=scene.start(i, hit.entry), mod="END", days=days, why=why)


def current(scene: Scene, i: int) -> Found | None:
    """Read a definite unit by itself as the current one; only behind «نهاية» and the like."""
    unit = scene.hit(i, "unit")
    if unit is None or not unit.entry.definite or unit.entry.extra != "singular":
        return None
    if scene.hit(unit.last, "century_of", "century_nth") or scene.numbers.get(unit.last):
        return None
    return _one(scene, (i, unit.last, scene.start(i, unit.entry)), unit.entry, (0, "the current one"))
