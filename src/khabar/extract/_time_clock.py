"""Times of the clock: «الساعة 10:30 ت غ», «الحادية عشرة والنصف من مساء أمس», «18:45 GMT», «4 حتى 5 مساء»."""

from typing import NamedTuple

from khabar.extract._time_days import day_like
from khabar.extract._time_parts import with_day
from khabar.extract._time_scene import Found, Scene
from khabar.records import Number

_DASHES = ("-", "–")
_LATE = ("PM", "NOON")
_BESIDE = ("،", ",", "(", "/")
_HALF_DAY = 12


class Clock(NamedTuple):
    """Hours and minutes as told, up to token `last`; `sure` where nothing else is written so («10:30»)."""

    hour: int
    minute: int
    last: int
    sure: bool
    half: str = ""
    second: int | None = None


def clock(scene: Scene, i: int) -> Found | None:
    """Read a time of the clock with the half of the day, the day and the zone behind it."""
    named = scene.hit(i, "clock")
    before = scene.hit(i, "half") if named is None else None
    at = named.last if named else before.last if before and before.entry.value in _LATE else i
    again = scene.hit(at, "clock", whole=True) if at > i and named is None else None
    at = again.last if again else at  # «وقت الغداء الساعة 12»
    read = _hour(scene, at, named is not None or again is not None)
    if read is None or (at > i and not (named or again) and not _alone(scene, at, read)):
        return None
    start = scene.start(i, named.entry) if named else _start(scene, i)
    own = _half(scene, read)
    late = before is not None and at > i and named is None and not own.half
    read = read._replace(half=before.entry.value, sure=True) if before is not None and late else own
    if read.half:
        read = _half(scene, _minutes(scene, read)) if read.minute == 0 else _half(scene, read)
    until = _until(
        scene, read, named is not None or read.minute != 0 or bool(scene.hit(i - 1, "from", "between"))
    )
    end = until or read
    day, last = _day(scene, end)
    half = day.suffix if day is not None and day.suffix and not end.half else end.half
    zone, last, zoned = _zone(scene, last)
    if zoned and day is None:
        day, last = _day(scene, end._replace(last=last))
    if not (named or read.sure or end.half or zoned or until or _led(scene, i, last)):
        return None
    if not named and not read.sure and read.last == i + 1 and scene.tokens[i].kind == "number" and day:
        return None  # «7 مساء الجمعة» counts something
    told = _beside(scene, i, end) if zoned and not half and until is None else None
    half = told or half
    hours = [_time(read._replace(half=read.half or half)), _time(end._replace(half=half))]
    suffix = f"T{hours[0]}{zone}" + (f"/T{hours[1]}{zone}" if until else "")
    why = (named.entry.why if named else "hours and minutes") + (f", {zoned}" if zoned else "")
    value = day.value if day is not None else None
    why += f", {day.why}" if day is not None else ""
    why += ", the half of the day as of the hour before it" if told else ""
    open_ = not (zoned or half or read.half or read.sure) and read.hour <= _HALF_DAY
    why += ", as written: the half of the day is not told" if open_ else ""
    return Found(i, last, start, "TIME", value, why, suffix=suffix, dayless=value is None)


def _alone(scene: Scene, at: int, read: Clock) -> bool:
    """Is the number behind «مساء» an hour: «مساء 7.» ends the phrase, «مساء 7 أيار» does not."""
    if read.sure or scene.hit(at, "hour"):
        return True
    ended = read.last >= len(scene.tokens) or scene.tokens[read.last].kind == "mark"
    return ended and 1 <= read.hour <= _HALF_DAY and scene.key(read.last) not in ("/", "-", "–", ":")


def _beside(scene: Scene, i: int, read: Clock) -> str | None:
    """Give the half of the same hour in another zone: «الثامنة مساء بتوقيت باريس، السادسة بتوقيت غرينتش»."""
    before = scene.before
    if before is None or before.type != "TIME" or i - before.last != 1 or scene.key(i - 1) not in _BESIDE:
        return None
    hour = before.suffix[1:3]
    if not hour.isdigit() or read.hour > _HALF_DAY:
        return None
    late = abs(int(hour) - read.hour - _HALF_DAY) < abs(int(hour) - read.hour)
    return "PM" if late and read.hour < _HALF_DAY else None


