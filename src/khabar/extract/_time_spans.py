"""Lengths of time: «ثلاث سنوات», «عام ونصف», «بعد ساعات», «الـ24 ساعة الماضية», «طوال الأسبوع»."""

from khabar.extract._bounds import approximator_before, bounds
from khabar.extract._time_ages import is_age
from khabar.extract._time_amounts import amount_of, and_more, half_more, or_more, period
from khabar.extract._time_anchors import anchored
from khabar.extract._time_lexicon import Entry, Hit
from khabar.extract._time_scene import Found, Scene
from khabar.records import Number

_MONEY_REACH = 8
_QUOTES = ('"', "«", "“", "(", "'")
_MODS = {"about": "APPROX", "low": "MORE_THAN", "high": "LESS_THAN"}


def counted(scene: Scene, i: int) -> Found | None:
    """Read a number of units: «ثلاث سنوات», «عامين ونصف العام», «الـ24 ساعة الماضية», «الأيام الثلاثة»."""
    number = scene.numbers.get(i)
    if number is None or number.ordinal:
        return _definite(scene, i)
    unit = scene.hit(number.last, "unit", whole=True)
    if unit is None:
        return None
    if scene.key(unit.last) == f"و{scene.key(number.last)}" or _reordered(scene, number):
        return None  # «ألف ليلة وليلة» is a title
    if scene.year(unit.last) is not None and unit.last - number.last == 1 and unit.entry.extra != "plural":
        return None
    if (unit.entry.value == "E" and scene.year(i) is not None) or _title(scene, i):
        return None  # «وقعت في 2016 عقدا»
    if unit.entry.extra == "singular" and scene.hit(unit.last, "weekday", whole=True):
        return None  # «صفر - 3 يوم الجمعة»
    value, last, more = amount_of(scene, number, unit)
    if is_age(scene, i, last, unit.entry.value):
        return None
    why = f"{number.why}, {unit.entry.why}{more}"
    mod = "APPROX" if number.approx else None
    if number.high is None:
        mod = "MORE_THAN"
    elif number.low is None:
        mod = "LESS_THAN"
    found = Found(i, _whole(scene, last), number.start, "DURATION", value, why, mod=mod)
    return anchored(scene, found, unit.entry.extra, exact=number.low == number.high)


def _reordered(scene: Scene, number: Number) -> bool:
    """Does a bidi mark inside a decimal leave open which of its parts comes first?"""
    token = scene.tokens[number.first]
    return "." in token.form and not scene.text[token.start : token.end].isprintable()


def _whole(scene: Scene, last: int) -> int:
    """Give the token behind «كامل» where one stands at `last`."""
    hit = scene.hit(last, "whole", whole=True)
    return hit.last if hit else last


def _definite(scene: Scene, i: int) -> Found | None:
    unit = scene.hit(i, "unit")
    if unit is None or not unit.entry.definite or unit.entry.extra == "singular":
        return None
    at, amount = unit.last, 2 if unit.entry.extra == "dual" else None
    number = scene.numbers.get(at)
    if amount is None and number is not None and not number.ordinal and isinstance(number.low, int):
        amount, at = number.low, number.last
    told = scene.hit(at, "shift", "recent") is not None
    if amount is None or (not told and (unit.entry.extra == "dual" or _of_names(scene, i, unit))):
        return None
    found = Found(
        i, at, scene.start(i, unit.entry), "DURATION", period(amount, unit.entry.value), unit.entry.why
    )
    return anchored(scene, found, unit.entry.extra, exact=amount is not None)


def _title(scene: Scene, i: int) -> bool:
    """Is the number the name of a programme or film: «برنامج 60 دقيقة», «فيلم "127 ساعة"»?"""
    return scene.hit(i - 1 - (scene.key(i - 1) in _QUOTES), "titled") is not None


def _of_names(scene: Scene, i: int, unit: Hit) -> bool:
    """«القرون الخمسة» is a place where no word of time leads it."""
    return unit.entry.value == "C" and not scene.hit(i - 1, "in", "since", "ago", "prep", "between")


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
    half = half_more(scene, 1, unit.entry.value, unit.last) if extra == "singular" else None
    if first == i and extra != "dual" and one is None and half is None and not _led(scene, i, unit.entry):
        return None
    last = one.last if one else unit.last
    if (extra == "singular" and named_behind(scene, last)) or _other_word(scene, i, unit):
        return None
    amount = {"singular": 1, "dual": 2}.get(extra)
    value, more = period(amount or "X", unit.entry.value), ""
    if amount:
        value, last, more = and_more(scene, amount, unit.entry.value, last)
    if amount and (most := or_more(scene, last, amount)) is not None:
        value, last = f"{value}/{period(most[0], unit.entry.value)}", most[1]
        amount = None
    mod = _MODS.get(near[0].bound) if near is not None else None
    if is_age(scene, first, last, unit.entry.value):
        return None
    few_after = scene.hit(last, "few_after", whole=True) if extra == "plural" else None
    last = few_after.last if few_after else last
    found = Found(first, _whole(scene, last), start, "DURATION", value, unit.entry.why + more, mod=mod)
    return anchored(scene, found, unit.entry.extra, exact=amount is not None)


def _other_word(scene: Scene, i: int, unit: Hit) -> bool:
    """Is it no length: «لعقد مؤتمر» (to hold), «ساعات الهدنة», «سنتان» (cents) beside money?"""
    behind = scene.tokens[unit.last] if unit.last < len(scene.tokens) else None
    object_ = behind is not None and behind.pos in ("noun", "name") and not behind.pre
    if unit.entry.value == "E" and unit.entry.extra == "singular" and object_:
        return True
    object_ = object_ or scene.hit(unit.last, "season", whole=True) is not None
    if object_ and behind is not None and unit.entry.extra != "dual" and behind.key.startswith("ال"):
        return True  # «خلال ساعات الهدنة»
    if not scene.hit(i, "cent") or scene.hit(i - 1, "in", "since", "ago", "prep", "until"):
        return False
    near = range(max(0, i - _MONEY_REACH), min(len(scene.tokens), i + _MONEY_REACH))
    return any(scene.hit(k, "money") and scene.same_sentence(i, k) for k in near)


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
