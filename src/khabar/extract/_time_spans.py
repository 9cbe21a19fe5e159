"""Lengths of time and repetitions: «ثلاث سنوات», «عام ونصف», «بعد ساعات», «كل شهر», «الساعة 10:30»."""

from khabar.extract import _calendar
from khabar.extract._time_scene import Entry, Found, Hit, Scene
from khabar.extract.numbers import Bounds, approximator_before
from khabar.records import Number

_YEARS = {"Y": 1, "E": 10, "C": 100}
_HALF = {"Y": "6M", "TH": "30M", "E": "5Y", "C": "50Y", "TM": "30S"}
_MODS = {"about": "APPROX", "low": "MORE_THAN", "high": "LESS_THAN"}
_AGE_REACH = 4
_COMMAS = ("،", ",")


def period(amount: float | int | str, unit: str) -> str:
    """Write an amount («X» where it is not told) of a unit as a TIMEX3 duration."""
    if unit in _YEARS:
        amount = amount * _YEARS[unit] if not isinstance(amount, str) else amount
        return f"P{amount}Y" if amount != "X" or unit == "Y" else f"P{amount}{'DE' if unit == 'E' else 'CE'}"
    return f"PT{amount}{unit[1]}" if unit[0] == "T" else f"P{amount}{unit}"


def is_age(scene: Scene, i: int, last: int) -> bool:
    """Does a number of years at `[i, last)` tell somebody's age: «البالغ من العمر 16 عاماً», «(8 سنوات)»."""
    if scene.key(last) == ")" and any(scene.key(k) == "(" for k in range(max(0, i - _AGE_REACH), i)):
        return True
    if scene.key(i - 1) in _COMMAS and scene.key(last) in _COMMAS:
        return True
    if any(scene.hit(k, "age") for k in range(max(0, i - _AGE_REACH), i)):
        return True
    return bool(scene.hit(last, "age")) or (scene.key(last) == "من" and bool(scene.hit(last + 1, "age")))


def counted(scene: Scene, i: int) -> Found | None:
    """Read a number of units: «ثلاث سنوات», «عامين ونصف العام», «الـ24 ساعة الماضية», «الأيام الثلاثة»."""
    number = scene.numbers.get(i)
    if number is None or number.ordinal:
        return _definite(scene, i)
    unit = scene.hit(number.last, "unit", whole=True)
    if unit is None or (unit.entry.value == "Y" and is_age(scene, i, unit.last)):
        return None
    if scene.year(unit.last) is not None and unit.last - number.last == 1 and unit.entry.extra != "plural":
        return None
    value, last, more = _amount(scene, number, unit)
    why = f"{number.why}, {unit.entry.why}{more}"
    mod = "APPROX" if number.approx else None
    if number.high is None:
        mod = "MORE_THAN"
    elif number.low is None:
        mod = "LESS_THAN"
    found = Found(i, last, number.start, "DURATION", value, why, mod=mod)
    return _anchored(scene, found, number.low if number.low == number.high else None, unit.entry)


def _amount(scene: Scene, number: Number, unit: Hit) -> tuple[str, int, str]:
    low = number.low if number.low is not None else number.high
    code = unit.entry.value
    if low == 0.5 and code in _HALF:
        return ("PT" if code[0] == "T" else "P") + _HALF[code], unit.last, ""
    if number.approx and number.low != number.high:
        return period("X", code), unit.last, ""
    value = period(low if low is not None else "X", code)
    if number.low is not None and number.high is not None and number.low != number.high:
        return f"{value}/{period(number.high, code)}", unit.last, ""
    return _and_more(scene, value, code, unit.last)


def _and_more(scene: Scene, value: str, code: str, last: int) -> tuple[str, int, str]:
    """Add «ونصف» or a smaller unit behind و («عام وثلاثة أشهر») to a duration."""
    number = scene.numbers.get(last) or (scene.numbers.get(last + 1) if scene.key(last) == "و" else None)
    joined = number is not None and (scene.key(last)[:1] == "و")
    if number is not None and joined:
        if number.low == 0.5 and code in _HALF and code not in ("E", "C"):
            again = scene.hit(number.last, "unit", whole=True)
            end = again.last if again and again.entry.value == code and again.entry.definite else number.last
            return value + _HALF[code], end, ", and half"
        unit = scene.hit(number.last, "unit", whole=True)
        if unit is not None and code == "Y" and unit.entry.value in "MD" and number.low == number.high:
            return f"{value}{number.low}{unit.entry.value}", unit.last, f", {unit.entry.why}"
    month = scene.hit(last, "unit")
    if (
        month is not None
        and month.entry.cut == 1
        and code == "Y"
        and month.entry.value == "M"
        and scene.key(last)[0] == "و"
    ):
        amount = {"singular": 1, "dual": 2}.get(month.entry.extra)
        if amount is not None and not month.entry.definite:
            return f"{value}{amount}M", month.last, f", {month.entry.why}"
    return value, last, ""


def _definite(scene: Scene, i: int) -> Found | None:
    unit = scene.hit(i, "unit")
    if unit is None or not unit.entry.definite or unit.entry.extra == "singular":
        return None
    at, amount = unit.last, 2 if unit.entry.extra == "dual" else None
    number = scene.numbers.get(at)
    if amount is None and number is not None and not number.ordinal and isinstance(number.low, int):
        amount, at = number.low, number.last
    if amount is None or (unit.entry.extra == "dual" and scene.hit(at, "shift", "recent") is None):
        return None
    found = Found(
        i, at, scene.start(i, unit.entry), "DURATION", period(amount, unit.entry.value), unit.entry.why
    )
    return _anchored(scene, found, amount, unit.entry)


