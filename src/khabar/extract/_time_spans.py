"""Lengths of time: «ثلاث سنوات», «عام ونصف», «بعد ساعات», «الـ24 ساعة الماضية», «طوال الأسبوع»."""

from khabar.extract import _calendar
from khabar.extract._time_ages import is_age
from khabar.extract._time_lexicon import Entry, Hit
from khabar.extract._time_scene import Found, Scene
from khabar.extract.numbers import approximator_before, bounds
from khabar.records import Number

_YEARS = {"Y": 1, "E": 10, "C": 100}
_HALF = {"Y": "6M", "TH": "30M", "E": "5Y", "C": "50Y", "TM": "30S"}
_PARTS = {
    0.5: {"Y": "6M", "TH": "30M", "TM": "30S"},
    0.25: {"Y": "3M", "TH": "15M", "TM": "15S"},
}
_SMALLER = {"Y": "MD", "M": "D", "W": "D"}
_MODS = {"about": "APPROX", "low": "MORE_THAN", "high": "LESS_THAN"}


def period(amount: float | int | str, unit: str) -> str:
    """Write an amount («X» where it is not told) of a unit as a TIMEX3 duration."""
    if unit in _YEARS:
        amount = f"{amount * _YEARS[unit]:g}" if not isinstance(amount, str) else amount
        return f"P{amount}Y" if amount != "X" or unit == "Y" else f"P{amount}{'DE' if unit == 'E' else 'CE'}"
    return f"PT{amount}{unit[1]}" if unit[0] == "T" else f"P{amount}{unit}"


def counted(scene: Scene, i: int) -> Found | None:
    """Read a number of units: «ثلاث سنوات», «عامين ونصف العام», «الـ24 ساعة الماضية», «الأيام الثلاثة»."""
    number = scene.numbers.get(i)
    if number is None or number.ordinal:
        return _definite(scene, i)
    unit = scene.hit(number.last, "unit", whole=True)
    if unit is None or (unit.entry.value == "Y" and is_age(scene, i, unit.last)):
        return None
    if scene.key(unit.last) == f"و{scene.key(number.last)}" or _reordered(scene, number):
        return None  # «ألف ليلة وليلة» is a title
    if scene.year(unit.last) is not None and unit.last - number.last == 1 and unit.entry.extra != "plural":
        return None
    if unit.entry.extra == "singular" and scene.hit(unit.last, "weekday", whole=True):
        return None  # «صفر - 3 يوم الجمعة»
    value, last, more = _amount(scene, number, unit)
    why = f"{number.why}, {unit.entry.why}{more}"
    mod = "APPROX" if number.approx else None
    if number.high is None:
        mod = "MORE_THAN"
    elif number.low is None:
        mod = "LESS_THAN"
    found = Found(i, _whole(scene, last), number.start, "DURATION", value, why, mod=mod)
    return _anchored(scene, found, number.low if number.low == number.high else None, unit.entry)


def _reordered(scene: Scene, number: Number) -> bool:
    """Does a bidi mark inside a decimal leave open which of its parts comes first?"""
    token = scene.tokens[number.first]
    return "." in token.form and not scene.text[token.start : token.end].isprintable()


def _whole(scene: Scene, last: int) -> int:
    """Give the token behind «كامل» where one stands at `last`."""
    hit = scene.hit(last, "whole", whole=True)
    return hit.last if hit else last


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
    """Add «ونصف» or smaller units behind و («عام وثلاثة أشهر و21 يوما») to a duration."""
    half = _half_more(scene, value, code, last)
    if half is not None:
        return half
    why = ""
    while (more := _smaller(scene, code, last)) is not None:
        amount, code, last, said = more
        value, why = f"{value}{amount}{code}", f"{why}, {said}"
    return value, last, why


def _half_more(scene: Scene, value: str, code: str, last: int) -> tuple[str, int, str] | None:
    at = last + (scene.key(last) == "و")
    number = scene.numbers.get(at)
    if (
        number is None
        or scene.key(last)[:1] != "و"
        or number.low not in _PARTS
        or code not in _PARTS[number.low]
    ):
        return None
    again = scene.hit(number.last, "unit", whole=True)
    end = again.last if again and again.entry.value == code and again.entry.definite else number.last
    return value + _PARTS[number.low][code], end, ", and a part of one more"


