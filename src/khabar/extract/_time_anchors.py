"""Where a length of time lies: «قبل يومين», «السنوات الثلاث الماضية», «بعد شهر و21 يوما من الآن»."""

import re
from datetime import date
from typing import TypeAlias

from khabar.extract import _calendar
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_tense import coming, past

_Days: TypeAlias = tuple[str | None, str | None]
_Parts: TypeAlias = list[tuple[int, str]]

_LENGTH = re.compile(r"P(?:\d+[YMWD])+")
_PART = re.compile(r"(\d+)([YMWD])")
_HOURS = re.compile(r"PT(\d+)H")
_DAY = 24


def anchored(scene: Scene, found: Found, number: str, exact: bool) -> Found:
    """Place a length where the text says from when: «قبل يومين», «… الماضية», «آخر 3 سنوات», «… من الآن».

    `number` is the grammatical number of the unit; without an `exact` length no days are given.
    """
    shift = scene.hit(found.last, "shift", "recent", whole=True)
    by, now = 0, None
    if shift is not None and shift.entry.value in ("-1", "1"):
        found = found._replace(last=shift.last, why=f"{found.why}, {shift.entry.why}")
        by = int(shift.entry.value)
    elif scene.key(found.last) == "من" and (now := scene.hit(found.last + 1, "now")) is not None:
        found = found._replace(last=now.last, why=f"{found.why}, {now.entry.why}")
    elif (before := scene.hit(found.first - 1, "last")) is not None and number in ("plural", "dual"):
        start = scene.start(found.first - 1, before.entry)
        found = found._replace(first=found.first - 1, start=start, why=f"{before.entry.why}, {found.why}")
        by = -1
    if scene.published is None or not exact:
        return found
    if by:
        days = _stretch(scene.published, _parts(found.value, hours=True), by)
        return found._replace(days=days) if days else found
    ahead, why = _direction(scene, found, now is not None)
    parts = _parts(found.value)
    if not ahead or not parts:
        return found
    return found._replace(days=_around(scene.published, parts, ahead), why=found.why + why)


def _parts(value: str | None, hours: bool = False) -> _Parts:
    """Read a length in whole units, `hours` also where they make whole days; nothing of others."""
    told = _HOURS.fullmatch(value or "") if hours else None
    if told is not None:
        return [(int(told[1]) // _DAY, "D")] if int(told[1]) % _DAY == 0 else []
    if not _LENGTH.fullmatch(value or ""):
        return []
    return [(int(amount), unit) for amount, unit in _PART.findall(value or "")]


def _direction(scene: Scene, found: Found, now: bool) -> tuple[int, str]:
    """Give -1 for «قبل يومين» and «منذ عام», 1 for «بعد يومين» where a word of the future leads it."""
    back = scene.hit(found.first - 1, "ago", "since")
    if now:
        return (-1 if back or past(scene, found.first) else 1), ""
    if scene.key(found.last) == "من":
        return 0, ""
    if back is not None:
        return -1, f", {back.entry.why}"
    ahead = scene.hit(found.first - 1, "after")
    if ahead is not None and coming(scene, found.first):
        return 1, f", {ahead.entry.why} and a word of the future before it"
    return 0, ""


def _moved(day: date, parts: _Parts, sign: int) -> date | None:
    for amount, unit in parts:
        moved = _calendar.day_from(day, unit, sign * amount)
        if moved is None:
            return None
        day = moved
    return day


def _around(published: date, parts: _Parts, sign: int) -> _Days:
    """Give the days of the unit that lies so far from publication, as exact as the smallest unit told."""
    day = _moved(published, parts[:-1], sign)
    amount, unit = parts[-1]
    return _calendar.interval(_calendar.moved(day, unit, sign * amount)) if day else (None, None)


def _stretch(published: date, parts: _Parts, sign: int) -> _Days | None:
    edge = _moved(published, parts, sign) if parts else None
    if edge is None:
        return None
    if sign < 0:
        return edge.isoformat(), published.isoformat()
    return _calendar.moved(published, "D", 1), edge.isoformat()