def uncounted(scene: Scene, i: int, known: Bounds) -> Found | None:
    """Read a dual («عامين»), and behind a preposition or bound a plural («ساعات») or singular («عام»)."""
    unit = scene.hit(i, "unit")
    if unit is None or unit.entry.definite or unit.entry.extra == "construct":
        return None
    start, first, extra = scene.start(i, unit.entry), i, unit.entry.extra
    near = approximator_before(scene.tokens, i, known) if not unit.entry.cut else None
    few = scene.hit(i - 1, "few") if not unit.entry.cut else None
    lam = unit.entry.cut == 1 and scene.key(i)[0] == "ل"
    led = lam or scene.hit(i - 1, "since", "ago", "prep") is not None
    if few is not None or near is not None:
        first = near[1] if near is not None else i - 1
        cut = near[2] if near is not None else (few.entry.cut if few is not None else 0)
        start = scene.start(first, Entry("", "", "", (), cut, False, ""))
    elif extra != "dual" and not led:
        return None
    if extra == "singular" and _named(scene, unit.last):
        return None
    if unit.entry.value == "Y" and is_age(scene, first, unit.last):
        return None
    amount = {"singular": 1, "dual": 2}.get(extra)
    value = period(amount or "X", unit.entry.value)
    value, last, more = (
        _and_more(scene, value, unit.entry.value, unit.last) if amount else (value, unit.last, "")
    )
    mod = _MODS.get(near[0].bound) if near is not None else None
    found = Found(first, last, start, "DURATION", value, unit.entry.why + more, mod=mod)
    return _anchored(scene, found, amount, unit.entry)


def _named(scene: Scene, at: int) -> bool:
    """Is what stands at `at` the name of the unit before it: a weekday, a month, a year, a number."""
    hit = scene.hit(at, "weekday", "month", "day", "shift", whole=True)
    if hit is not None:
        return True
    token = scene.tokens[at] if at < len(scene.tokens) else None
    return token is not None and (
        token.kind == "number" or (at in scene.numbers and scene.key(at)[:1] != "و")
    )


def _anchored(scene: Scene, found: Found, amount: float | None, unit: Entry) -> Found:
    """Place a duration on the calendar where the text says from when: «قبل يومين», «… الماضية»."""
    shift = scene.hit(found.last, "shift", "recent", whole=True)
    by = 0
    if shift is not None and shift.entry.value != "0":
        found = found._replace(last=shift.last, why=f"{found.why}, {shift.entry.why}")
        by = int(shift.entry.value)
    published, code = scene.published, unit.value
    if published is None or not isinstance(amount, int):
        return found
    days = amount
    if code == "TH" and by and amount % 24 == 0:
        days, code = amount // 24, "D"
    if by:
        other = _calendar.moved(published, code, by * days)
        edge = _calendar.interval(other)[0 if by < 0 else 1] if code in "YMWD" else None
        if edge is None:
            return found
        pair = (edge, published.isoformat()) if by < 0 else (published.isoformat(), edge)
        return found._replace(days=pair)
    back = scene.hit(found.first - 1, "ago", "since")
    if back is None or code not in "YMWD" or scene.key(found.last) == "من":
        return found
    return found._replace(
        days=_calendar.interval(_calendar.moved(published, code, -days)), why=f"{found.why}, {back.entry.why}"
    )


def repeated(scene: Scene, i: int) -> Found | None:
    """Read «كل شهر», «كل 5 سنوات», «كل جمعة», «يومياً»."""
    adverb = scene.hit(i, "set")
    if adverb is not None:
        return Found(
            i, adverb.last, scene.start(i, adverb.entry), "SET", adverb.entry.value, adverb.entry.why
        )
    every = scene.hit(i, "every")
    if every is None:
        return None
    start, number, at = scene.start(i, every.entry), scene.numbers.get(i + 1), i + 1
    if number is not None and number.low == number.high and not number.ordinal:
        at = number.last
    unit = scene.hit(at, "unit", whole=True)
    if unit is None or unit.entry.definite or (unit.entry.extra == "plural" and number is None):
        return None
    if _named(scene, unit.last):
        return None
    amount = number.low if number is not None and number.low else 2 if unit.entry.extra == "dual" else 1
    return Found(
        i, unit.last, start, "SET", period(amount, unit.entry.value), f"{every.entry.why}, {unit.entry.why}"
    )


def clock(scene: Scene, i: int) -> Found | None:
    """Read «الساعة 10:30», «الساعة العاشرة صباحاً»: the hour, of no stated day."""
    hit = scene.hit(i, "clock")
    number = scene.numbers.get(hit.last) if hit is not None else None
    if hit is None or number is None or not isinstance(number.low, int) or not 0 <= number.low <= 24:
        return None
    last, minutes = number.last, 0
    if scene.key(last) in (":", ".") and last + 1 < len(scene.tokens):
        token = scene.tokens[last + 1]
        if token.kind == "number" and token.form.isdigit() and int(token.form) < 60:
            minutes, last = int(token.form), last + 2
    return Found(i, last, scene.start(i, hit.entry), "TIME", f"T{number.low:02}:{minutes:02}", hit.entry.why)
