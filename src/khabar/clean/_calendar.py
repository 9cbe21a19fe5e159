"""Dates as sources write them -> ISO; a year outside 1990 to 2100 is no date of an article."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

import msgspec

from khabar import arabic
from khabar.lexicon import World

_YEARS = range(1990, 2101)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?")
_YMD = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DMY = re.compile(r"(?<!\d)(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")


class Found(msgspec.Struct, frozen=True):
    """A date in a short text: the day in ISO, and the folded text without it."""

    day: str
    rest: str


class _Month(msgspec.Struct, frozen=True):
    form: str
    month: int


@lru_cache(maxsize=4)
def _months(world: World) -> tuple[dict[str, str], tuple[re.Pattern[str], ...]]:
    """Give the number of every month by its folded names, and the orders in which a date names it."""
    numbers = {arabic.key(row.form).lower(): str(row.month) for row in world.rows("words/months.tsv", _Month)}
    name = "|".join(sorted(map(re.escape, numbers), key=lambda form: (-len(form), form)))
    gap = r"\s*[\s/،,.-]\s*"
    day, year = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>\d{4})(?!\d)"
    month = rf"(?:من\s+|شهر\s+)?(?P<month>{name})(?:\s?[/-]\s?(?:{name})|\s?\((?:{name})\))?"
    day_first = rf"{day}{gap}{month}{gap}(?:عام\s+|سنه\s+)?{year}"
    month_first = rf"\b(?P<month>{name})\s+{day}{gap}{year}"
    return numbers, tuple(re.compile(p, re.IGNORECASE) for p in (day_first, month_first))


def exact(text: str) -> str | None:
    """Read an ISO date or date and time, or one of an HTTP or feed header; keeps time and zone."""
    text = text.strip()
    if found := _ISO.fullmatch(text):
        day, clock, zone = found.groups()
        if not _ymd(*day.split("-")):
            return None
        stamp = f"{day}T{clock}{zone or ''}" if clock else day
        try:
            datetime.fromisoformat(stamp)
        except ValueError:
            return day
        return stamp
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return when.isoformat() if when.year in _YEARS else None


def written(text: str, world: World) -> Found | None:
    """Find the first date of a short text, in figures (day before month) or with a month's name."""
    folded = arabic.key(text)
    if found := _YMD.search(folded):
        year, month, day = found.groups()
        return _found(_ymd(year, month, day), found)
    if found := _DMY.search(folded):
        day, month, year = found.groups()
        return _found(_ymd(year, month, day) or _ymd(year, day, month), found)
    numbers, patterns = _months(world)
    for pattern in patterns:
        if found := pattern.search(folded):
            return _found(_ymd(found["year"], numbers[found["month"].lower()], found["day"]), found)
    return None


def in_path(path: str) -> str | None:
    """Find the day in the path of an address, as `/2024/05/17/`, `/2024-05-17` or `/20240517`."""
    found = _YMD.search(path) or _PACKED.search(path)
    return _ymd(*found.groups()) if found else None


def given(text: str, world: World) -> str | None:
    """Read a date that somebody gave as one, in any of the ways known here."""
    found = None if (stamp := exact(text)) else written(text, world)
    return found.day if found else stamp


def _found(day: str | None, match: re.Match[str]) -> Found | None:
    return Found(day, match.string[: match.start()] + match.string[match.end() :]) if day else None


def _ymd(year: str, month: str, day: str) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if found.year in _YEARS else None