def _led(scene: Scene, i: int, last: int) -> bool:
    """Is «الحادية عشرة» an hour by «في» or «عند» before it and the end of the phrase behind it?"""
    hour = scene.hit(i, "hour", whole=True)
    return (
        hour is not None
        and bool(hour.entry.rest)
        and (scene.hit(i - 1, "in", "at") is not None or (i > 0 and scene.tokens[i - 1].pos == "verb"))
        and scene.stops(last)
    )


def _start(scene: Scene, i: int) -> int:
    hour = scene.hit(i, "hour")
    return scene.start(i, hour.entry) if hour else scene.tokens[i].start


def _time(clock_: Clock) -> str:
    hour = clock_.hour
    if (
        clock_.half in ("PM", "TAF", "TEV", "TMI", "NOON")
        and hour < 12
        and not (clock_.half in ("NOON", "TMI") and hour > 6)
    ) or (clock_.half in ("NIGHT", "TNI") and 6 <= hour <= 12):
        hour += 12
    elif clock_.half in ("AM", "TMO") and hour == 12:
        hour = 0
    minutes = hour * 60 + clock_.minute
    text = f"{minutes // 60:02}:{minutes % 60:02}"
    return text if clock_.second is None else f"{text}:{clock_.second:02}"


def _hour(scene: Scene, i: int, named: bool) -> Clock | None:
    word = scene.hit(i, "hour", whole=named)
    if word is not None:
        read = _minutes(scene, Clock(int(word.entry.value), 0, word.last, False))
        return _minutes(scene, read) if scene.hit(read.last, "except", whole=True) else read
    digits = _digits(scene, i, named)
    return _minutes(scene, digits) if digits is not None else None


def _digits(scene: Scene, i: int, named: bool) -> Clock | None:
    token = scene.tokens[i] if i < len(scene.tokens) else None
    if token is None or token.kind != "number":
        return None
    form, last = token.form, i + 1
    parts = form.replace(",", ".").replace("،", ".").split(".")
    colon = scene.key(last) in (":", "،", ",") and scene.tight(last) and scene.tight(last + 1)
    if colon and scene.digits(last + 1) is not None and (scene.key(last) == ":" or named):
        parts, last = [form, scene.tokens[last + 1].form], last + 2
    if not all(p.isdigit() for p in parts) or len(parts) > 2:
        return None
    if len(parts) == 1 and len(form) == 4 and (named or scene.hit(last, "half", "zone", "zone_head")):
        parts = [form[:2], form[2:]]
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else 0
    if hour > 24 or minute > 59 or (len(parts) > 1 and len(parts[1]) != 2):
        return None
    sure = colon and last == i + 3
    second = scene.digits(last + 1) if sure and scene.key(last) == ":" and scene.tight(last + 1) else None
    if second is not None and second < 60:
        return Clock(hour, minute, last + 2, True, second=second)
    if len(parts) > 1 and not sure and not named and not scene.hit(last, "half", "zone"):
        return None
    return Clock(hour, minute, last, sure)


def _minutes(scene: Scene, read: Clock) -> Clock:
    """Add «والنصف», «إلا ربعا», «و20 دقيقة», «إلا خمس دقائق»."""
    at = read.last
    less = scene.hit(at, "except", whole=True)
    at = less.last if less else at
    joined = scene.key(at) == "و"
    at += joined
    fraction = scene.hit(at, "fraction", whole=bool(less or joined))
    number = scene.numbers.get(at)
    unit = scene.hit(number.last, "unit", whole=True) if number else None
    minutes: int | None = _tens(scene, at)
    last = at + 1 if minutes is not None else at
    if fraction is not None and (less or joined or scene.key(at)[0] == "و"):
        minutes, last = int(fraction.entry.value), fraction.last
        read = read._replace(sure=read.sure or "ال" in scene.key(at)[:3])  # «الثالثة والنصف»
    elif number is not None and unit is not None and unit.entry.value == "TM" and isinstance(number.low, int):
        if less or joined or scene.key(at)[0] == "و":
            minutes, last = number.low, unit.last
    elif number is not None and _bare_minutes(scene, number, at) and (joined or scene.key(at)[0] == "و"):
        minutes, last = int(number.low or 0), number.last
    elif number is not None and number.low == 0.75 and (joined or scene.key(at)[0] == "و"):
        minutes, last = 45, number.last
    if minutes is None or minutes > 59:
        return read
    return read._replace(minute=read.minute + (-minutes if less else minutes), last=last)