def _smaller(scene: Scene, code: str, last: int) -> tuple[int, str, int, str] | None:
    """Read «وثلاثة أشهر», «وشهر», «و 21 يوما»: amount, unit, next token, reason."""
    if scene.key(last)[:1] != "و":
        return None
    at = last + (scene.key(last) == "و")
    number = scene.numbers.get(at)
    unit = scene.hit(number.last if number else at, "unit", whole=number is not None or at > last)
    if unit is None or unit.entry.definite or unit.entry.value not in _SMALLER.get(code, ""):
        return None
    amount = number.low if number is not None and number.low == number.high else None
    if number is None and (unit.entry.cut == 1 or at > last):
        amount = {"singular": 1, "dual": 2}.get(unit.entry.extra)
    return (amount, unit.entry.value, unit.last, unit.entry.why) if isinstance(amount, int) else None


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


def uncounted(scene: Scene, i: int) -> Found | None:
    """Read a dual («عامين»), and behind a preposition or bound a plural («ساعات») or singular («عام»)."""
    unit = scene.hit(i, "unit")
    if unit is None or unit.entry.definite or unit.entry.extra == "construct":
        return None
    start, first, extra = scene.start(i, unit.entry), i, unit.entry.extra
    near = approximator_before(scene.tokens, i, bounds(scene.world)) if not unit.entry.cut else None
    few = scene.hit(i - 1, "few") if not unit.entry.cut else None
    if few is not None or near is not None:
        first = near[1] if near is not None else i - 1
        cut = near[2] if near is not None else (few.entry.cut if few is not None else 0)
        start = scene.behind(first, cut)
    one = scene.hit(unit.last, "whole", whole=True)
    one = one or (scene.hit(unit.last, "one", whole=True) if extra == "singular" else None)
    if first == i and extra != "dual" and one is None and not _led(scene, i, unit.entry):
        return None
    last = one.last if one else unit.last
    if (extra == "singular" and named_behind(scene, last)) or (
        unit.entry.value == "Y" and is_age(scene, first, last)
    ):
        return None
    amount = {"singular": 1, "dual": 2}.get(extra)
    value, more = period(amount or "X", unit.entry.value), ""
    if amount:
        value, last, more = _and_more(scene, value, unit.entry.value, last)
    if amount and (most := _or_more(scene, last, amount)) is not None:
        value, last = f"{value}/{period(most[0], unit.entry.value)}", most[1]
        amount = None
    mod = _MODS.get(near[0].bound) if near is not None else None
    few_after = scene.hit(last, "few_after", whole=True) if extra == "plural" else None
    last = few_after.last if few_after else last
    found = Found(first, _whole(scene, last), start, "DURATION", value, unit.entry.why + more, mod=mod)
    return _anchored(scene, found, amount, unit.entry)


def _or_more(scene: Scene, last: int, amount: int) -> tuple[int, int] | None:
    """Read «أو ثلاثة» behind «يومين» and «أو يومين» behind «يوم»: the higher number, the token behind."""
    if scene.key(last) != "او":
        return None
    number = scene.numbers.get(last + 1)
    dual = scene.hit(last + 1, "unit", whole=True)
    if amount == 1 and dual is not None and dual.entry.extra == "dual" and not dual.entry.definite:
        return 2, dual.last
    if amount != 2 or number is None or number.ordinal or number.low != number.high:
        return None
    if not isinstance(number.low, int) or number.low != amount + 1:
        return None
    again = scene.hit(number.last, "unit", whole=True)
    return number.low, again.last if again else number.last


def _led(scene: Scene, i: int, unit: Entry) -> bool:
    """Does ل or a preposition of time stand before a unit without number?"""
    if unit.cut == 1 and scene.key(i)[0] == "ل":
        return True
    upto = scene.hit(i - 1, "until") is not None and scene.stops(i + 1)  # «تصل إلى عام»
    return upto or scene.hit(i - 1, "since", "ago", "prep") is not None


