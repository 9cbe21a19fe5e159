"""Centuries and their decades: «القرن التاسع عشر», «تسعينيات القرن الماضي», «القرن الثالث قبل الميلاد»."""

from khabar.extract._time_scene import Found, Scene


def decade(scene: Scene, i: int) -> Found | None:
    """Read «التسعينيات», «ستينيات القرن التاسع عشر»; without a century that of the twentieth."""
    hit = scene.hit(i, "decade")
    if hit is None:
        return None
    at = hit.last + (scene.key(hit.last) == "من")
    if at > hit.last and scene.hit(at, "age"):
        return None  # «في الخمسينيات من عمره»
    told = century(scene, at)
    value = (
        f"{told.value or ''}{hit.entry.value}"
        if told and (told.value or "").isdigit()
        else f"19{hit.entry.value}"
    )
    why = hit.entry.why + (f", {told.why}" if told else ", of the twentieth century")
    last = told.last if told else hit.last
    if told is None and (joined := scene.hit(last, "decade")) is not None and joined.entry.cut == 1:
        after = century(scene, joined.last)
        value = f"{after.value}{hit.entry.value}" if after and (after.value or "").isdigit() else value
    return Found(i, last, scene.start(i, hit.entry), "DATE", value, why)


def century(scene: Scene, i: int) -> Found | None:
    """Read «القرن التاسع عشر», «القرن الماضي», «القرن الثالث قبل الميلاد»."""
    hit = scene.hit(i, "century")
    if hit is None:
        return None
    start, at, why = scene.start(i, hit.entry), hit.last, hit.entry.why
    beside = scene.hit(at, "century_of", "century_nth", whole=True)
    number = scene.numbers.get(at)
    if beside is not None and beside.entry.kind == "century_of":
        return Found(
            i, beside.last, start, "DATE", f"{20 + int(beside.entry.value)}", f"{why}, {beside.entry.why}"
        )
    if beside is not None:
        nth, last = int(beside.entry.value), beside.last
    elif (
        number is not None and isinstance(number.low, int) and number.low == number.high and number.low <= 30
    ):
        nth, last = number.low, number.last
    else:
        return None
    why = f"{why}, number {nth}"
    bc = scene.hit(last, "bc", whole=True)
    if bc is not None:
        return Found(
            i, bc.last, start, "DATE", f"BC{nth - 1:02}", f"{why}, before Christ: no day of ISO 8601"
        )
    hijri = scene.hit(last, "hijri_era", whole=True)
    if hijri is not None:
        return Found(
            i, hijri.last, start, "DATE", None, f"{why}, a Hijri century: outside the Umm al-Qura tables"
        )
    return Found(i, scene.era(last), start, "DATE", f"{nth - 1:02}", why)
