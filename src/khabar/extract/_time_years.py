"""Years and their parts: «عام 2014», «منذ 2014», «بين عامي 2014 و2017», «صيف 2015», «ستينيات القرن»."""

from khabar.extract._time_scene import Found, Scene


def year_after(scene: Scene, at: int) -> tuple[int | None, int, str]:
    """Read the year behind a month: «2014», «عام 2014», «من العام الماضي»; with the token behind it."""
    k = at + (scene.key(at) in (",", "،") and scene.year(at + 1) is not None)
    k += scene.key(k) in ("من", "/", "-") and (
        scene.hit(k + 1, "unit") is not None or scene.year(k + 1) is not None
    )
    if (year := scene.year(k)) is not None:
        return year, k + 1, ", year after it"
    unit = scene.hit(k, "unit")
    if unit is None or unit.entry.value != "Y":
        return None, at, ""
    if (year := scene.year(unit.last, 1)) is not None:
        return year, unit.last + 1, ", year after it"
    shift = scene.hit(unit.last, "shift")
    if scene.hit(unit.last, "same") is not None:
        return scene.said_year, unit.last + 1, ", the year told before it"
    if shift is not None and scene.published is not None:
        return scene.published.year + int(shift.entry.value), shift.last, f", year {shift.entry.why}"
    return None, at, ""


def from_year(scene: Scene, i: int) -> Found | None:
    """Read «عام 2014», «العام 2014», «بين عامي 2014 و2017»."""
    unit = scene.hit(i, "unit")
    if unit is None or unit.entry.value != "Y":
        return None
    at = unit.last
    year = scene.year(at, 100)
    if year is None:
        number = scene.numbers.get(at)
        low = number.low if number is not None and not number.ordinal else None
        if number is None or not isinstance(low, int) or not 1900 <= low <= 2100 or low != number.high:
            return None
        return Found(
            i,
            number.last,
            scene.start(i, unit.entry),
            "DATE",
            f"{low:04}",
            f"{unit.entry.why}, year in words",
        )
    start, why = scene.start(i, unit.entry), f"{unit.entry.why}, year after it"
    second = scene.year(at + 2) if scene.key(at + 1) in ("و", "-", "–", "/") else None
    if second is not None and second > year and (scene.hit(i - 1, "between") or scene.key(at + 1) != "و"):
        return Found(i, at + 3, start, "DATE", f"{year:04}/{second:04}", f"{why}, and the last year")
    return Found(i, at + 1, start, "DATE", f"{year:04}", why)


def bare_year(scene: Scene, i: int, counts: bool) -> Found | None:
    """Read four digits as a year: behind a preposition, in brackets, or a plain recent year.

    `counts` says that a noun that gets counted follows; then it is none.
    """
    year = scene.year(i)
    number = scene.numbers.get(i)
    if (
        year is None
        or counts
        or (number is not None and (number.approx or number.last != i + 1 or number.high is None))
    ):
        return None
    start = scene.tokens[i].start
    if scene.hit(i - 1, "since", "in", "part", "until", "ago", "prep", "season"):
        return Found(i, i + 1, start, "DATE", f"{year}", "four digits behind a preposition of time")
    range_ = scene.year(i + 2) if scene.hit(i + 1, "until") or scene.key(i + 1) == "و" else None
    back = scene.year(i - 2) if scene.hit(i - 1, "until") or scene.key(i - 1) == "و" else None
    if range_ or back or (scene.key(i - 1) == "(" and scene.key(i + 1) == ")"):
        return Found(i, i + 1, start, "DATE", f"{year}", "four digits beside another year or in brackets")
    before = scene.tokens[i - 1] if i else None
    worded = before is not None and before.kind == "word" and before.end < scene.tokens[i].start
    if worded and 1940 <= year <= 2040 and year % 100 and len(scene.key(i - 1)) > 3:
        return Found(i, i + 1, start, "DATE", f"{year}", "four digits that count nothing")
    return None


def named_span(scene: Scene, i: int) -> Found | None:
    """Read a season, a decade, a quarter or a half year."""
    hit = scene.hit(i, "season", "decade", "quarter")
    if hit is None:
        return None
    start, at = scene.start(i, hit.entry), hit.last
    if hit.entry.kind == "decade":
        century = scene.hit(at, "century")
        return Found(i, century.last if century else at, start, "DATE", hit.entry.value, hit.entry.why)
    part = hit.entry.value
    if hit.entry.kind == "quarter":
        number = scene.numbers.get(at)
        if (
            number is None
            or not number.ordinal
            or number.low not in (1, 2, 3, 4)
            or (part == "H" and number.low > 2)
        ):
            return None
        part, at = f"{part}{number.low}", number.last
    year, last, said = year_after(scene, at)
    if year is None:
        return None
    return Found(i, last, start, "DATE", f"{year:04}-{part}", hit.entry.why + said)
