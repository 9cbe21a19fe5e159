"""Repetitions: «كل شهر», «كل يوم جمعة», «مرتين في الشهر», «يومياً», «مساء كل خميس»."""

from khabar.extract._time_amounts import period
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_spans import named_behind


def repeated(scene: Scene, i: int) -> Found | None:
    """Read what happens again and again; `value` is the length between, or the weekday of every week."""
    return _adverb(scene, i) or _times(scene, i) or _every(scene, i) or _part_of_every(scene, i)


def _adverb(scene: Scene, i: int) -> Found | None:
    hit = scene.hit(i, "set")
    return (
        Found(i, hit.last, scene.start(i, hit.entry), "SET", hit.entry.value, hit.entry.why) if hit else None
    )


def _part_of_every(scene: Scene, i: int) -> Found | None:
    part = scene.hit(i, "daypart")
    found = _every(scene, part.last) if part and scene.hit(part.last, "every", whole=True) else None
    if part is None or found is None or found.value is None:
        return None
    value = f"{found.value}{part.entry.value}" if found.value.startswith("XXXX") else found.value
    return found._replace(
        first=i, start=scene.start(i, part.entry), value=value, why=f"{part.entry.why}, {found.why}"
    )


def _times(scene: Scene, i: int) -> Found | None:
    """Read «مرتين في الشهر», «ثلاث مرات أسبوعيا», «مرة كل عامين»."""
    number = scene.numbers.get(i)
    at = number.last if number is not None and not number.ordinal else i
    times = scene.hit(at, "times", whole=at > i)
    if times is None or (at == i and times.entry.value == "X"):
        return None
    start = number.start if number is not None and at > i else scene.start(i, times.entry)
    why = times.entry.why
    again = _every(scene, times.last) or _adverb(scene, times.last)
    if again is not None and again.start == scene.tokens[times.last].start:
        return again._replace(first=i, start=start, why=f"{why}, {again.why}")
    unit = scene.hit(times.last + 1, "unit", whole=True) if scene.hit(times.last, "in", whole=True) else None
    if (
        unit is None
        or not unit.entry.definite
        or unit.entry.extra != "singular"
        or scene.hit(unit.last, "shift", "same")
    ):
        return None
    return Found(i, unit.last, start, "SET", period(1, unit.entry.value), f"{why}, {unit.entry.why}")


def _every(scene: Scene, i: int) -> Found | None:
    every = scene.hit(i, "every")
    if every is None:
        return None
    start, number, at = scene.start(i, every.entry), scene.numbers.get(i + 1), i + 1
    weekday = _weekday(scene, at)
    if weekday is not None:
        value, last, why = weekday
        return Found(i, last, start, "SET", value, f"{every.entry.why}, {why}")
    if number is not None and number.low == number.high and not number.ordinal:
        at = number.last
    unit = scene.hit(at, "unit", whole=True)
    if unit is None or unit.entry.definite or (unit.entry.extra == "plural" and number is None):
        return None
    if named_behind(scene, unit.last) or scene.hit(unit.last, "greeting"):
        return None
    amount = number.low if number is not None and number.low else 2 if unit.entry.extra == "dual" else 1
    value = period(amount, unit.entry.value)
    return Found(i, unit.last, start, "SET", value, f"{every.entry.why}, {unit.entry.why}")


def _weekday(scene: Scene, at: int) -> tuple[str, int, str] | None:
    at += scene.key(at) == "يوم" and scene.hit(at + 1, "bare_weekday", "weekday", whole=True) is not None
    day = scene.hit(at, "bare_weekday", whole=True)
    if day is None and scene.key(at - 1) == "يوم":
        day = scene.hit(at, "weekday", whole=True)
    if day is None:
        return None
    return f"XXXX-WXX-{day.entry.value}", day.last, f"weekday {day.entry.why}"
