"""Named stretches: seasons, weekends, and with them decades, centuries and counted parts of a year."""

from khabar.extract import _calendar
from khabar.extract._time_centuries import century, decade
from khabar.extract._time_fractions import first_units, nth_weekday, part_of
from khabar.extract._time_scene import Found, Scene
from khabar.extract._time_tense import coming, past
from khabar.extract._time_years import year_after

OPENERS = frozenset(
    {
        "season_head",
        "this",
        "season",
        "decade",
        "century",
        "weekend",
        "quarter",
        "unit",
        "first",
        "last",
    }
)
_THURSDAY = 4


def named_span(scene: Scene, i: int) -> Found | None:
    """Read a season, a decade, a century, a weekend, or a counted part of a year or month."""
    return (
        _season(scene, i)
        or decade(scene, i)
        or century(scene, i)
        or _weekend(scene, i)
        or part_of(scene, i)
        or first_units(scene, i)
        or nth_weekday(scene, i)
    )


def _season(scene: Scene, i: int) -> Found | None:
    head = scene.hit(i, "season_head")
    this = scene.hit(i, "this") if head is None else None
    opener = head or this
    hit = scene.hit(opener.last if opener else i, "season", whole=opener is not None)
    if hit is None:
        return None
    start = scene.start(i, opener.entry if opener else hit.entry)
    why, season = f"season {hit.entry.why}", hit.entry.value
    year, last, said = year_after(scene, hit.last)
    if year is not None:
        second = scene.year(last + 1) if scene.key(last) in ("-", "/") else None
        last = last + 2 if second == year + 1 and season == "WI" else last
        return Found(i, last, start, "DATE", f"{year:04}-{season}", why + said)
    shift = scene.hit(hit.last, "shift", whole=True)
    if shift is not None or this is not None:
        by = int(shift.entry.value) if shift else 0
        if scene.published is None:
            return Found(
                i, shift.last if shift else hit.last, start, "DATE", None, f"{why}, no publication date"
            )
        value = f"{_calendar.season_year(scene.published, season, max(-1, min(1, by))):04}-{season}"
        said = shift.entry.why if shift else "the current one"
        return Found(i, shift.last if shift else hit.last, start, "DATE", value, f"{why}, {said}")
    plain = head is not None or scene.hit(i - 1, "in", "since", "until", "part", "prep", whole=True)
    if not hit.entry.definite or not plain or _more_of_a_name(scene, hit.last):
        return None
    return Found(i, hit.last, start, "DATE", f"XXXX-{season}", f"{why} of no told year")


def _more_of_a_name(scene: Scene, at: int) -> bool:
    """«الربيع العربي»: an adjective behind the season makes it a name."""
    return scene.key(at).startswith("ال") and scene.hit(at, "shift") is None


def _weekend(scene: Scene, i: int) -> Found | None:
    """Read «عطلة نهاية الأسبوع»: the weekend of the week (Saturday and Sunday) as told, or the latest."""
    hit = scene.hit(i, "weekend")
    if hit is None:
        return None
    shift = scene.hit(hit.last, "shift", whole=True)
    by = int(shift.entry.value) if shift is not None else _weekend_by(scene, i)
    week = _calendar.moved(scene.published, "W", by) if scene.published else None
    why = (
        hit.entry.why + (f", {shift.entry.why}" if shift else "") + ("" if week else ", no publication date")
    )
    value = f"{week}-WE" if week else None
    return Found(i, shift.last if shift else hit.last, scene.start(i, hit.entry), "DATE", value, why)


def _weekend_by(scene: Scene, i: int) -> int:
    """Give 0 for the weekend of the week of publication where it is coming or near, else -1."""
    day = scene.published.isoweekday() if scene.published is not None else 0
    near = day > _THURSDAY and not (day == _THURSDAY + 1 and past(scene, i))
    return 0 if near or scene.hit(i - 1, "ago") or coming(scene, i) else -1