def _tens(scene: Scene, at: int) -> int | None:
    """Read «وثلاثين» of «السابعة وثلاثين مساء», which by its letters is also the thirty-seventh."""
    number = scene.numbers.get(at - 1)
    fits = number is not None and number.ordinal and number.last == at + 1 and scene.hit(at + 1, "half")
    return int(number.low or 0) // 10 * 10 if number is not None and fits and (number.low or 0) > 20 else None


def _bare_minutes(scene: Scene, number: Number, at: int) -> bool:
    """Are these minutes without their noun: «السابعة وخمسة وثلاثين مساء»?"""
    fits = isinstance(number.low, int) and 5 <= number.low < 60 and number.low == number.high
    return fits and scene.tokens[at].kind == "word" and scene.hit(number.last, "half") is not None


def _half(scene: Scene, read: Clock) -> Clock:
    at = read.last + (scene.key(read.last) in ("من", "،", ","))
    half = scene.hit(at, "half", whole=True)
    point = scene.hit(read.last, "point", whole=True) if half is None else None
    if point is not None and read.hour == _HALF_DAY and with_day(scene, read.last) is None:
        return read._replace(hour=int(point.entry.value[:2]), last=point.last, sure=True)
    if half is None and at == read.last:
        half = scene.hit(at, "half_short", whole=True)  # «م» is also the metre and the era
        half = half if half and (read.sure or half.entry.value == "AM") and scene.stops(half.last) else None
    if half is None or read.hour > 12 or (at > read.last and scene.key(read.last) != "من"):
        return read
    if with_day(scene, at) is not None:  # «مساء الجمعة» tells the day too
        return read
    return read._replace(half=half.entry.value, last=half.last)


def _until(scene: Scene, read: Clock, opened: bool) -> Clock | None:
    """Read the end of a stretch whose hours share half of the day or zone: «4 حتى 5 مساء», «1:30 إلى 3»."""
    joiner = scene.hit(read.last, "until", whole=True) or scene.key(read.last) in (*_DASHES, "و")
    glued = scene.hit(read.last, "hour") if scene.key(read.last)[:1] == "و" else None
    dash = scene.key(read.last) in _DASHES
    if not (opened or dash) or not (joiner or glued):
        return None
    end = _hour(scene, read.last + (0 if glued else 1), False)
    if end is None:
        return None
    end = _half(scene, end)
    if read.half and (end.half or not scene.stops(end.last)):
        return None  # both are whole, or what follows is counted
    if read.half:
        return end._replace(half=read.half if end.hour > read.hour % 12 else "")
    if not opened:
        return end if end.half else None  # «4 - 5 مساء»
    told = end.half or _day(scene, end)[0] or _zone(scene, end.last)[2]
    return end if told or ((end.sure or read.sure) and scene.stops(end.last)) else None


def _day(scene: Scene, read: Clock) -> tuple[Found | None, int]:
    """Read the day right behind a time: «من مساء أمس», «يوم الجمعة», «فجر اليوم»."""
    at = read.last + (scene.key(read.last) in ("من", "في", "يوم"))
    at += (scene.key(at) == "يوم" or scene.hit(at, "span_of", whole=True) is not None) and at > read.last
    if at >= len(scene.tokens) or (scene.tokens[at].kind == "number" and at == read.last):
        return None, read.last
    found = with_day(scene, at) or (day_like(scene, at) if not scene.hit(at, "daypart") else None)
    fits = found is not None and found.start == scene.tokens[at].start and found.value is not None
    return (found, found.last) if found is not None and fits else (None, read.last)


def _zone(scene: Scene, at: int) -> tuple[str, int, str]:
    """Read the zone at token `at`: its suffix in the value, the token behind it, the reason."""
    zone = scene.hit(at, "zone")
    if zone is not None:
        return zone.entry.value, zone.last, zone.entry.why
    head = scene.hit(at, "zone_head")
    if head is None:
        return "", at, ""
    place = scene.hit(head.last, "zone_of", whole=True)
    if place is not None:
        return place.entry.value, place.last, place.entry.why
    why = f"{head.entry.why}, a zone whose distance from UTC is not known"
    if head.last >= len(scene.tokens):
        return "", at, ""
    end = next((m.end for m in scene.doc.mentions if m.start == scene.tokens[head.last].start), 0)
    last = head.last + 1
    while last < len(scene.tokens) and scene.tokens[last].start < end:
        last += 1
    return "", last, why