def throughout(scene: Scene, i: int) -> Found | None:
    """Read «الأسبوع» behind «طوال» and «طيلة»: the length of one, of no told place in the calendar."""
    unit = scene.hit(i, "unit", whole=True)
    if (
        unit is None
        or not unit.entry.definite
        or unit.entry.extra != "singular"
        or unit.entry.value[0] == "T"
    ):
        return None
    if (
        not scene.hit(i - 1, "throughout")
        or scene.hit(unit.last, "shift", "same", "next")
        or unit.last in scene.numbers
    ):
        return None
    return Found(i, unit.last, scene.tokens[i].start, "DURATION", period(1, unit.entry.value), unit.entry.why)


def named_behind(scene: Scene, at: int) -> bool:
    """Is what stands at `at` the name of the unit before it: a weekday, a month, a year, a number."""
    hit = scene.hit(at, "weekday", "month", "day", "shift", whole=True)
    if hit is not None:
        return True
    token = scene.tokens[at] if at < len(scene.tokens) else None
    return token is not None and (
        token.kind == "number" or (at in scene.numbers and scene.key(at)[:1] != "و")
    )


def _anchored(scene: Scene, found: Found, amount: float | None, unit: Entry) -> Found:
    """Place a length of time where the text says from when: «قبل يومين», «… الماضية», «آخر 3 سنوات»."""
    shift = scene.hit(found.last, "shift", "recent", whole=True)
    by = 0
    if shift is not None and shift.entry.value in ("-1", "1"):
        found = found._replace(last=shift.last, why=f"{found.why}, {shift.entry.why}")
        by = int(shift.entry.value)
    elif scene.key(found.last) == "من" and (now := scene.hit(found.last + 1, "now")) is not None:
        found = found._replace(last=now.last, why=f"{found.why}, {now.entry.why}")
        return _from_now(scene, found, amount, unit.value)
    elif (before := scene.hit(found.first - 1, "last")) is not None and unit.extra in ("plural", "dual"):
        start = scene.start(found.first - 1, before.entry)
        found = found._replace(first=found.first - 1, start=start, why=f"{before.entry.why}, {found.why}")
        by = -1
    if scene.published is None or not isinstance(amount, int):
        return found
    days = _stretch(scene, amount, unit.value, by) if by else _point(scene, found, amount, unit.value)
    return found._replace(days=days[0], why=found.why + days[1]) if days else found


def _from_now(scene: Scene, found: Found, amount: float | None, code: str) -> Found:
    """Place «بعد أسبوعين من الآن» so many units after publication."""
    if scene.published is None or not isinstance(amount, int) or code[0] == "T":
        return found
    return found._replace(days=_calendar.interval(_calendar.moved(scene.published, code, amount)))


def _stretch(
    scene: Scene, amount: int, code: str, by: int
) -> tuple[tuple[str | None, str | None], str] | None:
    if code == "TH" and amount % 24 == 0:
        amount, code = amount // 24, "D"
    if scene.published is None or code[0] == "T":
        return None
    edge = _calendar.day_from(scene.published, code, by * amount)
    if edge is None:
        return None
    if by < 0:
        return (edge.isoformat(), scene.published.isoformat()), ""
    return (_calendar.moved(scene.published, "D", 1), edge.isoformat()), ""


def _point(
    scene: Scene, found: Found, amount: int, code: str
) -> tuple[tuple[str | None, str | None], str] | None:
    """Place «قبل يومين» and «منذ عام», and «بعد يومين» where a word of the future stands before it."""
    back = scene.hit(found.first - 1, "ago", "since")
    ahead = scene.hit(found.first - 1, "after") if back is None else None
    if scene.published is None or code[0] == "T" or scene.key(found.last) == "من":
        return None
    if back is not None:
        days = _calendar.interval(_calendar.moved(scene.published, code, -amount))
        return days, f", {back.entry.why}"
    if ahead is not None and scene.coming(found.first):
        days = _calendar.interval(_calendar.moved(scene.published, code, amount))
        return days, f", {ahead.entry.why} and a word of the future before it"
    return None
