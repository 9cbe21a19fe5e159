"""Years: «عام 2014», «منذ 2014», «بين عامي 2014 و2017», «من 2014 إلى 2017», «عام 1436هـ»."""

from khabar.extract import _hijri
from khabar.extract._time_digits import numeric
from khabar.extract._time_scene import Found, Scene

_CHANGE_REACH = 4
_FIRST, _LAST = 1000, 2100


def year_after(scene: Scene, at: int) -> tuple[int | None, int, str]:
    """Read the year behind a month: «2014», «عام 2014», «من العام الماضي»; with the token behind it."""
    k = at + (scene.key(at) in (",", "،") and scene.year(at + 1) is not None)
    k += scene.key(k) in ("من", "/", "-") and (
        scene.hit(k + 1, "unit", "this") is not None or scene.year(k + 1) is not None
    )
    if (year := scene.year(k) or _old_year(scene, k)) is not None:
        return year, scene.era(k + 1), ", year after it"
    this = scene.hit(k, "this", whole=True)
    unit = scene.hit(this.last if this else k, "unit")
    if unit is None or unit.entry.value != "Y":
        return _year_in_words(scene, k, at)
    if this is not None and scene.published is not None and unit.entry.definite:
        return scene.published.year, unit.last, f", year {this.entry.why}"
    if (year := scene.year(unit.last, 1)) is not None:
        return year, scene.era(unit.last + 1), ", year after it"
    if scene.hit(unit.last, "same") is not None:
        return scene.said_year, unit.last + 1, ", the year told before it"
    shift = scene.hit(unit.last, "shift")
    if shift is not None and scene.published is not None:
        return scene.published.year + int(shift.entry.value), shift.last, f", year {shift.entry.why}"
    return _year_in_words(scene, unit.last, at)


def _old_year(scene: Scene, k: int) -> int | None:
    """Read a year from 1000 to 1899 where nothing follows that it could count."""
    year = scene.year(k, 1000)
    return year if year is not None and year < 1900 and scene.stops(k + 1) else None


def _year_in_words(scene: Scene, k: int, at: int) -> tuple[int | None, int, str]:
    k += scene.key(k) in (",", "،", "من")
    number = scene.numbers.get(k)
    if number is None or scene.tokens[k].kind != "word" or number.ordinal or number.low != number.high:
        return None, at, ""
    low = number.low
    if not isinstance(low, int) or not 1900 <= low <= 2100 or number.approx:
        return None, at, ""
    return low, number.last, ", year in words after it"


def from_year(scene: Scene, i: int) -> Found | None:
    """Read «عام 2014», «العام 2014», «بين عامي 2014 و2017», «عام ألفين», «عام 1436هـ»."""
    unit = scene.hit(i, "unit")
    if unit is None or unit.entry.value != "Y":
        return None
    at, start = unit.last, scene.start(i, unit.entry)
    several = numeric(scene, at) if scene.key(at + 1) in ("/", "-", "–") else None
    if several is not None and several.hijri:
        return several._replace(first=i, start=start, why=f"{unit.entry.why}, {several.why}")
    hijri = _hijri_year(scene, at)
    if hijri is not None:
        value, last, why = hijri
        return Found(i, last, start, "DATE", value, f"{unit.entry.why}, {why}")
    year = scene.year(at, 100)
    if year is None:
        number = scene.numbers.get(at)
        low = number.low if number is not None and not number.ordinal else None
        if number is None or not isinstance(low, int) or not 100 <= low <= 2100 or low != number.high:
            return None
        if scene.tokens[at].kind == "number":
            return None
        why = f"{unit.entry.why}, year in words"
        return Found(i, number.last, start, "DATE", f"{low:04}", why)
    why = f"{unit.entry.why}, year after it"
    second = (
        scene.year(at + 2)
        if scene.key(at + 1) in ("و", "-", "–", "/") or scene.hit(at + 1, "until")
        else None
    )
    between = scene.hit(i - 1, "between", "from") or scene.key(at + 1) != "و"
    if second is not None and second > year and between:
        end = scene.era(at + 3)
        return Found(i, end, start, "DATE", f"{year:04}/{second:04}", f"{why}, and the last year")
    if (before := scene.hit(at + 1, "bc", whole=True)) is not None:
        return Found(i, before.last, start, "DATE", f"BC{year:04}", f"{why}, before Christ")
    return Found(i, scene.era(at + 1), start, "DATE", f"{year:04}", why)


def _hijri_year(scene: Scene, at: int) -> tuple[str | None, int, str] | None:
    year = scene.digits(at)
    era = scene.hit(at + 1, "hijri_era", whole=True)
    if year is None or (era is None and not (scene.hijri and 1380 <= year <= _hijri.LAST_YEAR)):
        return None
    value = _hijri.value(year, None, None)
    why = "Hijri year, Umm al-Qura calendar" + ("" if value else ", outside its tables")
    return value, era.last if era else at + 1, why


