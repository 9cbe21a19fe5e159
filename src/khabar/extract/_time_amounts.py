"""How long a length of time is: «عامين ونصف العام», «سنة وثلاثة أشهر», «أسبوع أو أسبوعين»."""

from khabar.extract._time_lexicon import Hit
from khabar.extract._time_scene import Scene
from khabar.records import Number

_YEARS = {"Y": 1, "E": 10, "C": 100}
_HALF = {"Y": "6M", "TH": "30M", "E": "5Y", "C": "50Y", "TM": "30S"}
_PARTS = {
    0.5: {"Y": "6M", "TH": "30M", "TM": "30S"},
    0.25: {"Y": "3M", "TH": "15M", "TM": "15S"},
}
_WITH_DECIMALS = frozenset("MWDEC")
_SMALLER = {"Y": ("M", "D"), "M": ("D",), "W": ("D",), "D": ("TH",), "TH": ("TM",), "TM": ("TS",)}


def period(amount: float | int | str, unit: str) -> str:
    """Write an amount («X» where it is not told) of a unit as a TIMEX3 duration."""
    if unit in _YEARS:
        amount = f"{amount * _YEARS[unit]:g}" if not isinstance(amount, str) else amount
        return f"P{amount}Y" if amount != "X" or unit == "Y" else f"P{amount}{'DE' if unit == 'E' else 'CE'}"
    return f"PT{amount}{unit[1]}" if unit[0] == "T" else f"P{amount}{unit}"


def amount_of(scene: Scene, number: Number, unit: Hit) -> tuple[str, int, str]:
    """Give the value of a number of units, the token behind it, the reason of what was added."""
    low = number.low if number.low is not None else number.high
    code = unit.entry.value
    if low == 0.5 and code in _HALF:
        return ("PT" if code[0] == "T" else "P") + _HALF[code], unit.last, ""
    if number.approx and number.low != number.high:
        return period("X", code), unit.last, ""
    if number.low is not None and number.high is not None and number.low != number.high:
        return f"{period(number.low, code)}/{period(number.high, code)}", unit.last, ""
    if low is None:
        return period("X", code), unit.last, ""
    return and_more(scene, low, code, unit.last)


def and_more(scene: Scene, amount: float, code: str, last: int) -> tuple[str, int, str]:
    """Add «ونصف» or smaller units behind و («عام وثلاثة أشهر و21 يوما») to an amount."""
    half = half_more(scene, amount, code, last)
    if half is not None:
        return half
    value, why = period(amount, code), ""
    while (more := _smaller(scene, code, last)) is not None:
        count, code, last, said = more
        clock = "T" if code[0] == "T" and "T" not in value else ""
        value, why = f"{value}{clock}{count}{code[-1]}", f"{why}, {said}"
    return value, last, why


def half_more(scene: Scene, amount: float, code: str, last: int) -> tuple[str, int, str] | None:
    """Read «ونصف», «ونصف العام», «وربع» behind an amount of a unit."""
    at = last + (scene.key(last) == "و")
    number = scene.numbers.get(at)
    part = number.low if number is not None else None
    if number is None or part not in _PARTS or scene.key(last)[:1] != "و":
        return None
    if code in _PARTS[part]:
        value = period(amount, code) + _PARTS[part][code]
    elif part == 0.5 and code in _WITH_DECIMALS:
        value = period(amount + 0.5, code)
    else:
        return None
    again = scene.hit(number.last, "unit", whole=True)
    end = again.last if again and again.entry.value == code and again.entry.definite else number.last
    return value, end, ", and a part of one more"


def _smaller(scene: Scene, code: str, last: int) -> tuple[int, str, int, str] | None:
    """Read «وثلاثة أشهر», «وشهر», «و 21 يوما»: amount, unit, next token, reason."""
    if scene.key(last)[:1] != "و":
        return None
    at = last + (scene.key(last) == "و")
    number = scene.numbers.get(at)
    unit = scene.hit(number.last if number else at, "unit", whole=number is not None or at > last)
    if unit is None or unit.entry.definite or unit.entry.value not in _SMALLER.get(code, ()):
        return None
    amount = number.low if number is not None and number.low == number.high else None
    if number is None and (unit.entry.cut == 1 or at > last):
        amount = {"singular": 1, "dual": 2}.get(unit.entry.extra)
    return (amount, unit.entry.value, unit.last, unit.entry.why) if isinstance(amount, int) else None


def or_more(scene: Scene, last: int, amount: int) -> tuple[int, int] | None:
    """Read «أو ثلاثة» behind «يومين», «إلى يومين» behind «يوم»: the higher number, the token behind."""
    if scene.key(last) != "او" and not scene.hit(last, "until", whole=True):
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
