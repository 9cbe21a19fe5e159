"""Years that follow no calendar: «السنة المالية 2017-2018», «العام الدراسي 2018/2019», «موسم 2017-2018»."""

from khabar.extract._time_digits import numeric
from khabar.extract._time_scene import Found, Scene


def from_cycle(scene: Scene, i: int) -> Found | None:
    """Read a fiscal or school year or a season: the years as written, as no table says its first day."""
    head = scene.hit(i, "cycle")
    if head is None:
        unit = scene.hit(i, "unit")
        fits = unit is not None and unit.entry.value == "Y" and unit.entry.extra == "singular"
        kind = scene.hit(unit.last, "cycle_of", whole=True) if unit is not None and fits else None
        if unit is None or kind is None:
            return None
        start, at, why = scene.start(i, unit.entry), kind.last, f"{unit.entry.why}, {kind.entry.why}"
    else:
        start, at, why = scene.start(i, head.entry), head.last, head.entry.why
    if at >= len(scene.tokens) or scene.tokens[at].kind != "number":
        return None
    both = numeric(scene, at)
    if both is not None and both.value is not None and "/" in both.value and len(both.value) == 9:
        return both._replace(first=i, start=start, why=f"{why}, {both.why}, as written")
    year = scene.year(at)
    if year is None or both is not None:
        return None
    return Found(i, scene.era(at + 1), start, "DATE", f"{year}", f"{why}, year as written")