def bare_year(scene: Scene, i: int, counts: bool) -> Found | None:
    """Read four digits as a year: behind a preposition, in brackets, or a plain recent year.

    `counts` says that a noun that gets counted follows; then it is none.
    """
    year = scene.year(i)
    number = scene.numbers.get(i)
    edition = scene.hit(i - 1, "edition") if year is not None else None
    if edition is not None and number is not None and number.last == i + 1:
        return Found(i, i + 1, scene.tokens[i].start, "DATE", f"{year}", f"year of {edition.entry.why}")
    if year is None or counts:
        return _bare_hijri(scene, i)
    if number is not None and (number.approx or number.high is None):
        return None
    range_ = _years_to(scene, i, year)
    if range_ is not None:
        return range_
    if (number is not None and number.last != i + 1) or changed(scene, i):
        return None
    start, last = scene.tokens[i].start, scene.era(i + 1)
    if scene.hit(i - 1, "since", "in", "part", "until", "ago", "prep", "season"):
        return Found(i, last, start, "DATE", f"{year}", "four digits behind a preposition of time")
    next_ = scene.year(i + 2) if scene.hit(i + 1, "until") or scene.key(i + 1) == "و" else None
    back = scene.year(i - 2) if scene.hit(i - 1, "until") or scene.key(i - 1) == "و" else None
    if next_ or back or last > i + 1 or (scene.key(i - 1) == "(" and scene.key(i + 1) == ")"):
        return Found(i, last, start, "DATE", f"{year}", "four digits beside another year or in brackets")
    before = scene.tokens[i - 1] if i else None
    worded = before is not None and before.kind == "word" and before.end < scene.tokens[i].start
    if worded and 1940 <= year <= 2040 and year % 100 and len(scene.key(i - 1)) > 3:
        return Found(i, last, start, "DATE", f"{year}", "four digits that count nothing")
    return None


def worded_year(scene: Scene, i: int) -> Found | None:
    """Read a year in words behind a preposition where nothing is counted: «في ألف وتسعمئة وسبعين»."""
    number = scene.numbers.get(i)
    low = number.low if number is not None and number.low == number.high and not number.approx else None
    if number is None or number.ordinal or not isinstance(low, int) or not _FIRST <= low <= _LAST:
        return None
    if low % 100 == 0:
        return None  # a round number counts
    if not scene.hit(i - 1, "in", "since") or not scene.stops(number.last):
        return None
    return Found(i, number.last, number.start, "DATE", f"{low}", "year in words behind a preposition of time")


def _bare_hijri(scene: Scene, i: int) -> Found | None:
    year = scene.digits(i)
    era = scene.hit(i + 1, "hijri_era", whole=True)
    if year is None or era is None or not 1 <= year <= _hijri.LAST_YEAR or len(scene.tokens[i].form) < 3:
        return None
    value = _hijri.value(year, None, None)
    why = "year and a Hijri mark" + ("" if value else ", outside the Umm al-Qura tables")
    return Found(i, era.last, scene.tokens[i].start, "DATE", value, why)


def _years_to(scene: Scene, i: int, year: int) -> Found | None:
    """Read «2014 إلى 2017» behind «من» or «بين», unless a quantity goes from one to the other."""
    joined = scene.hit(i + 1, "until", whole=True) or (
        scene.key(i + 1) == "و" and scene.hit(i - 1, "between")
    )
    second = scene.year(i + 2) if joined else None
    opened = scene.hit(i - 1, "from", "between") is not None
    if second is None or second <= year or not opened or changed(scene, i) or counted_after(scene, i + 3):
        return None
    value = f"{year}/{second}"
    return Found(i, scene.era(i + 3), scene.tokens[i].start, "DATE", value, "from one year to another")


def changed(scene: Scene, i: int) -> bool:
    """Does a verb of change govern the number at `i`: «ارتفع من 2014 إلى 2300»?"""
    if scene.hit(i - 1, "from", "until") is None:
        return False
    reach = range(i - 1, max(-1, i - 2 - _CHANGE_REACH - 3 * bool(scene.hit(i - 1, "until"))), -1)
    for k in reach:
        if scene.ends_line(k):
            return False
        if scene.hit(k, "change"):
            return True
    return False


def counted_after(scene: Scene, at: int) -> bool:
    """Is the word at `at` an accusative of counting («2150 مشتركا») by its ending?"""
    token = scene.tokens[at] if at < len(scene.tokens) else None
    return token is not None and token.kind == "word" and len(token.key) > 3 and token.key[-1] == "ا"
