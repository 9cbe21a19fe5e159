"""«اليوم»: the day of publication, nowadays («عالم اليوم», «لم يعد اليوم»), or a day among others."""

from khabar.extract._time_lexicon import Hit
from khabar.extract._time_scene import Found, Scene

_REACH = 4
_MARKS = ("،", ",", ":")


def nowadays(scene: Scene, i: int, hit: Hit) -> Found | None:
    """Give «اليوم» where it means nowadays and not the day of publication."""
    if scene.hit(i - 1, "until"):
        why = "nowadays behind «حتى» or «إلى»"
    elif (told := _told(scene, i, hit)) is not None:
        why = f"nowadays by {told.entry.why}"
    elif scene.quoted(i) and not scene.hit(i - 1, "happen") and not scene.hit(hit.last, "happen", whole=True):
        why = "nowadays inside a quotation"
    else:
        return None
    return Found(i, hit.last, scene.start(i, hit.entry), "DATE", "PRESENT_REF", f"{hit.entry.why}, {why}")


def _told(scene: Scene, i: int, hit: Hit) -> Hit | None:
    """Give what tells nowadays: «عالم» before it, «لم يعد» or «يعيش» shortly before, «باتت» behind it."""
    if hit.entry.cut == 0 and (head := scene.hit(i - 1, "nowadays_of")) is not None:
        return head
    opens = scene.hit(hit.last, "become", "turn", whole=True) if scene.key(i) == "واليوم" else None
    if opens is not None:
        return opens
    for k in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if scene.ends_line(k) or scene.key(k) in _MARKS:
            return None
        state = scene.hit(k, "state", "live", "become") or scene.hit(k - 1, "state")
        if state is not None:
            return state
        if scene.tokens[k].pos == "verb":
            return None
    return None


def some_day(scene: Scene, i: int, hit: Hit) -> bool:
    """Is «اليوم» no today but a day among others: «اليوم الثاني», «اليوم العالمي», «في اليوم»?"""
    number = scene.numbers.get(hit.last)
    ordinal = number is not None and number.ordinal
    return ordinal or bool(scene.hit(hit.last, "day_name") or scene.hit(i - 1, "in", "that"))
