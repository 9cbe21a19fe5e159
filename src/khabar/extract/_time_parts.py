"""Parts of a day: «مساء الجمعة», «فجر اليوم», «الليلة الماضية», «ساعة متأخرة من مساء الاثنين»."""

from khabar.extract import _calendar
from khabar.extract._time_days import day_like
from khabar.extract._time_lexicon import Hit
from khabar.extract._time_relative import shifted
from khabar.extract._time_scene import Found, Scene

_DASHES = ("-", "–", "/")


def day_part(scene: Scene, i: int) -> Found | None:
    """Read a part of a day with its day, or the part alone where the text leaves the day open."""
    return with_day(scene, i) or _night(scene, i) or _this(scene, i) or _alone(scene, i)


def with_day(scene: Scene, i: int) -> Found | None:
    """Read a part of a day whose day is told behind it: «مساء الجمعة», «منتصف ليل أمس»."""
    hit = scene.hit(i, "daypart", "point")
    if hit is None:
        return None
    at = hit.last
    at += scene.key(at) in ("من", "يوم") if not scene.hit(at, "day") else 0
    at += scene.key(at) == "يوم" and scene.hit(at, "day") is None
    at += bool(scene.hit(at, "this")) and scene.hit(at + 1, "weekday", "day") is not None
    if at >= len(scene.tokens) or scene.start(at) != scene.tokens[at].start:
        return None
    day = day_like(scene, at)
    if day is None or day.start != scene.tokens[at].start or day.type != "DATE":
        return None
    why, value = f"{hit.entry.why}, {day.why}", day.value
    if value == "PRESENT_REF":
        value = _calendar.moved(scene.published, "D", 0) if scene.published else None
    suffix = hit.entry.value if hit.entry.kind == "daypart" else f"T{hit.entry.value}"
    last = _until_next_day(scene, day.last)
    return day._replace(
        first=i, last=last, start=scene.start(i, hit.entry), type="TIME", value=value, why=why, suffix=suffix
    )


def _until_next_day(scene: Scene, last: int) -> int:
    """Give the token behind the second weekday of a night: «ليل السبت - الأحد»."""
    if scene.key(last) in _DASHES and (second := scene.hit(last + 1, "weekday", whole=True)):
        return second.last
    return last


def _night(scene: Scene, i: int) -> Found | None:
    hit = scene.hit(i, "night")
    if hit is None or (not hit.entry.rest and not scene.stops(hit.last)):
        return None
    value = _calendar.moved(scene.published, "D", int(hit.entry.value)) if scene.published else None
    why = hit.entry.why + (", from the publication date" if value else ", no publication date")
    suffix = "TNI" if value else ""
    return Found(i, hit.last, scene.start(i, hit.entry), "TIME", value, why, suffix=suffix)


def _this(scene: Scene, i: int) -> Found | None:
    this = scene.hit(i, "this")
    part = scene.hit(this.last, "partname", whole=True) if this else None
    if this is None or part is None:
        return None
    value = _calendar.moved(scene.published, "D", 0) if scene.published else None
    why = f"{this.entry.why}, {part.entry.why}"
    start = scene.start(i, this.entry)
    return Found(i, part.last, start, "TIME", value, why, suffix=part.entry.value if value else "")


def _alone(scene: Scene, i: int) -> Found | None:
    point = scene.hit(i, "point")
    if point is not None and scene.key(i + 1).startswith("ال"):
        start = scene.start(i, point.entry)
        return Found(
            i, point.last, start, "TIME", None, point.entry.why, suffix=f"T{point.entry.value}", dayless=True
        )
    adverb = scene.hit(i, "partadv")
    name = scene.hit(i, "partname", "noon")
    if adverb is not None and scene.stops(adverb.last) and scene.tokens[i].end - scene.tokens[i].start > 3:
        hit = adverb
    elif name is not None and _named_alone(scene, i, name):
        hit = name
    else:
        return None
    start = scene.start(i, hit.entry)
    return Found(i, hit.last, start, "TIME", None, hit.entry.why, suffix=hit.entry.value, dayless=True)


def _named_alone(scene: Scene, i: int, name: Hit) -> bool:
    """Does a preposition lead the name of a part of the day, or a verb, with nothing behind: «عاد الظهر»?"""
    if name.entry.kind == "partname":
        led = scene.hit(i - 1, "in", "since", "until", "prep") is not None
        return led or name.entry.value == "TAF"
    if scene.hit(i - 1, "at", "until"):
        return True  # «في الظهر» is also «in the back»
    return i > 0 and scene.tokens[i - 1].pos == "verb" and scene.stops(name.last)


def bare_part(scene: Scene, i: int) -> Found | None:
    """Read the name of a part of the day where the words before it make it one: «أواخر الصباح»."""
    name = scene.hit(i, "partname", whole=True)
    if name is None:
        return None
    start = scene.tokens[i].start
    return Found(i, name.last, start, "TIME", None, name.entry.why, suffix=name.entry.value, dayless=True)


def led(scene: Scene, i: int) -> Found | None:
    """Read «ساعة متأخرة من مساء الاثنين», «وقت لاحق من الشهر الجاري»: the lead belongs to what it bounds."""
    hit = scene.hit(i, "lead")
    if hit is None:
        return None
    at = hit.last + (scene.key(hit.last) in ("من", "يوم"))
    at += scene.key(at) == "يوم" and scene.hit(at, "weekday", "day") is None
    core = with_day(scene, at) or _night(scene, at) or _alone(scene, at)
    core = (
        core
        or bare_part(scene, at)
        or shifted(scene, at)
        or (day_like(scene, at) if at < len(scene.tokens) else None)
    )
    if core is None or core.start != scene.tokens[at].start:
        return None
    return core._replace(first=i, start=scene.start(i, hit.entry), why=f"{hit.entry.why}, {core.why}")
